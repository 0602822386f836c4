//! The words a catalog classifies by: themes in a tree, types, audiences, levels, kinds of access, synonyms.
//!
//! A term has a stable id, used in records and addresses, and a label, shown to readers. The order of a list is its natural
//! order (levels go from early childhood to national).

use serde::Serialize;
use serde_json::{Map, Value};

use super::fields::List;
use crate::limits::{GROUP_SYNONYMS, SYNONYM_WORDS, SYNONYMS};
use crate::text::tokens;

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
    /// Returns the synonyms that are searched, by their groups, and the first that is not, as it is too long or behind too many
    /// others.
    #[must_use]
    pub fn searched_synonyms(&self) -> (Vec<Vec<&str>>, Option<&str>) {
        let (mut n, mut left_out) = (0, None);
        let mut groups = Vec::new();
        for group in &self.synonyms {
            let mut searched = Vec::new();
            for synonym in group {
                if n < SYNONYMS && searched.len() < GROUP_SYNONYMS && is_short(synonym) {
                    n += 1;
                    searched.push(synonym.as_str());
                } else {
                    left_out = left_out.or(Some(synonym.as_str()));
                }
            }
            groups.push(searched);
        }
        (groups, left_out)
    }

    /// The terms that the entries of a list are ids of; none where the entries are labelled by themselves.
    #[must_use]
    pub fn terms(&self, list: List) -> &[Term] {
        match list {
            List::Type => &self.types,
            List::Themes => &self.themes,
            List::Audiences => &self.audiences,
            List::Levels => &self.levels,
            List::Access => &self.access,
            _ => &[],
        }
    }
}

/// Whether a synonym has few enough words to be looked for; a word may be one letter, as in Chinese, or long.
fn is_short(synonym: &str) -> bool {
    const WORD_BYTES: usize = 64;
    synonym.len() <= WORD_BYTES * SYNONYM_WORDS && tokens(synonym).len() <= SYNONYM_WORDS
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

impl Field {
    /// Whether readers can filter by it: it asks for that, and is no free text.
    #[must_use]
    pub fn can_filter(&self) -> bool {
        self.filter && self.kind != FieldKind::Text
    }
}
