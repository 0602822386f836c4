//! Texts of the cloud.

use super::{decimal, facet_names, number, resources};
use crate::explore::{Change, Changes, Engine, SUMMARY, Tags};
use crate::text::isolated;

pub(crate) fn tags_are() -> &'static str {
    "Show"
}

pub(crate) fn sized_by() -> &'static str {
    "Sized by"
}

pub(crate) fn by_number() -> &'static str {
    "How many"
}

pub(crate) fn by_special() -> &'static str {
    "What is special here"
}

pub(crate) fn order() -> &'static str {
    "Order"
}

pub(crate) fn by_name() -> &'static str {
    "A–Z"
}

pub(crate) fn by_weight() -> &'static str {
    "Largest first"
}

pub(crate) fn least() -> &'static str {
    "In at least"
}

pub(crate) fn least_unit() -> &'static str {
    "resources"
}

pub(crate) fn most() -> &'static str {
    "At most"
}

pub(crate) fn most_unit() -> &'static str {
    "tags"
}

pub(crate) fn cloud_settings() -> &'static str {
    "How the cloud is shown"
}

pub(crate) fn any_tag() -> &'static str {
    "With several chosen, resources that have any of them are shown."
}

pub(crate) fn as_list() -> &'static str {
    "The same as a list, with counts"
}

pub(crate) fn more_here() -> &'static str {
    "More here than in the rest of the catalog"
}

pub(crate) fn less_here() -> &'static str {
    "Less here than in the rest of the catalog"
}

pub(crate) fn special_of_all() -> &'static str {
    "This is the whole catalog. Choose a filter or search for something, and see what is special about that part."
}

pub(crate) fn nothing_special() -> &'static str {
    "Nothing here is clearly more or less frequent than elsewhere."
}

pub(crate) fn special_help() -> &'static str {
    "Larger: surer to be no chance (log-likelihood above 3.84, in at least three resources)."
}

pub(crate) fn stop_words_left_out() -> &'static str {
    "Forms of a word count as one. Words such as “the” and “with” are left out (the English list of the Snowball project)."
}

pub(crate) fn show_rare() -> &'static str {
    "Show rare ones too"
}

pub(crate) fn count() -> &'static str {
    "Resources"
}

pub(crate) fn share_label() -> &'static str {
    "Of these"
}

pub(crate) fn share_elsewhere() -> &'static str {
    "Elsewhere"
}

pub(crate) fn difference_label() -> &'static str {
    "Here, it is"
}

pub(crate) fn larger_now() -> &'static str {
    "larger than before"
}

pub(crate) fn smaller_now() -> &'static str {
    "smaller than before"
}

pub(crate) fn new_now() -> &'static str {
    "new"
}

/// "Grading, 23 resources"
pub(crate) fn tag(label: &str, n: usize) -> String {
    format!("{label}, {}", resources(n))
}

/// What the tags of a cloud are, by its key.
pub(crate) fn tags<'a>(engine: &'a Engine, key: &'a str) -> &'a str {
    match key {
        "keyword" => "Keywords",
        "publisher" => "Publishers",
        "place" => "Places",
        SUMMARY => "Words of the summaries",
        key => engine.facet(key).map_or(key, |facet| facet_names(facet).0),
    }
}

/// What the tags of a cloud are.
pub(crate) fn tags_of(engine: &Engine, of: Tags) -> &str {
    tags(engine, if let Tags::Facet(at) = of { &engine.facets[at].definition.key } else { SUMMARY })
}

/// The title of a cloud: "Themes in these 23 resources".
pub(crate) fn cloud_title(engine: &Engine, of: Tags, n: usize) -> String {
    let results = if n == 1 { "this resource".to_owned() } else { format!("these {}", resources(n)) };
    format!("{} in {results}", isolated(tags_of(engine, of)))
}

/// That no tag stands in enough resources.
pub(crate) fn none_so_frequent(least: usize) -> String {
    if least > 1 { format!("Nothing stands in {} of them.", number(least)) } else { "They have none.".to_owned() }
}

/// "46%", "0.4%"
pub(crate) fn share(n: u32, of: u32) -> String {
    let percent = 100.0 * f64::from(n) / f64::from(of.max(1));
    format!("{}%", decimal(percent, usize::from(percent > 0.0 && percent < 9.95)))
}

/// "2.4 times as frequent", "half as frequent" and so on; `None` for what is only here or only elsewhere.
pub(crate) fn times(ratio: f64) -> String {
    let digits = if ratio < 0.095 { 2 } else { usize::from(ratio < 9.95) };
    format!("{} times", decimal(ratio, digits))
}

pub(crate) fn difference(here: u32, there: u32, ratio: f64) -> String {
    match (here, there) {
        (_, 0) => "only here".to_owned(),
        (0, _) => "only elsewhere".to_owned(),
        _ => format!("{} as frequent", times(ratio)),
    }
}

/// What happened to the cloud, in one sentence.
pub(crate) fn changes(changes: &Changes) -> String {
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
