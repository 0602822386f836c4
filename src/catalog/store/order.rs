//! Sorting, once for all: positions by a comparison.
//!
//! A sort of the standard library is compiled anew for every type and comparison, several kilobytes each in the page's
//! module; positions and one indirect comparison serve them all.

use std::cmp::Ordering;

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
