//! What was searched besides the typed words, and the switch that ends it.

use leptos::prelude::*;

use crate::app::explorer::use_explorer;
use crate::app::words;

/// One line for near spellings, one for synonyms; nothing where only the typed words were searched.
#[component]
pub(super) fn Also() -> impl IntoView {
    let explorer = use_explorer();
    let only = move || explorer.with(|state| state.only_words) && explorer.query.with(|query| !query.is_empty());
    let switch = move |word: &'static str, to: bool| {
        view! {
            <button type="button" id="only-words" class="plain" on:click=move |_| explorer.search_only_words(to)>{word}</button>
        }
    };
    move || {
        let also = explorer.matched.with(|matched| matched.also.clone());
        if only() {
            let text = view! { <p id="also">{words::ONLY_TYPED} " " {switch(words::SEARCH_ALSO, false)}</p> };
            return Some(text.into_any());
        }
        (!also.is_empty()).then(|| {
            let switch = switch(words::ONLY_MY_WORDS, true);
            view! { <p id="also">{words::also(&also)} " " {switch}</p> }.into_any()
        })
    }
}
