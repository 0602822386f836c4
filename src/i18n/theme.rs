//! Texts of the page of a theme.

use super::{facet_names, number, resources, times};
use crate::explore::{Engine, Missing, Reason};
use crate::text::isolated;

pub fn a_theme() -> &'static str {
    "Theme"
}

pub fn about_this_theme() -> &'static str {
    "About this theme"
}

pub fn about_short() -> &'static str {
    "About"
}

pub fn part_of_label() -> &'static str {
    "part of"
}

pub fn start_here() -> &'static str {
    "Start here"
}

pub fn within_label() -> &'static str {
    "Within this theme"
}

pub fn beside() -> &'static str {
    "What it goes with"
}

pub fn beside_lead() -> &'static str {
    "Resources on this theme are"
}

pub fn beside_end() -> &'static str {
    "as the catalog as a whole"
}

pub fn beside_shown() -> &'static str {
    "Beside the catalog as a whole, resources on this theme are"
}

pub fn who() -> &'static str {
    "Who publishes on it"
}

pub fn when() -> &'static str {
    "When"
}

pub fn for_whom() -> &'static str {
    "For whom"
}

pub fn missing_label() -> &'static str {
    "What is missing"
}

pub fn none_on_it() -> &'static str {
    "No resource of this catalog is on it yet."
}

/// The name of a link to the page of a theme, which begins with what the link shows.
pub fn about_theme(shown: &str, label: &str) -> String {
    format!("{shown}: {label}")
}

pub fn show_them(n: usize) -> String {
    if n == 1 { "Show the one resource".to_owned() } else { format!("Show all {}", resources(n)) }
}

/// "2.4 times as likely to be about"
pub fn likely(lift: f64) -> String {
    format!("{} as likely to be about", times(lift))
}

pub fn together(n: usize) -> String {
    format!("{} on both", resources(n))
}

/// Why to begin with a resource: "Guide, among the newest, free to read."
pub fn reasons(engine: &Engine, reasons: &[Reason]) -> String {
    let said = reasons.iter().map(|reason| match reason {
        Reason::Practical(value) => {
            // As the catalog writes it: its labels may be of any language, and their articles are not known here.
            engine.facet("type").map_or_else(String::new, |facet| isolated(&facet.values[*value as usize].label))
        }
        Reason::Newest => "among the newest".to_owned(),
        Reason::Connects(1) => "about one of the themes it goes with".to_owned(),
        Reason::Connects(n) => format!("about {n} of the themes it goes with"),
        Reason::Free => "free to read".to_owned(),
    });
    let text = said.collect::<Vec<_>>().join(", ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// What is missing: the value, and by how much.
pub fn missing(engine: &Engine, missing: &Missing) -> (String, String) {
    let facet = &engine.facets[missing.facet];
    let label = &facet.values[missing.value as usize].label;
    let here = if missing.here == 0 { "none".to_owned() } else { format!("only {}", number(missing.here as usize)) };
    let usual = format!("{here}; as in the whole catalog it would be about {}", super::decimal(missing.expected, 0));
    (format!("{}: {label}", facet_names(facet).1), usual)
}

pub fn undated(n: usize) -> Option<String> {
    (n > 0).then(|| format!("{} without a date", resources(n)))
}

pub fn in_year(year: &str, n: usize) -> String {
    format!("{year}: {}", resources(n))
}
