//! What the page knows of the catalog, which is in the worker, and how it asks for more.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;

use super::platform;
use crate::import::RawCatalog;
use crate::session::{Request, Status};

/// The catalog and its edits.
#[derive(Clone, Copy)]
pub(super) struct Editing {
    status: RwSignal<Status>,
    /// A number that changes with the catalog.
    version: RwSignal<usize>,
}

impl Editing {
    /// Nothing to edit yet.
    pub(super) fn new() -> Self {
        Self { status: RwSignal::default(), version: RwSignal::default() }
    }

    /// The catalog is another one now.
    pub(super) fn set(self, status: Status) {
        self.status.set(status);
        self.version.update(|version| *version += 1);
    }

    /// Looks at the head of the catalog, without its vocabulary; of records there are none.
    pub(super) fn with<T>(self, look: impl FnOnce(&RawCatalog) -> T) -> T {
        self.status.with(|status| look(&status.head))
    }

    /// A text of the head.
    pub(super) fn head(self, key: &str) -> String {
        let text = |catalog: &RawCatalog| catalog.head.get(key).and_then(|value| value.as_str()).map(str::to_owned);
        self.with(text).unwrap_or_default()
    }

    /// How many records there are.
    pub(super) fn n_records(self) -> usize {
        self.status.with(|status| status.n_records)
    }

    /// How many edits can be undone, and how many redone.
    pub(super) fn counts(self) -> (usize, usize) {
        self.status.with(|status| (status.n_edits, status.n_undone))
    }

    /// What the catalog answers to a question, asked anew whenever the question or the catalog changes; `None` until it has answered.
    pub(super) fn asked<T>(self, question: impl Fn() -> Request + 'static) -> RwSignal<Option<T>>
    where
        T: DeserializeOwned + PartialEq + Send + Sync + 'static,
    {
        let answer = RwSignal::new(None);
        let take = move |json: String| {
            let read: Option<T> = serde_json::from_str(&json).ok();
            // What is shown may be gone by now.
            if answer.try_with_untracked(|old| *old != read) == Some(true) {
                answer.set(read);
            }
        };
        self.follow(Box::new(question), Box::new(take));
        answer
    }

    /// Asks a question whenever it or the catalog changes. One is under way at most: of those that come meanwhile the last is asked.
    fn follow(self, question: Box<dyn Fn() -> Request>, take: Box<dyn Fn(String)>) {
        let question = StoredValue::new_local(question);
        let take = StoredValue::new_local(take);
        let next = StoredValue::new(None::<String>);
        let is_asking = StoredValue::new(false);
        Effect::new(move |_| {
            self.version.track();
            next.set_value(Some(question.with_value(|question| json(&question()))));
            if is_asking.get_value() {
                return;
            }
            is_asking.set_value(true);
            spawn_local(async move {
                while let Some(request) = next.try_update_value(Option::take).flatten() {
                    if let Ok(answer) = platform::ask(&request).await {
                        take.try_with_value(|take| take(answer));
                    }
                }
                is_asking.try_update_value(|is| *is = false);
            });
        });
    }
}

/// A request as JSON.
pub(super) fn json(request: &Request) -> String {
    serde_json::to_string(request).unwrap_or_default()
}
