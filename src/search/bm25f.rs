//! How much a word counts in each searched part of a resource.
//!
//! BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004): what a word
//! counts in all parts is added up, each weighed by its part and divided by the part's relative length, and saturates once.
//! Lengths are kept in four classes, and of repetitions only that there are some, so that a part of a resource is one bit
//! and what a resource counts is read from a table. Parts that count alike and seldom share words share a bit: themes and
//! places; the names of type, audiences, levels and access, and the own columns.

use super::field::{N_BITS, REPEATED, TextField};

/// How soon more occurrences stop to count (`k1` of BM25).
const SATURATION: f32 = 1.2;

/// How far the length of a title and of a summary matter, 0 to 1 (`b` of BM25); that of other parts does not.
const TITLE_LENGTH: f32 = 0.4;
const SUMMARY_LENGTH: f32 = 0.6;

/// What stands for each class of lengths, relative to the mean: up to half of it, about it, above it, far above it.
const CLASSES: [f32; 4] = [0.4, 0.75, 1.15, 1.8];

/// The most that a word counts in one resource.
pub(super) const MOST_IMPACT: f32 = 1023.0;

/// The one table of weights: what one occurrence in the parts of a bit counts against one in a summary of mean length. In the
/// order of `TextField::bit`: title; keywords; themes and places; authors; publishers; summary; type, audiences, levels, access and own
/// columns.
const WEIGHTS: [f32; N_BITS as usize] = [6.0, 3.0, 2.5, 3.0, 2.5, 1.0, 0.5];

/// The class of a length.
fn class(length: u32, mean: f32) -> u8 {
    #[allow(clippy::cast_precision_loss, reason = "lengths are small beside the 24 bits of a mantissa")]
    let relative = length as f32 / mean.max(1.0);
    u8::from(relative >= 0.55) + u8::from(relative >= 0.95) + u8::from(relative >= 1.4)
}

/// The length bucket of a resource: the classes of the lengths of title and summary, 0 to 15.
pub(in crate::search) fn length_bucket(title: (u32, f32), summary: (u32, f32)) -> u8 {
    class(title.0, title.1) * 4 + class(summary.0, summary.1)
}

/// What a word counts in a resource, by the length bucket of the resource and the parts that hold the word.
#[derive(Debug)]
pub(in crate::search) struct ImpactTable(Vec<u16>);

impl Default for ImpactTable {
    fn default() -> Self {
        Self((0..16u8).flat_map(|length_bucket| (0..=u8::MAX).map(move |parts| impact(length_bucket, parts))).collect())
    }
}

impl ImpactTable {
    /// 0 to [`MOST_IMPACT`].
    pub(in crate::search) fn get(&self, length_bucket: u8, parts: u8) -> u16 {
        self.0[usize::from(length_bucket) * 256 + usize::from(parts)]
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is between 0 and MOST_IMPACT")]
fn impact(length_bucket: u8, parts: u8) -> u16 {
    let relative = |b: f32, class: u8| 1.0 - b + b * CLASSES[usize::from(class)];
    let mut weight = 0.0;
    for (bit, of_bit) in (0..N_BITS).map(|at| 1 << at).zip(WEIGHTS) {
        let length = match bit {
            _ if bit == TextField::Title.bit() => relative(TITLE_LENGTH, length_bucket / 4),
            _ if bit == TextField::Summary.bit() => relative(SUMMARY_LENGTH, length_bucket % 4),
            _ => 1.0,
        };
        weight += if parts & bit == 0 { 0.0 } else { of_bit / length };
    }
    weight += if parts & REPEATED == 0 { 0.0 } else { 1.0 / relative(SUMMARY_LENGTH, length_bucket % 4) };
    (MOST_IMPACT * weight / (SATURATION + weight)).round() as u16
}

#[cfg(test)]
mod tests {
    use super::{ImpactTable, length_bucket};
    use crate::search::field::{REPEATED, TextField};

    #[test]
    fn bits_of_parts_are_below_that_of_repetitions_and_labels_count_least() {
        let impacts = ImpactTable::default();
        for field in TextField::ALL {
            assert!(field.bit() < REPEATED, "{field:?}");
            assert!(impacts.get(5, TextField::Type.bit()) <= impacts.get(5, field.bit()), "{field:?}");
        }
    }

    #[test]
    fn a_title_counts_more_than_a_summary_and_short_ones_more_than_long_ones() {
        let impacts = ImpactTable::default();
        let (title, summary) = (TextField::Title.bit(), TextField::Summary.bit());
        let (short, long) = (length_bucket((2, 8.0), (20, 60.0)), length_bucket((16, 8.0), (120, 60.0)));
        assert_eq!((short, long), (0, 15));
        for length_bucket in 0..16 {
            assert_eq!(impacts.get(length_bucket, 0), 0);
            assert!((0..=u8::MAX).all(|parts| impacts.get(length_bucket, parts) <= impacts.get(short, parts)));
            assert!(impacts.get(length_bucket, title) > impacts.get(length_bucket, summary));
            assert!(impacts.get(length_bucket, title | summary) > impacts.get(length_bucket, title));
        }
        assert!(impacts.get(short, title) > impacts.get(long, title));
        assert!(impacts.get(short, summary) > impacts.get(long, summary));
    }
}
