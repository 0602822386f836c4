//! What a pair of themes is called, and the link to the resources that have both.

use leptos::prelude::*;

use crate::app::components::{DrillDown, wanted};
use crate::app::reactive::view;
use crate::explore::{CoOccurrences, Pair};
use crate::facet::Facet;
use crate::i18n;

/// The label of the value at a position.
pub(super) fn label(facet: &'static Facet, found: &CoOccurrences, at: usize) -> &'static str {
    i18n::line(facet, Some(found.values[at].0))
}

/// The class of a link in the list of pairs.
pub(super) const LISTED: &str = "pair";

/// A link to the resources that have both values.
pub(super) fn link(
    facet: &'static Facet,
    found: &CoOccurrences,
    pair: &Pair,
    class: &'static str,
    text: AnyView,
) -> AnyView {
    let values = Vec::from([pair.a, pair.b].map(|at| wanted(facet, Some(found.values[at].0))));
    let [a, b] = [pair.a, pair.b].map(|at| label(facet, found, at));
    // A link that shows its themes is called so; its numbers stand beside it.
    let label = match class {
        LISTED => format!("{a} + {b}"),
        _ => i18n::pair_of_themes(a, b, pair.count, pair.lift),
    };
    view! { <DrillDown values class label>{text}</DrillDown> }
}
