//! One result: enough to decide whether to open it.

use super::drawn::marked;
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::catalog::{List, ResourceIdx};

/// Says the language of a resource's own text in an element, where it is not that of the interface; its direction is its own.
pub(super) fn in_language(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    into.isolated();
    if let Some(language) = explorer.language(idx) {
        into.with("lang", language);
    }
}

/// "Report · January 2018"
pub(super) fn kind(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let store = &explorer.engine.store;
    let label = store.first(idx, List::Type).and_then(|id| {
        let facet = explorer.engine.facet("type")?;
        Some(facet.values[facet.find(id)? as usize].label.as_str())
    });
    if let Some(label) = label {
        into.child("span").class("type").isolated().text(label);
    }
    if let Some(date) = store.published(idx) {
        into.child("span").class("date").text(&words::date(date));
    }
}

/// Who wrote and published it.
pub(super) fn byline(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let store = &explorer.engine.store;
    let lists = [(List::Authors, "authors"), (List::Publishers, "publishers")];
    if lists.iter().all(|(list, _)| store.first(idx, *list).is_none()) {
        return;
    }
    let byline = into.child("p").class("byline");
    for (list, class) in lists.into_iter().filter(|(list, _)| store.first(idx, *list).is_some()) {
        let names = byline.child("span").class(class);
        for (at, name) in store.strings(idx, list).enumerate() {
            if at > 0 {
                names.text(", ");
            }
            marked(explorer, name, names.child("bdi"));
        }
    }
}
