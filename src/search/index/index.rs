//! The text index: for each word, the resources that hold it and in which parts.
//!
//! Frequent words keep a byte for every resource, others a list; beginnings of words that so many words share that uniting
//! their lists would be felt keep the union. All of it follows from the lexicon and the lists alone.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::OnceLock;

use super::dense_postings::{DensePostings, room};
use super::lexicon::{Lexicon, TermId};
use super::postings::Postings;
use super::synonyms::Synonyms;
use crate::catalog::{ResourceIdx, ResourceSet};
use crate::search::bm25f::ImpactTable;
use crate::text::folded_of;

/// A word in this part of all resources keeps a byte for every resource: as large as a list of five bytes an entry.
pub(in crate::search) const DENSE_SHARE: usize = 8;

/// Rare words that have this part of all resources together are still united into a list.
const LISTED_SHARE: usize = 4;

/// Lists that have this part of all resources together, or more, are united resource by resource, not by sorting.
const SCATTERED_SHARE: usize = 512;

/// Catalogs smaller than this keep no unions: any list is short.
const SMALL: usize = 64;

/// The longest beginning that keeps a union, in characters.
const LONGEST_UNION: usize = 8;

/// The finished index.
#[derive(Debug, Default)]
pub struct Index {
    pub(in crate::search) lexicon: Lexicon,
    /// For each word, in how many resources it stands.
    pub(in crate::search) counts: Vec<u32>,
    /// Where the list of each word begins; frequent words have an empty one.
    pub(in crate::search) starts: Vec<u32>,
    pub(in crate::search) resources: Vec<ResourceIdx>,
    pub(in crate::search) masks: Vec<u8>,
    /// The frequent words in order.
    pub(super) frequent: Vec<(TermId, DensePostings)>,
    unions: Vec<Union>,
    /// The length bucket of each resource.
    pub(in crate::search) length_buckets: Vec<u8>,
    /// The place of each resource among equally good ones.
    pub(in crate::search) ranks: Vec<u32>,
    pub(in crate::search) impacts: ImpactTable,
    pub(in crate::search) synonyms: Synonyms,
    /// Each folded word that is spelled otherwise somewhere, with that spelling, in order; found when first wanted.
    spellings: OnceLock<Vec<(TermId, TermId)>>,
}

/// All words with one beginning.
#[derive(Debug)]
struct Union {
    terms: Range<TermId>,
    /// Made when it is first wanted, if not before.
    united: OnceLock<DensePostings>,
}

impl Index {
    /// How many resources are indexed.
    pub fn n_resources(&self) -> usize {
        self.length_buckets.len()
    }

    /// How many words there are.
    pub fn n_terms(&self) -> usize {
        self.lexicon.len()
    }

    /// Takes the synonyms of the catalog in.
    pub fn set_synonyms(&mut self, synonyms: Synonyms) {
        self.synonyms = synonyms;
    }

    /// Says in which order equally good resources come; without it, in that of the catalog.
    pub(crate) fn set_order(&mut self, order: &[ResourceIdx]) {
        (0..).zip(order).for_each(|(rank, resource)| self.ranks[*resource as usize] = rank);
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

    /// The other spellings of a folded word: `état` of `etat`, `u.s.a` of `usa`.
    pub(in crate::search) fn spellings_of(&self, folded: Option<TermId>) -> Vec<TermId> {
        let Some(folded) = folded else { return Vec::new() };
        let all = self.spellings.get_or_init(|| {
            let spelled = (0..).take(self.n_terms()).map(|term| (term, folded_of(self.lexicon.word(term))));
            let pairs = spelled.filter_map(|(term, folded)| Some((self.lexicon.find(&folded?)?, term)));
            let mut pairs: Vec<(TermId, TermId)> = pairs.collect();
            pairs.sort_unstable();
            pairs
        });
        let from = all.partition_point(|(of, _)| *of < folded);
        all[from..].iter().take_while(|(of, _)| *of == folded).map(|(_, spelling)| *spelling).collect()
    }

    /// Which resources hold a word.
    pub(in crate::search) fn masks(&self, term: TermId) -> Postings<'_> {
        if let Ok(at) = self.frequent.binary_search_by_key(&term, |(term, _)| *term) {
            return Postings::Dense(Cow::Borrowed(&self.frequent[at].1));
        }
        self.listed(self.lists(&(term..term + 1)))
    }

    /// Which resources hold any of some words, a range of them and others.
    pub(in crate::search) fn united(&self, range: &Range<TermId>, others: &[TermId]) -> Postings<'_> {
        if range.len() + others.len() == 1 {
            return self.masks(range.clone().chain(others.iter().copied()).next().unwrap_or_default());
        }
        let kept = self.unions.iter().find(|union| union.terms == *range).map(|union| self.of_union(union));
        if let Some(union) = kept.filter(|_| others.is_empty()) {
            return Postings::Dense(Cow::Borrowed(union));
        }
        let rest = if kept.is_some() { 0..0 } else { range.clone() };
        let lists: Vec<Range<usize>> = std::iter::once(self.lists(&rest))
            .chain(others.iter().map(|term| self.lists(&(*term..term + 1))))
            .filter(|list| !list.is_empty())
            .collect();
        let is_frequent = |term: TermId| rest.contains(&term) || others.contains(&term);
        let frequent = self.frequent.iter().filter(|(term, _)| is_frequent(*term)).map(|(_, row)| row);
        let rows: Vec<&DensePostings> = kept.into_iter().chain(frequent).collect();
        let (n, n_listed) = (self.n_resources(), lists.iter().map(Range::len).sum());
        if rows.is_empty() && n_listed <= (n / LISTED_SHARE).max(SMALL) {
            return self.merged(&lists, n_listed);
        }
        let mut sum = rows.first().map_or_else(|| room(n), |row| row.words().to_vec());
        for row in rows.into_iter().skip(1) {
            Postings::Dense(Cow::Borrowed(row)).add_to(&mut sum);
        }
        for list in lists {
            self.listed(list).add_to(&mut sum);
        }
        Postings::Dense(Cow::Owned(DensePostings::of_words(sum, n)))
    }

    /// Where the lists of a range of words stand, one behind the other; those of frequent words are empty.
    fn lists(&self, range: &Range<TermId>) -> Range<usize> {
        if range.is_empty() {
            return 0..0;
        }
        self.starts[range.start as usize] as usize..self.starts[range.end as usize] as usize
    }

    fn listed(&self, list: Range<usize>) -> Postings<'_> {
        Postings::Sparse(Cow::Borrowed(&self.resources[list.clone()]), Cow::Borrowed(&self.masks[list]))
    }

    /// One list from several, which have so many entries together.
    fn merged(&self, lists: &[Range<usize>], n_listed: usize) -> Postings<'_> {
        let n = self.n_resources();
        let entries = || {
            let pairs = |list: &Range<usize>| self.resources[list.clone()].iter().zip(&self.masks[list.clone()]);
            lists.iter().flat_map(pairs)
        };
        if n_listed < n / SCATTERED_SHARE {
            let entry = |(resource, mask): (&ResourceIdx, &u8)| u64::from(*resource) << 8 | u64::from(*mask);
            let mut sorted: Vec<u64> = entries().map(entry).collect();
            sorted.sort_unstable();
            sorted.dedup_by(|again, first| {
                let is_same = *again >> 8 == *first >> 8;
                *first |= if is_same { *again } else { 0 };
                is_same
            });
            let resource = |entry: &u64| u32::try_from(entry >> 8).unwrap_or(u32::MAX);
            let mask = |entry: &u64| entry.to_le_bytes()[0];
            return Postings::Sparse(sorted.iter().map(resource).collect(), sorted.iter().map(mask).collect());
        }
        let (mut set, mut parts) = (ResourceSet::none(n), vec![0; n]);
        for (resource, mask) in entries() {
            set.insert(*resource);
            parts[*resource as usize] |= mask;
        }
        let resources: Vec<ResourceIdx> = set.iter().collect();
        let masks: Vec<u8> = resources.iter().map(|resource| parts[*resource as usize]).collect();
        Postings::Sparse(Cow::Owned(resources), Cow::Owned(masks))
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

    fn of_union<'a>(&self, union: &'a Union) -> &'a DensePostings {
        union.united.get_or_init(|| self.unite(&union.terms))
    }

    /// The union of a range of words: from narrower ones, as far as there are any.
    fn unite(&self, terms: &Range<TermId>) -> DensePostings {
        let mut sum = room(self.n_resources());
        let next = |at: TermId| {
            let within = self.unions.iter().filter(|union| at <= union.terms.start && union.terms.end <= terms.end);
            let known = within.filter_map(|union| Some((&union.terms, union.united.get()?)));
            known.min_by_key(|(range, _)| (range.start, Reverse(range.end)))
        };
        let mut at = terms.start;
        while let Some((range, row)) = next(at) {
            (at..range.start).for_each(|term| self.masks(term).add_to(&mut sum));
            Postings::Dense(Cow::Borrowed(row)).add_to(&mut sum);
            at = range.end;
        }
        (at..terms.end).for_each(|term| self.masks(term).add_to(&mut sum));
        DensePostings::of_words(sum, self.n_resources())
    }

    /// Number of bytes that are kept.
    pub fn bytes(&self) -> usize {
        let frequent: usize = self.frequent.iter().map(|(_, row)| row.bytes()).sum();
        let unions: usize = self.unions.iter().filter_map(|union| union.united.get()).map(DensePostings::bytes).sum();
        let lists = self.resources.len() * 5 + self.counts.len() * 8 + self.length_buckets.len() * 5;
        self.lexicon.bytes() + lists + frequent + unions
    }
}
