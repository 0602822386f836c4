//! Resources side by side: one column each, one row an attribute, with what they share marked.

use super::attribute::{Attribute, Entry, attributes, entries};
use super::engine::Engine;
use super::state::MAX_COMPARED;
use crate::catalog::ResourceIdx;

/// One attribute of all compared resources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which attribute.
    pub attribute: Attribute,
    /// The values by resource; each with whether all compared resources have it.
    pub cells: Vec<Vec<(Entry, bool)>>,
    /// Whether all resources say the same.
    pub same: bool,
}

/// A table of resources; attributes that none of them states have no row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The columns.
    pub resources: Vec<ResourceIdx>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The comparison of the first few of these resources that the catalog has.
pub fn compare(engine: &Engine, ids: &[String]) -> Comparison {
    let resources: Vec<ResourceIdx> = ids.iter().filter_map(|id| engine.find(id)).take(MAX_COMPARED).collect();
    let rows = attributes(engine).into_iter().filter_map(|attribute| row(engine, &resources, attribute)).collect();
    Comparison { resources, rows }
}

fn row(engine: &Engine, resources: &[ResourceIdx], attribute: Attribute) -> Option<Row> {
    let cells: Vec<Vec<Entry>> = resources.iter().map(|idx| entries(engine, *idx, &attribute)).collect();
    if cells.iter().all(Vec::is_empty) {
        return None;
    }
    let shared = |entry: &Entry| cells.len() > 1 && cells.iter().all(|cell| cell.contains(entry));
    let marked = cells.iter().map(|cell| cell.iter().map(|entry| (entry.clone(), shared(entry))).collect()).collect();
    let same = cells.len() > 1 && cells.iter().all(|cell| cell.len() == cells[0].len() && cell.iter().all(shared));
    Some(Row { attribute, cells: marked, same })
}
