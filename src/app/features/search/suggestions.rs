//! The list of suggestions below the search box, in groups.
//!
//! A listbox with groups of options (ARIA 1.2, role `listbox`); the focus stays in the box.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::Explorer;
use crate::explore::{Engine, Suggested, Suggestion, SuggestionGroup};
use crate::i18n;

/// The id of the list.
pub(crate) const LIST: &str = "suggestions";

/// How long after the last key suggestions are looked for.
const PAUSE: Duration = Duration::from_millis(80);

/// How long suggestions have to stand before their number is announced: once, and not at each letter.
const BEFORE_STATUS: Duration = Duration::from_secs(1);

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
    /// What a screen reader is told of the list.
    status: RwSignal<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Offer {
    /// Nothing yet.
    pub(crate) fn new(explorer: Explorer) -> Self {
        let (offered, status) = (RwSignal::new(Offered::default()), RwSignal::new(String::new()));
        Self { explorer, offered, status, timer: StoredValue::new(None) }
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
        let n = all.len();
        self.offered.set(Offered { typed: typed.to_owned(), all, active: None });
        let announce = move || {
            let text = if n > 0 { i18n::n_suggestions(n) } else { String::new() };
            _ = self.status.try_set(text);
        };
        self.timer.set_value(set_timeout_with_handle(announce, BEFORE_STATUS).ok());
    }

    fn wait_no_more(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }

    fn activate(self, at: Option<usize>) {
        if self.offered.with_untracked(|offered| offered.active != at) {
            self.offered.update(|offered| offered.active = at);
            if let Some(at) = at {
                platform::scroll_into_view(&option(at));
            }
        }
    }

    /// Takes the list away; whether there was one.
    pub(crate) fn close(self) -> bool {
        self.wait_no_more();
        let was_open = self.offered.with_untracked(|offered| !offered.all.is_empty());
        if was_open {
            self.offered.set(Offered::default());
            self.status.set(String::new());
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

    /// Goes to the first suggestion or to the last, where one is chosen; else these keys move the cursor in the box.
    pub(crate) fn to_end(self, is_last: bool) -> bool {
        let (n, is_in_list) = self.offered.with_untracked(|offered| (offered.all.len(), offered.active.is_some()));
        if is_in_list {
            self.activate(Some(if is_last { n.saturating_sub(1) } else { 0 }));
        }
        is_in_list
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
        if suggestion.as_ref().is_some_and(|suggestion| suggestion.what == Suggested::Typed) {
            self.explorer.enter_query();
        }
        suggestion.inspect(|suggestion| self.explorer.take(suggestion)).is_some()
    }

    /// Closes the list, or else empties the box.
    pub(crate) fn escape(self) -> bool {
        if self.close() {
            return true;
        }
        let is_asked = self.explorer.with_untracked(|state| !state.query.is_empty());
        if is_asked {
            self.explorer.clear_search();
        }
        is_asked
    }
}

fn option(at: usize) -> String {
    format!("suggestion-{at}")
}

/// One suggestion, with its place in the whole list.
type Row = (usize, Suggestion);

/// The suggestions group by group.
fn grouped(engine: &Engine, all: Vec<Suggestion>) -> Vec<(SuggestionGroup, Vec<Row>)> {
    let mut groups: Vec<(SuggestionGroup, Vec<Row>)> = Vec::new();
    for (at, suggestion) in all.into_iter().enumerate() {
        let group = suggestion.group(engine);
        match groups.last_mut().filter(|(last, _)| *last == group) {
            Some((_, rows)) => rows.push((at, suggestion)),
            None => groups.push((group, vec![(at, suggestion)])),
        }
    }
    groups
}

/// The list; it never takes the focus.
#[component]
pub(crate) fn Suggestions(
    /// What is suggested.
    offer: Offer,
) -> impl IntoView {
    // The choice among the suggestions changes more often than they do: the rows stay.
    let all = Memo::new(move |_| offer.offered.with(|offered| offered.all.clone()));
    let group = move |(group, rows): (SuggestionGroup, Vec<Row>)| {
        let name = i18n::suggestion_group(group);
        // The first rows say themselves what they do.
        let heading =
            (group != SuggestionGroup::Query).then(|| view! { <div class="group" aria-hidden="true">{name}</div> });
        view! { <div role="group" aria-label=name>{heading} {rows.into_iter().map(|row| option_row(offer, row)).collect::<Vec<_>>()}</div> }
    };
    view! {
        <div
            id=LIST
            data-typed=move || offer.offered.with(|offered| offered.typed.clone())
            role="listbox"
            aria-label=i18n::suggestions()
            hidden=move || !offer.is_open()
            on:mousedown=|press| press.prevent_default()
        >
            {move || grouped(offer.explorer.engine, all.get()).into_iter().map(group).collect::<Vec<_>>()}
        </div>
        <p id="suggestions-status" class="hidden" role="status">{offer.status}</p>
    }
}

/// The option of one suggestion.
fn option_row(offer: Offer, (at, suggestion): Row) -> AnyView {
    let (what, label, count) = i18n::suggestion(offer.explorer.engine, &suggestion);
    let is_active = move || offer.offered.with(|offered| (offered.active == Some(at)).to_string());
    let data_kind = match suggestion.what {
        Suggested::Typed => "typed",
        Suggested::Spelled => "spelled",
        Suggested::Value { .. } | Suggested::Named(_) => "value",
        Suggested::Title(_) => "title",
        Suggested::Word(_) => "word",
    };
    let what = (!what.is_empty()).then(|| view! { <span class="what">{what}</span> " " });
    view! {
        <div
            id=option(at)
            role="option"
            data-kind=data_kind
            aria-selected=is_active
            on:click=handler(move |_| { offer.take(at); })
        >
            {what}
            <span class="label" dir="auto">{label}</span>
            " "
            <span class="count">{count}</span>
        </div>
    }
}
