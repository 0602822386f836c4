//! A list is the same whether it comes as text or as a workbook.

use std::fmt::Write as _;
use std::fs;

use competency_explorer::catalog::{Catalog, Resource};
use competency_explorer::export::{Format, export};
use competency_explorer::import::{Options, read};

use super::hostile::{cell, workbook};

fn catalog(bytes: &[u8]) -> Catalog {
    read("list", bytes, &Options::default()).unwrap().catalog
}

/// The letters of a column of a sheet, from 0, among the first 26.
fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column).unwrap())
}

/// A workbook with the rows of a CSV.
fn as_workbook(table: &str) -> Vec<u8> {
    let mut rows = String::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table.as_bytes());
    for (at, record) in reader.records().map(Result::unwrap).enumerate() {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let cells = record.iter().enumerate().filter(|(_, text)| !text.is_empty());
        let cells = cells.map(|(column, text)| cell(&format!("{}{}", letter(column), at + 1), &escaped(text)));
        write!(rows, "<row r=\"{}\">{}</row>", at + 1, cells.collect::<String>()).unwrap();
    }
    workbook(&rows)
}

#[test]
fn the_samples_are_one_list() {
    let [text, workbook] = ["csv", "xlsx"].map(|ending| catalog(&fs::read(format!("public/sample.{ending}")).unwrap()));
    assert!(text.resources.len() > 3);
    assert_eq!(workbook.resources, text.resources);
    assert_eq!(workbook.head.vocabulary, text.head.vocabulary);
    assert_eq!(workbook.head.fields, text.head.fields);
}

#[test]
fn a_workbook_gives_what_the_same_table_gives_as_text() {
    let shipped = fs::read("public/catalog.json").unwrap();
    let (shipped, _) = competency_explorer::catalog::read(&shipped).unwrap();
    let resources: Vec<Resource> = shipped.resources.into_iter().step_by(7).collect();
    let table = export(Format::Csv, &shipped.head, resources.clone());
    let [text, workbook] = [table.clone().into_bytes(), as_workbook(&table)].map(|bytes| catalog(&bytes));
    assert_eq!(text.resources.len(), resources.len());
    assert_eq!(workbook.head.fields, text.head.fields);
    assert_eq!(workbook.head.vocabulary, text.head.vocabulary);
    for (one, other) in workbook.resources.iter().zip(&text.resources) {
        assert_eq!(one, other);
    }
}
