//! In how many resources of two sets each word stands.

use crate::catalog::ResourceSet;
use crate::search::field::TextField;
use crate::search::index::Index;

impl Index {
    /// Tells of every word in how many resources of each set it stands in some parts, where it can be `least` or more in one
    /// of them. It reads all lists once: a few milliseconds for 100,000 resources.
    pub fn each_word_of_two(
        &self,
        sets: [&ResourceSet; 2],
        parts: &[TextField],
        least: u32,
        tell: &mut dyn FnMut(&str, [u32; 2]),
    ) {
        let bits = parts.iter().fold(0, |bits, part| bits | part.bit());
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for (term, total) in (0..).zip(&self.counts) {
            if *total < least {
                continue;
            }
            let list = self.starts[term as usize] as usize..self.starts[term as usize + 1] as usize;
            let found = if list.is_empty() {
                let having = self.masks(term).set(self.n_resources(), bits);
                sets.map(|set| count(set.n_shared(&having)))
            } else {
                let mut found = [0; 2];
                for (resource, mask) in self.resources[list.clone()].iter().zip(&self.masks[list]) {
                    if mask & bits != 0 {
                        found[0] += u32::from(sets[0].contains(*resource));
                        found[1] += u32::from(sets[1].contains(*resource));
                    }
                }
                found
            };
            if found[0].max(found[1]) >= least {
                tell(self.lexicon.word(term), found);
            }
        }
    }
}
