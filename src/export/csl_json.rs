//! CSL-JSON: a list of items as citation processors take them (CSL 1.0.2, `csl-data.json`).

use super::citation::{Name, container, name};
use super::kind::Kind;
use super::object::Object;
use super::{doi, language, type_label};
use crate::catalog::{Head, PartialDate, Resource, href};

pub(super) fn item(resource: &Resource, head: &Head, out: &mut String) {
    let mut item = Object::new(out);
    item.text("id", &resource.id);
    item.text("type", Kind::of(resource).csl);
    item.text("title", &resource.title);
    let authors: Vec<Name> = resource.authors.iter().map(|author| name(author, &resource.publishers)).collect();
    item.list("author", authors.len(), &mut |list, at| list.object("", &mut |object| put_name(object, &authors[at])));
    item.text("container-title", container(resource).unwrap_or_default());
    item.text("publisher", &resource.publishers.join("; "));
    if let Some(date) = resource.published {
        item.object("issued", &mut |object| object.raw("date-parts", &date_parts(date)));
    }
    item.text("genre", type_label(resource, head));
    item.text("URL", &resource.url.as_deref().and_then(href).unwrap_or_default());
    item.some("DOI", doi(resource));
    item.some("abstract", resource.summary.as_deref());
    item.text("keyword", &super::subjects(resource, head).join("; "));
    item.some("language", language(resource, head));
    if let Some(pages) = resource.pages {
        item.raw("number-of-pages", &pages.to_string());
    }
    item.text("dimensions", &resource.minutes.map(|minutes| format!("{minutes} min.")).unwrap_or_default());
    item.end();
}

fn put_name(object: &mut Object<'_>, name: &Name) {
    match name {
        Name::Person { family, given, suffix } => {
            object.text("family", family);
            object.text("given", given);
            object.text("suffix", suffix);
        }
        Name::Body(body) => object.text("literal", body),
    }
}

/// As many parts as are stated.
fn date_parts(date: PartialDate) -> String {
    let parts = [Some(date.year()), date.month().map(u16::from), date.day().map(u16::from)];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.to_string()).collect();
    format!("[[{}]]", parts.join(","))
}
