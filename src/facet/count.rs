//! Counts: for each value of each facet, how many resources choosing it would give.
//!
//! A facet's counts leave its own chosen values aside, since another of them would widen the choice; where all chosen values
//! are to be met, another one narrows, and they stay. What is left out stays left out. So the count that is shown is the
//! count that choosing gives.

use super::filter::Filter;
use super::values::{Facet, Members, ValueIdx};
use crate::catalog::ResourceSet;

/// The counts of one facet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Number of resources by value, in the order of the facet's values.
    pub values: Vec<u32>,
    /// Number of resources without any value.
    pub not_stated: u32,
}

/// The counts of all facets among the resources that answer the text, under a filter.
pub fn counts(facets: &[Facet], filter: &Filter, text: &ResourceSet) -> Vec<Counts> {
    let admitted = filter.admitted(facets, text);
    counts_of(&facets.iter().collect::<Vec<_>>(), facets, filter, text, &admitted)
}

/// The counts of some of the facets; `admitted` is what the whole filter leaves of `text`.
pub fn counts_of(
    shown: &[&Facet],
    facets: &[Facet],
    filter: &Filter,
    text: &ResourceSet,
    admitted: &ResourceSet,
) -> Vec<Counts> {
    shown
        .iter()
        .map(|facet| match filter.of(&facet.definition.key) {
            Some(own) if !own.any.is_empty() && !own.all => tally(facet, &filter.admitted_but(facets, text, facet)),
            _ => tally(facet, admitted),
        })
        .collect()
}

/// How many resources of a set have each value of a facet.
///
/// The cheapest of four ways: everything is known in advance; the values of the resources in the set are counted; those of
/// the resources that are not in it are taken off; or the resources of each value are met with the set.
pub fn tally(facet: &Facet, set: &ResourceSet) -> Counts {
    let (n, n_all) = (set.len(), facet.n_resources());
    let not_stated = u32::try_from(n - set.n_shared(&facet.stated)).unwrap_or(u32::MAX);
    let row = facet.rows.len() / n_all.max(1) + 2;
    let (by_row, by_rest, by_value) = (n * row, (n_all - n) * row + facet.values.len(), value_cost(facet));
    let values = if n == n_all {
        facet.totals.clone()
    } else if by_row <= by_rest.min(by_value) {
        let mut counts = vec![0; facet.values.len()];
        count_rows(facet, set, |value| counts[value as usize] += 1);
        counts
    } else if by_rest <= by_value {
        let mut counts = facet.totals.clone();
        count_rows(facet, &set.complement(), |value| counts[value as usize] -= 1);
        counts
    } else {
        (0..).zip(&facet.values).map(|(value, _)| shared(facet, value, set)).collect()
    };
    Counts { values, not_stated }
}

fn count_rows(facet: &Facet, set: &ResourceSet, mut count: impl FnMut(ValueIdx)) {
    for resource in set.iter() {
        facet.values_of(resource).iter().for_each(|value| count(*value));
    }
}

/// What meeting the resources of every value with a set costs, in steps.
fn value_cost(facet: &Facet) -> usize {
    facet.n_sets() * facet.n_resources() / 64 + 2 * facet.n_listed() + facet.values.len()
}

/// Those resources of a set that have a value, or that state none.
pub fn within(facet: &Facet, value: Option<ValueIdx>, set: &ResourceSet) -> ResourceSet {
    let mut found = set.clone();
    match value.map(|value| facet.members(value)) {
        None => found.subtract(&facet.stated),
        Some(Members::Set(resources)) => found.intersect(resources),
        Some(Members::List(resources)) => {
            found = ResourceSet::none(set.n_resources());
            for resource in resources.iter().filter(|resource| set.contains(**resource)) {
                found.insert(*resource);
            }
        }
    }
    found
}

fn shared(facet: &Facet, value: ValueIdx, set: &ResourceSet) -> u32 {
    let n = match facet.members(value) {
        Members::List(resources) => resources.iter().filter(|resource| set.contains(**resource)).count(),
        Members::Set(resources) => resources.n_shared(set),
    };
    u32::try_from(n).unwrap_or(u32::MAX)
}
