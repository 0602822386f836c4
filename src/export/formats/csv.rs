//! CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, a row of names, CR LF.
//!
//! The names are the catalog's keys, then the organization's own fields. Themes, types and other terms are written as readers
//! see them; several values of a cell have `; ` between them. Cells are written by [`crate::export::cells`], which keeps spreadsheets from
//! running them as formulas.

use crate::catalog::{FieldKind, Head, Resource, decimal};
use crate::export::cells::{BYTE_ORDER_MARK, CellKind, put_row};
use crate::export::labels::{label, labels};

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

pub(in crate::export) fn head(head: &Head, out: &mut String) {
    out.push(BYTE_ORDER_MARK);
    put_row(columns(head).into_iter().map(|column| (column, CellKind::Text)), out);
}

pub(in crate::export) fn row(resource: &Resource, head: &Head, out: &mut String) {
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
    let own = head.fields.iter().map(|field| {
        let text = all(&resource.extra_values(&field.id));
        let is_number = field.kind == FieldKind::Number && decimal(&text).is_some();
        (text, if is_number { CellKind::Number } else { CellKind::Text })
    });
    let cells: Vec<(String, CellKind)> = cells.into_iter().map(|text| (text, CellKind::Text)).chain(own).collect();
    put_row(cells.iter().map(|(text, kind)| (text.as_str(), *kind)), out);
}
