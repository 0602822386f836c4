//! What drawn views share: links into the results, pickers, switches, bars.

use crate::app::browser::Piece;

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

/// A checkbox with its name, which asks for an act.
pub(super) fn checkbox(act: &str, field: &str, word: &str, is_set: bool, into: &mut Piece) {
    let label = into.child("label");
    label
        .child("input")
        .with("type", "checkbox")
        .with("name", field)
        .id(act)
        .with("data-act", act)
        .flag("checked", is_set);
    label.child("bdi").text(word);
}
