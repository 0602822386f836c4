//! Two sets of resources side by side.

use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Sets() -> impl IntoView {}
