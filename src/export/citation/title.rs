//! The title of a resource as styles write it.

use crate::export::context::{Context, is_body};
use std::borrow::Cow;
use std::ops::Range;

use crate::catalog::Resource;
use crate::export::title;
use crate::export::title::{Evidence, Manual, TextKind};
use crate::export::title_end::TitleEnd;
use crate::export::type_id::type_of;
use crate::text::{without_entities, without_tags};

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

/// The name of the book that a resource is a part of, in sentence case.
pub(super) fn book_in_sentence_case(resource: &Resource, context: Context<'_>, name: &str) -> String {
    let own = evidence(resource);
    title::sentence_case(&without_entities(name), &own, context.evidence().unwrap_or(&own))
}

/// The title of an English work as published, with a colon as manuals have it: library catalogs have a blank before it (ISBD A.3.2.3).
fn published(resource: &Resource) -> Cow<'_, str> {
    let title = without_entities(&resource.title);
    if title.contains(" : ") { title.replace(" : ", ": ").into() } else { title }
}

/// A title and what stands at its end and keeps its letters (APA 7 sections 9.20 and 9.21).
fn split_end(title: &str) -> (&str, &str) {
    title.split_at(TitleEnd::of(title).cut(title).len())
}

fn sentence(resource: &Resource, own: &Evidence, all: &Evidence) -> String {
    if let Some(stated) = resource.title_sentence() {
        return stated.to_owned();
    }
    if type_of(resource) == "initiative" {
        let title = without_entities(&resource.title);
        // A subtitle is no part of the name (section 6.17), unless it ends as one.
        let ends_as_name = |subtitle: &str| {
            let last = subtitle.rsplit(' ').next().unwrap_or_default();
            subtitle.starts_with("The ")
                && ["Collaborative", "Initiative", "Network", "Program", "Project"].contains(&last)
        };
        let Some((name, subtitle)) = title.split_once(": ").filter(|(_, subtitle)| !ends_as_name(subtitle)) else {
            return title.into_owned();
        };
        return format!("{name}: {}", title::sentence_case(subtitle, own, all));
    }
    let title = published(resource);
    let (title, description) = split_end(&title);
    title::sentence_case(title, own, all) + description
}

/// A title in the title case of a manual, without tags; one in capitals alone has those of headline style first.
pub(super) fn headline_case(resource: &Resource, context: Context<'_>, manual: Manual) -> String {
    let whole = published(resource);
    let plain = without_tags(&whole);
    if plain.contains(char::is_lowercase) {
        let (title, description) = split_end(&plain);
        return title::headline(title, manual) + description;
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
    let whole = if is_english { published(resource) } else { without_entities(&resource.title) };
    let plain = without_tags(&whole);
    if !is_english {
        let kept = title::kept_by(&plain, &plain).unwrap_or_default();
        return (plain.into_owned(), kept);
    }
    let own = evidence(resource);
    let all = context.evidence().unwrap_or(&own);
    let is_style = plain.contains(char::is_lowercase);
    let recased = if is_style { plain } else { headline_case(resource, context, Manual::Chicago).into() };
    let text = title::unnested(&recased);
    let kept = title::kept_by(&text, &without_tags(&sentence(resource, &own, all)));
    // What the record states may be of other words.
    let kept = kept.or_else(|| title::kept_by(&text, &title::sentence_case(&text, &own, all)));
    (text, kept.unwrap_or_default())
}
