//! What every reader of a format gives: items with fields as the source names them, values as text, in the order of the source.

use std::borrow::Cow;

use super::cell_text::CellText;
use super::names::{is_private, normalized};
use super::note::{Kind, Note, Place};
use super::role::Role;
use crate::catalog::HashMap;
use crate::limits::{IMPORT_FIELDS, work};

/// Position of a field among those of its source.
pub type FieldIdx = usize;

/// The field of the values whose fields are more than are read.
const OTHERS: &str = "Other fields";

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
pub struct Cell<'a> {
    /// Of which field.
    pub field: FieldIdx,
    /// The value: not empty. Of a table it is a part of the text, which is not copied for it.
    pub text: CellText<'a>,
}

/// An entry or a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item<'a> {
    /// Where it stands.
    pub place: Place,
    /// Its values.
    pub cells: Vec<Cell<'a>>,
}

/// All items of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source<'a> {
    /// The fields, in the order in which they first appear.
    pub fields: Vec<Field>,
    /// The items.
    pub items: Vec<Item<'a>>,
    /// What was left out, guessed or looks wrong.
    pub notes: Vec<Note>,
    /// Rows or entries that hold anything: items, and what was left out.
    pub n_read: usize,
    /// The sheet of a workbook that it is.
    pub sheet: Option<String>,
    /// A name for the catalog, where the source has one.
    pub title: Option<String>,
    /// Where fields stand that were asked for by their names.
    pub(super) known: HashMap<String, Vec<(Option<Role>, FieldIdx)>>,
}

impl<'a> Item<'a> {
    /// An item that begins on a line.
    #[must_use]
    pub fn at(line: usize) -> Self {
        Self { place: Place::line(line), cells: Vec::new() }
    }

    /// Adds a value, trimmed; a blank one is none.
    pub fn push(&mut self, field: FieldIdx, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.cells.push(Cell { field, text: text.to_owned().into() });
        }
    }

    /// Adds the text of a cell of a table, trimmed; a blank one is none.
    pub(super) fn push_cell(&mut self, field: FieldIdx, text: Cow<'a, str>) {
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => {
                let trimmed = text.trim();
                Cow::Owned(if trimmed.len() == text.len() { text } else { trimmed.to_owned() })
            }
        };
        if !text.is_empty() {
            self.cells.push(Cell { field, text: text.into() });
        }
    }

    /// Puts the values of a field behind each other, the fields in their order: [`Item::values`] asks for that.
    pub fn sort(&mut self) {
        self.cells.sort_by_key(|cell| cell.field);
    }

    /// The values of a field, of an item that is sorted.
    pub fn values(&self, field: FieldIdx) -> impl Iterator<Item = &str> {
        work::count(1);
        let first = self.cells.partition_point(|cell| cell.field < field);
        self.cells[first..].iter().take_while(move |cell| cell.field == field).map(|cell| &*cell.text)
    }

    /// Gives a field its first value.
    pub fn set(&mut self, field: FieldIdx, text: CellText<'a>) {
        let at = self.cells.partition_point(|cell| cell.field < field);
        self.cells.insert(at, Cell { field, text });
    }
}

impl Source<'_> {
    /// The field of a name and a role, which is added where there is none. Beyond `IMPORT_FIELDS` all others are one field.
    pub fn field(&mut self, name: &str, role: Option<Role>) -> FieldIdx {
        let known = self.known.get(name).and_then(|known| known.iter().find(|(other, _)| *other == role));
        if let Some((_, at)) = known {
            return *at;
        }
        work::count(1);
        if self.fields.len() < IMPORT_FIELDS - 1 || name == OTHERS {
            return self.add_field(name, role);
        }
        if !self.known.contains_key(OTHERS) {
            let text = format!("more than {IMPORT_FIELDS} fields: the values of the others stand together in {OTHERS}");
            self.note(Kind::Warning, "too-many-fields", Place::default(), text);
        }
        // What is not published stays so.
        let role = if is_private(&normalized(name)) { Some(Role::Private) } else { role };
        let others = self.field(OTHERS, role);
        self.know(name, role, others)
    }

    /// Adds a field, whether or not one has its name: a column of a table.
    pub fn add_field(&mut self, name: &str, role: Option<Role>) -> FieldIdx {
        self.fields.push(Field { name: name.to_owned(), role });
        self.know(name, role, self.fields.len() - 1)
    }

    /// Keeps where a field stands.
    fn know(&mut self, name: &str, role: Option<Role>, at: FieldIdx) -> FieldIdx {
        self.known.entry(name.to_owned()).or_default().push((role, at));
        at
    }

    /// Adds a note.
    pub fn note(&mut self, kind: Kind, code: &'static str, place: Place, text: impl Into<String>) {
        self.notes.push(Note::new(kind, code, place, text));
    }
}
