//! The whole page, once the catalog is there.

use std::time::Duration;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::features::bench::Bench;
use crate::app::features::cloud::Cloud;
use crate::app::features::compare::{Brief, Compare, CompareBar, TableExport};
use crate::app::features::connections::Connections;
use crate::app::features::embed::EmbedView;
use crate::app::features::export::{ExportMenu, ExportPanel};
use crate::app::features::filters::{Chips, FEW_RESULTS, Facets, FewResults, NoResults};
use crate::app::features::gap_map::GapMap;
use crate::app::features::home::{HomeView, ThemesView};
use crate::app::features::print::PrintView;
use crate::app::features::record::Record;
use crate::app::features::results::{PaperTable, Results, SortChoice, Table};
use crate::app::features::search::{AlsoSearched, Misread, NamedValues, SearchBox};
use crate::app::features::sets::CompareSets;
use crate::app::features::shelf::ShelfView;
use crate::app::features::shell::{Bar, Findings, Footer, Header, Hints, PartRead, Removed, Toast};
use crate::app::features::theme::Theme;
use crate::app::features::timeline::Timeline;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, Of, use_explorer};
use crate::app::ui::Show;
use crate::catalog::ResourceIdx;
use crate::embed::Part;
use crate::explore::{Engine, Sort, State, View, subject};
use crate::facet::{Filter, ValueIdx};
use crate::i18n;

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
        // Where there is room the filters stand beside the results and cover nothing.
        let covers = filters_open.get() && (!platform::is_wide() || explorer.with(|state| state.view == View::Map));
        covers && open.get().is_none() && explorer.with(|state| !state.view.is_whole())
    });
    let status = debounced(move || i18n::resources(explorer.n_matched()));
    Effect::new(|| platform::set_state("ready"));
    follow_focus(explorer, open);
    view! {
        <SkipLink covered/>
        <p id="status" class="hidden" role="status">{status}</p>
        <PrintView
            brief=|shown| view! { <Brief shown/> }
            table=|shown| view! { <PaperTable shown/> }
        />
        <Header covered>
            <SearchBox/>
            // Whoever has typed a query is one key from what it finds.
            <SkipLink covered/>
        </Header>
        <main>
            {move || open.get().map(|open| match open {
                Opened::Resource(idx) => view! { <Record idx export=move || export(Of::One(idx))/> },
                Opened::Theme(subject) => view! { <Theme subject/> },
            })}
            // The results stay behind what is open, so that coming back finds them as they were left.
            <Explore filters_open covered hidden=Signal::derive(move || open.get().is_some())/>
        </main>
        <div class="floor"><Removed/> <Toast/> <CompareBar covered/></div>
        <Footer covered/>
    }
}

/// The link past everything that stands before the results.
#[component]
fn SkipLink(
    /// Whether the filters lie over the page.
    covered: Signal<bool>,
) -> impl IntoView {
    let skip = |click: MouseEvent| {
        click.prevent_default();
        platform::focus_first_result();
    };
    view! { <a class="skip" href="#results-title" inert=covered on:click=handler(skip)>{i18n::skip()}</a> }
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

/// What gives away what a view shows: the results, behind one button, or what is compared.
fn export_of_view(is_compared: bool) -> AnyView {
    if is_compared {
        return view! { <ExportPanel of=Of::Picked more=|| view! { <TableExport/> }/> };
    }
    view! { <ExportMenu>{export(Of::Results)}</ExportMenu> }
}

/// What a state shows in place of the results: what its ids name that the catalog has.
fn opened_by(engine: &Engine, state: &State) -> Option<Opened> {
    let resource = state.open.as_ref().and_then(|id| engine.find(id)).map(Opened::Resource);
    let theme = || Some(Opened::Theme(subject(engine, state.look.about.as_ref()?)?));
    resource.or_else(theme)
}

/// What decides which results are shown, and how: query, filter, view and order.
type Listed = (String, Filter, View, Sort);

/// Moves the focus with what is opened and closed: to its title, back to its link, or to the top of what took
/// its place.
fn follow_focus(explorer: Explorer, open: Memo<Option<Opened>>) {
    let list = move || explorer.with(|state| (state.query.clone(), state.filter.clone(), state.view, state.sort));
    Effect::new(move |before: Option<(Option<Opened>, Listed)>| {
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
            // What stays at the upper edge is pressed from anywhere: other results begin at their top.
            (None, None) if before.as_ref().is_some_and(|(_, list)| *list != now.1) => platform::scroll_to_top(),
            _ => {}
        }
        now
    });
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
    let hides = move |part| explorer.opened.setup.hides(part);
    let is_whole = move || view.get().is_whole();
    let is_compared = Memo::new(move |_| view.get() == View::Compare);
    let is_dead_end = move || !is_whole() && explorer.n_matched() == 0;
    let has_few = move || view.get() == View::List && (1..=FEW_RESULTS).contains(&explorer.n_matched());
    view! {
        <div class="explore" class:wide=move || view.get() == View::Map class:whole=move || is_whole() || hides(Part::Facets) hidden=hidden>
            <Show when=move || view.get() != View::Home><Bar
                view
                covered
                filters_open
                sort=|| view! { <SortChoice id="sort"/> }
                export=move || view! { {move || export_of_view(is_compared.get())} }
            /></Show>
            <div class="split">
                {(!hides(Part::Facets)).then(|| view! { <Facets wanted=filters_open is_open=covered><SortChoice id="sort-phone"/></Facets> })}
                <section class="found" aria-labelledby="results-title" inert=covered>
                    <PartRead/>
                    <Findings/>
                    <Hints/>
                    <Misread/>
                    <NamedValues/>
                    <Show when=move || !is_whole()><Chips/> <AlsoSearched/></Show>
                    <Show when=is_dead_end><NoResults/></Show>
                    {move || match view.get() {
                        View::List => view! { <Results/> },
                        View::Home => view! { <HomeView/> },
                        View::Table => view! { <Table/> },
                        View::Cloud => view! { <Cloud/> },
                        View::Map => view! { <GapMap/> },
                        View::Time => view! { <Timeline/> },
                        View::Together => view! { <Connections/> },
                        View::Themes => view! { <ThemesView/> },
                        View::Sets => view! { <CompareSets/> },
                        View::Compare => view! { <Compare/> },
                        View::Shelf => view! { <ShelfView export=|| export(Of::List)/> },
                        View::Embed => view! { <EmbedView/> },
                        View::Bench => view! { <Bench/> },
                    }}
                    <Show when=has_few><FewResults/></Show>
                </section>
            </div>
        </div>
    }
}
