//! Words that some write as one and some as two: where little is found, `K12` finds K-12, and `micro credentials` what is
//! written as one word.

use std::borrow::Cow;

use super::{Evaluation, Node};
use crate::catalog::ResourceSet;
use crate::search::index::Postings;
use crate::search::index::texts::parts_with;
use crate::search::query::Word;
use crate::search::rank::TermMatch;

/// In how many resources at most the halves of a word are looked for next to each other: their texts are read.
const MOST_READ: usize = crate::limits::SPLIT_WORD_TEXTS;

impl Evaluation<'_, '_> {
    /// The match of a word with the resources in which it stands in two halves, next to each other, in any place where it can be cut: they answer
    /// as those do that have it as one.
    pub(super) fn or_apart<'m>(&mut self, word: &Word, mut found: TermMatch<'m>) -> TermMatch<'m> {
        for (at, _) in word.text.char_indices().skip(1) {
            let (first, second) = word.text.split_at(at);
            // `R&D` is `R & D` too.
            let second = second.strip_prefix('&').unwrap_or(second);
            if cuts_number(first, second) || self.index.lexicon.find(first).is_none() {
                continue;
            }
            let mut is_named = false;
            for second in self.forms(second) {
                let halves = [first.to_owned(), second];
                let Some((set, postings)) = self.side_by_side(&halves) else { continue };
                found = found.or(self.index, postings);
                if !std::mem::replace(&mut is_named, true) {
                    self.apart.push((halves.join("-"), set));
                }
            }
        }
        found
    }

    /// A half of a word and its other forms, where the catalog has it: `eportfolio` is e-portfolios too.
    fn forms(&self, half: &str) -> Vec<String> {
        let Some(term) = self.index.lexicon.find(half) else { return Vec::new() };
        let word = Word { text: half.to_owned(), typed: half.to_owned(), prefix: false };
        let others = self.index.other_forms(&word, self.options).into_iter().filter(|other| *other != term);
        std::iter::once(term).chain(others).map(|term| self.index.lexicon.word(term).to_owned()).collect()
    }

    /// The resources in which two halves of a word stand next to each other, with the parts in which they do; `None` where there are none.
    fn side_by_side(&mut self, halves: &[String; 2]) -> Option<(ResourceSet, Postings<'static>)> {
        let candidates = self.index.all_of(halves);
        if candidates.len() > MOST_READ {
            return None;
        }
        let mut set = ResourceSet::none(self.index.n_resources());
        let (mut resources, mut masks) = (Vec::new(), Vec::new());
        for resource in candidates.iter() {
            let parts = parts_with(self.texts, resource, halves);
            if parts != 0 {
                set.insert(resource);
                resources.push(resource);
                masks.push(parts);
            }
        }
        (!resources.is_empty()).then(|| {
            self.mark(halves);
            (set, Postings::Sparse(Cow::Owned(resources), Cow::Owned(masks)))
        })
    }

    /// The first two words written as one, where that is a word of the catalog.
    pub(super) fn joined(&mut self, words: &[&str], negated: bool) -> Option<Node> {
        let [first, second, ..] = words else { return None };
        if cuts_number(first, second) {
            return None;
        }
        let find = |sign: &str| self.index.lexicon.find(&[first, sign, second].concat());
        let term = find("").or_else(|| find("&")).filter(|_| !negated && self.near_below > 0)?;
        self.mark_terms(&[term]);
        self.near.push(vec![term]);
        self.words.push(self.index.match_term(term));
        Some(Node::Word(self.words.len() - 1))
    }
}

/// Whether a number goes on from the first text to the second.
fn cuts_number(first: &str, second: &str) -> bool {
    first.ends_with(char::is_numeric) && second.starts_with(char::is_numeric)
}
