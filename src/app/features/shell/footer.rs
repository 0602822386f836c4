//! What stands below everything: where the catalog is from, and the ways to the page itself.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::follow;
use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::explore::{State, View};
use crate::i18n::{self, LANGUAGES, Language};

/// The footer; on somebody's website with the way to the whole page, elsewhere with the way onto somebody's website.
#[component]
pub(crate) fn Footer(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let head = &explorer.engine.head;
    let (bench, to_bench) = follow(|state: &State| state.shown_as(View::Bench));
    let (embed, to_embed) = follow(|state: &State| state.shown_as(View::Embed));
    let is_embedded = explorer.opened.setup.is_embedded || platform::is_framed();
    let setup = explorer.opened.setup;
    let wanted = explorer.with_untracked(|state| state.language.clone()).or_else(|| setup.language.clone());
    let is_foreign = wanted.is_some_and(|tag| !tag.starts_with(i18n::language()));
    let others = LANGUAGES.iter().filter(|language| language.tag != i18n::language());
    let languages: Vec<AnyView> = others.map(|language| other_language(language)).collect();
    let full = move || explorer.with(|state| explorer.opened.full_address(state));
    let leave = move |click: MouseEvent| {
        if platform::is_sealed() && platform::go_through_host(&untrack(full)) {
            click.prevent_default();
        }
    };
    view! {
        <footer class="bottom" inert=covered>
            {is_embedded.then(|| view! {
                <p>
                    <a id="full-explorer" href=full target="_top" rel="noopener" on:click=handler(leave)>{i18n::open_full()}</a>
                    {platform::is_sealed().then(|| view! { " " <span class="outside-address">{full}</span> })}
                </p>
            })}
            <p>
                {head.updated.as_deref().map(i18n::updated)} " " {head.license.as_deref()} " " {i18n::nothing_leaves()} " "
                {is_foreign.then_some(i18n::only_this_language())} " " {languages}
                {(!is_embedded).then(|| view! { <a id="view-embed" href=embed on:click=handler(to_embed)>{i18n::embed_this()}</a> })} " "
                {(!is_embedded).then(|| view! { <a id="make-own" class="make-own" href="#/own">{i18n::make_own()}</a> })} " "
                <a id="view-bench" href=bench on:click=handler(to_bench)>{i18n::how_fast()}</a> " "
                // `boot.js` answers in the single file, where no file is beside the page.
                <a id="notices-link" href=i18n::THIRD_PARTY_FILE target="_blank" rel="noopener">{i18n::third_party()}</a>
            </p>
        </footer>
    }
}

/// A link to the page in another language, which is named in that language.
fn other_language(language: &'static Language) -> AnyView {
    let speaking = move |state: &State| state.with(|state| state.language = Some(language.tag.to_owned()));
    let (address, go) = follow(speaking);
    view! { <a id=format!("language-{}", language.tag) lang=language.tag hreflang=language.tag href=address on:click=handler(go)>{language.name}</a> " " }
}
