//! CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, a row of names, CR LF.
//!
//! The names are the catalog's keys, then the organization's own fields. Themes, types and other terms are written as readers
//! see them; several values of a cell have `; ` between them. A cell that a spreadsheet would take for a formula begins with an
//! apostrophe (OWASP, “CSV Injection”).

use super::{label, labels};
use crate::catalog::{Head, Resource};

const KEYS: [&str; 19] = [
    "id",
    "title",
    "summary",
    "url",
    "authors",
    "publishers",
    "published",
    "type",
    "themes",
    "audiences",
    "levels",
    "places",
    "keywords",
    "language",
    "access",
    "pages",
    "minutes",
    "sources",
    "confidence",
];

/// What stands between several values of a cell.
const BETWEEN: &str = "; ";

/// The names of the columns.
pub fn columns(head: &Head) -> Vec<&str> {
    KEYS.into_iter().chain(head.fields.iter().map(|field| field.id.as_str())).collect()
}

pub(super) fn head(head: &Head, out: &mut String) {
    out.push('\u{feff}');
    let columns: Vec<String> = columns(head).into_iter().map(str::to_owned).collect();
    put_row(&columns, out);
}

pub(super) fn row(resource: &Resource, head: &Head, out: &mut String) {
    let words = &head.vocabulary;
    let one = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let all = |texts: &[String]| texts.join(BETWEEN);
    let term = |terms, id: &Option<String>| id.as_deref().map_or(String::new(), |id| label(terms, id).to_owned());
    let cells = [
        resource.id.clone(),
        resource.title.clone(),
        one(&resource.summary),
        one(&resource.url),
        all(&resource.author_names()),
        all(&resource.publishers),
        resource.published.map(|date| date.to_string()).unwrap_or_default(),
        term(&words.types, &resource.r#type),
        all(&labels(&words.themes, &resource.themes)),
        all(&labels(&words.audiences, &resource.audiences)),
        all(&labels(&words.levels, &resource.levels)),
        all(&resource.places),
        all(&resource.keywords),
        one(&resource.language),
        term(&words.access, &resource.access),
        number(resource.pages),
        number(resource.minutes),
        all(&resource.sources),
        one(&resource.confidence),
    ];
    let own = head.fields.iter().map(|field| all(&resource.extra_values(&field.id)));
    put_row(&cells.into_iter().chain(own).collect::<Vec<String>>(), out);
}

fn put_row(cells: &[String], out: &mut String) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        put_cell(cell, out);
    }
    out.push_str("\r\n");
}

fn put_cell(text: &str, out: &mut String) {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(text);
    }
}
