//! CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, a row of names, CR LF.
//!
//! The names are the catalog's keys, then the organization's own fields. Themes, types and other terms are written as readers
//! see them, DOIs bare; authors as the catalog has them, those that it states in parts as a text that is read as the same parts; several values of a cell have `; ` between them. Cells are written by [`crate::export::cells`], which keeps spreadsheets from
//! running them as formulas.

use crate::catalog::{Author, FIELDS, FieldKind, FieldType, Head, List, Resource, decimal};
use crate::export::cells::{BYTE_ORDER_MARK, CellKind, put_row};
use crate::export::context::Context;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Heading, Item};
use crate::export::labels::label;

/// What stands between several values of a cell.
const BETWEEN: &str = "; ";

/// The names of the columns.
pub fn columns(head: &Head) -> Vec<&str> {
    own_columns().map(|(key, _)| key).chain(head.fields.iter().map(|field| field.id.as_str())).collect()
}

/// Writes CSV.
#[derive(Debug)]
pub(in crate::export) struct Csv;

impl FormatWriter for Csv {
    fn open(&mut self, heading: &Heading<'_>, out: &mut String) {
        out.push(BYTE_ORDER_MARK);
        put_row(columns(heading.head).into_iter().map(|column| (column, CellKind::Text)), out);
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        row(item.resource, item.context, out);
    }
}

fn row(resource: &Resource, context: Context<'_>, out: &mut String) {
    let head = context.head;
    let built_in = own_columns().map(|(_, field)| (cell(resource, context, field), CellKind::Text));
    let own = head.fields.iter().map(|field| {
        let text = joined(&resource.extra_values(&field.id));
        let is_number = field.kind == FieldKind::Number && decimal(&text).is_some();
        (text, if is_number { CellKind::Number } else { CellKind::Text })
    });
    let cells: Vec<(String, CellKind)> = built_in.chain(own).collect();
    put_row(cells.iter().map(|(text, kind)| (text.as_str(), *kind)), out);
}

/// The fields that every catalog may have, each of which is a column.
fn own_columns() -> impl Iterator<Item = (&'static str, FieldType)> {
    FIELDS.into_iter().filter(|(_, field)| *field != FieldType::Extra)
}

fn joined(texts: &[impl std::borrow::Borrow<str>]) -> String {
    texts.join(BETWEEN)
}

/// The text of a field; of a term, its label.
fn cell(resource: &Resource, context: Context<'_>, field: FieldType) -> String {
    let one = |text: &Option<String>| text.clone().unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    match field {
        FieldType::Id => resource.id.clone(),
        FieldType::Title => resource.title.clone(),
        FieldType::Summary => one(&resource.summary),
        FieldType::Url => one(&resource.url),
        FieldType::Doi => doi(resource).unwrap_or_else(|| one(&resource.doi)),
        FieldType::Authors => joined(&resource.authors.iter().map(Author::as_text).collect::<Vec<_>>()),
        FieldType::Volume => one(&resource.volume),
        FieldType::Issue => one(&resource.issue),
        FieldType::PageRange => one(&resource.page_range),
        FieldType::Published => resource.published.as_ref().map(ToString::to_string).unwrap_or_default(),
        FieldType::Many(List::Keywords) => joined(&context.keywords(resource)),
        FieldType::One(list) | FieldType::Many(list) => {
            joined(&resource.list(list).iter().map(|id| label(context, list, id)).collect::<Vec<_>>())
        }
        FieldType::Pages => number(resource.pages),
        FieldType::Minutes => number(resource.minutes),
        FieldType::Sources => joined(&resource.sources),
        FieldType::Confidence => one(&resource.confidence),
        FieldType::Extra => String::new(),
    }
}
