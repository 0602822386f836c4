//! Texts of the cloud.

use super::{decimal, facet_names, number, resources};
use crate::explore::{Change, Changes, Engine, SUMMARY, Tags};
use crate::text::isolated;

pub(crate) const TAGS_ARE: &str = "Show";
pub(crate) const SIZED_BY: &str = "Sized by";
pub(crate) const BY_NUMBER: &str = "How many";
pub(crate) const BY_SPECIAL: &str = "What is special here";
pub(crate) const ORDER: &str = "Order";
pub(crate) const BY_NAME: &str = "A–Z";
pub(crate) const BY_WEIGHT: &str = "Largest first";
pub(crate) const LEAST: &str = "In at least";
pub(crate) const LEAST_UNIT: &str = "resources";
pub(crate) const MOST: &str = "At most";
pub(crate) const MOST_UNIT: &str = "tags";
pub(crate) const CLOUD_SETTINGS: &str = "How the cloud is shown";
pub(crate) const ANY_TAG: &str = "With several chosen, resources that have any of them are shown.";
pub(crate) const AS_LIST: &str = "The same as a list, with counts";
pub(crate) const MORE_HERE: &str = "More here than in the rest of the catalog";
pub(crate) const LESS_HERE: &str = "Less here than in the rest of the catalog";
pub(crate) const SPECIAL_OF_ALL: &str =
    "This is the whole catalog. Choose a filter or search for something, and see what is special about that part.";
pub(crate) const NOTHING_SPECIAL: &str = "Nothing here is clearly more or less frequent than elsewhere.";
pub(crate) const SPECIAL_HELP: &str =
    "Larger: surer to be no chance (log-likelihood above 3.84, in at least three resources).";
pub(crate) const STOP_WORDS_LEFT_OUT: &str = "Forms of a word count as one. Words such as “the” and “with” are left out (the English list of the Snowball project).";
pub(crate) const SHOW_RARE: &str = "Show rare ones too";
pub(crate) const COUNT: &str = "Resources";
pub(crate) const SHARE: &str = "Of these";
pub(crate) const SHARE_ELSEWHERE: &str = "Elsewhere";
pub(crate) const DIFFERENCE: &str = "Here, it is";
pub(crate) const LARGER_NOW: &str = "larger than before";
pub(crate) const SMALLER_NOW: &str = "smaller than before";
pub(crate) const NEW_NOW: &str = "new";

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
