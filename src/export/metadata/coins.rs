//! A `COinS` title: an `OpenURL` 1.0 (ANSI/NISO Z39.88-2004) in key and value pairs, put into the title of an empty `span` of
//! class `Z3988`, which reference managers find in a page.

use super::beginning_of;
use crate::catalog::{Resource, href};
use crate::export::citation::{Contributors, Name, Work};
use crate::export::context::Context;
use crate::export::identifier::doi;
use crate::export::kind::{Class, Kind};
use crate::export::labels::language;
use crate::text::push_encoded;

/// The class of a `COinS` span.
pub const COINS: &str = "Z3988";

/// The title of the `COinS` span of a resource: not yet escaped for HTML. Of each list at most [`VALUES_DRAWN`](crate::limits::VALUES_DRAWN) values.
pub fn coins<'a>(resource: &Resource, context: impl Into<Context<'a>>) -> String {
    let context = context.into();
    let resource = &*beginning_of(resource);
    let mut out = String::from("ctx_ver=Z39.88-2004");
    let mut put = |key: &str, value: &str| {
        if !value.trim().is_empty() {
            out.push('&');
            out.push_str(key);
            out.push('=');
            push_encoded(&mut out, value.trim());
        }
    };
    let work = Work::of(resource, context, None);
    let kind = work.kind;
    let (form, genre, title) = match kind.csl {
        "article-magazine" | "article-journal" | "article-newspaper" => ("journal", "article", "rft.atitle"),
        "book" => ("book", "book", "rft.btitle"),
        "chapter" | "paper-conference" => ("book", "bookitem", "rft.atitle"),
        "report" => ("book", "report", "rft.btitle"),
        _ => ("dc", "", "rft.title"),
    };
    put("rft_val_fmt", &format!("info:ofi/fmt:kev:mtx:{form}"));
    put("rft.genre", genre);
    put("rft.type", if form == "dc" { zotero(kind) } else { "" });
    put(title, &resource.title);
    put("rft.btitle", work.container.filter(|_| kind.class == Class::Chapter).unwrap_or_default());
    put("rft.jtitle", work.container.filter(|_| form == "journal").unwrap_or_default());
    let Contributors { authors, editors, translators, guests, .. } = work.stated_contributors();
    if form == "dc" {
        authors.list.iter().for_each(|name| put("rft.creator", &name.split_by_commas()));
        let others = editors.list.iter().chain(&translators.list).chain(&guests.list);
        others.for_each(|name| put("rft.contributor", &name.split_by_commas()));
    } else {
        // These formats know authors alone: editors are named where they sign.
        let authors = if authors.list.is_empty() { editors.list } else { authors.list };
        match authors.first() {
            Some(Name::Person(person)) => {
                put("rft.aulast", &person.full_family());
                put("rft.aufirst", &person.given);
                put("rft.ausuffix", &person.suffix);
            }
            Some(Name::Body(body)) => put("rft.aucorp", body),
            None => {}
        }
        authors.iter().skip(1).for_each(|author| put("rft.au", &author.split_by_commas()));
    }
    put(if form == "dc" { "rft.publisher" } else { "rft.pub" }, &work.stated_publishers().join("; "));
    for (key, text) in ["rft.volume", "rft.issue", "rft.pages"].iter().zip(work.locators()) {
        put(key, if form == "journal" || kind.class == Class::Chapter { &text } else { "" });
    }
    put("rft.date", &work.date.date.map(|date| date.to_string()).unwrap_or_default());
    if form == "dc" {
        put("rft.description", resource.summary.as_deref().unwrap_or_default());
        put("rft.language", language(resource, context.head).unwrap_or_default());
    }
    put("rft_id", &doi(resource).map(|doi| format!("info:doi/{doi}")).unwrap_or_default());
    put("rft_id", &resource.url.as_deref().and_then(href).unwrap_or_default());
    put("rft.identifier", &resource.url.as_deref().and_then(href).filter(|_| form == "dc").unwrap_or_default());
    out
}

/// What Zotero calls a type that `OpenURL` has no format for.
fn zotero(kind: Kind) -> &'static str {
    match kind.ris {
        "BLOG" => "blogPost",
        "VIDEO" => "videoRecording",
        "SOUND" => "podcast",
        "ELEC" => "webpage",
        _ => "document",
    }
}
