//! What a reader can do: every change of the state has its name here, and no other way.

use super::explorer::Explorer;
use crate::explore::{self, Condition, MAX_COMPARED, MAX_PAGES, Sort, State, Suggestion, View};
use crate::facet::Filter;

impl Explorer {
    /// Types a query.
    pub(super) fn search(self, query: &str) {
        self.go(|state| state.asked(query));
    }

    /// What can be suggested to somebody who has typed this.
    pub(super) fn suggestions(self, typed: &str) -> Vec<Suggestion> {
        self.with_untracked(|state| explore::suggest(self.engine, state, typed))
    }

    /// Takes a suggestion.
    pub(super) fn take(self, suggestion: &Suggestion) {
        self.go(|state| suggestion.taken(self.engine, state));
    }

    /// Takes a condition away.
    pub(super) fn lift(self, condition: &Condition) {
        self.go(|state| condition.lifted(state));
    }

    /// Searches only the typed words, or others that mean the same too.
    pub(super) fn search_only_words(self, only: bool) {
        self.go(|state| state.with(|state| state.only_words = only));
    }

    /// Asks for all chosen values of a facet, or for any.
    pub(super) fn ask_for_all(self, key: &str, all: bool) {
        self.go(|state| state.with(|state| state.filter.set_all(key, all)));
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

    /// Takes back the query and all choices.
    pub(super) fn clear(self) {
        self.go(|state| {
            state.with(|state| {
                state.query.clear();
                state.only_words = false;
                state.filter = Filter::default();
            })
        });
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

    /// Crosses two facets on the map.
    pub(super) fn cross(self, rows: &str, columns: &str) {
        self.go(|state| {
            state.with(|state| {
                rows.clone_into(&mut state.look.rows);
                columns.clone_into(&mut state.look.columns);
            })
        });
    }

    /// Divides the bars of the timeline by a facet; by none with an empty key.
    pub(super) fn stack_by(self, key: &str) {
        self.go(|state| state.with(|state| key.clone_into(&mut state.look.stack)));
    }

    /// Forgets what the address asked for in vain.
    pub(super) fn dismiss_hints(self) {
        let engine = self.engine;
        self.go(|state| state.with(|state| explore::drop_vain(engine, state)));
    }
}

/// Chooses a value, or takes the choice back.
pub(super) fn toggle(filter: &mut Filter, key: &str, value: &str) {
    if filter.has(key, value) {
        filter.forget(key, value);
    } else {
        filter.choose(key, value);
    }
}
