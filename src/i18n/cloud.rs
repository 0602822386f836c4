//! Words for what the cloud shows and how it changed.

use super::functions::{
    cloud_leads, keywords, only_here, places, publishers, tag_changes, tags_in_results, times_as_frequent,
    words_of_summaries,
};
use super::{facet_names, times};
use crate::explore::{Change, Changes, Cloud, Engine, Leaders, SUMMARY, Tags};
use crate::text::isolated;

/// What the tags of a cloud are, by its key.
pub fn tags<'a>(engine: &'a Engine, key: &'a str) -> &'a str {
    match key {
        "keyword" => keywords(),
        "publisher" => publishers(),
        "place" => places(),
        SUMMARY => words_of_summaries(),
        key => engine.facet(key).map_or(key, |facet| facet_names(facet).0),
    }
}

/// What the tags of a cloud are.
pub fn tags_of(engine: &Engine, of: Tags) -> &str {
    tags(engine, if let Tags::Facet(at) = of { &engine.facets[at].definition.key } else { SUMMARY })
}

/// The title of a cloud: "Themes in these 23 resources".
pub fn cloud_title(engine: &Engine, of: Tags, n: usize) -> String {
    tags_in_results(&isolated(tags_of(engine, of)), n)
}

/// How much more frequent something that is here is than there: "2.4 times as frequent", "only here".
pub fn difference(there: u32, ratio: f64) -> String {
    if there == 0 { only_here().to_owned() } else { times_as_frequent(&times(ratio)) }
}

/// The sentence above a cloud: "Most are on Grading, Policy or Equity: 80 of 120 resources"; its title where no tag leads.
pub fn cloud_says(engine: &Engine, cloud: &Cloud, leaders: &Leaders, total: usize) -> String {
    let tags: Vec<String> = leaders.tags.iter().map(|at| isolated(cloud.of.label(engine, *at))).collect();
    let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
    if tags.is_empty() {
        cloud_title(engine, cloud.of, total)
    } else {
        cloud_leads(&tags, leaders.n, total, cloud.special)
    }
}

/// What happened to the cloud, in one sentence.
pub fn changes(changes: &Changes) -> String {
    tag_changes(changes.n(Change::Appeared), changes.gone.len(), changes.n(Change::Grew), changes.n(Change::Shrank))
}
