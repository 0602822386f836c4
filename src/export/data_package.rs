//! A catalog as a Frictionless data package (specs.frictionlessdata.io, “Tabular Data Package”, version 1): its tables as CSV, and a
//! descriptor that says what each column holds.
//!
//! The columns are those of the CSV export. Several values of a cell have `; ` between them; cells that a spreadsheet would run as
//! a formula have an apostrophe before them.

use serde_json::{Map, Value, json};

use super::cells::{BYTE_ORDER_MARK, csv_table};
use super::formats::{Format, columns};
use super::writer::export;
use crate::catalog::{Catalog, FIELDS, Field, FieldKind, FieldType, Head, List, decimal};

/// The names of the files.
const DESCRIPTOR: &str = "datapackage.json";
const RESOURCES: &str = "resources.csv";
const TERMS: &str = "terms.csv";

/// The files of the package, each with its name and its text.
pub fn data_package(catalog: &Catalog) -> Vec<(&'static str, String)> {
    let plain = |csv: String| csv.trim_start_matches(BYTE_ORDER_MARK).to_owned();
    let resources = plain(export(Format::Csv, &catalog.head, catalog.resources.iter().cloned()));
    let terms = plain(csv_table(&terms(&catalog.head)));
    let descriptor = serde_json::to_string_pretty(&descriptor(catalog)).unwrap_or_default() + "\n";
    vec![(DESCRIPTOR, descriptor), (RESOURCES, resources), (TERMS, terms)]
}

/// The descriptor.
fn descriptor(catalog: &Catalog) -> Value {
    let head = &catalog.head;
    let mut package = Map::new();
    package.insert("profile".to_owned(), "tabular-data-package".into());
    package.insert("name".to_owned(), name(head).into());
    let texts = [
        ("id", &head.id),
        ("description", &head.description),
        ("homepage", &head.homepage),
        ("version", &head.updated),
    ];
    package.insert("title".to_owned(), head.title.as_str().into());
    for (key, text) in texts {
        if let Some(text) = text {
            package.insert(key.to_owned(), text.as_str().into());
        }
    }
    if let Some(license) = &head.license {
        // The name of a licence is an identifier, its title any text.
        package.insert("licenses".to_owned(), json!([{"title": license, "name": "other"}]));
    }
    let own = |id: &str| head.fields.iter().find(|field| field.id == id);
    let fields: Vec<Value> = columns(head).into_iter().map(|column| field(catalog, column, own(column))).collect();
    let terms: Vec<Value> =
        TERM_COLUMNS.iter().map(|(name, text)| json!({"name": name, "type": "string", "description": text})).collect();
    package.insert(
        "resources".to_owned(),
        json!([table(RESOURCES, &fields, &["id"]), table(TERMS, &terms, &["list", "id"])]),
    );
    Value::Object(package)
}

/// A table of the package.
fn table(path: &str, fields: &[Value], key: &[&str]) -> Value {
    json!({
        "name": path.trim_end_matches(".csv"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": {"fields": fields, "primaryKey": key, "missingValues": [""]},
    })
}

/// The name of the package: small letters, digits and hyphens alone, as the specification asks.
fn name(head: &Head) -> String {
    let id = head.id.as_deref().unwrap_or(&head.title).to_lowercase();
    let name =
        id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if name.is_empty() { "catalog".to_owned() } else { name }
}

/// What a column holds, as a field of a Table Schema.
fn field(catalog: &Catalog, column: &str, own: Option<&Field>) -> Value {
    if let Some(own) = own {
        let texts =
            || catalog.resources.iter().map(|resource| resource.extra_values(&own.id)).filter(|of| !of.is_empty());
        let are_numbers = own.kind == FieldKind::Number && texts().all(|of| of.len() == 1 && decimal(&of[0]).is_some());
        let of = if are_numbers { "number" } else { "string" };
        return json!({"name": column, "title": own.label, "type": of});
    }
    let row = FIELDS.into_iter().find(|(key, _)| *key == column);
    let (of, text) = row.map_or(("string", ""), |(_, field)| described(field));
    let mut field = json!({"name": column, "type": of, "description": text});
    if ["id", "title"].contains(&column) {
        field["constraints"] = json!({"required": true});
    }
    field
}

/// The type and the meaning of a built-in column.
fn described(field: FieldType) -> (&'static str, &'static str) {
    match field {
        FieldType::Id => ("string", "Stable id, unique in the catalog."),
        FieldType::Title => ("string", "Title as published."),
        FieldType::Summary => ("string", "What it says, in a few sentences."),
        FieldType::Url => ("string", "Where it is: an http, https, mailto or doi address."),
        FieldType::Doi => ("string", "Its DOI, bare."),
        FieldType::Authors => ("string", "Persons or bodies that wrote it, with “; ” between them."),
        FieldType::Volume => ("string", "Volume of what it appeared in."),
        FieldType::Issue => ("string", "Issue of the volume."),
        FieldType::PageRange => ("string", "Its pages in what it appeared in."),
        FieldType::Published => ("string", "Date of publication: YYYY, YYYY-MM or YYYY-MM-DD, or as it is known."),
        FieldType::One(List::Type) => ("string", "What it is; the label of a term of the list “type”."),
        FieldType::One(List::Access) => ("string", "How it can be had; the label of a term of the list “access”."),
        FieldType::One(List::Language) => ("string", "BCP 47 code of its language, where it is not the catalog’s."),
        FieldType::One(_) => ("string", "What it appeared in."),
        FieldType::Many(List::Themes) => ("string", "What it is about: labels of terms, with “; ” between them."),
        FieldType::Many(List::Audiences) => ("string", "For whom it is: labels of terms, with “; ” between them."),
        FieldType::Many(List::Levels) => ("string", "Stages of schooling: labels of terms, with “; ” between them."),
        FieldType::Many(List::Places) => ("string", "Places that it is about, with “; ” between them."),
        FieldType::Many(List::Publishers) => ("string", "Organizations that published it, with “; ” between them."),
        FieldType::Many(_) => ("string", "Free words, with “; ” between them."),
        FieldType::Pages => ("integer", "Number of pages."),
        FieldType::Minutes => ("integer", "Running time in minutes."),
        FieldType::Sources => ("string", "What the record rests on, with “; ” between them."),
        FieldType::Confidence => ("string", "How sure the record’s facts are: high, medium or low."),
        FieldType::Extra => ("string", ""),
    }
}

/// The columns of the table of terms.
const TERM_COLUMNS: [(&str, &str); 5] = [
    ("list", "The field of resources whose values the terms are."),
    ("id", "Stable id of the term, unique in its list."),
    ("label", "What readers see, and the other table has."),
    ("parent", "Id of the broader term."),
    ("definition", "What the term means."),
];

/// The terms of the vocabulary, a row each below the names of the columns.
fn terms(head: &Head) -> Vec<Vec<String>> {
    let mut rows = vec![TERM_COLUMNS.iter().map(|(name, _)| (*name).to_owned()).collect()];
    for list in List::ALL {
        for term in head.vocabulary.terms(list) {
            let of = |text: &Option<String>| text.clone().unwrap_or_default();
            rows.push(vec![
                list.key().to_owned(),
                term.id.clone(),
                term.label.clone(),
                of(&term.parent),
                of(&term.definition),
            ]);
        }
    }
    rows
}
