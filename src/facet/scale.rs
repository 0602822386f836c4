//! Sizes of tags, and which values are the most frequent.
//!
//! Size is the only visual variable and grows with the logarithm of the weight, so that a few heavy tags do not flatten
//! the rest (Bateman, Gutwin and Nacenta, "Seeing Things in the Clouds", Hypertext 2008, on why only one).

use super::values::ValueIdx;

/// Number of sizes.
pub const STEPS: u8 = 6;

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

/// The size of a weight, both above 0: 1 for the least, [`STEPS`] for the most, logarithmic between; one in the middle where all
/// weigh the same.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the result is between 1 and STEPS")]
pub fn step(weight: f64, least: f64, most: f64) -> u8 {
    if most <= least {
        return STEPS / 2;
    }
    let place = (weight / least).ln() / (most / least).ln();
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
    fn sizes_grow_with_the_logarithm_of_the_weight() {
        let steps = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0].map(|weight| step(weight, 1.0, 32.0));
        assert_eq!(steps, [1, 2, 3, 4, 5, 6]);
        assert_eq!(step(7.0, 7.0, 7.0), 3);
    }
}
