//! Keeps the outside true to the state: the address, the title, the root element, the metadata.

use std::time::Duration;

use leptos::prelude::*;

use super::host;
use crate::app::platform;
use crate::app::state::Explorer;
use crate::explore::{History, State, Step, Written, fragment};
use crate::export::{Format, beginning_of, export, json_ld, meta};
use crate::i18n;

/// How long after the last key the address follows the search box.
const TYPING: Duration = Duration::from_millis(300);

/// How long a typed query has to stand to become an entry of the history that stays.
const STANDING: Duration = Duration::from_secs(2);

/// How long what is shown has to stand before it is described.
const STANDS: Duration = Duration::from_millis(500);

/// Keeps address, title and metadata those of the state from now on, and follows when the reader goes back or forward.
pub(crate) fn follow_state(explorer: Explorer) {
    let engine = explorer.engine;
    Effect::new(move |before: Option<State>| {
        let now = explorer.with(State::clone);
        match before {
            Some(before) => address(explorer, &before, &now),
            None => host::tell(explorer, &fragment::write(&now), false),
        }
        now
    });
    Effect::new(move || platform::set_title(&explorer.with(|state| i18n::page_title(engine, state))));
    Effect::new(move || platform::set_root("count", &explorer.n_matched().to_string()));
    describe(explorer);
    // A query that is entered becomes an entry of the history that stays.
    Effect::new(move |before: Option<usize>| {
        let n = explorer.n_entered.get();
        if before.is_some_and(|before| before != n) {
            write_typed(explorer);
            settle(explorer);
        }
        n
    });
    platform::on_travel(move || {
        let arrived = explorer.opened.arrived();
        explorer.is_address_cut.set(fragment::is_cut(&platform::current()));
        explorer.history.update_value(History::arrive);
        platform::replace(&fragment::write(&arrived));
        if explorer.with_untracked(|state| *state != arrived) {
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
        let described = |idx| beginning_of(&engine.resource(idx)).into_owned();
        let resource = open.map(described);
        let shown = || explorer.matched.with_untracked(|matched| matched.first.clone());
        let data = resource.as_ref().map_or_else(
            || export(Format::JsonLd, explorer.context(), shown().into_iter().map(described)),
            |resource| json_ld(resource, explorer.context()),
        );
        platform::describe_page(&resource.map_or_else(Vec::new, |resource| meta(&resource, explorer.context())), &data);
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

/// Brings the address to a new state.
fn address(explorer: Explorer, before: &State, now: &State) {
    let fragment = fragment::write(now);
    match explorer.history.try_update_value(|history| history.change(before, now)) {
        // The reader has travelled here, or is told to be here: nothing is left to write.
        Some(_) if fragment == platform::current() => {
            _ = explorer.history.try_update_value(History::drop_waiting);
            host::tell(explorer, &fragment, false);
        }
        Some(Written::Later) => return wait(explorer, TYPING, write_typed),
        Some(Written::Now(of_before, step)) => {
            if let Some(step) = of_before {
                write(&fragment::write(before), step);
            }
            write(&fragment, step);
            host::tell(explorer, &fragment, step == Step::Push);
        }
        None => return,
    }
    wait(explorer, STANDING, settle);
}

fn write(fragment: &str, step: Step) {
    match step {
        Step::Replace => platform::replace(fragment),
        Step::Push => platform::push(fragment),
    }
}

/// Writes a typed query into the address; should it be left standing, it becomes an entry that stays.
fn write_typed(explorer: Explorer) {
    if let Some(step) = explorer.history.try_update_value(History::write).flatten() {
        let fragment = explorer.with_untracked(fragment::write);
        write(&fragment, step);
        host::tell(explorer, &fragment, step == Step::Push);
    }
    wait(explorer, STANDING, settle);
}

fn settle(explorer: Explorer) {
    explorer.history.try_update_value(History::settle);
}

/// Does something to the history after a while, in place of what waited to be done.
fn wait(explorer: Explorer, time: Duration, act: fn(Explorer)) {
    let timer = set_timeout_with_handle(move || act(explorer), time).ok();
    let before = explorer.waiting.try_update_value(|waiting| std::mem::replace(waiting, timer)).flatten();
    if let Some(before) = before {
        before.clear();
    }
}
