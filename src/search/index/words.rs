//! The words of the summaries, those of one stem as one, and in how many resources of a set each stands.
//!
//! Counted from the index alone: no text is read again. Left out are stop words and what has no two letters. Which words there
//! are and in how many summaries of the whole catalog each stands is found once; then the words are counted in the order of
//! those numbers, the largest first, so that who wants the most frequent ones can stop early.

use super::index::Index;
use super::lexicon::TermId;
use super::postings::{Postings, PostingsCursor};
use crate::catalog::{ResourceIdx, ResourceSet, sort_positions};
use crate::search::field::TextField;
use crate::text::{folded_of, is_stop_word};

/// A set of which a word has so many times more resources is looked up resource by resource.
const FEW_SHARE: usize = 8;

/// A word of the summaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SummaryWord {
    /// The word of its stem that stands in the most summaries.
    term: TermId,
    /// In how many summaries any word of its stem stands.
    pub total: u32,
}

/// All words of the summaries of a catalog, in the order of their totals, the largest first.
#[derive(Debug, Default)]
pub struct SummaryWords {
    /// The words.
    pub words: Vec<SummaryWord>,
    /// Whether the words of one stem are one.
    stems: bool,
}

/// Counts words within one set of resources.
#[derive(Debug)]
pub struct Count<'a> {
    index: &'a Index,
    stems: bool,
    set: &'a ResourceSet,
    members: Vec<ResourceIdx>,
    /// For each resource the last word of several that it was counted for, by the number of that count.
    last: Vec<u32>,
    n_counts: u32,
}

impl SummaryWords {
    /// The words of all summaries; `stems` says whether those of one stem are one.
    pub fn new(index: &Index, stems: bool) -> Self {
        let all = ResourceSet::all(index.n_resources());
        let mut count = Count::new(index, stems, &all);
        let mut words = Vec::new();
        for term in (0..).take(index.n_terms()) {
            let alike = if stems { index.lexicon.of_same_stem(term) } else { std::slice::from_ref(&term) };
            // Once a stem, at its first word.
            if alike.first() != Some(&term) {
                continue;
            }
            if let Some(label) = count.label(alike) {
                words.push(SummaryWord { term: label, total: count.of_term(label) });
            }
        }
        let mut order: Vec<u32> = (0..).take(words.len()).collect();
        sort_positions(&mut order, &mut |a, b| words[b as usize].total.cmp(&words[a as usize].total));
        Self { words: order.into_iter().map(|at| words[at as usize]).collect(), stems }
    }

    /// A counter within a set.
    pub fn count<'a>(&self, index: &'a Index, set: &'a ResourceSet) -> Count<'a> {
        Count::new(index, self.stems, set)
    }

    /// The resources in whose summaries a word stands.
    pub fn resources(&self, index: &Index, at: u32) -> ResourceSet {
        let mut found = ResourceSet::none(index.n_resources());
        let Some(word) = self.words.get(at as usize) else { return found };
        let alike = if self.stems { index.lexicon.of_same_stem(word.term) } else { std::slice::from_ref(&word.term) };
        for term in alike {
            found.unite(&index.masks(*term).set(index.n_resources(), TextField::Summary.bit()));
        }
        found
    }

    /// What a word is called.
    pub fn label<'a>(&self, index: &'a Index, at: u32) -> &'a str {
        self.words.get(at as usize).map_or("", |word| index.lexicon.word(word.term))
    }

    /// The word of a folded word's stem.
    pub fn find(&self, index: &Index, word: &str) -> Option<u32> {
        let term = index.lexicon.find(word)?;
        let alike = if self.stems { index.lexicon.of_same_stem(term) } else { std::slice::from_ref(&term) };
        (0..).zip(&self.words).find(|(_, word)| alike.contains(&word.term)).map(|(at, _)| at)
    }
}

impl<'a> Count<'a> {
    fn new(index: &'a Index, stems: bool, set: &'a ResourceSet) -> Self {
        let last = if stems { vec![0; index.n_resources()] } else { Vec::new() };
        Self { index, stems, set, members: set.iter().collect(), last, n_counts: 0 }
    }

    /// In how many summaries of the set a word stands.
    pub fn of(&mut self, word: &SummaryWord) -> u32 {
        self.of_term(word.term)
    }

    fn of_term(&mut self, term: TermId) -> u32 {
        let index = self.index;
        let alike = if self.stems { index.lexicon.of_same_stem(term) } else { std::slice::from_ref(&term) };
        let n = self.n_with(alike);
        u32::try_from(n).unwrap_or(u32::MAX)
    }

    fn n_with(&mut self, terms: &[TermId]) -> usize {
        let parts = TextField::Summary.bit();
        let n_entries: usize = terms.iter().map(|term| self.index.counts[*term as usize] as usize).sum();
        let masks: Vec<Postings<'_>> = terms.iter().map(|term| self.index.masks(*term)).collect();
        if self.members.len() < n_entries / FEW_SHARE {
            let mut cursors: Vec<PostingsCursor<'_>> = masks.iter().map(PostingsCursor::new).collect();
            let mut has = |resource: ResourceIdx| {
                cursors.iter_mut().fold(0, |all, cursor| all | cursor.get(resource)) & parts != 0
            };
            return self.members.iter().filter(|resource| has(**resource)).count();
        }
        if masks.iter().any(|masks| masks.n_listed().is_none()) {
            let mut sum = ResourceSet::none(self.set.n_resources());
            for masks in &masks {
                sum.unite(&masks.set(self.set.n_resources(), parts));
            }
            return sum.n_shared(self.set);
        }
        let mut n = 0;
        self.n_counts += 1;
        for masks in &masks {
            let Postings::Sparse(resources, masks) = masks else { continue };
            for (resource, _) in resources.iter().zip(masks.iter()).filter(|(_, mask)| **mask & parts != 0) {
                let is_again = terms.len() > 1
                    && std::mem::replace(&mut self.last[*resource as usize], self.n_counts) == self.n_counts;
                n += usize::from(!is_again && self.set.contains(*resource));
            }
        }
        n
    }

    /// The word by which readers know words of one stem: the one in the most summaries, of equal ones the first. `None` where
    /// it is a stop word, has no two letters, or stands in no summary.
    fn label(&self, alike: &[TermId]) -> Option<TermId> {
        let parts = TextField::Summary.bit();
        let mut best: Option<(usize, TermId)> = None;
        for term in alike {
            let word = self.index.lexicon.word(*term);
            // A word as it was spelled stands beside the folded one, which answers for it.
            if folded_of(word).is_some() {
                continue;
            }
            let n = match self.index.masks(*term) {
                Postings::Sparse(_, masks) => masks.iter().filter(|mask| **mask & parts != 0).count(),
                dense @ Postings::Dense(_) => dense.set(self.set.n_resources(), parts).len(),
            };
            if n > best.map_or(0, |(most, _)| most) {
                best = Some((n, *term));
            }
        }
        let word = self.index.lexicon.word(best?.1);
        let n_letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        (n_letters >= 2 && !is_stop_word(word)).then_some(best?.1)
    }
}
