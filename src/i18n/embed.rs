//! Words for the page on other websites.

use super::facets::{lead, short};
use super::functions::explore_link;
use super::page::catalog_title;
use crate::explore::{Condition, Engine};

/// Stands in a snippet where nobody has said yet where the explorer is.
pub const EMBED_PLACEHOLDER: &str = "https://www.example.org/explorer/index.html";

/// A condition with the word that leads to it: "about Grading".
pub fn condition_text(engine: &Engine, condition: &Condition) -> String {
    format!("{} {}", lead(engine, condition), short(engine, condition)).trim().to_owned()
}

/// The text of the link, where nothing but a link is allowed.
pub fn embed_link(engine: &Engine, n: usize, what: &str) -> String {
    explore_link(n, what, catalog_title(engine))
}

/// What a screen reader calls the frame.
pub fn embed_title(engine: &Engine, what: &str) -> String {
    if what.is_empty() { catalog_title(engine).to_owned() } else { format!("{}: {what}", catalog_title(engine)) }
}
