//! One resource, whole: every field, each value a filter, and what the record rests on.

use leptos::prelude::*;

use super::card::{IN_RECORD, byline, compare_tick, in_language, keep_button, kind, summary};
use super::drawn::{drawn_before_all_and, leads_to, marked};
use super::take::{Settings, buttons, do_it};
use super::theme::about_theme;
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::Of;
use crate::app::words;
use crate::catalog::{ResourceIdx, host, href};
use crate::explore::{Attribute, Entry, State, View, attributes, entries, neighbours};

/// The record view.
pub(super) fn record(idx: ResourceIdx) -> AnyView {
    let explorer = use_explorer();
    let settings = Settings::start(Of::One(idx));
    let say = move |into: &mut Piece| settings.with(|settings| all(explorer, idx, settings, into));
    drawn_before_all_and(say, move |act, value| _ = do_it(explorer, Of::One(idx), settings, act, value))
}

fn all(explorer: Explorer, idx: ResourceIdx, settings: &Settings, into: &mut Piece) {
    let store = &explorer.engine.store;
    let article = into.child("article").id("record").with("data-id", store.id(idx));
    let way = article.child("nav").class("way").with("aria-label", words::RESULTS);
    // Whoever came from the comparison goes back there, and has no results to step through.
    let (is_compared, is_kept) = explorer.with(|state| (state.view == View::Compare, state.view == View::Shelf));
    let back = way.child("a").id("back").with("href", &leads_to(explorer, State::closed));
    back.text(match (is_compared, is_kept) {
        (true, _) => words::BACK_TO_COMPARISON,
        (_, true) => words::BACK_TO_SHELF,
        _ => words::BACK,
    });
    if !is_compared && !is_kept {
        steps(explorer, idx, way);
    }
    kind(explorer, idx, article.child("p").class("kind"));
    let title = article.child("h2").id("record-title").with("tabindex", "-1");
    in_language(explorer, idx, title);
    marked(explorer, store.title(idx), title);
    byline(explorer, idx, article);
    summary(explorer, idx, usize::MAX, article);
    let actions = article.child("p").class("actions");
    match store.url(idx).and_then(href) {
        Some(link) => {
            let text = words::visit(host(&link).unwrap_or(&link));
            outside(&link, &text, actions).class("visit primary");
        }
        None => _ = actions.child("span").class("quiet").text(words::NO_LINK),
    }
    keep_button(explorer, idx, IN_RECORD, actions.text(" "));
    compare_tick(explorer, idx, IN_RECORD, actions.text(" "));
    buttons(explorer, Of::One(idx), settings, article);
    article.child("h3").text(words::ABOUT);
    let fields = article.child("dl");
    let stands = |attribute: &Attribute| match attribute {
        Attribute::Facet(key) => explorer.engine.facet(key).is_some_and(crate::facet::Facet::is_used),
        _ => true,
    };
    for attribute in attributes(explorer.engine).into_iter().filter(stands) {
        field(explorer, idx, &attribute, fields.child("div"));
    }
    sources(explorer, idx, article);
}

/// The way to the results before and after this one.
fn steps(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let order = explorer.order();
    let Some((at, before, after)) = neighbours(&order, idx) else { return };
    let steps = into.child("span").class("steps");
    let step = |id: &str, to: Option<ResourceIdx>, word: &str, into: &mut Piece| {
        if let Some(to) = to {
            let href = leads_to(explorer, |state| state.opened(explorer.engine.store.id(to)));
            into.child("a").id(id).with("href", &href).text(word);
        }
    };
    step("previous", before, words::PREVIOUS, steps);
    steps.child("span").class("position").text(&words::position(at, order.len()));
    step("next", after, words::NEXT, steps);
}

/// A link out of the catalog.
pub(super) fn outside<'a>(link: &str, text: &str, into: &'a mut Piece) -> &'a mut Piece {
    if browser::is_sealed() {
        // The frame may let nothing out: then the address can still be copied.
        into.child("span").class("outside-address").text(link);
        into.text(" ");
    }
    let is_framed = browser::is_framed();
    let outside = into.child("a").with("href", link).with("rel", "noopener noreferrer");
    outside.with("target", if is_framed { "_top" } else { "_blank" }).text(text);
    if !is_framed {
        outside.child("span").class("hidden").text(" ").text(words::NEW_TAB);
    }
    outside
}

/// An attribute, stated or not.
fn field(explorer: Explorer, idx: ResourceIdx, attribute: &Attribute, into: &mut Piece) {
    into.child("dt").isolated().text(&words::attribute(explorer.engine, attribute));
    let entries = entries(explorer.engine, idx, attribute);
    if entries.is_empty() {
        into.child("dd").class("quiet").text(words::NOT_STATED_TEXT);
    }
    for entry in entries {
        let value_of = into.child("dd");
        if let Some((_, id)) = entry.choice.as_ref().filter(|(key, _)| key == "theme") {
            about_theme(explorer, id, &entry.text, words::ABOUT_SHORT, value_of);
            value_of.text(" ");
        }
        value(explorer, attribute, &entry, value_of);
    }
}

/// A value as a link to all resources that have it.
pub(super) fn value(explorer: Explorer, attribute: &Attribute, entry: &Entry, into: &mut Piece) {
    let text = match attribute {
        Attribute::Published => entry.text.parse().map_or_else(|_| entry.text.clone(), words::date),
        _ => entry.text.clone(),
    };
    match &entry.choice {
        Some((key, value)) => {
            let href = leads_to(explorer, |state| state.only(key, value));
            into.child("a").isolated().with("data-filter", "").with("href", &href).text(&text);
        }
        None => _ = into.child("bdi").text(&text),
    }
}

/// What the record rests on.
fn sources(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    let store = &explorer.engine.store;
    let (sources, confidence) = (store.sources(idx), store.confidence(idx));
    if sources.is_empty() && confidence.is_none() {
        return;
    }
    let section = into.child("section").class("sources");
    section.child("h3").text(words::SOURCES);
    if let Some(level) = confidence {
        section.child("p").text(&words::confidence(level));
    }
    let list = section.child("ul");
    for source in sources {
        match href(source) {
            Some(link) => _ = outside(&link, source, list.child("li")).isolated(),
            None => _ = list.child("li").isolated().text(source),
        }
    }
}
