//! Plain HTML: a numbered list without any style, which word processors take over as a list with links.

use std::fmt::Write as _;

use crate::catalog::{Head, Resource, doi_address, href};
use crate::export::citation::{contributors, shown_date};
use crate::export::context::Context;
use crate::export::escape::{html, line};
use crate::export::identifier::doi_beside_address;
use crate::export::item::{FormatWriter, Heading, Item};
use crate::export::labels::{language, type_label};

/// Writes plain HTML.
#[derive(Debug)]
pub(in crate::export) struct Html;

impl FormatWriter for Html {
    fn open(&mut self, heading: &Heading<'_>, out: &mut String) {
        open(heading.head, heading.title, out);
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        put(item.resource, item.context, item.note, out);
    }

    fn finish(&mut self, out: &mut String) {
        out.push_str("</ol>\n</body>\n</html>\n");
    }
}

fn open(head: &Head, title: &str, out: &mut String) {
    let title = html(&line(title));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><title>{title}</title></head>\n<body>\n",
        html(head.language.as_deref().unwrap_or("en"))
    );
    if !title.is_empty() {
        let _ = writeln!(out, "<h1>{title}</h1>");
    }
    out.push_str("<ol>\n");
}

fn put(resource: &Resource, context: Context<'_>, note: &str, out: &mut String) {
    let head = context.head;
    let lang = language(resource, head).filter(|lang| Some(*lang) != head.language.as_deref());
    let lang = lang.map(|lang| format!(" lang=\"{}\"", html(lang))).unwrap_or_default();
    let title = html(&line(&resource.title));
    let _ = match resource.url.as_deref().and_then(href) {
        Some(link) => write!(out, "<li{lang}><p><a href=\"{}\">{title}</a>", html(&link)),
        None => write!(out, "<li{lang}><p>{title}"),
    };
    let facts = facts(resource, context);
    if !facts.is_empty() {
        let _ = write!(out, "<br>{}", html(&facts));
    }
    if let Some(address) = doi_beside_address(resource).map(|doi| html(&doi_address(&doi))) {
        let _ = write!(out, "<br><a href=\"{address}\">{address}</a>");
    }
    out.push_str("</p>");
    if let Some(summary) = &resource.summary {
        let _ = write!(out, "<p>{}</p>", html(&line(summary)));
    }
    let lines: Vec<String> = note.lines().map(|one| html(&line(one))).filter(|line| !line.is_empty()).collect();
    if !lines.is_empty() {
        // The reader's own words.
        let _ = write!(out, "<blockquote>{}</blockquote>", lines.join("<br>"));
    }
    out.push_str("</li>\n");
}

/// Who, where, when and what, in a row.
pub(in crate::export) fn facts(resource: &Resource, context: Context<'_>) -> String {
    let parts = [
        contributors(resource, context).as_signed(),
        resource.publishers.join(", "),
        shown_date(resource),
        type_label(resource, context).to_owned(),
    ];
    let parts: Vec<String> = parts.iter().map(|part| line(part)).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
