//! The results as a list, a page at a time.

use leptos::prelude::*;

use super::card::Card;
use super::dead_end::DeadEnd;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{PAGE_SIZE, Sort, fragment};

/// The list, or why there is none.
#[component]
pub(super) fn Results() -> impl IntoView {
    let explorer = use_explorer();
    let shown = Memo::new(move |_| explorer.matched.with(|matched| matched.first.clone()));
    view! {
        <ol id="results">
            <For each=move || shown.get() key=|idx| *idx let:idx>
                <li><Card idx/></li>
            </For>
        </ol>
        <Show when=move || shown.with(Vec::is_empty)>
            <DeadEnd/>
        </Show>
        <More shown/>
    }
}

/// The button that shows one more page; nothing when all results show.
#[component]
pub(super) fn More(
    /// What shows.
    shown: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let left = move || explorer.n_matched().saturating_sub(shown.with(Vec::len));
    let more = move |_| {
        let n_before = shown.with_untracked(Vec::len);
        explorer.show_more();
        if let Some(idx) = shown.with_untracked(|shown| shown.get(n_before).copied()) {
            browser::focus(&format!("hit-{}", explorer.engine.store.id(idx)));
        }
    };
    view! {
        <Show when=move || { left() > 0 }>
            <button type="button" id="more" on:click=more>{move || words::show_more(left().min(PAGE_SIZE))}</button>
        </Show>
    }
}

/// The order of the results. Without a query there is no best match: the newest come first.
#[component]
pub(super) fn SortChoice() -> impl IntoView {
    let explorer = use_explorer();
    let asked = Memo::new(move |_| explorer.query.with(|query| !query.is_empty()));
    let sorts = move || {
        let unasked = !asked.get();
        let sorts = [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title];
        sorts.into_iter().filter(move |sort| !unasked || *sort != Sort::Newest)
    };
    let current = Memo::new(move |_| explorer.with(|state| state.sort));
    let word = move |sort: Sort| {
        let is_newest = !asked.get() && sort == Sort::Relevance;
        words::sort(if is_newest { Sort::Newest } else { sort })
    };
    let is_current = move |sort: Sort| {
        current.get() == sort || !asked.get() && sort == Sort::Relevance && current.get() == Sort::Newest
    };
    view! {
        <label class="sort">
            <span>{words::SORT_BY}</span>
            <select id="sort" on:change:target=move |select| {
                if let Some(sort) = fragment::sort_of(&select.target().value()) {
                    explorer.sort(sort);
                }
            }>
                {move || sorts().map(|sort| view! {
                    <option value=fragment::sort_word(sort) prop:selected=is_current(sort)>{word(sort)}</option>
                }).collect_view()}
            </select>
        </label>
    }
}
