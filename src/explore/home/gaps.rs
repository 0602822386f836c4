//! What a catalog has far less of on a theme than on its other themes.

use crate::catalog::{ResourceSet, sort_positions};
use crate::explore::engine::Engine;
use crate::explore::views::{Contrast, LEAST_FOUND, gap_map};
use crate::facet::ValueIdx;

/// The facets that are crossed with themes. For each the clearest gap is named that is of no theme and no value of one before. Levels
/// are not: what is for high schools is not for K-12 too, and no gap.
const CROSSED: [&str; 3] = ["audience", "type", "audience"];
/// What is found in less than this part of what is expected is far less.
const FAR_LESS: f64 = 1.0 / 3.0;

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

/// Returns at most three gaps, the clearest first, each on a theme of its own.
pub(super) fn gaps(engine: &Engine) -> Vec<Gap> {
    let mut found: Vec<(Gap, f64)> = Vec::new();
    for key in CROSSED {
        let of_facet = clearest(engine, key);
        let differs =
            |gap: &Gap, other: &Gap| other.theme != gap.theme && (other.facet, other.value) != (gap.facet, gap.value);
        let is_new = |(gap, _): &&(Gap, f64)| found.iter().all(|(other, _)| differs(gap, other));
        let next = of_facet.iter().find(is_new).copied();
        found.extend(next);
    }
    sorted(&found).into_iter().map(|(gap, _)| gap).collect()
}

/// The gaps between themes and a facet, the clearest first, each with its surprise.
fn clearest(engine: &Engine, key: &str) -> Vec<(Gap, f64)> {
    let all = ResourceSet::all(engine.len());
    let Some(map) = gap_map(engine, "theme", key, &all, false) else { return Vec::new() };
    let key_of = |facet: usize| engine.facets[facet].definition.key.as_str();
    if (key_of(map.rows.facet), key_of(map.columns.facet)) != ("theme", key) {
        return Vec::new();
    }
    let n_all = u32::try_from(engine.len()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    for (row, theme) in map.rows.lines.iter().enumerate() {
        for (column, line) in map.columns.lines.iter().enumerate() {
            let (Some(theme_idx), Some(value)) = (theme.value, line.value) else { continue };
            let contrast = Contrast::of_part(map.count(row, column), theme.count, line.count, n_all);
            let expected = contrast.expected();
            let is_far = f64::from(contrast.here) < expected * FAR_LESS && expected >= LEAST_FOUND;
            if is_far && contrast.is_clear() {
                let gap = Gap { theme: theme_idx, facet: map.columns.facet, value, here: contrast.here, expected };
                found.push((gap, contrast.log_likelihood()));
            }
        }
    }
    sorted(&found)
}

/// The gaps by surprise, the largest first.
fn sorted(found: &[(Gap, f64)]) -> Vec<(Gap, f64)> {
    let mut order: Vec<u32> = (0..).take(found.len()).collect();
    sort_positions(&mut order, &mut |a, b| found[b as usize].1.total_cmp(&found[a as usize].1));
    order.into_iter().map(|at| found[at as usize]).collect()
}
