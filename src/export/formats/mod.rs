//! Resources in the formats of other programs: a row of the table and a file each.
//!
//! A format only writes what it is given: what a resource is, is called and is cited as stands in `kind`, `title` and `citation`.

mod bibtex;
mod csl_json;
mod csv;
mod html;
mod json;
pub(super) mod json_ld;
mod markdown;
mod ris;

pub use csv::columns;
pub(super) use html::facts;

use super::item::FormatWriter;
use super::purpose::Purpose;

/// A format that resources can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For LaTeX, with BibTeX or biblatex.
    Bibtex,
    /// For reference managers.
    Ris,
    /// For citation processors, and Zotero.
    CslJson,
    /// For spreadsheets.
    Csv,
    /// A catalog of its own, with the vocabulary.
    Json,
    /// For notes and wikis.
    Markdown,
    /// A plain list that can be pasted into a word processor.
    Html,
    /// schema.org, for search engines.
    JsonLd,
}

/// What is to be known of a format.
struct Row {
    format: Format,
    purpose: Purpose,
    /// The word for it, in commands and addresses.
    word: &'static str,
    /// The ending of a file's name, without the point.
    ending: &'static str,
    media_type: &'static str,
    /// Makes what writes it.
    writer: fn() -> Box<dyn FormatWriter>,
}

const fn row(
    format: Format,
    purpose: Purpose,
    [word, ending, media_type]: [&'static str; 3],
    writer: fn() -> Box<dyn FormatWriter>,
) -> Row {
    Row { format, purpose, word, ending, media_type, writer }
}

/// The formats, in the order of their variants: each with what it is wanted for, its word, its ending, its media type, and what writes it.
const ROWS: &[Row] = &[
    row(Format::Bibtex, Purpose::Manager, ["bibtex", "bib", "application/x-bibtex"], || {
        Box::new(bibtex::Bibtex::default())
    }),
    row(Format::Ris, Purpose::Manager, ["ris", "ris", "application/x-research-info-systems"], || Box::new(ris::Ris)),
    row(Format::CslJson, Purpose::Manager, ["csl-json", "json", "application/vnd.citationstyles.csl+json"], || {
        Box::new(csl_json::CslJson)
    }),
    row(Format::Csv, Purpose::Data, ["csv", "csv", "text/csv"], || Box::new(csv::Csv)),
    row(Format::Json, Purpose::Data, ["json", "json", "application/json"], || Box::new(json::Json)),
    row(Format::Markdown, Purpose::Data, ["markdown", "md", "text/markdown"], || Box::new(markdown::Markdown)),
    row(Format::Html, Purpose::Page, ["html", "html", "text/html"], || Box::new(html::Html)),
    row(Format::JsonLd, Purpose::Data, ["jsonld", "jsonld", "application/ld+json"], || Box::new(json_ld::JsonLd)),
];

impl Format {
    /// All of them, in the order of their rows.
    pub const ALL: [Self; ROWS.len()] = {
        let mut all = [Self::Bibtex; ROWS.len()];
        let mut at = 0;
        while at < all.len() {
            all[at] = ROWS[at].format;
            at += 1;
        }
        all
    };

    fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// What the format is wanted for.
    pub fn purpose(self) -> Purpose {
        self.row().purpose
    }

    /// The word for the format, in commands and addresses.
    pub fn word(self) -> &'static str {
        self.row().word
    }

    /// The ending of a file's name, without the point.
    pub fn ending(self) -> &'static str {
        self.row().ending
    }

    /// The media type of a file, all in UTF-8.
    pub fn media_type(self) -> &'static str {
        self.row().media_type
    }

    /// The format that a word names.
    pub fn of(word: &str) -> Option<Self> {
        ROWS.iter().find(|row| row.word == word).map(|row| row.format)
    }

    pub(super) fn writer(self) -> Box<dyn FormatWriter> {
        (self.row().writer)()
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, ROWS};

    #[test]
    fn every_format_has_its_row_and_a_word_of_its_own() {
        for (at, format) in Format::ALL.into_iter().enumerate() {
            assert_eq!((format as usize, ROWS[at].format), (at, format), "rows stand in the order of the variants");
            assert_eq!(Format::of(format.word()), Some(format));
        }
    }
}
