//! The tables of a sheet: its table objects, else what an empty column parts, else all of it.

use std::borrow::Cow;

use super::sheet::{Area, Sheet, table};
use crate::import::names::{normalized, title_score};
use crate::import::note::{Kind, Note, Place};
use crate::import::tables::table::{Row, Table, letters};

/// Rows that are looked at for a second header beside the first.
const LOOKED_AT: usize = 10;

/// The tables of a sheet that are read.
pub(super) fn tables(sheet: &Sheet) -> Vec<Table<'static>> {
    if !sheet.areas.is_empty() {
        return framed(sheet);
    }
    let mut parts = parts(sheet);
    // The largest is meant; the others are named, for they may be.
    parts.sort_by_key(|area| std::cmp::Reverse((n_rows(sheet, *area), std::cmp::Reverse(area.columns.0))));
    let Some((first, others)) = parts.split_first() else { return Vec::new() };
    let mut whole = table(sheet, cut(sheet, *first), false);
    whole.notes.clone_from(&sheet.notes);
    for other in others {
        let columns = format!("{} to {}", letters(other.columns.0), letters(other.columns.1));
        let n = n_rows(sheet, *other);
        let text =
            format!("another table stands beside it in columns {columns} ({n} rows with its header); it is not read");
        let place = Place { sheet: Some(sheet.name.clone()), ..Place::default() };
        whole.notes.push(Note::new(Kind::Warning, "other-table", place, text));
    }
    vec![whole]
}

/// The table objects of a sheet; what stands around them is left out.
fn framed(sheet: &Sheet) -> Vec<Table<'static>> {
    let mut tables: Vec<Table<'static>> =
        sheet.areas.iter().map(|area| table(sheet, cut(sheet, *area), true)).collect();
    let mut notes = sheet.notes.clone();
    let mut n_outside = 0;
    for row in &sheet.rows {
        let is_in = |column: usize| {
            let holds = |(first, last): (usize, usize), at: usize| (first..=last).contains(&at);
            sheet.areas.iter().any(|area| holds(area.rows, row.line - 1) && holds(area.columns, column))
        };
        let outside: Vec<usize> = row.filled().filter(|column| !is_in(*column)).collect();
        let Some(first) = outside.first() else { continue };
        let is_whole_row = outside.len() == row.filled().count();
        let kind = if is_whole_row { Kind::LeftOut } else { Kind::Warning };
        n_outside += usize::from(is_whole_row);
        let place = Place { sheet: Some(sheet.name.clone()), line: row.line, ..Place::column(&letters(*first)) };
        notes.push(Note::new(kind, "outside-table", place, format!("outside the table: {}", row.cell(*first))));
    }
    if let Some(first) = tables.first_mut() {
        first.notes.extend(notes);
        first.n_outside = n_outside;
    }
    tables
}

/// The rows of an area that hold anything, with its columns alone.
fn cut(sheet: &Sheet, area: Area) -> Vec<Row<'static>> {
    let rows = sheet.rows.iter().filter(|row| (area.rows.0..=area.rows.1).contains(&(row.line - 1)));
    let cut = |row: &Row<'static>| {
        let cells = row.cells.iter().skip(area.columns.0).take(area.columns.1 - area.columns.0 + 1);
        Row { line: row.line, cells: cells.cloned().collect::<Vec<Cow<'static, str>>>() }
    };
    rows.map(cut).collect()
}

fn n_rows(sheet: &Sheet, area: Area) -> usize {
    cut(sheet, area).iter().filter(|row| !row.is_blank()).count()
}

/// The areas between empty columns, where at least two of them have a column of titles in one row; else all of the sheet.
fn parts(sheet: &Sheet) -> Vec<Area> {
    let Some(last_row) = sheet.rows.last().map(|row| row.line - 1) else { return Vec::new() };
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut filled = vec![false; width];
    for row in &sheet.rows {
        row.filled().for_each(|column| filled[column] = true);
    }
    let first = filled.iter().position(|is| *is).unwrap_or(0);
    let last = filled.iter().rposition(|is| *is).unwrap_or(0);
    let whole = Area { rows: (0, last_row), columns: (first, last) };
    let mut areas = Vec::new();
    let mut start = None;
    for column in 0..=width {
        match (filled.get(column).copied().unwrap_or(false), start) {
            (true, None) => start = Some(column),
            (false, Some(from)) => {
                areas.push(Area { rows: (0, last_row), columns: (from, column - 1) });
                start = None;
            }
            _ => {}
        }
    }
    let has_titles = |area: &Area, row: &Row<'_>| {
        (area.columns.0..=area.columns.1).any(|column| title_score(&normalized(row.cell(column))) > 0)
    };
    let is_header = |row: &&Row<'static>| areas.iter().filter(|area| has_titles(area, row)).count() > 1;
    if sheet.rows.iter().take(LOOKED_AT).any(|row| is_header(&row)) { areas } else { vec![whole] }
}
