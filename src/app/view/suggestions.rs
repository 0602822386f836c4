//! The list of suggestions below the search box.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Suggested, Suggestion};

/// The id of the list.
pub(super) const LIST: &str = "suggestions";

/// How long after the last key suggestions are looked for.
const PAUSE: Duration = Duration::from_millis(80);

/// What is suggested, and which of it is chosen.
#[derive(Clone, Copy)]
pub(super) struct Offer {
    explorer: Explorer,
    all: RwSignal<Vec<Suggestion>>,
    active: RwSignal<Option<usize>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Offer {
    /// Nothing yet.
    pub(super) fn new(explorer: Explorer) -> Self {
        let (all, active) = (RwSignal::new(Vec::new()), RwSignal::new(None));
        Self { explorer, all, active, timer: StoredValue::new(None) }
    }

    /// Whether the list shows.
    pub(super) fn is_open(self) -> bool {
        self.all.with(|all| !all.is_empty())
    }

    /// The id of the chosen suggestion.
    pub(super) fn active(self) -> Option<String> {
        self.active.get().map(option)
    }

    /// Looks for suggestions once the reader pauses.
    pub(super) fn after_typing(self, typed: String) {
        self.wait_no_more();
        self.active.set(None);
        let look = move || self.look(&typed);
        self.timer.set_value(set_timeout_with_handle(look, PAUSE).ok());
    }

    fn look(self, typed: &str) {
        self.active.set(None);
        self.all.set(self.explorer.suggestions(typed));
    }

    fn wait_no_more(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    /// Takes the list away; whether there was one.
    pub(super) fn close(self) -> bool {
        self.wait_no_more();
        self.active.set(None);
        let was_open = self.all.with_untracked(|all| !all.is_empty());
        if was_open {
            self.all.set(Vec::new());
        }
        was_open
    }

    /// Chooses the next or the one before; in between stands what is typed. A closed list opens.
    pub(super) fn step(self, by: isize) -> bool {
        if self.all.with_untracked(Vec::is_empty) {
            let typed = self.explorer.with_untracked(|state| state.query.clone());
            self.look(&typed);
        }
        let n = self.all.with_untracked(Vec::len).cast_signed() + 1;
        let at = self.active.get_untracked().map_or(0, |at| at.cast_signed() + 1);
        let next = (at + by).rem_euclid(n);
        self.active.set((next - 1).try_into().ok());
        n > 1
    }

    /// Keys that write or move the cursor leave the list.
    pub(super) fn leave_list(self) -> bool {
        if self.active.get_untracked().is_some() {
            self.active.set(None);
        }
        false
    }

    /// Takes the chosen suggestion; whether there was one.
    pub(super) fn take_active(self) -> bool {
        let chosen = self.active.get_untracked();
        if chosen.is_none() {
            self.close();
        }
        chosen.is_some_and(|at| self.take(at))
    }

    fn take(self, at: usize) -> bool {
        let suggestion = self.all.with_untracked(|all| all.get(at).cloned());
        self.close();
        suggestion.inspect(|suggestion| self.explorer.take(suggestion)).is_some()
    }

    /// Closes the list, or else empties the box.
    pub(super) fn escape(self) -> bool {
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
pub(super) fn Suggestions(
    /// What is suggested.
    offer: Offer,
) -> impl IntoView {
    let row = move |(at, suggestion): (usize, Suggestion)| {
        let (kind, what, label, count) = words::suggestion(offer.explorer.engine, &suggestion);
        let is_active = move || offer.active.get() == Some(at);
        let data_kind = match suggestion.what {
            Suggested::Value { .. } => "value",
            Suggested::Title(_) => "title",
            Suggested::Word(_) => "word",
        };
        view! {
            <li
                id=option(at)
                role="option"
                data-kind=data_kind
                aria-selected=move || is_active().to_string()
                aria-label=kind
                on:click=move |_| { offer.take(at); }
            >
                <span class="what">{what}</span>
                <span class="label">{label}</span>
                <span class="count">{count}</span>
            </li>
        }
    };
    view! {
        <ul
            id=LIST
            role="listbox"
            aria-label=words::SUGGESTIONS
            hidden=move || !offer.is_open()
            on:mousedown=|press| press.prevent_default()
        >
            {move || offer.all.get().into_iter().enumerate().map(row).collect_view()}
        </ul>
    }
}
