//! The title of a resource as styles write it.

use crate::export::context::{Context, is_body};
use std::ops::Range;

use crate::catalog::Resource;
use crate::export::title;
use crate::export::title::{Evidence, Manual, TextKind};

/// What the record itself shows of its words.
fn evidence(resource: &Resource) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.read(resource.summary.as_deref().unwrap_or_default(), TextKind::Prose);
    let authors = resource.author_names();
    for name in authors.iter().chain(&resource.publishers).chain(&resource.places) {
        evidence.read(name, TextKind::Name);
    }
    for name in authors.iter().filter(|name| is_body(name)).chain(&resource.publishers).chain(&resource.places) {
        evidence.read_body(name);
    }
    evidence.finish()
}

/// A title in sentence case (APA 7 section 6.17): as its record states it, or else by what record and catalog show of its words.
/// What an initiative is called is its name and stays.
pub(super) fn sentence_case(resource: &Resource, context: Context<'_>) -> String {
    let own = evidence(resource);
    sentence(resource, &own, context.evidence().unwrap_or(&own))
}

fn sentence(resource: &Resource, own: &Evidence, all: &Evidence) -> String {
    if let Some(stated) = resource.title_sentence() {
        return stated.to_owned();
    }
    if resource.r#type.as_deref() == Some("initiative") {
        return title::without_entities(&resource.title).into_owned();
    }
    title::sentence_case(&title::without_entities(&resource.title), own, all)
}

/// A title in the title case of a manual, without tags; one in capitals alone has those of headline style first.
pub(super) fn headline_case(resource: &Resource, context: Context<'_>, manual: Manual) -> String {
    let whole = title::without_entities(&resource.title);
    let plain = title::without_tags(&whole);
    if plain.contains(char::is_lowercase) {
        return title::headline(&plain, manual);
    }
    let own = evidence(resource);
    title::headline(&title::from_capitals(&plain, [&own, context.evidence().unwrap_or(&own)]), manual)
}

/// The title of a resource without tags, in headline style where it is published in capitals alone and with American quotation marks where
/// it is English; and the places where programs that lower the letters of titles must leave them, so that they make its sentence case.
pub(in crate::export) fn protected(
    resource: &Resource,
    context: Context<'_>,
    is_english: bool,
) -> (String, Vec<Range<usize>>) {
    let whole = title::without_entities(&resource.title);
    let plain = title::without_tags(&whole);
    if !is_english {
        let kept = title::kept_by(&plain, &plain).unwrap_or_default();
        return (plain.into_owned(), kept);
    }
    let own = evidence(resource);
    let all = context.evidence().unwrap_or(&own);
    let is_style = plain.contains(char::is_lowercase);
    let recased = if is_style { plain } else { headline_case(resource, context, Manual::Chicago).into() };
    let text = title::unnested(&recased);
    let kept = title::kept_by(&text, &title::without_tags(&sentence(resource, &own, all)));
    // What the record states may be of other words.
    let kept = kept.or_else(|| title::kept_by(&text, &title::sentence_case(&text, &own, all)));
    (text, kept.unwrap_or_default())
}
