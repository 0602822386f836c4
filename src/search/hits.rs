//! The answer to a query: which resources, and how well each of them answers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::index::Index;
use super::matching::{Match, Options, Scorer};
use super::query::Query;
use super::run::Run;
use super::texts::Texts;
use crate::catalog::{ResourceIdx, ResourceSet};
use crate::text::Mark;

/// Fewer results than this are few: near spellings are tried.
const FEW: usize = 5;

/// What was searched besides the words as they were typed, and found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Also {
    /// Words of the catalog that are spelled nearly like typed ones, the most frequent first.
    pub spelled: Vec<String>,
    /// Words that the vocabulary calls the same as typed ones.
    pub synonyms: Vec<String>,
}

impl Also {
    /// Whether nothing but the typed words was searched.
    pub fn is_empty(&self) -> bool {
        self.spelled.is_empty() && self.synonyms.is_empty()
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
    pub(super) words: Vec<Match<'a>>,
}

impl Index {
    /// The resources that answer a query.
    pub fn hits(&self, query: &Query, options: Options, texts: &dyn Texts) -> Hits<'_> {
        let Some(expr) = &query.expr else {
            return Hits { set: ResourceSet::all(self.n_resources()), ..Hits::default() };
        };
        let run = |near_below| Run::new(self, query, options, near_below, texts).answer(expr);
        let literal = run(0);
        if !options.near || literal.set.len() >= FEW {
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
        best
    }
}

impl Hits<'_> {
    /// Whether resources answer in different degrees.
    pub fn is_ranked(&self) -> bool {
        !self.words.is_empty()
    }

    /// The best `most` of a set of resources that answer, each with its score, the best first; equal ones in the order of
    /// `ranks`, which has a number of its own for each resource.
    pub fn best(&self, index: &Index, set: &ResourceSet, most: usize, ranks: &[u32]) -> Vec<(u32, ResourceIdx)> {
        let mut scorers: Vec<Scorer<'_>> = self.words.iter().map(Scorer::new).collect();
        let mut best: BinaryHeap<Reverse<(u64, ResourceIdx)>> = BinaryHeap::new();
        let mut least = 0;
        for resource in set.iter() {
            let score: u32 = scorers.iter_mut().map(|word| word.score(index, resource)).sum();
            if best.len() == most && u64::from(score) < least >> 32 {
                continue;
            }
            let key = u64::from(score) << 32 | u64::from(u32::MAX - ranks[resource as usize]);
            if best.len() < most {
                best.push(Reverse((key, resource)));
            } else if key > least {
                best.pop();
                best.push(Reverse((key, resource)));
            }
            least = best.peek().map_or(0, |Reverse((key, _))| *key);
        }
        let score = |key: u64| u32::try_from(key >> 32).unwrap_or(u32::MAX);
        best.into_sorted_vec().into_iter().map(|Reverse((key, resource))| (score(key), resource)).collect()
    }
}
