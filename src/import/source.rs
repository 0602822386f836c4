//! What every reader of a format gives: items with fields as the source names them, values as text, in the order of the source.

use super::note::{Kind, Note, Place};
use super::role::Role;

/// Position of a field among those of its source.
pub type FieldIdx = usize;

/// A column of a table, a key of JSON, a tag of RIS or BibTeX.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name as the source has it, or as readers will see it.
    pub name: String,
    /// What it becomes, where the format decides that. Its values are then taken whole, one a cell. `None`: its name and values
    /// decide, and a text of several values is split.
    pub role: Option<Role>,
}

/// A value of an item; a field with several has several cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Of which field.
    pub field: FieldIdx,
    /// The value: not empty.
    pub text: String,
}

/// An entry or a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Where it stands.
    pub place: Place,
    /// Its values.
    pub cells: Vec<Cell>,
}

/// All items of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// The fields, in the order in which they first appear.
    pub fields: Vec<Field>,
    /// The items.
    pub items: Vec<Item>,
    /// What was left out, guessed or looks wrong.
    pub notes: Vec<Note>,
    /// Rows or entries that hold anything: items, and what was left out.
    pub n_read: usize,
    /// The sheet of a workbook that it is.
    pub sheet: Option<String>,
    /// A name for the catalog, where the source has one.
    pub title: Option<String>,
}

impl Item {
    /// An item that begins on a line.
    #[must_use]
    pub fn at(line: usize) -> Self {
        Self { place: Place::line(line), cells: Vec::new() }
    }

    /// Adds a value, trimmed; a blank one is none.
    pub fn push(&mut self, field: FieldIdx, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.cells.push(Cell { field, text: text.to_owned() });
        }
    }

    /// The values of a field.
    pub fn values(&self, field: FieldIdx) -> impl Iterator<Item = &str> {
        self.cells.iter().filter(move |cell| cell.field == field).map(|cell| cell.text.as_str())
    }
}

impl Source {
    /// The field of a name and a role, which is added where there is none.
    pub fn field(&mut self, name: &str, role: Option<Role>) -> FieldIdx {
        let known = self.fields.iter().position(|field| field.name == name && field.role == role);
        known.unwrap_or_else(|| {
            self.fields.push(Field { name: name.to_owned(), role });
            self.fields.len() - 1
        })
    }

    /// Adds a note.
    pub fn note(&mut self, kind: Kind, code: &'static str, place: Place, text: impl Into<String>) {
        self.notes.push(Note::new(kind, code, place, text));
    }
}
