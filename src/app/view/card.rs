//! One result: enough to decide whether to open it.

use leptos::prelude::*;

use super::link::{change, follow};
use super::marked::Marked;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::{List, ResourceIdx, Store};
use crate::explore::{MAX_COMPARED, matched_in};

/// How many themes a card names.
const MOST_THEMES: usize = 4;

/// The card of a resource.
#[component]
pub(super) fn Card(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let summary = Some(store.summary(idx)).filter(|summary| !summary.is_empty());
    let (href, click) = follow(change(move |state| state.opened(id)));
    view! {
        <article class="card" data-id=id>
            <header>
                <p class="kind">{kind(explorer, idx)}</p>
                <CompareTick idx/>
            </header>
            <h3 lang=explorer.language(idx)>
                <a id=format!("hit-{id}") href=href on:click=click><Marked text=store.title(idx)/></a>
            </h3>
            {byline(store, idx)}
            {summary.map(|summary| view! { <p class="summary" lang=explorer.language(idx)><Marked text=summary/></p> })}
            {where_matched(explorer, idx)}
            <ul class="tags">
                {store.strings(idx, List::Themes).take(MOST_THEMES).map(|id| view! { <li><Tag id/></li> }).collect_view()}
            </ul>
        </article>
    }
}

/// "Matched in: title, summary", while something is asked.
fn where_matched(explorer: Explorer, idx: ResourceIdx) -> impl IntoView {
    move || {
        let fields = explorer.with_marks(|marks| matched_in(explorer.engine, idx, marks));
        (!fields.is_empty()).then(|| view! { <p class="where">{words::matched_in(&fields)}</p> })
    }
}

/// "Report · January 2018"
pub(super) fn kind(explorer: Explorer, idx: ResourceIdx) -> impl IntoView {
    let store = &explorer.engine.store;
    let label = store.first(idx, List::Type).and_then(|id| {
        let facet = explorer.engine.facet("type")?;
        Some(facet.values[facet.find(id)? as usize].label.as_str())
    });
    let date = store.published(idx).map(words::date);
    view! {
        {label.map(|label| view! { <span class="type">{label}</span> })}
        {date.map(|date| view! { <span class="date">{date}</span> })}
    }
}

/// Who wrote and published it.
pub(super) fn byline(store: &'static Store, idx: ResourceIdx) -> Option<impl IntoView> {
    let named = store.first(idx, List::Authors).or(store.first(idx, List::Publishers)).is_some();
    named.then(|| {
        view! {
            <p class="byline">
                {names(store, idx, List::Authors, "authors")}
                {names(store, idx, List::Publishers, "publishers")}
            </p>
        }
    })
}

fn names(store: &'static Store, idx: ResourceIdx, list: List, class: &'static str) -> Option<impl IntoView> {
    let mut names = store.strings(idx, list).enumerate().peekable();
    let name = |(at, name): (usize, &'static str)| view! { {(at > 0).then_some(", ")} <Marked text=name/> };
    names.peek().is_some().then(|| view! { <span class=class>{names.map(name).collect_view()}</span> })
}

/// A theme as a link that narrows the results to it.
#[component]
fn Tag(
    /// Id of the theme.
    id: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let label =
        explorer.engine.facet("theme").and_then(|facet| Some(facet.values[facet.find(id)? as usize].label.as_str()));
    let (href, go) = follow(change(move |state| Explorer::choose_only(state, "theme", id)));
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    view! { <a href=href on:click=click>{label.unwrap_or(id)}</a> }
}

/// The checkbox that picks a resource for comparison.
#[component]
pub(super) fn CompareTick(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let picked = Memo::new(move |_| explorer.with(|state| state.compared.iter().any(|picked| picked == id)));
    let full = move || !picked.get() && explorer.n_picked() >= MAX_COMPARED;
    view! {
        <label class="compare">
            <input
                type="checkbox"
                name="compare"
                aria-label=words::compare_this(store.title(idx))
                prop:checked=move || picked.get()
                disabled=full
                on:change=move |_| explorer.toggle_compared(id)
            />
            <span aria-hidden="true">{words::COMPARE}</span>
        </label>
    }
}
