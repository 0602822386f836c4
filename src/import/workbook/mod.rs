//! The tables of a workbook: Office Open XML (`.xlsx`) and `OpenDocument` (`.ods`).
//!
//! `archive` looks into the file before anything unpacks it, `xlsx` and `ods` give the cells of each sheet as text, `format` writes
//! numbers as the sheet shows them, `grid` cuts a sheet into tables. A hidden sheet, row or column is not published unasked.

mod archive;
mod format;
mod grid;
mod ods;
mod sheet;
mod xlsx;

use self::archive::Content;
use super::detect::Format;
use super::failure::Failure;
use super::names::{is_known, normalized};
use super::note::{Kind, Note, Place};
use super::pause::finish;
use super::source::Source;
use crate::import::tables::header;

/// The sources of a workbook: one for each sheet that was asked for, or that holds a table and is not hidden; `header` is the row of each that
/// names the columns, where a person said so.
pub(super) fn read(bytes: &[u8], asked: &[String], header: Option<usize>) -> Result<Vec<Source<'static>>, Failure> {
    let sheets = match archive::content(bytes)? {
        Content::Xlsx(hidden) => xlsx::read(bytes, &hidden, asked)?,
        Content::Ods(content) => ods::read(&content, asked)?,
        Content::Other => return Err(Failure::Format(Format::Archive)),
    };
    for name in asked {
        if !sheets.iter().any(|sheet| sheet.name == *name) {
            return Err(Failure::Sheet(name.clone()));
        }
    }
    let mut sources = Vec::new();
    let mut others: Vec<Source<'static>> = Vec::new();
    let mut left_out = Vec::new();
    for sheet in sheets.iter().filter(|sheet| asked.is_empty() || asked.contains(&sheet.name)) {
        let place = Place { sheet: Some(sheet.name.clone()), ..Place::default() };
        if sheet.is_hidden && asked.is_empty() {
            if !sheet.rows.is_empty() {
                left_out.push(Note::new(
                    Kind::NotPublished,
                    "hidden-sheet",
                    place,
                    "the sheet is hidden; it is not published",
                ));
            }
            continue;
        }
        for table in grid::tables(sheet) {
            let n_outside = table.n_outside;
            let mut source = finish(header::read(table, header));
            source.n_read += n_outside;
            let is_table = source.fields.iter().any(|field| is_known(&normalized(&field.name)));
            if source.items.is_empty() {
                // What a sheet without items says of itself is worth nothing.
            } else if is_table || !asked.is_empty() {
                sources.push(source);
            } else {
                others.push(source);
            }
        }
    }
    if sources.is_empty() && !others.is_empty() {
        sources.push(others.remove(0));
    }
    for other in others {
        let place = Place { sheet: other.sheet, ..Place::default() };
        left_out.push(Note::new(
            Kind::NotPublished,
            "no-table",
            place,
            "the sheet seems to hold no table of items; left out",
        ));
    }
    match sources.first_mut() {
        Some(first) => first.notes.extend(left_out),
        None => sources.push(Source { notes: left_out, ..Source::default() }),
    }
    Ok(sources)
}
