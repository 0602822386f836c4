//! The cells of `OpenDocument` spreadsheets (`OpenDocument` 1.3 part 3, chapter 9), as the sheet shows them.
//!
//! Read from `content.xml` itself: readers of spreadsheets give values, but not the addresses of cells, what is merged and what is hidden.

use std::borrow::Cow;

use super::archive::{Hidden, attribute};
use super::sheet::{Sheet, hide};
use crate::catalog::{HashMap, HashSet};
use crate::import::failure::Failure;
use crate::import::tables::table::{MOST_COLUMNS, Row};
use crate::import::values::clean::{address_of_formula, hyperlink, unescaped};
use crate::limits::{IMPORT_CELLS, IMPORT_UNPACKED_BYTES};

/// Columns whose visibility is kept.
const MOST_HIDDEN: usize = 20_000;

/// The sheets of a workbook by its `content.xml`; in those that are asked for, what is hidden is read as well.
pub(super) fn read(content: &str, asked: &[String]) -> Result<Vec<Sheet>, Failure> {
    let mut reader = Reader { hidden_styles: hidden_styles(content), ..Reader::default() };
    for part in content.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        reader.tag(tag);
        if reader.is_in_text() {
            reader.cell.text.push_str(&unescaped(text));
        }
        if reader.is_too_large() {
            let why = "its cells are more than are read: save it as CSV";
            return Err(Failure::Broken(format!("sheet {}: {why}", reader.sheet.name)));
        }
    }
    let mut sheets = reader.sheets;
    for (sheet, hidden) in &mut sheets {
        if !asked.contains(&sheet.name) {
            hide(sheet, hidden);
        }
    }
    Ok(sheets.into_iter().map(|(sheet, _)| sheet).collect())
}

/// The names of the styles of sheets that are not shown.
fn hidden_styles(content: &str) -> HashSet<String> {
    let mut hidden = HashSet::default();
    let mut style = None;
    for tag in content.split('<').filter_map(|part| part.split('>').next()) {
        if tag.starts_with("style:style ") {
            style = attribute(tag, "name");
        } else if tag.starts_with("style:table-properties ") && tag.contains("table:display=\"false\"") {
            hidden.extend(style.take());
        } else if tag.starts_with("office:body") {
            break;
        }
    }
    hidden
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    /// What it shows: its paragraphs, a line each.
    text: String,
    /// Its value where that is surer than what is shown: a date, a truth, a time.
    value: Option<String>,
    address: Option<String>,
    /// How many columns it stands in, and how many rows it is merged over.
    n_columns: usize,
    n_rows: usize,
    is_covered: bool,
}

#[derive(Debug, Default)]
struct Reader {
    sheets: Vec<(Sheet, Hidden)>,
    hidden_styles: HashSet<String>,
    sheet: Sheet,
    hidden: Hidden,
    row: Vec<Cow<'static, str>>,
    /// How often the row stands, and where it begins.
    n_rows: usize,
    line: usize,
    n_columns: usize,
    cell: Cell,
    /// The texts of merged cells by their columns, with the rows that they cover yet.
    merged: HashMap<usize, (usize, String)>,
    /// Open paragraphs of the cell, and open remarks on it, which are not read.
    n_paragraphs: usize,
    n_remarks: usize,
    n_cells: usize,
    /// Bytes of the texts of all cells, of those that are repeated as often as they stand.
    n_bytes: usize,
}

impl Reader {
    fn is_too_large(&self) -> bool {
        self.n_cells > IMPORT_CELLS || self.n_bytes > IMPORT_UNPACKED_BYTES
    }

    fn is_in_text(&self) -> bool {
        self.n_paragraphs > 0 && self.n_remarks == 0
    }

    fn tag(&mut self, tag: &str) {
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let name = tag.split(char::is_whitespace).next().unwrap_or_default();
        match name {
            "office:annotation" if !is_empty => {
                self.n_remarks += 1;
                self.hidden.n_comments += 1;
            }
            "/office:annotation" => self.n_remarks = self.n_remarks.saturating_sub(1),
            _ if self.n_remarks > 0 => {}
            "table:table" => self.begin_sheet(tag),
            "/table:table" => self.sheets.push((std::mem::take(&mut self.sheet), std::mem::take(&mut self.hidden))),
            "table:table-column" => self.column(tag),
            "table:table-row" => {
                self.n_rows = repeated(tag, "number-rows-repeated");
                if is_hidden(tag) {
                    self.hidden.rows.push(self.line..self.line.saturating_add(self.n_rows));
                }
            }
            "/table:table-row" => self.end_row(),
            "table:table-cell" | "table:covered-table-cell" => {
                self.begin_cell(tag, name.contains("covered"));
                if is_empty {
                    self.end_cell();
                }
            }
            "/table:table-cell" | "/table:covered-table-cell" => self.end_cell(),
            "text:p" if !is_empty => {
                if !self.cell.text.is_empty() {
                    self.cell.text.push('\n');
                }
                self.n_paragraphs += 1;
            }
            "/text:p" => self.n_paragraphs = self.n_paragraphs.saturating_sub(1),
            "text:a" => self.cell.address = attribute(tag, "href").map(|href| unescaped(&href)),
            "text:s" => self.cell.text.push_str(&" ".repeat(repeated(tag, "c").min(100))),
            "text:tab" => self.cell.text.push('\t'),
            "text:line-break" => self.cell.text.push('\n'),
            _ => {}
        }
    }

    fn begin_sheet(&mut self, tag: &str) {
        let name = attribute(tag, "name").map(|name| unescaped(&name)).unwrap_or_default();
        let is_hidden = attribute(tag, "style-name").is_some_and(|style| self.hidden_styles.contains(&style));
        self.sheet = Sheet { name, is_hidden, ..Sheet::default() };
        self.hidden = Hidden::default();
        self.merged.clear();
        (self.line, self.n_columns) = (0, 0);
    }

    fn column(&mut self, tag: &str) {
        let n = repeated(tag, "number-columns-repeated");
        if is_hidden(tag) {
            self.hidden.columns.extend(self.n_columns..self.n_columns.saturating_add(n).min(MOST_HIDDEN));
        }
        self.n_columns = self.n_columns.saturating_add(n);
    }

    fn begin_cell(&mut self, tag: &str, is_covered: bool) {
        let of = |key| attribute(tag, key);
        let value = match of("value-type").as_deref() {
            Some("date") => of("date-value").map(|date| date.trim_end_matches("T00:00:00").replace('T', " ")),
            Some("boolean") => of("boolean-value").map(|is| if is == "true" { "True" } else { "False" }.to_owned()),
            Some("time") => of("time-value").map(|time| of_duration(&time)),
            // What is shown of a long number has lost digits.
            Some("float") => {
                of("value").filter(|value| value.len() > 9 && value.bytes().all(|byte| byte.is_ascii_digit()))
            }
            Some("string") => of("string-value").map(|text| unescaped(&text)),
            _ => None,
        };
        let (n_columns, n_rows) = (repeated(tag, "number-columns-repeated"), repeated(tag, "number-rows-spanned"));
        let formula = of("formula").map(|formula| unescaped(&formula));
        let address = formula.as_deref().and_then(|formula| address_of_formula(formula.strip_prefix("of:")?));
        self.cell = Cell { value, address, n_columns, n_rows, is_covered, ..Cell::default() };
        self.n_paragraphs = 0;
    }

    fn end_cell(&mut self) {
        let Cell { text, value, address, n_columns, n_rows, is_covered } = std::mem::take(&mut self.cell);
        let mut text = value.unwrap_or(text);
        let column = self.row.len();
        if let Some((_, above)) = self.merged.get(&column).filter(|_| is_covered) {
            text.clone_from(above);
        } else if let Some(address) = address.filter(|address| *address != text && !text.is_empty()) {
            text = hyperlink(&address, &text);
        }
        if n_rows > 1 && !text.is_empty() {
            self.merged.insert(column, (n_rows, text.clone()));
        }
        let n = n_columns.min(MOST_COLUMNS.saturating_sub(column));
        // Of a cell that is merged over columns too, the first alone holds the text.
        let n_filled = if is_covered { n.min(1) } else { n };
        self.n_bytes = self.n_bytes.saturating_add(text.len().saturating_mul(n_filled));
        if self.is_too_large() {
            return;
        }
        self.row.extend(std::iter::repeat_n(Cow::Owned(text), n_filled));
        self.row.extend(std::iter::repeat_n(Cow::Borrowed(""), n - n_filled));
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.row);
        let n = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
        cells.truncate(n);
        let first = self.line + 1;
        self.line = self.line.saturating_add(self.n_rows);
        self.merged.retain(|_, (n_left, _)| {
            *n_left = n_left.saturating_sub(self.n_rows);
            *n_left > 0
        });
        // A row that is repeated without end is refused with its sheet, and is not made before.
        self.n_cells = self.n_cells.saturating_add(n.saturating_mul(self.n_rows));
        let n_bytes: usize = cells.iter().map(|cell| cell.len()).sum();
        self.n_bytes = self.n_bytes.saturating_add(n_bytes.saturating_mul(self.n_rows.saturating_sub(1)));
        if n > 0 && !self.is_too_large() {
            let row = |line| Row { line, cells: cells.clone() };
            self.sheet.rows.extend((first..first + self.n_rows).map(row));
        }
    }
}

/// How often something stands; once where nothing says so.
fn repeated(tag: &str, key: &str) -> usize {
    attribute(tag, key).and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// Whether a row or column is hidden, or is left out by a filter.
fn is_hidden(tag: &str) -> bool {
    attribute(tag, "visibility").is_some_and(|visibility| visibility != "visible")
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
