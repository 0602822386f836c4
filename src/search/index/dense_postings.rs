//! A frequent word, or many words together: a byte for every resource of the catalog, one bit a part.
//!
//! Eight resources stand in one machine word, so that whole catalogs are united eight resources at a time. Which resources have
//! a byte that is not 0, and the most that a word counts in each block of resources, are found when they are first wanted.

use std::sync::OnceLock;

use crate::catalog::{ResourceIdx, ResourceSet};
use crate::search::bm25f::ImpactTable;

/// How many resources share a peak.
pub(in crate::search) const BLOCK: usize = 32;

/// Room for a byte for each of so many resources: a whole number of 64 of them, so that a word of a set has its eight words.
pub(in crate::search) fn room(n_resources: usize) -> Vec<u64> {
    vec![0; n_resources.div_ceil(64) * 8]
}

/// Adds the parts of one resource.
pub(in crate::search) fn add(words: &mut [u64], resource: ResourceIdx, mask: u8) {
    words[resource as usize / 8] |= u64::from(mask) << (resource % 8 * 8);
}

/// The parts of one resource.
pub(super) fn get(words: &[u64], resource: ResourceIdx) -> u8 {
    (words[resource as usize / 8] >> (resource % 8 * 8)).to_le_bytes()[0]
}

/// Which parts of each resource hold a word.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct DensePostings {
    /// The first resource in the lowest byte of the first word.
    words: Vec<u64>,
    n_resources: usize,
    set: OnceLock<ResourceSet>,
    block_maxima: OnceLock<Box<[BlockMax]>>,
}

impl DensePostings {
    /// The word that those of so many resources hold whose bytes are not 0.
    pub(in crate::search) fn of_words(words: Vec<u64>, n_resources: usize) -> Self {
        Self { words, n_resources, set: OnceLock::new(), block_maxima: OnceLock::new() }
    }

    /// The bytes, eight a word.
    pub(super) fn words(&self) -> &[u64] {
        &self.words
    }

    /// The parts of one resource.
    pub(in crate::search) fn get(&self, resource: ResourceIdx) -> u8 {
        get(&self.words, resource)
    }

    /// The resources that hold the word.
    pub(super) fn set(&self) -> &ResourceSet {
        self.set.get_or_init(|| self.set_of(u8::MAX))
    }

    /// The resources that hold the word in any of some parts.
    pub(super) fn set_of(&self, parts: u8) -> ResourceSet {
        let parts = u64::from_le_bytes([parts; 8]);
        let mut set = ResourceSet::none(self.n_resources);
        let all = self.words.chunks_exact(8).map(|words| nonzero_64(words, parts));
        set.words_mut().iter_mut().zip(all).for_each(|(bits, found)| *bits = found);
        set
    }

    /// For each block of resources the most that the word counts in one of them, by the length buckets and the ranks of all resources.
    pub(in crate::search) fn block_maxima(
        &self,
        length_buckets: &[u8],
        ranks: &[u32],
        impacts: &ImpactTable,
    ) -> &[BlockMax] {
        self.block_maxima.get_or_init(|| {
            let blocks = self.words.chunks_exact(BLOCK / 8).zip(length_buckets.chunks(BLOCK)).zip(ranks.chunks(BLOCK));
            blocks.map(|((words, length_buckets), ranks)| peak(words, length_buckets, ranks, impacts)).collect()
        })
    }

    /// Number of bytes that are kept.
    pub(super) fn bytes(&self) -> usize {
        let of_peaks = self.block_maxima.get().map_or(0, |block_maxima| size_of_val(&**block_maxima));
        size_of_val(&*self.words) + of_peaks + self.set.get().map_or(0, |set| size_of_val(set.words()))
    }
}

/// What a word counts in a resource; in its lower half, how early that one comes among equal ones: 0 for the last.
pub(in crate::search) type BlockMax = u64;

/// How well a resource does that has so many points and this rank among equal ones, in one number.
pub(in crate::search) fn key(points: u32, rank: u32) -> BlockMax {
    u64::from(points) << 32 | u64::from(u32::MAX - rank)
}

fn peak(words: &[u64], length_buckets: &[u8], ranks: &[u32], impacts: &ImpactTable) -> BlockMax {
    let eights = words.iter().zip(length_buckets.chunks(8).zip(ranks.chunks(8))).filter(|(eight, _)| **eight != 0);
    let all =
        eights.flat_map(|(eight, (length_buckets, ranks))| length_buckets.iter().zip(ranks).zip(eight.to_le_bytes()));
    all.map(|((length_bucket, rank), parts)| key(impacts.get(*length_bucket, parts).into(), *rank))
        .max()
        .unwrap_or(key(0, 0))
}

/// For eight resources, one bit each: whether its byte has any of the bits of `parts` (one byte, eight times).
fn nonzero(eight: u64, parts: u64) -> u64 {
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
