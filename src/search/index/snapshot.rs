//! A text index as bytes, and back: a saved one is read many times as fast as it is made.
//!
//! One behind the other, each in front of it how many bytes it has: the length bucket of each resource, a byte each; the words, of
//! each how many bytes it shares with the word before and how many follow; these; their stems, 0 for a new one, else how many
//! stems back; in how many resources each word stands. A frequent word has a bit for each resource, the first in the lowest bit
//! of the first byte; these bits; then the parts, a byte for each bit that is set. Of a rare word there is for each resource
//! how many others stand between it and the one before: of each rare word how many bytes such a number has; the lowest bytes,
//! the second, third and fourth ones, of the words that have them; then the parts, a byte each. Like beside like packs well,
//! and what needs no decision is read fast. Last the synonyms. Unions are made again, when they are first wanted.

use super::dense_postings::{DensePostings, room};
use super::index::{DENSE_SHARE, Index};
use super::lexicon::Lexicon;
use super::synonyms::Synonyms;
use crate::catalog::{ResourceIdx, Source, Writer};

/// The bytes of a number of 32 bits.
const N_PLANES: usize = 4;

impl Index {
    /// Writes the index down.
    pub(crate) fn save(&self, writer: &mut Writer) {
        writer.run(&self.length_buckets);
        self.save_words(writer);
        writer.numbers(self.counts.iter().copied());
        let (mut bits, mut masks) = (Vec::new(), Vec::new());
        for (_, row) in &self.frequent {
            self.save_frequent(row, &mut bits, &mut masks);
        }
        writer.run(&bits);
        writer.run(&masks);
        self.save_rare(writer);
        writer.run(&self.masks);
        self.synonyms.save(writer);
    }

    fn save_words(&self, writer: &mut Writer) {
        let (mut words, mut stems, mut letters) = (Writer::default(), Writer::default(), Vec::new());
        let mut n_groups = 0;
        for (shared, rest, group) in self.lexicon.parts() {
            words.0.push(shared);
            words.length(rest.len());
            letters.extend_from_slice(rest);
            stems.number(n_groups - group);
            n_groups = n_groups.max(group + 1);
        }
        writer.run(&words.0);
        writer.run(&letters);
        writer.run(&stems.0);
    }

    fn save_frequent(&self, row: &DensePostings, bits: &mut Vec<u8>, masks: &mut Vec<u8>) {
        let of = |resource: usize| ResourceIdx::try_from(resource).map_or(0, |resource| row.get(resource));
        for first in (0..self.n_resources()).step_by(8) {
            let mut byte = 0;
            for resource in first..self.n_resources().min(first + 8) {
                let mask = of(resource);
                if mask != 0 {
                    byte |= 1 << (resource - first);
                    masks.push(mask);
                }
            }
            bits.push(byte);
        }
    }

    fn save_rare(&self, writer: &mut Writer) {
        let (mut widths, mut planes) = (Vec::new(), [const { Vec::new() }; N_PLANES]);
        for (range, count) in self.starts.windows(2).zip(&self.counts) {
            if is_frequent(*count, self.n_resources()) {
                continue;
            }
            let list = &self.resources[range[0] as usize..range[1] as usize];
            let before = std::iter::once(0).chain(list.iter().map(|resource| resource + 1));
            let gaps: Vec<[u8; N_PLANES]> =
                list.iter().zip(before).map(|(at, next)| (at - next).to_le_bytes()).collect();
            let width =
                (1..N_PLANES).rev().find(|plane| gaps.iter().any(|gap| gap[*plane] != 0)).map_or(1, |most| most + 1);
            widths.push(width.to_le_bytes()[0]);
            for (at, plane) in planes.iter_mut().enumerate().take(width) {
                plane.extend(gaps.iter().map(|gap| gap[at]));
            }
        }
        writer.run(&widths);
        for plane in &planes {
            writer.run(plane);
        }
    }

    /// Reads an index again; `None` where the bytes are none.
    pub(crate) fn saved(source: &mut Source<'_>) -> Option<Self> {
        let mut index = Self::default();
        index.length_buckets = source.run()?.to_vec();
        if index.length_buckets.iter().any(|length_bucket| *length_bucket > 15) {
            return None;
        }
        index.ranks = (0..).take(index.length_buckets.len()).collect();
        index.lexicon = saved_words(source)?;
        index.counts = source.numbers()?;
        if index.counts.len() != index.lexicon.len() {
            return None;
        }
        index.read_frequent(Source(source.run()?), source.run()?)?;
        let widths = source.run()?;
        let planes = [source.run()?, source.run()?, source.run()?, source.run()?];
        index.read_rare(widths, planes.map(Source), source.run()?)?;
        index.synonyms = Synonyms::saved(source, index.n_resources())?;
        index.broad_prefixes().into_iter().rev().for_each(|range| index.keep_union_when_wanted(range));
        Some(index)
    }

    fn read_frequent(&mut self, mut bits: Source<'_>, masks: &[u8]) -> Option<()> {
        let n = self.n_resources();
        let mut masks = Source(masks);
        for (term, count) in (0..).zip(&self.counts).filter(|(_, count)| is_frequent(**count, n)) {
            let words = bytes_of(n, bits.take(n.div_ceil(8))?, masks.take(*count as usize)?)?;
            self.frequent.push((term, DensePostings::of_words(words, n)));
        }
        bits.end().and(masks.end())
    }

    fn read_rare(&mut self, widths: &[u8], mut planes: [Source<'_>; N_PLANES], masks: &[u8]) -> Option<()> {
        let n = self.length_buckets.len();
        self.masks = masks.to_vec();
        self.resources = vec![0; masks.len()];
        self.starts = Vec::with_capacity(self.counts.len() + 1);
        self.starts.push(0);
        let (mut rest, mut widths) = (self.resources.as_mut_slice(), widths.iter());
        let mut end = 0u32;
        for count in &self.counts {
            if !is_frequent(*count, n) {
                end = end.checked_add(*count)?;
                let (list, behind) = rest.split_at_mut_checked(*count as usize)?;
                rest = behind;
                let planes = planes.get_mut(..usize::from(*widths.next()?))?;
                if read_list(planes, list)? > n as u64 {
                    return None;
                }
            }
            self.starts.push(end);
        }
        let is_all = rest.is_empty() && widths.len() == 0 && planes.iter().all(|plane| plane.0.is_empty());
        is_all.then_some(())
    }
}

/// Whether a word that stands in so many of `n` resources has a byte for each of them.
fn is_frequent(count: u32, n: usize) -> bool {
    count as usize >= n / DENSE_SHARE
}

/// Reads an ascending list from the bytes of its gaps; one more than its last resource.
fn read_list(planes: &mut [Source<'_>], list: &mut [ResourceIdx]) -> Option<u64> {
    for (plane, shift) in planes.iter_mut().zip([0, 8, 16, 24]) {
        let bytes = plane.take(list.len())?;
        list.iter_mut().zip(bytes).for_each(|(place, byte)| *place |= u32::from(*byte) << shift);
    }
    let mut next = 0u64;
    for place in list {
        let resource = next + u64::from(*place);
        // One that is too large is noticed at the end of the list.
        *place = u32::try_from(resource & u64::from(u32::MAX)).unwrap_or(0);
        next = resource + 1;
    }
    Some(next)
}

/// A byte for each of `n` resources: those of the bits that are set have the next of `masks`.
fn bytes_of(n: usize, bits: &[u8], masks: &[u8]) -> Option<Vec<u64>> {
    let mut words = room(n);
    let mut masks = masks.iter();
    for (word, byte) in words.iter_mut().zip(bits) {
        let mut left = *byte;
        while left != 0 {
            let bit = left.trailing_zeros();
            *word |= u64::from(*masks.next()?) << (8 * bit);
            left &= left - 1;
        }
    }
    // What is behind the last resource has no bit.
    let is_within = n.is_multiple_of(8) || bits.last().is_none_or(|last| last >> (n % 8) == 0);
    (is_within && masks.len() == 0).then_some(words)
}

fn saved_words(source: &mut Source<'_>) -> Option<Lexicon> {
    let (mut words, mut rests, mut stems) = (Source(source.run()?), Source(source.run()?), Source(source.run()?));
    let (mut letters, mut starts, mut shared) = (Vec::<u8>::new(), vec![0u32], Vec::new());
    let (mut group, mut n_groups) = (Vec::new(), 0u32);
    let mut before = 0;
    while let Some((alike, behind)) = words.0.split_first() {
        words.0 = behind;
        let rest = rests.take(words.number()? as usize)?;
        let from = before + usize::from(*alike);
        // In order and all different, or what is asked of the words would not end.
        if from > letters.len() || rest <= &letters[from..] {
            return None;
        }
        let start = letters.len();
        letters.extend_from_within(before..from);
        letters.extend_from_slice(rest);
        before = start;
        starts.push(u32::try_from(letters.len()).ok()?);
        shared.push(*alike);
        let stem = n_groups.checked_sub(stems.number()?)?;
        n_groups = n_groups.max(stem + 1);
        group.push(stem);
    }
    let letters = String::from_utf8(letters).ok()?;
    if !starts.iter().all(|start| letters.is_char_boundary(*start as usize)) {
        return None;
    }
    rests.end().and(stems.end())?;
    Some(Lexicon::saved(letters, starts, shared, (group, n_groups as usize)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{bytes_of, read_list};
    use crate::catalog::Source;

    #[test]
    fn lists_of_both_kinds_come_back() {
        let planes = || [Source(&[0, 0, 44, 2]), Source(&[0, 0, 1, 0]), Source(&[0, 0, 0, 1]), Source(&[])];
        let mut list = [0; 4];
        assert_eq!(read_list(&mut planes()[..2], &mut list), Some(306));
        assert_eq!(list, [0, 1, 302, 305]);
        let mut list = [0; 4];
        assert_eq!(read_list(&mut planes()[..3], &mut list), Some(65_842));
        assert_eq!(list, [0, 1, 302, 65_841]);
        assert_eq!(read_list(&mut planes()[..2], &mut [0; 5]), None);
        assert_eq!(read_list(&mut planes(), &mut [0; 4]), None);
        let words = bytes_of(10, &[0b101, 0b10], &[7, 8, 9]).unwrap();
        assert_eq!((words[0], words[1]), (0x0008_0007, 0x0900));
        // Too few, too many, and one behind the end.
        for (bits, masks) in [([5, 2], &[7, 8][..]), ([5, 2], &[7; 4]), ([5, 4], &[7; 3])] {
            assert_eq!(bytes_of(10, &bits, masks), None);
        }
    }
}
