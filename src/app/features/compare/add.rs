//! The box that finds a resource by its title and adds it to the comparison.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::components::Kind;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::{For, Show};
use crate::catalog::ResourceIdx;
use crate::explore::{MAX_COMPARED, addable};
use crate::i18n;

/// How many resources are offered.
const MOST: usize = 6;

/// The box with what it found, or that there is no room.
#[component]
pub(crate) fn AddToComparison(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let is_full = Memo::new(move |_| compared.with(Vec::len) >= MAX_COMPARED);
    view! {
        <Show when=move || !is_full.get() fallback=|| view! { <p class="quiet">{i18n::full(MAX_COMPARED)}</p> }>
            <TitleBox compared/>
        </Show>
    }
}

#[component]
fn TitleBox(
    /// The resources that are compared.
    compared: Memo<Vec<ResourceIdx>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let (engine, store) = (explorer.engine, &explorer.engine.store);
    let typed = RwSignal::new(String::new());
    let is_empty = Memo::new(move |_| typed.with(|typed| typed.trim().is_empty()));
    let found =
        Memo::new(move |_| typed.with(|typed| compared.with(|compared| addable(engine, compared, typed, MOST))));
    let add = move |idx: ResourceIdx| {
        explorer.toggle_compared(store.id(idx));
        typed.set(String::new());
        platform::focus_in_place("add-title");
    };
    let keydown = move |key: KeyboardEvent| match key.key().as_str() {
        "Escape" => typed.set(String::new()),
        "Enter" => found.get_untracked().first().copied().into_iter().for_each(add),
        _ => {}
    };
    let offer = move |idx: ResourceIdx| {
        let title = explorer.engine.shown_title(idx);
        let label = i18n::add_this(&title);
        view! {
            <li>
                <button type="button" aria-label=label on:click=handler(move |_| add(idx))>
                    <span class="title" dir="auto">{title}</span>
                    <span class="quiet"><Kind idx/></span>
                </button>
            </li>
        }
    };
    view! {
        <div class="addition">
            <label for="add-title">{i18n::add_one()}</label>
            <input
                id="add-title"
                type="search"
                autocomplete="off"
                spellcheck="false"
                placeholder=i18n::add_example()
                prop:value=typed
                on:input:target=move |input| typed.set(input.target().value())
                on:keydown=handler(keydown)
            />
            <Show when=move || !is_empty.get()>
                <ul class="offered">
                    <Show when=move || found.with(Vec::is_empty)><li class="quiet">{i18n::nothing_to_add()}</li></Show>
                    <For each=move || found.get() key=|idx| *idx let:idx>{offer(idx)}</For>
                </ul>
            </Show>
        </div>
    }
}
