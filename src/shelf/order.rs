//! Positions of a sequence that several tabs change at once: whole numbers, of which a move changes as few as it can.
//!
//! What stands between two others gets a number between theirs. So two tabs that move different things change different
//! numbers, and both moves are kept.

/// The distance of what is put before the first or after the last.
const STEP: i64 = 1 << 16;

/// The positions that have to change for a sequence to be strictly rising, each with its place in the sequence: none where it
/// is already, all where there is no whole number left between two neighbours.
pub(super) fn renumbered(positions: &[i64]) -> Vec<(usize, i64)> {
    if positions.is_sorted_by(|a, b| a < b) {
        return Vec::new();
    }
    let kept = longest_rising(positions);
    let mut changed = Vec::new();
    let (mut from, mut before) = (0, None);
    for end in kept.iter().map(|at| (*at, Some(positions[*at]))).chain([(positions.len(), None)]) {
        let (to, after) = end;
        let n = i64::try_from(to - from).unwrap_or(i64::MAX - 1);
        let (start, step) = match (before, after) {
            (Some(before), Some(after)) => (before, (after - before) / (n + 1)),
            (Some(before), None) => (before, STEP),
            (None, Some(after)) => (after - STEP * (n + 1), STEP),
            (None, None) => (0, STEP),
        };
        if step == 0 {
            let first = positions.iter().copied().min().unwrap_or_default();
            return (0..positions.len()).zip((0..).map(|at| first + STEP * at)).collect();
        }
        changed.extend((from..to).zip((1..).map(|at| start + step * at)));
        (from, before) = (to + 1, after);
    }
    changed
}

/// The places of a longest strictly rising part of a sequence (Fredman, "On computing the length of longest increasing
/// subsequences", 1975).
fn longest_rising(numbers: &[i64]) -> Vec<usize> {
    // For each length, the place of the smallest number that a rising part of that length ends with.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut part = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        part.push(at);
        next = before[at];
    }
    part.reverse();
    part
}

#[cfg(test)]
mod tests {
    use super::{STEP, renumbered};

    #[test]
    fn a_move_changes_one_number() {
        for (positions, expected) in [
            (vec![], vec![]),
            (vec![1, 2, 3], vec![]),
            (vec![10, 30, 20, 40], vec![(1, 15)]),
            (vec![40, 10, 20, 30], vec![(0, 10 - STEP)]),
            (vec![20, 30, 10], vec![(2, 30 + STEP)]),
            (vec![5, 5], vec![(0, 5 - STEP)]),
            (vec![1, 9, 5], vec![(1, 3)]),
        ] {
            assert_eq!(renumbered(&positions), expected, "{positions:?}");
        }
        assert_eq!(
            renumbered(&[1, 9, 2]),
            [(0, 1), (1, 1 + STEP), (2, 1 + 2 * STEP)],
            "no number is left between 1 and 2"
        );
    }

    #[test]
    fn whatever_the_numbers_were_they_rise_afterwards() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(0..=12)?;
            let mut positions = (0..n).map(|_| u.int_in_range(-9..=9)).collect::<Result<Vec<i64>, _>>()?;
            for (at, position) in renumbered(&positions) {
                positions[at] = position;
            }
            assert!(positions.is_sorted_by(|a, b| a < b), "{positions:?}");
            assert!(renumbered(&positions).is_empty());
            Ok(())
        });
    }
}
