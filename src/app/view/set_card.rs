//! One side of the comparison of sets: what it asks for, and how to change it.

use super::compare_sets::Drawing;
use super::drawn::leads_to;
use super::shape::{button, select};
use crate::app::browser::Piece;
use crate::app::words;
use crate::explore::{Engine, SetComparison, State, View, differing, set_of, with_only};
use crate::facet::{Facet, Kind, NOT_STATED, most_frequent};

/// How many values of a facet can be chosen.
const MOST_VALUES: usize = 300;
/// The choice that stands for several values, or for a range; ids are marked by a sign, so that none is this.
const KEPT: &str = "kept";

/// A card: the set in words, how many resources it has, the values it could have instead.
pub(super) fn side(sets: &Drawing<'_>, side: usize, into: &mut Piece) {
    let (explorer, engine) = (sets.explorer, sets.explorer.engine);
    let (this, n) = (&sets.compared.states[side], sets.compared.sizes[side]);
    let card = into.child("section").class(&format!("side side-{side}")).with("aria-label", words::SET_NAMES[side]);
    let title = card.child("h3");
    title.child("span").class("mark").with("aria-hidden", "true").text(words::SET_NAMES[side]);
    title.text(" ").text(&words::set(engine, this));
    let sized = card.child("p").class("size");
    sized.child("strong").text(&words::resources(n));
    if n > 0 {
        let show = |state: &State| State {
            compared: state.compared.clone(),
            look: state.look.clone(),
            sort: state.sort,
            view: View::List,
            ..this.clone()
        };
        sized.text(" ").child("a").with("href", &leads_to(explorer, show)).text(&words::show_set(n));
    }
    if let Some(at) = differing(engine, &sets.compared.states[0], &sets.compared.states[1]) {
        choice(engine, side, &engine.facets[at], this, card);
    }
    button(&format!("use:{side}"), &words::use_results(side, explorer.n_matched()), card).class("plain");
}

/// The other values of the facet in which the sets differ.
fn choice(engine: &Engine, side: usize, facet: &Facet, this: &State, into: &mut Piece) {
    let asked = this.filter.of(&facet.definition.key).map(|choice| choice.any.clone()).unwrap_or_default();
    let totals = engine.facets.iter().position(|other| std::ptr::eq(other, facet));
    let counts = totals.map_or(&[][..], |at| &engine.totals()[at].values);
    let mut values: Vec<u32> = most_frequent(counts, MOST_VALUES).into_iter().map(|(value, _)| value).collect();
    if facet.definition.kind != Kind::Terms {
        values.sort_unstable();
    }
    let named = values.iter().map(|value| &facet.values[*value as usize]);
    let ids: Vec<(String, &str)> = named.map(|value| (format!("={}", value.id), value.label.as_str())).collect();
    let is_offered = |id: &String| ids.iter().any(|(offered, _)| offered[1..] == **id);
    let chosen = match asked.as_slice() {
        [] => String::new(),
        [one] if is_offered(one) => format!("={one}"),
        _ => KEPT.to_owned(),
    };
    let kept: Vec<String> = asked.iter().map(|value| words::value_name(facet, value)).collect();
    let kept = kept.join(", ");
    let mut options: Vec<(&str, &str)> = Vec::new();
    if chosen == KEPT {
        options.push((KEPT, &kept));
    }
    options.push(("", words::ANY_VALUE));
    options.extend(ids.iter().map(|(id, label)| (id.as_str(), *label)));
    select(&format!("value:{side}"), &options, &chosen, into).with("aria-label", &words::value_of(facet, side));
}

/// What a side asks for once a value is chosen for it.
pub(super) fn chosen(engine: &Engine, compared: &SetComparison, side: usize, value: &str) -> Option<String> {
    let this = compared.states.get(side)?;
    let at = differing(engine, &compared.states[0], &compared.states[1])?;
    let key = &engine.facets[at].definition.key;
    Some(set_of(&match value.strip_prefix('=') {
        Some(value) => with_only(this, key, Some(value)),
        None if value == NOT_STATED => with_only(this, key, None),
        None => this.clone(),
    }))
}
