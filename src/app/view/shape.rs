//! What drawn views share: links into the results, pickers, switches, bars.

use super::drawn::leads_to;
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::narrowed;
use crate::facet::{Facet, NOT_STATED, ValueIdx};

/// A value of a facet, or that none is stated, as a link asks for it.
pub(super) fn asked_for(facet: &'static Facet, value: Option<ValueIdx>) -> (&'static str, &'static str) {
    let id = value.map_or(NOT_STATED, |value| facet.values[value as usize].id.as_str());
    (facet.definition.key.as_str(), id)
}

/// A link to those results that have some values besides; gives it, still without a text.
pub(super) fn narrow<'a>(
    explorer: Explorer,
    values: &[(&'static str, &'static str)],
    class: &str,
    name: &str,
    into: &'a mut Piece,
) -> &'a mut Piece {
    let href = leads_to(explorer, |state| narrowed(explorer.engine, state, values));
    into.child("a").class(class).with("href", &href).with("aria-label", name)
}

/// Two buttons, the second or the first of which is pressed; they ask for the act with `:1` or `:0` behind it.
pub(super) fn switch(act: &str, name: &str, words: [&str; 2], second: bool, into: &mut Piece) {
    let sides = into.child("span").class("switch").with("role", "group").with("aria-label", name);
    for (at, word) in words.into_iter().enumerate() {
        let is_pressed = second == (at == 1);
        button(&format!("{act}:{at}"), word, sides).with("aria-pressed", if is_pressed { "true" } else { "false" });
    }
}

/// A button that asks for an act, which is its id too.
pub(super) fn button<'a>(act: &str, word: &str, into: &'a mut Piece) -> &'a mut Piece {
    into.child("button").with("type", "button").id(act).with("data-act", act).text(word)
}

/// A choice that asks for an act; each option has a value and a text.
pub(super) fn pick(act: &str, name: &str, options: &[(&str, &str)], chosen: &str, into: &mut Piece) {
    let label = into.child("label").class("pick");
    label.child("span").text(name);
    select(act, options, chosen, label);
}

/// The choice alone.
pub(super) fn select<'a>(act: &str, options: &[(&str, &str)], chosen: &str, into: &'a mut Piece) -> &'a mut Piece {
    let select = into.child("select").id(act).with("data-act", act);
    for (value, word) in options {
        select.child("option").with("value", value).flag("selected", *value == chosen).text(word);
    }
    select
}

/// The facets that resources have, with their names, by key.
pub(super) fn used(explorer: Explorer, wanted: impl Fn(&Facet) -> bool) -> Vec<(&'static str, &'static str)> {
    let facets = explorer.engine.facets.iter().filter(|facet| facet.is_used() && wanted(facet));
    facets.map(|facet| (facet.definition.key.as_str(), words::facet(facet))).collect()
}

/// A box that is scrolled by itself, for what is wider than a phone.
pub(super) fn scrolled<'a>(name: &str, into: &'a mut Piece) -> &'a mut Piece {
    into.child("div").class("scroll").with("tabindex", "0").with("role", "region").with("aria-label", name)
}
