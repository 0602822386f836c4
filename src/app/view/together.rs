//! Connections: which themes occur together.

use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Together() -> impl IntoView {}
