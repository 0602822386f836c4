//! What an import did: how much was read, what each column became, what was left out and why, what was guessed.

use super::column::Column;
use super::detect::Format;
use super::note::{Kind, Note};

/// The report of an import.
#[derive(Debug, Clone)]
pub struct Report {
    /// The format of the source.
    pub format: Format,
    /// Rows or entries that hold anything, without the names of the columns.
    pub n_read: usize,
    /// Records that were made.
    pub n_items: usize,
    /// What each column became.
    pub columns: Vec<Column>,
    /// Notes: what was left out first, then warnings, what is not published, and guesses; each in the order of the source.
    pub notes: Vec<Note>,
}

impl Report {
    /// How many rows or entries make no item.
    #[must_use]
    pub fn n_left_out(&self) -> usize {
        self.of(Kind::LeftOut).count()
    }

    /// The notes of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Note> {
        self.notes.iter().filter(move |note| note.kind == kind)
    }
}
