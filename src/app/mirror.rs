//! Keeps the outside true to the state: the address, the title, the root element, the metadata.

use std::time::Duration;

use leptos::prelude::*;

use super::explorer::Explorer;
use super::{browser, hosting, words};
use crate::explore::{State, fragment};
use crate::export::{Format, export, json_ld, meta};

/// How long after the last key the address follows the search box.
const TYPING: Duration = Duration::from_millis(300);

/// How long what is shown has to stand before it is described.
const STANDS: Duration = Duration::from_millis(500);

/// Mirrors the state of an explorer from now on, and follows when the reader goes back or forward.
pub(super) fn mirror(explorer: Explorer, state: RwSignal<State>) {
    let engine = explorer.engine;
    Effect::new(move |before: Option<(State, Option<TimeoutHandle>)>| {
        let now = state.get();
        let waiting = if let Some((before, timer)) = before {
            address(explorer, &before, &now, timer)
        } else {
            hosting::tell(explorer, &fragment::write(&now), false);
            None
        };
        (now, waiting)
    });
    Effect::new(move || browser::set_title(&state.with(|state| words::page_title(engine, state))));
    Effect::new(move || browser::set_root("count", &explorer.n_matched().to_string()));
    describe(explorer);
    browser::on_travel(move || {
        let arrived = explorer.opened.arrived();
        browser::replace(&fragment::write(&arrived));
        if state.with_untracked(|state| *state != arrived) {
            explorer.set(arrived);
        }
    });
}

/// Keeps the metadata of the page those of what it shows, for reference managers and search engines: of the open resource, or
/// of the results that show.
fn describe(explorer: Explorer) {
    let engine = explorer.engine;
    let describe = move || {
        let open = explorer.with_untracked(|state| state.open.as_ref().and_then(|id| engine.find(id)));
        let resource = open.map(|idx| engine.resource(idx));
        let shown = || explorer.matched.with_untracked(|matched| matched.first.clone());
        let data = resource.as_ref().map_or_else(
            || export(Format::JsonLd, explorer.context(), shown().into_iter().map(|idx| engine.resource(idx))),
            |resource| json_ld(resource, explorer.context()),
        );
        browser::describe_page(&resource.map_or_else(Vec::new, |resource| meta(&resource, explorer.context())), &data);
    };
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        explorer.with(|state| state.open.clone());
        explorer.matched.track();
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        set_timeout_with_handle(describe, STANDS).ok()
    });
}

/// Brings the address to a new state: typing and showing more change the entry, everything else adds one.
fn address(explorer: Explorer, before: &State, now: &State, timer: Option<TimeoutHandle>) -> Option<TimeoutHandle> {
    if let Some(timer) = timer {
        timer.clear();
    }
    let fragment = fragment::write(now);
    if !is_in_place(before, now) {
        if fragment != browser::current() {
            browser::replace(&fragment::write(before));
            browser::push(&fragment);
        }
        hosting::tell(explorer, &fragment, true);
        return None;
    }
    if before.query != now.query {
        return set_timeout_with_handle(move || changed(explorer, &fragment), TYPING).ok();
    }
    changed(explorer, &fragment);
    None
}

/// Changes the address of the entry that the reader is at.
fn changed(explorer: Explorer, fragment: &str) {
    browser::replace(fragment);
    hosting::tell(explorer, fragment, false);
}

/// Whether only the query or the number of pages changed: no step that Back should take.
pub(super) fn is_in_place(before: &State, now: &State) -> bool {
    State { query: now.query.clone(), pages: now.pages, ..before.clone() } == *now
}
