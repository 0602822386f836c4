//! How the cloud is shown: of what, sized and ordered by what, how much of it.

use super::cloud::Drawing;
use super::shape::{select, switch};
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Tags, clouds};

/// The form controls above the cloud.
pub(super) fn settings(cloud: &Drawing<'_>, into: &mut Piece) {
    let engine = cloud.explorer.engine;
    let group = into.child("div").class("settings").with("role", "group").with("aria-label", words::CLOUD_SETTINGS);
    let which = group.child("label").class("sort");
    which.child("span").text(words::TAGS_ARE);
    let options: Vec<(&str, &str)> = clouds(engine).into_iter().map(|key| (key, words::tags(engine, key))).collect();
    let chosen = match cloud.cloud.of {
        Tags::Facet(at) => engine.facets[at].definition.key.as_str(),
        Tags::Words | Tags::Spellings => crate::explore::SUMMARY,
    };
    select("cloud-of", &options, chosen, which);
    let mut choice = |act: &str, lead: &str, words: [&str; 2], second: bool| {
        let choice = group.child("span").class("choice");
        choice.child("span").class("lead").with("aria-hidden", "true").text(lead);
        switch(act, lead, words, second, choice);
    };
    choice("cloud-special", words::SIZED_BY, [words::BY_NUMBER, words::BY_SPECIAL], cloud.look.special);
    choice("cloud-order", words::ORDER, [words::BY_NAME, words::BY_WEIGHT], cloud.look.by_weight);
    number("cloud-least", [words::LEAST, words::LEAST_UNIT], cloud.look.least as usize, group);
    number("cloud-most", [words::MOST, words::MOST_UNIT], cloud.look.most, group);
}

/// A number, 1 or more.
fn number(act: &str, [before, behind]: [&str; 2], value: usize, into: &mut Piece) {
    let label = into.child("label").class("number");
    label.child("span").text(before);
    let input = label.child("input").id(act).with("data-act", act).with("type", "number").with("min", "1");
    input.with("max", "999").with("inputmode", "numeric").with("value", &value.to_string());
    label.child("span").text(behind);
}

/// Does what the controls ask for; what is no number gives way to what is set.
pub(super) fn set(explorer: Explorer, act: &str, value: &str) {
    let n = value.trim().parse::<u32>().ok().filter(|n| *n > 0);
    explorer.set_cloud(|look| match (act, n) {
        ("cloud-of", _) => value.clone_into(&mut look.of),
        ("cloud-special:0" | "cloud-special:1", _) => look.special = act.ends_with('1'),
        ("cloud-order:0" | "cloud-order:1", _) => look.by_weight = act.ends_with('1'),
        ("cloud-least", Some(n)) => look.least = n,
        ("cloud-most", Some(n)) => look.most = n as usize,
        ("cloud-all", _) => look.least = 1,
        _ => {}
    });
}
