//! One result: enough to decide whether to open it.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::components::{Byline, CompareCheckbox, IN_LIST, KeepButton, Kind, Summary, highlighted};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::{List, ResourceIdx};
use crate::explore::{State, matched_in};
use crate::export::{COINS, coins};
use crate::i18n;

/// How many themes a card names.
const MOST_THEMES: usize = 4;

/// How many characters of a summary are seen at least: three lines on a small phone.
const VISIBLE: usize = 120;

/// The card of a resource.
#[component]
pub(crate) fn ResultCard(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    // What reference managers read of a resource in a list (COinS).
    let context = coins(&explorer.engine.resource(idx), explorer.context());
    view! {
        <article class="card" data-id=id>
            <header>
                <p class="kind"><Kind idx/></p>
                <span class="marks"><KeepButton idx place=IN_LIST/> <CompareCheckbox idx place=IN_LIST/></span>
            </header>
            <h3 dir="auto" lang=explorer.language(idx)>
                <Link id=format!("hit-{id}") to=move |state: &State| state.opened(id)>{highlighted(explorer, store.title(idx))}</Link>
            </h3>
            <Byline idx/>
            <Summary idx visible=VISIBLE/>
            <MatchedIn idx/>
            <span class=COINS title=context aria-hidden="true"></span>
            <ul class="tags">{store.strings(idx, List::Themes).take(MOST_THEMES).map(theme_link).collect::<Vec<_>>()}</ul>
        </article>
    }
}

/// In which parts of the resource the words of the query stand.
#[component]
fn MatchedIn(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let place = move || {
        let fields = explorer.with_marks(|marks| matched_in(explorer.engine, idx, marks));
        (!fields.is_empty()).then(|| view! { <p class="where">{i18n::matched_in(&fields)}</p> })
    };
    view! { {move || place()} }
}

fn theme_link(id: &'static str) -> AnyView {
    let facet = use_explorer().engine.facet("theme");
    let label = facet.and_then(|facet| Some(facet.values[facet.find(id)? as usize].label.as_str()));
    let to = move |state: &State| Explorer::choose_only(state, "theme", id);
    view! { <li><Link isolated=true to>{label.unwrap_or(id)}</Link></li> }
}
