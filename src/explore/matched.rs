//! The results: which resources match, and in which order.

use std::cmp::Ordering;

use super::also::Also;
use super::engine::Engine;
use super::state::{Sort, State};
use crate::catalog::{ResourceIdx, ResourceSet, sort_positions};
use crate::facet::{Counts, Filter, counts as count};
use crate::search::{Hits, Query, parse};

/// How many results one page adds.
pub const PAGE_SIZE: usize = 25;

/// The resources that match a state.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched {
    /// In the order of the state's sort.
    pub order: Vec<ResourceIdx>,
    /// The same as a set.
    pub set: ResourceSet,
    /// What was searched besides the typed words.
    pub also: Also,
}

/// What answers a query alone: a set, and scores where something was asked.
pub fn answers(engine: &Engine, query: &Query) -> Hits {
    let all = || Hits { set: ResourceSet::all(engine.len()), scores: Vec::new() };
    engine.index.hits(query).unwrap_or_else(all)
}

/// The resources that answer the text and meet the filter, in order.
pub fn matched(engine: &Engine, hits: &Hits, filter: &Filter, sort: Sort) -> Matched {
    let set = filter.admitted(&engine.facets, &hits.set);
    let mut order: Vec<ResourceIdx> = set.iter().collect();
    sort_positions(&mut order, &mut |a, b| compare(engine, hits, sort, a, b));
    Matched { order, set, also: Also::default() }
}

/// The exact counts of all facets for a state; see [`counts`](crate::facet::counts).
pub fn counts(engine: &Engine, hits: &Hits, filter: &Filter) -> Vec<Counts> {
    count(&engine.facets, filter, &hits.set)
}

/// The results before and after a resource, where it is one of them.
pub fn neighbours(
    order: &[ResourceIdx],
    idx: ResourceIdx,
) -> Option<(usize, Option<ResourceIdx>, Option<ResourceIdx>)> {
    let at = order.iter().position(|result| *result == idx)?;
    let before = at.checked_sub(1).map(|before| order[before]);
    Some((at, before, order.get(at + 1).copied()))
}

/// The order of two results. Equal ones go by date, newest first, then by title: the same on every machine.
fn compare(engine: &Engine, hits: &Hits, sort: Sort, a: ResourceIdx, b: ResourceIdx) -> Ordering {
    let date = |idx: ResourceIdx| engine.resource(idx).published;
    let title = |idx: ResourceIdx| engine.title_ranks[idx as usize];
    let newest = || date(b).cmp(&date(a)).then_with(|| title(a).cmp(&title(b)));
    match sort {
        Sort::Relevance => match (hits.scores.get(a as usize), hits.scores.get(b as usize)) {
            (Some(a), Some(b)) => b.total_cmp(a).then_with(newest),
            _ => newest(),
        },
        Sort::Newest => newest(),
        Sort::Oldest => {
            let undated = |idx: ResourceIdx| date(idx).is_none();
            (undated(a), date(a), title(a)).cmp(&(undated(b), date(b), title(b)))
        }
        Sort::Title => title(a).cmp(&title(b)),
    }
}

/// What a state shows, in one call; the page takes the steps apart so as to repeat only what changed.
pub fn explore(engine: &Engine, state: &State) -> (Matched, Vec<Counts>) {
    let hits = answers(engine, &parse(&state.query));
    (matched(engine, &hits, &state.filter, state.sort), counts(engine, &hits, &state.filter))
}
