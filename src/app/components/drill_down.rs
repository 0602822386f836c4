//! Links from a number of a picture to the results that it counts.

use leptos::prelude::*;

use super::link::Link;
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{State, drill_down};
use crate::facet::{Facet, NOT_STATED, ValueIdx};
use crate::i18n;

/// The key of a facet, and the id of one of its values or [`NOT_STATED`].
pub(crate) type Wanted = (&'static str, &'static str);

/// Returns a value of a facet, or that none is stated, as a link asks for it.
pub(crate) fn wanted(facet: &'static Facet, value: Option<ValueIdx>) -> Wanted {
    let id = value.map_or(NOT_STATED, |value| facet.values[value as usize].id.as_str());
    (facet.definition.key.as_str(), id)
}

/// A link to those results that have some values besides.
#[component]
pub(crate) fn DrillDown(
    /// The values.
    values: Vec<Wanted>,
    /// Its class.
    class: &'static str,
    /// Its name.
    label: String,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let to = move |state: &State| drill_down(engine, state, &values);
    view! { <Link to class label>{children()}</Link> }
}

/// Returns the facets that resources have, each as its key and its name.
pub(crate) fn facet_options(explorer: Explorer, is_offered: fn(&Facet) -> bool) -> Vec<(&'static str, &'static str)> {
    let facets = explorer.engine.facets.iter().filter(|facet| facet.is_used() && is_offered(facet));
    facets.map(|facet| (facet.definition.key.as_str(), i18n::facet(facet))).collect()
}
