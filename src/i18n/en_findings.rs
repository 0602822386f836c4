//! Findings in English: the place, the cause, what was done, and what to write; and why no catalog came of a file.

use std::fmt::{self, Write as _};

use super::number;
use crate::catalog::{
    DateError, Expected, FieldKind, Finding, FindingKind, LinkError, Odd, Place, ReadError, host, json_text, proposed,
};
use crate::limits::{
    FIELD_VALUES, GROUP_SYNONYMS, NAME_BYTES, OWN_FACETS, SHOWN_CHARS, SUMMARY_CHARS, SYNONYM_WORDS, SYNONYMS,
    THEME_DEPTH,
};
use crate::text::{is_invisible, shortened};

/// A text in quotation marks, shortened, with the characters escaped that are not seen or would move a terminal’s cursor.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“")?;
        for c in shortened(self.0, SHOWN_CHARS).chars() {
            match c {
                '\n' => write!(f, "\\n")?,
                '\r' => write!(f, "\\r")?,
                '\t' => write!(f, "\\t")?,
                _ if c.is_control() || is_invisible(c) || c.is_whitespace() && c != ' ' => {
                    write!(f, "\\u{{{:x}}}", u32::from(c))?;
                }
                _ => write!(f, "{c}")?,
            }
        }
        write!(f, "”")
    }
}

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

/// A finding in one line.
pub(super) fn finding(finding: &Finding) -> String {
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = place(&finding.place, &mut text)
        .and_then(|()| text.write_str(": "))
        .and_then(|()| kind(&finding.kind, &mut text));
    text
}

/// A finding without its place.
pub(super) fn finding_kind(finding: &FindingKind) -> String {
    let mut text = String::new();
    let _ = kind(finding, &mut text);
    text
}

fn place(place: &Place, f: &mut String) -> fmt::Result {
    write!(f, "line {}", place.line)?;
    if let Some(record) = place.record {
        write!(f, ", record {record}")?;
    }
    if let Some(id) = &place.id {
        write!(f, " {}", Quoted(id))?;
    }
    if let Some(field) = &place.field {
        // A key that is none of the format’s may be anything.
        if field.bytes().all(|byte| byte.is_ascii_graphic()) && field.len() < SHOWN_CHARS {
            write!(f, ", {field}")?;
        } else {
            write!(f, ", {}", Quoted(field))?;
        }
    }
    Ok(())
}

/// Why no catalog came of a file, and what to do.
pub(super) fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::Empty => "The catalog is empty: there is nothing in the file.".to_owned(),
        ReadError::WebPage => "This is a web page, not a catalog: is the address right?".to_owned(),
        ReadError::Utf16 => "The catalog is saved as UTF-16: save it as UTF-8 and try again.".to_owned(),
        ReadError::NotJson(line) => {
            format!("The catalog is not JSON: line {line} can’t be read. Check the file with a JSON editor.")
        }
        ReadError::Truncated(line) => {
            format!("The catalog breaks off at line {line}, before its first resource. Is the file complete?")
        }
        ReadError::NoResources => "The catalog has no list named “resources”.".to_owned(),
    }
}

/// What a value should be, and how it is written.
fn expectation(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => ("a text", "write it in quotes"),
        Expected::Name => ("a name", "write it in quotes"),
        Expected::Texts => ("a list of texts", "write it as one, such as [\"one\", \"two\"]"),
        Expected::Whole => ("a whole number", "write it as one without quotes, such as 12"),
        Expected::Object => ("an object", "write it in braces, such as {\"key\": \"value\"}"),
        Expected::Objects => ("a list of objects", "write it as one, such as [{\"id\": \"one\"}]"),
        Expected::List => ("a list", "write it in brackets, such as [\"one\"]"),
        Expected::LocalText => {
            ("a text, or one for each language", "write it as \"one\" or {\"en\": \"one\", \"es\": \"uno\"}")
        }
        Expected::HomeLink => ("a link of the page", "write it as {\"label\": \"One\", \"address\": \"#/?theme=one\"}"),
        Expected::Groups => ("a list of lists of texts", "write it as one, such as [[\"one\", \"two\"]]"),
        Expected::Kind => ("a kind of field", "write terms, number, date or text"),
        Expected::Id => ("an id", "write a short, unique text"),
    }
}

/// Why a text is no date, as the rest of a sentence about it.
fn date_error(error: DateError) -> &'static str {
    match error {
        DateError::Form => "is not a date",
        DateError::Impossible => "is no day of the calendar",
        DateError::DayOrMonth => "can mean two days: day and month can’t be told apart",
        DateError::NoYear => "has no year of four digits",
        DateError::TwoYears => "is no range of years",
        DateError::Year => "has a year in which nothing can have been published",
    }
}

/// Why a text can’t be a link, as the rest of a sentence about it.
fn link_error(error: &LinkError) -> String {
    match error {
        LinkError::NoScheme => "has no http:// or https:// in front".to_owned(),
        LinkError::Scheme(scheme) => format!("can’t be a link: {scheme}: addresses are never made links"),
        LinkError::NoSlashes(scheme) => format!("has no // behind {scheme}:"),
        LinkError::NoHost => "names no host".to_owned(),
        LinkError::BadHost(host) => format!("leads nowhere: “{host}” can’t be a host"),
        LinkError::Two => "holds two addresses".to_owned(),
        LinkError::NotMail => "has no @".to_owned(),
        LinkError::NotDoi => "is not a DOI: a DOI begins with 10. and has no blanks".to_owned(),
    }
}

/// What is the matter, what was done, and what to write.
fn kind(kind: &FindingKind, f: &mut String) -> fmt::Result {
    #[allow(clippy::enum_glob_use, reason = "all of them are listed")]
    use FindingKind::*;
    match kind {
        BrokenRecord(..) | NotARecord(..) | NoId | NoTitle | DuplicateId => of_record(kind, f),
        BadAuthor(text)
        | AuthorKind(text)
        | LooksLikeBody(text)
        | LooksLikePerson(text)
        | UnclearPart(text)
        | UnclearFamily(text, _)
        | NamesNobody(text)
        | AuthorMarks(text, _)
        | LongName(text)
        | SeveralAuthors(text, _) => of_author(kind, &Quoted(text), f),
        Odd(what, value) => write!(f, "{} {}", Quoted(value), odd(*what)),
        NotANumber | Encoding | Comma | Stray | BrokenPart(..) | Truncated | Unclosed => of_file(kind, f),
        WrongType(..) | WrongEntry(..) | Lenient(..) | NumberRead(..) | Control(..) | Markup(..) | PagesRead(..)
        | UnlikelyYear(..) | DateRead(..) | DateCut(..) | BadDate(..) | LongSummary(..) => of_value(kind, f),
        LinkRead(..) | BadLink(..) | LookAlike(..) | BadDoi(..) => of_link(kind, f),
        SecondList | Repeated(..) | Misspelt(..) | Beside(..) | SeveralValues(..) | UnknownTerm(..)
        | WrongValue(..) | DuplicateTerm(..) | Joined(..) | Similar(..) => of_term(kind, f),
        More(..) | TooDeep(..) | BadParent(..) | TooManyValues(..) | TooManyFilters(..) | LongSynonym(..) => {
            of_limit(kind, f)
        }
    }
}

/// What is the matter with the file as JSON.
fn of_file(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::NotANumber => write!(f, "NaN or Infinity is not JSON: read as not stated; write null"),
        FindingKind::Encoding => write!(f, "not UTF-8: read as Windows-1252 (Latin-1); save the file as UTF-8"),
        FindingKind::Comma => {
            write!(f, "a comma is missing or too many here: read as if it were right; write one between two records")
        }
        FindingKind::Stray => write!(f, "a bracket or word too many here: read as if it were not there; remove it"),
        FindingKind::BrokenPart(reason) => {
            write!(f, "not valid JSON ({reason}): this part was left out; check it with a JSON editor")
        }
        FindingKind::Truncated => {
            write!(f, "the file breaks off inside this record: it was left out; is the file complete?")
        }
        FindingKind::Unclosed => write!(f, "the file ends before its brackets are closed; is it complete?"),
        _ => Ok(()),
    }
}

/// What to do about a reason of the JSON parser.
fn json_remedy(reason: &str) -> &'static str {
    match reason {
        "expected `,` or `}`" | "expected `,` or `]`" => "write the comma that is missing behind a value",
        "trailing comma" => "remove the comma behind the last value",
        "key must be a string" => "write each key in quotes",
        _ => "check it with a JSON editor",
    }
}

/// What of a value does nothing, what was done, and what to write.
fn odd(odd: Odd) -> &'static str {
    match odd {
        Odd::Comment => "is a comment, which JSON does not have: passed over; remove it",
        Odd::EmptyEntry => "is an empty entry of the list: left out; remove it",
        Odd::Role => "is no role: none is read; write author, editor or translator",
        Odd::NoFamily => {
            "has no family name beside it: it is cited as the whole name; add \"family\", or write {\"name\": …}"
        }
        Odd::NoLabel => "has no label of its own: its id is shown; give it one",
        Odd::BuiltIn => "is a field that every record has, which is searched and filtered by; give this one another id",
        Odd::Colour => "is no colour: the page’s own is used; write it as #rrggbb",
        Odd::Placeholder => "stands for nothing and is shown as it is; write {count} for the number of resources",
        Odd::NoField => "is no own field: its values are kept, but not shown; add it to “fields”",
        Odd::UnknownKey => {
            "is no key of the format: its value is kept, but not shown; a column of your own stands in “extra”"
        }
        Odd::Language => "is no tag of a language (BCP 47): write one, such as en, es or zh-Hant",
        Odd::Confidence => {
            "is no confidence that the format has: it is kept, but means nothing; write high, medium or low"
        }
        Odd::Backwards => "ends before it begins: write the first page and the last one in full, such as 120-198",
        Odd::OnePage => "is one page: write its number alone",
        Odd::LocalHost => {
            "leads to a machine or a network of one’s own, which readers do not reach: write the public address, or remove it"
        }
        Odd::OnlyOthers => "names no author beside the others: write who signs first, or remove it",
        Odd::Future => "is a day that is yet to come: write the day of the last change",
        Odd::PlainType => {
            "is a type that citations do not know: its resources are cited as documents of no kind; where one fits, write \
            an id that they know, such as report, article, video or dataset"
        }
        Odd::OneName => {
            "is one word and is cited as a body: say so with {\"name\": …, \"kind\": \"organization\"} or \"person\""
        }
    }
}

/// Why a record was left out.
fn of_record(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::BrokenRecord(reason) => {
            write!(f, "not valid JSON ({reason}): the record was left out; {}", json_remedy(reason))
        }
        FindingKind::NotARecord(value) => {
            let value = Quoted(value);
            write!(f, "{value} is not a record in braces: left out; write it as {{\"id\": …, \"title\": …}}")
        }
        FindingKind::NoId => write!(f, "no id: the record was left out; give it a short, unique id"),
        FindingKind::NoTitle => write!(f, "no title: the record was left out; give it a title"),
        FindingKind::DuplicateId => {
            write!(f, "an earlier record has this id: this one was left out; give it another id")
        }
        _ => Ok(()),
    }
}

/// Whether something stands before the host of an address, as the name of a user does.
fn has_user(address: &str) -> bool {
    let behind = address.split_once(':').map_or("", |(_, rest)| rest.trim_start_matches(['/', '\\']));
    behind.split(['/', '\\', '?', '#']).next().is_some_and(|authority| authority.contains('@'))
}

/// What is the matter with the value of a field: its type, its date, its length.
fn of_value(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::WrongType(expected, value) => {
            let (name, remedy) = expectation(*expected);
            write!(f, "{} is not {name}: the field was left out; {remedy}", Quoted(value))
        }
        FindingKind::WrongEntry(value) => {
            let value = Quoted(value);
            write!(f, "{value} stands where a text should be: it was left out; write it as a text in quotes")
        }
        FindingKind::Lenient(expected, value) => {
            let (name, remedy) = expectation(*expected);
            write!(f, "{} was read as {name}; {remedy}", Quoted(value))
        }
        FindingKind::NumberRead(value, number) => {
            write!(f, "{} was read as {number}; write it as a whole number without quotes", Quoted(value))
        }
        FindingKind::Control(text) => {
            write!(f, "{} has control characters, which exports leave out: write it without them", Quoted(text))
        }
        FindingKind::Markup(text, plain) => {
            write!(f, "{} has signs of HTML, which show as they stand; write {}", Quoted(text), Quoted(plain))
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
            write!(f, "{} {}: read as {date}; write YYYY, YYYY-MM or YYYY-MM-DD", Quoted(text), date_error(*error))
        }
        FindingKind::BadDate(text, error) => {
            let remedy = "it is kept and shown, but not sorted or filtered by; write YYYY, YYYY-MM or YYYY-MM-DD";
            write!(f, "{} {}: {remedy}", Quoted(text), date_error(*error))
        }
        FindingKind::LongSummary(n) => {
            let (n, most) = (number(*n), number(SUMMARY_CHARS));
            write!(f, "the summary has {n} characters, and should have a few sentences: write it in at most {most}")
        }
        _ => Ok(()),
    }
}

/// What is the matter with an address or a DOI.
fn of_link(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::LookAlike(address, letter) => {
            let code = u32::from(*letter);
            write!(
                f,
                "{} has “{letter}” (U+{code:04X}) in its host, which looks like a Latin letter and is none: it leads to \
                another host than it seems to; write the host in letters of one script",
                Quoted(address)
            )
        }
        // What stands before the sign is a name for the host, and looks like one.
        FindingKind::LinkRead(text, address) if has_user(text) => {
            let (text, address, host) = (Quoted(text), Quoted(address), Quoted(host(address).unwrap_or_default()));
            write!(
                f,
                "{text} leads to {host}, not to what stands before the @: it was read as {address}; if {host} is the host \
                that is meant, take away what stands before the @, or else write the right address"
            )
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
            write!(f, "{} {}: it was left out; {remedy}", Quoted(text), link_error(error))
        }
        _ => Ok(()),
    }
}

/// What is the matter with a key, a term of the vocabulary, or values against each other.
fn of_term(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::Misspelt(key, meant, n) => {
            let records = if *n == 1 { String::new() } else { format!(", in {n} records") };
            write!(f, "unknown key {}{records}: its value is kept, but not used; write {}", Quoted(key), Quoted(meant))
        }
        FindingKind::Beside(key, meant) => {
            let (key, meant) = (Quoted(key), Quoted(meant));
            write!(f, "unknown key {key} beside {meant}: its value is kept, but not used; remove it")
        }
        FindingKind::SecondList => f.write_str("a second list of resources: both are read; write one"),
        FindingKind::Repeated(key, lost, read) => {
            let (key, lost, read) = (Quoted(key), Quoted(lost), Quoted(read));
            write!(f, "the key {key} stands twice, with {lost} and {read}: the last is read; write it once")
        }
        FindingKind::SeveralValues(text, values) => {
            let values: Vec<String> = values.iter().map(|value| json_text(value)).collect();
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
        FindingKind::WrongValue(value, expected) => {
            let (name, form) = match expected {
                FieldKind::Number => ("a number", "a number such as 12 or 0.5"),
                _ => ("a date", "YYYY, YYYY-MM or YYYY-MM-DD"),
            };
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
            match proposed(values) {
                // Numbers say nothing here, and the order of the records should not.
                None => f.write_str("in the same way"),
                Some(one) => write!(f, "as {}", Quoted(&one)),
            }
        }
        _ => Ok(()),
    }
}

/// More than there can be of something, and what becomes of the rest; a theme that can't stand below its parent.
fn of_limit(kind: &FindingKind, f: &mut String) -> fmt::Result {
    match kind {
        FindingKind::More(n) => {
            write!(f, "{} more findings are counted, and not listed: mend some, and check again", number(*n))
        }
        FindingKind::BadParent(id) => {
            let id = Quoted(id);
            write!(
                f,
                "the parent {id} is unknown or goes in a circle: the theme stands at the top; write the id of another"
            )
        }
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
fn of_author(kind: &FindingKind, text: &Quoted<'_>, f: &mut String) -> fmt::Result {
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
        FindingKind::NamesNobody(_) => f.write_str("names nobody: no author is read of it; remove it"),
        FindingKind::AuthorMarks(_, read) => {
            write!(f, "has marks that are no part of a name: it is read as {}; write it so", Quoted(read))
        }
        FindingKind::LongName(_) => {
            write!(f, "has more than {NAME_BYTES} bytes: it is one name as it stands; write each author as a text of its own")
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
