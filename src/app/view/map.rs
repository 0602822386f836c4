//! The gap map: two facets crossed.

use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Map() -> impl IntoView {}
