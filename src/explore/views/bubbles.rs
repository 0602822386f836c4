//! The circles of a cell of the gap map: one for each kind of resource, always at the same place, its area as its count.

/// Width of a circle's place, in units of the picture.
pub const BUBBLE_PLACE: u32 = 14;
/// How many places stand beside each other, and how many rows of them there are.
pub const BUBBLE_GRID: (u32, u32) = (4, 2);

/// The radius of the largest circle, which leaves a unit to its neighbours, and the least that can be seen.
const LARGEST: u32 = BUBBLE_PLACE / 2 - 1;
const LEAST: f64 = 1.2;

/// A circle; lengths are in units of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bubble {
    /// Position of the kind among the kinds.
    pub kind: u32,
    /// Its middle.
    pub middle: (u32, u32),
    /// Its radius.
    pub radius: f64,
}

impl Bubble {
    /// Returns the largest circle of a kind, at its place: for a legend.
    pub fn alone(kind: u32) -> Self {
        let middle = |place: u32| place * BUBBLE_PLACE + BUBBLE_PLACE / 2;
        let middle = (middle(kind % BUBBLE_GRID.0), middle(kind / BUBBLE_GRID.0));
        Self { kind, middle, radius: f64::from(LARGEST) }
    }
}

/// Returns the circles of the kinds that are there; `most` is the count of the largest circle.
pub fn bubbles(kinds: &[u32], most: u32) -> Vec<Bubble> {
    let there = (0..).zip(kinds).filter(|(_, count)| **count > 0);
    let bubble = |(kind, count): (u32, &u32)| {
        let radius = (f64::from(*count) / f64::from(most.max(1))).sqrt() * f64::from(LARGEST);
        Bubble { radius: radius.max(LEAST), ..Bubble::alone(kind) }
    };
    there.map(bubble).collect()
}

#[cfg(test)]
mod tests {
    use super::super::gap_map::MOST_KINDS;
    use super::{BUBBLE_GRID, Bubble, LARGEST, LEAST, bubbles};

    #[test]
    fn areas_are_as_counts_and_each_kind_has_its_place() {
        let found = bubbles(&[16, 0, 4, 0, 0, 1], 16);
        let largest = f64::from(LARGEST);
        let bubble = |kind, middle, radius| Bubble { kind, middle, radius };
        assert_eq!(
            found,
            [bubble(0, (7, 7), largest), bubble(2, (35, 7), largest / 2.0), bubble(5, (21, 21), largest / 4.0),]
        );
    }

    #[test]
    fn the_legend_shows_each_kind_at_its_place_in_a_cell() {
        let middles = |kinds: &[u32]| bubbles(kinds, 1).iter().map(|bubble| bubble.middle).collect::<Vec<_>>();
        let alone: Vec<(u32, u32)> = (0..7).map(|kind| Bubble::alone(kind).middle).collect();
        assert_eq!(alone, middles(&[1; 7]));
    }

    #[test]
    fn the_smallest_circle_can_be_seen() {
        assert_eq!(bubbles(&[1], 10_000)[0].radius.to_bits(), LEAST.to_bits());
        assert_eq!(bubbles(&[0, 0], 0), []);
    }

    #[test]
    fn there_is_a_place_for_all_kinds_and_the_others() {
        assert!(MOST_KINDS < (BUBBLE_GRID.0 * BUBBLE_GRID.1) as usize);
    }
}
