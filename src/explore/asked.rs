//! What a reader asks, with the fields that the catalog has.

use super::engine::Engine;
use crate::search::{Query, parse};

/// The texts of a record that no facet has and a query can name as a field.
const TEXTS: [&str; 2] = ["title", "summary"];

/// What a query text asks of a catalog: the keys of its facets are fields, and the texts that only a query names.
pub fn asked(engine: &Engine, text: &str) -> Query {
    let is_facet = |name: &str| engine.facets.iter().any(|facet| facet.definition.key.to_lowercase() == name);
    parse(text, &|name| TEXTS.contains(&name) || is_facet(name))
}
