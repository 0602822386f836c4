//! The whole page, once the catalog is there.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::follow;
use crate::app::features::bench::Bench;
use crate::app::features::cloud::Cloud;
use crate::app::features::compare::{Brief, Compare, CompareBar};
use crate::app::features::connections::Connections;
use crate::app::features::embed::EmbedView;
use crate::app::features::export::ExportPanel;
use crate::app::features::filters::{Chips, Facets, NoResults};
use crate::app::features::gap_map::GapMap;
use crate::app::features::home::HomeView;
use crate::app::features::print::PrintView;
use crate::app::features::record::Record;
use crate::app::features::results::{PaperTable, Results, SortChoice, Table};
use crate::app::features::search::{AlsoSearched, SearchBox};
use crate::app::features::sets::CompareSets;
use crate::app::features::shelf::ShelfView;
use crate::app::features::shell::{Findings, Footer, Hints, PartRead, Toast};
use crate::app::features::theme::Theme;
use crate::app::features::timeline::Timeline;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, Of, use_explorer};
use crate::app::ui::Show;
use crate::catalog::ResourceIdx;
use crate::embed::Part;
use crate::explore::{Engine, Shared, State, VIEWS, View, ViewInfo, subject};
use crate::facet::{Filter, ValueIdx};
use crate::i18n;
use crate::shelf::Shelf;

/// How long the results have to stand before their number is said.
const BEFORE_STATUS: Duration = Duration::from_millis(800);

/// What is shown in place of the results.
#[derive(Clone, Copy, PartialEq)]
enum Opened {
    /// A resource.
    Resource(ResourceIdx),
    /// A theme, or another value of a facet: the position of the facet, and the value.
    Theme((usize, ValueIdx)),
}

/// Header, filters and results, or one resource.
#[component]
pub(crate) fn Page() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let filters_open = RwSignal::new(false);
    let open = Memo::new(move |_| explorer.with(|state| opened_by(engine, state)));
    let covered = Signal::derive(move || {
        filters_open.get() && open.get().is_none() && explorer.with(|state| !state.view.is_whole())
    });
    let status = debounced(move || i18n::resources(explorer.n_matched()));
    let skip = |click: MouseEvent| {
        click.prevent_default();
        platform::focus_top();
    };
    Effect::new(|| platform::set_state("ready"));
    follow_focus(explorer, open);
    view! {
        <a class="skip" href="#results-title" inert=covered on:click=handler(skip)>{i18n::skip()}</a>
        <p id="status" class="hidden" role="status">{status}</p>
        <PrintView
            brief=|shown| view! { <Brief shown/> }
            table=|shown| view! { <PaperTable shown/> }
        />
        <Header covered/>
        <main>
            {move || open.get().map(|open| match open {
                Opened::Resource(idx) => view! { <Record idx export=move || export(Of::One(idx))/> },
                Opened::Theme(subject) => view! { <Theme subject/> },
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
fn debounced(text: impl Fn() -> String + 'static) -> RwSignal<String> {
    let copy = RwSignal::new(untrack(&text));
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        let text = text();
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        let update = move || _ = copy.try_update(|copy| text.clone_into(copy));
        set_timeout_with_handle(update, BEFORE_STATUS).ok()
    });
    copy
}

/// What gives some resources away; features that show it are handed it.
fn export(of: Of) -> AnyView {
    view! { <ExportPanel of/> }
}

/// What a state shows in place of the results: what its ids name that the catalog has.
fn opened_by(engine: &Engine, state: &State) -> Option<Opened> {
    let resource = state.open.as_ref().and_then(|id| engine.find(id)).map(Opened::Resource);
    let theme = || Some(Opened::Theme(subject(engine, state.look.about.as_ref()?)?));
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
            (_, Some(_)) if was != now.0 => platform::focus_top(),
            (Some(link), None) => match before {
                // Whoever types has the focus already.
                Some((_, list)) if list.0 != now.1.0 => {}
                Some((_, list)) if list == now.1 && platform::has(&link) => platform::focus(&link),
                _ => platform::focus_top(),
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
        let first = if opened.setup.is_embedded {
            opened.setup.preset(opened.engine)
        } else {
            State { view: View::Home, ..State::default() }
        };
        State { compared: state.compared.clone(), language: state.language.clone(), ..first }
    });
    let setup = explorer.opened.setup;
    // Without its header the page still has a title, for those who do not see it.
    let name = if setup.hides(Part::Header) { "name hidden" } else { "name" };
    view! {
        <header class="top" class:bare=setup.hides(Part::Header) && setup.hides(Part::Search) inert=covered>
            <div class=name>
                <h1 dir="auto"><a href=home on:click=handler(go_home) tabindex=setup.hides(Part::Header).then_some("-1")>{i18n::catalog_title(explorer.engine)}</a></h1>
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
        View::Compare => i18n::comparison().to_owned(),
        View::Bench => i18n::measurement().to_owned(),
        View::Embed => i18n::embed_this().to_owned(),
        View::Sets | View::Shelf => i18n::view(view.get(), 0),
        _ => i18n::of_resources(explorer.n_matched(), total),
    };
    let hides = move |part| explorer.opened.setup.hides(part);
    let is_whole = move || view.get().is_whole();
    let is_dead_end = move || !is_whole() && explorer.n_matched() == 0;
    let open_filters = move |_| {
        filters_open.set(true);
        platform::focus_in_place("facets-title");
    };
    view! {
        <div class="explore" class:whole=move || is_whole() || hides(Part::Facets) hidden=hidden>
            {(!hides(Part::Facets)).then(|| view! { <Facets wanted=filters_open is_open=covered/> })}
            <section class="found" aria-labelledby="results-title" inert=covered>
                <PartRead/>
                <Findings/>
                <Hints/>
                <Show when=move || view.get() != View::Home><div class="bar">
                    <h2 id="results-title" tabindex="-1">{title}</h2>
                    <button type="button" id="open-filters" on:click=handler(open_filters)>{i18n::open_filters()}</button>
                    {(!hides(Part::Views)).then(|| view! { <Tabs view/> })}
                    <Show when=move || matches!(view.get(), View::List | View::Table)><SortChoice/></Show>
                </div></Show>
                <Show when=move || !is_whole()><Chips/> <AlsoSearched/> {(!hides(Part::Tools)).then(|| export(Of::Results))}</Show>
                <Show when=is_dead_end><NoResults/></Show>
                {move || match view.get() {
                    View::List => view! { <Results/> },
                    View::Home => view! { <HomeView/> },
                    View::Table => view! { <Table/> },
                    View::Cloud => view! { <Cloud/> },
                    View::Map => view! { <GapMap/> },
                    View::Time => view! { <Timeline/> },
                    View::Together => view! { <Connections/> },
                    View::Sets => view! { <CompareSets/> },
                    View::Compare => view! { <Compare export=|| export(Of::Picked)/> },
                    View::Shelf => view! { <ShelfView export=|| export(Of::List)/> },
                    View::Embed => view! { <EmbedView/> },
                    View::Bench => view! { <Bench/> },
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
        let text = move || i18n::view(to, n());
        view! { <li><a id=format!("view-{}", info.word) href=href on:click=handler(click) aria-current=current>{text}</a></li> }
    };
    let tabs = VIEWS.into_iter().filter(|info| info.is_tab).map(tab);
    view! {
        <nav aria-label=i18n::shown_as()>
            <ul class="tabs">{tabs.collect_view()}</ul>
        </nav>
    }
}
