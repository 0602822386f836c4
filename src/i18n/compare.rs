//! Words for what is compared: resources, and sets of resources.

use super::facets::{condition, short, value_label};
use super::functions::{
    adds_values, in_set_and_others, no_theme_stated, set_a, set_b, set_c, set_d, themes_shared, whole_catalog,
    with_count,
};
use super::{capitalized, commas};
use crate::explore::{Complement, Condition, Engine, Overlap, State, conditions};
use crate::facet::{Facet, ValueIdx};
use crate::text::isolated;

/// The name of a set, by its side.
pub fn set_name(side: usize) -> &'static str {
    [set_a, set_b, set_c, set_d].get(side).map_or("", |name| name())
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

/// What a set asks for without the names of the facets: "Maine, Report", or all.
pub fn set_in_short(engine: &Engine, state: &State) -> String {
    let name = |one: &Condition| match one {
        Condition::LeftOut(..) => condition(engine, one),
        _ => short(engine, one),
    };
    let all: Vec<String> = conditions(engine, state).iter().map(name).collect();
    if all.is_empty() { whole_catalog().to_owned() } else { commas(&all) }
}

pub fn value_name(facet: &Facet, value: &str) -> String {
    value_label(facet, value)
}

pub fn set_column(side: usize, n: usize) -> String {
    with_count(set_name(side), n)
}

pub fn word_counts([own, others]: [u32; 2]) -> String {
    in_set_and_others(own as usize, others as usize)
}
