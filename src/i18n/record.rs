//! Texts of one resource, and of resources side by side.

use super::number;
use crate::catalog::PartialDate;
use crate::explore::{Attribute, Engine};
use crate::export::citation::month_first;

pub fn compare() -> &'static str {
    "Compare"
}

pub fn comparison() -> &'static str {
    "Side by side"
}

pub fn comparison_table() -> &'static str {
    "Table of the picked resources"
}

pub fn put_back() -> &'static str {
    "Clear"
}

pub fn shared() -> &'static str {
    "shared by all"
}

pub fn shared_legend() -> &'static str {
    "Marked: what all of these resources share."
}

pub fn back() -> &'static str {
    "Back to the results"
}

pub fn back_to_comparison() -> &'static str {
    "Back to the comparison"
}

pub fn previous() -> &'static str {
    "Previous"
}

pub fn next() -> &'static str {
    "Next"
}

pub fn about() -> &'static str {
    "About this resource"
}

pub fn sources() -> &'static str {
    "How do we know?"
}

pub fn new_tab() -> &'static str {
    "(opens in a new tab)"
}

pub fn no_link() -> &'static str {
    "No address is stated for this resource."
}

pub fn nothing_picked(most: usize) -> String {
    format!(
        "Nothing is picked yet. Tick “Compare” on up to {} resources in the list, and they stand here side by side.",
        number(most)
    )
}

pub fn position(at: usize, of: usize) -> String {
    format!("{} of {}", number(at + 1), number(of))
}

pub fn visit(host: &str) -> String {
    format!("Open at {host}")
}

pub fn compare_this(title: &str) -> String {
    format!("Compare “{title}”")
}

pub fn picked(n: usize, most: usize) -> String {
    format!("{n} of {most} picked")
}

pub fn remove(title: &str) -> String {
    format!("Remove “{title}”")
}

pub fn attribute(engine: &Engine, attribute: &Attribute) -> String {
    match attribute {
        Attribute::Facet(key) => match key.as_str() {
            "author" => "Authors".to_owned(),
            "publisher" => "Publishers".to_owned(),
            "place" => "Places".to_owned(),
            "keyword" => "Keywords".to_owned(),
            _ => engine.facet(key).map_or_else(|| key.clone(), |facet| super::facet(facet).to_owned()),
        },
        Attribute::Published => "Published".to_owned(),
        Attribute::Pages => "Pages".to_owned(),
        Attribute::Minutes => "Minutes".to_owned(),
        Attribute::Field { label, .. } => label.clone(),
        Attribute::Summary => "Summary".to_owned(),
        Attribute::Link => "Link".to_owned(),
        Attribute::Sources => "Sources".to_owned(),
        Attribute::Confidence => "Confidence in the record".to_owned(),
    }
}

/// A date as it is read: "January 4, 2018", "May 2019", "2016".
pub fn date(date: PartialDate) -> String {
    month_first(date)
}

pub fn confidence(level: &str) -> String {
    format!("Confidence in this record: {level}. It rests on these sources:")
}
