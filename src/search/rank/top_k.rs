//! The best of many answers, without weighing all of them.
//!
//! Frequent words know the most that they count in each block of resources; blocks that could not have one of the best are
//! left out (Ding and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::matcher::{Scorer, TermMatch, weighed};
use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::search::index::dense_postings::key;
use crate::search::index::{BLOCK, BlockMax, DensePostings, Index, Postings};

/// Where a word is rare and fewer than this part of all resources answer, all of these are weighed.
const RARE_SHARE: usize = 4;

/// The bits of a key that say how early a resource comes among equal ones.
const RANK_BITS: BlockMax = 0xffff_ffff;

/// The bits of the resources of a block.
const BLOCK_BITS: u64 = (1 << BLOCK) - 1;

/// The best answers so far.
#[derive(Debug)]
struct Top<'a> {
    most: usize,
    index: &'a Index,
    /// The worst on top.
    kept: BinaryHeap<Reverse<(BlockMax, ResourceIdx)>>,
    /// The worst that is kept, once there are enough.
    least: BlockMax,
}

impl Top<'_> {
    fn weigh_all(&mut self, words: &[TermMatch<'_>], set: &ResourceSet) {
        let index = self.index;
        let mut scorers: Vec<Scorer<'_>> = words.iter().map(Scorer::new).collect();
        for resource in set.iter() {
            self.offer(resource, sum(scorers.iter_mut().map(|word| word.score(index, resource))));
        }
    }

    fn offer(&mut self, resource: ResourceIdx, score: u32) {
        let key = key(score, self.index.ranks[resource as usize]);
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
        self.kept.into_sorted_vec().into_iter().map(|Reverse((key, resource))| (points(key), resource)).collect()
    }
}

/// Points together; as many as there can be, where there are more.
fn sum(points: impl Iterator<Item = u32>) -> u32 {
    points.fold(0, u32::saturating_add)
}

/// The best `most` of a set of resources that answer some words, each with its score, the best first.
pub(in crate::search) fn best(
    index: &Index,
    words: &[TermMatch<'_>],
    set: &ResourceSet,
    most: usize,
) -> Vec<(u32, ResourceIdx)> {
    let mut top = Top { most, index, kept: BinaryHeap::new(), least: 0 };
    if most == 0 {
        return Vec::new();
    }
    let is_rare = |word: &TermMatch<'_>| matches!(word.all, Postings::Sparse(..));
    if words.iter().any(is_rare) && set.len() <= set.n_resources() / RARE_SHARE {
        top.weigh_all(words, set);
        return top.sorted();
    }
    let mut listed = listed(words, set.n_resources());
    listed.intersect(set);
    top.weigh_all(words, &listed);
    let mut rest = set.clone();
    rest.subtract(&listed);
    // The word with the highest IDF first: it soonest rules out what cannot be among the best.
    let by_idf = sorted_positions(words.len(), &mut |a, b| words[b as usize].idf.cmp(&words[a as usize].idf));
    let words: Vec<DenseScorer<'_>> =
        by_idf.into_iter().map(|at| DenseScorer::new(index, &words[at as usize])).collect();
    weigh_promising(&mut top, &words, &rest);
    top.sorted()
}

/// Weighs the resources of a set by block, as far as they could be among the best.
fn weigh_promising(top: &mut Top<'_>, words: &[DenseScorer<'_>], set: &ResourceSet) {
    if set.is_empty() {
        return;
    }
    let bounds = block_upper_bounds(top.index.n_resources().div_ceil(BLOCK), words);
    // The blocks with the most first, so that few of the others are worth a look.
    let mut first = if bounds.len() <= top.most { 0 } else { bounds.iter().copied().max().unwrap_or(0) };
    while first > 0 && bounds.iter().filter(|bound| **bound >= first).count() < top.most {
        first -= first.div_ceil(16);
    }
    let mut most: Vec<u32> = Vec::new();
    for is_first in [true, false] {
        for (block, bound) in bounds.iter().enumerate().filter(|(_, bound)| (**bound >= first) == is_first) {
            if *bound <= top.least {
                continue;
            }
            most.clear();
            most.extend(words.iter().map(|word| points(word.bound(block))));
            let mut left = (set.words()[block / 2] >> (block % 2 * BLOCK)) & BLOCK_BITS;
            while left != 0 {
                let resource = u32::try_from(block * BLOCK).unwrap_or(u32::MAX) + left.trailing_zeros();
                if let Some(score) = score(top, words, &most, resource) {
                    top.offer(resource, score);
                }
                left &= left - 1;
            }
        }
    }
}

/// What a resource gets; `None` once it is clear that others get more. `most` is what each word can give at most.
fn score(top: &Top<'_>, words: &[DenseScorer<'_>], most: &[u32], resource: ResourceIdx) -> Option<u32> {
    let wanted = points(top.least).into();
    let mut possible: u64 = most.iter().map(|most| u64::from(*most)).sum();
    for (word, most) in words.iter().zip(most) {
        possible -= u64::from(most - word.score(top.index, resource));
        if possible < wanted {
            return None;
        }
    }
    Some(u32::try_from(possible).unwrap_or(u32::MAX))
}

/// The resources that match a word in a way that is kept as a list: [`bounds`] says nothing of these.
fn listed(words: &[TermMatch<'_>], n_resources: usize) -> ResourceSet {
    let mut listed = ResourceSet::none(n_resources);
    for (_, masks) in words.iter().flat_map(TermMatch::tiers) {
        if let Postings::Sparse(resources, _) = masks {
            resources.iter().for_each(|resource| listed.insert(*resource));
        }
    }
    listed
}

/// For each block of resources, the most that one of them can get for tiers that are kept as a byte for each resource.
///
/// A resource that gets as much gets the most for each word, so that its rank is none better than that of any.
fn block_upper_bounds(n_blocks: usize, words: &[DenseScorer<'_>]) -> Vec<BlockMax> {
    let mut bounds = vec![key(0, 0); n_blocks];
    for word in words {
        for (block, sum) in bounds.iter_mut().enumerate() {
            let most = word.bound(block);
            let together = points(*sum).checked_add(points(most));
            *sum = together.map_or(BlockMax::MAX, |points| key_of(points, (*sum & RANK_BITS).min(most & RANK_BITS)));
        }
    }
    bounds
}

fn points(peak: BlockMax) -> u32 {
    u32::try_from(peak >> 32).unwrap_or(u32::MAX)
}

/// So many points, with the rank of another key.
fn key_of(points: u32, rank_of: BlockMax) -> BlockMax {
    u64::from(points) << 32 | rank_of & RANK_BITS
}

/// The tiers in which a word matches that are kept as a byte for each resource.
#[derive(Debug)]
struct DenseScorer<'a> {
    idf: u32,
    tiers: Vec<(u32, &'a DensePostings, &'a [BlockMax])>,
}

impl<'a> DenseScorer<'a> {
    fn new(index: &Index, word: &'a TermMatch<'a>) -> Self {
        let row = |(factor, masks): (u32, &'a Postings<'a>)| match masks {
            Postings::Dense(row) => {
                Some((factor, &**row, row.block_maxima(&index.length_buckets, &index.ranks, &index.impacts)))
            }
            Postings::Sparse(..) => None,
        };
        Self { idf: word.idf, tiers: word.tiers().filter_map(row).collect() }
    }

    /// The most that the word gives in a block.
    fn bound(&self, block: usize) -> BlockMax {
        // A word that gives nothing says nothing of ranks either.
        let tiers = self.tiers.iter().filter(|_| self.idf > 0);
        let block_maxima = tiers.map(|(factor, _, block_maxima)| (factor, block_maxima[block]));
        let most = block_maxima.map(|(factor, peak)| key_of(weighed(factor * points(peak), self.idf), peak)).max();
        most.unwrap_or(key(0, 0))
    }

    fn score(&self, index: &Index, resource: ResourceIdx) -> u32 {
        let length_bucket = index.length_buckets[resource as usize];
        let counts = |(factor, row, _): &(u32, &DensePostings, &[BlockMax])| {
            factor * u32::from(index.impacts.get(length_bucket, row.get(resource)))
        };
        weighed(self.tiers.iter().map(counts).max().unwrap_or(0), self.idf)
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::{best, sum};
    use crate::catalog::{ResourceIdx, ResourceSet};
    use crate::search::field::TextField;
    use crate::search::index::{Index, IndexBuilder, Texts};
    use crate::search::query::{FieldValue, parse};
    use crate::search::rank::matcher::{Options, Scorer};

    struct Nothing;

    impl Texts for Nothing {
        fn texts(&self, _: ResourceIdx, _: &mut dyn FnMut(TextField, &str)) {}

        fn field(&self, _: &str, _: &FieldValue) -> Option<ResourceSet> {
            None
        }
    }

    /// Xorshift (Marsaglia 2003).
    struct Random(u64);

    impl Random {
        fn below(&mut self, n: usize) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from(self.0 >> 33).unwrap_or(0) % n
        }

        /// Words of which the first are in most texts and the last in few.
        fn text(&mut self, most: usize) -> String {
            const WORDS: [&str; 12] =
                ["a", "ab", "abc", "b", "grade", "grading", "grades", "c", "ca", "rare", "rarer", "x"];
            let n = self.below(most + 1);
            let words: Vec<&str> =
                (0..n).map(|_| WORDS[self.below(12).min(self.below(40)).min(self.below(12))]).collect();
            words.join(" ")
        }
    }

    fn index(random: &mut Random) -> Index {
        let n = random.below(900);
        let mut builder = IndexBuilder::default();
        for _ in 0..n {
            builder.begin(&random.text(4), &random.text(9));
            builder.end();
        }
        let mut finish = builder.finish();
        while finish.step(&|_, _| {}) {}
        let mut index = finish.into_index();
        // An order that is not that of the catalog: every seventh comes first.
        let mut order: Vec<ResourceIdx> = (0..).take(n).collect();
        order.sort_by_key(|resource| (resource % 7, *resource));
        index.set_order(&order);
        index
    }

    #[test]
    fn the_best_are_those_of_all_that_are_weighed() {
        let (mut n_compared, mut n_tied) = (0, 0);
        arbtest::arbtest(|u| {
            let mut random = Random(u.arbitrary::<u64>()? | 1);
            let index = index(&mut random);
            for _ in 0..8 {
                let text =
                    [random.text(3), ["", " OR rare", " -b", " a*", " grad"][random.below(5)].to_owned()].concat();
                let hits = index.hits(&parse(&text, &|_| false), Options::FORGIVING, &Nothing);
                let mut set = hits.set.clone();
                (0..index.n_resources()).filter(|_| random.below(4) == 0).for_each(|at| {
                    let mut one = ResourceSet::none(index.n_resources());
                    one.insert(u32::try_from(at).unwrap_or(0));
                    set.subtract(&one);
                });
                let mut words: Vec<Scorer<'_>> = hits.words.iter().map(Scorer::new).collect();
                let weigh = |resource| (sum(words.iter_mut().map(|word| word.score(&index, resource))), resource);
                let mut all: Vec<(u32, ResourceIdx)> = set.iter().map(weigh).collect();
                all.sort_by_key(|(score, resource)| (Reverse(*score), index.ranks[*resource as usize]));
                n_tied += all.windows(2).filter(|two| two[0].0 == two[1].0).count();
                for most in [0, 1, 3, 20, index.n_resources()] {
                    let expected = &all[..all.len().min(most)];
                    assert_eq!(best(&index, &hits.words, &set, most), expected, "{text:?}, {most}");
                    n_compared += expected.len();
                }
            }
            Ok(())
        });
        assert!(n_compared > 0 && n_tied > 0);
    }
}
