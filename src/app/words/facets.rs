//! Texts of the facets, of what is chosen of them, and of the sentence that the chips make.

use super::{counted, number};
use crate::facet::{Facet, NOT_STATED, Origin};

pub(in crate::app) const FILTERS: &str = "Filters";
pub(in crate::app) const OPEN_FILTERS: &str = "Filter";
pub(in crate::app) const CLEAR_ALL: &str = "Clear all";
pub(in crate::app) const CHOSEN: &str = "What narrows the results";
pub(in crate::app) const NOT_STATED_TEXT: &str = "Not stated";
pub(in crate::app) const ANY_THEME: &str = "With several themes chosen, resources that have any of them are shown.";
pub(in crate::app) const FROM: &str = "From";
pub(in crate::app) const TO: &str = "to";
pub(in crate::app) const EARLIEST: &str = "earliest";
pub(in crate::app) const LATEST: &str = "latest";

pub(in crate::app) fn show_results(n: usize) -> String {
    format!("Show {}", counted(n, "result", "results"))
}

pub(in crate::app) fn show_all(n: usize) -> String {
    format!("Show all {}", number(n))
}

pub(in crate::app) fn show_fewer() -> &'static str {
    "Show fewer"
}

pub(in crate::app) fn narrower(label: &str) -> String {
    format!("Themes within {label}")
}

pub(in crate::app) fn remove_filter(text: &str) -> String {
    format!("Remove filter: {text}")
}

/// The name of a facet's values, many and one.
pub(super) fn facet_names(facet: &Facet) -> (&str, &str) {
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

pub(in crate::app) fn facet(facet: &Facet) -> &str {
    facet_names(facet).0
}

/// What a choice of a facet says: "Theme: Grading", "Not place: Maine".
pub(in crate::app) fn choice(facet: &Facet, value: &str, left_out: bool) -> String {
    let (_, one) = facet_names(facet);
    let value = value_label(facet, value);
    if left_out { format!("Not {}: {value}", one.to_lowercase()) } else { format!("{one}: {value}") }
}

pub(super) fn value_label(facet: &Facet, value: &str) -> String {
    if value == NOT_STATED {
        return NOT_STATED_TEXT.to_lowercase();
    }
    match value.split_once("..") {
        Some((from, "")) => format!("from {from}"),
        Some(("", to)) => format!("up to {to}"),
        Some((from, to)) if facet.find(value).is_none() => format!("{from} to {to}"),
        _ => facet.find(value).map_or_else(|| value.to_owned(), |idx| facet.values[idx as usize].label.clone()),
    }
}
