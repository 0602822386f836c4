//! The cells of `OpenDocument` spreadsheets, as text.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, Ods, Reader, SheetVisible};

use super::format::shown;
use super::sheet::Sheet;
use crate::import::failure::Failure;
use crate::import::tables::table::{MOST_COLUMNS, Row};

/// The sheets of a workbook.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Failure> {
    let broken = |error: calamine::OdsError| Failure::Broken(error.to_string());
    let mut book: Ods<Cursor<&[u8]>> = Ods::new(Cursor::new(bytes)).map_err(broken)?;
    let metas: Vec<calamine::Sheet> = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for meta in metas {
        let range = book.worksheet_range(&meta.name).map_err(broken)?;
        let is_hidden = meta.visible != SheetVisible::Visible;
        let mut sheet = Sheet { name: meta.name, is_hidden, ..Sheet::default() };
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (at, cells) in range.rows().enumerate() {
            let before = (0..first_column).map(|_| Cow::Borrowed(""));
            let cells = before.chain(cells.iter().map(|cell| Cow::Owned(text(cell)))).take(MOST_COLUMNS);
            let row = Row { line: first_row as usize + at + 1, cells: cells.collect() };
            if !row.is_blank() {
                sheet.rows.push(row);
            }
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// A cell as text.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => shown(*number, "General"),
        Data::Bool(is) => if *is { "True" } else { "False" }.to_owned(),
        Data::DateTime(date) => shown(date.as_f64(), "General"),
        Data::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        Data::DurationIso(text) => of_duration(text),
        Data::Error(error) => error.to_string(),
    }
}

/// `PT01H30M05S` (ISO 8601) as `1:30:05`.
fn of_duration(text: &str) -> String {
    let Some(rest) = text.strip_prefix("PT") else { return text.to_owned() };
    let mut parts = [0_u64; 3];
    let mut digits = String::new();
    for c in rest.chars() {
        let at = match c {
            'H' => 0,
            'M' => 1,
            'S' => 2,
            c => {
                digits.push(c);
                continue;
            }
        };
        let whole = digits.split(['.', ',']).next().unwrap_or_default();
        parts[at] = whole.parse().unwrap_or(0);
        digits.clear();
    }
    format!("{}:{:02}:{:02}", parts[0], parts[1], parts[2])
}
