//! The results as a list, a page at a time.

use leptos::prelude::*;

use super::card::ResultCard;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{For, Show};
use crate::catalog::ResourceIdx;
use crate::explore::{PAGE_SIZE, Sort, fragment, next_slice};
use crate::i18n;
use crate::limits::RESULTS_DRAWN;

/// The list.
#[component]
pub(crate) fn Results() -> impl IntoView {
    let explorer = use_explorer();
    let (resources, is_busy) = in_slices(explorer);
    view! {
        <ol id="results" aria-busy=is_busy><For each=move || resources.get() key=|idx| *idx let:idx><li><ResultCard idx/></li></For></ol>
        <ShowMore/>
    }
}

/// Returns the results that are in the document, and `true` while others follow: with each frame as many
/// more as [`next_slice`] has it, so that no task is long.
pub(super) fn in_slices(explorer: Explorer) -> (Memo<Vec<ResourceIdx>>, Signal<Option<&'static str>>) {
    let frame = RwSignal::new(0_u32);
    let shown = Memo::new(move |before: Option<&Vec<ResourceIdx>>| {
        frame.track();
        let before = before.map_or(&[][..], Vec::as_slice);
        explorer.matched.with(|matched| next_slice(&matched.first, before).to_vec())
    });
    let follow = Memo::new(move |_| shown.with(Vec::len) < explorer.matched.with(|matched| matched.first.len()));
    Effect::new(move |_| {
        shown.track();
        if follow.get() {
            request_animation_frame(move || _ = frame.try_update(|frame| *frame += 1));
        }
    });
    (shown, Signal::derive(move || follow.get().then_some("true")))
}

/// The button that shows one more page; nothing when all results show.
#[component]
pub(crate) fn ShowMore() -> impl IntoView {
    let explorer = use_explorer();
    let n_left = Memo::new(move |_| explorer.matched.with(|matched| matched.total - matched.first.len()));
    let is_full = move || n_left.get() != 0 && explorer.matched.with(|matched| matched.first.len()) >= RESULTS_DRAWN;
    view! {
        <Show when=is_full>
            <p id="results-limit" class="quiet">{move || i18n::first_results(RESULTS_DRAWN, explorer.n_matched())}</p>
        </Show>
        <Show when=move || n_left.get() != 0 && !is_full()>
            <button type="button" id="more" on:click=handler(move |_| show_more(explorer))>
                {move || i18n::show_more(n_left.get().min(PAGE_SIZE))}
            </button>
        </Show>
    }
}

/// Shows one more page, and goes to its first result.
fn show_more(explorer: Explorer) {
    let n_before = explorer.matched.with_untracked(|matched| matched.first.len());
    explorer.show_more();
    if let Some(idx) = explorer.matched.with_untracked(|matched| matched.first.get(n_before).copied()) {
        platform::focus(&format!("hit-{}", explorer.engine.store.id(idx)));
    }
}

/// The order of the results. Without a query there is no best match: the newest come first.
#[component]
pub(crate) fn SortChoice(
    /// Its id.
    id: &'static str,
) -> impl IntoView {
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
        i18n::sort(if is_newest { Sort::Newest } else { sort })
    };
    let is_current = move |sort: Sort| {
        current.get() == sort || !asked.get() && sort == Sort::Relevance && current.get() == Sort::Newest
    };
    view! {
        <label class="sort">
            <span>{i18n::sort_by()}</span>
            <select id=id on:change:target=move |select| {
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
