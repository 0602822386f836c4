//! The timeline: resources by year.

use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Time() -> impl IntoView {}
