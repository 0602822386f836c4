//! The answer to a query: which resources, and how well each of them answers.

use crate::catalog::{ResourceIdx, ResourceSet};
use crate::search::index::Index;
use crate::search::rank::TermMatch;
use crate::search::rank::top_k::best;
use crate::text::Mark;

/// What was searched besides the words as they were typed, and found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Also {
    /// Words of the catalog that are spelled nearly like typed ones, the most frequent first.
    pub spelled: Vec<String>,
    /// Words that the vocabulary calls the same as typed ones.
    pub synonyms: Vec<String>,
    /// Whether resources answer too that have most of the words, not all.
    pub partly: bool,
}

impl Also {
    /// Whether nothing but the typed words was searched.
    pub fn is_empty(&self) -> bool {
        self.spelled.is_empty() && self.synonyms.is_empty() && !self.partly
    }
}

/// The resources that answer a query.
#[derive(Debug, Clone, Default)]
pub struct Hits<'a> {
    /// Which they are.
    pub set: ResourceSet,
    /// What else was searched.
    pub also: Also,
    /// What is marked in their texts.
    pub marks: Vec<Mark>,
    pub(in crate::search) words: Vec<TermMatch<'a>>,
}

impl Hits<'_> {
    /// Whether resources answer in different degrees.
    pub fn is_ranked(&self) -> bool {
        !self.words.is_empty()
    }

    /// The best `most` of a set of resources that answer, each with its score, the best first; equal ones in the order of the
    /// index.
    pub fn best(&self, index: &Index, set: &ResourceSet, most: usize) -> Vec<(u32, ResourceIdx)> {
        best(index, &self.words, set, most)
    }
}
