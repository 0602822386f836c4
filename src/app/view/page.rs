//! The whole page, once the catalog is there.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::chips::Chips;
use super::cloud::Cloud;
use super::compare::Compare;
use super::facets::Facets;
use super::link::{change, follow};
use super::notice::{Findings, Hints};
use super::record::Record;
use super::results::{Results, SortChoice};
use super::search_box::SearchBox;
use super::tray::Tray;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::Finding;
use crate::explore::{Engine, State, View};

/// Header, filters and results, or one resource.
#[component]
pub(in crate::app) fn Page(
    /// All that is known of the catalog.
    engine: &'static Engine,
    /// What was found when it was read.
    findings: &'static [Finding],
) -> impl IntoView {
    let explorer = Explorer::start(engine, findings);
    provide_context(explorer);
    let filters_open = RwSignal::new(false);
    let open = Memo::new(move |_| explorer.with(|state| state.open.as_ref().and_then(|id| engine.find(id))));
    let status = move || words::resources(explorer.n_matched());
    let skip = |click: MouseEvent| {
        click.prevent_default();
        browser::focus("results-title");
    };
    Effect::new(|| browser::set_root("state", "ready"));
    view! {
        <a class="skip" href="#results-title" on:click=skip>{words::SKIP}</a>
        <p id="status" class="hidden" role="status">{status}</p>
        <Header covered=filters_open/>
        <main>
            {move || open.get().map(|idx| view! { <Record idx/> })}
            // The results stay behind an open resource, so that coming back finds them as they were left.
            <Explore filters_open hidden=Signal::derive(move || open.get().is_some())/>
        </main>
        <Tray/>
        <Footer/>
    }
}

#[component]
fn Header(
    /// Whether the filters lie over it.
    covered: RwSignal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let (home, go_home) = follow(change(|state| State { compared: state.compared.clone(), ..State::default() }));
    view! {
        <header class="top" inert=covered>
            <div class="name">
                <h1><a href=home on:click=go_home>{words::catalog_title(explorer.engine)}</a></h1>
                <p>{explorer.engine.catalog.head.description.as_deref()}</p>
            </div>
            <SearchBox/>
        </header>
    }
}

/// Filters and results side by side.
#[component]
fn Explore(
    /// Whether the filters are open, on a phone.
    filters_open: RwSignal<bool>,
    /// Whether a resource is shown instead.
    hidden: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let view = Memo::new(move |_| explorer.with(|state| state.view));
    let total = explorer.engine.len();
    let open_filters = move |_| {
        filters_open.set(true);
        browser::focus_in_place("facets-title");
    };
    view! {
        <div class="explore" class:whole=move || view.get() == View::Compare hidden=hidden>
            <Facets is_open=filters_open/>
            <section class="found" aria-labelledby="results-title" inert=filters_open>
                <Findings/>
                <Hints/>
                <div class="bar">
                    <h2 id="results-title" tabindex="-1">{move || words::of_resources(explorer.n_matched(), total)}</h2>
                    <button type="button" id="open-filters" on:click=open_filters>{words::OPEN_FILTERS}</button>
                    <Tabs view/>
                    <Show when=move || view.get() == View::List><SortChoice/></Show>
                </div>
                <Chips/>
                {move || match view.get() {
                    View::List => view! { <Results/> }.into_any(),
                    View::Cloud => view! { <Cloud/> }.into_any(),
                    View::Compare => view! { <Compare/> }.into_any(),
                }}
            </section>
        </div>
    }
}

/// The ways to show the results.
#[component]
fn Tabs(
    /// The current one.
    view: Memo<View>,
) -> impl IntoView {
    let tab = move |id: &'static str, to: View| {
        let (href, click) = follow(change(move |state| state.with(|state| state.view = to)));
        let current = move || (view.get() == to).then_some("page");
        view! { <li><a id=id href=href on:click=click aria-current=current>{words::view(to)}</a></li> }
    };
    view! {
        <nav aria-label=words::SHOWN_AS>
            <ul class="tabs">
                {tab("view-list", View::List)}
                {tab("view-cloud", View::Cloud)}
                {tab("view-compare", View::Compare)}
            </ul>
        </nav>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let head = &use_explorer().engine.catalog.head;
    view! {
        <footer class="bottom">
            <p>{head.updated.as_deref().map(words::updated)} " " {head.license.as_deref()} " " {words::NOTHING_LEAVES}</p>
        </footer>
    }
}
