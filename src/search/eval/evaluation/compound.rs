//! Words that some write as one and some as two: where little is found, `K12` finds K-12, and `micro credentials` what is
//! written as one word.

use super::{Evaluation, Node};
use crate::catalog::ResourceSet;
use crate::search::query::Word;

/// In how many resources at most the pieces of a word are looked for next to each other: their texts are read.
const MOST_READ: usize = crate::limits::SPLIT_WORD_TEXTS;

impl Evaluation<'_, '_> {
    /// The resources in which a word stands in two pieces, next to each other: one set for each place where it can be cut.
    pub(super) fn apart(&mut self, word: &Word) -> Vec<ResourceSet> {
        let mut sets = Vec::new();
        for (at, _) in word.text.char_indices().skip(1) {
            let (first, second) = word.text.split_at(at);
            // `R&D` is `R & D` too.
            let second = second.strip_prefix('&').unwrap_or(second);
            if cuts_number(first, second) {
                continue;
            }
            let is_word = |piece| self.index.lexicon.find(piece).is_some();
            if !is_word(first) || !is_word(second) {
                continue;
            }
            let pieces = [first.to_owned(), second.to_owned()];
            if self.index.all_of(&pieces).len() > MOST_READ {
                continue;
            }
            let set = self.phrase(&pieces, u8::MAX, false);
            if !set.is_empty() {
                self.mark(&pieces);
                self.apart.push((pieces.join("-"), set.clone()));
                sets.push(set);
            }
        }
        sets
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
