//! The short way from JSON to a record, for records with which nothing is the matter.
//!
//! Copies no text of a known field that stands in the file as it is. It knows the right type of every field and gives up on all else: a wrong type, a
//! key that stands twice, a list of hundreds, an end that has not arrived. What it gives up on is read by [`super::lenient`], which
//! finds the reason; what it takes, it takes exactly as that would.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::keys;
use super::repeated::repeated;
use crate::catalog::model::{FIELDS, FieldType, List, PartialDate, author, link, read_doi};
use crate::catalog::store::Record;
use crate::limits::work;

/// Entries of a list, and keys that are not known, up to which each is compared with every other.
const FEW: usize = 100;
/// Brackets of an own field or of an unknown key: deeper nesting is not possible then.
const MOST_BRACKETS: usize = 100;

/// Reads the object at the beginning of a text; returns how many bytes it has, `None` when it has to be read with care.
pub(super) fn read_record<'a>(text: &'a str, record: &mut Record<'a>) -> Option<usize> {
    record.clear();
    let mut json = serde_json::Deserializer::from_str(text);
    Members(record).deserialize(&mut json).ok()?;
    // A stream from which nothing was taken begins where the record ended.
    Some(json.into_iter::<IgnoredAny>().byte_offset())
}

/// The members of an object, which go into a record.
struct Members<'r, 'a>(&'r mut Record<'a>);

impl<'de> DeserializeSeed<'de> for Members<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<(), M::Error> {
        let Self(record) = self;
        let (mut seen, mut hint, mut others) = (0u32, 0, Others::default());
        while let Some(key) = members.next_key::<&str>()? {
            let known = (hint..FIELDS.len()).chain(0..hint).find(|number| FIELDS[*number].0 == key);
            if let Some(number) = known {
                let bit = 1 << number;
                ensure(seen & bit == 0)?;
                seen |= bit;
                hint = number + 1;
                read_field(FIELDS[number].1, &mut members, record)?;
            } else {
                ensure(others.add(key, members.next_value()?).is_some())?;
            }
        }
        record.other = others.into_json();
        ensure(!record.id.is_empty() && !record.title.is_empty())
    }
}

/// Reads the value of a field that is known. One that is null is not stated.
fn read_field<'de, M: MapAccess<'de>>(
    field: FieldType,
    members: &mut M,
    record: &mut Record<'de>,
) -> Result<(), M::Error> {
    match field {
        FieldType::Id => record.id = stated(members)?.unwrap_or_default(),
        FieldType::Title => record.title = stated(members)?.unwrap_or_default(),
        FieldType::Summary => record.summary = stated(members)?,
        FieldType::Confidence => record.confidence = stated(members)?,
        FieldType::Url => {
            record.url = stated(members)?;
            return ensure(record.url.as_deref().is_none_or(link::leads));
        }
        FieldType::Doi => {
            record.doi = stated(members)?;
            return ensure(record.doi.as_deref().is_none_or(|doi| read_doi(doi).is_some()));
        }
        FieldType::One(list) => {
            let start = record.n_entries();
            if let Some(entry) = stated(members)? {
                record.add(start, entry);
            }
            record.close(list, start);
        }
        FieldType::Many(list) => {
            let start = record.n_entries();
            members.next_value_seed(Entries(record))?;
            record.close(list, start);
        }
        FieldType::Sources => {
            let start = record.n_entries();
            members.next_value_seed(Entries(record))?;
            record.close_sources(start);
        }
        _ => {
            let json: &RawValue = members.next_value()?;
            return ensure(json.get() == "null" || read_raw(field, json.get(), record).is_some());
        }
    }
    Ok(())
}

/// Reads the value of a field that can be of several types out of its text.
fn read_raw<'a>(field: FieldType, json: &'a str, record: &mut Record<'a>) -> Option<()> {
    match field {
        FieldType::Published => {
            if let Some(date) = nonempty(text_or_digits(json)?) {
                record.published = Some(date_of_publication(&date)?);
            }
        }
        FieldType::Volume => record.volume = nonempty(text_or_digits(json)?),
        FieldType::Issue => record.issue = nonempty(text_or_digits(json)?),
        FieldType::PageRange => record.page_range = nonempty(text_or_digits(json)?),
        FieldType::Pages => record.pages = Some(digits(json)?.parse().ok()?),
        FieldType::Minutes => record.minutes = Some(digits(json)?.parse().ok()?),
        FieldType::Extra => {
            let members = whole(json)?.strip_prefix('{')?;
            record.extra = (!members.trim_start().starts_with('}')).then_some(Cow::Borrowed(json));
        }
        FieldType::Authors => return read_authors(json, record),
        _ => return None,
    }
    Some(())
}

/// Reads the list of authors. Where one of them is an object, it is read as the careful reader does.
fn read_authors<'a>(json: &'a str, record: &mut Record<'a>) -> Option<()> {
    let start = record.n_entries();
    if Entries(record).deserialize(&mut serde_json::Deserializer::from_str(json)).is_ok() {
        record.close(List::Authors, start);
        return Some(());
    }
    record.cut(start);
    let values: Vec<Value> = serde_json::from_str(whole(json)?).ok()?;
    let mut is_right = keys::slip_of_author(&values).is_none();
    let authors = author::authors(values, &mut |_| is_right = false);
    record.set_authors(&authors);
    is_right.then_some(())
}

/// The texts of a list, which go among the entries of a record.
struct Entries<'r, 'a>(&'r mut Record<'a>);

impl<'de> DeserializeSeed<'de> for Entries<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Entries<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of texts")
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut entries: S) -> Result<(), S::Error> {
        let start = self.0.n_entries();
        while let Some(Text(entry)) = entries.next_element()? {
            let n = self.0.n_entries() - start;
            work::count(n);
            // An empty one is a finding.
            ensure(!entry.is_empty() && n < FEW)?;
            self.0.add(start, entry);
        }
        Ok(())
    }
}

/// A text without the blanks around it.
struct Text<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text.trim())))
            }

            fn visit_str<E>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.trim().to_owned())))
            }
        }

        json.deserialize_str(Reader)
    }
}

/// Keys that this version does not know.
#[derive(Debug, Default)]
struct Others<'a> {
    keys: Vec<&'a str>,
    json: String,
}

impl<'a> Others<'a> {
    fn add(&mut self, key: &'a str, value: &'a RawValue) -> Option<()> {
        work::count(self.keys.len());
        if key.starts_with("$serde_json") || self.keys.len() == FEW || self.keys.contains(&key) {
            return None;
        }
        self.keys.push(key);
        self.json.push_str(if self.json.is_empty() { "{\"" } else { ",\"" });
        self.json.extend([key, "\":", whole(value.get())?]);
        Some(())
    }

    fn into_json(mut self) -> Option<Cow<'a, str>> {
        if self.json.is_empty() {
            return None;
        }
        self.json.push('}');
        Some(Cow::Owned(self.json))
    }
}

/// The text of a value that was passed over and is read later: it must prove right then, which half characters would not.
fn whole(json: &str) -> Option<&str> {
    let n_brackets = json.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
    let is_repeated = || json.contains('{') && !repeated(json).is_empty();
    let is_wrong = n_brackets > MOST_BRACKETS || json.contains("\\u") || json.contains("$serde_json") || is_repeated();
    (!is_wrong).then_some(json)
}

/// A text that says something, or null.
fn stated<'de, M: MapAccess<'de>>(members: &mut M) -> Result<Option<Cow<'de, str>>, M::Error> {
    let text: Option<Text<'_>> = members.next_value()?;
    Ok(text.and_then(|Text(text)| nonempty(text)))
}

fn nonempty(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    (!text.is_empty()).then_some(text)
}

/// A text, or a whole number as its text.
fn text_or_digits(json: &str) -> Option<Cow<'_, str>> {
    if !json.starts_with('"') {
        return digits(json).map(Cow::Borrowed);
    }
    serde_json::from_str(json).ok().map(|Text(text)| text)
}

/// A whole number without a sign; zeros may stand behind its point.
fn digits(json: &str) -> Option<&str> {
    let (digits, zeros) = json.split_once('.').unwrap_or((json, "0"));
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit()) && zeros.bytes().all(|byte| byte == b'0');
    is_whole.then_some(digits)
}

/// A date of one of the three forms, of a year in which something can be published.
fn date_of_publication(text: &str) -> Option<PartialDate> {
    text.parse().ok().and_then(|date: PartialDate| date.of_publication().ok())
}

/// Returns an error, which nobody reads, where something is not as it should be.
fn ensure<E: Error>(is_right: bool) -> Result<(), E> {
    if is_right { Ok(()) } else { Err(E::custom("")) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::read_record;
    use crate::catalog::model::Resource;
    use crate::catalog::read::finding::FindingKind;
    use crate::catalog::read::lenient;
    use crate::catalog::store::Record;

    const TEXTS: [&str; 15] = [
        "\"https://a.b/c d\"",
        "\"https://a.b\\\\@c\"",
        "\"https://a@b/\"",
        "\"2019/10/28\"",
        "\"12\"",
        "\"a\"",
        "\" é b\u{a0}\"",
        "\"\"",
        "\"a \\\"b\\\" \\u00e9\\n\"",
        "\"\\ud800\"",
        "\"2016-05\"",
        "\"https://a.b/é\"",
        "\"1\t2\"",
        "\"javascript:x\"",
        "\"doi:10.1\"",
    ];
    const VALUES: [&str; 25] = [
        "2019.0",
        "3019",
        "\"ca. 2019\"",
        "\"in press\"",
        "32.00",
        "20191028",
        "null",
        "7",
        "012",
        "2016",
        "-1",
        "1.0",
        "true",
        "[]",
        "[ ]",
        "{ }",
        "{\"a\": [1.50, {\"b\": null}]}",
        "nul",
        r#"{"name": " A ", "kind": "organization"}"#,
        r#"{"name": "A", "kind": "team"}"#,
        r#"{"name": "A", "orcid": [1.50]}"#,
        r#"{"family": "y", "given" : "x", "suffix": null}"#,
        r#"{"given": "x"}"#,
        r#"{"family": 7}"#,
        r#"{"name": "é"}"#,
    ];
    const KEYS: [&str; 17] = [
        "authors",
        "id",
        "title",
        "summary",
        "url",
        "themes",
        "sources",
        "published",
        "volume",
        "container",
        "pages",
        "type",
        "extra",
        "confidence",
        "isbn",
        "note",
        "$serde_json::private::RawValue",
    ];

    /// What the careful way makes of a record, when nothing is the matter with it.
    fn careful(text: &str) -> Option<Resource> {
        let Ok(Value::Object(object)) = serde_json::from_str(text) else { return None };
        let mut findings = 0;
        let resource = lenient::resource(object, &mut |_: &str, _: FindingKind| findings += 1)?;
        (findings == 0).then_some(resource)
    }

    fn swift(text: &str) -> Option<Resource> {
        let mut record = Record::default();
        assert_eq!(read_record(text, &mut record)?, text.len(), "{text}");
        Some(record.to_resource())
    }

    #[test]
    fn what_it_takes_it_takes_as_the_careful_way_does() {
        let mut n_taken = 0;
        arbtest::arbtest(|u| {
            let mut members =
                if u.ratio(1, 8)? { vec![] } else { vec!["\"id\":\"x\"".to_owned(), "\"title\":\"X\"".to_owned()] };
            for _ in 0..u.int_in_range(0..=4)? {
                let text = *u.choose(&TEXTS)?;
                let value = match u.int_in_range(0..=4u8)? {
                    0 => (*u.choose(&VALUES)?).to_owned(),
                    1 => {
                        let more = if u.arbitrary()? { &TEXTS[..] } else { &VALUES[..] };
                        format!("[{text},\n {}, {text}]", u.choose(more)?)
                    }
                    _ => text.to_owned(),
                };
                members.push(format!("\"{}\"{}:{value}", u.choose(&KEYS)?, u.choose(&["", " ", "\r\n"])?));
            }
            let text = format!("{{{}}}", members.join(*u.choose(&[",", ", ", " ,\n\t"])?));
            if let Some(resource) = swift(&text) {
                n_taken += 1;
                assert_eq!(Some(resource), careful(&text), "{text}");
            }
            Ok(())
        });
        assert!(n_taken > 10, "only {n_taken} were taken");
    }

    #[test]
    fn what_is_right_is_taken() {
        for members in [
            "",
            r#", "summary": null, "authors": [], "sources": null, "published": 2019, "pages": 12, "minutes": 0"#,
            r#", "summary": " é\n\"x\" ", "url": "https://a.b", "authors": ["A", " A", "B"], "type": " ""#,
            r#", "authors": ["A", {"name": "B", "kind": "organization", "ror": "x"}, {"family": "C", "given": "D"}, "A"]"#,
            r#", "extra": {"cost": 1.50, "of": ["a"]}, "isbn": ["1", {"a": null}], "grant" : 7, "note":null"#,
            r#", "sources": ["https://a.b", "c"], "themes": null, "confidence": "high", "language": "en", "keywords": ["\u00e9"]"#,
        ] {
            let text = format!("{{ \"id\" : \"a\", \"title\":\"A\"{members}}}");
            assert_eq!(swift(&text), careful(&text), "{text}");
            assert!(swift(&text).is_some(), "{text}");
        }
    }
}
