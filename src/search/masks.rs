//! Which resources hold a word, and in which of their parts: one byte a resource, one bit a part.
//!
//! Frequent words keep a byte for every resource, eight of them in one machine word, so that whole catalogs are united and
//! intersected eight resources at a time; rare words keep a list. Both forms mean the same.

use std::borrow::Cow;

use crate::catalog::{ResourceIdx, ResourceSet};

/// The parts of resources that hold a word.
#[derive(Debug, Clone)]
pub(super) enum Masks<'a> {
    /// A byte for each resource of the catalog, the first in the lowest byte of the first word.
    Dense(Cow<'a, [u64]>),
    /// The resources in ascending order, and the byte of each.
    Sparse(Cow<'a, [ResourceIdx]>, Cow<'a, [u8]>),
}

impl Default for Masks<'_> {
    fn default() -> Self {
        Self::Sparse(Cow::Borrowed(&[]), Cow::Borrowed(&[]))
    }
}

/// Room for a byte for each of so many resources.
pub(super) fn dense(n_resources: usize) -> Vec<u64> {
    // A whole number of 64 resources, so that a word of a set has its eight words here.
    vec![0; n_resources.div_ceil(64) * 8]
}

/// Adds the parts of one resource.
pub(super) fn add(dense: &mut [u64], resource: ResourceIdx, mask: u8) {
    dense[resource as usize / 8] |= u64::from(mask) << (resource % 8 * 8);
}

/// The parts of one resource.
pub(super) fn get(dense: &[u64], resource: ResourceIdx) -> u8 {
    (dense[resource as usize / 8] >> (resource % 8 * 8)).to_le_bytes()[0]
}

/// For eight resources, one bit each: whether its byte has any of the bits of `parts` (one byte, eight times).
pub(super) fn nonzero(eight: u64, parts: u64) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let eight = eight & parts;
    // The highest bit of each byte: set by a carry out of the lower seven, or set already.
    let high = (((eight & LOW) + LOW) | eight) & !LOW;
    // Gathers the eight bits into the highest byte.
    (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// For 64 resources, whether the byte of each has any of the bits of `parts`.
fn nonzero_64(words: &[u64], parts: u64) -> u64 {
    words.iter().rev().fold(0, |bits, eight| bits << 8 | nonzero(*eight, parts))
}

impl Masks<'_> {
    /// How many resources a list has; `None` where every resource has a byte.
    pub(super) fn n_listed(&self) -> Option<usize> {
        match self {
            Self::Dense(_) => None,
            Self::Sparse(resources, _) => Some(resources.len()),
        }
    }

    /// How many resources hold the word.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Dense(words) => words.iter().map(|eight| nonzero(*eight, u64::MAX).count_ones() as usize).sum(),
            Self::Sparse(resources, _) => resources.len(),
        }
    }

    /// The resources that hold the word in any of some parts.
    pub(super) fn set(&self, n_resources: usize, parts: u8) -> ResourceSet {
        let mut set = ResourceSet::none(n_resources);
        match self {
            Self::Dense(words) => {
                let parts = u64::from_le_bytes([parts; 8]);
                let all = words.chunks_exact(8).map(|words| nonzero_64(words, parts));
                set.words_mut().iter_mut().zip(all).for_each(|(bits, found)| *bits = found);
            }
            Self::Sparse(resources, masks) => {
                let found = resources.iter().zip(masks.iter()).filter(|(_, mask)| **mask & parts != 0);
                found.for_each(|(resource, _)| set.insert(*resource));
            }
        }
        set
    }

    /// Keeps of a set what holds the word.
    pub(super) fn narrow(&self, set: &mut ResourceSet) {
        match self {
            Self::Dense(words) => {
                let pairs = set.words_mut().iter_mut().zip(words.chunks_exact(8));
                pairs.filter(|(bits, _)| **bits != 0).for_each(|(bits, words)| *bits &= nonzero_64(words, u64::MAX));
            }
            Self::Sparse(..) => set.intersect(&self.set(set.n_resources(), u8::MAX)),
        }
    }

    /// Adds all to a byte for each resource.
    pub(super) fn add_to(&self, dense: &mut [u64]) {
        match self {
            Self::Dense(words) => dense.iter_mut().zip(words.iter()).for_each(|(sum, eight)| *sum |= eight),
            Self::Sparse(resources, masks) => {
                resources.iter().zip(masks.iter()).for_each(|(resource, mask)| add(dense, *resource, *mask));
            }
        }
    }
}

/// Reads the bytes of resources that are asked for in ascending order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    masks: &'a Masks<'a>,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(masks: &'a Masks<'a>) -> Self {
        Self { masks, at: 0 }
    }

    /// The parts of a resource, which is not before the one that was asked for last.
    pub(super) fn get(&mut self, resource: ResourceIdx) -> u8 {
        match self.masks {
            Masks::Dense(words) => get(words, resource),
            Masks::Sparse(resources, masks) => {
                self.at += n_before(&resources[self.at..], resource);
                if resources.get(self.at) == Some(&resource) { masks[self.at] } else { 0 }
            }
        }
    }
}

/// How many of these are before a resource; few steps when they are few.
fn n_before(resources: &[ResourceIdx], resource: ResourceIdx) -> usize {
    let mut step = 1;
    while step <= resources.len() && resources[step - 1] < resource {
        step *= 2;
    }
    let low = step / 2;
    low + resources[low..resources.len().min(step)].partition_point(|other| *other < resource)
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Masks, add, dense};
    use crate::catalog::ResourceSet;
    use std::borrow::Cow;
    use std::collections::BTreeMap;

    #[test]
    fn both_forms_mean_the_same() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(1..=200u32)?;
            let mut plain = BTreeMap::new();
            for _ in 0..u.int_in_range(0..=60)? {
                plain.insert(u.int_in_range(0..=n - 1)?, u.int_in_range(1..=255u8)?);
            }
            let mut words = dense(n as usize);
            for (resource, mask) in &plain {
                add(&mut words, *resource, *mask);
            }
            let list = Masks::Sparse(plain.keys().copied().collect(), plain.values().copied().collect());
            let (parts, every) = (u.arbitrary::<u8>()?, u.int_in_range(1..=5u32)?);
            let expected: Vec<u32> = plain.iter().filter(|(_, mask)| **mask & parts != 0).map(|(r, _)| *r).collect();
            for masks in [Masks::Dense(Cow::Owned(words)), list] {
                assert_eq!(masks.len(), plain.len());
                assert!(masks.set(n as usize, parts).iter().eq(expected.iter().copied()));
                let mut third = ResourceSet::none(n as usize);
                (0..n).step_by(3).for_each(|resource| third.insert(resource));
                masks.narrow(&mut third);
                assert!(third.iter().eq(plain.keys().copied().filter(|resource| resource % 3 == 0)));
                let mut sum = dense(n as usize);
                masks.add_to(&mut sum);
                let sum = Masks::Dense(Cow::Owned(sum));
                let (mut direct, mut added) = (Cursor::new(&masks), Cursor::new(&sum));
                for resource in (0..n).step_by(every as usize) {
                    let expected = plain.get(&resource).copied().unwrap_or(0);
                    assert_eq!((direct.get(resource), added.get(resource)), (expected, expected));
                }
            }
            Ok(())
        });
    }
}
