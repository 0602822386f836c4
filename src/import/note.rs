//! Notes: what an import says of its source, each with its place.

use std::fmt;

/// Where something stands in a source.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Name of the file, where several are read.
    pub file: Option<String>,
    /// Name of the sheet of a workbook.
    pub sheet: Option<String>,
    /// Line of a text or row of a sheet, from 1; 0 where the whole source is meant.
    pub line: usize,
    /// Name of the column or field.
    pub column: Option<String>,
}

impl Place {
    /// A line, or a row.
    #[must_use]
    pub fn line(line: usize) -> Self {
        Self { line, ..Self::default() }
    }

    /// A column or field as a whole.
    #[must_use]
    pub fn column(name: &str) -> Self {
        Self { column: Some(name.to_owned()), ..Self::default() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.clone();
        let sheet = self.sheet.as_ref().map(|sheet| format!("sheet {sheet}"));
        let line = (self.line > 0).then(|| format!("line {}", self.line));
        let column = self.column.as_ref().map(|column| format!("column {column}"));
        let parts: Vec<String> = [file, sheet, line, column].into_iter().flatten().collect();
        f.write_str(&parts.join(", "))
    }
}

/// The lines of records: of many, each has one of few files and sheets.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// A place of each file and sheet.
    of: Vec<Place>,
    /// Position of its file and sheet, and the line.
    lines: Vec<(u32, usize)>,
}

impl Places {
    /// Adds the place of a record.
    pub(super) fn push(&mut self, place: &Place) {
        let is_same = |of: &Place| of.file == place.file && of.sheet == place.sheet;
        if !self.of.last().is_some_and(is_same) {
            self.of.push(place.clone());
        }
        self.lines.push((u32::try_from(self.of.len() - 1).unwrap_or(u32::MAX), place.line));
    }

    /// The place of a record.
    pub(super) fn get(&self, record: usize) -> Option<Place> {
        let (of, line) = *self.lines.get(record)?;
        Some(Place { line, ..self.of.get(of as usize)?.clone() })
    }
}

/// How much a note matters, and to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A row or an entry makes no item.
    LeftOut,
    /// Something to look at: it may be wrong.
    Warning,
    /// A column or value is not published.
    NotPublished,
    /// A decision that could have been another.
    Guess,
}

/// One note. Its sentence says what is the case and what was done, without the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub place: Place,
    /// How much it matters.
    pub kind: Kind,
    /// A word for programs, such as `repeated-header`; one for each sentence.
    pub code: &'static str,
    /// The sentence.
    pub text: String,
}

impl Note {
    /// A note on a place.
    #[must_use]
    pub fn new(kind: Kind, code: &'static str, place: Place, text: impl Into<String>) -> Self {
        Self { place, kind, code, text: text.into() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if place.is_empty() { f.write_str(&self.text) } else { write!(f, "{place}: {}", self.text) }
    }
}
