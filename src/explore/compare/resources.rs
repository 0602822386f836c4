//! Resources side by side: one column each, one row an attribute, with what they share marked; how much each two share; and
//! the one that would add the most to them.

use super::attributes::{Attribute, Entry, compared_attributes, entries};
use crate::catalog::{ResourceIdx, sort_positions};
use crate::explore::engine::calls::count as count_call;
use crate::explore::engine::{Call, Engine};
use crate::explore::results::{parse_query, text_hits, top_results};
use crate::explore::state::{MAX_COMPARED, Sort};
use crate::facet::{Facet, ValueIdx};

/// One attribute of all compared resources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which attribute.
    pub attribute: Attribute,
    /// The values by resource; each with whether all compared resources have it.
    pub cells: Vec<Vec<(Entry, bool)>>,
    /// Whether all resources say the same.
    pub same: bool,
    /// Whether all resources state it.
    pub complete: bool,
}

/// A table of resources; attributes that none of them states have no row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The columns.
    pub resources: Vec<ResourceIdx>,
    /// The rows, in reading order.
    pub rows: Vec<Row>,
}

/// What two resources share of their themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// Positions of the two among the compared.
    pub pair: [usize; 2],
    /// The themes that both have, as the first states them.
    pub shared: Vec<ValueIdx>,
    /// How many themes they have together.
    pub n_either: usize,
}

/// A resource that adds to others, and what it adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complement {
    /// The resource.
    pub idx: ResourceIdx,
    /// The facets, by position, with the values that none of the others has; the broader ones that follow from them left out.
    pub adds: Vec<(usize, Vec<ValueIdx>)>,
}

/// The facets by which a complement is found.
const COVERED: [&str; 3] = ["theme", "audience", "level"];

/// The first few of these resources that the catalog has, each once.
pub fn picked(engine: &Engine, ids: &[String]) -> Vec<ResourceIdx> {
    let mut picked = Vec::new();
    for idx in ids.iter().filter_map(|id| engine.find(id)) {
        if picked.len() < MAX_COMPARED && !picked.contains(&idx) {
            picked.push(idx);
        }
    }
    picked
}

/// The comparison of the first few of these resources that the catalog has.
pub fn compare(engine: &Engine, ids: &[String]) -> Comparison {
    count_call(Call::Compare);
    let resources = picked(engine, ids);
    let rows = compared_attributes(engine).into_iter().filter_map(|attribute| row(engine, &resources, attribute));
    let rows = rows.collect();
    Comparison { resources, rows }
}

fn row(engine: &Engine, resources: &[ResourceIdx], attribute: Attribute) -> Option<Row> {
    let cells: Vec<Vec<Entry>> = resources.iter().map(|idx| entries(engine, *idx, &attribute)).collect();
    if cells.iter().all(Vec::is_empty) {
        return None;
    }
    let shared =
        |entry: &Entry| cells.len() > 1 && cells.iter().all(|cell| cell.iter().any(|other| other.is_same(entry)));
    let marked = cells.iter().map(|cell| cell.iter().map(|entry| (entry.clone(), shared(entry))).collect()).collect();
    let same = cells.len() > 1 && cells.iter().all(|cell| cell.len() == cells[0].len() && cell.iter().all(shared));
    let complete = cells.iter().all(|cell| cell.iter().any(Entry::is_stated));
    Some(Row { attribute, cells: marked, same, complete })
}

impl Overlap {
    /// The Jaccard index in percent: how many of the themes of either both have (P. Jaccard, "The Distribution of the Flora
    /// in the Alpine Zone", New Phytologist 11(2), 1912). 0 where neither has any.
    pub fn percent(&self) -> usize {
        (self.shared.len() * 200 + self.n_either).checked_div(self.n_either * 2).unwrap_or(0)
    }
}

/// What each two of some resources share of their themes, as their records state them; the closest first.
pub fn overlaps(engine: &Engine, resources: &[ResourceIdx]) -> Vec<Overlap> {
    let Some(facet) = engine.facet("theme") else { return Vec::new() };
    let themes: Vec<Vec<ValueIdx>> = resources.iter().map(|idx| stated(engine, facet, *idx)).collect();
    let mut overlaps = Vec::new();
    for (a, of_a) in themes.iter().enumerate() {
        for (b, of_b) in themes.iter().enumerate().skip(a + 1) {
            let shared: Vec<ValueIdx> = of_a.iter().copied().filter(|theme| of_b.contains(theme)).collect();
            let n_either = of_a.len() + of_b.len() - shared.len();
            overlaps.push(Overlap { pair: [a, b], shared, n_either });
        }
    }
    let mut order: Vec<u32> = (0..).zip(&overlaps).map(|(at, _)| at).collect();
    let share = |at: u32| (overlaps[at as usize].shared.len(), overlaps[at as usize].n_either.max(1));
    sort_positions(&mut order, &mut |a, b| {
        let ((shared_a, of_a), (shared_b, of_b)) = (share(a), share(b));
        (shared_b * of_a).cmp(&(shared_a * of_b))
    });
    order.into_iter().map(|at| overlaps[at as usize].clone()).collect()
}

/// The values of a resource that its record states, each once.
fn stated(engine: &Engine, facet: &Facet, idx: ResourceIdx) -> Vec<ValueIdx> {
    let mut values = Vec::new();
    for value in facet.stated_values(&engine.store, idx).iter().filter_map(|id| facet.find(id)) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// The resources that answer a text and are none of these, the best first: what else could be compared.
pub fn addable(engine: &Engine, resources: &[ResourceIdx], text: &str, most: usize) -> Vec<ResourceIdx> {
    let query = parse_query(engine, text);
    if query.is_empty() {
        return Vec::new();
    }
    let hits = text_hits(engine, &query, false);
    let best = top_results(engine, &hits, &query, &hits.set, Sort::Relevance, most + resources.len());
    best.into_iter().filter(|idx| !resources.contains(idx)).take(most).collect()
}

/// The resource that has the most themes, audiences and levels that none of these has, and at least one; of equally good ones
/// the newest. Nothing adds to nothing.
pub fn complement(engine: &Engine, resources: &[ResourceIdx]) -> Option<Complement> {
    if resources.is_empty() {
        return None;
    }
    count_call(Call::Complement);
    let facets: Vec<(usize, &Facet)> = engine
        .facets
        .iter()
        .enumerate()
        .filter(|(_, facet)| COVERED.contains(&facet.definition.key.as_str()))
        .collect();
    let mut covered: Vec<Vec<bool>> = facets.iter().map(|(_, facet)| vec![false; facet.values.len()]).collect();
    for ((_, facet), covered) in facets.iter().zip(&mut covered) {
        for value in resources.iter().flat_map(|idx| facet.values_of(*idx)) {
            covered[*value as usize] = true;
        }
    }
    let added = |idx: ResourceIdx, at: usize| {
        let (facet, covered) = (facets[at].1, &covered[at]);
        let row = facet.values_of(idx);
        let is_implied =
            |value: ValueIdx| facet.values[value as usize].children.iter().any(|child| row.contains(child));
        row.iter().copied().filter(move |value| !covered[*value as usize] && !is_implied(*value))
    };
    let (mut best, mut most) = (None, 0);
    for idx in engine.orders.newest.iter().copied() {
        let n: usize = (0..facets.len()).map(|at| added(idx, at).count()).sum();
        if n > most {
            (best, most) = (Some(idx), n);
        }
    }
    best.map(|idx| {
        let adds = (0..facets.len()).map(|at| (facets[at].0, added(idx, at).collect::<Vec<_>>()));
        Complement { idx, adds: adds.filter(|(_, values)| !values.is_empty()).collect() }
    })
}
