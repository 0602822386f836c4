//! Judgments of relevance: what readers look for, and what must then stand among the first three results.
//!
//! The judgments stand in `ranking.txt`, which says how they were made. Assumes the shipped catalog. A query that the engine
//! misses is named in [`MISSES`] with the reason; there may be five of them to every sixty.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod util;

use std::collections::BTreeSet;

use competency_explorer::explore::{State, explore};
use util::SHIPPED;

/// How many of the first results are looked at.
const FIRST: usize = 3;

/// Queries that do not find what they should, each with the reason.
const MISSES: [(&str, &str); 8] = [
    ("mastery transcript", NEWER),
    ("standards-based grading", NEWER),
    ("interoperability", NEWER),
    ("big picture learning", NEWER),
    ("cbe definition", NEWER),
    (
        "CTE competency-based pathways",
        "the record writes `career technical education`, the vocabulary has an `and` in it",
    ),
    ("PACE new hampshire", NEWER),
    ("idaho mastery", NEWER),
];

/// The judgment was made before the catalog had the resources that are found now.
const NEWER: &str = "resources that came later to the catalog stand before it";

/// The judgments.
const JUDGMENTS: &str = include_str!("ranking.txt");

/// A query, and the resources of which one must come first.
type Row = (&'static str, Vec<&'static str>);

fn rows() -> Vec<Row> {
    let lines = JUDGMENTS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(" => ").unwrap()).map(|(query, ids)| (query, ids.split(", ").collect())).collect()
}

fn first(query: &str) -> Vec<&'static str> {
    let state = State { query: query.to_owned(), ..State::default() };
    explore(&SHIPPED, &state).0.first.into_iter().take(FIRST).map(|idx| SHIPPED.store.id(idx)).collect()
}

#[test]
fn the_judgments_are_about_the_shipped_catalog() {
    let mut queries = BTreeSet::new();
    for (query, expected) in rows() {
        assert!(queries.insert(query), "{query} stands there twice");
        assert!((1..=FIRST).contains(&expected.len()), "{query}");
        for id in expected {
            assert!(SHIPPED.find(id).is_some(), "{query}: there is no {id}");
        }
    }
    assert!(queries.len() >= 66);
    assert!(MISSES.len() * 60 <= queries.len() * 5, "too many misses are excused");
    assert!(MISSES.iter().all(|(query, reason)| queries.contains(query) && !reason.is_empty()));
}

#[test]
fn what_is_looked_for_is_among_the_first() {
    let is_missed = |(query, expected): &Row| !first(query).iter().any(|id| expected.contains(id));
    let missed: Vec<Row> = rows().into_iter().filter(is_missed).collect();
    let excused: Vec<&str> = MISSES.iter().map(|(query, _)| *query).collect();
    let told: Vec<String> = missed
        .iter()
        .map(|(query, expected)| format!("{query}\n  expected {expected:?}\n  found    {:?}", first(query)))
        .collect();
    let missed: Vec<&str> = missed.iter().map(|(query, _)| *query).collect();
    assert!(missed.iter().all(|query| excused.contains(query)), "{} missed:\n{}", told.len(), told.join("\n"));
    assert!(excused.iter().all(|query| missed.contains(query)), "found by now, no longer to be excused: {excused:?}");
}
