//! The answer to a query: which resources, and how well each of them answers.

use super::run::Run;
use crate::catalog::{ResourceIdx, ResourceSet};
use crate::search::index::{Index, Texts};
use crate::search::query::Query;
use crate::search::rank::top_k::best;
use crate::search::rank::{Match, Options};
use crate::text::Mark;

/// Fewer results than this are few: near spellings are tried.
const FEW: usize = 5;

/// So many words besides function words are a long question: few texts have all of them.
const LONG_QUESTION: usize = 4;

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
    pub(in crate::search) words: Vec<Match<'a>>,
}

impl Index {
    /// The resources that answer a query.
    pub fn hits(&self, query: &Query, options: Options, texts: &dyn Texts) -> Hits<'_> {
        let Some(expr) = &query.expr else {
            return Hits { set: ResourceSet::all(self.n_resources()), ..Hits::default() };
        };
        let run = |near_below| Run::new(self, query, options, near_below, texts).answer(expr);
        let literal = run(0);
        if !options.near || query.record.is_some() || literal.set.len() >= FEW {
            return literal;
        }
        let mut best = literal;
        for near_below in [FEW, usize::MAX] {
            let wider = run(near_below);
            if wider.set.len() > best.set.len() {
                best = wider;
            }
            if best.set.len() >= FEW {
                break;
            }
        }
        // Somebody who writes a whole question does not ask for every word of it.
        let is_question = !query.with_optional.is_empty() && query.leaves.len() >= LONG_QUESTION;
        if best.set.is_empty() || is_question && best.set.len() < FEW {
            let mostly = Run::new(self, query, options, FEW, texts).answer_mostly(expr, best.set.len());
            if let Some(mut mostly) = mostly {
                mostly.set.unite(&best.set);
                return mostly;
            }
        }
        best
    }
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
