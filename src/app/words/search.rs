//! Texts of the search box and of what it finds or does not find.

use super::facets::facet_names;
use crate::explore::{Engine, Hint, MAX_COMPARED};

pub(in crate::app) const SEARCH: &str = "Search";
pub(in crate::app) const SEARCH_EXAMPLE: &str = "Title, topic, author, place …";
pub(in crate::app) const CLEAR_SEARCH: &str = "Clear the search";
pub(in crate::app) const CLEAR_FILTERS: &str = "Clear all filters";
pub(in crate::app) const NOTHING_FOUND: &str = "No resource matches all of this";
pub(in crate::app) const NOTHING_FOUND_HELP: &str = "Use fewer words, or take away one of the things named above.";

pub(in crate::app) fn hint(engine: &Engine, hint: &Hint) -> String {
    match hint {
        Hint::Unknown { key, value } if value.is_empty() => format!("“{key}” in the address means nothing here."),
        Hint::Unknown { key, value } => format!("“{key}={value}” in the address means nothing here."),
        Hint::NoSuchValue { key, value } => {
            let name = engine.facet(key).map_or(key.as_str(), |facet| facet_names(facet).1).to_lowercase();
            format!("This catalog has no {name} “{value}”.")
        }
        Hint::NoSuchResource(id) => format!("The resource “{id}” is not in this catalog any more."),
        Hint::TooManyCompared(n) => format!("{n} resources are picked; the first {MAX_COMPARED} are compared."),
    }
}
