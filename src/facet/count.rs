//! Counts: for each value of each facet, how many resources choosing it would give.
//!
//! A facet's counts leave its own chosen values aside, since another of them would widen the choice; what is left out stays
//! left out. So the count that is shown is the count that a first choice gives. Where all chosen values must be had, another of
//! them narrows: then the counts are within the results.

use super::filter::Filter;
use super::values::Facet;
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
    facets.iter().map(|facet| count(facet, filter, facets, text, &admitted)).collect()
}

fn count(facet: &Facet, filter: &Filter, facets: &[Facet], text: &ResourceSet, admitted: &ResourceSet) -> Counts {
    if filter.of(&facet.definition.key).is_none_or(|own| own.any.is_empty() || own.all) {
        return tally(facet, admitted);
    }
    let mut others = text.clone();
    for other in facets {
        match filter.of(&other.definition.key) {
            Some(choice) if std::ptr::eq(other, facet) => choice.leave_out(other, &mut others),
            Some(choice) => choice.narrow(other, &mut others),
            None => {}
        }
    }
    tally(facet, &others)
}

/// How many resources of a set have each value of a facet.
pub(super) fn tally(facet: &Facet, set: &ResourceSet) -> Counts {
    let mut counts = Counts { values: vec![0; facet.values.len()], not_stated: 0 };
    for resource in set.iter() {
        let values = facet.values_of(resource);
        counts.not_stated += u32::from(values.is_empty());
        for value in values {
            counts.values[*value as usize] += 1;
        }
    }
    counts
}
