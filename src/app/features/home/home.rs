//! The first page: what the catalog holds, where each kind of readers goes on, themes, states, what to read first, what is missing.

use leptos::prelude::*;

use super::states::States;
use super::themes::Themes;
use crate::app::components::{Kind, Link, OutsideLink};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::ResourceIdx;
use crate::explore::{Gap, HomeEntry, State, View, fragment, home_page};
use crate::i18n;

/// The first page.
#[component]
pub(crate) fn HomeView() -> impl IntoView {
    let explorer = use_explorer();
    let page = home_page(explorer.engine, i18n::current().tag);
    let promise = i18n::promise(page.promise.as_deref(), &page.numbers);
    let all = i18n::browse_all(page.numbers.resources);
    let updated = explorer.engine.head.updated.as_deref().map(i18n::updated);
    view! {
        <div class="home">
            <section class="promise">
                <h2 id="results-title" tabindex="-1" dir="auto">{promise}</h2>
                {explorer.engine.head.description.as_deref().map(|text| view! { <p class="lead" dir="auto">{text}</p> })}
                <p class="quiet">{i18n::in_numbers(&page.numbers)} " " {updated}</p>
                {examples(page.examples)}
                <p class="actions"><Link class="primary" to=|state: &State| bare(state, View::List)>{all}</Link></p>
            </section>
            {doors(page.doors)}
            {starts(page.starts)}
            <Themes tiles=page.themes/>
            <div class="pair">
                {page.states.map(|map| view! { <States map/> })}
                {newest(explorer, &page.newest)}
            </div>
            {gaps(explorer, &page.gaps)}
            // `boot.js` opens it: the module of that page is another one.
            <p class="actions"><a class="make-own" href="#/own">{i18n::make_own()}</a></p>
        </div>
    }
}

/// A view of everything; what is picked for comparison stays picked.
fn bare(state: &State, view: View) -> State {
    State { view, ..state.fresh() }
}

/// Queries to try.
fn examples(queries: Vec<String>) -> AnyView {
    let item = |query: String| {
        let text = query.clone();
        view! { <li><Link isolated=true to=move |state: &State| state.with_query(&query)>{text}</Link></li> }
    };
    if queries.is_empty() {
        return ().into_any();
    }
    let items: Vec<AnyView> = queries.into_iter().map(item).collect();
    view! {
        <div class="examples">
            <span id="examples-title" class="quiet">{i18n::examples_label()}</span>
            <ul aria-labelledby="examples-title">{items}</ul>
        </div>
    }
}

/// A link of the first page, to a state of the page or out of it.
fn entry_link(entry: HomeEntry) -> AnyView {
    let HomeEntry { label, address, .. } = entry;
    if !address.starts_with('#') {
        return view! { <OutsideLink href=address text=label isolated=true/> };
    }
    let engine = use_explorer().engine;
    let to = move |state: &State| {
        let State { compared, language, .. } = state.fresh();
        State { compared, language, ..fragment::read(&address, &engine.facets) }
    };
    view! { <Link isolated=true to>{label}</Link> }
}

/// The links of a part, each with its line of text.
fn entries(entries: Vec<HomeEntry>) -> Vec<AnyView> {
    let item = |entry: HomeEntry| {
        let text = entry.text.clone();
        let text = (!text.is_empty()).then(|| view! { <span class="quiet" dir="auto">{text}</span> });
        view! { <li><b>{entry_link(entry)}</b> {text}</li> }
    };
    entries.into_iter().map(item).collect()
}

fn doors(doors: Vec<HomeEntry>) -> AnyView {
    if doors.is_empty() {
        return ().into_any();
    }
    let title = i18n::doors_label();
    view! { <nav class="doors" aria-label=title><ul>{entries(doors)}</ul></nav> }
}

fn starts(starts: Vec<HomeEntry>) -> AnyView {
    if starts.is_empty() {
        return ().into_any();
    }
    view! { <section class="starts"><h3>{i18n::start_here()}</h3> <ol>{entries(starts)}</ol></section> }
}

/// What is missing, a sentence each, which leads to what there is on the theme.
fn gaps(explorer: Explorer, gaps: &[Gap]) -> AnyView {
    let engine = explorer.engine;
    let Some(themes) = engine.facet("theme").filter(|_| !gaps.is_empty()) else { return ().into_any() };
    let item = |gap: &Gap| {
        let theme = themes.values[gap.theme as usize].id.as_str();
        let to = move |state: &State| bare(state, View::List).about(theme);
        let sentence = i18n::gap_sentence(engine, gap);
        view! { <li><Link to>{sentence}</Link></li> }
    };
    let items: Vec<AnyView> = gaps.iter().map(item).collect();
    let map = view! { <Link to=|state: &State| bare(state, View::Map)>{i18n::view(View::Map)}</Link> };
    view! { <section class="gaps"><h3>{i18n::missing_label()}</h3> <ul>{items}</ul> <p>{map}</p></section> }
}

fn newest(explorer: Explorer, newest: &[ResourceIdx]) -> AnyView {
    if newest.is_empty() {
        return ().into_any();
    }
    let store = &explorer.engine.store;
    let item = |idx: &ResourceIdx| {
        let idx = *idx;
        let to = move |state: &State| bare(state, View::List).opened(store.id(idx));
        view! { <li><b dir="auto" lang=explorer.language(idx)><Link to>{explorer.engine.shown_title(idx)}</Link></b> <p class="kind quiet"><Kind idx/></p></li> }
    };
    let items: Vec<AnyView> = newest.iter().map(item).collect();
    view! { <section class="newest"><h3>{i18n::newest_label()}</h3> <ol>{items}</ol></section> }
}
