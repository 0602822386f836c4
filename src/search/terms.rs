//! Words as they are met: each gets a number when it is first seen.
//!
//! A table of open addresses over one run of letters, since a catalog of 100,000 resources has millions of words to look up.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::catalog::sorted_positions;

/// Words in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Terms {
    letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Number of a word plus one, or 0 where the place is free; a power of two long.
    places: Vec<u32>,
    /// Hash of each word, so that most words that differ are not compared.
    hashes: Vec<u32>,
}

impl Terms {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word by its number.
    pub(super) fn word(&self, number: u32) -> &str {
        let start = (number as usize).checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.letters[start..self.ends[number as usize] as usize]
    }

    /// The number of a word, a new one if it was not met before.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.places.len() {
            self.grow();
        }
        let hash = hash(word);
        let mut place = hash as usize & (self.places.len() - 1);
        loop {
            let Some(number) = self.places[place].checked_sub(1) else { break };
            if self.hashes[number as usize] == hash && self.word(number) == word {
                return number;
            }
            place = (place + 1) & (self.places.len() - 1);
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.letters.push_str(word);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.hashes.push(hash);
        self.places[place] = number + 1;
        number
    }

    fn grow(&mut self) {
        let n_places = (self.places.len() * 2).max(1 << 10);
        self.places = vec![0; n_places];
        for (number, hash) in (1..).zip(&self.hashes) {
            let mut place = *hash as usize & (n_places - 1);
            while self.places[place] != 0 {
                place = (place + 1) & (n_places - 1);
            }
            self.places[place] = number;
        }
    }

    /// The numbers of the words in alphabetical order.
    pub(super) fn sorted(&self) -> Vec<u32> {
        sorted_positions(self.len(), &mut |a, b| self.word(a).cmp(self.word(b)))
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Terms;

    #[test]
    fn a_word_keeps_its_number() {
        let mut terms = Terms::default();
        let words: Vec<String> = (0..3000).map(|n| format!("word{}", n * 7919 % 3001)).collect();
        let numbers: Vec<u32> = words.iter().map(|word| terms.number(word)).collect();
        assert_eq!(numbers, (0..3000).collect::<Vec<u32>>());
        assert!(words.iter().zip(&numbers).all(|(word, number)| terms.number(word) == *number));
        assert!(words.iter().zip(&numbers).all(|(word, number)| terms.word(*number) == word));
        assert!(terms.sorted().windows(2).all(|pair| terms.word(pair[0]) < terms.word(pair[1])));
    }
}
