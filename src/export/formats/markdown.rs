//! Markdown (CommonMark): a numbered list of linked titles, each with who, where, when, what, and its summary.

use std::fmt::Write as _;

use super::html::facts;
use crate::catalog::{Resource, doi_address, href};
use crate::export::context::Context;
use crate::export::escape::markdown;
use crate::export::identifier::doi_beside_address;
use crate::export::item::{FormatWriter, Heading, Item};

/// Writes Markdown.
#[derive(Debug)]
pub(in crate::export) struct Markdown;

impl FormatWriter for Markdown {
    fn open(&mut self, heading: &Heading<'_>, out: &mut String) {
        if !heading.title.is_empty() {
            let _ = write!(out, "# {}\n\n", markdown(heading.title));
        }
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        put(item.resource, item.context, item.n, item.note, out);
    }
}

fn put(resource: &Resource, context: Context<'_>, n: usize, note: &str, out: &mut String) {
    let title = markdown(&resource.title);
    let _ = match resource.url.as_deref().and_then(href) {
        Some(link) => {
            write!(out, "{n}. [{title}](<{}>)", link.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C"))
        }
        None => write!(out, "{n}. {title}"),
    };
    // What belongs to an item is indented as far as its text.
    let indent = " ".repeat(n.to_string().len() + 2);
    let facts = facts(resource, context);
    if !facts.is_empty() {
        let _ = write!(out, "  \n{indent}{}", markdown(&facts));
    }
    if let Some(doi) = doi_beside_address(resource) {
        let _ = write!(out, "  \n{indent}<{}>", doi_address(&doi));
    }
    out.push('\n');
    if let Some(summary) = &resource.summary {
        let _ = write!(out, "\n{indent}{}\n", markdown(summary));
    }
    // The reader's own words are a quotation, a paragraph a line.
    for (at, line) in note.lines().map(markdown).filter(|line| !line.is_empty()).enumerate() {
        let _ =
            if at == 0 { writeln!(out, "\n{indent}> {line}") } else { writeln!(out, "{indent}>\n{indent}> {line}") };
    }
    out.push('\n');
}
