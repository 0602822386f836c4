//! Which resources hold a word, and in which of their parts: one byte a resource, one bit a part.
//!
//! Frequent words keep a byte for every resource, rare words a list. Both forms mean the same.

use std::borrow::Cow;

use super::dense_postings::{DensePostings, add};
use crate::catalog::{ResourceIdx, ResourceSet};

/// The parts of resources that hold a word.
#[derive(Debug, Clone)]
pub(in crate::search) enum Postings<'a> {
    /// A byte for each resource of the catalog.
    Dense(Cow<'a, DensePostings>),
    /// The resources in ascending order, and the byte of each.
    Sparse(Cow<'a, [ResourceIdx]>, Cow<'a, [u8]>),
}

impl Default for Postings<'_> {
    fn default() -> Self {
        Self::Sparse(Cow::Borrowed(&[]), Cow::Borrowed(&[]))
    }
}

impl Postings<'_> {
    /// How many resources a list has; `None` where every resource has a byte.
    pub(in crate::search) fn n_listed(&self) -> Option<usize> {
        match self {
            Self::Dense(_) => None,
            Self::Sparse(resources, _) => Some(resources.len()),
        }
    }

    /// How many resources hold the word.
    pub(in crate::search) fn len(&self) -> usize {
        match self {
            Self::Dense(row) => row.set().len(),
            Self::Sparse(resources, _) => resources.len(),
        }
    }

    /// The resources that hold the word in any of some parts.
    pub(in crate::search) fn set(&self, n_resources: usize, parts: u8) -> ResourceSet {
        match self {
            Self::Dense(row) if parts == u8::MAX => row.set().clone(),
            Self::Dense(row) => row.set_of(parts),
            Self::Sparse(resources, masks) => {
                let mut set = ResourceSet::none(n_resources);
                let found = resources.iter().zip(masks.iter()).filter(|(_, mask)| **mask & parts != 0);
                found.for_each(|(resource, _)| set.insert(*resource));
                set
            }
        }
    }

    /// Keeps of a set what holds the word.
    pub(in crate::search) fn intersect(&self, set: &mut ResourceSet) {
        match self {
            Self::Dense(row) => set.intersect(row.set()),
            Self::Sparse(..) => set.intersect(&self.set(set.n_resources(), u8::MAX)),
        }
    }

    /// Adds all to a byte for each resource.
    pub(in crate::search) fn add_to(&self, words: &mut [u64]) {
        match self {
            Self::Dense(row) => words.iter_mut().zip(row.words()).for_each(|(sum, eight)| *sum |= eight),
            Self::Sparse(resources, masks) => {
                resources.iter().zip(masks.iter()).for_each(|(resource, mask)| add(words, *resource, *mask));
            }
        }
    }
}

/// Reads the bytes of resources that are asked for in ascending order.
#[derive(Debug, Clone, Copy)]
pub(in crate::search) struct PostingsCursor<'a> {
    masks: &'a Postings<'a>,
    at: usize,
}

impl<'a> PostingsCursor<'a> {
    pub(in crate::search) fn new(masks: &'a Postings<'a>) -> Self {
        Self { masks, at: 0 }
    }

    /// The parts of a resource, which is not before the one that was asked for last.
    pub(in crate::search) fn get(&mut self, resource: ResourceIdx) -> u8 {
        match self.masks {
            Postings::Dense(row) => row.get(resource),
            Postings::Sparse(resources, masks) => {
                // Often the next one is asked for.
                if resources.get(self.at).is_some_and(|at| *at < resource) {
                    self.at += 1 + n_before(&resources[self.at + 1..], resource);
                }
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
    use super::{Postings, PostingsCursor};
    use crate::catalog::ResourceSet;
    use crate::search::index::dense_postings::{DensePostings, add, room};
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
            let mut words = room(n as usize);
            for (resource, mask) in &plain {
                add(&mut words, *resource, *mask);
            }
            let row = DensePostings::of_words(words, n as usize);
            let list = Postings::Sparse(plain.keys().copied().collect(), plain.values().copied().collect());
            let (parts, every) = (u.arbitrary::<u8>()?, u.int_in_range(1..=5u32)?);
            let expected: Vec<u32> = plain.iter().filter(|(_, mask)| **mask & parts != 0).map(|(r, _)| *r).collect();
            for masks in [Postings::Dense(Cow::Owned(row)), list] {
                assert_eq!(masks.len(), plain.len());
                assert!(masks.set(n as usize, parts).iter().eq(expected.iter().copied()));
                let mut third = ResourceSet::none(n as usize);
                (0..n).step_by(3).for_each(|resource| third.insert(resource));
                masks.intersect(&mut third);
                assert!(third.iter().eq(plain.keys().copied().filter(|resource| resource % 3 == 0)));
                let mut sum = room(n as usize);
                masks.add_to(&mut sum);
                let sum = Postings::Dense(Cow::Owned(DensePostings::of_words(sum, n as usize)));
                let (mut direct, mut added) = (PostingsCursor::new(&masks), PostingsCursor::new(&sum));
                for resource in (0..n).step_by(every as usize) {
                    let expected = plain.get(&resource).copied().unwrap_or(0);
                    assert_eq!((direct.get(resource), added.get(resource)), (expected, expected));
                }
            }
            Ok(())
        });
    }
}
