//! The list of suggestions below the search box.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::reactive::{handler, view};
use crate::app::state::Explorer;
use crate::explore::{Suggested, Suggestion};
use crate::i18n;

/// The id of the list.
pub(crate) const LIST: &str = "suggestions";

/// How long after the last key suggestions are looked for.
const PAUSE: Duration = Duration::from_millis(80);

/// What is suggested, and which of it is chosen.
#[derive(Clone, Default)]
struct Offered {
    /// For what was typed.
    typed: String,
    all: Vec<Suggestion>,
    active: Option<usize>,
}

/// The suggestions, and what can be done with them.
#[derive(Clone, Copy)]
pub(crate) struct Offer {
    explorer: Explorer,
    offered: RwSignal<Offered>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Offer {
    /// Nothing yet.
    pub(crate) fn new(explorer: Explorer) -> Self {
        Self { explorer, offered: RwSignal::new(Offered::default()), timer: StoredValue::new(None) }
    }

    /// Whether the list shows.
    pub(crate) fn is_open(self) -> bool {
        self.offered.with(|offered| !offered.all.is_empty())
    }

    /// The id of the chosen suggestion.
    pub(crate) fn active(self) -> Option<String> {
        self.offered.with(|offered| offered.active.map(option))
    }

    /// Looks for suggestions once the reader pauses.
    pub(crate) fn after_typing(self, typed: String) {
        self.wait_no_more();
        self.activate(None);
        let look = move || self.look(&typed);
        self.timer.set_value(set_timeout_with_handle(look, PAUSE).ok());
    }

    fn look(self, typed: &str) {
        let all = self.explorer.suggestions(typed);
        self.offered.set(Offered { typed: typed.to_owned(), all, active: None });
    }

    fn wait_no_more(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn activate(self, at: Option<usize>) {
        if self.offered.with_untracked(|offered| offered.active != at) {
            self.offered.update(|offered| offered.active = at);
        }
    }

    /// Takes the list away; whether there was one.
    pub(crate) fn close(self) -> bool {
        self.wait_no_more();
        let was_open = self.offered.with_untracked(|offered| !offered.all.is_empty());
        if was_open {
            self.offered.set(Offered::default());
        }
        was_open
    }

    /// Chooses the next or the one before; in between stands what is typed. A closed list opens.
    pub(crate) fn step(self, by: isize) -> bool {
        if self.offered.with_untracked(|offered| offered.all.is_empty()) {
            let typed = self.explorer.with_untracked(|state| state.query.clone());
            self.look(&typed);
        }
        let (n, at) = self.offered.with_untracked(|offered| (offered.all.len(), offered.active));
        let at = at.map_or(0, |at| at.cast_signed() + 1);
        let next = (at + by).rem_euclid(n.cast_signed() + 1);
        self.activate((next - 1).try_into().ok());
        n > 0
    }

    /// Keys that write or move the cursor leave the list.
    pub(crate) fn leave_list(self) -> bool {
        self.activate(None);
        false
    }

    /// Takes the chosen suggestion; whether there was one.
    fn take_active(self) -> bool {
        let chosen = self.offered.with_untracked(|offered| offered.active);
        if chosen.is_none() {
            self.close();
        }
        chosen.is_some_and(|at| self.take(at))
    }

    /// Takes the chosen suggestion; where none is, what is typed is what is asked. Whether there was one.
    pub(crate) fn enter(self) -> bool {
        let is_taken = self.take_active();
        if !is_taken {
            self.explorer.enter_query();
        }
        is_taken
    }

    fn take(self, at: usize) -> bool {
        let suggestion = self.offered.with_untracked(|offered| offered.all.get(at).cloned());
        self.close();
        suggestion.inspect(|suggestion| self.explorer.take(suggestion)).is_some()
    }

    /// Closes the list, or else empties the box.
    pub(crate) fn escape(self) -> bool {
        if self.close() {
            return true;
        }
        let is_asked = self.explorer.with_untracked(|state| !state.query.is_empty());
        if is_asked {
            self.explorer.search("");
        }
        is_asked
    }
}

fn option(at: usize) -> String {
    format!("suggestion-{at}")
}

/// The list; it never takes the focus.
#[component]
pub(crate) fn Suggestions(
    /// What is suggested.
    offer: Offer,
) -> impl IntoView {
    let row = move |(at, suggestion): (usize, Suggestion)| {
        let (what, label, count) = i18n::suggestion(offer.explorer.engine, &suggestion);
        let is_active = offer.offered.with(|offered| offered.active == Some(at));
        let data_kind = match suggestion.what {
            Suggested::Value { .. } | Suggested::Named(_) => "value",
            Suggested::Title(_) => "title",
            Suggested::Word(_) => "word",
        };
        view! {
            <li
                id=option(at)
                role="option"
                data-kind=data_kind
                aria-selected=is_active.to_string()
                on:click=handler(move |_| { offer.take(at); })
            >
                <span class="what">{what}</span>
                " "
                <span class="label" dir="auto">{label}</span>
                " "
                <span class="count">{count}</span>
            </li>
        }
    };
    view! {
        <ul
            id=LIST
            data-typed=move || offer.offered.with(|offered| offered.typed.clone())
            role="listbox"
            aria-label=i18n::suggestions()
            hidden=move || !offer.is_open()
            on:mousedown=|press| press.prevent_default()
        >
            {move || offer.offered.with(|offered| offered.all.clone()).into_iter().enumerate().map(row).collect_view()}
        </ul>
    }
}
