//! One result: enough to decide whether to open it.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::components::{
    Byline, CiteMenu, CompareCheckbox, Facts, IN_LIST, KeepButton, Source, Summary, ThemeDot, highlighted,
};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::{List, ResourceIdx};
use crate::explore::{State, matched_in};
use crate::export::{COINS, coins};
use crate::i18n;
use crate::search::TextField;

/// How many themes a card names.
const MOST_THEMES: usize = 3;

/// The parts of a resource that a card shows with the words of the query marked.
const SHOWN: [TextField; 4] = [TextField::Title, TextField::Summary, TextField::Authors, TextField::Publishers];

/// How many characters of a summary are seen at least: two lines on a small phone.
const VISIBLE: usize = 80;

/// The card of a resource.
#[component]
pub(crate) fn ResultCard(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let resource = explorer.engine.resource(idx);
    // What reference managers read of a resource in a list (COinS).
    let context = coins(&resource, explorer.context());
    view! {
        <article class="card" data-id=id>
            <header>
                <p class="kind"><Facts idx resource/></p>
            </header>
            <div class="body">
                <h3 dir="auto" lang=explorer.language(idx)>
                    <Link id=format!("hit-{id}") to=move |state: &State| state.opened(id)>{highlighted(explorer, store.title(idx))}</Link>
                </h3>
                <Summary idx visible=VISIBLE/>
            </div>
            // Beside the facts, and behind the title for the keyboard.
            <span class="marks"><CompareCheckbox idx place=IN_LIST/> <CiteMenu idx place=IN_LIST/> <KeepButton idx place=IN_LIST/></span>
            <footer>
                <Byline idx/>
                <Source idx/>
                <MatchedIn idx/>
                <span class=COINS title=context aria-hidden="true"></span>
                {themes(&store.strings(idx, List::Themes).collect::<Vec<_>>())}
            </footer>
        </article>
    }
}

/// In which parts of the resource the words of the query stand, where none of these shows on the card.
#[component]
fn MatchedIn(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let place = move || {
        let fields = explorer.with_marks(|marks| matched_in(explorer.engine, idx, marks));
        let is_seen = fields.iter().any(|field| SHOWN.contains(field));
        (!is_seen && !fields.is_empty()).then(|| view! { <p class="where">{i18n::matched_in(&fields)}</p> })
    };
    view! { {move || place()} }
}

/// The first themes, and how many more there are: the style sheet says how many there is room for.
fn themes(all: &[&'static str]) -> AnyView {
    let links: Vec<AnyView> = all.iter().take(MOST_THEMES).copied().map(theme_link).collect();
    let class = if all.len() > MOST_THEMES { "rest more" } else { "rest" };
    view! { <ul class="tags">{links} <li class=class style=("--n", all.len().to_string())></li></ul> }
}

/// The name of a theme behind a dot in its colour; it leads to the theme's results.
fn theme_link(id: &'static str) -> AnyView {
    let known = use_explorer().engine.facet("theme").and_then(|facet| Some((facet, facet.find(id)?)));
    let label = known.map_or(id, |(facet, idx)| facet.values[idx as usize].label.as_str());
    let to = move |state: &State| Explorer::choose_only(state, "theme", id);
    view! { <li>{known.map(|(_, idx)| view! { <ThemeDot idx/> })} <Link isolated=true to>{label}</Link></li> }
}
