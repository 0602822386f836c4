//! The lines of a picture that crosses facets: one a value, those of a tree below each other, and one for what is not
//! stated.

use crate::catalog::sorted_positions;
use crate::explore::engine::Engine;
use crate::facet::{Counts, Facet, Kind, ValueIdx, most_frequent};
use crate::text::fold;

/// One line: a row or a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The value; `None` for the resources that state none.
    pub value: Option<ValueIdx>,
    /// How many resources have it.
    pub count: u32,
}

/// The lines in one direction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Axis {
    /// Position of the facet in the engine.
    pub facet: usize,
    /// The lines in the order of the facet's values, what is not stated last.
    pub lines: Vec<Line>,
    /// How many values have no line, since there are too many.
    pub n_more: usize,
}

/// The order of lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LineOrder {
    /// That of the vocabulary, of numbers, or else of the alphabet.
    #[default]
    Natural,
    /// The most resources first.
    Count,
}

/// A line that is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownLine {
    /// Position among the lines.
    pub line: usize,
    /// How many lines it stands below.
    pub depth: usize,
    /// Whether the lines below it are in sight; `None` where there are none.
    pub is_open: Option<bool>,
}

impl Axis {
    /// The lines of a facet, at most so many values: those of a vocabulary even where no resource has them, since that is a
    /// gap; others as far as they are found.
    pub(super) fn new(engine: &Engine, facet: usize, counts: &Counts, most: usize) -> Self {
        let is_fixed = matches!(engine.facets[facet].definition.kind, Kind::Ordered | Kind::Tree);
        let with_line = (0..).zip(&counts.values).filter(|(_, count)| is_fixed || **count > 0);
        let mut lines: Vec<Line> = with_line.map(|(value, count)| Line { value: Some(value), count: *count }).collect();
        let n_more = lines.len().saturating_sub(most);
        if n_more > 0 {
            let frequent = most_frequent(&counts.values, most);
            lines.retain(|line| frequent.iter().any(|(value, _)| line.value == Some(*value)));
        }
        if counts.not_stated > 0 {
            lines.push(Line { value: None, count: counts.not_stated });
        }
        Self { facet, lines, n_more }
    }

    /// For each value of the facet, its line.
    pub(super) fn places(&self, facet: &Facet) -> Vec<Option<usize>> {
        let mut places = vec![None; facet.values.len()];
        for (at, value) in self.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.value?))) {
            places[value as usize] = Some(at);
        }
        places
    }

    /// The line of what is not stated.
    pub(super) fn not_stated(&self) -> Option<usize> {
        self.lines.iter().position(|line| line.value.is_none())
    }

    /// The lines in an order, those below others only where these are open.
    pub fn shown(&self, engine: &Engine, order: LineOrder, open: &[ValueIdx]) -> Vec<ShownLine> {
        let facet = &engine.facets[self.facet];
        let places = self.places(facet);
        let above: Vec<Option<usize>> = self
            .lines
            .iter()
            .map(|line| facet.values[line.value? as usize].parent.and_then(|parent| places[parent as usize]))
            .collect();
        let sorted = self.sorted(facet, order);
        let mut shown = Vec::new();
        self.show(&sorted, &above, None, 0, open, &mut shown);
        shown
    }

    fn show(
        &self,
        sorted: &[u32],
        above: &[Option<usize>],
        below: Option<usize>,
        depth: usize,
        open: &[ValueIdx],
        shown: &mut Vec<ShownLine>,
    ) {
        for line in sorted.iter().map(|line| *line as usize).filter(|line| above[*line] == below) {
            let has_more = above.contains(&Some(line));
            let is_open = has_more.then(|| self.lines[line].value.is_some_and(|value| open.contains(&value)));
            shown.push(ShownLine { line, depth, is_open });
            if is_open == Some(true) {
                self.show(sorted, above, Some(line), depth + 1, open, shown);
            }
        }
    }

    fn sorted(&self, facet: &Facet, order: LineOrder) -> Vec<u32> {
        let is_named = facet.definition.kind == Kind::Terms;
        let name = |line: &Line| match line.value {
            Some(value) if is_named => fold(&facet.values[value as usize].label),
            _ => String::new(),
        };
        let names: Vec<String> = self.lines.iter().map(name).collect();
        sorted_positions(self.lines.len(), &mut |a, b| {
            let (a, b) = (a as usize, b as usize);
            let (line, other) = (&self.lines[a], &self.lines[b]);
            let by_count =
                if order == LineOrder::Count { other.count.cmp(&line.count) } else { std::cmp::Ordering::Equal };
            line.value.is_none().cmp(&other.value.is_none()).then(by_count).then_with(|| names[a].cmp(&names[b]))
        })
    }
}
