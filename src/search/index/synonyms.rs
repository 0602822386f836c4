//! Synonyms: other words for the same thing, as a catalog's vocabulary lists them.
//!
//! A synonym of several words is looked up when the index is made, since finding words next to each other means reading. In a
//! query its function words are optional, and a compound that it begins with stands for it where nothing follows:
//! `mastery-based` for `mastery-based learning`.

use super::postings::Postings;
use crate::catalog::{ResourceIdx, Source, Writer};
use crate::text::{is_stop_word, tokens};

/// All synonyms of a catalog.
#[derive(Debug, Default)]
pub struct Synonyms {
    pub(super) groups: Vec<Vec<Synonym>>,
}

/// One word or phrase of a group.
#[derive(Debug)]
pub(super) struct Synonym {
    label: String,
    pub(super) words: Vec<String>,
    /// The words but for function words, where there are others: those that a query must have.
    needed: Vec<String>,
    /// How many of these the compound has that the label begins with; 0 where it begins with none.
    n_compound: usize,
    pub(super) resources: Vec<ResourceIdx>,
    pub(super) masks: Vec<u8>,
}

/// Words of a query that have synonyms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Found {
    /// How many words it takes.
    pub(in crate::search) n_words: usize,
    group: usize,
    synonym: usize,
}

impl Synonyms {
    /// Writes them down.
    pub(super) fn save(&self, writer: &mut Writer) {
        writer.length(self.groups.len());
        for group in &self.groups {
            writer.length(group.len());
            for synonym in group {
                writer.run(synonym.label.as_bytes());
                writer.numbers(synonym.resources.iter().copied());
                writer.run(&synonym.masks);
            }
        }
    }

    /// Reads them again; `None` where they are none of a catalog of so many resources.
    pub(super) fn saved(source: &mut Source<'_>, n_resources: usize) -> Option<Self> {
        let mut groups = Vec::new();
        for _ in 0..source.length()? {
            let mut group = Vec::new();
            for _ in 0..source.length()? {
                let label = source.text()?;
                let (resources, masks) = (source.numbers()?, source.run()?.to_vec());
                let are_some = resources.is_sorted_by(|a, b| a < b)
                    && resources.last().is_none_or(|last| (*last as usize) < n_resources);
                if !are_some || masks.len() != resources.len() {
                    return None;
                }
                group.push(Synonym { resources, masks, ..Synonym::of(label) });
            }
            groups.push(group);
        }
        Some(Self { groups })
    }

    /// The longest synonym that these folded words begin with, or else one that begins with a compound that is all of them.
    pub(in crate::search) fn find(&self, words: &[&str]) -> Option<Found> {
        let begins = |needed: &[String]| needed.iter().zip(words).all(|(own, word)| own == word);
        self.longest(&|synonym| {
            let n = synonym.needed.len();
            (n <= words.len() && begins(&synonym.needed)).then_some(n)
        })
        .or_else(|| {
            let is_compound = |synonym: &Synonym| synonym.n_compound == words.len() && begins(&synonym.needed);
            self.longest(&|synonym| is_compound(synonym).then_some(synonym.n_compound))
        })
    }

    /// The first of the synonyms that take the most words.
    fn longest(&self, n_words: &dyn Fn(&Synonym) -> Option<usize>) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (group, synonyms) in self.groups.iter().enumerate() {
            for (synonym, own) in synonyms.iter().enumerate() {
                if let Some(n) = n_words(own).filter(|n| *n > best.map_or(0, |best| best.n_words)) {
                    best = Some(Found { n_words: n, group, synonym });
                }
            }
        }
        best
    }

    /// The other synonyms of the group, each with the resources that use it.
    pub(in crate::search) fn others(&self, found: Found) -> impl Iterator<Item = (&str, Postings<'_>)> {
        let group = self.groups.get(found.group).map(Vec::as_slice).unwrap_or_default();
        let others = group.iter().enumerate().filter(move |(at, _)| *at != found.synonym).map(|(_, other)| other);
        others.map(|other| (other.label.as_str(), Postings::Sparse((&other.resources).into(), (&other.masks).into())))
    }
}

impl Synonym {
    /// The synonym with a label, before it is looked up.
    pub(super) fn of(label: &str) -> Self {
        let words = tokens(label);
        let is_needed = |word: &&String| !is_stop_word(word);
        let mut needed: Vec<String> = words.iter().filter(is_needed).cloned().collect();
        if needed.is_empty() {
            needed.clone_from(&words);
        }
        let compound = tokens(label.split_whitespace().next().unwrap_or_default());
        let is_compound = compound.len() > 1 && compound.len() < needed.len() && needed.starts_with(&compound);
        Self {
            label: label.to_owned(),
            words,
            needed,
            n_compound: if is_compound { compound.len() } else { 0 },
            resources: Vec::new(),
            masks: Vec::new(),
        }
    }
}
