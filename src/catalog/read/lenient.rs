//! From a JSON object to a resource, taking what can be taken and reporting the rest.
//!
//! A wrong value costs its field, not its record; only a record without id or title is given up.

use serde_json::{Map, Value};

use super::date_text;
use super::finding::{Expected, FindingKind, Odd, kept, shown};
use super::keys;
use crate::catalog::hash::HashSet;
use crate::catalog::model::author::AuthorFault;
use crate::catalog::model::scalar::scalar;
use crate::catalog::model::{
    Author, DateError, DateStatement, FIELDS, FieldType, Published, Resource, author, link, read_doi,
};
use crate::catalog::store::sort_by;
use crate::limits::work;

/// The resource that an object describes; `found` is told the key and what is the matter with it.
pub(super) fn resource(mut object: Map<String, Value>, found: &mut dyn FnMut(&str, FindingKind)) -> Option<Resource> {
    let mut take = Taker { object: &mut object, found };
    let id = take.required("id", FindingKind::NoId)?;
    let title = take.required("title", FindingKind::NoTitle)?;
    let mut resource = Resource { id, title, ..Resource::default() };
    for (key, field) in FIELDS {
        match field {
            FieldType::Id | FieldType::Title => {}
            FieldType::Summary => resource.summary = take.text(key),
            FieldType::Url => resource.url = take.link(key),
            FieldType::Doi => resource.doi = take.doi(key),
            FieldType::Authors => resource.authors = take.authors(key),
            FieldType::Volume => resource.volume = take.locator(key),
            FieldType::Issue => resource.issue = take.locator(key),
            FieldType::PageRange => resource.page_range = take.locator(key),
            FieldType::Published => resource.published = take.date(key),
            FieldType::One(list) => resource.set_list(list, take.text(key)),
            FieldType::Many(list) => resource.set_list(list, take.list(key)),
            FieldType::Pages => resource.pages = take.pages(key, &mut resource.page_range),
            FieldType::Minutes => resource.minutes = take.number(key),
            FieldType::Sources => resource.sources = take.list(key),
            FieldType::Confidence => resource.confidence = take.text(key),
            FieldType::Extra => resource.extra = take.map(key),
        }
    }
    resource.other = object;
    Some(resource)
}

/// Takes typed values out of an object.
pub(in crate::catalog) struct Taker<'a> {
    pub(in crate::catalog) object: &'a mut Map<String, Value>,
    pub(in crate::catalog) found: &'a mut dyn FnMut(&str, FindingKind),
}

impl Taker<'_> {
    fn value(&mut self, key: &str) -> Option<Value> {
        self.object.shift_remove(key).filter(|value| !value.is_null())
    }

    fn required(&mut self, key: &str, missing: FindingKind) -> Option<String> {
        let text = self.text(key);
        if text.is_none() {
            (self.found)(key, missing);
            let meant = |other: &&String| keys::meant(other).filter(|meant| *meant == key);
            if let Some((other, key)) = self.object.keys().find_map(|other| Some((other, meant(&other)?))) {
                (self.found)(other, FindingKind::Misspelt(other.clone(), key, 1));
            }
        }
        text
    }

    pub(in crate::catalog) fn text(&mut self, key: &str) -> Option<String> {
        let value = self.value(key)?;
        let text = one(&value).and_then(scalar);
        if !value.is_string() {
            let kind = if text.is_some() { FindingKind::Lenient } else { FindingKind::WrongType };
            (self.found)(key, kind(Expected::Text, shown(&value)));
        }
        let text = text?;
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn authors(&mut self, key: &str) -> Vec<Author> {
        let values = match self.value(key) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            // A text or an object alone: a list of one.
            Some(value) => {
                let is_author = value.is_string() || value.is_object() || value.is_number();
                let kind = if is_author { FindingKind::Lenient } else { FindingKind::WrongType };
                (self.found)(key, kind(Expected::Texts, shown(&value)));
                match scalar(&value) {
                    _ if !is_author => return Vec::new(),
                    Some(text) => vec![Value::String(text)],
                    None => vec![value],
                }
            }
        };
        if let Some((other, meant)) = keys::slip_of_author(&values) {
            (self.found)(key, FindingKind::Misspelt(other.to_owned(), meant, 1));
        }
        let found = &mut |fault| {
            let kind = match fault {
                AuthorFault::Number(value) => FindingKind::Lenient(Expected::Name, shown(&value)),
                AuthorFault::NoAuthor(value) => FindingKind::BadAuthor(shown(&value)),
                AuthorFault::Empty(value) => FindingKind::Odd(Odd::EmptyEntry, value.to_string()),
                AuthorFault::Kind(value) => FindingKind::AuthorKind(shown(&value)),
                AuthorFault::Role(value) => FindingKind::Odd(Odd::Role, shown(&value)),
                AuthorFault::NoFamily(given) => FindingKind::Odd(Odd::NoFamily, kept(&given)),
            };
            (self.found)(key, kind);
        };
        author::authors(values, found)
    }

    fn list(&mut self, key: &str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let values = match &value {
            Value::Array(values) => values.as_slice(),
            Value::Object(_) => {
                (self.found)(key, FindingKind::WrongType(Expected::Texts, shown(&value)));
                return Vec::new();
            }
            _ => std::slice::from_ref(&value),
        };
        let mut list: Vec<String> = Vec::with_capacity(values.len());
        let mut known: HashSet<String> = HashSet::default();
        work::count(values.len());
        let (mut are_texts, mut wrong, mut empty) = (value.is_array(), None, None);
        for value in values {
            if value.is_null() {
                empty = empty.or(Some(value));
                continue;
            }
            are_texts &= value.is_string();
            match scalar(value).as_deref().map(str::trim) {
                None => wrong = wrong.or(Some(value)),
                Some("") => empty = empty.or(Some(value)),
                Some(text) if !known.insert(text.to_owned()) => {}
                Some(text) => list.push(text.to_owned()),
            }
        }
        match wrong {
            Some(wrong) => (self.found)(key, FindingKind::WrongEntry(shown(wrong))),
            None if !are_texts => (self.found)(key, FindingKind::Lenient(Expected::Texts, shown(&value))),
            None => {}
        }
        if let Some(entry) = empty.filter(|_| value.is_array()) {
            (self.found)(key, FindingKind::Odd(Odd::EmptyEntry, entry.to_string()));
        }
        list
    }

    /// The number of pages. A range of pages is no number of them, and is read as that where none is stated.
    fn pages(&mut self, key: &str, range: &mut Option<String>) -> Option<u32> {
        let text = self.object.get(key).and_then(one).and_then(Value::as_str).map(str::trim);
        let Some(text) = text.filter(|text| range.is_none() && is_page_range(text)).map(str::to_owned) else {
            return self.number(key);
        };
        self.object.shift_remove(key);
        (self.found)(key, FindingKind::PagesRead(text.clone()));
        *range = Some(text);
        None
    }

    fn number(&mut self, key: &str) -> Option<u32> {
        let value = self.value(key)?;
        let number = match one(&value)? {
            Value::Number(_) => scalar(one(&value)?)?.parse().ok(),
            Value::String(text) => whole(text, key),
            _ => None,
        };
        match number {
            Some(_) if value.is_number() => {}
            Some(number) => (self.found)(key, FindingKind::NumberRead(shown(&value), number)),
            None => (self.found)(key, FindingKind::WrongType(Expected::Whole, shown(&value))),
        }
        number
    }

    /// The text of a volume, an issue or pages, which may be a number.
    fn locator(&mut self, key: &str) -> Option<String> {
        match self.object.get(key) {
            Some(Value::Number(_)) => self.value(key).as_ref().and_then(scalar),
            _ => self.text(key),
        }
    }

    fn date(&mut self, key: &str) -> Option<Published> {
        let value = self.value(key)?;
        let text = match one(&value) {
            Some(one @ (Value::String(_) | Value::Number(_))) => scalar(one),
            _ => None,
        };
        let Some(text) = text else {
            (self.found)(key, FindingKind::WrongType(Expected::Text, shown(&value)));
            return None;
        };
        // Of a number with places, these are no month.
        let is_fraction = value.is_number() && text.contains('.');
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let read = if is_fraction { Err(DateError::Form) } else { date_text::read_published(text) };
        let shown = shown(&value).trim().to_owned();
        match date_finding(read, shown, text, value.is_array()) {
            None => return Published::read(text),
            Some(kind) => (self.found)(key, kind),
        }
        if is_fraction { Published::new(None, Some(text)) } else { Published::read(text) }
    }

    fn link(&mut self, key: &str) -> Option<String> {
        let text = self.text(key)?;
        match link::read(&text) {
            Ok(address) if address == text => Some(text),
            Ok(address) => {
                let address = address.into_owned();
                (self.found)(key, FindingKind::LinkRead(text, address.clone()));
                Some(address)
            }
            Err(error) => {
                (self.found)(key, FindingKind::BadLink(text, error));
                None
            }
        }
    }

    /// The text of a DOI; of one that is none too, for somebody wrote it.
    fn doi(&mut self, key: &str) -> Option<String> {
        let text = self.text(key)?;
        if read_doi(&text).is_none() {
            (self.found)(key, FindingKind::BadDoi(text.clone()));
        }
        Some(text)
    }

    pub(in crate::catalog) fn map(&mut self, key: &str) -> Map<String, Value> {
        match self.value(key) {
            None => Map::new(),
            Some(Value::Object(map)) => map,
            Some(other) => {
                (self.found)(key, FindingKind::WrongType(Expected::Object, shown(&other)));
                Map::new()
            }
        }
    }
}

/// The value, or the only one of a list.
fn one(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(values) => match values.as_slice() {
            [one] if !one.is_array() => Some(one),
            _ => None,
        },
        _ => Some(value),
    }
}

/// Whether a text is a range of pages: `45-67`, `pp. 45–67`.
fn is_page_range(text: &str) -> bool {
    let bare =
        ["pages ", "pp. ", "pp.", "p. ", "S. "].iter().find_map(|label| text.strip_prefix(label)).unwrap_or(text);
    let is_number = |part: &str| !part.is_empty() && part.trim().bytes().all(|byte| byte.is_ascii_digit());
    bare.split_once(['-', '–', '—']).is_some_and(|(first, last)| is_number(first) && is_number(last))
}

/// The whole number that a text means under a key: with signs between thousands, or the unit of the field behind it.
fn whole(text: &str, key: &str) -> Option<u32> {
    let units: &[&str] =
        if key == "minutes" { &["minutes", "minute", "mins", "min"] } else { &["pages", "page", "pp", "p"] };
    let text = text.trim().trim_end_matches('.');
    if key == "minutes"
        && let Some(minutes) = duration(text)
    {
        return Some(minutes);
    }
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &text[number.len()..];
    if !unit.is_empty() && !units.iter().any(|known| unit.eq_ignore_ascii_case(known)) {
        return None;
    }
    let number = number.trim_end();
    let is_separator = |c: char| matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
    let Some(separator) = number.chars().find(|c| is_separator(*c)) else {
        // 32.0, but not 32.000, which may be thousands.
        let is_zero = |places: &str| places == "0" || places == "00";
        return number
            .split_once('.')
            .filter(|(_, places)| is_zero(places))
            .map_or(number, |(whole, _)| whole)
            .parse()
            .ok();
    };
    let mut groups = number.split(separator);
    let first = groups.next()?;
    let is_grouped = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    if is_grouped { number.replace(separator, "").parse().ok() } else { None }
}

/// The minutes of a duration with its units, or of one that shows hours, minutes and seconds: `1 h 30 min`, `PT1H30M` (ISO 8601),
/// `1:30:00`. Of `12:30` nobody can tell what it is.
fn duration(text: &str) -> Option<u32> {
    let text = text.to_ascii_lowercase();
    let mut seconds = 0_u32;
    if let [hours, minutes, rest] = text.split(':').collect::<Vec<&str>>()[..] {
        for (part, factor, most) in [(hours, 3600, u16::MAX), (minutes, 60, 59), (rest, 1, 59)] {
            let number = part.parse::<u16>().ok().filter(|number| *number <= most && !part.starts_with('+'))?;
            seconds = seconds.checked_add(u32::from(number).checked_mul(factor)?)?;
        }
        return whole_minutes(seconds);
    }
    let mut rest = text.strip_prefix("pt").unwrap_or(&text);
    while !rest.is_empty() {
        let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let number: u16 = rest[..rest.len() - unit.len()].parse().ok()?;
        let unit = unit.trim_start();
        let behind = unit.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let factor = match &unit[..unit.len() - behind.len()] {
            "h" | "hr" | "hrs" | "hour" | "hours" => 3600,
            "m" | "min" | "mins" | "minute" | "minutes" => 60,
            "s" | "sec" | "secs" | "second" | "seconds" => 1,
            _ => return None,
        };
        seconds = seconds.checked_add(u32::from(number).checked_mul(factor)?)?;
        rest = behind.trim_start_matches([' ', ',', '.']).trim_start_matches("and ");
    }
    whole_minutes(seconds)
}

/// The nearest number of minutes; none of less than half a one.
fn whole_minutes(seconds: u32) -> Option<u32> {
    Some(seconds.saturating_add(30) / 60).filter(|minutes| *minutes > 0)
}

/// The text of a JSON value in which `NaN` and `Infinity`, as programs write missing numbers, are null, and the key of
/// the first; `None` where it has none.
pub(super) fn without_nan(text: &str) -> Option<(String, Option<String>)> {
    const WORDS: [&str; 3] = ["-Infinity", "Infinity", "NaN"];
    if !WORDS.iter().any(|word| text.contains(word)) {
        return None;
    }
    let (mut fixed, mut rest, mut in_string, mut key) = (String::with_capacity(text.len()), text, false, None);
    while let Some(c) = rest.chars().next() {
        let word = WORDS.iter().find(|word| !in_string && rest.starts_with(**word));
        let length = match word {
            Some(word) => word.len(),
            // An escaped character goes with its backslash.
            None if in_string && c == '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            None => c.len_utf8(),
        };
        in_string ^= c == '"';
        key = key.or_else(|| word.and_then(|_| last_key(&fixed)));
        fixed.push_str(word.map_or(&rest[..length], |_| "null"));
        rest = &rest[length..];
    }
    Some((fixed, key))
}

/// The key that a text of JSON ends with.
fn last_key(text: &str) -> Option<String> {
    let before = text.trim_end().strip_suffix(':')?.trim_end().strip_suffix('"')?;
    before.rsplit('"').next().map(str::to_owned)
}

/// Where `"key":` stands in the bytes of an object.
pub(super) fn offset_of_key(raw: &[u8], key: &str) -> Option<usize> {
    let quoted = format!("\"{key}\"");
    let quoted = quoted.as_bytes();
    (0..raw.len().saturating_sub(quoted.len())).find(|at| {
        raw[*at..].starts_with(quoted)
            && raw[at + quoted.len()..].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
    })
}

/// Returns the keys in bytes of JSON, each with the line ends before it, sorted by key; of equal ones the first that stands there comes first.
pub(super) fn lines_of_keys(raw: &[u8]) -> Vec<(&[u8], usize)> {
    work::count(raw.len());
    let (mut keys, mut at, mut n_lines) = (Vec::new(), 0, 0);
    while let Some(start) = raw[at..].iter().position(|byte| matches!(byte, b'"' | b'\n')).map(|n| at + n) {
        at = start + 1;
        if raw[start] == b'\n' {
            n_lines += 1;
            continue;
        }
        while let Some(byte) = raw.get(at).filter(|byte| **byte != b'"') {
            n_lines += usize::from(*byte == b'\n');
            at += 1 + usize::from(*byte == b'\\');
        }
        let end = at.min(raw.len());
        at = (at + 1).min(raw.len());
        if raw[at..].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':') {
            keys.push((&raw[start + 1..end], n_lines));
        }
    }
    sort_by(&mut keys, Ord::cmp);
    keys
}

/// The text of a key in bytes that are not (all) valid JSON.
pub(super) fn text_of_key(raw: &[u8], key: &str) -> Option<String> {
    let rest = &raw[offset_of_key(raw, key)? + key.len() + 2..];
    let colon = rest.iter().position(|byte| *byte == b':')?;
    let rest = rest[colon + 1..].trim_ascii_start().strip_prefix(b"\"")?;
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\n'))?;
    Some(kept(&String::from_utf8_lossy(&rest[..end])))
}

/// Where the next record begins behind the start of a broken one: at a brace with an `"id"` right behind it,
/// which is no value of a key.
pub(super) fn next_record(raw: &[u8]) -> Option<usize> {
    let next = (1..raw.len()).find(|at| begins_record(raw, *at));
    work::count(next.unwrap_or(raw.len()));
    next
}

/// Whether the next record begins at a place behind the start of a broken one.
pub(super) fn begins_record(raw: &[u8], at: usize) -> bool {
    raw[at] == b'{' && matches!(raw[..at].trim_ascii_end().last(), Some(b',' | b'}')) && {
        let inside = raw[at + 1..].trim_ascii_start();
        inside.strip_prefix(b"\"id\"").is_some_and(|rest| rest.trim_ascii_start().starts_with(b":"))
    }
}

/// What is the matter with a text as a date of publication; `None` where nothing is.
#[cfg(feature = "import")]
pub(crate) fn finding_of_date(text: &str) -> Option<FindingKind> {
    let text = text.trim();
    date_finding(date_text::read_published(text), text.to_owned(), text, false)
}

/// What is the matter with a text, `shown` in a finding, that was read as a date; `is_list` where it was an entry of a list.
fn date_finding(
    read: Result<(DateStatement, Option<DateError>), DateError>,
    shown: String,
    text: &str,
    is_list: bool,
) -> Option<FindingKind> {
    match read {
        Err(error) => Some(FindingKind::BadDate(shown, error)),
        Ok((DateStatement { date: Some(date), .. }, Some(error))) => Some(FindingKind::DateCut(shown, error, date)),
        Ok((statement @ DateStatement { date: Some(date), .. }, None))
            if is_list || statement.is_plain() && text.parse() != Ok(date) =>
        {
            Some(FindingKind::DateRead(shown, date))
        }
        Ok(_) => None,
    }
}
