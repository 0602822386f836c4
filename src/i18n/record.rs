//! Words for the attributes of a resource.

use super::commas;
use super::functions::{
    authors, confidence_label, keywords, link, minutes, not_stated_fields, pages, place_among, places, published,
    publishers, sources_label, summary,
};
use crate::explore::{Attribute, Engine};

/// Which of the results is open, from 0.
pub fn position(at: usize, of: usize) -> String {
    place_among(at + 1, of)
}

/// The name of an attribute.
pub fn attribute(engine: &Engine, attribute: &Attribute) -> String {
    let name = match attribute {
        Attribute::Facet(key) => match key.as_str() {
            "author" => authors(),
            "publisher" => publishers(),
            "place" => places(),
            "keyword" => keywords(),
            _ => engine.facet(key).map_or(key.as_str(), |facet| super::facet(facet)),
        },
        Attribute::Published => published(),
        Attribute::Pages => pages(),
        Attribute::Minutes => minutes(),
        Attribute::Field { label, .. } => label,
        Attribute::Summary => summary(),
        Attribute::Link => link(),
        Attribute::Sources => sources_label(),
        Attribute::Confidence => confidence_label(),
    };
    name.to_owned()
}

/// The fields that a record does not state: "Not stated: authors, pages".
pub fn missing_fields(names: &[String]) -> String {
    not_stated_fields(&commas(names))
}
