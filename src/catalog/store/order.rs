//! Sorting, once for all: positions by a comparison.
//!
//! A sort of the standard library is compiled anew for every type and comparison, several kilobytes each in the page's
//! module; positions and one indirect comparison serve them all.

use std::cmp::Ordering;

/// Sorts things by a comparison; equal ones stay as they stand. For lists that are short or seldom sorted: what moves is swapped.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = sorted_positions(items.len(), &mut |a, b| compare(&items[a as usize], &items[b as usize]));
    for (a, b) in swaps(order) {
        items.swap(a, b);
    }
}

/// The swaps, one after the other, that bring each place the thing from the position that is named for it.
fn swaps(mut order: Vec<u32>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    for start in 0..order.len() {
        let mut at = start;
        while order[at] as usize != start {
            let from = std::mem::replace(&mut order[at], u32::try_from(at).unwrap_or_default()) as usize;
            swaps.push((at, from));
            at = from;
        }
        order[at] = u32::try_from(at).unwrap_or_default();
    }
    swaps
}

/// Sorts positions; equal ones stay as they stand.
pub fn sort_positions(positions: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    positions.sort_by(|a, b| compare(*a, *b));
}

/// The positions of `n` things in the order of a comparison; equal ones as they stand.
pub fn sorted_positions(n: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut positions: Vec<u32> = (0..).take(n).collect();
    sort_positions(&mut positions, compare);
    positions
}

#[cfg(test)]
mod tests {
    use super::sort_by;

    #[test]
    fn things_are_sorted_as_the_standard_library_sorts_them() {
        arbtest::arbtest(|u| {
            let mut items: Vec<(u8, u16)> = u.arbitrary()?;
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0 % 8);
            sort_by(&mut items, |a, b| (a.0 % 8).cmp(&(b.0 % 8)));
            assert_eq!(items, expected);
            Ok(())
        });
    }
}
