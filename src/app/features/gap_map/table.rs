//! The table of the gap map: a row and a column a value, a link in every cell that has resources, a mark in the others.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::{DrillDown, wanted};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{For, Show};
use crate::explore::{BUBBLE_GRID, BUBBLE_PLACE, Bubble, Engine, GapMap, ShownLine, ShownMap, bubbles};
use crate::facet::{Facet, STEPS, ValueIdx, step};
use crate::i18n;
use crate::text::css::tenths;

/// The key of the row of what is not stated.
const NONE: u32 = u32::MAX;

/// The id of what opens the list of gaps.
pub(super) const GAP_LIST: &str = "map-gaps-list";
/// How many gaps are said in words.
const SENTENCES: usize = 3;

/// A line whose narrower ones are in sight.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Unfolded {
    /// Whether it is a row.
    pub(crate) is_row: bool,
    /// Position of its facet.
    pub(crate) facet: usize,
    /// Its value.
    pub(crate) value: ValueIdx,
}

/// What the parts of the table share.
#[derive(Clone, Copy)]
struct Table {
    explorer: Explorer,
    shown: Memo<ShownMap>,
    unfolded: RwSignal<Vec<Unfolded>>,
    /// The names of the types, where bubbles show them.
    kinds: Memo<Vec<&'static str>>,
    /// The largest count.
    most: Memo<u32>,
}

/// The names of the kinds that are told apart, and of all others; none where they are not.
pub(crate) fn kind_names(engine: &'static Engine, kinds: &[ValueIdx], bubbles: bool) -> Vec<&'static str> {
    let Some(types) = engine.facet("type").filter(|_| bubbles) else { return Vec::new() };
    kinds.iter().map(|kind| i18n::line(types, Some(*kind))).chain([i18n::others()]).collect()
}

/// The table.
#[component]
pub(crate) fn GapMapTable(
    /// The map.
    shown: Memo<ShownMap>,
    /// Whether cells tell the types apart.
    bubbles: Signal<bool>,
    /// The lines whose narrower ones are in sight.
    unfolded: RwSignal<Vec<Unfolded>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let kinds = Memo::new(move |_| shown.with(|shown| kind_names(explorer.engine, &shown.map.kinds, bubbles.get())));
    let most = Memo::new(move |_| {
        shown.with(|shown| if bubbles.get() { shown.map.most_of_a_kind() } else { shown.map.most() })
    });
    let table = Table { explorer, shown, unfolded, kinds, most };
    let keys = Memo::new(move |_| {
        let key = |shown: &ShownMap, row: &ShownLine| shown.map.rows.lines[row.line].value.unwrap_or(NONE);
        shown.with(|shown| shown.rows.iter().map(|row| key(shown, row)).collect::<Vec<u32>>())
    });
    let row = move |key: u32| view! { <Row table key/> };
    view! {
        <table class={move || bubbles.get().then_some("bubbles")}>
            <thead>
                <tr><td></td> {move || table.heads()} <th scope="col" class="total">{i18n::all()}</th></tr>
            </thead>
            <tbody><For each=move || keys.get() key=|key| *key let:key>{row(key)}</For></tbody>
            <tfoot>
                <tr>
                    <th scope="row">{i18n::all()}</th>
                    {move || table.totals()}
                    <td class="total">{move || i18n::number(shown.with(|shown| shown.map.total))}</td>
                </tr>
            </tfoot>
        </table>
    }
}

/// A row; its cells are made anew where the map or its columns in sight change, and not where other rows unfold.
#[component]
fn Row(
    /// The table.
    table: Table,
    /// Its key.
    key: u32,
) -> impl IntoView {
    let now = Memo::new(move |_| {
        table.shown.with(|shown| {
            let is_it = |row: &&ShownLine| shown.map.rows.lines[row.line].value.unwrap_or(NONE) == key;
            let row = *shown.rows.iter().find(is_it)?;
            Some((Arc::clone(&shown.map), row, shown.columns.clone()))
        })
    });
    let cells = move || now.with(|now| now.as_ref().map(|(map, row, columns)| table.row(map, *row, columns)));
    view! { <tr>{move || cells()}</tr> }
}

impl Table {
    /// The facet of the rows, or of the columns.
    fn facet(self, map: &GapMap, is_row: bool) -> &'static Facet {
        &self.explorer.engine.facets[if is_row { map.rows.facet } else { map.columns.facet }]
    }

    fn heads(self) -> Vec<AnyView> {
        self.shown.with(|shown| shown.columns.iter().map(|column| self.head(&shown.map, *column, false)).collect())
    }

    fn totals(self) -> Vec<AnyView> {
        self.shown.with(|shown| shown.columns.iter().map(|column| self.total(&shown.map, false, column.line)).collect())
    }

    /// The cells of a row.
    fn row(self, map: &GapMap, row: ShownLine, columns: &[ShownLine]) -> Vec<AnyView> {
        let mut cells = vec![self.head(map, row, true)];
        cells.extend(columns.iter().map(|column| self.cell(map, row.line, column.line)));
        cells.push(self.total(map, true, row.line));
        cells
    }

    fn cell(self, map: &GapMap, row: usize, column: usize) -> AnyView {
        let (is_gap, is_fewer) = (map.is_gap(row, column), map.is_fewer(row, column));
        let count = map.count(row, column);
        let text = i18n::number(count as usize);
        if count == 0 {
            // Where few are expected an empty cell says nothing, and shows nothing.
            let text = if is_gap { i18n::gap().to_owned() } else { text };
            let class = if is_gap { Some("gap") } else { is_fewer.then_some("fewer") };
            return view! { <td class=class><span class="hidden">{text}</span></td> };
        }
        let (rows, columns) = (self.facet(map, true), self.facet(map, false));
        let lines = (map.rows.lines[row].value, map.columns.lines[column].value);
        let counts = map.kinds_at(row, column);
        let (names, most) = (self.kinds.read(), self.most.get());
        let present = names.iter().copied().zip(counts.iter().copied()).filter(|(_, count)| *count > 0);
        let present: Vec<(&str, u32)> = present.collect();
        let label = i18n::cell(i18n::line(rows, lines.0), i18n::line(columns, lines.1), count, &present);
        let values = vec![wanted(rows, lines.0), wanted(columns, lines.1)];
        let picture = (!names.is_empty()).then(|| picture(bubbles(counts, most)));
        let shade = match step(f64::from(count), 1.0, f64::from(most.max(2))).clamp(1, STEPS) {
            _ if is_gap || picture.is_some() => String::new(),
            shade => format!(" shade-{shade}"),
        };
        let mark = if is_gap {
            "gap"
        } else if is_fewer {
            "fewer"
        } else {
            ""
        };
        let class = format!("{mark}{shade}");
        let tip = is_fewer.then(|| i18n::expected_here(map.contrast(row, column).expected()));
        view! { <td class=class title=tip><DrillDown values class="cell" label>{picture} {text}</DrillDown></td> }
    }

    /// The name of a line, with a button that shows those below it.
    fn head(self, map: &GapMap, line: ShownLine, is_row: bool) -> AnyView {
        let axis = if is_row { &map.rows } else { &map.columns };
        let value = axis.lines[line.line].value;
        let label = i18n::line(self.facet(map, is_row), value);
        let unfold = line.is_open.zip(value).map(|(is_open, value)| {
            let (line, side) = (Unfolded { is_row, facet: axis.facet, value }, if is_row { "row" } else { "column" });
            let id = format!("map-{side}-{}-{value}", axis.facet);
            let press = {
                let id = id.clone();
                move |_| {
                    self.toggle(line);
                    platform::focus_in_place(&id);
                }
            };
            view! {
                <button
                    type="button"
                    class="unfold"
                    id=id
                    aria-label=i18n::within(label)
                    aria-expanded=is_open.to_string()
                    on:click=handler(press)
                ></button>
            }
        });
        let scope = if is_row { "row" } else { "col" };
        let class = format!("depth-{}{}", line.depth.min(3), if value.is_none() { " none" } else { "" });
        view! { <th scope=scope class=class><div><span dir="auto">{label}</span> {unfold}</div></th> }
    }

    /// Shows the lines below a line, or no longer.
    fn toggle(self, line: Unfolded) {
        self.unfolded.update(|unfolded| match unfolded.iter().position(|other| *other == line) {
            Some(at) => drop(unfolded.remove(at)),
            None => unfolded.push(line),
        });
    }

    /// How many resources have a value: a link to them.
    fn total(self, map: &GapMap, is_row: bool, line: usize) -> AnyView {
        let axis = if is_row { &map.rows } else { &map.columns };
        let (facet, line) = (self.facet(map, is_row), &axis.lines[line]);
        let text = i18n::number(line.count as usize);
        if line.count == 0 {
            return view! { <td class="total">{text}</td> };
        }
        let label = i18n::tag(i18n::line(facet, line.value), line.count as usize);
        let values = vec![wanted(facet, line.value)];
        view! { <td class="total"><DrillDown values class="cell" label>{text}</DrillDown></td> }
    }
}

/// A picture of the circles of a cell.
pub(crate) fn picture(bubbles: Vec<Bubble>) -> AnyView {
    let circle = |bubble: Bubble| {
        let (x, y) = bubble.middle;
        let class = format!("kind-{}", bubble.kind);
        view! { <circle class=class cx=x.to_string() cy=y.to_string() r=tenths(bubble.radius)/> }
    };
    let circles: Vec<AnyView> = bubbles.into_iter().map(circle).collect();
    let view_box = format!("0 0 {} {}", BUBBLE_PLACE * BUBBLE_GRID.0, BUBBLE_PLACE * BUBBLE_GRID.1);
    view! { <svg class="kinds" aria-hidden="true" viewBox=view_box>{circles}</svg> }
}

/// The gaps that are in sight, as a list, one row a line; nothing where there are none.
#[component]
pub(crate) fn GapList(
    /// The map.
    shown: Memo<ShownMap>,
    /// Whether the list is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let gaps = Memo::new(move |_| shown.with(ShownMap::gaps));
    let n = Memo::new(move |_| gaps.with(|gaps| gaps.iter().map(|(_, columns)| columns.len()).sum::<usize>()));
    let items = move || {
        shown.with(|shown| {
            let (rows, columns) = (&shown.map.rows, &shown.map.columns);
            let [row_facet, column_facet] = [rows.facet, columns.facet].map(|at| &explorer.engine.facets[at]);
            let item = |(row, places): &(usize, Vec<usize>)| {
                let names = places.iter().map(|at| i18n::line(column_facet, columns.lines[*at].value));
                let row = i18n::line(row_facet, rows.lines[*row].value);
                view! { <li>{i18n::gaps_of(row, &names.collect::<Vec<&str>>())}</li> }
            };
            gaps.with(|gaps| gaps.iter().map(item).collect::<Vec<AnyView>>())
        })
    };
    view! {
        <Show when=move || n.get() != 0>
            <details class="twin" id="map-gaps" prop:open=is_open>
                <summary id=GAP_LIST>{move || i18n::gaps_as_list(n.get())}</summary>
                <ul>{move || items()}</ul>
            </details>
        </Show>
    }
}

/// The clearest gaps in sight in sentences, each a link to what there is.
pub(crate) fn gap_sentences(explorer: Explorer, shown: &ShownMap) -> AnyView {
    let map = &shown.map;
    let facets = [map.rows.facet, map.columns.facet].map(|at| &explorer.engine.facets[at]);
    let sentence = |(row, column): (usize, usize)| {
        let values = [map.rows.lines[row].value, map.columns.lines[column].value];
        let [a, b] = [0, 1].map(|at: usize| i18n::line(facets[at], values[at]));
        let contrast = map.contrast(row, column);
        let text = i18n::crossed_gap(a, b, contrast.here, contrast.expected());
        // Where nothing has both there is what has the first.
        let n = if contrast.here == 0 { 1 } else { 2 };
        let wanted = [0, 1].into_iter().take(n).map(|at: usize| wanted(facets[at], values[at])).collect();
        view! { <li><DrillDown values=wanted class="gap-link" label=text.clone()>{text}</DrillDown></li> }
    };
    let sentences: Vec<AnyView> = shown.clearest_gaps(SENTENCES).into_iter().map(sentence).collect();
    view! { <ul class="says">{sentences}</ul> }
}
