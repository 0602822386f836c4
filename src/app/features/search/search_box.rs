//! The search box: results follow as it is typed in, and suggestions stand below it.
//!
//! A combobox with a list, as the ARIA Authoring Practices describe it: the focus stays in the box, nothing is chosen before
//! a reader chooses it, so that Enter alone only searches.

use leptos::ev::{self, KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::suggestions::{LIST, Offer, Suggestions};
use super::tips::{BOX, Tips, TipsButton, has_shortcut};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::Show;
use crate::explore::{Recognized, State, recognize};
use crate::i18n;

/// The key that leads here from anywhere in the page.
const KEY: &str = "/";

/// The box, with its label, its suggestions and its help.
#[component]
pub(crate) fn SearchBox() -> impl IntoView {
    let explorer = use_explorer();
    let offer = Offer::new(explorer);
    let tips_open = RwSignal::new(false);
    let has_key = RwSignal::new(has_shortcut());
    let slash = window_event_listener(ev::keydown, move |key| {
        if key.key() == KEY && has_key.get_untracked() && !platform::is_typing(&key) {
            key.prevent_default();
            platform::focus("search");
        }
    });
    on_cleanup(move || slash.remove());
    view! {
        <form class="search" role="search" on:submit=|submit: SubmitEvent| submit.prevent_default()>
            <label for="search" class="hidden">{i18n::search()}</label>
            <div class="box" id=BOX>
                <svg class="glass" viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="10.5" cy="10.5" r="6.5"></circle>
                    <path d="m15.5 15.5 5.5 5.5"></path>
                </svg>
                <input
                    id="search"
                    type="text"
                    inputmode="search"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="search"
                    role="combobox"
                    aria-autocomplete="list"
                    aria-expanded=move || offer.is_open().to_string()
                    aria-controls=LIST
                    aria-activedescendant=move || offer.active()
                    aria-keyshortcuts=move || has_key.get().then_some(KEY)
                    placeholder=i18n::search_example()
                    prop:value=move || explorer.with(|state| state.query.clone())
                    on:input:target=move |input| {
                        let typed = input.target().value();
                        explorer.type_query(&typed);
                        offer.after_typing(typed);
                    }
                    on:keydown=handler(move |key| pressed(offer, &key))
                    on:blur=handler(move |_| { offer.close(); })
                />
                <kbd aria-hidden="true" hidden=move || !has_key.get()>{KEY}</kbd>
                <ClearButton/>
                <TipsButton is_open=tips_open/>
                <Suggestions offer/>
                <Tips is_open=tips_open has_key/>
            </div>
        </form>
    }
}

/// The button that empties the box; nothing while it is empty.
#[component]
fn ClearButton() -> impl IntoView {
    let explorer = use_explorer();
    let clear = move |_| {
        explorer.clear_search();
        platform::focus("search");
    };
    view! {
        <Show when=move || !explorer.typed.with(String::is_empty)>
            <button type="button" id="clear-search" aria-label=i18n::clear_search() on:click=handler(clear)>
                <span class="cross" aria-hidden="true"></span>
            </button>
        </Show>
    }
}

/// What a key does in the box.
fn pressed(offer: Offer, key: &KeyboardEvent) {
    if key.is_composing() || key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let is_done = match key.key().as_str() {
        "ArrowDown" => offer.step(1),
        "ArrowUp" => offer.step(-1),
        "Home" => offer.to_end(false),
        "End" => offer.to_end(true),
        "Enter" => offer.enter(),
        "Escape" => offer.escape(),
        _ => offer.leave_list(),
    };
    if is_done {
        key.prevent_default();
        key.stop_propagation();
    }
}

/// What of the query could not be understood as it was written.
#[component]
pub(crate) fn Misread() -> impl IntoView {
    let explorer = use_explorer();
    move || {
        let hints = explorer.misread.get();
        (!hints.is_empty()).then(|| {
            let text: Vec<String> = hints.iter().map(|hint| i18n::misread(explorer.engine, hint)).collect();
            view! { <p id="query-hints" class="quiet">{text.join(" ")}</p> }
        })
    }
}

/// What the query names besides what it is about, once the reader pauses: the values as a choice, with what they would find.
#[component]
pub(crate) fn NamedValues() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let found = Memo::new(move |before: Option<&(String, Option<Recognized>)>| {
        let typed = explorer.typed.get();
        if explorer.is_settled() {
            let found = explorer.with_search(|state| recognize(engine, state, &typed));
            return (typed, found);
        }
        // In between it stands as it was, as long as the query does.
        let kept = before.filter(|(of, _)| *of == typed).and_then(|(_, found)| found.clone());
        (typed, kept)
    });
    let choice = move |text: String, change: Box<dyn Fn(&State) -> State>| {
        view! { <button type="button" on:click=handler(move |_| explorer.go(&change))>{text}</button> " " }
    };
    move || {
        let found = found.get().1?;
        let lead = i18n::recognized_nothing(engine, &found);
        let mut choices = Vec::new();
        if found.count > 0 {
            let to = found.clone();
            let change = Box::new(move |state: &State| to.chosen(engine, state));
            choices.push(choice(i18n::recognized(engine, &found), change));
        } else {
            for named in found.values.iter().filter(|named| named.count > 0) {
                let (text, named) = (i18n::named(engine, named), named.clone());
                choices.push(choice(text, Box::new(move |state: &State| named.alone(engine, state))));
            }
            if found.rest_count > 0 && !found.rest.is_empty() {
                let rest = found.rest.clone();
                let change = Box::new(move |state: &State| state.with_query(&rest));
                choices.push(choice(i18n::on_rest(&found), change));
            }
        }
        Some(view! { <p id="recognized" class="quiet">{lead} " " {choices}</p> })
    }
}
