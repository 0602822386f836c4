//! The rows of a text with delimiters (RFC 4180, and what other programs write).
//!
//! The delimiter is the sign that gives the most rows the same number of cells. A quote that is never closed, or behind whose
//! supposed end more text stands, is a plain sign: it costs the rest of the file nothing.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr3};

use super::table::{MOST_COLUMNS, Row, Table};
use crate::import::names::{is_known, normalized};
use crate::import::note::{Kind, Note, Place};
use crate::import::pause::pause_at;
use crate::limits::{IMPORT_UNCLOSED_QUOTES, work};

const DELIMITERS: [char; 7] = ['\t', ';', ',', '|', '^', '~', ':'];
/// Bytes and rows that are looked at to tell the delimiter.
const SAMPLE_BYTES: usize = 1 << 16;
const SAMPLE_ROWS: usize = 200;
/// Cells of a row up to which it is looked at whether they name columns.
const MOST_NAMES: usize = 100;
/// A sign that no text has: each line is one cell.
const NO_SIGN: char = '\u{1f}';
/// Quotes without an end, behind which no quote is taken for one any more.
const MOST_UNCLOSED: usize = IMPORT_UNCLOSED_QUOTES;

/// The signs with special meanings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dialect {
    delimiter: u8,
    /// The quote around cells: `"`, or `'` where the whole first line has them.
    quote: u8,
    /// Whether a backslash before a quote keeps it from ending a cell.
    has_escapes: bool,
}

/// The table of a text, with the sign between its cells where that is asked for.
pub(in crate::import) async fn read(text: &str, asked: Option<char>) -> Table<'_> {
    // Excel states the delimiter in a first line of its own.
    // Programs of old end a text with Control-Z.
    let text = text.trim_end_matches('\u{1a}');
    let stated = text.strip_prefix("sep=").and_then(|rest| rest.chars().next());
    let stated = stated.filter(|sign| sign.is_ascii() && text[5..].starts_with(['\n', '\r']));
    let asked = asked.filter(char::is_ascii);
    let delimiter = asked.or(stated).unwrap_or_else(|| delimiter(text));
    let mut table = Table::default();
    let dialect = Dialect { delimiter: delimiter as u8, quote: quote(text), has_escapes: has_escapes(text) };
    let mut reader = Reader::new(text, dialect);
    if stated.is_some() {
        reader.row();
    }
    while let Some(row) = reader.row() {
        table.rows.push(row);
        pause_at(table.rows.len()).await;
    }
    table.notes = reader.notes;
    let is_one_column = table.rows.iter().all(|row| row.cells.len() < 2);
    if stated.is_none() && asked.is_none() && !is_one_column {
        let name = match delimiter {
            '\t' => "tabs",
            ';' => "semicolons",
            '|' => "vertical bars",
            ',' => "commas",
            _ => "signs that stand nowhere else",
        };
        let text = format!("cells are separated by {name}");
        table.notes.push(Note::new(Kind::Guess, "delimiter", Place::default(), text));
    }
    table
}

/// The quote around cells.
fn quote(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let is_quoted = |cell: &str| cell.len() > 2 && cell.starts_with('\'') && cell.ends_with('\'');
    let is_all = |sign: char| line.contains(sign) && line.split(sign).all(|cell| is_quoted(cell.trim()));
    if DELIMITERS.into_iter().any(is_all) { b'\'' } else { b'"' }
}

/// Whether quotes inside cells stand behind backslashes and are not doubled.
fn has_escapes(text: &str) -> bool {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let behind = |at: usize| sample[at + 2..].chars().next();
    let mut escaped = sample.match_indices("\\\"").map(|(at, _)| behind(at));
    escaped.any(|next| next.is_some_and(char::is_alphanumeric)) && !sample.contains("\\\"\"")
}

/// The sign between the cells; where nothing decides, one that does not occur.
fn delimiter(text: &str) -> char {
    let sample = &text[..text.floor_char_boundary(SAMPLE_BYTES)];
    let has_escapes = has_escapes(text);
    let mut best = (0.0, NO_SIGN);
    for delimiter in DELIMITERS {
        let dialect = Dialect { delimiter: delimiter as u8, quote: quote(text), has_escapes };
        let mut reader = Reader::new(sample, dialect);
        let rows = std::iter::from_fn(|| reader.row()).filter(|row| !row.is_blank()).take(SAMPLE_ROWS);
        let mut has_names = false;
        let counts: Vec<usize> = rows
            .map(|row| {
                let n_known = || row.cells.iter().filter(|cell| is_known(&normalized(cell))).count();
                has_names |= delimiter == ',' && !has_names && row.cells.len() < MOST_NAMES && n_known() > 1;
                row.cells.len()
            })
            .collect();
        let score = score(&counts, delimiter, has_names);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// How well a sign divides rows that then have so many cells, one of which may name the columns.
#[allow(clippy::cast_precision_loss, reason = "counts of a sample are small")]
fn score(counts: &[usize], delimiter: char, has_names: bool) -> f64 {
    let several: Vec<usize> = counts.iter().copied().filter(|n| *n > 1).collect();
    let frequency = |n: usize| several.iter().filter(|other| **other == n).count();
    let Some(most) = several.iter().copied().max_by_key(|n| (frequency(*n), *n)) else { return 0.0 };
    let share = |n: usize| n as f64 / counts.len() as f64;
    let (same, any) = (share(frequency(most)), share(several.len()));
    // Colons stand in titles and addresses: they divide where they do so in every row.
    if matches!(delimiter, ':' | '^' | '~') && (same < 1.0 || counts.len() < 2 || most < 3) {
        return 0.0;
    }
    // Commas stand in titles as well: without a first row that has them, or one that names columns, and most others, they divide nothing.
    if delimiter == ',' && !has_names && any < 0.6 && counts.first().is_none_or(|n| *n < 2) {
        return 0.0;
    }
    let is_rare = matches!(delimiter, ':' | '^' | '~');
    if is_rare {
        return 0.1;
    }
    2.0 * same + any + (most.min(20) as f64) / 1000.0
}

struct Reader<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    line: usize,
    n_unclosed: usize,
    /// Cells of the row before.
    n_cells: usize,
    notes: Vec<Note>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, dialect: Dialect) -> Self {
        Self { text, dialect, at: 0, line: 1, n_unclosed: 0, n_cells: 0, notes: Vec::new() }
    }

    /// The next row; `None` at the end.
    fn row(&mut self) -> Option<Row<'a>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut row = Row { line: self.line, cells: Vec::with_capacity(self.n_cells) };
        let mut n_cells = 0_usize;
        loop {
            let cell = self.cell();
            n_cells += 1;
            if n_cells <= MOST_COLUMNS {
                row.cells.push(cell);
            }
            match self.text.as_bytes().get(self.at) {
                Some(byte) if *byte == self.dialect.delimiter => self.at += 1,
                _ => break,
            }
        }
        if n_cells > MOST_COLUMNS {
            let text = format!("{n_cells} cells, of which {MOST_COLUMNS} are read");
            self.notes.push(Note::new(Kind::Warning, "too-many-columns", Place::line(row.line), text));
        }
        self.n_cells = row.cells.len();
        self.end_of_line();
        Some(row)
    }

    /// Steps over the end of a line: LF, CR LF or CR.
    fn end_of_line(&mut self) {
        let rest = &self.text.as_bytes()[self.at.min(self.text.len())..];
        let n = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.at += n;
        self.line += usize::from(n > 0);
    }

    /// The cell at the position, which then is that of the sign behind it.
    fn cell(&mut self) -> Cow<'a, str> {
        let rest = &self.text.as_bytes()[self.at..];
        let n_blanks = rest.iter().take_while(|byte| **byte == b' ').count();
        if rest.get(n_blanks) == Some(&self.dialect.quote) && self.n_unclosed < MOST_UNCLOSED {
            let start = self.at + n_blanks;
            match self.quoted(start + 1) {
                Ok(cell) => return cell,
                Err(end) => self.unclosed(end),
            }
            // A quote that is never closed is left out of the text behind it.
            let cell = self.plain();
            return Cow::Borrowed(
                cell.trim_start_matches(' ').strip_prefix(char::from(self.dialect.quote)).unwrap_or(cell),
            );
        }
        Cow::Borrowed(self.plain())
    }

    /// Notes a quote without an end. `end`: where its end was looked for last.
    fn unclosed(&mut self, end: usize) {
        self.n_unclosed += 1;
        let n_lines = self.text[self.at..end].matches('\n').count();
        let (first, last) = (self.line, self.line + n_lines);
        let text = if n_lines == 0 {
            "a quote is not closed where the cell ends; it is left out".to_owned()
        } else {
            format!("the quote that opens here is never closed: it is left out, and lines {first} to {last} as rows")
        };
        self.notes.push(Note::new(Kind::Warning, "unclosed-quote", Place::line(first), text));
        if self.n_unclosed == MOST_UNCLOSED {
            let text = "too many quotes are not closed: from here on, all quotes are plain signs";
            self.notes.push(Note::new(Kind::Warning, "no-quotes", Place::line(first), text));
        }
    }

    /// A cell without quotes: to the next delimiter or end of the line.
    fn plain(&mut self) -> &'a str {
        let rest = &self.text.as_bytes()[self.at..];
        let delimiter = self.dialect.delimiter;
        let n = memchr3(delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
        let cell = &self.text[self.at..self.at + n];
        self.at += n;
        cell
    }

    /// A cell in quotes, from behind the first; where it has no end, how far that was looked for.
    fn quoted(&mut self, start: usize) -> Result<Cow<'a, str>, usize> {
        let bytes = self.text.as_bytes();
        let (mut cell, mut from, mut at) = (String::new(), start, start);
        loop {
            let Some(n) = memchr(self.dialect.quote, &bytes[at..]) else {
                work::count(bytes.len() - at);
                return Err(bytes.len());
            };
            work::count(n + 1);
            let quote = at + n;
            let is_escaped = quote > start && bytes[quote - 1] == b'\\';
            if is_escaped && self.dialect.has_escapes {
                cell.push_str(&self.text[from..quote - 1]);
                (from, at) = (quote, quote + 1);
            } else if bytes.get(quote + 1) == Some(&self.dialect.quote) {
                // Some programs write both: a backslash, and the quote twice.
                cell.push_str(&self.text[from..quote - usize::from(is_escaped)]);
                (from, at) = (quote + 1, quote + 2);
            } else {
                let behind = self.text[quote + 1..].trim_start_matches(' ');
                let is_end = behind
                    .as_bytes()
                    .first()
                    .is_none_or(|byte| *byte == self.dialect.delimiter || *byte == b'\n' || *byte == b'\r');
                if is_end {
                    let last = &self.text[from..quote];
                    let whole = if cell.is_empty() { Cow::Borrowed(last) } else { (cell + last).into() };
                    self.line += memchr_iter(b'\n', whole.as_bytes()).count();
                    self.at = self.text.len() - behind.len();
                    return Ok(whole);
                }
                // A quote inside a line is meant as one; behind the end of a line, it opens another cell.
                if self.text[start..quote].contains('\n') {
                    return Err(quote);
                }
                at = quote + 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;
    use crate::import::pause::finish;

    fn read(text: &str, asked: Option<char>) -> Table<'_> {
        finish(super::read(text, asked))
    }

    #[track_caller]
    fn check(text: &str, rows: &[&[&str]]) {
        let table = read(text, None);
        let read: Vec<Vec<&str>> = table.rows.iter().map(|row| row.cells.iter().map(AsRef::as_ref).collect()).collect();
        assert_eq!(read, rows, "{text}");
    }

    #[test]
    fn the_delimiter_gives_the_rows_the_same_number_of_cells() {
        check("a;b\nc;d, e, f\ng;h, i", &[&["a", "b"], &["c", "d, e, f"], &["g", "h, i"]]);
        check("a\tb\r\n1,2\tc;d\r\n", &[&["a", "b"], &["1,2", "c;d"]]);
        check("sep=;\na;b,c\n", &[&["a", "b,c"]]);
        check("a~b~c\nd, e~f~g", &[&["a", "b", "c"], &["d, e", "f", "g"]]);
        let below = "Made by LibSys\n\nTitle,Author,Year\nGlass,Ann Vole,2011";
        check(below, &[&["Made by LibSys"], &[""], &["Title", "Author", "Year"], &["Glass", "Ann Vole", "2011"]]);
        check("a^b^c\nd, e^f^g", &[&["a", "b", "c"], &["d, e", "f", "g"]]);
        check("'a','b'\n'c, d','e'", &[&["a", "b"], &["c, d", "e"]]);
        check("Title\nSalt, Tin and Time\nOne\nTwo", &[&["Title"], &["Salt, Tin and Time"], &["One"], &["Two"]]);
    }

    #[test]
    fn quotes_hold_delimiters_lines_and_quotes() {
        check("a,b\n\"x, \"\"y\"\"\nz\",1", &[&["a", "b"], &["x, \"y\"\nz", "1"]]);
        check("a,b\n1, \"x, y\"", &[&["a", "b"], &["1", "x, y"]]);
        check("a,b\n5\" disk,1", &[&["a", "b"], &["5\" disk", "1"]]);
        check("a,b\n\"<b c=\\\"\"d\\\"\">\",1", &[&["a", "b"], &["<b c=\"d\">", "1"]]);
        check("a,b\n\"say \\\"hi\\\", then\",1", &[&["a", "b"], &["say \"hi\", then", "1"]]);
    }

    #[test]
    fn a_quote_without_an_end_costs_no_other_row() {
        let text = "a,b\n\"never,1\nx,2\ny,3";
        check(text, &[&["a", "b"], &["never", "1"], &["x", "2"], &["y", "3"]]);
        let note = read(text, None).notes.iter().find(|note| note.code == "unclosed-quote").map(ToString::to_string);
        assert_eq!(note.as_deref().map(|note| &note[..7]), Some("line 2:"));
        check("a,b\n\"never,1\n\"x\",\"2\"", &[&["a", "b"], &["never", "1"], &["x", "2"]]);
    }

    #[test]
    fn quotes_without_an_end_cost_no_row() {
        let text = format!("a,b\n{}", "\"x,1\n".repeat(20_000));
        assert_eq!(read(&text, None).rows.len(), 20_001);
    }
}
