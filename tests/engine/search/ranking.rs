//! Judgments of relevance: what readers look for, and what must then stand among the first three results.
//!
//! The judgments stand in `ranking.txt`, which says how they were made. Assumes the shipped catalog. A query that the engine
//! misses is named in [`MISSES`] with the reason; there may be one of them to every twenty.

use std::collections::BTreeSet;

use crate::util::SHIPPED;
use competency_explorer::explore::{State, explore};

/// How many of the first results are looked at.
const FIRST: usize = 3;

/// Queries that do not find what they should, each with the reason.
const MISSES: [(&str, &str); 8] = [
    (
        "cbe definition",
        "posts on parts of the definition have `cbe definition` as a keyword, and `CBE` in a short title",
    ),
    (
        "how did the credit hour begin",
        "`begin` is a verb that three other texts have beside `credit hour`; the titles say `birth`",
    ),
    (
        "how are learner profiles made",
        "`made` is a verb that other texts have beside `learner profile`; the titles say `create`",
    ),
    (
        "where is the research on competency-based education",
        "a short title has `research` alone; longer ones have all words",
    ),
    ("what is the difference between competency-based and personalized learning", "no text on it says `difference`"),
    ("LER officer", "the record writes `learning and employment records`, and the vocabulary has no `LER`"),
    ("2025 portrait guide", "the year is a date, not in the texts: it is offered as a year, not searched"),
    ("Phase III Springpoint", "the record writes `Phase Three`"),
];

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
    let is_question = |query: &&&str| {
        let first = query.split(' ').next().unwrap_or_default();
        ["how", "what", "why", "who", "where", "which", "do", "does", "is", "can"].contains(&first)
    };
    assert!(queries.len() >= 200 && queries.iter().filter(is_question).count() >= 40);
    assert!(MISSES.len() * 20 <= queries.len(), "too many misses are excused");
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
