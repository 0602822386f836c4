//! The gap map: two facets crossed, shaded by the number of resources, with the gaps marked.

use std::sync::Arc;

use leptos::prelude::*;

use super::table::{GAP_LIST, GapList, GapMapTable, Unfolded, gap_sentences, kind_names, picture as cell_picture};
use crate::app::components::{PictureButtons, facet_options};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::app::ui::{ScrollRegion, Select, Settings, Switch};
use crate::explore::{Bubble, LineOrder, ShownMap, crossed, gap_map};
use crate::facet::{Facet, Kind, STEPS, ValueIdx};
use crate::i18n;
use crate::picture;

/// How a reader looks at the map; it lasts as long as the view.
#[derive(Clone, Copy)]
struct Look {
    /// Whether rows stand in the order of their counts.
    rows_by_count: RwSignal<bool>,
    /// Whether columns do.
    columns_by_count: RwSignal<bool>,
    /// Whether cells tell the types apart.
    bubbles: RwSignal<bool>,
    /// The values whose narrower ones are in sight.
    unfolded: RwSignal<Vec<Unfolded>>,
}

/// The view.
#[component]
pub(crate) fn GapMap() -> impl IntoView {
    let explorer = use_explorer();
    let [rows_by_count, columns_by_count, bubbles] = [(); 3].map(|()| RwSignal::new(false));
    let settings = Look { rows_by_count, columns_by_count, bubbles, unfolded: RwSignal::default() };
    let has_values = crossed(explorer.engine, "", "").is_some();
    view! {
        <Show when=move || explorer.n_matched() != 0>
            {if has_values {
                view! { <Section settings/> }
            } else {
                view! { <p class="nothing">{i18n::no_values()}</p> }
            }}
        </Show>
    }
}

/// Returns the map of the results, and then its lines in sight, which follow the settings too.
fn shown_map(explorer: Explorer, settings: Look) -> Memo<ShownMap> {
    let engine = explorer.engine;
    let axes = Memo::new(move |_| explorer.look.with(|look| (look.rows.clone(), look.columns.clone())));
    let map = Memo::new(move |_| {
        let (rows, columns) = axes.get();
        let map = gap_map(engine, &rows, &columns, &explorer.matched.read().set, settings.bubbles.get());
        Arc::new(map.unwrap_or_default())
    });
    Memo::new(move |_| {
        let (map, unfolded) = (map.get(), settings.unfolded.read());
        let open = |is_row: bool, facet: usize| {
            let here = unfolded.iter().filter(|line| line.is_row == is_row && line.facet == facet);
            here.map(|line| line.value).collect::<Vec<ValueIdx>>()
        };
        let order = |by_count: RwSignal<bool>| if by_count.get() { LineOrder::Count } else { LineOrder::Natural };
        let orders = [order(settings.rows_by_count), order(settings.columns_by_count)];
        let open = [open(true, map.rows.facet), open(false, map.columns.facet)];
        ShownMap::new(engine, map, orders, open.each_ref().map(Vec::as_slice))
    })
}

#[component]
fn Section(
    /// How a reader looks at the map.
    settings: Look,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let shown = shown_map(explorer, settings);
    let facets = Memo::new(move |_| shown.with(|shown| [shown.map.rows.facet, shown.map.columns.facet]));
    let title = Memo::new(move |_| {
        let [rows, columns] = facets.get();
        i18n::map_title(&engine.facets[rows], &engine.facets[columns])
    });
    let n_gaps = Memo::new(move |_| shown.with(|shown| shown.gaps().iter().map(|(_, columns)| columns.len()).sum()));
    let sentence = move || shown.with(|shown| i18n::map_sentence(shown.map.total, n_gaps.get(), shown.n_cells()));
    let left_out = move || {
        let axes = shown.with(|shown| [&shown.map.rows, &shown.map.columns].map(|axis| (axis.facet, axis.n_more)));
        let texts = axes.into_iter().filter(|(_, n)| *n > 0);
        let texts = texts.map(|(facet, n)| i18n::left_out(&engine.facets[facet], n));
        let (n_shown, n_more) = shown.with(|shown| (shown.rows.len(), shown.n_more_rows));
        let rows = (n_more > 0).then(|| i18n::first_rows(n_shown, n_shown + n_more));
        texts.chain(rows).collect::<Vec<String>>().join(" ")
    };
    let (bubbles, unfolded) = (settings.bubbles, settings.unfolded);
    let says = move || i18n::map_leads(&title.read(), n_gaps.get());
    let list_open = RwSignal::new(false);
    let show_list = move || {
        list_open.set(true);
        platform::focus(GAP_LIST);
    };
    let draw = move |frame: &picture::Frame<'_>| shown.with_untracked(|shown| picture::gap_map(frame, engine, shown));
    view! {
        <section id="map" class="shape" aria-labelledby="map-title">
            <h3 id="map-title">{move || says()}</h3>
            {move || shown.with(|shown| gap_sentences(explorer, shown))}
            <Show when=move || { n_gaps.get() > 1 }>
                <button type="button" class="plain narrow-only" id="more-gaps" on:click=handler(move |_| show_list())>
                    {move || i18n::with_count(i18n::more_gaps(), n_gaps.get() - 1)}
                </button>
            </Show>
            <Settings><Controls settings shown facets/></Settings>
            {move || shown.with(|shown| legend(explorer, &shown.map.kinds, bubbles.get()))}
            <ScrollRegion label=Signal::derive(move || i18n::table_of(&title.read()))>
                <GapMapTable shown bubbles=bubbles.into() unfolded/>
            </ScrollRegion>
            <p class="quiet">{move || sentence()} " " {move || left_out()}</p>
            <PictureButtons name="gap-map" title=Box::new(says) draw=Box::new(draw)/>
            <GapList shown is_open=list_open/>
        </section>
    }
}

#[component]
fn Controls(
    /// How a reader looks at the map.
    settings: Look,
    /// The map.
    shown: Memo<ShownMap>,
    /// The facets that are crossed, rows first.
    facets: Memo<[usize; 2]>,
) -> impl IntoView {
    let explorer = use_explorer();
    let Look { rows_by_count, columns_by_count, bubbles, unfolded } = settings;
    let swap = move |_| {
        let [rows, columns] = untrack(|| [0, 1].map(|at| facet_at(explorer, facets, at).definition.key.as_str()));
        explorer.cross(columns, rows);
    };
    view! {
        <div class="controls">
            <AxisChoice
                facets
                at=0
                ids=["map-rows", "map-rows-by"]
                names=[i18n::rows(), i18n::order_of_rows()]
                by_count=rows_by_count
            />
            <button type="button" id="map-swap" class="plain" title=i18n::swap_hint() on:click=handler(swap)>{i18n::swap_axes()}</button>
            <AxisChoice
                facets
                at=1
                ids=["map-columns", "map-columns-by"]
                names=[i18n::columns(), i18n::order_of_columns()]
                by_count=columns_by_count
            />
            <Switch
                id="map-bubbles"
                name=i18n::cells_as()
                texts=[i18n::shading(), i18n::bubbles()]
                is_second=bubbles.into()
                on_change=Box::new(move |is_second| bubbles.set(is_second))
            />
            <UnfoldAll shown unfolded/>
        </div>
    }
}

/// The facet of the rows (0) or of the columns (1).
fn facet_at(explorer: Explorer, facets: Memo<[usize; 2]>, at: usize) -> &'static Facet {
    &explorer.engine.facets[facets.get()[at]]
}

/// The choice of the facet in one direction, and of the order of its lines.
#[component]
fn AxisChoice(
    /// The facets that are crossed, rows first.
    facets: Memo<[usize; 2]>,
    /// Which of them.
    at: usize,
    /// The ids of the two choices.
    ids: [&'static str; 2],
    /// Their names.
    names: [&'static str; 2],
    /// Whether lines stand in the order of their counts.
    by_count: RwSignal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = move |at: usize| facet_at(explorer, facets, at).definition.key.as_str();
    let texts = Signal::derive(move || {
        let is_named = facet_at(explorer, facets, at).definition.kind == Kind::Terms;
        [i18n::natural(is_named), i18n::many_first()]
    });
    let choose = move |chosen: &str| {
        let other = untrack(|| key(1 - at));
        if at == 0 { explorer.cross(chosen, other) } else { explorer.cross(other, chosen) }
    };
    view! {
        <div class="set">
            <Select
                id=ids[0]
                name=names[0]
                options=facet_options(explorer, |_| true)
                chosen=Signal::derive(move || key(at))
                on_change=Box::new(choose)
            />
            <Switch
                id=ids[1]
                name=names[1]
                texts
                is_second=by_count.into()
                on_change=Box::new(move |is_second| by_count.set(is_second))
            />
        </div>
    }
}

/// The button that opens all rows that have others below them, or closes all; nothing where there are none.
#[component]
fn UnfoldAll(
    /// The map.
    shown: Memo<ShownMap>,
    /// The values whose narrower ones are in sight.
    unfolded: RwSignal<Vec<Unfolded>>,
) -> impl IntoView {
    let is_tree = Memo::new(move |_| shown.with(|shown| shown.rows.iter().any(|row| row.is_open.is_some())));
    let closed = Memo::new(move |_| shown.with(ShownMap::closed_rows));
    let press = move || {
        let (facet, closed) = (shown.with_untracked(|shown| shown.map.rows.facet), closed.get_untracked());
        unfolded.update(|unfolded| {
            if closed.is_empty() {
                unfolded.retain(|line| !line.is_row);
            }
            unfolded.extend(closed.into_iter().map(|value| Unfolded { is_row: true, facet, value }));
        });
    };
    view! {
        <Show when=move || is_tree.get()>
            <button type="button" class="plain" id="map-open" on:click=handler(move |_| press())>
                {move || if closed.with(Vec::is_empty) { i18n::close_all() } else { i18n::open_all() }}
            </button>
        </Show>
    }
}

/// What shades or bubbles mean.
fn legend(explorer: Explorer, kinds: &[ValueIdx], bubbles: bool) -> AnyView {
    let names = kind_names(explorer.engine, kinds, bubbles);
    let mut items: Vec<AnyView> = (0..)
        .zip(names)
        .map(|(kind, name)| view! { <li>{cell_picture(vec![Bubble::alone(kind)])} <bdi>{name}</bdi></li> })
        .collect();
    if items.is_empty() {
        let step = |step| view! { <span class=format!("swatch shade-{step}")></span> };
        let steps: Vec<AnyView> = (1..=STEPS).map(step).collect();
        items.push(view! { <li>{i18n::few()} " " <span class="scale">{steps}</span> " " {i18n::many()}</li> });
    }
    view! {
        <ul class="legend" aria-hidden="true">
            {items}
            <li><span class="swatch gap"></span> {i18n::gap_legend()}</li>
            <li><span class="swatch fewer"></span> {i18n::fewer_legend()}</li>
        </ul>
    }
}
