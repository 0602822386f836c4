//! Findings: what a check says of a catalog, each with its place, its cause and what was done.
//!
//! A finding is never fatal; a [`ReadError`] is: then no catalog came of the file. Both are codes with what they are about; `i18n` words
//! them.

use std::borrow::Cow;
use std::fmt;

use serde_json::Value;

use crate::catalog::model::{DateError, FieldKind, LinkError, PartialDate};
use crate::limits::{FINDINGS_KEPT, SHOWN_CHARS};
use crate::text::{shortened, without_markup};

/// Characters of a text that a finding keeps: more than a message shows, so that two texts that differ are told apart.
const MOST_KEPT: usize = 2 * SHOWN_CHARS;

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
    /// The record is not an object; it was left out. Holds what stands there.
    NotARecord(String),
    /// The record has no id; it was left out.
    NoId,
    /// The record has no title; it was left out.
    NoTitle,
    /// An earlier record has the same id; this one was left out.
    DuplicateId,
    /// The value is of another type than it should be; it was left out.
    WrongType(Expected, String),
    /// An entry of a list is no text; it was left out.
    WrongEntry(String),
    /// The value is of another type than it should be, but could be read all the same.
    Lenient(Expected, String),
    /// The value is not a whole number, but can mean one only, which was read.
    NumberRead(String, u32),
    /// The record holds `NaN` or `Infinity`, as some programs write a missing number; read as not stated.
    NotANumber,
    /// The date is in another form than YYYY, YYYY-MM or YYYY-MM-DD, but can mean one date only, which was read.
    DateRead(String, PartialDate),
    /// The value is no date as it stands; what is sure of it was read, and the value is kept.
    DateCut(String, DateError, PartialDate),
    /// The value is no date, or can mean two; it is kept as it stands, and is no date to sort or filter by.
    BadDate(String, DateError),
    /// The address stands in another form than browsers read it in, which was read.
    LinkRead(String, String),
    /// The address can’t be a link; it was left out.
    BadLink(String, LinkError),
    /// The host of the address has a letter of another script that looks like a Latin one. Holds the address and the letter.
    LookAlike(String, char),
    /// The summary has more characters than one has; holds how many.
    LongSummary(usize),
    /// The value is no DOI; it is kept, and no export has it.
    BadDoi(String),
    /// The author is neither a name nor an object that states one; it was left out. Holds the value.
    BadAuthor(String),
    /// The kind of the author is not known; the name was read as a text is. Holds the value.
    AuthorKind(String),
    /// The author's name is that of a person or of a body: nobody can tell; it is cited as a person.
    LooksLikeBody(String),
    /// The author's name is that of a person or of a body: nobody can tell; it is cited as a body.
    LooksLikePerson(String),
    /// Behind a comma of an author stands what is no given name, degree, suffix or role that is known.
    UnclearPart(String),
    /// The person's family name may be another than the one that is read: one of two words, one that stands first. Second: as it is read,
    /// family name before a comma.
    UnclearFamily(String, String),
    /// The text names nobody (`n/a`, an address of mail): no author is read of it.
    NamesNobody(String),
    /// Behind the name stand marks that are no part of it (`Anna Lee1`); second: the name as it is read.
    AuthorMarks(String, String),
    /// The text names several authors, whose number it holds.
    SeveralAuthors(String, usize),
    /// The text of the author is longer than is read for names; it is one name as it stands. Holds its beginning.
    LongName(String),
    /// The key is none of the format's, and seems to mean the second; its value is kept, and not read. Third: in how many records, 1
    /// where it is no key of records.
    Misspelt(String, &'static str, u32),
    /// The key is none of the format's, and means the second one, which stands beside it and is read.
    Beside(String, &'static str),
    /// A value that does nothing, or something else than it seems to; it is passed over or kept.
    Odd(Odd, String),
    /// The text has control characters, which exports leave out.
    Control(String),
    /// The text has names of signs or tags of HTML; second: what they mean.
    Markup(String, String),
    /// The number of pages is a range of pages, which was read as one.
    PagesRead(String),
    /// Hardly anything was published in that year: before printing, or years after the catalog was updated. It is sorted and filtered by all the
    /// same.
    UnlikelyYear(u16),
    /// The key stands twice in one object; the value that stands last is read. Holds the key and the first and the last value.
    Repeated(String, String, String),
    /// A second list of resources stands here; it is read as well.
    SecondList,
    /// Several values stand in one text of a list, which is one value as it stands.
    SeveralValues(String, Vec<String>),
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
    /// The value of an organization's own field is not of the field's kind, which is number or date; it is not filtered by.
    WrongValue(String, FieldKind),
    /// The parent of this theme stands as deep as a theme may.
    TooDeep(String),
    /// A field of a record has more values than are searched and filtered by; holds how many.
    TooManyValues(usize),
    /// More own fields ask to be filters than there can be; holds how many.
    TooManyFilters(usize),
    /// A synonym has more words, or more synonyms stand before it, than there can be; this and others like it are not used.
    LongSynonym(String),
    /// An earlier term or field has the same id; this one was left out.
    DuplicateTerm(String),
    /// Records write one value in several ways, each with how many do; counted as one, and shown as the second says.
    Joined(Vec<(String, u32)>, String),
    /// Values that are nearly equal, each with how many records have it, the most frequent first, equally frequent ones as they are
    /// sorted.
    Similar(Vec<(String, u32)>),
    /// The file ends in the middle of this record; it was left out.
    Truncated,
    /// The file ends before its brackets are closed; all records were whole.
    Unclosed,
    /// More is the matter than is kept; holds how many findings more there are.
    More(usize),
}

/// What of a value does nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Odd {
    /// A comment, which JSON does not have.
    Comment,
    /// An entry of a list that is null or a blank text.
    EmptyEntry,
    /// The role of an author is not known.
    Role,
    /// A given name stands without a family name.
    NoFamily,
    /// A term has no label of its own.
    NoLabel,
    /// An own field has the id of one that every record has.
    BuiltIn,
    /// A colour of the page is not written as one.
    Colour,
    /// A text has a word in braces that nothing stands for.
    Placeholder,
    /// An own value is that of no own field.
    NoField,
    /// A key means nothing.
    UnknownKey,
    /// An author of one word may be a person or a body.
    OneName,
    /// A language is no tag.
    Language,
    /// A confidence is none that there is.
    Confidence,
    /// The last page stands before the first.
    Backwards,
    /// A range of pages is one page.
    OnePage,
    /// A host is one that only its own network reaches.
    LocalHost,
    /// All authors are others who are not named.
    OnlyOthers,
    /// A day of the last change is yet to come.
    Future,
    /// A type of the vocabulary is one that citations do not know.
    PlainType,
}

/// What a value should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// The name of an author.
    Name,
    /// A list of texts.
    Texts,
    /// A whole number.
    Whole,
    /// An object.
    Object,
    /// A list of objects.
    Objects,
    /// A list.
    List,
    /// A text, or one for each language.
    LocalText,
    /// A link of the first page.
    HomeLink,
    /// A list of lists of texts.
    Groups,
    /// One of the kinds of fields.
    Kind,
    /// The id of a term or of a field.
    Id,
}

/// Returns the one of nearly equal values that all are proposed to be: the most frequent, without signs of HTML; `None` where there are none
/// of these and numbers tell nothing.
pub(crate) fn proposed(values: &[(String, u32)]) -> Option<Cow<'_, str>> {
    let (most, n) = values.first()?;
    if values.iter().any(|(text, _)| without_markup(text).is_some()) {
        let plain = values.iter().find(|(text, _)| without_markup(text).is_none());
        return plain.map(|(text, _)| Cow::Borrowed(text.as_str())).or_else(|| without_markup(most).map(Cow::Owned));
    }
    (values.get(1).is_none_or(|(_, next)| next != n)).then_some(Cow::Borrowed(most))
}

/// A text as JSON has it, in quotes.
pub(crate) fn json_text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A value as a message shows it: a text as it is, anything else as JSON. Not much more than is shown: it is kept.
pub(in crate::catalog) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => kept(text),
        _ => kept(&value.to_string()),
    }
}

/// A text of a catalog as a finding keeps it, which may be one of thousands about it.
pub(in crate::catalog) fn kept(text: &str) -> String {
    shortened(text, MOST_KEPT).into_owned()
}

/// One thing that a curator should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands.
    pub place: Place,
    /// What is the matter.
    pub kind: FindingKind,
}

/// Adds a finding; where [`FINDINGS_KEPT`] are kept, counts it in the last one, unless it says that the file ends too soon.
pub(in crate::catalog) fn add(findings: &mut Vec<Finding>, finding: Finding) {
    let is_end = matches!(finding.kind, FindingKind::Truncated | FindingKind::Unclosed);
    let n = findings.len();
    match findings.last_mut() {
        Some(Finding { kind: FindingKind::More(_), .. }) if is_end => findings.insert(n - 1, finding),
        Some(Finding { kind: FindingKind::More(more), .. }) => *more += 1,
        _ if n < FINDINGS_KEPT || is_end => findings.push(finding),
        _ => {
            let place = Place { line: finding.place.line, ..Place::default() };
            findings.push(Finding { place, kind: FindingKind::More(1) });
        }
    }
}

/// Returns how many findings there are, with those that are not kept.
#[must_use]
pub fn n_findings(findings: &[Finding]) -> usize {
    match findings.last().map(|finding| &finding.kind) {
        Some(FindingKind::More(n)) => findings.len() - 1 + n,
        _ => findings.len(),
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

/// Writes the variant's name, as `Debug` does. The sentence for readers is `i18n::read_error`.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for ReadError {}
