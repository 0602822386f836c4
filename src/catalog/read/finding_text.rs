//! Findings in words: the cause, what was done, and what to write.

use std::fmt;

use serde_json::Value;

use super::finding::{FindingKind, Quoted};
use crate::limits::{FIELD_VALUES, GROUP_SYNONYMS, OWN_FACETS, SYNONYM_WORDS, SYNONYMS, THEME_DEPTH};

/// The first few of some values, each with how many records have it.
fn counted(values: &[(String, u32)]) -> String {
    const MOST: usize = 8;
    let one = |(text, n): &(String, u32)| {
        let records = if *n == 1 { "record" } else { "records" };
        format!("{} ({n} {records})", Quoted(&exactly(text)))
    };
    let list = values.iter().take(MOST).map(one).collect::<Vec<_>>().join(", ");
    let n_more = values.len().saturating_sub(MOST);
    if n_more == 0 { list } else { format!("{list} and {n_more} more") }
}

/// A text in which marks that stand alone are seen as such: as part of a letter they look like another letter.
fn exactly(text: &str) -> String {
    text.chars()
        .flat_map(|c| match c {
            '\u{300}'..='\u{36f}' => c.escape_unicode().collect::<Vec<_>>(),
            _ => vec![c],
        })
        .collect()
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenRecord(reason) => {
                write!(f, "not valid JSON ({reason}): the record was left out; check it with a JSON editor")
            }
            Self::NotARecord => write!(f, "not a record in braces: left out; write it as {{\"id\": …, \"title\": …}}"),
            Self::NoId => write!(f, "no id: the record was left out; give it a short, unique id"),
            Self::NoTitle => write!(f, "no title: the record was left out; give it a title"),
            Self::DuplicateId => write!(f, "an earlier record has this id: this one was left out; give it another id"),
            Self::BadAuthor(text)
            | Self::AuthorKind(text)
            | Self::LooksLikeBody(text)
            | Self::LooksLikePerson(text)
            | Self::UnclearPart(text)
            | Self::UnclearFamily(text, _)
            | Self::SeveralAuthors(text, _) => of_author(self, &Quoted(text), f),
            Self::NotANumber => write!(f, "NaN or Infinity is not JSON: read as not stated; write null"),
            Self::Encoding => write!(f, "not UTF-8: read as Windows-1252 (Latin-1); save the file as UTF-8"),
            Self::Comma => write!(
                f,
                "a comma is missing or too many here: read as if it were right; write one between two records"
            ),
            Self::Stray => write!(f, "a bracket or word too many here: read as if it were not there; remove it"),
            Self::BrokenPart(reason) => {
                write!(f, "not valid JSON ({reason}): this part was left out; check it with a JSON editor")
            }
            Self::Truncated => {
                write!(f, "the file breaks off inside this record: it was left out; is the file complete?")
            }
            Self::Unclosed => write!(f, "the file ends before its brackets are closed; is it complete?"),
            Self::WrongType(..)
            | Self::WrongEntry(..)
            | Self::Lenient(..)
            | Self::NumberRead(..)
            | Self::Control(..)
            | Self::PagesRead(..)
            | Self::UnlikelyYear(..)
            | Self::DateRead(..)
            | Self::DateCut(..)
            | Self::BadDate(..)
            | Self::LinkRead(..)
            | Self::BadLink(..)
            | Self::BadDoi(..) => of_value(self, f),
            Self::SecondList
            | Self::Repeated(..)
            | Self::Misspelt(..)
            | Self::SeveralValues(..)
            | Self::UnknownTerm(..)
            | Self::BadParent(..)
            | Self::WrongValue(..)
            | Self::DuplicateTerm(..)
            | Self::Joined(..)
            | Self::Similar(..) => of_term(self, f),
            Self::TooDeep(..) | Self::TooManyValues(..) | Self::TooManyFilters(..) | Self::LongSynonym(..) => {
                of_limit(self, f)
            }
        }
    }
}

/// What is the matter with the value of a field: its type, its date, its link.
fn of_value(kind: &FindingKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match kind {
        FindingKind::WrongType(expected, value) => {
            let (name, remedy) = expected.words();
            write!(f, "{} is not {name}: the field was left out; {remedy}", Quoted(value))
        }
        FindingKind::WrongEntry(value) => {
            let value = Quoted(value);
            write!(f, "{value} stands where a text should be: it was left out; write it as a text in quotes")
        }
        FindingKind::Lenient(expected, value) => {
            let (name, remedy) = expected.words();
            write!(f, "{} was read as {name}; {remedy}", Quoted(value))
        }
        FindingKind::NumberRead(value, number) => {
            write!(f, "{} was read as {number}; write it as a whole number without quotes", Quoted(value))
        }
        FindingKind::Control(text) => {
            write!(f, "{} has control characters, which exports leave out: write it without them", Quoted(text))
        }
        FindingKind::PagesRead(text) => {
            write!(f, "{} is a range of pages and was read as “page_range”; write it there", Quoted(text))
        }
        FindingKind::UnlikelyYear(year) => {
            write!(
                f,
                "{year} is a year in which it can hardly have been published; if it is a slip, write the right one"
            )
        }
        FindingKind::DateRead(text, date) => write!(f, "{} was read as {date}; write it so", Quoted(text)),
        FindingKind::DateCut(text, error, date) => {
            write!(f, "{} {error}: read as {date}; write YYYY, YYYY-MM or YYYY-MM-DD", Quoted(text))
        }
        FindingKind::BadDate(text, error) => {
            let remedy = "it is kept and shown, but not sorted or filtered by; write YYYY, YYYY-MM or YYYY-MM-DD";
            write!(f, "{} {error}: {remedy}", Quoted(text))
        }
        FindingKind::LinkRead(text, address) => {
            write!(f, "{} was read as {}; write it so", Quoted(text), Quoted(address))
        }
        FindingKind::BadDoi(text) => {
            let remedy =
                "it is kept, but exports leave it out; write it as 10.1234/abc, 10. and digits before the slash";
            write!(f, "{} is not a DOI: {remedy}", Quoted(text))
        }
        FindingKind::BadLink(text, error) => {
            let remedy = "write a whole address that begins with http://, https://, mailto: or doi:";
            write!(f, "{} {error}: it was left out; {remedy}", Quoted(text))
        }
        _ => Ok(()),
    }
}

/// What is the matter with a key, a term of the vocabulary, or values against each other.
fn of_term(kind: &FindingKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match kind {
        FindingKind::Misspelt(key, meant, n) => {
            let records = if *n == 1 { String::new() } else { format!(", in {n} records") };
            write!(f, "unknown key {}{records}: its value is kept, but not used; write {}", Quoted(key), Quoted(meant))
        }
        FindingKind::SecondList => f.write_str("a second list of resources: both are read; write one"),
        FindingKind::Repeated(key, lost, read) => {
            let (key, lost, read) = (Quoted(key), Quoted(lost), Quoted(read));
            write!(f, "the key {key} stands twice, with {lost} and {read}: the last is read; write it once")
        }
        FindingKind::SeveralValues(text, values) => {
            let values: Vec<String> = values.iter().map(|value| Value::from(value.as_str()).to_string()).collect();
            let values = format!("[{}]", values.join(", "));
            write!(f, "{} is one value as it stands: write each as a text of its own, {}", Quoted(text), values)
        }
        FindingKind::UnknownTerm(id) => {
            let id = Quoted(id);
            write!(
                f,
                "{id} is not in the vocabulary: it is shown under this name; add it there, or write one of its ids"
            )
        }
        FindingKind::BadParent(id) => {
            let id = Quoted(id);
            write!(
                f,
                "the parent {id} is unknown or goes in a circle: the theme stands at the top; write the id of another"
            )
        }
        FindingKind::WrongValue(value, expected) => {
            let (name, form) = expected;
            write!(f, "{} is not {name}: it is not filtered by; write {form}", Quoted(value))
        }
        FindingKind::DuplicateTerm(id) => {
            write!(f, "{} stands here twice: the second was left out; give it another id", Quoted(id))
        }
        FindingKind::Joined(spellings, shown) => {
            let shown = exactly(shown);
            match &spellings[..] {
                [_] => write!(f, "{} is read as {}: write it so", counted(spellings), Quoted(&shown)),
                _ => write!(f, "{} are counted as one value: write all as {}", counted(spellings), Quoted(&shown)),
            }
        }
        FindingKind::Similar(values) => {
            write!(f, "{} are nearly equal: if they are one value, write all ", counted(values))?;
            match &values[..] {
                // Numbers say nothing here, and the order of the records should not.
                [(_, n), (_, next), ..] if n == next => f.write_str("in the same way"),
                [(most, _), ..] => write!(f, "as {}", Quoted(most)),
                [] => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

/// More than there can be of something, and what becomes of the rest.
fn of_limit(kind: &FindingKind, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match kind {
        FindingKind::TooDeep(id) => {
            let id = Quoted(id);
            write!(
                f,
                "the parent {id} is the {THEME_DEPTH}th in a row: the theme stands at the top; write the id of another"
            )
        }
        FindingKind::TooManyValues(n) => {
            write!(f, "{n} values: the first {FIELD_VALUES} are searched and filtered by, all are kept; write fewer")
        }
        FindingKind::TooManyFilters(n) => {
            write!(
                f,
                "{n} fields are to be filters: the first {OWN_FACETS} are; write \"filter\": false for the others"
            )
        }
        FindingKind::LongSynonym(text) => {
            let text = Quoted(text);
            write!(f, "{text} and what is like it is not used: {SYNONYM_WORDS} words a synonym, ")?;
            write!(f, "{GROUP_SYNONYMS} synonyms a group and {SYNONYMS} in all are; write fewer")
        }
        _ => Ok(()),
    }
}

/// What is the matter with the text of an author.
fn of_author(kind: &FindingKind, text: &Quoted<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{text} ")?;
    match kind {
        FindingKind::BadAuthor(_) => f.write_str(
            "is no author: it was left out; write the name, {\"family\": …, \"given\": …} or {\"name\": …, \"kind\": \
            \"organization\"}",
        ),
        FindingKind::AuthorKind(_) => f.write_str(
            "is no kind of author: the name is read as it stands; write \"organization\" or \"person\"",
        ),
        FindingKind::LooksLikeBody(_) => f.write_str(
            "looks like a body and is cited as a person: say so with {\"name\": …, \"kind\": \"organization\"} or \"person\"",
        ),
        FindingKind::LooksLikePerson(_) => f.write_str(
            "looks like a person and is cited as a body: say so with {\"name\": …, \"kind\": \"person\"} or \"organization\"",
        ),
        FindingKind::UnclearFamily(_, read) => {
            let read = Quoted(read);
            write!(f, "is read as {read}; where the family name is another, write {{\"family\": …, \"given\": …}}")
        }
        FindingKind::SeveralAuthors(_, n) => {
            write!(f, "is read as {n} authors: write each of them as a text of its own")
        }
        _ => f.write_str(
            "has behind a comma what is no given name, degree or role that is known: write each author as one text, or as \
            {\"family\": …, \"given\": …}",
        ),
    }
}
