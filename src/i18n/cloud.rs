//! Texts of the cloud.

use super::{decimal, facet_names, number, resources};
use crate::explore::{Change, Changes, Engine, SUMMARY, Tags};
use crate::text::isolated;

pub fn tags_are() -> &'static str {
    "Show"
}

pub fn sized_by() -> &'static str {
    "Sized by"
}

pub fn by_number() -> &'static str {
    "How many"
}

pub fn by_special() -> &'static str {
    "What is special here"
}

pub fn order() -> &'static str {
    "Order"
}

pub fn by_name() -> &'static str {
    "A–Z"
}

pub fn by_weight() -> &'static str {
    "Largest first"
}

pub fn least() -> &'static str {
    "In at least"
}

pub fn least_unit() -> &'static str {
    "resources"
}

pub fn most() -> &'static str {
    "At most"
}

pub fn most_unit() -> &'static str {
    "tags"
}

pub fn cloud_settings() -> &'static str {
    "How the cloud is shown"
}

pub fn any_tag() -> &'static str {
    "With several chosen, resources that have any of them are shown."
}

pub fn as_list() -> &'static str {
    "The same as a list, with counts"
}

pub fn more_here() -> &'static str {
    "More here than in the rest of the catalog"
}

pub fn less_here() -> &'static str {
    "Less here than in the rest of the catalog"
}

pub fn special_of_all() -> &'static str {
    "This is the whole catalog. Choose a filter or search for something, and see what is special about that part."
}

pub fn nothing_special() -> &'static str {
    "Nothing here is clearly more or less frequent than elsewhere."
}

pub fn special_help() -> &'static str {
    "Larger: surer to be no chance (log-likelihood above 3.84, in at least three resources)."
}

pub fn stop_words_left_out() -> &'static str {
    "Forms of a word count as one. Words such as “the” and “with” are left out (the English list of the Snowball project)."
}

pub fn show_rare() -> &'static str {
    "Show rare ones too"
}

pub fn count() -> &'static str {
    "Resources"
}

pub fn share_label() -> &'static str {
    "Of these"
}

pub fn share_elsewhere() -> &'static str {
    "Elsewhere"
}

pub fn difference_label() -> &'static str {
    "Here, it is"
}

pub fn larger_now() -> &'static str {
    "larger than before"
}

pub fn smaller_now() -> &'static str {
    "smaller than before"
}

pub fn new_now() -> &'static str {
    "new"
}

/// "Grading, 23 resources"
pub fn tag(label: &str, n: usize) -> String {
    format!("{label}, {}", resources(n))
}

/// What the tags of a cloud are, by its key.
pub fn tags<'a>(engine: &'a Engine, key: &'a str) -> &'a str {
    match key {
        "keyword" => "Keywords",
        "publisher" => "Publishers",
        "place" => "Places",
        SUMMARY => "Words of the summaries",
        key => engine.facet(key).map_or(key, |facet| facet_names(facet).0),
    }
}

/// What the tags of a cloud are.
pub fn tags_of(engine: &Engine, of: Tags) -> &str {
    tags(engine, if let Tags::Facet(at) = of { &engine.facets[at].definition.key } else { SUMMARY })
}

/// The title of a cloud: "Themes in these 23 resources".
pub fn cloud_title(engine: &Engine, of: Tags, n: usize) -> String {
    let results = if n == 1 { "this resource".to_owned() } else { format!("these {}", resources(n)) };
    format!("{} in {results}", isolated(tags_of(engine, of)))
}

/// That no tag stands in enough resources.
pub fn none_so_frequent(least: usize) -> String {
    if least > 1 { format!("Nothing stands in {} of them.", number(least)) } else { "They have none.".to_owned() }
}

/// "46%", "0.4%"
pub fn share(n: u32, of: u32) -> String {
    let percent = 100.0 * f64::from(n) / f64::from(of.max(1));
    format!("{}%", decimal(percent, usize::from(percent > 0.0 && percent < 9.95)))
}

/// "2.4 times as frequent", "half as frequent" and so on; `None` for what is only here or only elsewhere.
pub fn times(ratio: f64) -> String {
    let digits = if ratio < 0.095 { 2 } else { usize::from(ratio < 9.95) };
    format!("{} times", decimal(ratio, digits))
}

pub fn difference(here: u32, there: u32, ratio: f64) -> String {
    match (here, there) {
        (_, 0) => "only here".to_owned(),
        (0, _) => "only elsewhere".to_owned(),
        _ => format!("{} as frequent", times(ratio)),
    }
}

/// What happened to the cloud, in one sentence.
pub fn changes(changes: &Changes) -> String {
    let said = [
        (changes.n(Change::Appeared), "new"),
        (changes.gone.len(), "gone"),
        (changes.n(Change::Grew), "larger"),
        (changes.n(Change::Shrank), "smaller"),
    ];
    let said = said.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {what}", number(*n)));
    let said: Vec<String> = said.collect();
    if said.is_empty() { String::new() } else { format!("Tags since the last step: {}.", said.join(", ")) }
}
