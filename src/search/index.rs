//! The text index: for each word, the resources that hold it and in which parts.
//!
//! Frequent words keep a byte for every resource, others a list; beginnings of words that so many words share that uniting
//! their lists would be felt keep the union. All of it follows from the lexicon and the lists alone.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use super::field::Impacts;
use super::lexicon::{Lexicon, TermId};
use super::masks::{Masks, dense};
use super::synonyms::Synonyms;
use crate::catalog::ResourceIdx;

/// A word in this part of all resources keeps a byte for every resource: as large as a list of five bytes an entry.
pub(super) const DENSE_SHARE: usize = 8;

/// Catalogs smaller than this keep no unions: any list is short.
const SMALL: usize = 64;

/// The longest beginning that keeps a union, in characters.
const LONGEST_UNION: usize = 4;

/// The finished index.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    /// For each word, in how many resources it stands.
    pub(super) counts: Vec<u32>,
    /// Where the list of each word begins; frequent words have an empty one.
    pub(super) starts: Vec<u32>,
    pub(super) resources: Vec<ResourceIdx>,
    pub(super) masks: Vec<u8>,
    /// The frequent words in order, each with its bytes.
    pub(super) frequent: Vec<(TermId, Vec<u64>)>,
    unions: Vec<Union>,
    /// The shape of each resource.
    pub(super) shapes: Vec<u8>,
    pub(super) impacts: Impacts,
    pub(super) synonyms: Synonyms,
}

/// All words with one beginning.
#[derive(Debug)]
struct Union {
    terms: Range<TermId>,
    /// A byte for each resource, and how many of these are not 0; made when they are first wanted, if not before.
    united: OnceLock<(Vec<u64>, usize)>,
}

impl Index {
    /// How many resources are indexed.
    pub fn n_resources(&self) -> usize {
        self.shapes.len()
    }

    /// How many words there are.
    pub fn n_terms(&self) -> usize {
        self.lexicon.len()
    }

    /// Takes the synonyms of the catalog in.
    pub fn set_synonyms(&mut self, synonyms: Synonyms) {
        self.synonyms = synonyms;
    }

    /// The words that begin with a prefix and stand in the most resources, at most so many, with their counts.
    pub fn completions(&self, prefix: &str, most: usize) -> Vec<(&str, usize)> {
        let mut found: Vec<(&str, usize)> = Vec::new();
        for term in self.lexicon.with_prefix(prefix) {
            let n = self.counts[term as usize] as usize;
            if found.len() < most || found.last().is_some_and(|(_, least)| n > *least) {
                let at = found.iter().position(|(_, other)| n > *other).unwrap_or(found.len());
                found.insert(at, (self.lexicon.word(term), n));
                found.truncate(most);
            }
        }
        found
    }

    /// Which resources hold a word.
    pub(super) fn masks(&self, term: TermId) -> Masks<'_> {
        if let Ok(at) = self.frequent.binary_search_by_key(&term, |(term, _)| *term) {
            return Masks::Dense(Cow::Borrowed(&self.frequent[at].1));
        }
        let list = self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize;
        Masks::Sparse(Cow::Borrowed(&self.resources[list.clone()]), Cow::Borrowed(&self.masks[list]))
    }

    /// Which resources hold any of some words, a range of them and others; and how many they are.
    pub(super) fn united(&self, range: &Range<TermId>, others: &[TermId]) -> (Masks<'_>, usize) {
        let n = self.n_resources();
        let terms = || range.clone().chain(others.iter().copied());
        if terms().count() == 1 {
            let one = terms().next().unwrap_or_default();
            return (self.masks(one), self.counts[one as usize] as usize);
        }
        let kept = self.unions.iter().find(|union| union.terms == *range);
        if let Some(union) = kept.filter(|_| others.is_empty()) {
            let (masks, n) = self.of_union(union);
            return (Masks::Dense(Cow::Borrowed(masks)), *n);
        }
        let n_listed: usize = terms().map(|term| self.counts[term as usize] as usize).sum();
        let is_listed = |term: TermId| self.starts[term as usize] < self.starts[term as usize + 1];
        if kept.is_none() && n_listed <= (n / 64).max(64) && terms().all(is_listed) {
            let merged = self.merged(terms());
            let n = merged.len();
            return (merged, n);
        }
        let mut sum = kept.map_or_else(|| dense(n), |union| self.of_union(union).0.clone());
        let rest = if kept.is_some() { 0..0 } else { range.clone() };
        rest.chain(others.iter().copied()).for_each(|term| self.masks(term).add_to(&mut sum));
        let sum = Masks::Dense(Cow::Owned(sum));
        let n = sum.len();
        (sum, n)
    }

    /// A list of few entries from several.
    fn merged(&self, terms: impl Iterator<Item = TermId>) -> Masks<'_> {
        let mut entries: Vec<u64> = Vec::new();
        for term in terms {
            let list = self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize;
            let pairs = self.resources[list.clone()].iter().zip(&self.masks[list]);
            entries.extend(pairs.map(|(resource, mask)| u64::from(*resource) << 8 | u64::from(*mask)));
        }
        entries.sort_unstable();
        let (mut resources, mut masks): (Vec<ResourceIdx>, Vec<u8>) = (Vec::new(), Vec::new());
        for entry in entries {
            let (resource, mask) = (u32::try_from(entry >> 8).unwrap_or(u32::MAX), entry.to_le_bytes()[0]);
            match masks.last_mut() {
                Some(last) if resources.last() == Some(&resource) => *last |= mask,
                _ => {
                    resources.push(resource);
                    masks.push(mask);
                }
            }
        }
        Masks::Sparse(Cow::Owned(resources), Cow::Owned(masks))
    }

    /// Beginnings of words whose lists together are longer than half the catalog.
    pub(super) fn broad_prefixes(&self) -> Vec<Range<TermId>> {
        let n = self.n_resources();
        let mut broad: Vec<Range<TermId>> = Vec::new();
        let mut open: Vec<Range<TermId>> = std::iter::once(self.lexicon.with_prefix("")).collect();
        for _ in 0..if n < SMALL { 0 } else { LONGEST_UNION } {
            let narrower: Vec<Range<TermId>> = open.iter().flat_map(|range| self.by_next_letter(range)).collect();
            open = narrower.into_iter().filter(|range| range.len() > 1 && self.n_listed(range) > n / 2).collect();
            broad.extend(open.iter().filter(|range| !broad.contains(range)).cloned().collect::<Vec<_>>());
        }
        broad
    }

    fn n_listed(&self, range: &Range<TermId>) -> usize {
        range.clone().map(|term| self.counts[term as usize] as usize).sum()
    }

    /// The words of a range, which begin alike, by the first character in which they differ from one another.
    fn by_next_letter(&self, range: &Range<TermId>) -> Vec<Range<TermId>> {
        if range.is_empty() {
            return Vec::new();
        }
        let word = |term: TermId| self.lexicon.word(term);
        let (first, last) = (word(range.start), word(range.end - 1));
        let alike = first.chars().zip(last.chars()).take_while(|(a, b)| a == b).count();
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let prefix: String = word(at).chars().take(alike + 1).collect();
            let narrower = self.lexicon.with_prefix(&prefix);
            if prefix.chars().count() > alike {
                found.push(narrower.clone());
            }
            at = if prefix.chars().count() > alike { narrower.end } else { at + 1 };
        }
        found
    }

    /// Keeps the union of a range of words.
    pub(super) fn keep_union(&mut self, terms: Range<TermId>) {
        let united = self.unite(&terms).into();
        self.unions.push(Union { terms, united });
    }

    /// Keeps the union of a range of words from when it is first wanted.
    pub(super) fn keep_union_when_wanted(&mut self, terms: Range<TermId>) {
        self.unions.push(Union { terms, united: OnceLock::new() });
    }

    fn of_union<'a>(&self, union: &'a Union) -> &'a (Vec<u64>, usize) {
        union.united.get_or_init(|| self.unite(&union.terms))
    }

    /// The union of a range of words, and how many resources are in it: from narrower ones, as far as there are any.
    fn unite(&self, terms: &Range<TermId>) -> (Vec<u64>, usize) {
        let mut sum = dense(self.n_resources());
        let next = |at: TermId| {
            let within = self.unions.iter().filter(|union| at <= union.terms.start && union.terms.end <= terms.end);
            let known = within.filter_map(|union| Some((&union.terms, &union.united.get()?.0)));
            known.min_by_key(|(range, _)| (range.start, Reverse(range.end)))
        };
        let mut at = terms.start;
        while let Some((range, masks)) = next(at) {
            (at..range.start).for_each(|term| self.masks(term).add_to(&mut sum));
            Masks::Dense(Cow::Borrowed(masks)).add_to(&mut sum);
            at = range.end;
        }
        (at..terms.end).for_each(|term| self.masks(term).add_to(&mut sum));
        let n = Masks::Dense(Cow::Borrowed(&sum)).len();
        (sum, n)
    }

    /// Number of bytes that are kept.
    pub fn bytes(&self) -> usize {
        let dense = |words: &Vec<u64>| words.len() * size_of::<u64>();
        let frequent: usize = self.frequent.iter().map(|(_, words)| dense(words)).sum();
        let unions: usize =
            self.unions.iter().filter_map(|union| union.united.get()).map(|(words, _)| dense(words)).sum();
        let lists = self.resources.len() * 5 + self.counts.len() * 8 + self.shapes.len();
        self.lexicon.bytes() + lists + frequent + unions
    }
}
