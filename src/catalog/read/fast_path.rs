//! The short way from JSON to a record, for records with which nothing is the matter.
//!
//! Reads each byte about once and copies nothing. It knows the right type of every field and gives up on all else: a wrong
//! type, a key that stands twice, a control character, a list of hundreds, an end that has not arrived. What it gives up on is read by
//! [`super::lenient`], which finds the reason; what it takes, it takes exactly as that would.

use std::borrow::Cow;

use serde_json::Value;

use super::cursor::Cursor;
use super::keys;
use crate::catalog::model::{FIELDS, FieldType, List, PartialDate, author, link, read_doi};
use crate::catalog::store::Record;
use crate::limits::work;

/// Entries of a list, and keys that are not known, up to which each is compared with every other.
const FEW: usize = 100;

/// Keys that this version does not know.
#[derive(Debug, Default)]
struct Others<'a> {
    keys: Vec<&'a str>,
    json: String,
}

impl<'a> Cursor<'a> {
    /// Reads the object that begins here; `None` when it has to be read with care, and then some of it is passed.
    pub(super) fn record(&mut self, record: &mut Record<'a>) -> Option<()> {
        record.clear();
        let (mut seen, mut hint, mut others) = (0u32, 0, Others::default());
        self.byte(b'{')?;
        loop {
            self.blank();
            let key = self.plain()?;
            self.blank();
            self.byte(b':')?;
            self.blank();
            let known = (hint..FIELDS.len()).chain(0..hint).find(|number| FIELDS[*number].0 == key);
            if let Some(number) = known {
                let bit = 1 << number;
                if seen & bit != 0 {
                    return None;
                }
                seen |= bit;
                hint = number + 1;
                if self.peek()? == b'n' {
                    self.word("null")?;
                } else {
                    self.field(FIELDS[number].1, record)?;
                }
            } else {
                self.other(key, &mut others)?;
            }
            self.blank();
            match self.next()? {
                b',' => {}
                b'}' => break,
                _ => return None,
            }
        }
        if !others.json.is_empty() {
            others.json.push('}');
            record.other = Some(Cow::Owned(others.json));
        }
        (!record.id.is_empty() && !record.title.is_empty()).then_some(())
    }

    fn field(&mut self, field: FieldType, record: &mut Record<'a>) -> Option<()> {
        match field {
            FieldType::Id => record.id = self.string()?,
            FieldType::Title => record.title = self.string()?,
            FieldType::Summary => record.summary = stated(self.string()?),
            FieldType::Confidence => record.confidence = stated(self.string()?),
            FieldType::Url => {
                record.url = stated(self.string()?);
                return record.url.as_deref().is_none_or(link::leads).then_some(());
            }
            FieldType::Doi => {
                record.doi = stated(self.string()?);
                return record.doi.as_deref().is_none_or(|doi| read_doi(doi).is_some()).then_some(());
            }
            FieldType::Published if self.peek()? == b'"' => {
                if let Some(date) = stated(self.string()?) {
                    record.published = Some(date_of_publication(&date)?);
                }
            }
            FieldType::Published => record.published = Some(date_of_publication(self.digits()?)?),
            FieldType::Volume => record.volume = stated(self.locator()?),
            FieldType::Issue => record.issue = stated(self.locator()?),
            FieldType::PageRange => record.page_range = stated(self.locator()?),
            FieldType::Pages => record.pages = Some(self.digits()?.parse().ok()?),
            FieldType::Minutes => record.minutes = Some(self.digits()?.parse().ok()?),
            FieldType::Extra => {
                let text = self.object()?;
                let is_empty = text[1..].trim_start().starts_with('}');
                record.extra = (!is_empty).then_some(Cow::Borrowed(text));
            }
            FieldType::One(list) => {
                let start = record.n_entries();
                if let Some(entry) = stated(self.string()?) {
                    record.add(start, entry);
                }
                record.close(list, start);
            }
            FieldType::Many(list) => {
                let start = self.list(record)?;
                record.close(list, start);
            }
            FieldType::Authors => return self.authors(record),
            FieldType::Sources => {
                let start = self.list(record)?;
                record.close_sources(start);
            }
        }
        Some(())
    }

    /// A text or a whole number, as its text.
    fn locator(&mut self) -> Option<Cow<'a, str>> {
        if self.peek()? == b'"' { self.string() } else { self.digits().map(Cow::Borrowed) }
    }

    /// A list of texts; gives where it begins in the record's entries.
    fn list(&mut self, record: &mut Record<'a>) -> Option<usize> {
        let start = record.n_entries();
        self.byte(b'[')?;
        self.blank();
        if self.peek()? == b']' {
            self.at += 1;
            return Some(start);
        }
        loop {
            self.blank();
            if let Some(entry) = stated(self.string()?) {
                let n = record.n_entries() - start;
                work::count(n);
                if n == FEW {
                    return None;
                }
                record.add(start, entry);
            }
            self.blank();
            match self.next()? {
                b',' => {}
                b']' => return Some(start),
                _ => return None,
            }
        }
    }

    /// The list of authors. Where one of them is an object, the list is passed whole and read as the careful reader does.
    fn authors(&mut self, record: &mut Record<'a>) -> Option<()> {
        let (at, lines, start) = (self.at, self.lines, record.n_entries());
        if self.list(record).is_some() {
            record.close(List::Authors, start);
            return Some(());
        }
        (self.at, self.lines) = (at, lines);
        record.cut(start);
        let values: Vec<Value> = serde_json::from_str(self.any()?).ok()?;
        let mut is_right = keys::slip_of_author(&values).is_none();
        let authors = author::authors(values, &mut |_| is_right = false);
        record.set_authors(&authors);
        is_right.then_some(())
    }

    /// An object, as its text.
    fn object(&mut self) -> Option<&'a str> {
        if self.peek()? == b'{' { self.any() } else { None }
    }

    /// A value under a key that is not known.
    fn other(&mut self, key: &'a str, others: &mut Others<'a>) -> Option<()> {
        work::count(others.keys.len());
        if key == "$serde_json::private::Number" || others.keys.len() == FEW || others.keys.contains(&key) {
            return None;
        }
        others.keys.push(key);
        let value = self.any()?;
        others.json.push_str(if others.json.is_empty() { "{\"" } else { ",\"" });
        others.json.extend([key, "\":", value]);
        Some(())
    }
}

/// A date of one of the three forms, of a year in which something can be published.
fn date_of_publication(text: &str) -> Option<PartialDate> {
    text.parse().ok().and_then(|date: PartialDate| date.of_publication().ok())
}

/// A text that says something.
fn stated(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::Cursor;
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
    const KEYS: [&str; 16] = [
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
    ];

    /// What the careful way makes of a record, when nothing is the matter with it.
    fn careful(text: &str) -> Option<Resource> {
        let object = serde_json::from_str(text).ok()?;
        let mut findings = 0;
        let resource = lenient::resource(object, &mut |_: &str, _: FindingKind| findings += 1)?;
        (findings == 0).then_some(resource)
    }

    fn swift(text: &str) -> Option<(Resource, usize)> {
        let mut record = Record::default();
        let mut swift = Cursor::new(text);
        swift.record(&mut record)?;
        assert_eq!((swift.at, swift.lines), (text.len(), text.matches('\n').count()), "{text}");
        Some((record.to_resource(), swift.at))
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
            if let Some((resource, _)) = swift(&text) {
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
            r#", "summary": null, "authors": [], "published": 2019, "pages": 12, "minutes": 0"#,
            r#", "summary": " é\n\"x\" ", "url": "https://a.b", "authors": ["A", " A", "", "B"], "type": " ""#,
            r#", "authors": ["A", {"name": "B", "kind": "organization", "ror": "x"}, {"family": "C", "given": "D"}, "A"]"#,
            r#", "extra": {"cost": 1.50, "of": ["a"]}, "isbn": ["1", {"a": null}], "grant" : 7, "note":null"#,
            r#", "sources": ["https://a.b", "c"], "confidence": "high", "language": "en", "keywords": ["\u00e9"]"#,
        ] {
            let text = format!("{{ \"id\" : \"a\", \"title\":\"A\"{members}}}");
            assert_eq!(swift(&text).map(|(resource, _)| resource), careful(&text), "{text}");
            assert!(swift(&text).is_some(), "{text}");
        }
    }
}
