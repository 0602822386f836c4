//! Rectangles packed around a middle, none over another: those of a group close together, groups a little apart.
//!
//! Whole numbers only, and the first of equally good places: the same on every device.

/// A rectangle in pixels; y grows downwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rect {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

impl Rect {
    /// The right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// The lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Whether two come closer to each other than a gap.
    pub fn meets(self, other: Self, gap: i32) -> bool {
        self.x < other.right() + gap
            && other.x < self.right() + gap
            && self.y < other.bottom() + gap
            && other.y < self.bottom() + gap
    }

    fn moved(self, (x, y): (i32, i32)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }
}

/// The smallest rectangle around all of some.
pub(super) fn bounds(rects: &[Rect]) -> Rect {
    let x = rects.iter().map(|rect| rect.x).min().unwrap_or(0);
    let y = rects.iter().map(|rect| rect.y).min().unwrap_or(0);
    let right = rects.iter().map(|rect| rect.right()).max().unwrap_or(0);
    let bottom = rects.iter().map(|rect| rect.bottom()).max().unwrap_or(0);
    Rect { x, y, width: right - x, height: bottom - y }
}

/// Packs groups of rectangles in rows around (0, 0), rows no wider than a limit: the first group in the middle of the row in the
/// middle, the others to both sides in turn, each as near to the row in the middle as what it has there lets it.
///
/// A group keeps its shape; between groups is a gap at least. A group alone in its row may be wider than the limit.
pub(super) fn pack(groups: &[Vec<Rect>], limit: i32, gap: i32) -> Vec<Vec<Rect>> {
    let boxes: Vec<Rect> = groups.iter().map(|group| bounds(group)).collect();
    let mut packed: Vec<Vec<Rect>> = vec![Vec::new(); groups.len()];
    for (nth, row) in balanced(&boxes, limit, gap).into_iter().enumerate() {
        let widths: i32 = row.iter().map(|at| boxes[*at].width).sum();
        let n_gaps = i32::try_from(row.len()).unwrap_or(1) - 1;
        // What is left of the width stands between the groups of a row too, as far as it does not part them.
        let gap_here = if n_gaps > 0 { ((limit - widths) / (n_gaps + 2)).clamp(gap, gap * 3) } else { gap };
        let mut x = -(widths + gap_here * n_gaps) / 2;
        let placed: Vec<Rect> = packed.iter().flatten().copied().collect();
        for at in from_the_middle(row.len()).into_iter().map(|at| row[at]) {
            let middle = (x - boxes[at].x, -boxes[at].y - boxes[at].height / 2);
            let group: Vec<Rect> = groups[at].iter().map(|rect| rect.moved(middle)).collect();
            let y = pushed(&group, &placed, gap, nth % 2 == 1);
            packed[at] = group.into_iter().map(|rect| rect.moved((0, y))).collect();
            x += boxes[at].width + gap_here;
        }
    }
    packed
}

/// How far a group has to move down, or else up, to be free of all others.
fn pushed(group: &[Rect], placed: &[Rect], gap: i32, down: bool) -> i32 {
    let mut y = 0;
    for own in group {
        let beside = placed.iter().filter(|other| own.x < other.right() + gap && other.x < own.right() + gap);
        for other in beside {
            let by = if down { other.bottom() + gap - own.y } else { other.y - gap - own.bottom() };
            y = if down { y.max(by) } else { y.min(by) };
        }
    }
    y
}

/// Rows of as many boxes as go into a width, in their order; narrower rows where these are as few.
fn balanced(boxes: &[Rect], limit: i32, gap: i32) -> Vec<Vec<usize>> {
    let fewest = rows(boxes, limit, gap);
    let narrower = (6..10).map(|tenths| rows(boxes, limit * tenths / 10, gap));
    narrower.into_iter().find(|rows| rows.len() == fewest.len()).unwrap_or(fewest)
}

fn rows(boxes: &[Rect], limit: i32, gap: i32) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut left = 0;
    for (at, one) in boxes.iter().enumerate() {
        if rows.is_empty() || left < one.width {
            rows.push(Vec::new());
            left = limit;
        }
        left -= one.width + gap;
        rows.last_mut().into_iter().for_each(|row| row.push(at));
    }
    rows
}

/// The first of so many in the middle, the others to both sides of it in turn: 4, 2, 0, 1, 3.
fn from_the_middle(n: usize) -> Vec<usize> {
    (0..n).rev().filter(|at| at % 2 == 0).chain((0..n).filter(|at| at % 2 == 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Rect, bounds, pack};

    fn alone(width: i32, height: i32) -> Vec<Rect> {
        vec![Rect { x: 7, y: -9, width, height }]
    }

    #[test]
    fn whatever_is_packed_overlaps_nowhere_and_stays_within_the_width() {
        arbtest::arbtest(|u| {
            let (limit, gap) = (u.int_in_range(200..=1200)?, u.int_in_range(0..=20)?);
            let mut groups = Vec::new();
            for _ in 0..u.int_in_range(0..=6)? {
                let mut group = Vec::new();
                for _ in 0..u.int_in_range(1..=8)? {
                    group.push(alone(u.int_in_range(1..=200)?, u.int_in_range(1..=90)?));
                }
                groups.push(pack(&group, u.int_in_range(1..=limit)?, 0).concat());
            }
            let packed = pack(&groups, limit, gap);
            for (group, packed) in groups.iter().zip(&packed) {
                let moved = (packed[0].x - group[0].x, packed[0].y - group[0].y);
                assert!(group.iter().zip(packed).all(|(before, after)| before.moved(moved) == *after), "{packed:?}");
            }
            let widest = groups.iter().map(|group| bounds(group).width).max().unwrap_or(0);
            let packed = packed.concat();
            for (at, rect) in packed.iter().enumerate() {
                assert!(packed[..at].iter().all(|other| !rect.meets(*other, 0)), "{rect:?}");
            }
            assert!(bounds(&packed).width <= limit.max(widest), "{packed:?}");
            Ok(())
        });
    }

    #[test]
    fn the_first_is_in_the_middle_and_the_others_are_close() {
        let packed = pack(&vec![alone(100, 40); 5], 200, 0).concat();
        let around = bounds(&packed);
        assert_eq!((around.width, around.height), (200, 120), "{packed:?}");
        assert_eq!([0, 2, 4].map(|at: usize| packed[at].y), [-20, 20, -60]);
    }
}
