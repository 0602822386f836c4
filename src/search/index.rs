//! The text index: for each word, the resources and parts that hold it.
//!
//! Built by pushing resources in the order of the catalog; the labels of themes come last, since a catalog may name its
//! vocabulary behind its records. Words are kept in order, so that all words with a prefix stand side by side.

use std::ops::Range;

use super::field::{N_TEXT_FIELDS, TextField};
use crate::catalog::{HashMap, Resource, ResourceIdx, ResourceSet, sorted_positions};
use crate::text::{Word, each_token};

/// How often a word stands in a part of a resource. The postings of a word are in no order that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Posting {
    pub(super) resource: ResourceIdx,
    pub(super) field: u8,
    pub(super) count: u8,
}

/// The finished index.
#[derive(Debug, Default)]
pub struct Index {
    /// All words, sorted.
    terms: Vec<Box<str>>,
    /// Where the postings of each word begin; one more than there are words.
    starts: Vec<u32>,
    postings: Vec<Posting>,
    /// Number of words in each part of each resource.
    pub(super) lengths: Vec<[u16; N_TEXT_FIELDS]>,
    /// Mean number of words in each part, over all resources.
    pub(super) mean_lengths: [f32; N_TEXT_FIELDS],
}

impl Index {
    /// How many resources are indexed.
    pub fn n_resources(&self) -> usize {
        self.lengths.len()
    }

    /// The words that answer a word of a query: itself, and with a prefix all that begin with it.
    pub(super) fn range(&self, word: &Word) -> Range<usize> {
        let start = self.terms.partition_point(|term| **term < *word.text);
        let within = self.terms[start..].partition_point(|term| word.answers(term));
        start..start + within
    }

    /// The words that begin with a folded prefix and stand in the most resources, with how many; at most so many words.
    pub fn completions(&self, prefix: &str, most: usize) -> Vec<(String, usize)> {
        let range = self.range(&Word { text: prefix.to_owned(), prefix: true });
        let found: Vec<(usize, usize)> = range.map(|term| (self.n_with(term), term)).collect();
        let best = sorted_positions(found.len(), &mut |a, b| found[b as usize].0.cmp(&found[a as usize].0));
        let word = |at: u32| (self.term(found[at as usize].1).to_owned(), found[at as usize].0);
        best.into_iter().take(most).map(word).collect()
    }

    /// How many resources have a word.
    fn n_with(&self, term: usize) -> usize {
        // The postings of a resource stand together, but for its themes, which come last.
        let mut set = ResourceSet::none(self.n_resources());
        self.postings(term).iter().for_each(|posting| set.insert(posting.resource));
        set.len()
    }

    pub(super) fn term(&self, term: usize) -> &str {
        &self.terms[term]
    }

    pub(super) fn postings(&self, term: usize) -> &[Posting] {
        &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize]
    }
}

/// An index in the making.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    terms: HashMap<Box<str>, Vec<Posting>>,
    lengths: Vec<[u16; N_TEXT_FIELDS]>,
}

impl IndexBuilder {
    /// Indexes the next resource of the catalog.
    pub fn push(&mut self, resource: &Resource) {
        let idx = self.lengths.len();
        self.lengths.push([0; N_TEXT_FIELDS]);
        for (number, field) in TextField::ALL.into_iter().enumerate() {
            for text in field.texts(resource) {
                self.add(idx, number, text);
            }
        }
    }

    /// Indexes the label of a theme for a resource that was pushed before.
    pub fn add_theme(&mut self, resource: ResourceIdx, label: &str) {
        self.add(resource as usize, TextField::Themes as usize, label);
    }

    /// Ends the building.
    pub fn finish(self) -> Index {
        let mut terms: Vec<(Box<str>, Vec<Posting>)> = self.terms.into_iter().collect();
        let order = sorted_positions(terms.len(), &mut |a, b| terms[a as usize].0.cmp(&terms[b as usize].0));
        let mut index = Index { lengths: self.lengths, ..Index::default() };
        index.starts.push(0);
        for at in order {
            let (term, mut postings) = std::mem::take(&mut terms[at as usize]);
            index.postings.append(&mut postings);
            index.terms.push(term);
            index.starts.push(u32::try_from(index.postings.len()).unwrap_or(u32::MAX));
        }
        index.mean_lengths = mean_lengths(&index.lengths);
        index
    }

    fn add(&mut self, idx: usize, field: usize, text: &str) {
        let (Ok(resource), Ok(field_byte)) = (ResourceIdx::try_from(idx), u8::try_from(field)) else { return };
        let length = &mut self.lengths[idx][field];
        each_token(text, |token, _| {
            *length = length.saturating_add(1);
            let fresh = Posting { resource, field: field_byte, count: 1 };
            let Some(postings) = self.terms.get_mut(token) else {
                self.terms.insert(token.into(), vec![fresh]);
                return;
            };
            match postings.last_mut() {
                Some(last) if last.resource == resource && last.field == field_byte => {
                    last.count = last.count.saturating_add(1);
                }
                _ => postings.push(fresh),
            }
        });
    }
}

#[allow(clippy::cast_precision_loss, reason = "lengths are small beside the 24 bits of a mantissa")]
fn mean_lengths(lengths: &[[u16; N_TEXT_FIELDS]]) -> [f32; N_TEXT_FIELDS] {
    std::array::from_fn(|field| {
        let total: u64 = lengths.iter().map(|of| u64::from(of[field])).sum();
        total as f32 / lengths.len().max(1) as f32
    })
}
