//! Texts that many records share, each kept once and named by a number; and the table by which such things are found.
//!
//! The table holds no texts: a position a slot and a hash a position, found by open addressing.

use std::hash::BuildHasher;

use crate::catalog::hash::FastHash;

/// Positions by the text that stands there. At most half of the slots are taken.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// Positions plus one; 0 is empty. As many as a power of two, or none.
    slots: Vec<u32>,
    /// The hash of each position, from 0.
    hashes: Vec<u32>,
}

/// The hash of a text, in 32 bits on every machine.
fn hash(text: &str) -> u32 {
    let hash = FastHash.hash_one(text);
    u32::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}

impl Table {
    /// The first position of a text; `text` gives what stands at a position.
    pub(super) fn find<'a>(&self, sought: &str, text: impl Fn(u32) -> &'a str) -> Option<u32> {
        let (mask, hash) = (self.slots.len().checked_sub(1)?, hash(sought));
        let mut at = hash as usize & mask;
        loop {
            let position = self.slots[at].checked_sub(1)?;
            if self.hashes[position as usize] == hash && text(position) == sought {
                return Some(position);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds the text of the next position.
    pub(super) fn push(&mut self, text: &str) {
        self.hashes.push(hash(text));
        if self.hashes.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.slots.len() * 2).max(16)];
            (0..self.hashes.len()).for_each(|position| self.place(position));
        } else {
            self.place(self.hashes.len() - 1);
        }
    }

    fn place(&mut self, position: usize) {
        let mask = self.slots.len() - 1;
        let mut at = self.hashes[position] as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = u32::try_from(position + 1).unwrap_or(0);
    }

    /// Gives back the memory that was taken for texts to come.
    pub(super) fn shrink(&mut self) {
        self.hashes.shrink_to_fit();
    }

    /// Bytes of memory.
    pub(super) fn bytes(&self) -> usize {
        (self.slots.capacity() + self.hashes.capacity()) * size_of::<u32>()
    }
}

/// Texts, each once, numbered from 0 in the order in which they were met.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interner {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    table: Table,
}

impl Interner {
    /// The number of a text, and whether it is new.
    pub(crate) fn insert(&mut self, text: &str) -> (u32, bool) {
        if let Some(number) = self.find(text) {
            return (number, false);
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.table.push(text);
        (number, true)
    }

    /// The text with a number; empty where there is none.
    pub(crate) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let end = self.ends.get(at).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a text that is there.
    pub(crate) fn find(&self, text: &str) -> Option<u32> {
        self.table.find(text, |number| self.get(number))
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Gives back the memory that was taken for texts to come.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.table.shrink();
    }

    /// Bytes of memory.
    pub(super) fn bytes(&self) -> usize {
        self.text.capacity() + self.ends.capacity() * size_of::<u32>() + self.table.bytes()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::Interner;
    use std::collections::HashMap;

    #[test]
    fn every_text_has_one_number_and_comes_back() {
        arbtest::arbtest(|u| {
            let mut interner = Interner::default();
            let mut plain: HashMap<String, u32> = HashMap::new();
            for _ in 0..u.int_in_range(0..=200)? {
                let text = format!("é{}", u.int_in_range(0..=90u8)?);
                let fresh = u32::try_from(plain.len()).unwrap();
                let is_new = !plain.contains_key(&text);
                let number = *plain.entry(text.clone()).or_insert(fresh);
                assert_eq!(interner.find(&text), (!is_new).then_some(number));
                assert_eq!(interner.insert(&text), (number, is_new));
            }
            assert_eq!(interner.len(), plain.len());
            assert!(plain.iter().all(|(text, number)| interner.get(*number) == text));
            assert_eq!((interner.get(1_000), interner.find("none")), ("", None));
            Ok(())
        });
    }
}
