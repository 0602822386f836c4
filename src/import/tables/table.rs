//! Tables: rows of cells, as text files and workbooks give them.

use std::borrow::Cow;

use crate::import::note::{Note, Place};
use crate::limits::IMPORT_FIELDS;

/// Cells that are read of one row; the others are counted.
pub(in crate::import) const MOST_COLUMNS: usize = IMPORT_FIELDS;

/// A row with its place.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Row<'a> {
    /// Line of the text or row of the sheet, from 1.
    pub(in crate::import) line: usize,
    /// The cells from the first column on.
    pub(in crate::import) cells: Vec<Cow<'a, str>>,
}

/// A table.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Table<'a> {
    /// The sheet of a workbook that it stands on.
    pub(in crate::import) sheet: Option<String>,
    /// What its first row names are columns, for certain: a table object of a workbook.
    pub(in crate::import) is_framed: bool,
    /// Rows that stand outside it, of which a note tells.
    pub(in crate::import) n_outside: usize,
    /// All rows, blank ones too.
    pub(in crate::import) rows: Vec<Row<'a>>,
    /// What was found while it was read.
    pub(in crate::import) notes: Vec<Note>,
}

impl Row<'_> {
    /// Whether no cell holds anything.
    pub(in crate::import) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// A cell, trimmed; blank beyond the last.
    pub(in crate::import) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }

    /// The columns that hold anything.
    pub(in crate::import) fn filled(&self) -> impl Iterator<Item = usize> {
        self.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).map(|(at, _)| at)
    }
}

impl Table<'_> {
    /// The place of a row.
    pub(in crate::import) fn place(&self, line: usize) -> Place {
        Place { sheet: self.sheet.clone(), ..Place::line(line) }
    }
}

/// The letters of a column, as spreadsheets have them: A, B, …, Z, AA.
pub(in crate::import) fn letters(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        letters.insert(0, b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().map(char::from).collect()
}
