//! The title of a resource as styles write it.

use crate::export::context::Context;
use std::ops::Range;

use crate::catalog::Resource;
use crate::export::title;
use crate::export::title::{Evidence, Manual, TextKind};

/// What the record itself shows of its words.
fn evidence(resource: &Resource) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.read(resource.summary.as_deref().unwrap_or_default(), TextKind::Prose);
    for names in [&resource.author_names(), &resource.publishers, &resource.places] {
        for name in names {
            evidence.read(name, TextKind::Name);
        }
    }
    evidence.finish()
}

/// A title in sentence case (APA 7 section 6.17): as its record states it, or else by what record and catalog show of its words.
/// What an initiative is called is its name and stays.
pub(super) fn sentence_case(resource: &Resource, context: Context<'_>) -> String {
    if let Some(stated) = resource.title_sentence() {
        return stated.to_owned();
    }
    if resource.r#type.as_deref() == Some("initiative") {
        return resource.title.clone();
    }
    let own = evidence(resource);
    title::sentence_case(&resource.title, &own, context.evidence().unwrap_or(&own))
}

/// A title in the title case of a manual, without tags; one in capitals alone has those of headline style first.
pub(super) fn headline_case(resource: &Resource, context: Context<'_>, manual: Manual) -> String {
    let plain = title::without_tags(&resource.title);
    if plain.contains(char::is_lowercase) {
        return title::headline(&plain, manual);
    }
    let own = evidence(resource);
    title::headline(&title::from_capitals(&plain, [&own, context.evidence().unwrap_or(&own)]), manual)
}

/// The places in the title of a resource, without its tags, where a style must leave the letters as they are: words of names, acronyms.
pub(in crate::export) fn kept(resource: &Resource, text: &str, context: Context<'_>) -> Vec<Range<usize>> {
    let stated = resource.title_sentence().and_then(|stated| title::kept_by(text, stated));
    stated.unwrap_or_else(|| {
        let own = evidence(resource);
        title::kept(text, &own, context.evidence().unwrap_or(&own))
    })
}
