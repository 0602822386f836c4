//! The table of the gap map: a row and a column a value, a link in every cell that has resources, a mark in the others.

use leptos::prelude::*;

use super::map::Sight;
use super::shape::{asked_for, narrow};
use crate::app::browser;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Axis, ShownLine};
use crate::facet::{Facet, STEPS, ValueIdx, step};

/// A value whose narrower ones are in sight.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Open {
    /// Whether it is a row, not a column.
    pub(super) is_row: bool,
    /// Position of the facet.
    pub(super) facet: usize,
    /// Position of the value.
    pub(super) value: ValueIdx,
}

/// Width of a bubble's place, in units of the picture; and how many stand beside each other.
const PLACE: u32 = 14;
const PLACES: u32 = 4;

/// What the cells of a table need.
struct Drawn<'a> {
    sight: &'a Sight,
    rows: &'static Facet,
    columns: &'static Facet,
    /// The names of the types, where bubbles show them.
    kinds: Vec<String>,
    most: u32,
}

/// The table.
pub(super) fn table(explorer: Explorer, sight: &Sight, open: RwSignal<Vec<Open>>, bubbles: bool) -> AnyView {
    let engine = explorer.engine;
    let map = &sight.map;
    let facet = |axis: &Axis| &engine.facets[axis.facet];
    let kinds = engine.facet("type").filter(|_| bubbles).map_or_else(Vec::new, |types| {
        let named = map.kinds.iter().map(|kind| words::line(types, Some(*kind)));
        named.chain([words::OTHERS.to_owned()]).collect()
    });
    let most = if bubbles { map.most_of_a_kind() } else { map.most() };
    let drawn = Drawn { sight, rows: facet(&map.rows), columns: facet(&map.columns), kinds, most };
    let heads: Vec<AnyView> =
        sight.columns.iter().map(|column| head(&map.columns, drawn.columns, *column, false, open)).collect();
    let rows: Vec<AnyView> = sight.rows.iter().map(|row| drawn.row(*row, open)).collect();
    let totals: Vec<AnyView> =
        sight.columns.iter().map(|column| total(&map.columns, drawn.columns, column.line)).collect();
    view! {
        <table class:bubbles=bubbles>
            <thead>
                <tr><td></td>{heads}<th scope="col" class="total">{words::ALL}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr><th scope="row">{words::ALL}</th>{totals}<td class="total">{words::number(map.total)}</td></tr>
            </tfoot>
        </table>
    }
    .into_any()
}

impl Drawn<'_> {
    fn row(&self, row: ShownLine, open: RwSignal<Vec<Open>>) -> AnyView {
        let cells: Vec<AnyView> = self.sight.columns.iter().map(|column| self.cell(row.line, column.line)).collect();
        let head = head(&self.sight.map.rows, self.rows, row, true, open);
        view! { <tr>{head}{cells}{total(&self.sight.map.rows, self.rows, row.line)}</tr> }.into_any()
    }

    fn cell(&self, row: usize, column: usize) -> AnyView {
        let map = &self.sight.map;
        if map.is_gap(row, column) {
            return view! { <td class="gap"><span class="hidden">{words::GAP}</span></td> }.into_any();
        }
        let count = map.count(row, column);
        if count == 0 {
            return view! { <td class="quiet">{words::number(0)}</td> }.into_any();
        }
        let lines = (map.rows.lines[row].value, map.columns.lines[column].value);
        let kinds = map.kinds_at(row, column);
        let named: Vec<(String, u32)> =
            self.kinds.iter().cloned().zip(kinds.iter().copied()).filter(|(_, count)| *count > 0).collect();
        let name = words::cell(&words::line(self.rows, lines.0), &words::line(self.columns, lines.1), count, &named);
        let values = vec![asked_for(self.rows, lines.0), asked_for(self.columns, lines.1)];
        if self.kinds.is_empty() {
            let class = format!("shade-{}", step(count, 1, self.most.max(2)).clamp(1, STEPS));
            let text = words::number(count as usize).into_any();
            view! { <td class=class>{narrow(values, "cell", name, text)}</td> }.into_any()
        } else {
            view! { <td>{narrow(values, "cell", name, bubbles(kinds, self.most))}</td> }.into_any()
        }
    }
}

/// A circle for each type that is there, always at the same place, its area as its count.
pub(super) fn bubbles(kinds: &[u32], most: u32) -> AnyView {
    let circle = |(at, count): (u32, &u32)| {
        let radius = (f64::from(*count) / f64::from(most)).sqrt() * f64::from(PLACE / 2 - 1);
        let (x, y) = (at % PLACES * PLACE + PLACE / 2, at / PLACES * PLACE + PLACE / 2);
        let class = format!("kind-{at}");
        view! { <circle class=class cx=x cy=y r=format!("{:.1}", radius.max(1.2))></circle> }.into_any()
    };
    let circles: Vec<AnyView> = (0..).zip(kinds).filter(|(_, count)| **count > 0).map(circle).collect();
    let viewed = format!("0 0 {} {}", PLACE * PLACES, PLACE * 2);
    view! { <svg class="kinds" aria-hidden="true" viewBox=viewed>{circles}</svg> }.into_any()
}

/// The name of a line, with a button that shows those below it.
fn head(axis: &Axis, facet: &'static Facet, shown: ShownLine, is_row: bool, open: RwSignal<Vec<Open>>) -> AnyView {
    let value = axis.lines[shown.line].value;
    let label = words::line(facet, value);
    let place = axis.facet;
    let unfold = shown.is_open.zip(value).map(|(is_open, value)| {
        let id = format!("map-{}-{value}", if is_row { "row" } else { "column" });
        let own = id.clone();
        let act = move |_| {
            let this = Open { is_row, facet: place, value };
            open.update(|open| match open.iter().position(|other| *other == this) {
                Some(at) => drop(open.remove(at)),
                None => open.push(this),
            });
            browser::focus_in_place(&own);
        };
        view! {
            <button type="button" class="unfold" id=id aria-label=words::within(&label) aria-expanded=is_open.to_string() on:click=act></button>
        }
        .into_any()
    });
    let class = format!("depth-{}", shown.depth.min(3));
    let scope = if is_row { "row" } else { "col" };
    view! { <th scope=scope class=class class:none=value.is_none()><div><span>{label}</span>{unfold}</div></th> }
        .into_any()
}

/// How many resources have a value: a link to them.
fn total(axis: &Axis, facet: &'static Facet, line: usize) -> AnyView {
    let line = &axis.lines[line];
    let text = words::number(line.count as usize).into_any();
    if line.count == 0 {
        return view! { <td class="total">{text}</td> }.into_any();
    }
    let name = words::tag(&words::line(facet, line.value), line.count as usize);
    view! { <td class="total">{narrow(vec![asked_for(facet, line.value)], "cell", name, text)}</td> }.into_any()
}

/// The gaps that are in sight, as a list, one row a line.
pub(super) fn gaps(explorer: Explorer, sight: &Sight) -> AnyView {
    let gaps = sight.gaps();
    let n: usize = gaps.iter().map(|(_, columns)| columns.len()).sum();
    if n == 0 {
        return ().into_any();
    }
    let name = |axis: &Axis, line: usize| words::line(&explorer.engine.facets[axis.facet], axis.lines[line].value);
    let item = |(row, columns): (usize, Vec<usize>)| {
        let columns: Vec<String> = columns.iter().map(|column| name(&sight.map.columns, *column)).collect();
        view! { <li>{words::gaps_of(&name(&sight.map.rows, row), &columns)}</li> }.into_any()
    };
    let items: Vec<AnyView> = gaps.into_iter().map(item).collect();
    view! {
        <details class="twin" id="map-gaps">
            <summary>{words::gaps_as_list(n)}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}
