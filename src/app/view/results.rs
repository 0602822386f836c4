//! The results as a list, a page at a time.

use leptos::prelude::*;

use super::card::Card;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{PAGE_SIZE, Sort, fragment};

/// The list, or why there is none.
#[component]
pub(super) fn Results() -> impl IntoView {
    let explorer = use_explorer();
    let shown = Memo::new(move |_| {
        let most = explorer.with(|state| state.pages) * PAGE_SIZE;
        explorer.matched.with(|matched| matched.order.iter().take(most).copied().collect::<Vec<_>>())
    });
    let left = move || explorer.n_matched().saturating_sub(shown.with(Vec::len));
    let more = move |_| {
        let first_new =
            explorer.matched.with_untracked(|matched| matched.order.get(shown.with_untracked(Vec::len)).copied());
        explorer.show_more();
        if let Some(idx) = first_new {
            browser::focus(&format!("hit-{}", explorer.engine.store.id(idx)));
        }
    };
    view! {
        <ol id="results">
            <For each=move || shown.get() key=|idx| *idx let:idx>
                <li><Card idx/></li>
            </For>
        </ol>
        <Show when=move || shown.with(Vec::is_empty)>
            <Nothing/>
        </Show>
        <Show when=move || { left() > 0 }>
            <button type="button" id="more" on:click=more>{move || words::show_more(left().min(PAGE_SIZE))}</button>
        </Show>
    }
}

/// What to do when nothing matches.
#[component]
fn Nothing() -> impl IntoView {
    let explorer = use_explorer();
    if explorer.engine.is_empty() {
        return view! { <p class="nothing">{words::NO_RESOURCES}</p> }.into_any();
    }
    let clear_search = move |_| {
        explorer.search(String::new());
        browser::focus("search");
    };
    let clear_filters = move |_| {
        explorer.clear_filter();
        browser::focus_in_place("results-title");
    };
    view! {
        <div class="nothing">
            <p class="headline">{words::NOTHING_FOUND}</p>
            <p>{words::NOTHING_FOUND_HELP}</p>
            <p class="actions">
                <Show when=move || explorer.with(|state| !state.query.trim().is_empty())>
                    <button type="button" on:click=clear_search>{words::CLEAR_SEARCH}</button>
                </Show>
                <Show when=move || explorer.with(|state| !state.filter.is_empty())>
                    <button type="button" on:click=clear_filters>{words::CLEAR_FILTERS}</button>
                </Show>
            </p>
        </div>
    }
    .into_any()
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
