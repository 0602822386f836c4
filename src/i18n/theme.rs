//! Words for the page of a theme.

use super::facets::facet_names;
use super::functions::{
    about_neighbours, among_the_newest, chosen_value, fewer_than_usual, free_to_read, times_as_likely, without_date,
};
use super::{capitalized, commas, times};
use crate::explore::{Engine, Missing, Reason};
use crate::text::isolated;

/// "2.4 times as likely to be about"
pub fn likely(lift: f64) -> String {
    times_as_likely(&times(lift))
}

/// Why to begin with a resource: "Guide, among the newest, free to read."
pub fn reasons(engine: &Engine, reasons: &[Reason]) -> String {
    let worded = reasons.iter().map(|reason| match reason {
        Reason::Practical(value) => {
            // As the catalog writes it: its labels may be of any language, and their articles are not known here.
            engine.facet("type").map_or_else(String::new, |facet| isolated(&facet.values[*value as usize].label))
        }
        Reason::Newest => among_the_newest().to_owned(),
        Reason::Connects(n) => about_neighbours(*n as usize),
        Reason::Free => free_to_read().to_owned(),
    });
    let text = commas(&worded.collect::<Vec<_>>());
    if text.is_empty() { text } else { format!("{}.", capitalized(&text)) }
}

/// What is missing: the value, and by how much.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number of resources to be expected is neither large nor negative"
)]
pub fn missing(engine: &Engine, missing: &Missing) -> (String, String) {
    let facet = &engine.facets[missing.facet];
    let label = &facet.values[missing.value as usize].label;
    let usual = fewer_than_usual(missing.here as usize, missing.expected.round() as usize);
    (chosen_value(facet_names(facet).1, label), usual)
}

pub fn undated(n: usize) -> Option<String> {
    (n > 0).then(|| without_date(n))
}
