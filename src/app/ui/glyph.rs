//! A line drawing in the colour of the text around it, or of the theme of an element of class `themed` around it.

use leptos::prelude::*;

use crate::app::reactive::view;

/// A glyph; its meaning always stands beside it as text, so that it is hidden from screen readers.
#[component]
pub(crate) fn Glyph(
    /// The `d` of its path on a grid of 24 by 24.
    path: &'static str,
) -> impl IntoView {
    view! {
        <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=path></path>
        </svg>
    }
}
