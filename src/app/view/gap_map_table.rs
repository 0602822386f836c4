//! The table of the gap map: a row and a column a value, a link in every cell that has resources, a mark in the others.

use super::gap_map::{Sight, named};
use super::shape::{asked_for, narrow};
use crate::app::browser::Piece;
use crate::app::words;
use crate::explore::ShownLine;
use crate::facet::{STEPS, step};
use crate::text::css::tenths;

/// Width of a bubble's place, in units of the picture; and how many stand beside each other.
const PLACE: u32 = 14;
const PLACES: u32 = 4;

/// What the cells of a table need.
struct Drawn<'a> {
    sight: &'a Sight<'a>,
    /// The names of the types, where bubbles show them.
    kinds: Vec<String>,
    most: u32,
}

/// The table.
pub(super) fn table(sight: &Sight<'_>, into: &mut Piece) {
    let (map, bubbles) = (&sight.map, sight.settings.bubbles);
    let kinds = sight.explorer.engine.facet("type").filter(|_| bubbles).map_or_else(Vec::new, |types| {
        let named = map.kinds.iter().map(|kind| words::line(types, Some(*kind)));
        named.chain([words::OTHERS.to_owned()]).collect()
    });
    let drawn = Drawn { sight, kinds, most: if bubbles { map.most_of_a_kind() } else { map.most() } };
    let table = into.child("table");
    if bubbles {
        table.class("bubbles");
    }
    let head = table.child("thead").child("tr");
    head.child("td");
    sight.columns.iter().for_each(|column| drawn.head(*column, false, head));
    head.child("th").with("scope", "col").class("total").text(words::ALL);
    let body = table.child("tbody");
    for row in &sight.rows {
        let line = body.child("tr");
        drawn.head(*row, true, line);
        sight.columns.iter().for_each(|column| drawn.cell(row.line, column.line, line));
        drawn.total(true, row.line, line);
    }
    let foot = table.child("tfoot").child("tr");
    foot.child("th").with("scope", "row").text(words::ALL);
    sight.columns.iter().for_each(|column| drawn.total(false, column.line, foot));
    foot.child("td").class("total").text(&words::number(map.total));
}

impl Drawn<'_> {
    fn cell(&self, row: usize, column: usize, into: &mut Piece) {
        let map = &self.sight.map;
        let cell = into.child("td");
        if map.is_gap(row, column) {
            cell.class("gap").child("span").class("hidden").text(words::GAP);
            return;
        }
        let count = map.count(row, column);
        if count == 0 {
            cell.class("quiet").text(&words::number(0));
            return;
        }
        let (rows, columns) = (self.sight.facet(true), self.sight.facet(false));
        let lines = (map.rows.lines[row].value, map.columns.lines[column].value);
        let kinds = map.kinds_at(row, column);
        let present = self.kinds.iter().cloned().zip(kinds.iter().copied()).filter(|(_, count)| *count > 0);
        let present: Vec<(String, u32)> = present.collect();
        let name = words::cell(&words::line(rows, lines.0), &words::line(columns, lines.1), count, &present);
        let values = [asked_for(rows, lines.0), asked_for(columns, lines.1)];
        if self.kinds.is_empty() {
            let shade = step(f64::from(count), 1.0, f64::from(self.most.max(2))).clamp(1, STEPS);
            cell.class(&format!("shade-{shade}"));
        }
        let link = narrow(self.sight.explorer, &values, "cell", &name, cell);
        if self.kinds.is_empty() {
            link.text(&words::number(count as usize));
        } else {
            bubbles(kinds, self.most, link);
        }
    }

    /// The name of a line, with a button that shows those below it.
    fn head(&self, shown: ShownLine, is_row: bool, into: &mut Piece) {
        let axis = if is_row { &self.sight.map.rows } else { &self.sight.map.columns };
        let value = axis.lines[shown.line].value;
        let label = words::line(self.sight.facet(is_row), value);
        let head = into.child("th").with("scope", if is_row { "row" } else { "col" });
        head.class(&format!("depth-{}{}", shown.depth.min(3), if value.is_none() { " none" } else { "" }));
        let inner = head.child("div");
        inner.child("span").isolated().text(&label);
        if let Some((is_open, value)) = shown.is_open.zip(value) {
            let name = named(is_row, axis.facet, value);
            let unfold = inner.child("button").with("type", "button").class("unfold").id(&format!("map-{name}"));
            unfold.with("data-act", &format!("map-open:{name}")).with("aria-label", &words::within(&label));
            unfold.with("aria-expanded", if is_open { "true" } else { "false" });
        }
    }

    /// How many resources have a value: a link to them.
    fn total(&self, is_row: bool, line: usize, into: &mut Piece) {
        let axis = if is_row { &self.sight.map.rows } else { &self.sight.map.columns };
        let (facet, line) = (self.sight.facet(is_row), &axis.lines[line]);
        let text = words::number(line.count as usize);
        let cell = into.child("td").class("total");
        if line.count == 0 {
            cell.text(&text);
            return;
        }
        let name = words::tag(&words::line(facet, line.value), line.count as usize);
        narrow(self.sight.explorer, &[asked_for(facet, line.value)], "cell", &name, cell).text(&text);
    }
}

/// A circle for each type that is there, always at the same place, its area as its count.
fn bubbles(kinds: &[u32], most: u32, into: &mut Piece) {
    let viewed = format!("0 0 {} {}", PLACE * PLACES, PLACE * 2);
    let picture = into.child("svg").class("kinds").with("aria-hidden", "true").with("viewBox", &viewed);
    for (at, count) in (0..).zip(kinds).filter(|(_, count)| **count > 0) {
        let radius = (f64::from(*count) / f64::from(most)).sqrt() * f64::from(PLACE / 2 - 1);
        bubble(at, (at % PLACES, at / PLACES), radius.max(1.2), picture);
    }
}

/// The circle of a type, on its own.
pub(super) fn one_bubble(kind: u32, into: &mut Piece) {
    let viewed = format!("0 0 {PLACE} {PLACE}");
    let picture = into.child("svg").class("kinds one").with("aria-hidden", "true").with("viewBox", &viewed);
    bubble(kind, (0, 0), f64::from(PLACE / 2 - 1), picture);
}

fn bubble(kind: u32, (column, row): (u32, u32), radius: f64, picture: &mut Piece) {
    let middle = |place: u32| (place * PLACE + PLACE / 2).to_string();
    let circle = picture.child("circle").class(&format!("kind-{kind}"));
    circle.with("cx", &middle(column)).with("cy", &middle(row)).with("r", &tenths(radius));
}

/// The gaps that are in sight, as a list, one row a line.
pub(super) fn gaps(sight: &Sight<'_>, into: &mut Piece) {
    let gaps = sight.gaps();
    let n: usize = gaps.iter().map(|(_, columns)| columns.len()).sum();
    if n == 0 {
        return;
    }
    let details = into.child("details").class("twin").id("map-gaps");
    details.child("summary").text(&words::gaps_as_list(n));
    let list = details.child("ul");
    for (row, columns) in gaps {
        let names =
            columns.iter().map(|column| words::line(sight.facet(false), sight.map.columns.lines[*column].value));
        let row = words::line(sight.facet(true), sight.map.rows.lines[row].value);
        list.child("li").text(&words::gaps_of(&row, &names.collect::<Vec<String>>()));
    }
}
