//! Texts of the facets, of what is chosen of them, and of the sentence that the chips make.

use super::{counted, number, resources};
use crate::explore::{Condition, Engine};
use crate::facet::{Facet, NOT_STATED, Origin};
use crate::text::isolated;

pub fn filters_label() -> &'static str {
    "Filters"
}

pub fn open_filters() -> &'static str {
    "Filter"
}

pub fn clear_all() -> &'static str {
    "Clear all"
}

pub fn chosen() -> &'static str {
    "What narrows the results"
}

pub fn not_this() -> &'static str {
    "not this"
}

pub fn only_this() -> &'static str {
    "only this"
}

pub fn any_of_these() -> &'static str {
    "Any of these"
}

pub fn all_of_these() -> &'static str {
    "All of these"
}

pub fn no_value_found() -> &'static str {
    "No value has this in its name."
}

pub fn not_stated_text() -> &'static str {
    "Not stated"
}

/// The same within a sentence.
fn not_stated_within() -> &'static str {
    "not stated"
}

pub fn from() -> &'static str {
    "From"
}

pub fn to() -> &'static str {
    "to"
}

pub fn earliest() -> &'static str {
    "earliest"
}

pub fn latest() -> &'static str {
    "latest"
}

pub fn show_results(n: usize) -> String {
    format!("Show {}", counted(n, "result", "results"))
}

pub fn show_all(n: usize, most: usize) -> String {
    if n > most { format!("Show {} of {}", number(most), number(n)) } else { format!("Show all {}", number(n)) }
}

pub fn first_values(most: usize, n: usize) -> String {
    format!("The first {} of {}. Find the others by name in the box above.", number(most), number(n))
}

pub fn show_fewer() -> &'static str {
    "Show fewer"
}

pub fn narrower(label: &str) -> String {
    format!("Themes within {label}")
}

pub fn remove_filter(text: &str) -> String {
    format!("Remove filter: {text}")
}

/// The name of a facet's values, many and one.
pub fn facet_names(facet: &Facet) -> (&str, &str) {
    if let Origin::Field { label, .. } = &facet.definition.origin {
        return (label, label);
    }
    match facet.definition.key.as_str() {
        "theme" => ("Themes", "Theme"),
        "type" => ("Type", "Type"),
        "audience" => ("For whom", "For"),
        "level" => ("Level", "Level"),
        "place" => ("Place", "Place"),
        "year" => ("Year", "Year"),
        "publisher" => ("Publisher", "Publisher"),
        "author" => ("Author", "Author"),
        "keyword" => ("Keyword", "Keyword"),
        "language" => ("Language", "Language"),
        "access" => ("Access", "Access"),
        key => (key, key),
    }
}

/// The name of one value of a facet within a sentence: "place"; a catalog's own label as the catalog writes it.
pub fn facet_within(facet: &Facet) -> String {
    let (_, one) = facet_names(facet);
    if matches!(facet.definition.origin, Origin::Field { .. }) { isolated(one) } else { one.to_lowercase() }
}

pub fn facet(facet: &Facet) -> &str {
    facet_names(facet).0
}

/// What a choice of a facet says: "Theme: Grading", "Not place: Maine".
fn choice(facet: &Facet, value: &str, left_out: bool) -> String {
    let (_, one) = facet_names(facet);
    let value = value_label(facet, value);
    if left_out { format!("Not {}: {value}", facet_within(facet)) } else { format!("{}: {value}", isolated(one)) }
}

/// What a condition says: "“mastery”", "Theme: Grading", "Not place: Maine".
pub fn condition(engine: &Engine, condition: &Condition) -> String {
    let name = |key: &str| engine.facet(key).map_or_else(|| key.to_owned(), |facet| self::facet(facet).to_owned());
    match condition {
        Condition::Part(part) => format!("“{}”", part.text.trim_matches(['"', '“', '”'])),
        Condition::Value(key, value) => engine.facet(key).map_or_else(String::new, |facet| choice(facet, value, false)),
        Condition::LeftOut(key, value) => {
            engine.facet(key).map_or_else(String::new, |facet| choice(facet, value, true))
        }
        Condition::Facet(key) => name(key),
        Condition::Filter => "any filter".to_owned(),
        Condition::Query => "what you typed".to_owned(),
    }
}

/// What a condition says where the words before it say the rest: "“mastery”", "Grading", "Maine".
pub fn short(engine: &Engine, condition: &Condition) -> String {
    match condition {
        Condition::Value(key, value) | Condition::LeftOut(key, value) => {
            engine.facet(key).map_or_else(String::new, |facet| value_label(facet, value))
        }
        _ => self::condition(engine, condition),
    }
}

/// What stands before the conditions of one kind: "about" Grading, "not from" Maine.
pub fn lead(engine: &Engine, condition: &Condition) -> String {
    let of = |key: &str| match key {
        "theme" => "about".to_owned(),
        "type" => "of type".to_owned(),
        "audience" => "for".to_owned(),
        "level" => "at level".to_owned(),
        "place" => "from".to_owned(),
        "year" => "dated".to_owned(),
        "publisher" => "published by".to_owned(),
        "author" => "by".to_owned(),
        "keyword" => "on".to_owned(),
        "language" => "in language".to_owned(),
        "access" => "with access".to_owned(),
        key => engine.facet(key).map_or_else(String::new, |facet| format!("with {}", isolated(facet_names(facet).1))),
    };
    match condition {
        Condition::Value(key, _) => of(key),
        Condition::LeftOut(key, _) => format!("not {}", of(key)),
        Condition::Part(part) if part.negated => "without".to_owned(),
        _ => "with".to_owned(),
    }
}

/// What stands between conditions of one kind, all or any of which must be met.
pub fn joint(all: bool) -> &'static str {
    if all { "and" } else { "or" }
}

/// "not this: Theme: Grading"
pub fn turn(word: &str, condition: &str) -> String {
    format!("{word}: {condition}")
}

pub fn any_or_all(facet: &Facet) -> String {
    format!("{}: any or all of the chosen values", self::facet(facet))
}

pub fn find_in(facet: &Facet) -> String {
    format!("Find in {}", self::facet(facet))
}

/// What a click on a value gives.
pub fn forecast(n: usize, is_chosen: bool) -> String {
    format!("{} {} this", resources(n), if is_chosen { "without" } else { "with" })
}

pub fn value_label(facet: &Facet, value: &str) -> String {
    if value == NOT_STATED {
        return not_stated_within().to_owned();
    }
    match value.split_once("..") {
        Some((from, "")) => format!("from {from}"),
        Some(("", to)) => format!("up to {to}"),
        Some((from, to)) if facet.find(value).is_none() => format!("{from} to {to}"),
        _ => isolated(facet.find(value).map_or(value, |idx| &facet.values[idx as usize].label)),
    }
}
