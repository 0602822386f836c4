//! All results as a table.

use leptos::prelude::*;

/// The view.
#[component]
pub(super) fn Table() -> impl IntoView {}
