//! The best of many answers, without weighing all of them.
//!
//! What a resource can get at most follows from the parts that hold each word alone; only resources that could be among the
//! best by that are weighed exactly (the idea of the upper bounds of Turtle and Flood, "Query evaluation: strategies and
//! optimizations", Information Processing & Management 31(6), 1995).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::index::Index;
use super::masks::{Masks, nonzero};
use super::matching::{Match, Scorer};
use crate::catalog::{ResourceIdx, ResourceSet};

/// The best answers so far.
#[derive(Debug)]
struct Top<'a> {
    most: usize,
    ranks: &'a [u32],
    /// Score and place among equal ones in one number, the worst on top.
    kept: BinaryHeap<Reverse<(u64, ResourceIdx)>>,
    /// The worst that is kept, once there are enough.
    least: u64,
}

impl Top<'_> {
    /// The score that an answer needs at least.
    fn wanted(&self) -> u32 {
        u32::try_from(self.least >> 32).unwrap_or(u32::MAX)
    }

    fn offer(&mut self, resource: ResourceIdx, score: u32) {
        let key = u64::from(score) << 32 | u64::from(u32::MAX - self.ranks[resource as usize]);
        if self.kept.len() < self.most {
            self.kept.push(Reverse((key, resource)));
        } else if key > self.least {
            self.kept.pop();
            self.kept.push(Reverse((key, resource)));
        } else {
            return;
        }
        if self.kept.len() == self.most {
            self.least = self.kept.peek().map_or(0, |Reverse((key, _))| *key);
        }
    }

    fn sorted(self) -> Vec<(u32, ResourceIdx)> {
        let score = |key: u64| u32::try_from(key >> 32).unwrap_or(u32::MAX);
        self.kept.into_sorted_vec().into_iter().map(|Reverse((key, resource))| (score(key), resource)).collect()
    }
}

/// The best `most` of a set of resources that answer some words, each with its score, the best first; equal ones in the order
/// of `ranks`, which has a number of its own for each resource.
pub(super) fn best(
    index: &Index,
    words: &[Match<'_>],
    set: &ResourceSet,
    most: usize,
    ranks: &[u32],
) -> Vec<(u32, ResourceIdx)> {
    let mut top = Top { most, ranks, kept: BinaryHeap::new(), least: 0 };
    if most == 0 {
        return Vec::new();
    }
    let weigh = |set: &ResourceSet, top: &mut Top<'_>, bounds: Option<&Bounds<'_>>| {
        let mut scorers: Vec<Scorer<'_>> = words.iter().map(Scorer::new).collect();
        let mut exact = |resource| scorers.iter_mut().map(|word| word.score(index, resource)).sum();
        match bounds {
            None => set.iter().for_each(|resource| top.offer(resource, exact(resource))),
            Some(bounds) => bounds.each(set, top.wanted(), |resource, at_most| {
                if at_most >= top.wanted() {
                    top.offer(resource, exact(resource));
                }
                top.wanted()
            }),
        }
    };
    match Bounds::new(index, words) {
        None => weigh(set, &mut top, None),
        Some(bounds) => {
            let mut listed = listed(words, set.n_resources());
            listed.intersect(set);
            let mut rest = set.clone();
            rest.subtract(&listed);
            weigh(&listed, &mut top, None);
            weigh(&rest, &mut top, Some(&bounds));
        }
    }
    top.sorted()
}

/// The resources that match a word in a way that is kept as a list: of these [`Bounds`] say nothing.
fn listed(words: &[Match<'_>], n_resources: usize) -> ResourceSet {
    let mut listed = ResourceSet::none(n_resources);
    for (_, masks) in words.iter().flat_map(|word| &word.better) {
        if let Masks::Sparse(resources, _) = masks {
            resources.iter().for_each(|resource| listed.insert(*resource));
        }
    }
    listed
}

/// A byte for every resource, and the most that each byte can get.
type Way<'a> = (&'a [u64], Box<[u32; 256]>);

/// What resources can get at most, by the parts that hold each word.
#[derive(Debug)]
struct Bounds<'a> {
    /// For each word the ways in which it matches.
    words: Vec<Vec<Way<'a>>>,
    /// For each part, eight times in one number, the most that a resource can get in which no word stands there.
    without: Vec<(u64, u32)>,
}

impl<'a> Bounds<'a> {
    /// `None` where a word is rare, so that there is little to weigh.
    fn new(index: &Index, words: &'a [Match<'_>]) -> Option<Self> {
        let of_word = |word: &'a Match<'_>| {
            let Masks::Dense(all) = &word.all else { return None };
            let table = |factor: u32| {
                let most = |parts: usize| (factor * index.impacts.most(parts) / 256) * word.rarity / 256;
                Box::new(std::array::from_fn(most))
            };
            let mut ways = vec![(&**all, table(word.factor))];
            for (factor, masks) in &word.better {
                if let Masks::Dense(masks) = masks {
                    ways.push((masks, table(*factor)));
                }
            }
            Some(ways)
        };
        let words: Vec<Vec<Way<'_>>> = words.iter().map(of_word).collect::<Option<_>>()?;
        if words.is_empty() {
            return None;
        }
        let without = (0..8).map(|bit| {
            let most = |ways: &Vec<Way<'_>>| {
                let entries = ways.iter().flat_map(|(_, table)| table.iter().enumerate());
                entries.filter(|(parts, _)| parts >> bit & 1 == 0).map(|(_, most)| *most).max().unwrap_or(0)
            };
            (u64::from_le_bytes([1 << bit; 8]), words.iter().map(most).sum())
        });
        let without = without.collect();
        Some(Self { words, without })
    }

    /// Tells each resource of a set that could get as much as is wanted, with what it can get at most; `tell` says what is
    /// wanted from then on.
    fn each(&self, set: &ResourceSet, mut wanted: u32, mut tell: impl FnMut(ResourceIdx, u32) -> u32) {
        let mut needed = self.needed(wanted);
        for (block, bits) in set.words().iter().enumerate().filter(|(_, bits)| **bits != 0) {
            for (part, eight) in bits.to_le_bytes().into_iter().enumerate().filter(|(_, eight)| *eight != 0) {
                let at = block * 8 + part;
                let lanes = self.lanes(at, u64::from(eight), &needed);
                if lanes == 0 {
                    continue;
                }
                let at_most = self.eight(at);
                let first = u32::try_from(at * 8).unwrap_or(u32::MAX);
                for (lane, at_most) in (0..8).zip(at_most).filter(|(lane, _)| lanes >> lane & 1 == 1) {
                    let now = tell(first + lane, at_most);
                    if now != wanted {
                        wanted = now;
                        needed = self.needed(wanted);
                    }
                }
            }
        }
    }

    /// The parts in which some word must stand for as much as is wanted.
    fn needed(&self, wanted: u32) -> Vec<u64> {
        self.without.iter().filter(|(_, most)| *most < wanted).map(|(part, _)| *part).collect()
    }

    /// Of eight resources those in which some word stands in each needed part.
    fn lanes(&self, at: usize, eight: u64, needed: &[u64]) -> u64 {
        if needed.is_empty() {
            return eight;
        }
        let parts = self.words.iter().fold(0, |parts, ways| parts | ways[0].0[at]);
        needed.iter().fold(eight, |lanes, part| lanes & nonzero(parts, *part))
    }

    /// What eight resources can get at most.
    fn eight(&self, at: usize) -> [u32; 8] {
        let mut sum = [0; 8];
        for ways in &self.words {
            let mut best = [0; 8];
            for (masks, table) in ways {
                let parts = masks[at].to_le_bytes();
                (0..8).for_each(|lane| best[lane] = best[lane].max(table[usize::from(parts[lane])]));
            }
            (0..8).for_each(|lane| sum[lane] += best[lane]);
        }
        sum
    }
}
