//! The words a catalog classifies by: themes in a tree, types, audiences, levels, kinds of access, synonyms.
//!
//! A term has a stable id, used in records and addresses, and a label, shown to readers. The order of a list is its natural
//! order (levels go from early childhood to national).

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields::List;

/// One entry of a vocabulary list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Term {
    /// Stable id, used in records and in addresses.
    pub id: String,
    /// What a reader sees.
    pub label: String,
    /// The id of the broader term (themes only).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// One sentence that says what the term means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The word of the glyph that stands for it (themes only); another is chosen where the page has none of this name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

/// The controlled words of a catalog. Records may use other words too: these are then labelled by themselves.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(default))]
pub struct Vocabulary {
    /// What resources are about; a term may name a broader one as its parent.
    pub themes: Vec<Term>,
    /// What a resource is: report, guide, …
    pub types: Vec<Term>,
    /// For whom it is.
    pub audiences: Vec<Term>,
    /// Stage of schooling or tier of the system.
    pub levels: Vec<Term>,
    /// How it can be had.
    pub access: Vec<Term>,
    /// Groups of words that mean the same.
    pub synonyms: Vec<Vec<String>>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

impl Vocabulary {
    /// The terms that the entries of a list are ids of; none where the entries are labelled by themselves.
    #[must_use]
    pub fn terms(&self, list: List) -> &[Term] {
        match list {
            List::Type => &self.types,
            List::Themes => &self.themes,
            List::Audiences => &self.audiences,
            List::Levels => &self.levels,
            List::Access => &self.access,
            List::Places | List::Publishers | List::Authors | List::Keywords | List::Language => &[],
        }
    }
}

/// What a column of an organization's own holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// Words of a list, one or several a record.
    #[default]
    Terms,
    /// A number; filtered by ranges.
    Number,
    /// A date as in `published`; filtered by ranges of years.
    Date,
    /// Free text; shown, not filtered.
    Text,
}

/// A column of an organization's own; its values stand in the `extra` of each record.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Field {
    /// Key in `extra`, and in addresses.
    pub id: String,
    /// What a reader sees.
    pub label: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether readers can filter by it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub filter: bool,
    /// Whether it is a row of the comparison.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub compare: bool,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}
