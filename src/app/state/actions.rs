//! What a reader can do: every change of the state has its name here, and no other way.

use leptos::prelude::*;

use super::store::Explorer;
use crate::explore::{
    self, CloudLook, Condition, MAX_COMPARED, MAX_PAGES, MAX_SETS, Sort, State, Suggestion, Tags, View,
};
use crate::i18n;

impl Explorer {
    /// Takes the query away.
    pub(crate) fn clear_search(self) {
        self.go_removing(i18n::search_cleared().to_owned(), |state| state.with_query(""));
    }

    /// Makes the query that is typed an entry of the history that stays.
    pub(crate) fn enter_query(self) {
        self.n_entered.update(|n| *n += 1);
    }

    /// What can be suggested to somebody who has typed this.
    pub(crate) fn suggestions(self, typed: &str) -> Vec<Suggestion> {
        self.with_untracked(|state| explore::suggest(self.engine, state, typed))
    }

    /// Takes a suggestion.
    pub(crate) fn take(self, suggestion: &Suggestion) {
        self.go(|state| suggestion.applied(self.engine, state));
    }

    /// Takes a condition away.
    pub(crate) fn remove_condition(self, condition: &Condition) {
        let text = match condition {
            Condition::Filter => i18n::filters_cleared().to_owned(),
            Condition::Query => i18n::search_cleared().to_owned(),
            Condition::Broader(..) => i18n::broadened(&i18n::short(self.engine, condition)),
            _ => i18n::removed_condition(&i18n::short(self.engine, condition)),
        };
        self.go_removing(text, |state| condition.removed_from(state));
    }

    /// Searches only the typed words, or others that mean the same too.
    pub(crate) fn search_only_words(self, only: bool) {
        self.go(|state| state.with(|state| state.only_words = only));
    }

    /// Asks for all chosen values of a facet, or for any.
    pub(crate) fn ask_for_all(self, key: &str, all: bool) {
        self.go(|state| state.with(|state| state.filter.set_all(key, all)));
    }

    /// Makes a value the only one that is chosen of its facet.
    pub(crate) fn choose_only(state: &State, key: &str, value: &str) -> State {
        state.with(|state| {
            let chosen = state.filter.of(key).map(|choice| choice.any.clone()).unwrap_or_default();
            for old in &chosen {
                state.filter.forget(key, old);
            }
            state.filter.choose(key, value);
        })
    }

    /// Chooses a value of a facet, or takes the choice back.
    pub(crate) fn toggle(self, key: &str, value: &str) {
        self.go(|state| state.with(|state| state.filter.toggle(key, value)));
    }

    /// Asks for a tag of the cloud, or no longer.
    pub(crate) fn toggle_tag(self, of: Tags, at: u32) {
        let engine = self.engine;
        self.go(|state| of.toggled(engine, state, &explore::parse_query(engine, &state.query), at));
    }

    /// Sets how the cloud is shown.
    pub(crate) fn set_cloud(self, change: impl FnOnce(&mut CloudLook)) {
        self.go(|state| state.with(|state| change(&mut state.look.cloud)));
    }

    /// Sets what is chosen of a facet of numbers: one range, or none.
    pub(crate) fn choose_range(self, key: &str, range: Option<String>) {
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

    /// Takes back all choices of the facets.
    pub(crate) fn clear_filter(self) {
        self.remove_condition(&Condition::Filter);
    }

    /// Takes back all choices of one facet.
    pub(crate) fn clear_facet(self, key: &str) {
        self.remove_condition(&Condition::Facet(key.to_owned()));
    }

    /// Sorts the results.
    pub(crate) fn sort(self, sort: Sort) {
        self.go(|state| state.with(|state| state.sort = sort));
    }

    /// Shows one more page of results.
    pub(crate) fn show_more(self) {
        self.go(|state| state.with(|state| state.pages = (state.pages + 1).min(MAX_PAGES)));
    }

    /// Picks a resource for comparison, or puts it back.
    pub(crate) fn toggle_compared(self, id: &str) {
        self.go(|state| {
            state.with(|state| match state.compared.iter().position(|picked| picked == id) {
                Some(at) => drop(state.compared.remove(at)),
                // Ids of other catalogs, as an old link may have them, take no place.
                None if explore::picked(self.engine, &state.compared).len() < MAX_COMPARED => {
                    state.compared.push(id.to_owned());
                }
                None => {}
            })
        });
    }

    /// Compares some resources, in place of those that were picked.
    pub(crate) fn compare_these(state: &State, ids: &[String]) -> State {
        state.shown_as(View::Compare).with(|state| state.compared = ids.to_vec())
    }

    /// Moves a picked resource one place to the left or to the right, past the neighbour that this catalog has.
    pub(crate) fn move_compared(self, id: &str, left: bool) {
        self.go(|state| {
            state.with(|state| {
                let known: Vec<usize> =
                    (0..state.compared.len()).filter(|at| self.engine.find(&state.compared[*at]).is_some()).collect();
                let place = known.iter().position(|at| state.compared[*at] == id);
                let other = place.and_then(|at| if left { at.checked_sub(1) } else { Some(at + 1) });
                if let (Some(at), Some(other)) = (place, other.and_then(|other| known.get(other))) {
                    state.compared.swap(known[at], *other);
                }
            })
        });
    }

    /// Shows a column of the table, or hides it; the last one stays.
    pub(crate) fn toggle_column(self, word: &str) {
        self.go(|state| {
            let mut shown: Vec<String> = explore::shown_columns(self.engine, &state.look.shown)
                .iter()
                .map(|one| one.word().to_owned())
                .collect();
            match shown.iter().position(|one| one == word) {
                Some(at) if shown.len() > 1 => drop(shown.remove(at)),
                Some(_) => {}
                None => shown.push(word.to_owned()),
            }
            state.with(|state| state.look.shown = shown)
        });
    }

    /// Makes one of the compared sets another one, by its fragment, or adds it behind the others; returns its place.
    pub(crate) fn set_side(self, side: usize, address: String) -> usize {
        let mut sets = self.with_untracked(explore::sets_of);
        let side = side.min(sets.len());
        sets.truncate(MAX_SETS);
        match sets.get_mut(side) {
            Some(place) => *place = address,
            None => sets.push(address),
        }
        self.go(|state| state.with(|state| state.look.sets = sets));
        side
    }

    /// Compares one set less.
    pub(crate) fn remove_side(self, side: usize) {
        let mut sets = self.with_untracked(explore::sets_of);
        if side < sets.len() {
            sets.remove(side);
        }
        // Results that were compared would be the first set again.
        self.go(|state| {
            let state = if sets.is_empty() { State { view: View::Sets, ..state.fresh() } } else { state.clone() };
            state.with(|state| state.look.sets = sets)
        });
    }

    /// Puts all picked resources back.
    pub(crate) fn clear_compared(self) {
        self.go(|state| {
            state.with(|state| {
                state.compared.clear();
                state.view = View::List;
            })
        });
    }

    /// Crosses two facets on the map.
    pub(crate) fn cross(self, rows: &str, columns: &str) {
        self.go(|state| {
            state.with(|state| {
                rows.clone_into(&mut state.look.rows);
                columns.clone_into(&mut state.look.columns);
            })
        });
    }

    /// Divides the bars of the timeline by a facet; by none with an empty key.
    pub(crate) fn stack_by(self, key: &str) {
        self.go(|state| state.with(|state| key.clone_into(&mut state.look.stack)));
    }

    /// Removes what of the address this catalog does not have.
    pub(crate) fn dismiss_hints(self) {
        let engine = self.engine;
        self.is_address_cut.set(false);
        self.go(|state| state.with(|state| explore::remove_unknown(engine, state)));
    }
}
