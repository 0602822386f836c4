//! One result: enough to decide whether to open it.

use leptos::prelude::*;

use super::drawn::{leads_to, marked, marked_from};
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::catalog::{List, ResourceIdx};
use crate::explore::{MAX_COMPARED, matched_in};
use crate::export::{COINS, coins};
use crate::text::{excerpt_start, highlight};

/// How many themes a card names.
const MOST_THEMES: usize = 4;

/// How many characters of a summary are seen at least: three lines on a small phone.
const VISIBLE: usize = 120;

/// What HTML ids of a resource's controls begin with among the results, and where it is open: then the results stay behind
/// it, and both are in the document (HTML, section 3.2.6: an id stands once).
pub(super) const IN_LIST: &str = "";
pub(super) const IN_RECORD: &str = "record-";

/// The card of a resource.
pub(super) fn card(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let card = into.child("article").class("card").with("data-id", id);
    let header = card.child("header");
    kind(explorer, idx, header.child("p").class("kind"));
    let marks = header.child("span").class("marks");
    keep_button(explorer, idx, IN_LIST, marks);
    compare_tick(explorer, idx, IN_LIST, marks);
    let title = card.child("h3");
    let href = leads_to(explorer, |state| state.opened(id));
    in_language(explorer, idx, title);
    marked(explorer, store.title(idx), title.child("a").id(&format!("hit-{id}")).with("href", &href));
    byline(explorer, idx, card);
    summary(explorer, idx, VISIBLE, card);
    let fields = explorer.with_marks(|marks| matched_in(explorer.engine, idx, marks));
    if !fields.is_empty() {
        card.child("p").class("where").text(&words::matched_in(&fields));
    }
    context(explorer, idx, card);
    let tags = card.child("ul").class("tags");
    for id in store.strings(idx, List::Themes).take(MOST_THEMES) {
        let facet = explorer.engine.facet("theme");
        let label = facet.and_then(|facet| Some(facet.values[facet.find(id)? as usize].label.as_str()));
        let href = leads_to(explorer, |state| Explorer::choose_only(state, "theme", id));
        tags.child("li").child("a").isolated().with("href", &href).text(label.unwrap_or(id));
    }
}

/// What reference managers read of a resource in a list (`COinS`).
pub(super) fn context(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let title = coins(&explorer.engine.resource(idx), explorer.context());
    into.child("span").class(COINS).with("title", &title).with("aria-hidden", "true");
}

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

/// What it is about, from where the words that were looked for are among the first `visible` characters; nothing where it is not
/// said. What stands before is there for paper, which has room for all of it.
pub(super) fn summary(explorer: Explorer, idx: ResourceIdx, visible: usize, into: &mut Piece) {
    let text = explorer.engine.store.summary(idx);
    if text.is_empty() {
        return;
    }
    let summary = into.child("p").class("summary");
    in_language(explorer, idx, summary);
    let marks = explorer.with_marks(|marks| highlight(text, marks));
    let start = excerpt_start(text, &marks, visible);
    if start > 0 {
        summary.child("span").class("cut").text(&text[..start]);
        summary.child("span").class("gap").text("… ");
    }
    marked_from(text, start, &marks, summary);
}

/// The checkbox that picks a resource for comparison; `place` begins its HTML id.
pub(super) fn compare_tick(explorer: Explorer, idx: ResourceIdx, place: &str, into: &mut Piece) {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let is_picked = explorer.with(|state| state.compared.iter().any(|picked| picked == id));
    let is_full = !is_picked && explorer.n_selected.get() >= MAX_COMPARED;
    let label = into.child("label").class("compare");
    let tick = label.child("input").with("type", "checkbox").with("name", "compare").id(&format!("{place}pick-{id}"));
    tick.with("data-act", &format!("pick:{id}")).with("aria-label", &words::compare_this(store.title(idx)));
    tick.flag("checked", is_picked).flag("disabled", is_full);
    label.child("span").with("aria-hidden", "true").text(words::COMPARE);
}

/// The button that keeps a resource on the shelf, or takes it off; `place` begins its HTML id.
pub(super) fn keep_button(explorer: Explorer, idx: ResourceIdx, place: &str, into: &mut Piece) {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let is_kept = explorer.shelf.with(|shelf| shelf.has(id));
    let button = into.child("button").with("type", "button").class("keep").id(&format!("{place}keep-{id}"));
    button.with("data-act", &format!("keep:{id}")).with("aria-pressed", if is_kept { "true" } else { "false" });
    button.with("aria-label", &words::keep_this(store.title(idx)));
    button.child("span").with("aria-hidden", "true").text(if is_kept { words::KEPT } else { words::KEEP });
}
