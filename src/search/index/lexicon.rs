//! The lexicon: every word of a catalog once, in alphabetical order.
//!
//! Words with one beginning stand side by side, so a prefix is a range; words near to another are found by walking the
//! order with the rows of shared beginnings kept; words of one stem are a group.

use std::ops::Range;

use crate::catalog::HashMap;
use crate::text::{Edits, Stems};

/// Position of a word in the lexicon.
pub(in crate::search) type TermId = u32;

/// All words of a catalog.
#[derive(Debug, Default)]
pub(in crate::search) struct Lexicon {
    /// The words one behind the other, and where each begins; one more than there are words.
    letters: String,
    starts: Vec<u32>,
    /// For each word, how many bytes of its beginning the word before it has too.
    shared: Vec<u8>,
    /// For each word, its group; words of one stem have the same.
    group: Vec<u32>,
    /// The words group by group, and where each group begins.
    grouped: Vec<TermId>,
    group_starts: Vec<u32>,
}

/// The words of a lexicon on their way into groups of one stem.
#[derive(Default)]
pub(super) struct Grouping {
    stems: Stems,
    /// The number of each stem.
    groups: HashMap<String, u32>,
    of_term: Vec<u32>,
}

/// A word that is near to another, or begins with something near to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Near {
    pub(in crate::search) term: TermId,
    pub(in crate::search) edits: u8,
}

impl Lexicon {
    /// The lexicon of words that are sorted and all different.
    pub(super) fn new<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut lexicon = Self { starts: vec![0], ..Self::default() };
        for word in words {
            let before = lexicon.starts.len().checked_sub(2).map_or(0, |before| lexicon.starts[before] as usize);
            let shared = lexicon.letters[before..].bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            lexicon.shared.push(u8::try_from(shared).unwrap_or(u8::MAX));
            lexicon.letters.push_str(word);
            lexicon.starts.push(u32::try_from(lexicon.letters.len()).unwrap_or(u32::MAX));
        }
        lexicon
    }

    /// The lexicon of words that stand one behind the other, with their groups; `shared` as in [`Lexicon`].
    pub(super) fn saved(
        letters: String,
        starts: Vec<u32>,
        shared: Vec<u8>,
        (group, n_groups): (Vec<u32>, usize),
    ) -> Self {
        let mut lexicon = Self { letters, starts, shared, ..Self::default() };
        lexicon.set_groups(group, n_groups);
        lexicon
    }

    /// Each word in order: how many bytes of its beginning it has from the word before it, the rest, and its group.
    pub(super) fn parts(&self) -> impl Iterator<Item = (u8, &[u8], u32)> {
        let words = (0..).zip(&self.shared).zip(&self.group);
        words.map(|((term, shared), group)| (*shared, &self.word(term).as_bytes()[usize::from(*shared)..], *group))
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.shared.len()
    }

    /// A word by its position.
    pub(in crate::search) fn word(&self, term: TermId) -> &str {
        &self.letters[self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize]
    }

    /// The position of a word.
    pub(in crate::search) fn find(&self, word: &str) -> Option<TermId> {
        let at = self.first_not_before(word);
        ((at as usize) < self.len() && self.word(at) == word).then_some(at)
    }

    /// The words that begin with a prefix.
    pub(in crate::search) fn with_prefix(&self, prefix: &str) -> Range<TermId> {
        let start = self.first_not_before(prefix);
        let mut end = start + self.n_from(start, |word| word.starts_with(prefix));
        end = end.max(start);
        start..end
    }

    fn first_not_before(&self, word: &str) -> TermId {
        self.n_from(0, |other| other < word)
    }

    /// For how many words from `start` on something holds that holds for the first ones only.
    fn n_from(&self, start: TermId, holds: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (start, u32::try_from(self.len()).unwrap_or(u32::MAX));
        while low < high {
            let middle = low + (high - low) / 2;
            if holds(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low - start
    }

    /// The words of the same stem, the word itself among them.
    pub(in crate::search) fn of_same_stem(&self, term: TermId) -> &[TermId] {
        let group = self.group[term as usize] as usize;
        &self.grouped[self.group_starts[group] as usize..self.group_starts[group + 1] as usize]
    }

    /// Groups some more words by their stems; whether any are left. Until none is, nothing may be asked by stem.
    pub(super) fn group_by_stem(&mut self, grouping: &mut Grouping, most: usize) -> bool {
        let done = grouping.of_term.len();
        for term in (0..).take(self.len()).skip(done).take(most) {
            let next = u32::try_from(grouping.groups.len()).unwrap_or(u32::MAX);
            let stem = grouping.stems.of(self.word(term)).into_owned();
            grouping.of_term.push(*grouping.groups.entry(stem).or_insert(next));
        }
        let is_left = grouping.of_term.len() < self.len();
        if !is_left {
            self.set_groups(std::mem::take(&mut grouping.of_term), grouping.groups.len());
        }
        is_left
    }

    /// Takes the group of each word as given.
    fn set_groups(&mut self, group: Vec<u32>, n_groups: usize) {
        self.group_starts = vec![0; n_groups + 1];
        for group in &group {
            self.group_starts[*group as usize + 1] += 1;
        }
        (0..n_groups).for_each(|at| self.group_starts[at + 1] += self.group_starts[at]);
        let mut next = self.group_starts.clone();
        self.grouped = vec![0; group.len()];
        for (term, group) in (0..).zip(&group) {
            let place = &mut next[*group as usize];
            self.grouped[*place as usize] = term;
            *place += 1;
        }
        self.group = group;
    }

    /// The words at most so many edits from a word, itself not; with `as_prefix`, also those that begin with something as
    /// near.
    pub(in crate::search) fn near(&self, word: &str, most: u8, as_prefix: bool) -> Vec<Near> {
        let mut edits = Edits::new(word, most);
        let mut found = Vec::new();
        // How many bytes of the last word are taken in, and their number when they became too far or near enough.
        let (mut ends, mut dead, mut inside) = (vec![0usize], usize::MAX, None::<(usize, u8)>);
        for term in (0..).take(self.len()) {
            let shared = usize::from(self.shared[term as usize]);
            if dead <= shared {
                continue;
            }
            dead = usize::MAX;
            if let Some((depth, distance)) = inside.filter(|(depth, _)| *depth <= shared) {
                inside = Some((depth, distance));
                found.push(Near { term, edits: distance });
                continue;
            }
            inside = None;
            let text = self.word(term);
            while ends.len() > 1 && ends[ends.len() - 1] > shared.min(text.len()) {
                ends.pop();
            }
            edits.back_to(ends.len() - 1);
            let taken = ends[ends.len() - 1];
            for (at, letter) in text[taken..].char_indices() {
                let end = taken + at + letter.len_utf8();
                let is_near = edits.push(letter);
                ends.push(end);
                if !is_near {
                    dead = end;
                    break;
                }
                if let Some(distance) = edits.distance().filter(|_| as_prefix) {
                    inside = Some((end, distance));
                    break;
                }
            }
            if let Some((_, distance)) = inside {
                found.push(Near { term, edits: distance });
            } else if let Some(distance) = edits.distance().filter(|_| dead == usize::MAX) {
                found.push(Near { term, edits: distance });
            }
        }
        found.retain(|near| near.edits > 0);
        found
    }

    /// Number of bytes that are kept.
    pub(super) fn bytes(&self) -> usize {
        let numbers = self.starts.len() + self.group.len() + self.grouped.len() + self.group_starts.len();
        self.letters.len() + self.shared.len() + numbers * size_of::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::{Grouping, Lexicon};
    use crate::text::Edits;

    fn lexicon(words: &[String]) -> Lexicon {
        let mut lexicon = Lexicon::new(words.iter().map(String::as_str));
        while lexicon.group_by_stem(&mut Grouping::default(), usize::MAX) {}
        lexicon
    }

    fn any_words(u: &mut arbtest::arbitrary::Unstructured<'_>) -> arbtest::arbitrary::Result<Vec<String>> {
        let mut words = std::collections::BTreeSet::new();
        for _ in 0..u.int_in_range(0..=30)? {
            let n = u.int_in_range(1..=6usize)?;
            words.insert((0..n).map(|_| u.choose(&["a", "b", "é", "ing"]).copied()).collect::<Result<String, _>>()?);
        }
        Ok(words.into_iter().collect())
    }

    fn distance(word: &str, other: &str) -> Option<u8> {
        let mut edits = Edits::new(word, 2);
        other.chars().for_each(|letter| _ = edits.push(letter));
        edits.distance()
    }

    #[test]
    fn words_prefixes_and_near_words_are_those_of_a_plain_list() {
        arbtest::arbtest(|u| {
            let words = any_words(u)?;
            let lexicon = lexicon(&words);
            let asked = any_words(u)?.pop().unwrap_or_default();
            let plain = |holds: &dyn Fn(&str) -> bool| -> Vec<u32> {
                (0..).zip(&words).filter(|(_, word)| holds(word)).map(|(at, _)| at).collect()
            };
            assert_eq!(lexicon.find(&asked).into_iter().collect::<Vec<_>>(), plain(&|word| word == asked));
            assert_eq!(lexicon.with_prefix(&asked).collect::<Vec<_>>(), plain(&|word| word.starts_with(&asked)));
            let near: Vec<u32> = lexicon.near(&asked, 2, false).iter().map(|near| near.term).collect();
            assert_eq!(near, plain(&|word| word != asked && distance(&asked, word).is_some()), "{asked} {words:?}");
            // What counts of a word that is being typed is the shortest beginning that is near.
            let begins_near = |word: &str| {
                let mut ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
                ends.find_map(|end| distance(&asked, &word[..end]))
            };
            let near: Vec<u32> = lexicon.near(&asked, 2, true).iter().map(|near| near.term).collect();
            assert_eq!(near, plain(&|word| begins_near(word).is_some_and(|edits| edits > 0)), "{asked} {words:?}");
            Ok(())
        });
    }

    #[test]
    fn words_of_one_stem_are_a_group() {
        let words = ["assess", "assessing", "assessment", "policies", "policy", "学"].map(str::to_owned);
        let lexicon = lexicon(&words);
        let group = |word: &str| {
            let group = lexicon.of_same_stem(lexicon.find(word).unwrap_or_default());
            group.iter().map(|term| lexicon.word(*term)).collect::<Vec<_>>()
        };
        assert_eq!(group("assessment"), ["assess", "assessing", "assessment"]);
        assert_eq!(group("policy"), ["policies", "policy"]);
        assert_eq!(group("学"), ["学"]);
    }
}
