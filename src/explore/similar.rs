//! The resources that are most like another one, each with what both share, and others of its publisher.

use crate::catalog::{ResourceIdx, sort_positions};
use crate::explore::engine::Engine;
use crate::facet::{Facet, ValueIdx};

/// How many resources are named, and how many of the publisher.
const MOST: usize = 4;
const MOST_OF_PUBLISHER: usize = 3;
/// So many are weighed in full, of those that share the most.
const WEIGHED: usize = 64;
/// The facets by which resources are alike, and how much a value of each counts.
const ALIKE: [(&str, f64); 3] = [("theme", 1.0), ("keyword", 1.0), ("author", 1.5)];

/// A resource that is like another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// Which resource.
    pub resource: ResourceIdx,
    /// The themes that both have, the rarest first; none that stands above another one.
    pub themes: Vec<ValueIdx>,
    /// The keywords that both have.
    pub keywords: Vec<ValueIdx>,
    /// The authors that both have.
    pub authors: Vec<ValueIdx>,
}

/// What a reader of a resource may want to read next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// The most similar resources, the most similar first; each shares two values at least, or an author.
    pub similar: Vec<Similar>,
    /// Others of the same publishers, the newest first; none that is similar.
    pub of_publisher: Vec<ResourceIdx>,
}

/// A value of a facet with its weight.
type Weighed = (ValueIdx, f64);

/// Returns what is most like a resource, and others of its publishers.
pub fn related(engine: &Engine, idx: ResourceIdx) -> Related {
    let similar = nearest(engine, &[idx]);
    let of_publisher = of_publisher(engine, idx, &similar);
    Related { similar, of_publisher }
}

/// Returns the resources that are most like all of these together, the most similar first; none of them. Each shares two values with
/// them at least, or an author.
///
/// Similarity is the cosine of the angle between a resource and the sum of these in the space of all themes, keywords and authors, each
/// weighed by its inverse document frequency ln(N / n): Salton and Buckley, "Term-weighting approaches in automatic text retrieval",
/// Information Processing & Management 24(5), 1988.
pub fn nearest(engine: &Engine, to: &[ResourceIdx]) -> Vec<Similar> {
    let place = |key: &str| engine.facets.iter().position(|facet| facet.definition.key == key);
    let facets: Vec<(usize, f64)> = ALIKE.iter().filter_map(|(key, by)| Some((place(key)?, *by))).collect();
    let own: Vec<Vec<Weighed>> = facets.iter().map(|(at, by)| weighed_sum(engine, *at, *by, to)).collect();
    let mut shared = vec![0.0; engine.len()];
    for ((at, by), values) in facets.iter().zip(&own) {
        for (value, weight) in values {
            let of_other = by * inverse_frequency(engine, *at, *value);
            engine.facets[*at].with_any(&[*value]).iter().for_each(|other| shared[other as usize] += weight * of_other);
        }
    }
    for idx in to {
        if let Some(itself) = shared.get_mut(*idx as usize) {
            *itself = 0.0;
        }
    }
    let by_newest = engine.orders.newest.iter().copied();
    let found: Vec<ResourceIdx> = by_newest.filter(|other| shared[*other as usize] > 0.0).collect();
    let best = best(&found, WEIGHED, &|other| shared[other as usize]);
    let cosine = |other: ResourceIdx| {
        let all = facets.iter().flat_map(|(at, by)| weighed(engine, *at, *by, other));
        shared[other as usize] / all.map(|(_, weight)| weight * weight).sum::<f64>().sqrt()
    };
    let similar = |resource: ResourceIdx| {
        let of = |key: &str| {
            let own = facets.iter().zip(&own).find(|((at, _), _)| engine.facets[*at].definition.key == key);
            own.map(|((at, _), own)| both(&engine.facets[*at], own, resource)).unwrap_or_default()
        };
        Similar { resource, themes: of("theme"), keywords: of("keyword"), authors: of("author") }
    };
    let is_like = |other: &Similar| other.themes.len() + other.keywords.len() > 1 || !other.authors.is_empty();
    self::best(&best, WEIGHED, &cosine).into_iter().map(similar).filter(is_like).take(MOST).collect()
}

/// The values of some resources with the sums of their weights.
fn weighed_sum(engine: &Engine, at: usize, by: f64, of: &[ResourceIdx]) -> Vec<Weighed> {
    let mut sums: Vec<Weighed> = Vec::new();
    for (value, weight) in of.iter().flat_map(|idx| weighed(engine, at, by, *idx)) {
        match sums.iter_mut().find(|(other, _)| *other == value) {
            Some((_, sum)) => *sum += weight,
            None => sums.push((value, weight)),
        }
    }
    sums
}

fn inverse_frequency(engine: &Engine, at: usize, value: ValueIdx) -> f64 {
    let n_all = u32::try_from(engine.len()).unwrap_or(u32::MAX);
    let n = engine.totals()[at].values[value as usize].max(1);
    (f64::from(n_all) / f64::from(n)).ln()
}

/// The values of a resource that stand above no other one of it, with their weights.
fn weighed(engine: &Engine, at: usize, by: f64, idx: ResourceIdx) -> Vec<Weighed> {
    let facet = &engine.facets[at];
    let values = facet.values_of(idx);
    let is_above = |value: ValueIdx| values.iter().any(|other| facet.values[*other as usize].parent == Some(value));
    let weigh = |value: ValueIdx| (value, by * inverse_frequency(engine, at, value));
    values.iter().copied().filter(|value| !is_above(*value)).map(weigh).collect()
}

/// The values of `own` that another resource has too, the heaviest first.
fn both(facet: &Facet, own: &[Weighed], other: ResourceIdx) -> Vec<ValueIdx> {
    let values = facet.values_of(other);
    let shared: Vec<Weighed> = own.iter().copied().filter(|(value, _)| values.contains(value)).collect();
    let mut order: Vec<u32> = (0..).take(shared.len()).collect();
    sort_positions(&mut order, &mut |a, b| shared[b as usize].1.total_cmp(&shared[a as usize].1));
    order.into_iter().map(|at| shared[at as usize].0).collect()
}

/// Those with the highest scores, the highest first; of equal ones in their order before.
fn best(of: &[ResourceIdx], most: usize, score: &dyn Fn(ResourceIdx) -> f64) -> Vec<ResourceIdx> {
    let scores: Vec<f64> = of.iter().map(|idx| score(*idx)).collect();
    let mut order: Vec<u32> = (0..).take(of.len()).collect();
    sort_positions(&mut order, &mut |a, b| scores[b as usize].total_cmp(&scores[a as usize]));
    order.into_iter().take(most).map(|at| of[at as usize]).collect()
}

fn of_publisher(engine: &Engine, idx: ResourceIdx, similar: &[Similar]) -> Vec<ResourceIdx> {
    let Some(facet) = engine.facet("publisher") else { return Vec::new() };
    let set = facet.with_any(facet.values_of(idx));
    let is_other = |other: &ResourceIdx| *other != idx && similar.iter().all(|near| near.resource != *other);
    let newest = engine.orders.newest.iter().copied();
    newest.filter(|other| set.contains(*other) && is_other(other)).take(MOST_OF_PUBLISHER).collect()
}
