//! The box that finds a value in a long facet.

use leptos::prelude::*;

use super::tick::tick;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::facet::{Facet, ValueIdx};
use crate::text::fold;

/// From how many values on a facet has a box to find one in, and how many of those found are shown.
pub(super) const MANY: usize = 15;
const MOST_FOUND: usize = 30;

/// The box.
#[component]
pub(super) fn FindValue(
    /// The facet.
    facet: &'static Facet,
    /// What is typed in it.
    wanted: RwSignal<String>,
) -> impl IntoView {
    let text = words::find_in(facet);
    view! {
        <input
            class="find"
            type="search"
            autocomplete="off"
            spellcheck="false"
            aria-label=text.clone()
            placeholder=text
            prop:value=wanted
            on:input:target=move |input| wanted.set(input.target().value())
        />
    }
}

/// The values whose names have what is typed, wherever they stand in a tree.
#[component]
pub(super) fn FoundValues(
    /// Position of the facet.
    idx: usize,
    /// The facet.
    facet: &'static Facet,
    /// All its values, in the order in which they stand.
    order: StoredValue<Vec<ValueIdx>>,
    /// What is typed.
    wanted: RwSignal<String>,
) -> impl IntoView {
    let explorer = use_explorer();
    let value = move |at: ValueIdx| {
        let this = &facet.values[at as usize];
        let count = move || explorer.counts.with(|counts| counts[idx].values[at as usize]);
        view! { <li class="found-value">{tick(explorer, &facet.definition.key, &this.id, &this.label, count)}</li> }
    };
    move || {
        let found = order.with_value(|order| found(explorer, idx, facet, order, &wanted.read()));
        let note = match found.len() {
            0 => words::NO_VALUE_FOUND.to_owned(),
            n => words::more_values(n.saturating_sub(MOST_FOUND)),
        };
        view! {
            <ul>{found.into_iter().take(MOST_FOUND).map(value).collect_view()}</ul>
            <p class="quiet">{note}</p>
        }
    }
}

fn found(explorer: Explorer, idx: usize, facet: &Facet, order: &[ValueIdx], wanted: &str) -> Vec<ValueIdx> {
    let wanted = fold(wanted.trim());
    let is_found = |value: &ValueIdx| {
        let this = &facet.values[*value as usize];
        explorer.engine.totals()[idx].values[*value as usize] > 0 && fold(&this.label).contains(&wanted)
    };
    order.iter().copied().filter(is_found).collect()
}
