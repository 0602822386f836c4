//! What every view needs: the fixed engine, the reader's state, and what follows from both.
//!
//! The engine never changes and lives as long as the page, so it is a plain reference. The state is one signal; named
//! intentions are its only writers. What follows from it are memos of slices, so that opening a record searches nothing.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::loaded::LoadedCatalog;
use super::print_job::PrintJob;
use super::shelf_store::ShelfStore;
use crate::app::platform;
use crate::app::reactive::Memo;
use crate::catalog::{List, ResourceIdx, ResourceSet};
use crate::explore::{self, Engine, History, Look, PAGE_SIZE, Results, State, fragment};
use crate::export::{Context, Known};
use crate::facet::{Counts, Filter};
use crate::i18n;
use crate::search::query::QueryHint;
use crate::search::{Hits, Query};
use crate::text::Mark;

/// What answers the query; a new search is a new answer.
#[derive(Clone)]
struct Answer(Arc<Hits<'static>>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Something that was taken away from what is asked, and can come back.
#[derive(Clone)]
struct Removal {
    text: String,
    before: State,
    after: State,
}

/// How long nothing changes before links lead on from the state as it is.
const PAUSE: Duration = Duration::from_millis(250);

/// A handle on the engine, the state and what follows from it, which every component and every event handler holds. It lives as
/// long as the page, so a handle is one address: a copy of all its parts would be 324 bytes in each closure.
#[derive(Clone, Copy)]
pub(crate) struct Explorer(&'static Store);

impl Deref for Explorer {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.0
    }
}

/// The engine, the state, and what follows.
pub(crate) struct Store {
    /// All that is known of the catalog.
    pub(crate) engine: &'static Engine,
    /// What the records of the catalog say together, for citations and exports.
    known: &'static Known<'static>,
    /// The catalog, and how it came.
    pub(crate) opened: LoadedCatalog,
    /// What the reader keeps.
    pub(crate) shelf: ShelfStore,
    /// What the reader asked to be printed, until it is.
    pub(crate) print_job: StoredValue<Option<PrintJob>>,
    /// What is known of the entry of the tab's history that the reader is at, and what waits to be done to it.
    pub(crate) history: StoredValue<History>,
    pub(crate) waiting: StoredValue<Option<TimeoutHandle>>,
    /// Counts the queries that were entered, and not only typed.
    pub(crate) n_entered: RwSignal<usize>,
    /// Whether the address that the page came with is longer than is read, until that is dismissed.
    pub(crate) is_address_cut: RwSignal<bool>,
    state: RwSignal<State>,
    removal: RwSignal<Option<Removal>>,
    /// Whether the page shows the state, and links lead on from it.
    settled: RwSignal<bool>,
    n_changes: StoredValue<usize>,
    /// What stands in the search box.
    pub(crate) typed: Memo<String>,
    /// What is chosen of the facets.
    pub(crate) filter: Memo<Filter>,
    /// How the views are set.
    pub(crate) look: Memo<Look>,
    hits: Memo<Answer>,
    /// The query as it is understood.
    pub(crate) query: Memo<Query>,
    /// What of the query could not be understood as it was written.
    pub(crate) misread: Memo<Vec<QueryHint>>,
    /// The results.
    pub(crate) matched: Memo<Arc<Results>>,
    /// How many resources of this catalog are selected for comparison, as far as they can be compared.
    pub(crate) n_selected: Memo<usize>,
    /// The counts of each facet, in the order of the engine's facets.
    pub(crate) counts: Memo<Arc<Vec<Counts>>>,
}

impl Explorer {
    /// Begins where the address of the page says.
    pub(crate) fn new(opened: LoadedCatalog) -> Self {
        let engine = opened.engine;
        let arrived = opened.arrived();
        opened.speak(&arrived);
        let state = RwSignal::new(arrived);
        let typed = Memo::new(move |_| state.with(|state| state.query.clone()));
        let filter: Memo<Filter> = Memo::new(move |_| state.with(|state| state.filter.clone()));
        let sort = Memo::new(move |_| state.with(|state| state.sort));
        let query = Memo::new(move |_| explore::parse_query(engine, &typed.read()));
        let only_words = Memo::new(move |_| state.with(|state| state.only_words));
        let hits = Memo::new(move |_| Answer(Arc::new(explore::text_hits(engine, &query.read(), only_words.get()))));
        let most = Memo::new(move |_| state.with(|state| state.pages * PAGE_SIZE));
        let explorer = Self(Box::leak(Box::new(Store {
            engine,
            known: Box::leak(Box::new(Known::new(&engine.store))),
            opened,
            shelf: ShelfStore::start(engine),
            print_job: StoredValue::new(None),
            history: StoredValue::default(),
            waiting: StoredValue::new(None),
            n_entered: RwSignal::new(0),
            is_address_cut: RwSignal::new(fragment::is_cut(&platform::current())),
            state,
            removal: RwSignal::new(None),
            settled: RwSignal::new(false),
            n_changes: StoredValue::new(0),
            typed,
            filter,
            look: Memo::new(move |_| state.with(|state| state.look.clone())),
            hits,
            query,
            misread: Memo::new(move |_| query.with(|query| query.hints.clone())),
            matched: Memo::new(move |_| {
                let (hits, query, filter) = (hits.read(), query.read(), filter.read());
                Arc::new(explore::filter_and_rank(engine, &hits.0, &query, &filter, sort.get(), most.get()))
            }),
            n_selected: Memo::new(move |_| state.with(|state| explore::picked(engine, &state.compared).len())),
            counts: Memo::new(move |_| Arc::new(explore::counts(engine, &hits.read().0, &filter.read()))),
        })));
        explorer.settle_later();
        platform::on_gesture(move || explorer.settle());
        explorer
    }

    /// The catalog as exports and citations take it.
    pub(crate) fn context(self) -> Context<'static> {
        Context::new(&self.engine.head, self.known)
    }

    /// Reads the state.
    pub(crate) fn with<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with(read)
    }

    /// Reads which resources answer the query, whatever the filter.
    pub(crate) fn answered<T>(self, read: impl FnOnce(&ResourceSet) -> T) -> T {
        self.hits.with(|hits| read(&hits.0.set))
    }

    /// All results in order, for the links to the result before and the one after.
    pub(crate) fn order(self) -> Vec<ResourceIdx> {
        self.first_results(self.engine.len())
    }

    /// The first `most` results, in order.
    pub(crate) fn first_results(self, most: usize) -> Vec<ResourceIdx> {
        let sort = self.with(|state| state.sort);
        let (hits, query, matched) = (self.hits.read(), self.query.read(), self.matched.read());
        explore::top_results(self.engine, &hits.0, &query, &matched.set, sort, most)
    }

    /// The words that are marked in texts.
    pub(crate) fn with_marks<T>(self, read: impl FnOnce(&[Mark]) -> T) -> T {
        self.hits.with(|hits| read(&hits.0.marks))
    }

    /// Reads what narrows the results: follows the query and the filter alone.
    pub(crate) fn with_search<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.typed.track();
        self.filter.track();
        self.state.with_untracked(read)
    }

    /// Reads the state, and does not follow it.
    pub(crate) fn with_untracked<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with_untracked(read)
    }

    /// The language of a resource's own texts, where it is not that of the interface.
    pub(crate) fn language(self, idx: ResourceIdx) -> Option<&'static str> {
        let language = self.engine.store.first(idx, List::Language).or(self.engine.head.language.as_deref());
        language.filter(|language| *language != i18n::language())
    }

    /// How many resources match.
    pub(crate) fn n_matched(self) -> usize {
        self.matched.with(|matched| matched.total)
    }

    /// The address of a state that follows from this one. Links that stay are not written anew for every letter that is
    /// typed, but once a reader pauses, points somewhere or moves the focus: before anybody can copy or open one.
    pub(crate) fn link(self, change: impl FnOnce(&State) -> State) -> String {
        self.settled.track();
        self.with_untracked(|state| fragment::write(&change(state)))
    }

    /// Whether nothing has changed for a little while.
    pub(crate) fn is_settled(self) -> bool {
        self.settled.get()
    }

    /// Takes another state in; the links follow.
    pub(crate) fn set(self, state: State) {
        self.settled.update_untracked(|settled| *settled = false);
        if self.with_untracked(|before| before.language != state.language) {
            // Before anything follows the state, and words it.
            self.opened.speak(&state);
        }
        self.state.set(state);
        self.settle_later();
    }

    fn settle_later(self) {
        let n = self.n_changes.try_update_value(|n| {
            *n += 1;
            *n
        });
        let settle_last = move || {
            if self.n_changes.try_get_value() == n {
                self.settle();
            }
        };
        set_timeout(settle_last, PAUSE);
    }

    fn settle(self) {
        if !self.settled.get_untracked() {
            self.settled.set(true);
        }
    }

    /// Goes to another state, as following a link does.
    pub(crate) fn go(self, change: impl FnOnce(&State) -> State) {
        let next = self.state.with_untracked(change);
        if self.state.with_untracked(|state| *state != State { pages: state.pages, ..next.clone() }) {
            // Now, while the page still stands as the reader sees it.
            platform::leave_mark();
        }
        self.set(next);
    }

    /// Goes to a state in which something is no longer asked, and says so, with the way back. It is offered until something else is
    /// asked.
    pub(crate) fn go_removing(self, text: String, change: impl FnOnce(&State) -> State) {
        let before = self.state.with_untracked(State::clone);
        self.go(change);
        let after = self.state.with_untracked(State::clone);
        self.removal.set(Some(Removal { text, before, after }));
    }

    /// What was taken away last, as long as nothing else was asked since; empty where there is nothing.
    pub(crate) fn removal(self) -> String {
        let text = |removal: &Removal| {
            self.with(|state| is_same_question(state, &removal.after)).then(|| removal.text.clone())
        };
        self.removal.with(|removal| removal.as_ref().and_then(text)).unwrap_or_default()
    }

    /// Brings back what was taken away last.
    pub(crate) fn undo_removal(self) {
        if let Some(Removal { before, .. }) = self.removal.try_update(Option::take).flatten() {
            self.go(|state| State { view: state.view, ..before });
        }
    }

    /// Offers the way back no longer.
    pub(crate) fn dismiss_removal(self) {
        self.removal.set(None);
    }

    /// Goes to the state that another letter in the search box asks for.
    pub(crate) fn type_query(self, query: &str) {
        if self.history.try_update_value(History::typing) == Some(true) {
            platform::leave_mark();
        }
        self.set(self.state.with_untracked(|state| state.with_query(query)));
    }

    /// How many resources would match after a value is chosen or its choice taken back.
    pub(crate) fn forecast(self, key: &str, value: &str) -> usize {
        let mut filter = self.with_untracked(|state| state.filter.clone());
        filter.toggle(key, value);
        self.hits.with_untracked(|hits| filter.admitted(&self.engine.facets, &hits.0.set).len())
    }
}

/// Whether two states ask for the same resources, and select the same ones for comparison.
fn is_same_question(a: &State, b: &State) -> bool {
    (&a.query, a.only_words, &a.filter, &a.compared) == (&b.query, b.only_words, &b.filter, &b.compared)
}

/// The explorer that the page was started with.
pub(crate) fn use_explorer() -> Explorer {
    expect_context()
}
