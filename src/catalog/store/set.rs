//! A set of resources of one catalog, as one bit each.
//!
//! Sets that meet in an operation are of the same catalog, and so of the same size.

use crate::catalog::model::ResourceIdx;

/// Which resources of a catalog belong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResourceSet {
    words: Vec<u64>,
    n_resources: usize,
}

impl ResourceSet {
    /// The set of none of `n_resources`.
    pub fn none(n_resources: usize) -> Self {
        Self { words: vec![0; n_resources.div_ceil(64)], n_resources }
    }

    /// The set of all of `n_resources`.
    pub fn all(n_resources: usize) -> Self {
        let mut words = vec![u64::MAX; n_resources.div_ceil(64)];
        if let Some(last) = words.last_mut().filter(|_| !n_resources.is_multiple_of(64)) {
            *last = (1 << (n_resources % 64)) - 1;
        }
        Self { words, n_resources }
    }

    /// The set of those of `n_resources` whose bits are set; none behind the last.
    pub(crate) fn of_words(words: &[u64], n_resources: usize) -> Self {
        Self { words: words.to_vec(), n_resources }
    }

    /// Adds a resource.
    pub fn insert(&mut self, resource: ResourceIdx) {
        self.words[resource as usize / 64] |= 1 << (resource % 64);
    }

    /// Whether a resource belongs.
    pub fn contains(&self, resource: ResourceIdx) -> bool {
        self.words.get(resource as usize / 64).is_some_and(|word| word >> (resource % 64) & 1 == 1)
    }

    /// How many belong.
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether none belongs.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps what belongs to `other` too.
    pub fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Removes what belongs to `other`.
    pub fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// Adds what belongs to `other`.
    pub fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// All that do not belong.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut all = Self::all(self.n_resources);
        all.subtract(self);
        all
    }

    /// How many belong to `other` too.
    pub fn n_shared(&self, other: &Self) -> usize {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// How many resources the catalog has.
    pub fn n_resources(&self) -> usize {
        self.n_resources
    }

    /// The bits, 64 resources a word, the first in the lowest bit.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }

    /// Returns the bits for writing, 64 resources a word; those past the last resource have to stay 0.
    pub(crate) fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// The resources that belong, in the order of the catalog.
    pub fn iter(&self) -> impl Iterator<Item = ResourceIdx> + '_ {
        (0u32..).step_by(64).zip(&self.words).flat_map(|(base, word)| Bits(*word).map(move |bit| base + bit))
    }
}

/// The positions of the bits that are set in a word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.0 == 0 {
            return None;
        }
        let bit = self.0.trailing_zeros();
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::ResourceSet;
    use std::collections::BTreeSet;

    #[test]
    fn it_behaves_as_a_set_of_numbers() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(0..=200u32)?;
            let mut plain = [BTreeSet::new(), BTreeSet::new()];
            let mut sets = [ResourceSet::none(n as usize), ResourceSet::none(n as usize)];
            for _ in 0..u.arbitrary_len::<u32>()?.min(if n == 0 { 0 } else { 300 }) {
                let (which, resource) = (usize::from(u.arbitrary::<bool>()?), u.int_in_range(0..=n - 1)?);
                plain[which].insert(resource);
                sets[which].insert(resource);
            }
            let [mut both, mut less] = [sets[0].clone(), sets[0].clone()];
            both.intersect(&sets[1]);
            less.subtract(&sets[1]);
            assert!(sets[0].iter().eq(plain[0].iter().copied()));
            assert!(both.iter().eq(plain[0].intersection(&plain[1]).copied()));
            assert!(less.iter().eq(plain[0].difference(&plain[1]).copied()));
            let mut either = sets[0].clone();
            either.unite(&sets[1]);
            assert!(either.iter().eq(plain[0].union(&plain[1]).copied()));
            assert!(sets[0].complement().iter().eq((0..n).filter(|resource| !plain[0].contains(resource))));
            assert_eq!(sets[0].n_shared(&sets[1]), both.len());
            assert_eq!((sets[0].len(), sets[0].is_empty()), (plain[0].len(), plain[0].is_empty()));
            assert!((0..n + 70).all(|resource| sets[1].contains(resource) == plain[1].contains(&resource)));
            assert!(ResourceSet::all(n as usize).iter().eq(0..n));
            Ok(())
        });
    }
}
