//! A sheet of a workbook, its cells as text.

use crate::import::note::Note;
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
