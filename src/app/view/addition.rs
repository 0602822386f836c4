//! One more column: a box that finds titles, and what it found.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{Comparison, MAX_COMPARED, addable};

/// How many resources are offered.
const MOST: usize = 6;

/// The box, or that there is no room.
#[component]
pub(super) fn Addition(
    /// What is compared already.
    table: Memo<Comparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        typed.with(|typed| table.with(|table| addable(explorer.engine, &table.resources, typed, MOST)))
    });
    let is_full = Memo::new(move |_| table.with(|table| table.resources.len() >= MAX_COMPARED));
    let add = move |idx: ResourceIdx| {
        explorer.toggle_compared(explorer.engine.store.id(idx));
        typed.set(String::new());
        browser::focus_in_place("add-title");
    };
    let offer = move |idx: ResourceIdx| {
        let title = explorer.engine.store.title(idx);
        view! {
            <li>
                <button type="button" aria-label=words::add_this(title) on:click=move |_| add(idx)>
                    <span class="title">{title}</span>
                    <span class="quiet">{super::card::kind(explorer, idx)}</span>
                </button>
            </li>
        }
    };
    let is_asked = move || typed.with(|typed| !typed.trim().is_empty());
    view! {
        <p class="quiet" hidden=move || !is_full.get()>{words::FULL}</p>
        <div class="addition" hidden=move || is_full.get()>
            <label for="add-title">{words::ADD_ONE}</label>
            <input
                id="add-title"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=words::ADD_EXAMPLE
                prop:value=move || typed.get()
                on:input:target=move |input| typed.set(input.target().value())
                on:keydown=move |key| match key.key().as_str() {
                    "Enter" => if let Some(first) = found.with_untracked(|found| found.first().copied()) { add(first) },
                    "Escape" => typed.set(String::new()),
                    _ => {}
                }
            />
            <ul class="offered" hidden=move || !is_asked()>
                {move || found.get().into_iter().map(offer).collect_view()}
                <li class="quiet" hidden=move || found.with(|found| !found.is_empty())>{words::NOTHING_TO_ADD}</li>
            </ul>
        </div>
    }
}
