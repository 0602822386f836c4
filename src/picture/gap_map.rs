//! The gap map as a file: a table, shaded as on the page.

use super::canvas::{Canvas, Frame, INK, INNER, LINE, MARGIN, Picture, ems, fitted};
use crate::explore::{Axis, Engine, GapMap, ShownLine, ShownMap};
use crate::facet::{STEPS, step};
use crate::i18n;
use crate::text::broken;

/// How wide the names of rows are, and a cell at least; how high a row and the heads of columns are.
const NAMES: i32 = 230;
const NARROWEST: i32 = 62;
const ROW: i32 = 38;
const HEAD: i32 = 48;

/// The shades of the light page, the accent mixed with white, and those of gaps.
const SHADES: [&str; STEPS as usize] = ["#ecf2f2", "#cbdadb", "#a5bfc1", "#7aa0a3", "#417a7e", "#12595e"];
const GAP: &str = "fill=\"#fdf3d8\" stroke=\"#d9b95c\" stroke-width=\"2\"";
const FEWER: &str = "fill=\"#d9b95c\"";
/// From this step on figures are white.
const DARK: u8 = 5;

/// Returns the picture of a map with its lines in sight.
pub fn gap_map(frame: &Frame<'_>, engine: &Engine, shown: &ShownMap) -> Picture {
    let map = &*shown.map;
    let n = i32::try_from(shown.columns.len()).unwrap_or(i32::MAX);
    let cell = ((INNER - NAMES) / (n + 1)).max(NARROWEST);
    let (mut canvas, top) = Canvas::new(frame, NAMES + cell * (n + 1));
    let xs = || (0..=n).map(|at| MARGIN + NAMES + at * cell);
    let heads = shown.columns.iter().map(|line| name(engine, &map.columns, *line)).chain([i18n::all().to_owned()]);
    for (x, head) in xs().zip(heads) {
        lines(&mut canvas, (x + cell / 2, top + HEAD / 2), (11, cell - 2), "text-anchor=\"middle\"", &head);
    }
    let mut y = top + HEAD;
    for row in &shown.rows {
        let indent = 14 * i32::try_from(row.depth).unwrap_or(0);
        let weight = if row.depth == 0 { "font-weight=\"600\"" } else { "" };
        let at = (MARGIN + indent, y + ROW / 2);
        lines(&mut canvas, at, (13, NAMES - indent - 12), weight, &name(engine, &map.rows, *row));
        for (x, column) in xs().zip(&shown.columns) {
            draw_cell(&mut canvas, map, (row.line, column.line), (x, y), cell);
        }
        let total = i18n::number(map.rows.lines[row.line].count as usize);
        figure(&mut canvas, (MARGIN + NAMES + n * cell, y), cell, "font-weight=\"600\"", &total);
        y += ROW;
    }
    let totals = shown.columns.iter().map(|column| map.columns.lines[column.line].count as usize).chain([map.total]);
    for (x, total) in xs().zip(totals) {
        figure(&mut canvas, (x, y), cell, "font-weight=\"600\"", &i18n::number(total));
    }
    y += ROW;
    canvas.rect((MARGIN, y + 12), (14, 14), GAP);
    canvas.text((MARGIN + 22, y + 24), 12, "", i18n::gap_legend());
    canvas.finished(y + 24)
}

fn name(engine: &Engine, axis: &Axis, line: ShownLine) -> String {
    i18n::line(&engine.facets[axis.facet], axis.lines[line.line].value).to_owned()
}

/// The number of resources of a row and a column, on its shade; nothing where there are none and few would be expected.
fn draw_cell(canvas: &mut Canvas<'_>, map: &GapMap, (row, column): (usize, usize), at: (i32, i32), width: i32) {
    let (count, is_gap) = (map.count(row, column), map.is_gap(row, column));
    let shade = step(f64::from(count.max(1)), 1.0, f64::from(map.most().max(2))).clamp(1, STEPS);
    let colour = if count == 0 { "#ffffff" } else { SHADES[usize::from(shade) - 1] };
    canvas.rect(at, (width, ROW), &format!("fill=\"{colour}\" stroke=\"{LINE}\""));
    if is_gap {
        canvas.rect((at.0 + 2, at.1 + 2), (width - 4, ROW - 4), GAP);
    } else if map.is_fewer(row, column) {
        canvas.rect((at.0 + 6, at.1 + ROW - 6), (width - 12, 2), FEWER);
    }
    if count > 0 || is_gap {
        let ink = if shade >= DARK && !is_gap { "#ffffff" } else { INK };
        figure(canvas, at, width, &format!("fill=\"{ink}\""), &i18n::number(count as usize));
    }
}

fn figure(canvas: &mut Canvas<'_>, (x, y): (i32, i32), width: i32, look: &str, text: &str) {
    canvas.text((x + width / 2, y + ROW / 2 + 5), 13, &format!("text-anchor=\"middle\" {look}"), text);
}

/// A text in up to three lines around a middle, each no longer than a width.
fn lines(canvas: &mut Canvas<'_>, (x, y): (i32, i32), (size, width): (i32, i32), look: &str, text: &str) {
    let limit = ems(width, size);
    let lines = broken(text, limit);
    let height = size * 12 / 10;
    let mut y = y - i32::try_from(lines.len()).unwrap_or(1) * height / 2 + size;
    for line in lines {
        canvas.text((x, y), size, look, &fitted(&line, limit));
        y += height;
    }
}
