//! Words for what is compared: resources, and sets of resources.

use super::facets::{condition, value_label};
use super::functions::{
    adds_values, facet_of_set, in_each_set, no_theme_stated, only_in_set, set_a, set_b, themes_shared, use_results_as,
    whole_catalog, with_count, year_of_sets,
};
use super::{capitalized, commas};
use crate::explore::{Complement, Engine, Overlap, State, conditions};
use crate::facet::{Facet, ValueIdx};
use crate::text::isolated;

/// The name of a set, by its side.
pub fn set_name(side: usize) -> &'static str {
    if side == 0 { set_a() } else { set_b() }
}

/// How sure the facts of a record are, as the catalog has it.
pub fn confidence_level(level: &str) -> String {
    capitalized(level)
}

fn labels(facet: &Facet, values: &[ValueIdx]) -> String {
    let labels: Vec<String> = values.iter().map(|value| isolated(&facet.values[*value as usize].label)).collect();
    commas(&labels)
}

/// "share 3 of 7 themes: Grading, Pacing, Equity"
pub fn overlap(engine: &Engine, overlap: &Overlap) -> String {
    let Some(facet) = engine.facet("theme") else { return String::new() };
    match overlap.n_either {
        0 => no_theme_stated().to_owned(),
        n => themes_shared(overlap.shared.len(), n, &labels(facet, &overlap.shared)),
    }
}

/// The start of a title, where that is enough to tell it from another.
pub fn shortened(title: &str) -> String {
    const MOST: usize = 42;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(MOST).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{} …", whole_words.trim_end_matches([',', ':', '-', '–']))
}

/// "This one adds: themes Equity, Pacing; audience Parents."
pub fn adds(engine: &Engine, complement: &Complement) -> String {
    let part = |(at, values): &(usize, Vec<ValueIdx>)| {
        let facet = &engine.facets[*at];
        format!("{}: {}", isolated(super::facet(facet)), labels(facet, values))
    };
    let parts: Vec<String> = complement.adds.iter().map(part).collect();
    adds_values(&parts.join("; "))
}

/// What a set asks for: "Place: Maine, Type: Report", or all.
pub fn set(engine: &Engine, state: &State) -> String {
    let all: Vec<String> = conditions(engine, state).iter().map(|one| condition(engine, one)).collect();
    if all.is_empty() { whole_catalog().to_owned() } else { commas(&all) }
}

pub fn use_results(side: usize, n: usize) -> String {
    use_results_as(set_name(side), n)
}

pub fn value_of(facet: &Facet, side: usize) -> String {
    facet_of_set(super::facet(facet), set_name(side))
}

pub fn value_name(facet: &Facet, value: &str) -> String {
    value_label(facet, value)
}

pub fn only_in(side: usize) -> String {
    only_in_set(set_name(side))
}

pub fn set_column(side: usize, n: usize) -> String {
    with_count(set_name(side), n)
}

pub fn word_counts(counts: [u32; 2]) -> String {
    in_each_set(counts[0] as usize, counts[1] as usize)
}

pub fn year_of_both(year: &str, counts: [u32; 2]) -> String {
    year_of_sets(year, counts[0] as usize, counts[1] as usize)
}
