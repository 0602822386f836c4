//! The link to the page of a theme.

use leptos::prelude::*;

use super::link::Link;
use crate::app::reactive::view;
use crate::explore::State;
use crate::i18n;

/// The link to the page of a theme.
#[component]
pub(crate) fn AboutTheme(
    /// The key of its facet.
    #[prop(default = "theme".to_owned())]
    key: String,
    /// The theme, or another value.
    id: String,
    /// Its name.
    #[prop(into)]
    label: String,
    /// What the link says.
    text: &'static str,
) -> impl IntoView {
    view! { <Link class="about" label=i18n::about_theme(text, &label) to=move |state: &State| state.about_value(&key, &id)>{text}</Link> }
}
