//! What every view needs: the fixed engine, the reader's state, and what follows from both.
//!
//! The engine never changes and lives as long as the page, so it is a plain reference. The state is one signal; named
//! intentions are its only writers. What follows from it are memos of slices, so that opening a record searches nothing.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::{browser, words};
use crate::catalog::{Finding, List, ResourceIdx};
use crate::explore::{self, Engine, MAX_COMPARED, MAX_PAGES, Matched, Sort, State, View, fragment};
use crate::facet::{Counts, Filter};
use crate::search::{Hits, Query};

/// How long after the last key the address follows the search box.
const TYPING: Duration = Duration::from_millis(300);

/// The engine, the state, and what follows.
#[derive(Clone, Copy)]
pub(super) struct Explorer {
    /// All that is known of the catalog.
    pub(super) engine: &'static Engine,
    /// What was found when the catalog was read.
    pub(super) findings: &'static [Finding],
    state: RwSignal<State>,
    /// The query as it is understood.
    pub(super) query: Memo<Query>,
    /// The results.
    pub(super) matched: Memo<Arc<Matched>>,
    /// The counts of each facet, in the order of the engine's facets.
    pub(super) counts: Memo<Arc<Vec<Counts>>>,
}

impl Explorer {
    /// Begins where the address says, and keeps address and title true from then on.
    pub(super) fn start(engine: &'static Engine, findings: &'static [Finding]) -> Self {
        let state = RwSignal::new(fragment::read(&browser::current(), &engine.facets));
        let typed = Memo::new(move |_| state.with(|state| state.query.clone()));
        let filter: Memo<Filter> = Memo::new(move |_| state.with(|state| state.filter.clone()));
        let sort = Memo::new(move |_| state.with(|state| state.sort));
        let query = Memo::new(move |_| explore::asked(engine, &typed.read()));
        let hits: Memo<Arc<Hits>> = Memo::new(move |_| Arc::new(explore::answers(engine, &query.read())));
        let explorer = Self {
            engine,
            findings,
            state,
            query,
            matched: Memo::new(move |_| Arc::new(explore::matched(engine, &hits.read(), &filter.read(), sort.get()))),
            counts: Memo::new(move |_| Arc::new(explore::counts(engine, &hits.read(), &filter.read()))),
        };
        explorer.mirror();
        explorer
    }

    /// Reads the state.
    pub(super) fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// How many resources of this catalog are picked for comparison, as far as they can be compared.
    pub(super) fn n_picked(self) -> usize {
        self.with(|state| state.compared.iter().filter(|id| self.engine.find(id).is_some()).count().min(MAX_COMPARED))
    }

    /// The language of a resource's own texts, where it is not that of the interface.
    pub(super) fn language(self, idx: ResourceIdx) -> Option<&'static str> {
        let language = self.engine.store.first(idx, List::Language).or(self.engine.head.language.as_deref());
        language.filter(|language| *language != words::LANGUAGE)
    }

    /// How many resources match.
    pub(super) fn n_matched(self) -> usize {
        self.matched.with(|matched| matched.order.len())
    }

    /// The address of a state that follows from this one.
    pub(super) fn link(self, change: impl FnOnce(&State) -> State) -> String {
        self.with(|state| fragment::write(&change(state)))
    }

    /// Goes to another state, as following a link does.
    pub(super) fn go(self, change: impl FnOnce(&State) -> State) {
        let next = self.state.with_untracked(change);
        if self.state.with_untracked(|state| !is_in_place(state, &next)) {
            // Now, while the page still stands as the reader sees it.
            browser::leave_mark();
        }
        self.state.set(next);
    }

    /// Types a query.
    pub(super) fn search(self, query: String) {
        self.go(|state| {
            state.with(|state| {
                state.query = query;
                // The answer is the list: an open resource or the comparison would hide it.
                state.open = None;
                state.view = if state.view == View::Compare { View::List } else { state.view };
            })
        });
    }

    /// Makes a value the only one that is chosen of its facet.
    pub(super) fn choose_only(state: &State, key: &str, value: &str) -> State {
        state.with(|state| {
            let chosen = state.filter.of(key).map(|choice| choice.any.clone()).unwrap_or_default();
            for old in &chosen {
                state.filter.forget(key, old);
            }
            state.filter.choose(key, value);
        })
    }

    /// Chooses a value of a facet, or takes the choice back.
    pub(super) fn toggle(self, key: &str, value: &str) {
        self.go(|state| state.with(|state| toggle(&mut state.filter, key, value)));
    }

    /// Sets what is chosen of a facet of numbers: one range, or none.
    pub(super) fn choose_range(self, key: &str, range: Option<String>) {
        self.go(|state| {
            state.with(|state| {
                let ranges = state.filter.of(key).map(|choice| choice.any.clone()).unwrap_or_default();
                ranges.iter().filter(|old| !old.is_empty()).for_each(|old| state.filter.forget(key, old));
                if let Some(range) = range {
                    state.filter.choose(key, &range);
                }
            })
        });
    }

    /// Takes back whatever was said of a value.
    pub(super) fn forget(self, key: &str, value: &str) {
        self.go(|state| state.with(|state| state.filter.forget(key, value)));
    }

    /// Takes back the query and all choices.
    pub(super) fn clear(self) {
        self.go(|state| {
            state.with(|state| {
                state.query.clear();
                state.filter = Filter::default();
            })
        });
    }

    /// Takes back all choices, not the query.
    pub(super) fn clear_filter(self) {
        self.go(|state| state.with(|state| state.filter = Filter::default()));
    }

    /// Sorts the results.
    pub(super) fn sort(self, sort: Sort) {
        self.go(|state| state.with(|state| state.sort = sort));
    }

    /// Shows one more page of results.
    pub(super) fn show_more(self) {
        self.go(|state| state.with(|state| state.pages = (state.pages + 1).min(MAX_PAGES)));
    }

    /// Picks a resource for comparison, or puts it back.
    pub(super) fn toggle_compared(self, id: &str) {
        self.go(|state| {
            state.with(|state| match state.compared.iter().position(|picked| picked == id) {
                Some(at) => drop(state.compared.remove(at)),
                None if state.compared.len() < MAX_COMPARED => state.compared.push(id.to_owned()),
                None => {}
            })
        });
    }

    /// Puts all picked resources back.
    pub(super) fn clear_compared(self) {
        self.go(|state| {
            state.with(|state| {
                state.compared.clear();
                state.view = View::List;
            })
        });
    }

    /// Forgets what the address asked for in vain.
    pub(super) fn dismiss_hints(self) {
        let engine = self.engine;
        self.go(|state| state.with(|state| explore::drop_vain(engine, state)));
    }

    /// Keeps the outside true to the state: the address, the title, the root element.
    fn mirror(self) {
        let Self { engine, state, .. } = self;
        Effect::new(move |before: Option<(State, Option<TimeoutHandle>)>| {
            let now = state.get();
            let waiting = before.map(|(before, timer)| address(&before, &now, timer));
            (now, waiting.flatten())
        });
        Effect::new(move || browser::set_title(&self.with(|state| words::page_title(engine, state))));
        Effect::new(move || browser::set_root("count", &self.n_matched().to_string()));
        browser::on_travel(move || {
            let arrived = fragment::read(&browser::current(), &engine.facets);
            browser::replace(&fragment::write(&arrived));
            if state.with_untracked(|state| *state != arrived) {
                state.set(arrived);
            }
        });
    }
}

/// Brings the address to a new state: typing and showing more change the entry, everything else adds one.
fn address(before: &State, now: &State, timer: Option<TimeoutHandle>) -> Option<TimeoutHandle> {
    if let Some(timer) = timer {
        timer.clear();
    }
    let fragment = fragment::write(now);
    if !is_in_place(before, now) {
        if fragment != browser::current() {
            browser::replace(&fragment::write(before));
            browser::push(&fragment);
        }
        return None;
    }
    if before.query != now.query {
        return set_timeout_with_handle(move || browser::replace(&fragment), TYPING).ok();
    }
    browser::replace(&fragment);
    None
}

/// Whether only the query or the number of pages changed: no step that Back should take.
fn is_in_place(before: &State, now: &State) -> bool {
    State { query: now.query.clone(), pages: now.pages, ..before.clone() } == *now
}

fn toggle(filter: &mut Filter, key: &str, value: &str) {
    if filter.has(key, value) {
        filter.forget(key, value);
    } else {
        filter.choose(key, value);
    }
}

/// The explorer that the page was started with.
pub(super) fn use_explorer() -> Explorer {
    expect_context()
}
