//! Pairs of sets that are worth comparing in a catalog: the values that most of its resources have, and its years cut in half.

use crate::explore::engine::Engine;
use crate::explore::state::State;
use crate::facet::{Facet, most_frequent};

/// Facets whose two most frequent values are an example.
const FACETS: [&str; 3] = ["place", "type", "audience"];

/// Years before and since a multiple of this are an example.
const ROUND: i64 = 5;

/// A number in ten-thousandths, as values of years have it, for one.
const ONE: i64 = 10_000;

/// Two sets to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetExample {
    /// What each asks for.
    pub sets: [State; 2],
    /// The names of the values; empty for years.
    pub names: [String; 2],
    /// The first year of the second set, where they are cut by year.
    pub since: i64,
}

/// Returns the examples of a catalog; none for a facet of which it has only one value.
pub fn set_examples(engine: &Engine) -> Vec<SetExample> {
    let position = |key: &&str| engine.facets.iter().position(|facet| facet.definition.key == **key);
    let mut examples: Vec<SetExample> =
        FACETS.iter().filter_map(position).filter_map(|at| of_values(engine, at)).collect();
    examples.extend(position(&"year").and_then(|at| of_years(engine, at)));
    examples
}

/// The two most frequent values of a facet.
fn of_values(engine: &Engine, at: usize) -> Option<SetExample> {
    let facet = &engine.facets[at];
    let mut found = most_frequent(&engine.totals()[at].values, 2).into_iter();
    let [a, b] = [found.next()?, found.next()?].map(|(value, _)| &facet.values[value as usize]);
    let set = |id: &str| State::default().only(&facet.definition.key, id);
    Some(SetExample { sets: [set(&a.id), set(&b.id)], names: [a.label.clone(), b.label.clone()], since: 0 })
}

/// The resources before a round year and since, so that both are as many as can be.
fn of_years(engine: &Engine, at: usize) -> Option<SetExample> {
    let (facet, totals): (&Facet, _) = (&engine.facets[at], &engine.totals()[at].values);
    let years: Vec<(i64, u64)> = facet
        .values
        .iter()
        .zip(totals)
        .filter_map(|(value, n)| Some((value.number? / ONE, u64::from(*n))))
        .filter(|(_, n)| *n > 0)
        .collect();
    let n_before = |year: i64| years.iter().filter(|(of, _)| *of < year).map(|(_, n)| n).sum::<u64>();
    let all = n_before(i64::MAX);
    let smaller = |year: i64| n_before(year).min(all - n_before(year));
    let rounds = years.iter().map(|(year, _)| year.div_euclid(ROUND) * ROUND);
    let since = rounds.max_by_key(|year| smaller(*year)).filter(|year| smaller(*year) > 0)?;
    let set = |range: String| State::default().only(&facet.definition.key, &range);
    let sets = [set(format!("..{}", since - 1)), set(format!("{since}.."))];
    Some(SetExample { sets, names: Default::default(), since })
}
