//! The search box: results follow as it is typed in.

use leptos::ev::{self, SubmitEvent};
use leptos::prelude::*;

use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;

/// The key that leads here from anywhere in the page.
const KEY: &str = "/";

/// The box, with its label.
#[component]
pub(super) fn SearchBox() -> impl IntoView {
    let explorer = use_explorer();
    let slash = window_event_listener(ev::keydown, |key| {
        if key.key() == KEY && !browser::is_typing(&key) {
            key.prevent_default();
            browser::focus("search");
        }
    });
    on_cleanup(move || slash.remove());
    view! {
        <form class="search" role="search" on:submit=|submit: SubmitEvent| submit.prevent_default()>
            <label for="search">{words::SEARCH}</label>
            <input
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-keyshortcuts=KEY
                placeholder=words::SEARCH_EXAMPLE
                prop:value=move || explorer.with(|state| state.query.clone())
                on:input:target=move |input| explorer.search(input.target().value())
            />
            <kbd aria-hidden="true">{KEY}</kbd>
        </form>
    }
}
