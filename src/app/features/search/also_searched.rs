//! What was searched besides the typed words, and the switch that ends it.

use leptos::prelude::*;

use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::i18n;

/// One line for near spellings, one for synonyms; nothing where only the typed words were searched.
#[component]
pub(crate) fn AlsoSearched() -> impl IntoView {
    let explorer = use_explorer();
    let only = move || explorer.with(|state| state.only_words) && explorer.query.with(|query| !query.is_empty());
    let switch = move |word: &'static str, to: bool| {
        view! {
            <button type="button" id="only-words" class="plain" on:click=handler(move |_| explorer.search_only_words(to))>{word}</button>
        }
    };
    move || {
        let also = explorer.matched.with(|matched| matched.also.clone());
        if only() {
            let text = view! { <p id="also">{i18n::only_typed()} " " {switch(i18n::search_also(), false)}</p> };
            return Some(text.into_any());
        }
        (!also.is_empty()).then(|| {
            let switch = switch(i18n::only_my_words(), true);
            view! { <p id="also">{i18n::also(&also)} " " {switch}</p> }
        })
    }
}
