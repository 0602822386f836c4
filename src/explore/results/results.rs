//! The results: which resources match, and which of them come first.

use super::near::nearest_first;
use super::parse_query::parse_query;
use crate::catalog::{ResourceIdx, ResourceSet};
use crate::explore::engine::calls::count as count_call;
use crate::explore::engine::{Call, Engine};
use crate::explore::state::{Sort, State};
use crate::facet::{Counts, Filter, counts as count};
use crate::limits::RESULTS_A_FRAME;
use crate::search::{Also, Hits, Options, Query};

/// The resources that match a state.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// Which they are.
    pub set: ResourceSet,
    /// How many they are.
    pub total: usize,
    /// The first ones in the order of the state's sort, as many as are shown.
    pub first: Vec<ResourceIdx>,
    /// What was searched besides the typed words.
    pub also: Also,
}

/// The resources that the text of a query finds, without filter and order. With `only_words`, words are matched as they are spelled
/// or begin, and no other way.
pub fn text_hits<'a>(engine: &'a Engine, query: &Query, only_words: bool) -> Hits<'a> {
    count_call(Call::Search);
    engine.index.hits(query, if only_words { Options::LITERAL } else { Options::FORGIVING }, engine)
}

/// The resources that answer the text and meet the filter, the first `most` of them in order.
pub fn filter_and_rank(
    engine: &Engine,
    hits: &Hits<'_>,
    query: &Query,
    filter: &Filter,
    sort: Sort,
    most: usize,
) -> Results {
    let set = filter.admitted(&engine.facets, &hits.set);
    let first = top_results(engine, hits, query, &set, sort, most);
    Results { total: set.len(), set, first, also: hits.also.clone() }
}

/// The first of some resources in an order. Equal ones go by date, newest first, then by title: the same on every machine.
pub fn top_results(
    engine: &Engine,
    hits: &Hits<'_>,
    query: &Query,
    set: &ResourceSet,
    sort: Sort,
    most: usize,
) -> Vec<ResourceIdx> {
    let orders = &engine.orders;
    let order = match sort {
        Sort::Relevance if hits.is_ranked() => return nearest_first(engine, hits, query, set, most),
        Sort::Relevance | Sort::Newest => &orders.newest,
        Sort::Oldest => &orders.oldest,
        Sort::Title => &orders.title,
    };
    order.iter().copied().filter(|idx| set.contains(*idx)).take(most).collect()
}

/// Returns the beginning of a list that has at most [`RESULTS_A_FRAME`] resources which the list before it has not.
pub fn next_slice<'a>(resources: &'a [ResourceIdx], before: &[ResourceIdx]) -> &'a [ResourceIdx] {
    let is_new = |(at, idx): &(usize, &ResourceIdx)| before.get(*at) != Some(*idx) && !before.contains(idx);
    let mut new = resources.iter().enumerate().filter(is_new);
    new.nth(RESULTS_A_FRAME).map_or(resources, |(end, _)| &resources[..end])
}

/// The exact counts of all facets for a state; see [`counts`](crate::facet::counts).
pub fn counts(engine: &Engine, hits: &Hits<'_>, filter: &Filter) -> Vec<Counts> {
    count_call(Call::Count);
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

/// What a state shows, in one call, with all results in order; the page takes the steps apart so as to repeat only what
/// changed.
///
/// ```
/// use competency_explorer::catalog::{Catalog, Resource};
/// use competency_explorer::explore::{Engine, State, explore};
/// let titled = |id: &str, title: &str| Resource { id: id.into(), title: title.into(), ..Resource::default() };
/// let resources = vec![titled("a", "Seat time"), titled("b", "Grading")];
/// let engine = Engine::new(Catalog { resources, ..Catalog::default() });
/// let state = State { query: "grades".into(), ..State::default() };
/// let (results, counts) = explore(&engine, &state);
/// assert_eq!(results.first, [1], "words are matched by their stems");
/// assert_eq!(counts.len(), engine.facets.len());
/// ```
pub fn explore(engine: &Engine, state: &State) -> (Results, Vec<Counts>) {
    let query = parse_query(engine, &state.query);
    let hits = text_hits(engine, &query, state.only_words);
    let results = filter_and_rank(engine, &hits, &query, &state.filter, state.sort, engine.len());
    (results, counts(engine, &hits, &state.filter))
}

#[cfg(test)]
mod tests {
    use super::next_slice;
    use crate::limits::RESULTS_A_FRAME;

    #[test]
    fn a_long_list_grows_by_as_many_as_a_frame_has_room_for() {
        let n = u32::try_from(RESULTS_A_FRAME).unwrap_or_default();
        let all: Vec<u32> = (0..3 * n).collect();
        assert_eq!(next_slice(&all, &[]), &all[..RESULTS_A_FRAME]);
        assert_eq!(next_slice(&all, &all[..RESULTS_A_FRAME]), &all[..2 * RESULTS_A_FRAME]);
        let turned: Vec<u32> = all.iter().rev().copied().collect();
        assert_eq!(next_slice(&turned, &all), turned, "the same in another order are there already");
        assert_eq!(next_slice(&turned, &all[..RESULTS_A_FRAME]), &turned[..RESULTS_A_FRAME]);
        assert_eq!(next_slice(&all[..3], &turned), &all[..3]);
    }
}
