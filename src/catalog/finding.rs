//! Findings: what a check says of a catalog, each with its place, its cause and what was done.
//!
//! A finding is never fatal; a [`ReadError`] is: then no catalog came of the file.

use std::fmt;

/// Where in a file a finding stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Number of the record, from 1; `None` for the part of the file that is not a record.
    pub record: Option<usize>,
    /// Id of the record, where it has one.
    pub id: Option<String>,
    /// Key of the field.
    pub field: Option<String>,
    /// Line of the file, from 1.
    pub line: usize,
}

/// What is the matter at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// The record is not valid JSON; it was left out. Holds the reader's reason.
    BrokenRecord(String),
    /// The record is not an object; it was left out.
    NotARecord,
    /// The record has no id; it was left out.
    NoId,
    /// The record has no title; it was left out.
    NoTitle,
    /// An earlier record has the same id; this one was left out.
    DuplicateId,
    /// The field is of another type than it should be (first: expected); it was left out.
    WrongType(&'static str),
    /// An entry of the field is of another type than it should be (first: expected); it was left out.
    WrongEntry(&'static str),
    /// The field is of another type than it should be (first: expected), but could be read all the same.
    Lenient(&'static str),
    /// The author is neither a name nor an object that states one; it was left out. Holds the value.
    BadAuthor(String),
    /// The kind of the author is not known; the name was read as a text is. Holds the value.
    AuthorKind(String),
    /// The date is not of the form YYYY, YYYY-MM or YYYY-MM-DD; it was left out.
    DateForm(String),
    /// No such day or month exists; the date was left out.
    ImpossibleDate(String),
    /// The address is not http, https, mailto or doi; it was left out.
    BadLink(String),
    /// The value is not in the catalog's vocabulary; it is shown under its own name.
    UnknownTerm(String),
    /// The parent of a theme is unknown or leads in a circle; the theme stands at the top.
    BadParent(String),
    /// Bytes that are not UTF-8; read as Windows-1252.
    Encoding,
    /// A comma between two records is missing or too many; read as if it were right.
    Comma,
    /// Something stands here that belongs to no record; passed over.
    Stray,
    /// This part of the file is not valid JSON; it was left out. Holds the reader's reason.
    BrokenPart(String),
    /// The value of an organization's own field is not of the field's kind (expected: second); it is not filtered by.
    WrongValue(String, &'static str),
    /// An earlier term or field has the same id; this one was left out.
    DuplicateTerm(String),
    /// The file ends in the middle of this record; it was left out.
    Truncated,
    /// The file ends before its brackets are closed; all records were whole.
    Unclosed,
}

/// One thing that a curator should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is the matter.
    pub kind: FindingKind,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(record) = self.record {
            write!(f, ", record {record}")?;
        }
        if let Some(id) = &self.id {
            write!(f, " “{id}”")?;
        }
        if let Some(field) = &self.field {
            write!(f, ", {field}")?;
        }
        Ok(())
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenRecord(reason) => write!(f, "not valid JSON ({reason}): the record was left out"),
            Self::NotARecord => write!(f, "not a record in braces: left out"),
            Self::NoId => write!(f, "no id: the record was left out; give it a short, unique id"),
            Self::NoTitle => write!(f, "no title: the record was left out; give it a title"),
            Self::DuplicateId => write!(f, "an earlier record has this id: this one was left out; give it another id"),
            Self::WrongType(expected) => write!(f, "should be {expected}: the field was left out"),
            Self::Lenient(expected) => write!(f, "should be {expected}: it was read as one"),
            Self::BadAuthor(value) => write!(
                f,
                "{value} is no author: it was left out; write the name, {{\"family\": …, \"given\": …}} or {{\"name\": …, \"kind\": \"organization\"}}"
            ),
            Self::AuthorKind(value) => {
                write!(
                    f,
                    "{value} is no kind of author: write \"organization\" or \"person\"; the name is read as it stands"
                )
            }
            Self::DateForm(text) => write!(f, "“{text}” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
            Self::ImpossibleDate(text) => write!(f, "“{text}” is no day of the calendar: the date was left out"),
            Self::BadLink(text) => {
                write!(f, "“{text}” is not a link: it must begin with http://, https://, mailto: or doi:")
            }
            Self::UnknownTerm(id) => write!(f, "“{id}” is not in the vocabulary: it is shown under this name"),
            Self::BadParent(id) => {
                write!(f, "the parent “{id}” is unknown or goes in a circle: the theme stands at the top")
            }
            Self::Encoding => write!(f, "not UTF-8: read as Windows-1252 (Latin-1); save the file as UTF-8"),
            Self::Comma => write!(f, "a comma is missing or too many here: read as if it were right"),
            Self::Stray => write!(f, "a bracket or word too many here: read as if it were not there"),
            Self::BrokenPart(reason) => write!(f, "not valid JSON ({reason}): this part was left out"),
            Self::WrongValue(value, expected) => write!(f, "“{value}” should be {expected}: it is not filtered by"),
            Self::DuplicateTerm(id) => write!(f, "“{id}” stands here twice: the second was left out"),
            Self::WrongEntry(expected) => write!(f, "should be {expected}: what is none was left out"),
            Self::Truncated => {
                write!(f, "the file breaks off inside this record: it was left out; is the file complete?")
            }
            Self::Unclosed => write!(f, "the file ends before its brackets are closed; is it complete?"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

/// Why no catalog came of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing in it.
    Empty,
    /// It is a web page, as a server sends one for a wrong address.
    WebPage,
    /// It is saved as UTF-16.
    Utf16,
    /// It does not begin as JSON does, or goes wrong outside the records. Holds the line, from 1.
    NotJson(usize),
    /// It breaks off before the first record. Holds the last line.
    Truncated(usize),
    /// It is JSON, but has no list named `resources`.
    NoResources,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "The catalog is empty: there is nothing in the file."),
            Self::WebPage => write!(f, "This is a web page, not a catalog: is the address right?"),
            Self::Utf16 => write!(f, "The catalog is saved as UTF-16: save it as UTF-8 and try again."),
            Self::NotJson(line) => {
                write!(f, "The catalog is not JSON: line {line} can’t be read. Check the file with a JSON editor.")
            }
            Self::Truncated(line) => {
                write!(f, "The catalog breaks off at line {line}, before its first resource. Is the file complete?")
            }
            Self::NoResources => write!(f, "The catalog has no list named “resources”."),
        }
    }
}

impl std::error::Error for ReadError {}
