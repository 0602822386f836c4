//! What a catalog has far less of on a theme than on its other themes: the gaps that the gap map shows of the whole catalog.

use std::sync::Arc;

use crate::catalog::{ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::views::{LineOrder, ShownMap, gap_map};
use crate::facet::ValueIdx;

/// The facets that are crossed with themes. For each the clearest gap is named that is of no theme and no value of one before. Levels
/// are not: what is for high schools is not for K-12 too, and no gap.
const CROSSED: [&str; 2] = ["audience", "type"];
/// How many gaps are named at most.
const MOST: usize = 3;

/// A theme and a value of another facet that few resources have both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The theme.
    pub theme: ValueIdx,
    /// Position of the other facet.
    pub facet: usize,
    /// Its value.
    pub value: ValueIdx,
    /// How many resources have both.
    pub here: u32,
    /// How many would have if the theme were like the whole catalog.
    pub expected: f64,
}

/// Returns at most three gaps, the clearest first, each on a theme of its own: those of audiences and types in turn.
pub(super) fn gaps(engine: &Engine) -> Vec<Gap> {
    let of_facets = CROSSED.map(|key| clearest(engine, key));
    let mut found: Vec<(Gap, f64)> = Vec::new();
    for of_facet in of_facets.iter().cycle().take(MOST) {
        let differs =
            |gap: &Gap, other: &Gap| other.theme != gap.theme && (other.facet, other.value) != (gap.facet, gap.value);
        let is_new = |(gap, _): &&(Gap, f64)| found.iter().all(|(other, _)| differs(gap, other));
        let next = of_facet.iter().find(is_new).copied();
        found.extend(next);
    }
    let order = sorted_positions(found.len(), &mut |a, b| found[b as usize].1.total_cmp(&found[a as usize].1));
    order.into_iter().map(|at| found[at as usize].0).collect()
}

/// The clearest gaps between themes and a facet in the map of the whole catalog as it opens, each with its surprise.
fn clearest(engine: &Engine, key: &str) -> Vec<(Gap, f64)> {
    let Some(map) = gap_map(engine, "theme", key, &ResourceSet::all(engine.len()), false) else { return Vec::new() };
    let key_of = |facet: usize| engine.facets[facet].definition.key.as_str();
    if (key_of(map.rows.facet), key_of(map.columns.facet)) != ("theme", key) {
        return Vec::new();
    }
    let shown = ShownMap::new(engine, Arc::new(map), [LineOrder::Natural; 2], [&[]; 2]);
    let map = &shown.map;
    let gap = |(row, column): (usize, usize)| {
        let (theme, value) = (map.rows.lines[row].value?, map.columns.lines[column].value?);
        let contrast = map.contrast(row, column);
        let (here, expected) = (contrast.here, contrast.expected());
        Some((Gap { theme, facet: map.columns.facet, value, here, expected }, contrast.log_likelihood()))
    };
    shown.clearest_gaps(MOST).into_iter().filter_map(gap).collect()
}
