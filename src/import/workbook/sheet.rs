//! A sheet of a workbook, its cells as text.

use std::borrow::Cow;

use super::archive::Hidden;
use crate::catalog::HashSet;
use crate::import::note::{Kind, Note, Place};
use crate::import::tables::table::{Row, Table};

/// A sheet as it is read.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) rows: Vec<Row<'static>>,
    /// Cells of all rows, blank ones too.
    pub(super) n_cells: usize,
    /// The areas of table objects: first and last row, first and last column, from 0.
    pub(super) areas: Vec<Area>,
    pub(super) notes: Vec<Note>,
}

/// A part of a sheet: rows and columns from 0, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

/// A table of rows of a sheet.
pub(super) fn table(sheet: &Sheet, rows: Vec<Row<'static>>, is_framed: bool) -> Table<'static> {
    Table { sheet: Some(sheet.name.clone()), is_framed, rows, ..Table::default() }
}

/// The place of a row of a sheet, from 0; of the sheet where there is no such row.
pub(super) fn place(sheet: &Sheet, row: usize) -> Place {
    Place { sheet: Some(sheet.name.clone()), ..Place::line(row.wrapping_add(1)) }
}

/// Takes hidden rows and columns out, with a note.
pub(super) fn hide(sheet: &mut Sheet, hidden: &Hidden) {
    let n_rows = sheet.rows.len();
    sheet.rows.retain(|row| {
        let before = hidden.rows.partition_point(|rows| rows.start < row.line);
        !hidden.rows[..before].last().is_some_and(|rows| rows.contains(&(row.line - 1)))
    });
    let n_rows = n_rows - sheet.rows.len();
    let mut columns: HashSet<usize> = HashSet::default();
    for row in &mut sheet.rows {
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if !cell.is_empty() && hidden.columns.contains(&column) {
                columns.insert(column);
                *cell = Cow::Borrowed("");
            }
        }
    }
    let how = "they are not published; --sheet with the name of the sheet takes them in";
    if n_rows > 0 {
        let text = format!("{n_rows} hidden rows: {how}");
        sheet.notes.push(Note::new(Kind::NotPublished, "hidden-rows", place(sheet, usize::MAX), text));
    }
    if !columns.is_empty() {
        let text = format!("{} hidden columns: {how}", columns.len());
        sheet.notes.push(Note::new(Kind::NotPublished, "hidden-columns", place(sheet, usize::MAX), text));
    }
    if hidden.n_comments > 0 {
        let text = format!("{} comments on cells: they are not published", hidden.n_comments);
        sheet.notes.push(Note::new(Kind::NotPublished, "comments", place(sheet, usize::MAX), text));
    }
}
