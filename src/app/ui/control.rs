//! `Show` and `For` as Leptos has them, compiled once: there each use is a function of its own, for its own closures.

use std::hash::Hash;
use std::sync::Arc;

use leptos::children::ViewFn;
use leptos::prelude::{AnyView, ChildrenFn, IntoAny, IntoView, component};

use crate::app::reactive::Memo;

/// Whether something shows.
pub(crate) struct Condition(Box<dyn Fn() -> bool + Send + Sync>);

impl<F: Fn() -> bool + Send + Sync + 'static> From<F> for Condition {
    fn from(condition: F) -> Self {
        Self(Box::new(condition))
    }
}

/// Shows its children while a condition holds, and otherwise what `fallback` returns.
#[component]
pub(crate) fn Show(
    /// The condition.
    #[prop(into)]
    when: Condition,
    /// What shows otherwise.
    #[prop(optional, into)]
    fallback: ViewFn,
    /// What shows.
    children: ChildrenFn,
) -> impl IntoView {
    let holds = Memo::new(move |_| (when.0)());
    (move || if holds.get() { children() } else { fallback.run() }).into_any()
}

/// Shows an item each; an item of the same key keeps its elements.
#[component]
pub(crate) fn For<T, K, V>(
    /// The items.
    each: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What tells them apart.
    key: fn(&T) -> K,
    /// The view of an item.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Eq + Hash + Send + 'static,
    V: IntoView + 'static,
{
    items(Box::new(each), key, Arc::new(move |item| children(item).into_any()))
}

fn items<T, K>(
    each: Box<dyn Fn() -> Vec<T> + Send + Sync>,
    key: fn(&T) -> K,
    children: Arc<dyn Fn(T) -> AnyView + Send + Sync>,
) -> AnyView
where
    T: Send + 'static,
    K: Eq + Hash + Send + 'static,
{
    let children = move |item: T| children(item);
    leptos::prelude::For(leptos::prelude::ForProps { each: move || each(), key, children }).into_any()
}
