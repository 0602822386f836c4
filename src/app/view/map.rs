//! The gap map: two facets crossed, shaded by the number of resources, with the gaps marked.

use leptos::prelude::*;

use super::dead_end::DeadEnd;
use super::map_table::{Open, gaps, table};
use super::shape::{pick, switch};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Axis, GapMap, LineOrder, ShownLine, gap_map};
use crate::facet::{Kind, STEPS, ValueIdx};

/// How a reader looks at the map; it lasts as long as the view.
#[derive(Clone, Copy)]
pub(super) struct Settings {
    rows_by_count: RwSignal<bool>,
    columns_by_count: RwSignal<bool>,
    pub(super) bubbles: RwSignal<bool>,
    pub(super) open: RwSignal<Vec<Open>>,
}

/// The map, and the lines of it that are in sight.
#[derive(Clone, PartialEq)]
pub(super) struct Sight {
    pub(super) map: GapMap,
    pub(super) rows: Vec<ShownLine>,
    pub(super) columns: Vec<ShownLine>,
}

impl Sight {
    /// The cells in sight that are gaps, by row.
    pub(super) fn gaps(&self) -> Vec<(usize, Vec<usize>)> {
        let of = |row: usize| {
            let columns = self.columns.iter().map(|column| column.line);
            columns.filter(|column| self.map.is_gap(row, *column)).collect::<Vec<_>>()
        };
        let rows = self.rows.iter().map(|row| (row.line, of(row.line)));
        rows.filter(|(_, columns)| !columns.is_empty()).collect()
    }
}

/// The view.
#[component]
pub(super) fn Map() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let settings = Settings {
        rows_by_count: RwSignal::new(false),
        columns_by_count: RwSignal::new(false),
        bubbles: RwSignal::new(false),
        open: RwSignal::new(Vec::new()),
    };
    let keys = Memo::new(move |_| explorer.with(|state| (state.look.rows.clone(), state.look.columns.clone())));
    let map = Memo::new(move |_| {
        let (rows, columns) = keys.get();
        explorer.matched.with(|matched| gap_map(engine, &rows, &columns, &matched.set))
    });
    let sight = Memo::new(move |_| map.get().map(|map| sight(explorer, settings, map)));
    let is_empty = Memo::new(move |_| explorer.n_matched() == 0);
    let has_map = sight.with_untracked(Option::is_some);
    if !has_map && !engine.is_empty() {
        return view! { <p class="nothing">{words::NO_VALUES}</p> }.into_any();
    }
    view! {
        <section id="map" class="shape" aria-labelledby="map-title">
            {move || {
                if is_empty.get() {
                    view! { <DeadEnd/> }.into_any()
                } else {
                    whole(explorer, settings, sight)
                }
            }}
        </section>
    }
    .into_any()
}

/// What of the map is in sight.
fn sight(explorer: Explorer, settings: Settings, map: GapMap) -> Sight {
    let shown = |axis: &Axis, is_row: bool, by_count: bool| {
        let open = settings.open.with(|open| {
            let here = open.iter().filter(|open| open.is_row == is_row && open.facet == axis.facet);
            here.map(|open| open.value).collect::<Vec<ValueIdx>>()
        });
        axis.shown(explorer.engine, if by_count { LineOrder::Count } else { LineOrder::Natural }, &open)
    };
    let rows = shown(&map.rows, true, settings.rows_by_count.get());
    let columns = shown(&map.columns, false, settings.columns_by_count.get());
    Sight { map, rows, columns }
}

fn whole(explorer: Explorer, settings: Settings, sight: Memo<Option<Sight>>) -> AnyView {
    let with = move |read: fn(Explorer, &Sight) -> String| {
        move || sight.with(|sight| sight.as_ref().map(|sight| read(explorer, sight)))
    };
    let draw = move || {
        let bubbles = settings.bubbles.get();
        sight.with(|sight| sight.as_ref().map(|sight| table(explorer, sight, settings.open, bubbles)))
    };
    let list = move || sight.with(|sight| sight.as_ref().map(|sight| gaps(explorer, sight)));
    let legend = move || {
        let bubbles = settings.bubbles.get();
        sight.with(|sight| sight.as_ref().map(|sight| legend(explorer, &sight.map, bubbles)))
    };
    view! {
        <h3 id="map-title">{with(title)}</h3>
        <p class="quiet">{with(sentence)}</p>
        {controls(explorer, settings, sight)}
        {legend}
        <div class="scroll" tabindex="0" role="region" aria-label=with(title)>{draw}</div>
        <p class="quiet">{with(left_out)}</p>
        {list}
    }
    .into_any()
}

fn title(explorer: Explorer, sight: &Sight) -> String {
    let facet = |axis: &Axis| &explorer.engine.facets[axis.facet];
    words::map_title(facet(&sight.map.rows), facet(&sight.map.columns))
}

fn sentence(_: Explorer, sight: &Sight) -> String {
    let stated =
        |axis: &Axis, shown: &[ShownLine]| shown.iter().filter(|shown| axis.lines[shown.line].value.is_some()).count();
    let cells = stated(&sight.map.rows, &sight.rows) * stated(&sight.map.columns, &sight.columns);
    let gaps = sight.gaps().iter().map(|(_, columns)| columns.len()).sum();
    words::map_sentence(sight.map.total, gaps, cells)
}

fn left_out(explorer: Explorer, sight: &Sight) -> String {
    let left_out =
        |axis: &Axis| (axis.n_more > 0).then(|| words::left_out(&explorer.engine.facets[axis.facet], axis.n_more));
    [&sight.map.rows, &sight.map.columns].into_iter().filter_map(left_out).collect::<Vec<_>>().join(" ")
}

fn controls(explorer: Explorer, settings: Settings, sight: Memo<Option<Sight>>) -> AnyView {
    let engine = explorer.engine;
    let facet = move |is_row: bool| {
        let axis = move |sight: &Sight| if is_row { sight.map.rows.facet } else { sight.map.columns.facet };
        sight.with(|sight| &engine.facets[sight.as_ref().map_or(0, axis)])
    };
    let key = move |is_row: bool| facet(is_row).definition.key.clone();
    let key_now = move |is_row: bool| untrack(|| key(is_row));
    let used = || engine.facets.iter().filter(|facet| facet.is_used()).collect::<Vec<_>>();
    let natural = move |is_row: bool| words::natural(facet(is_row).definition.kind == Kind::Terms);
    let order = move |is_row: bool| {
        let (name, by_count) = if is_row {
            (words::ORDER_OF_ROWS, settings.rows_by_count)
        } else {
            (words::ORDER_OF_COLUMNS, settings.columns_by_count)
        };
        move || switch(name, [natural(is_row), words::MANY_FIRST], by_count)
    };
    let swap = move |_| explorer.cross(&key_now(false), &key_now(true));
    let rows = Signal::derive(move || key(true));
    let columns = Signal::derive(move || key(false));
    view! {
        <div class="controls">
            <div class="set">
                {pick("map-rows", words::ROWS, used(), None, rows, move |key| explorer.cross(&key, &key_now(false)))}
                {order(true)}
            </div>
            <button type="button" class="plain" id="map-swap" title=words::SWAP_HINT on:click=swap>{words::SWAP}</button>
            <div class="set">
                {pick("map-columns", words::COLUMNS, used(), None, columns, move |key| explorer.cross(&key_now(true), &key))}
                {order(false)}
            </div>
            {switch(words::CELLS_AS, [words::SHADING, words::BUBBLES], settings.bubbles)}
            {open_all(settings, sight)}
        </div>
    }
    .into_any()
}

/// Opens or closes all rows that have others below them; nothing where none has.
fn open_all(settings: Settings, sight: Memo<Option<Sight>>) -> impl IntoView {
    let any = move |wanted: bool| {
        sight.with(|sight| sight.iter().flat_map(|sight| &sight.rows).any(|row| row.is_open == Some(wanted)))
    };
    let act = move |_| {
        let close = untrack(|| !any(false));
        let rows = sight.with_untracked(|sight| sight.as_ref().map(|sight| sight.map.rows.clone()));
        let values = rows.iter().flat_map(|rows| rows.lines.iter().filter_map(|line| line.value));
        let facet = rows.as_ref().map_or(0, |rows| rows.facet);
        let all = values.map(|value| Open { is_row: true, facet, value }).collect::<Vec<_>>();
        settings.open.update(|open| {
            open.retain(|open| !open.is_row);
            open.extend(all.into_iter().filter(|_| !close));
        });
    };
    view! {
        <button type="button" class="plain" id="map-open" hidden=move || !any(true) && !any(false) on:click=act>
            {move || if any(false) { words::OPEN_ALL } else { words::CLOSE_ALL }}
        </button>
    }
}

/// What shades or bubbles mean.
fn legend(explorer: Explorer, map: &GapMap, bubbles: bool) -> AnyView {
    let gap = view! { <li><span class="swatch gap"></span>{words::GAP_LEGEND}</li> };
    if !bubbles {
        let steps: Vec<AnyView> =
            (1..=STEPS).map(|step| view! { <span class=format!("swatch shade-{step}")></span> }.into_any()).collect();
        let scale = view! { <li>{words::FEW} " " <span class="scale">{steps}</span> " " {words::MANY}</li> };
        return view! { <ul class="legend" aria-hidden="true">{scale} {gap}</ul> }.into_any();
    }
    let Some(types) = explorer.engine.facet("type") else { return ().into_any() };
    let kinds = map.kinds.iter().map(|kind| words::line(types, Some(*kind))).chain([words::OTHERS.to_owned()]);
    let kinds: Vec<AnyView> = kinds
        .enumerate()
        .map(|(at, word)| {
            let mut counts = vec![0; at];
            counts.push(1);
            view! { <li>{super::map_table::bubbles(&counts, 1)} {word}</li> }.into_any()
        })
        .collect();
    view! { <ul class="legend" aria-hidden="true">{kinds} {gap}</ul> }.into_any()
}
