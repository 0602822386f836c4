//! The link to the page of a theme.

use leptos::prelude::*;

use super::link::Link;
use crate::app::reactive::view;
use crate::explore::State;
use crate::i18n;

/// The link to the page of a theme.
#[component]
pub(crate) fn AboutTheme(
    /// The theme.
    id: String,
    /// Its name.
    #[prop(into)]
    label: String,
    /// What the link says.
    text: &'static str,
) -> impl IntoView {
    view! { <Link class="about" label=i18n::about_theme(text, &label) to=move |state: &State| state.about(&id)>{text}</Link> }
}
