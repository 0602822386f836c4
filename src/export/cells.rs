//! Rows of cells as text: the one writer of CSV, and of tables in Markdown.

use super::escape;

/// What a spreadsheet takes for the beginning of a formula, in either breadth of letters (OWASP, “CSV Injection”).
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What another program may take for the end of a cell or a row within a text: many read `;` for `,`.
const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];

/// Whether a part of a text would be read as a formula, or as one with the guard before it: behind blanks, quotation marks and
/// apostrophes, which programs drop, stands one of [`SIGNS`]. At the start of a text tabs are dropped as well, and guarded
/// whatever stands behind them.
fn needs_guard(part: &str, is_first: bool) -> bool {
    let behind = part.trim_start_matches(|c| is_dropped(c) || is_first && c == '\t');
    behind.starts_with(SIGNS) || is_first && part[..part.len() - behind.len()].contains('\t')
}

fn is_dropped(c: char) -> bool {
    c == '\'' || c == '"' || c == '\u{feff}' || c == '\u{200b}' || c.is_whitespace() && !SEPARATORS.contains(&c)
}

/// The parts of a text that a program may take for cells: up to each separator, those at the start left with the first.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let behind = text.trim_start_matches(|c| is_dropped(c) || c == '\t');
    let start = text.len() - behind.len();
    let end = behind.find(SEPARATORS).map_or(text.len(), |at| start + at + 1);
    let (first, rest) = text.split_at(end);
    [first].into_iter().chain(rest.split_inclusive(SEPARATORS))
}

/// A text as the content of a cell: an apostrophe, which spreadsheets take for "this is text", stands before whatever they would
/// read as a formula. A text that has such an apostrophe already gets another one, so that no two texts become the same;
/// [`read_cell`] takes exactly one off.
pub fn guarded_cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for (n, part) in parts(text).enumerate() {
        if needs_guard(part, n == 0) {
            out.push('\'');
        }
        out.push_str(part);
    }
    out
}

/// The text that a cell was written from: the reverse of [`guarded_cell`].
pub fn read_cell(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    for (n, part) in parts(cell).enumerate() {
        out.push_str(part.strip_prefix('\'').filter(|rest| needs_guard(rest, n == 0)).unwrap_or(part));
    }
    out
}

/// Appends a row of CSV (RFC 4180): commas between, CR LF at the end; quotation marks around a cell with a separator, a quotation
/// mark or a line break in it, those within doubled. A number is no formula and stays as it is.
pub(super) fn put_row<'a>(cells: impl IntoIterator<Item = (&'a str, CellKind)>, out: &mut String) {
    for (at, (text, kind)) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let text = escape::without_controls(text, "\t\r\n");
        let cell = if kind == CellKind::Number { text.into_owned() } else { guarded_cell(&text) };
        if cell.contains([',', '"']) || cell.contains(SEPARATORS) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// Any text.
    Text,
    /// Digits, perhaps with a sign and a point: for programs to count with.
    Number,
}

/// The sign that a file is UTF-8, which spreadsheets need.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// Rows of texts as CSV.
pub fn csv_table(rows: &[Vec<String>]) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    for row in rows {
        put_row(row.iter().map(|cell| (cell.as_str(), CellKind::Text)), &mut csv);
    }
    csv
}

/// Rows of texts as a table in Markdown (GitHub Flavored Markdown, “Tables”), the first row as its header.
pub fn markdown_table(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        for cell in row {
            text.push_str("| ");
            text.push_str(&escape::markdown(cell));
            text.push(' ');
        }
        text.push_str("|\n");
        if at == 0 {
            text.push_str(&"| --- ".repeat(row.len()));
            text.push_str("|\n");
        }
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{csv_table, guarded_cell, markdown_table, read_cell};

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_cell_of_csv_is_quoted_where_it_must_be() {
        let text = csv_table(&rows(&[&["a", "b, c"], &["say \"x\"", "two\nlines"], &["", "état; b"]]));
        assert_eq!(text, "\u{feff}a,\"b, c\"\r\n\"say \"\"x\"\"\",\"two\nlines\"\r\n,\"état; b\"\r\n");
    }

    #[test]
    fn no_cell_of_csv_is_a_formula() {
        let text = csv_table(&rows(&[&["=1+1", "-2", "@x", "+1", "=a,b", "a=b", " =1", "＝1", "\tx"]]));
        assert_eq!(text, "\u{feff}'=1+1,'-2,'@x,'+1,\"'=a,b\",a=b,' =1,'＝1,\"'\tx\"\r\n");
    }

    #[test]
    fn texts_that_differ_by_an_apostrophe_are_different_cells() {
        assert_eq!([guarded_cell("=x"), guarded_cell("'=x"), guarded_cell("'x")], ["'=x", "''=x", "'x"]);
    }

    #[test]
    fn no_cell_of_markdown_ends_early() {
        let text = markdown_table(&rows(&[&["", "A|B"], &["x", "1\n2 *3* [4]"]]));
        assert_eq!(text, "|  | A\\|B |\n| --- | --- |\n| x | 1 2 \\*3\\* \\[4\\] |\n");
    }

    const UNITS: [&str; 14] = ["a", ",", "\"", "\r\n", "\n", " ", "é", "=", "-", "'", ";", "\t", "＝", "\u{feff}"];

    #[test]
    fn what_is_written_as_csv_is_read_again_and_is_no_formula_whatever_separates() {
        arbtest::arbtest(|u| {
            let mut table = Vec::new();
            for _ in 0..u.int_in_range(1..=3)? {
                let mut row = Vec::new();
                for _ in 0..3 {
                    let n = u.int_in_range(0..=5)?;
                    row.push((0..n).map(|_| u.choose(&UNITS).copied()).collect::<Result<String, _>>()?);
                }
                table.push(row);
            }
            let text = csv_table(&table);
            let read = |separator: u8| {
                let mut reader = csv::ReaderBuilder::new();
                let reader = reader.has_headers(false).flexible(true).delimiter(separator);
                let rows = reader.from_reader(text.as_bytes()).into_records();
                rows.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
            };
            let back: Vec<Vec<String>> =
                read(b',').iter().map(|row| row.iter().map(|c| read_cell(c)).collect()).collect();
            // The reader leaves out rows that are empty altogether.
            let whole = table.iter().filter(|row| row.iter().any(|cell| !cell.is_empty()) || row.len() > 1);
            assert_eq!(back, whole.cloned().collect::<Vec<_>>());
            for cell in read(b';').into_iter().chain(read(b',')).flatten() {
                let shown = cell.trim_start_matches([' ', '\u{feff}']);
                assert!(!shown.starts_with(['=', '-', '＝']), "{cell:?} of {text:?}");
            }
            Ok(())
        });
    }
}
