//! The parts of a resource that are searched, and how much a word counts in each.

use crate::catalog::{List, Record};

/// A searched part of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextField {
    /// The title.
    Title,
    /// The keywords.
    Keywords,
    /// The labels of the themes.
    Themes,
    /// The authors.
    Authors,
    /// The publishers.
    Publishers,
    /// The places it is about.
    Places,
    /// The summary.
    Summary,
}

/// How many parts are searched.
pub const N_TEXT_FIELDS: usize = 7;

/// How a part counts in BM25F.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weight {
    /// What one occurrence counts against one in the summary.
    pub(super) boost: f32,
    /// How far the length of the part matters, 0 to 1 (`b` of BM25).
    pub(super) length: f32,
}

impl TextField {
    /// All parts, in the order of their numbers in the index.
    pub const ALL: [Self; N_TEXT_FIELDS] =
        [Self::Title, Self::Keywords, Self::Themes, Self::Authors, Self::Publishers, Self::Places, Self::Summary];

    /// The one table of weights.
    pub(super) fn weight(self) -> Weight {
        let (boost, length) = match self {
            Self::Title => (6.0, 0.4),
            Self::Keywords => (3.0, 0.3),
            Self::Themes => (2.5, 0.3),
            Self::Authors => (3.0, 0.2),
            Self::Publishers | Self::Places => (2.5, 0.2),
            Self::Summary => (1.0, 0.6),
        };
        Weight { boost, length }
    }

    /// The texts of this part; those of the themes are labels, which only a vocabulary knows: here none.
    pub(super) fn texts<'a>(self, record: &'a Record<'_>) -> Vec<&'a str> {
        let all = |list: List| record.list(list).iter().map(|text| &**text).collect();
        match self {
            Self::Title => vec![&*record.title],
            Self::Keywords => all(List::Keywords),
            Self::Themes => Vec::new(),
            Self::Authors => all(List::Authors),
            Self::Publishers => all(List::Publishers),
            Self::Places => all(List::Places),
            Self::Summary => record.summary.as_deref().into_iter().collect(),
        }
    }
}
