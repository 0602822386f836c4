//! The `meta` elements of a page's head, for search engines and the buttons of reference managers.
//!
//! Highwire Press tags are those that Google Scholar and Zotero read; Dublin Core tags are of DCMI's `DC` and `DCTERMS`.

use super::beginning_of;
use crate::catalog::{List, Resource, href};
use crate::export::citation::{Contributors, Work, contributors, extended_date};
use crate::export::context::Context;
use crate::export::escape::line;
use crate::export::identifier::doi;
use crate::export::kind::Class;
use crate::export::labels::{label, labels, language, subjects, type_label};
use crate::export::pages::page_ranges;
use crate::limits::VALUES_DRAWN;

/// Names and contents of the `meta` elements for a resource, of each name at most [`VALUES_DRAWN`].
pub fn meta<'a>(resource: &Resource, context: impl Into<Context<'a>>) -> Vec<(&'static str, String)> {
    let context = context.into();
    let resource = &*beginning_of(resource);
    let head = context.head;
    let mut pairs: Vec<(&'static str, String)> = Vec::new();
    let mut put = |name: &'static str, content: &str| {
        let n_before = pairs.iter().rev().take_while(|(before, _)| *before == name).count();
        if !content.trim().is_empty() && n_before < VALUES_DRAWN {
            pairs.push((name, line(content)));
        }
    };
    let url = resource.url.as_deref().and_then(href).unwrap_or_default();
    let work = Work::of(resource, context, None);
    let date = work.date.date.map(|date| date.to_string()).unwrap_or_default();
    let is_report = work.kind.csl == "report";
    put("citation_title", &resource.title);
    let Contributors { authors, editors, .. } = work.stated_contributors();
    authors.list.iter().for_each(|name| put("citation_author", &name.split_by_commas()));
    editors.list.iter().for_each(|name| put("citation_editor", &name.split_by_commas()));
    put("citation_publication_date", &date.replace('-', "/"));
    let whole = match work.kind.class {
        Class::Chapter => "citation_inbook_title",
        Class::Talk(..) => "citation_conference_title",
        _ => "citation_journal_title",
    };
    put(whole, work.container.unwrap_or_default());
    let [volume, issue, pages] = work.locators();
    put("citation_volume", &volume);
    put("citation_issue", &issue);
    if let [(first, last)] = &page_ranges(&pages)[..] {
        put("citation_firstpage", first);
        put("citation_lastpage", last);
    }
    // A report is known by its institution, though that signs it too (Google Scholar, “Inclusion Guidelines for Webmasters”).
    let publishers = if is_report { resource.publishers.clone() } else { work.stated_publishers() };
    for publisher in &publishers {
        put(if is_report { "citation_technical_report_institution" } else { "citation_publisher" }, publisher);
    }
    put("citation_doi", &doi(resource).unwrap_or_default());
    put("citation_public_url", &url);
    put("citation_language", language(resource, head).unwrap_or_default());
    put("citation_keywords", &context.keywords(resource).join("; "));
    put("citation_abstract", resource.summary.as_deref().unwrap_or_default());
    let Contributors { authors, editors, translators, guests, .. } = contributors(resource, context);
    authors.list.iter().for_each(|name| put("DC.creator", &name.natural()));
    let others = editors.list.iter().chain(&translators.list).chain(&guests.list);
    others.for_each(|name| put("DC.contributor", &name.natural()));
    dublin_core(resource, context, [&url, &extended_date(work.date)], &mut put);
    pairs
}

fn dublin_core(
    resource: &Resource,
    context: Context<'_>,
    [url, date]: [&str; 2],
    put: &mut dyn FnMut(&'static str, &str),
) {
    let head = context.head;
    let mut all = |name: &'static str, texts: &[String]| texts.iter().for_each(|text| put(name, text));
    all("DC.publisher", &resource.publishers);
    all("DC.subject", &subjects(resource, context));
    all("DC.source", &resource.sources);
    all("DCTERMS.audience", &labels(context, List::Audiences, &resource.audiences));
    all("DCTERMS.educationLevel", &labels(context, List::Levels, &resource.levels));
    all("DCTERMS.spatial", &resource.places);
    put("DC.title", &resource.title);
    put("DC.date", date);
    put("DC.type", type_label(resource, context));
    put("DC.description", resource.summary.as_deref().unwrap_or_default());
    put("DC.identifier", url);
    put("DC.language", language(resource, head).unwrap_or_default());
    put("DCTERMS.accessRights", resource.access.as_deref().map_or("", |id| label(context, List::Access, id)));
}
