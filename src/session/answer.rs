//! What the session answers: each answer is small, whatever the size of the catalog.

use serde::{Deserialize, Serialize};

use crate::import::{ColumnAnswer, Edit, NoteAnswer, RawCatalog, Wishes};

/// What is known of the catalog without its records: what stands beside the fields of a form.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// Records of the catalog.
    pub n_records: usize,
    /// Edits that can be undone.
    pub n_edits: usize,
    /// Edits that can be redone.
    pub n_undone: usize,
    /// The head of the catalog without its vocabulary, and no records.
    pub head: RawCatalog,
}

/// What came of a reading.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadAnswer {
    /// Why there is no catalog; what was read before stays.
    pub failure: Option<String>,
    /// Rows or entries that hold anything.
    pub n_read: usize,
    /// Records of the catalog.
    pub n_items: usize,
    /// What the first columns became.
    pub columns: Vec<ColumnAnswer>,
    /// How many columns there are.
    pub n_columns: usize,
    /// The first findings, those that matter most first.
    pub notes: Vec<NoteAnswer>,
    /// How many findings there are of each kind.
    pub n_notes: [usize; 4],
    /// Edits that could not be applied to what was read.
    pub n_lost: usize,
    /// The catalog with its edits.
    pub status: Status,
}

/// Work from before that was taken up.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TakenUp {
    /// What was decided last.
    pub wishes: Wishes,
    /// What was decided when all edits could be applied last, where that is something else.
    pub complete: Option<Wishes>,
}

/// What came of a command.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// Why it was refused.
    pub refused: Option<Refused>,
    /// Whether it changed anything.
    pub is_change: bool,
    /// The catalog now.
    pub status: Status,
}

/// Why a command was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refused {
    /// The position of a [`Refusal`](crate::import::Refusal) among all of them.
    Rule(usize),
    /// There is no theme of this name.
    NoTheme(String),
    /// The catalog is another one by now, or none, than the one that the command is of.
    Outdated,
}

/// A page of the table of records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordsAnswer {
    /// Records that were found.
    pub n: usize,
    /// All records.
    pub n_all: usize,
    /// The rows.
    pub rows: Vec<RecordRow>,
}

/// A record in the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordRow {
    /// Its position.
    pub at: usize,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The fields of the columns, as [`COLUMNS`](super::COLUMNS) names them.
    pub cells: Vec<String>,
}

/// A field of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldAnswer {
    /// Its key; of an own field its id.
    pub key: String,
    /// What an own field is called.
    pub label: Option<String>,
    /// Whether the text may be long.
    pub is_long: bool,
    /// The value as text.
    pub text: String,
}

/// A page of the tags of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagsAnswer {
    /// The list.
    pub list: String,
    /// Tags that were found.
    pub n: usize,
    /// The rows.
    pub rows: Vec<TagRow>,
    /// The chosen tags that there are, by id and name.
    pub chosen: Vec<(String, String)>,
    /// The names of the first themes that one may stand below; of themes alone.
    pub themes: Vec<String>,
}

/// A tag.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagRow {
    /// Its id; without a vocabulary its text.
    pub id: String,
    /// What readers see.
    pub label: String,
    /// How many records have it.
    pub n: usize,
    /// What it means.
    pub definition: String,
    /// Name of the broader theme.
    pub parent: String,
}

/// What may be mended, the first of each kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QualityAnswer {
    /// Records of the catalog.
    pub n_records: usize,
    /// All that may be mended.
    pub n_remarks: usize,
    /// Fields with how many records lack them.
    pub missing: Vec<(String, usize)>,
    /// Tags that are nearly equal, and how many such groups there are.
    pub near_equal: (Vec<NearEqual>, usize),
    /// Records that may be there twice, and how many there are.
    pub doubled: (Vec<Doubled>, usize),
    /// Forms of links with how many have each, and how many forms there are.
    pub links: (Vec<(String, usize)>, usize),
    /// Free tags that one record has, and how many there are.
    pub used_once: (Vec<String>, usize),
    /// Terms that no record has, and how many there are.
    pub unused: (Vec<String>, usize),
    /// How the terms of lists are spread.
    pub spreads: Vec<SpreadAnswer>,
}

/// Tags that seem to be one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NearEqual {
    /// Key of their list.
    pub list: String,
    /// The ways in which it is written, with how many records have each.
    pub spellings: Vec<(String, u32)>,
    /// Each spelling that may stay, with the command that makes it so; the first is the one that is proposed.
    pub edits: Vec<(String, Edit)>,
}

/// A record that seems to be there twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubled {
    /// Its title.
    pub title: String,
    /// What is the case.
    pub text: String,
    /// The ids of both.
    pub ids: Vec<String>,
}

/// How the terms of a list are spread over the records.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpreadAnswer {
    /// Key of the list.
    pub list: String,
    /// The most frequent and the rarest terms with how many records have each.
    pub rows: Vec<(String, usize)>,
    /// Terms that a record has.
    pub n: usize,
}

/// A page of suggestions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SuggestionsAnswer {
    /// Whether each record has a theme.
    pub is_complete: bool,
    /// Records that themes are suggested for.
    pub n: usize,
    /// The rows.
    pub rows: Vec<SuggestionRow>,
}

/// A record that themes are suggested for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SuggestionRow {
    /// Its position.
    pub at: usize,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The themes: name, id and how sure each is, in percent.
    pub themes: Vec<(String, String, usize)>,
}

/// What differs from another catalog.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DifferencesAnswer {
    /// What the other catalog is called.
    pub name: String,
    /// The number of the comparison.
    pub compared: usize,
    /// All differences.
    pub n: usize,
    /// How many of them are chosen.
    pub n_chosen: usize,
    /// The differences of each kind that there are.
    pub groups: Vec<DifferenceGroup>,
}

/// The differences of a kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DifferenceGroup {
    /// Position of the [`Choice`](crate::import::Choice) among all of them.
    pub choice: usize,
    /// Position of the first.
    pub first: usize,
    /// How many there are.
    pub n: usize,
    /// How many of them are chosen.
    pub n_chosen: usize,
    /// The first of them.
    pub lines: Vec<DifferenceLine>,
}

/// A difference.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DifferenceLine {
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Title of the record; blank where the head is meant.
    pub title: String,
    /// The key; blank where a whole record is meant.
    pub key: String,
    /// The value here, shortened.
    pub here: Option<String>,
    /// The value there, shortened.
    pub there: Option<String>,
    /// Position of what the records have in common among all of that.
    pub by: Option<usize>,
}
