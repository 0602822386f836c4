//! Markdown (CommonMark): a numbered list of linked titles, each with who, where, when, what, and its summary.

use std::fmt::Write as _;

use super::html::facts;
use crate::catalog::{Head, Resource, href};
use crate::export::escape::line;

pub(in crate::export) fn open(title: &str, out: &mut String) {
    if !title.is_empty() {
        let _ = write!(out, "# {}\n\n", plain(title));
    }
}

pub(in crate::export) fn item(resource: &Resource, head: &Head, n: usize, note: &str, out: &mut String) {
    let title = plain(&resource.title);
    let _ = match resource.url.as_deref().and_then(href) {
        Some(link) => {
            write!(out, "{n}. [{title}](<{}>)", link.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C"))
        }
        None => write!(out, "{n}. {title}"),
    };
    // What belongs to an item is indented as far as its text.
    let indent = " ".repeat(n.to_string().len() + 2);
    let facts = facts(resource, head);
    if !facts.is_empty() {
        let _ = write!(out, "  \n{indent}{}", plain(&facts));
    }
    out.push('\n');
    if let Some(summary) = &resource.summary {
        let _ = write!(out, "\n{indent}{}\n", plain(summary));
    }
    // The reader's own words are a quotation, a paragraph a line.
    for (at, line) in note.lines().map(plain).filter(|line| !line.is_empty()).enumerate() {
        let _ =
            if at == 0 { writeln!(out, "\n{indent}> {line}") } else { writeln!(out, "{indent}>\n{indent}> {line}") };
    }
    out.push('\n');
}

/// A text on one line in which no sign has a meaning.
pub(in crate::export) fn plain(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_sign = "\\`*_[]<>&~|$".contains(c);
        // What would begin a heading, a list or a quotation, at the start of a line alone.
        let begins = "#+-=:!".contains(c) && at == 0;
        let numbers = ".)".contains(c) && at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit());
        if is_sign || begins || numbers {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
