//! From the files of others to a catalog: bytes in, catalog and report out.
//!
//! | file | what it does |
//! | --- | --- |
//! | `detect` | which format it is, by its content |
//! | `encoding` | from bytes to text |
//! | `delimited`, `workbook` | the rows of tables |
//! | `header` | which row names the columns, which rows are items |
//! | `bibtex`, `ris`, `csl`, `json` | the entries of other formats |
//! | `source` | what all of these give: items, fields, values as text, notes |
//! | `mapping` | which field becomes what |
//! | `values` | lists, dates, numbers, names |
//! | `catalog` | the records, the vocabulary, the own fields |
//! | `report` | what was read, left out and guessed |
//!
//! One row that can't be read never costs the others, and none is left out without a note.

mod bibtex;
mod csl;
mod detect;
mod encoding;
mod json;
mod note;
mod ris;
mod role;
mod source;

pub use detect::Format;
pub use note::{Kind, Note, Place};
pub use role::Role;
pub use source::{Cell, Field, FieldIdx, Item, Source};

/// What a person decided beforehand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Sheets of a workbook by their names; empty: those that are proposed.
    pub sheets: Vec<String>,
    /// What columns become, by their names.
    pub roles: Vec<(String, Role)>,
    /// The encoding of a text, by its name.
    pub encoding: Option<String>,
}

/// Why a file gives no items at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It is in a format that is not read.
    Format(Format),
    /// No encoding has the name that was asked for.
    Encoding(String),
}

/// The items of a file, by its bytes, and the format that it is in.
pub fn read_source(bytes: &[u8], options: &Options) -> Result<(Format, Source), Failure> {
    if let Some(format) = detect::container(bytes) {
        return Err(Failure::Format(format));
    }
    let asked = options.encoding.as_deref();
    let decoded = encoding::decode(bytes, asked);
    let decoded = decoded.ok_or_else(|| Failure::Encoding(asked.unwrap_or_default().to_owned()))?;
    let text = decoded.text.as_str();
    let format = detect::of_text(text);
    let mut source = match format {
        Format::Json => json::read(text),
        Format::BibTex => bibtex::read(text),
        Format::Ris => ris::read(text),
        _ => return Err(Failure::Format(format)),
    };
    if decoded.is_guess {
        let text = format!("the text seems to be in the encoding {}", decoded.encoding);
        source.note(Kind::Guess, "encoding", Place::default(), text);
    }
    if decoded.is_damaged {
        let text = format!("some bytes mean nothing in {} and are shown as \u{fffd}", decoded.encoding);
        source.note(Kind::Warning, "damaged", Place::default(), text);
    }
    Ok((format, source))
}
