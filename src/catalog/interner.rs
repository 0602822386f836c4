//! Texts that many records share, each kept once and named by a number; and the table by which such things are found.
//!
//! The table holds no texts and no hashes: a position a slot, in one piece of memory, found by open addressing.

use std::hash::BuildHasher;

use super::FastHash;

/// Positions by the hash of what stands there. At most half of the slots are taken: a neighbour costs a look at its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// Positions plus one; 0 is empty. As many as a power of two, or none.
    slots: Vec<u32>,
    len: usize,
}

/// The hash of a text.
fn hash(text: &str) -> usize {
    let hash = FastHash.hash_one(text);
    // As many bits as a machine has: all tables are smaller.
    usize::try_from((hash ^ (hash >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}

impl Table {
    /// The position of a text; `text` gives what stands at a position.
    pub(super) fn find<'a>(&self, sought: &str, text: impl Fn(u32) -> &'a str) -> Option<u32> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash(sought) & mask;
        loop {
            let position = self.slots[at].checked_sub(1)?;
            if text(position) == sought {
                return Some(position);
            }
            at = (at + 1) & mask;
        }
    }

    /// Adds a position whose text is not yet there, or shall not be found; `text` gives what stands at it and at all others.
    pub(super) fn insert<'a>(&mut self, position: u32, text: impl Fn(u32) -> &'a str) {
        if (self.len + 1) * 2 > self.slots.len() {
            let larger = vec![0; (self.slots.len() * 2).max(16)];
            for slot in std::mem::replace(&mut self.slots, larger).into_iter().filter(|slot| *slot != 0) {
                self.place(slot, text(slot - 1));
            }
        }
        self.place(position.saturating_add(1), text(position));
        self.len += 1;
    }

    fn place(&mut self, slot: u32, text: &str) {
        let mask = self.slots.len() - 1;
        let mut at = hash(text) & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// Bytes of memory.
    pub(super) fn bytes(&self) -> usize {
        self.slots.capacity() * size_of::<u32>()
    }
}

/// Texts, each once, numbered from 0 in the order in which they were met.
#[derive(Debug, Clone, Default)]
pub(super) struct Interner {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    table: Table,
}

impl Interner {
    /// The number of a text, and whether it is new.
    pub(super) fn insert(&mut self, text: &str) -> (u32, bool) {
        if let Some(number) = self.find(text) {
            return (number, false);
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let mut table = std::mem::take(&mut self.table);
        table.insert(number, |number| self.get(number));
        self.table = table;
        (number, true)
    }

    /// The text with a number; empty where there is none.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or(0));
        let end = self.ends.get(at).copied().unwrap_or(0);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a text that is there.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.table.find(text, |number| self.get(number))
    }

    /// How many texts there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Gives back the memory that was taken for texts to come.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
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
