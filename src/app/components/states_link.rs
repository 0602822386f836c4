//! The link to the map of states on the first page.

use leptos::prelude::*;

use super::link::Link;
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::explore::{State, View, state_map};
use crate::i18n;

/// The id of the map's heading.
pub(crate) const STATES: &str = "states-title";

/// The link; nothing where the first page has no such map.
#[component]
pub(crate) fn StatesLink(
    /// Its id.
    id: &'static str,
) -> impl IntoView {
    state_map(use_explorer().engine).map(|_| {
        let to = |state: &State| state.fresh().shown_as(View::Home);
        view! { <Link id to focus=Some(STATES)>{i18n::states_on_map()}</Link> }
    })
}
