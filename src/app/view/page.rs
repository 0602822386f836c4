//! The whole page, once the catalog is there.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::also::Also;
use super::bench::Bench;
use super::chips::Chips;
use super::cloud::Cloud;
use super::compare::Compare;
use super::compare_bar::CompareBar;
use super::compare_sets::CompareSets;
use super::connections::Connections;
use super::control::Show;
use super::dead_end::DeadEnd;
use super::embed::EmbedView;
use super::export_panel::ExportPanel;
use super::facets::Facets;
use super::footer::Footer;
use super::gap_map::GapMap;
use super::link::follow;
use super::notice::{Findings, Hints, Part as PartRead};
use super::print_view::PrintView;
use super::record::Record;
use super::results::{Results, SortChoice};
use super::search_box::SearchBox;
use super::shelf::ShelfView;
use super::table::Table;
use super::theme::Theme;
use super::timeline::Timeline;
use super::toast::Toast;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::Of;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::embed::Part;
use crate::explore::{Engine, Shared, State, VIEWS, View, ViewInfo};
use crate::facet::{Filter, ValueIdx};
use crate::shelf::Shelf;

/// How long the results have to stand before their number is said.
const BEFORE_STATUS: Duration = Duration::from_millis(800);

/// What is shown in place of the results.
#[derive(Clone, Copy, PartialEq)]
enum Opened {
    /// A resource.
    Resource(ResourceIdx),
    /// A theme.
    Theme(ValueIdx),
}

/// Header, filters and results, or one resource.
#[component]
pub(in crate::app) fn Page() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let filters_open = RwSignal::new(false);
    let open = Memo::new(move |_| explorer.with(|state| opened_by(engine, state)));
    let covered = Signal::derive(move || {
        filters_open.get() && open.get().is_none() && explorer.with(|state| !state.view.is_whole())
    });
    let status = said_after_pause(move || words::resources(explorer.n_matched()));
    let skip = |click: MouseEvent| {
        click.prevent_default();
        browser::focus_top();
    };
    Effect::new(|| browser::set_state("ready"));
    follow_focus(explorer, open);
    view! {
        <a class="skip" href="#results-title" inert=covered on:click=skip>{words::SKIP}</a>
        <p id="status" class="hidden" role="status">{status}</p>
        <PrintView/>
        <Header covered/>
        <main>
            {move || open.get().map(|open| match open {
                Opened::Resource(idx) => view! { <Record idx/> }.into_any(),
                Opened::Theme(idx) => view! { <Theme idx/> }.into_any(),
            })}
            // The results stay behind what is open, so that coming back finds them as they were left.
            <Explore filters_open covered hidden=Signal::derive(move || open.get().is_some())/>
        </main>
        <div class="floor"><Toast/> <CompareBar covered/></div>
        <Footer/>
    }
}

/// Returns a debounced copy of a text, for the live region: it changes once the text has been the same for a while, so that a
/// screen reader announces a query's results once and not at each letter.
fn said_after_pause(text: impl Fn() -> String + 'static) -> RwSignal<String> {
    let said = RwSignal::new(untrack(&text));
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        let text = text();
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        let say = move || _ = said.try_update(|said| text.clone_into(said));
        set_timeout_with_handle(say, BEFORE_STATUS).ok()
    });
    said
}

/// What a state shows in place of the results: what its ids name that the catalog has.
fn opened_by(engine: &Engine, state: &State) -> Option<Opened> {
    let resource = state.open.as_ref().and_then(|id| engine.find(id)).map(Opened::Resource);
    let theme = || engine.facet("theme")?.find(state.look.about.as_ref()?).map(Opened::Theme);
    resource.or_else(theme)
}

/// Moves the focus with what is opened and closed: to its title, back to its link, or to the top of what took
/// its place.
fn follow_focus(explorer: Explorer, open: Memo<Option<Opened>>) {
    let list = move || explorer.with(|state| (state.query.clone(), state.filter.clone(), state.view));
    Effect::new(move |before: Option<(Option<Opened>, (String, Filter, View))>| {
        let now = (open.get(), list());
        let was = before.as_ref().and_then(|(was, _)| *was);
        let link = was.map(|was| match was {
            Opened::Resource(idx) => format!("hit-{}", explorer.engine.store.id(idx)),
            Opened::Theme(_) => String::new(),
        });
        match (link, now.0) {
            (_, Some(_)) if was != now.0 => browser::focus_top(),
            (Some(link), None) => match before {
                // Whoever types has the focus already.
                Some((_, list)) if list.0 != now.1.0 => {}
                Some((_, list)) if list == now.1 && browser::has(&link) => browser::focus(&link),
                _ => browser::focus_top(),
            },
            _ => {}
        }
        now
    });
}

#[component]
fn Header(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let opened = explorer.opened;
    let (home, go_home) = follow(move |state: &State| {
        // On somebody's website the beginning is what was set up there.
        let first = if opened.setup.is_embedded { opened.setup.preset(opened.engine) } else { State::default() };
        State { compared: state.compared.clone(), ..first }
    });
    let setup = explorer.opened.setup;
    // Without its header the page still has a title, for those who do not see it.
    let name = if setup.hides(Part::Header) { "name hidden" } else { "name" };
    view! {
        <header class="top" class:bare=setup.hides(Part::Header) && setup.hides(Part::Search) inert=covered>
            <div class=name>
                <h1 dir="auto"><a href=home on:click=go_home tabindex=setup.hides(Part::Header).then_some("-1")>{words::catalog_title(explorer.engine)}</a></h1>
                <p dir="auto">{explorer.engine.head.description.as_deref()}</p>
            </div>
            {(!setup.hides(Part::Search)).then(|| view! { <SearchBox/> })}
        </header>
    }
}

/// Filters and results side by side.
#[component]
fn Explore(
    /// Whether the filters are open, on a phone.
    filters_open: RwSignal<bool>,
    /// Whether they lie over the results.
    covered: Signal<bool>,
    /// Whether something is shown instead.
    hidden: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let view = Memo::new(move |_| explorer.with(|state| state.view));
    let total = explorer.engine.len();
    let title = move || match view.get() {
        View::Compare => words::COMPARISON.to_owned(),
        View::Bench => words::MEASUREMENT.to_owned(),
        View::Embed => words::EMBED_THIS.to_owned(),
        View::Sets | View::Shelf => words::view(view.get(), 0),
        _ => words::of_resources(explorer.n_matched(), total),
    };
    let hides = move |part| explorer.opened.setup.hides(part);
    let is_whole = move || view.get().is_whole();
    let is_dead_end = move || !is_whole() && explorer.n_matched() == 0;
    let open_filters = move |_| {
        filters_open.set(true);
        browser::focus_in_place("facets-title");
    };
    view! {
        <div class="explore" class:whole=move || is_whole() || hides(Part::Facets) hidden=hidden>
            {(!hides(Part::Facets)).then(|| view! { <Facets wanted=filters_open is_open=covered/> })}
            <section class="found" aria-labelledby="results-title" inert=covered>
                <PartRead/>
                <Findings/>
                <Hints/>
                <div class="bar">
                    <h2 id="results-title" tabindex="-1">{title}</h2>
                    <button type="button" id="open-filters" on:click=open_filters>{words::OPEN_FILTERS}</button>
                    {(!hides(Part::Views)).then(|| view! { <Tabs view/> })}
                    <Show when=move || matches!(view.get(), View::List | View::Table)><SortChoice/></Show>
                </div>
                <Show when=move || !is_whole()><Chips/> <Also/> {(!hides(Part::Tools)).then(|| view! { <ExportPanel of=Of::Results/> })}</Show>
                <Show when=is_dead_end><DeadEnd/></Show>
                {move || match view.get() {
                    View::List => view! { <Results/> }.into_any(),
                    View::Table => view! { <Table/> }.into_any(),
                    View::Cloud => view! { <Cloud/> }.into_any(),
                    View::Map => view! { <GapMap/> }.into_any(),
                    View::Time => view! { <Timeline/> }.into_any(),
                    View::Together => view! { <Connections/> }.into_any(),
                    View::Sets => view! { <CompareSets/> }.into_any(),
                    View::Compare => view! { <Compare/> }.into_any(),
                    View::Shelf => view! { <ShelfView/> }.into_any(),
                    View::Embed => view! { <EmbedView/> }.into_any(),
                    View::Bench => view! { <Bench/> }.into_any(),
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
    let explorer = use_explorer();
    let tab = move |info: ViewInfo| {
        let to = info.view;
        let (href, click) = follow(move |state: &State| {
            state.with(|state| {
                state.view = to;
                state.shared = Shared::default();
            })
        });
        let current = move || (view.get() == to).then_some("page");
        let n = move || match to {
            View::Compare => explorer.n_selected.get(),
            View::Shelf => explorer.shelf.with(Shelf::len),
            _ => 0,
        };
        let text = move || words::view(to, n());
        view! { <li><a id=format!("view-{}", info.word) href=href on:click=click aria-current=current>{text}</a></li> }
    };
    let tabs = VIEWS.into_iter().filter(|info| info.is_tab).map(tab);
    view! {
        <nav aria-label=words::SHOWN_AS>
            <ul class="tabs">{tabs.collect_view()}</ul>
        </nav>
    }
}
