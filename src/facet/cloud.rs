//! The cloud: the values of a facet among the current results, each with its count and a step of size.
//!
//! Size is the only visual variable and grows with the logarithm of the count, so that a few large values do not flatten
//! the rest (Bateman, Gutwin and Nacenta, "Seeing Things in the Clouds", Hypertext 2008, on why only one).

use super::count::tally;
use super::values::{Facet, ValueIdx};
use crate::catalog::ResourceSet;

/// Number of sizes.
pub const STEPS: u8 = 6;

/// One entry of a cloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Which value.
    pub value: ValueIdx,
    /// How many resources have it.
    pub count: u32,
    /// Its size, 1 to [`STEPS`].
    pub step: u8,
}

/// The values that resources of a set have, in the order of the facet's values.
pub fn tags(facet: &Facet, set: &ResourceSet) -> Vec<Tag> {
    let counts = tally(facet, set).values;
    let found = || counts.iter().copied().filter(|count| *count > 0);
    let (least, most) = (found().min().unwrap_or(1), found().max().unwrap_or(1));
    (0..)
        .zip(&counts)
        .filter(|(_, count)| **count > 0)
        .map(|(value, count)| Tag { value, count: *count, step: step(*count, least, most) })
        .collect()
}

/// The values with the largest counts, at most so many, the largest first; equal ones in the order of the facet's values.
pub fn most_frequent(counts: &[u32], most: usize) -> Vec<(ValueIdx, u32)> {
    let found = (0u32..).zip(counts).filter(|(_, count)| **count > 0);
    let mut keys: Vec<u64> = found.map(|(value, count)| u64::from(!*count) << 32 | u64::from(value)).collect();
    if keys.len() > most && most > 0 {
        keys.select_nth_unstable(most - 1);
    }
    keys.truncate(most);
    keys.sort_unstable();
    let halves = |key: u64| (u32::try_from(key & 0xffff_ffff).unwrap_or(0), u32::try_from(key >> 32).unwrap_or(0));
    keys.into_iter().map(halves).map(|(value, inverse)| (value, !inverse)).collect()
}

/// The step of a count: 1 for the least, [`STEPS`] for the most, logarithmic between.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the result is between 1 and STEPS")]
pub fn step(count: u32, least: u32, most: u32) -> u8 {
    if most == least {
        return STEPS / 2;
    }
    let place = (f64::from(count) / f64::from(least)).ln() / (f64::from(most) / f64::from(least)).ln();
    1 + (place * f64::from(STEPS - 1)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::{most_frequent, step};

    #[test]
    fn the_most_frequent_come_first() {
        assert_eq!(most_frequent(&[3, 0, 7, 3, 9], 3), [(4, 9), (2, 7), (0, 3)]);
        assert_eq!(most_frequent(&[0, 2], 5), [(1, 2)]);
        assert_eq!(most_frequent(&[1], 0), []);
    }

    #[test]
    fn sizes_grow_with_the_logarithm_of_the_count() {
        let steps: Vec<u8> = [1, 2, 4, 8, 16, 32].iter().map(|count| step(*count, 1, 32)).collect();
        assert_eq!(steps, [1, 2, 3, 4, 5, 6]);
        assert_eq!(step(7, 7, 7), 3);
    }
}
