//! Which format a file is in, by its content; its name decides nothing.

use super::names::{is_known, normalized};

/// Lines in which the first entry of a reference list is looked for.
const MOST_LINES: usize = 1000;
/// Bytes in which a web page names itself one.
const SAMPLE_BYTES: usize = 1000;

/// A format that can be read, or that is known and can't.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook of Office Open XML or `OpenDocument`.
    Workbook,
    /// Cells between commas, semicolons, tabs or bars.
    Delimited,
    /// JSON, or a JSON value a line.
    Json,
    /// BibTeX or BibLaTeX.
    BibTex,
    /// RIS, or the format of `PubMed`.
    Ris,
    /// The workbook of Excel before 2007, or one that is encrypted: not read.
    OldWorkbook,
    /// A document in PDF: not read.
    Pdf,
    /// A web page: not read.
    Html,
    /// XML that is no web page, such as the workbook of Excel 2003: not read.
    Xml,
    /// YAML: not read.
    Yaml,
    /// References in running text, one a line: not read.
    References,
    /// An archive that is no workbook: not read.
    Archive,
    /// No text: not read.
    Binary,
    /// Nothing.
    Empty,
}

/// What a container of bytes is; `None` where it is to be read as text.
pub(super) fn container(bytes: &[u8]) -> Option<Format> {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    const ARCHIVES: [&[u8]; 4] = [b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh"];
    const BINARIES: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\0asm"];
    let begins = |magic: &&[u8]| bytes.starts_with(magic);
    if bytes.is_empty() {
        Some(Format::Empty)
    } else if bytes.starts_with(OLE) {
        Some(Format::OldWorkbook)
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(Format::Workbook)
    } else if bytes.starts_with(b"%PDF-") {
        Some(Format::Pdf)
    } else if ARCHIVES.iter().any(begins) {
        Some(Format::Archive)
    } else if BINARIES.iter().any(begins) {
        Some(Format::Binary)
    } else {
        None
    }
}

/// The format of a text.
pub(super) fn of_text(text: &str) -> Format {
    let start = text.trim_start();
    if start.is_empty() {
        return Format::Empty;
    }
    if is_binary(text) {
        return Format::Binary;
    }
    if is_json(start) {
        return Format::Json;
    }
    if let Some(format) = markup(start) {
        return format;
    }
    if is_ris(text) {
        return Format::Ris;
    }
    if is_bibtex(text) {
        return Format::BibTex;
    }
    prose(text).unwrap_or(Format::Delimited)
}

/// The format of a text whose lines are no rows: members of YAML, or works as lists of references have them, `Doe, J. (2014). …`.
fn prose(text: &str) -> Option<Format> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(MOST_LINES).collect();
    let is_most = |is: &dyn Fn(&str) -> bool| lines.iter().filter(|line| is(line)).count() * 10 >= lines.len() * 8;
    let is_member = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ");
        line.starts_with("---")
            || line.split_once(": ").is_some_and(|(key, _)| is_key(key))
            || line.strip_suffix(':').is_some_and(is_key)
    };
    let has_items = lines.iter().filter(|line| line.trim_start().starts_with("- ")).count() > 1;
    if lines.len() > 2 && is_member(lines[0]) && has_items && is_most(&is_member) {
        return Some(Format::Yaml);
    }
    // A table begins with the names of its columns.
    let is_list = lines.len() > 1 && is_reference(lines[0]) && !text.contains('\t');
    (is_list && is_most(&is_reference)).then_some(Format::References)
}

/// Whether a text may be the key of a member: one word, with hyphens and low lines.
fn is_key(text: &str) -> bool {
    let text = text.trim_matches(['"', '\'']);
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// Whether a line is a work with its year in brackets behind the authors, of which a point follows.
fn is_reference(line: &str) -> bool {
    // A month and a day may follow the year.
    const LONGEST: usize = 40;
    line.match_indices('(').filter(|(at, _)| *at > 3).take(LONGEST).any(|(at, _)| {
        let rest = &line[at + 1..];
        let (year, behind) = rest[..rest.floor_char_boundary(LONGEST)].split_once(')').unwrap_or_default();
        let is_year =
            year.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit())) || year == "n.d.";
        is_year && behind.starts_with(". ")
    })
}

/// Whether a text has many control characters, as bytes of no text have, or letters that were none.
pub(super) fn is_binary(text: &str) -> bool {
    let is_odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}'..='\u{1f}');
    let (mut n, mut n_odd, mut n_lost) = (0, 0, 0);
    for c in text.chars().take(65_536) {
        n += 1;
        n_odd += usize::from(is_odd(c));
        n_lost += usize::from(c == '\u{fffd}');
    }
    // A few stray zeros in a text are damage.
    n_odd > 4 && n_odd * 50 > n || (n_odd + n_lost) * 5 > n
}

/// Whether a text begins as a JSON object or array does: a table may begin with a bracket as well.
fn is_json(start: &str) -> bool {
    let mut signs = start.chars().filter(|c| !c.is_whitespace());
    match (signs.next(), signs.next()) {
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[' | '"' | ']')) => true,
        (Some('['), Some(c)) => c.is_ascii_digit() && start.trim_end().ends_with(']'),
        _ => false,
    }
}

/// The format of a text that begins with a tag and ends with one: a web page, or other XML.
fn markup(start: &str) -> Option<Format> {
    const PAGES: [&str; 12] =
        ["html", "head", "body", "meta", "title", "style", "table", "tr", "div", "p", "span", "center"];
    let head = start[..start.floor_char_boundary(SAMPLE_BYTES)].to_ascii_lowercase();
    let is_page = head.contains("<!doctype html") || head.contains("<html");
    let rest = head.strip_prefix('<')?;
    let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    // `<https://example.org>` is an address, `<ss:Workbook>` the name of an element with that of its vocabulary.
    let is_tag = !name.is_empty() && !rest[name.len()..].starts_with("://");
    if is_page || PAGES.contains(&name) {
        return Some(Format::Html);
    }
    ((is_tag || rest.starts_with(['?', '!'])) && start.trim_end().ends_with('>')).then_some(Format::Xml)
}

/// Whether a line that is no row of a table is one that a test knows as the first of an entry.
fn has_entry(text: &str, is_entry: impl Fn(&str) -> bool) -> bool {
    let mut lines = text.lines().take(MOST_LINES);
    let Some(entry) = lines.by_ref().find(|line| is_entry(line)) else { return false };
    // Where a line stands in its text, its address says.
    let before = &text[..entry.as_ptr() as usize - text.as_ptr() as usize];
    !is_table(before)
}

/// Whether lines are those of a table: the last opens a cell that goes on behind it, or one sign gives all of them as many cells.
fn is_table(before: &str) -> bool {
    if before.matches('"').count() % 2 == 1 {
        return true;
    }
    let lines: Vec<&str> = before.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('%')).collect();
    ['\t', ';', ',', '|'].into_iter().any(|sign| {
        let n_cells = |line: &&str| line.matches(sign).count() + 1;
        let Some(first) = lines.first() else { return false };
        let is_header = first.split(sign).any(|cell| is_known(&normalized(cell)));
        let is_steady = n_cells(first) > 1 && lines.iter().all(|line| n_cells(line) == n_cells(first));
        is_steady && (is_header || lines.len() > 2)
    })
}

/// Whether a line is `TY  - BOOK` or `PMID- 1`, in any spacing, or `%0 Book`.
fn is_ris(text: &str) -> bool {
    let is_tag = |line: &str| {
        if let Some(kind) = line.strip_prefix("%0 ") {
            // The names of types have capitals: `Journal Article`, `Film or Broadcast`.
            return kind.trim_start().starts_with(|c: char| c.is_ascii_uppercase())
                && kind.chars().all(|c| c.is_ascii_alphabetic() || c == ' ' || c == '\r');
        }
        let Some((tag, value)) = line.split_once('-') else { return false };
        let (tag, value) = (tag.trim().to_ascii_uppercase(), value.trim());
        tag == "TY" && !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric())
            || tag == "PMID" && !value.is_empty() && value.chars().all(|c| c.is_ascii_digit())
    };
    has_entry(text, is_tag)
}

/// Whether a line begins with `@word{` or `@word(`, as an entry does, and is no row of a table.
fn is_bibtex(text: &str) -> bool {
    let is_entry = |line: &str| {
        let Some(rest) = line.trim_start().strip_prefix('@') else { return false };
        let word = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        word.len() < rest.len() && word.trim_start().starts_with(['{', '('])
    };
    has_entry(text, is_entry)
}

#[cfg(test)]
mod tests {
    use super::{Format, container, of_text};

    #[test]
    fn a_format_is_known_by_its_content() {
        for (text, format) in [
            ("", Format::Empty),
            ("a,b\n1,2", Format::Delimited),
            ("[draft],b\n1,2", Format::Delimited),
            ("\n [ {\"a\": 1}]", Format::Json),
            ("{\"a\":1}\n{\"a\":2}", Format::Json),
            ("% x\n@book{a, title={A}}", Format::BibTex),
            ("Provider: x\n\nTY  -  JOUR\nER  -", Format::Ris),
            ("ty\t- book", Format::Ris),
            ("PMID- 123\nTI  - A", Format::Ris),
            ("<!DOCTYPE html><p>", Format::Html),
            ("\u{1}\u{2}\u{3}a\u{fffd}", Format::Binary),
        ] {
            assert_eq!(of_text(text), format, "{text}");
        }
        assert_eq!(container(b"PK\x03\x04"), Some(Format::Workbook));
        assert_eq!(container(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), Some(Format::OldWorkbook));
        assert_eq!(container(b"a,b"), None);
    }
}
