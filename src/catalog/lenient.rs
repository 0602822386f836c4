//! From a JSON object to a resource, taking what can be taken and reporting the rest.
//!
//! A wrong value costs its field, not its record; only a record without id or title is given up.

use serde_json::{Map, Value};

use super::link;
use super::{Author, FindingKind, Resource, author};

const TEXT: &str = "a text";
const LIST: &str = "a list of texts";
const NUMBER: &str = "a whole number";

/// The resource that an object describes; `found` is told the key and what is the matter with it.
pub(super) fn resource(mut object: Map<String, Value>, found: &mut dyn FnMut(&str, FindingKind)) -> Option<Resource> {
    let mut take = Taker { object: &mut object, found };
    let id = take.required("id", FindingKind::NoId)?;
    let title = take.required("title", FindingKind::NoTitle)?;
    let resource = Resource {
        id,
        title,
        summary: take.text("summary"),
        url: take.link("url"),
        authors: take.authors("authors"),
        publishers: take.list("publishers"),
        published: take.date("published"),
        r#type: take.text("type"),
        themes: take.list("themes"),
        audiences: take.list("audiences"),
        levels: take.list("levels"),
        places: take.list("places"),
        keywords: take.list("keywords"),
        language: take.text("language"),
        access: take.text("access"),
        pages: take.number("pages"),
        minutes: take.number("minutes"),
        sources: take.list("sources"),
        confidence: take.text("confidence"),
        extra: take.map("extra"),
        other: Map::new(),
    };
    Some(Resource { other: object, ..resource })
}

/// Takes typed values out of an object.
pub(super) struct Taker<'a> {
    pub(super) object: &'a mut Map<String, Value>,
    pub(super) found: &'a mut dyn FnMut(&str, FindingKind),
}

impl Taker<'_> {
    fn value(&mut self, key: &str) -> Option<Value> {
        self.object.shift_remove(key).filter(|value| !value.is_null())
    }

    fn required(&mut self, key: &str, missing: FindingKind) -> Option<String> {
        let text = self.text(key);
        if text.is_none() {
            (self.found)(key, missing);
        }
        text
    }

    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let text = match self.value(key)? {
            Value::String(text) => text,
            Value::Number(number) => {
                (self.found)(key, FindingKind::Lenient(TEXT));
                number.to_string()
            }
            _ => {
                (self.found)(key, FindingKind::WrongType(TEXT));
                return None;
            }
        };
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn authors(&mut self, key: &str) -> Vec<Author> {
        let values = match self.value(key) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            // A text or an object alone: a list of one.
            Some(value) => {
                let is_author = value.is_string() || value.is_object();
                (self.found)(key, if is_author { FindingKind::Lenient(LIST) } else { FindingKind::WrongType(LIST) });
                if is_author { vec![value] } else { return Vec::new() }
            }
        };
        author::authors(values, &mut |kind| (self.found)(key, kind))
    }

    fn list(&mut self, key: &str) -> Vec<String> {
        let values = match self.value(key) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            Some(Value::String(text)) => {
                (self.found)(key, FindingKind::Lenient(LIST));
                vec![Value::String(text)]
            }
            Some(_) => {
                (self.found)(key, FindingKind::WrongType(LIST));
                return Vec::new();
            }
        };
        let mut list: Vec<String> = Vec::with_capacity(values.len());
        let mut is_wrong = false;
        for value in values {
            match value {
                Value::String(text) => {
                    let text = text.trim();
                    if !text.is_empty() && !list.iter().any(|had| had == text) {
                        list.push(text.to_owned());
                    }
                }
                _ => is_wrong = true,
            }
        }
        if is_wrong {
            (self.found)(key, FindingKind::WrongEntry(LIST));
        }
        list
    }

    fn number(&mut self, key: &str) -> Option<u32> {
        let value = self.value(key)?;
        if let Some(number) = value.as_u64().and_then(|number| u32::try_from(number).ok()) {
            return Some(number);
        }
        let read = value.as_str().and_then(|text| text.trim().parse().ok());
        let kind = if read.is_some() { FindingKind::Lenient(NUMBER) } else { FindingKind::WrongType(NUMBER) };
        (self.found)(key, kind);
        read
    }

    fn date(&mut self, key: &str) -> Option<super::PartialDate> {
        let text = self.text_or_year(key)?;
        text.parse()
            .map_err(|error| {
                let kind = match error {
                    super::DateError::Form => FindingKind::DateForm(text.clone()),
                    super::DateError::Impossible => FindingKind::ImpossibleDate(text.clone()),
                };
                (self.found)(key, kind);
            })
            .ok()
    }

    /// A date may be written as a number: 2019.
    fn text_or_year(&mut self, key: &str) -> Option<String> {
        if let Some(year) = self.object.get(key).and_then(Value::as_u64) {
            self.object.shift_remove(key);
            return Some(year.to_string());
        }
        self.text(key)
    }

    fn link(&mut self, key: &str) -> Option<String> {
        let text = self.text(key)?;
        if link::href(&text).is_none() {
            (self.found)(key, FindingKind::BadLink(text));
            return None;
        }
        Some(text)
    }

    pub(super) fn map(&mut self, key: &str) -> Map<String, Value> {
        match self.value(key) {
            None => Map::new(),
            Some(Value::Object(map)) => map,
            Some(_) => {
                (self.found)(key, FindingKind::WrongType("an object in braces"));
                Map::new()
            }
        }
    }
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

/// The text of a key in bytes that are not (all) valid JSON.
pub(super) fn text_of_key(raw: &[u8], key: &str) -> Option<String> {
    let rest = &raw[offset_of_key(raw, key)? + key.len() + 2..];
    let colon = rest.iter().position(|byte| *byte == b':')?;
    let rest = rest[colon + 1..].trim_ascii_start().strip_prefix(b"\"")?;
    let end = rest.iter().position(|byte| matches!(byte, b'"' | b'\n'))?;
    Some(String::from_utf8_lossy(&rest[..end]).into_owned())
}

/// Where the next record begins behind the start of a broken one: at a brace with an `"id"` right behind it,
/// which is no value of a key.
pub(super) fn next_record(raw: &[u8]) -> Option<usize> {
    (1..raw.len()).find(|at| {
        raw[*at] == b'{' && matches!(raw[..*at].trim_ascii_end().last(), Some(b',' | b'}')) && {
            let inside = raw[at + 1..].trim_ascii_start();
            inside.strip_prefix(b"\"id\"").is_some_and(|rest| rest.trim_ascii_start().starts_with(b":"))
        }
    })
}

/// Text of bytes in the encoding that Windows and Excel call ANSI: Latin-1 with printable characters in 0x80 to 0x9f
/// (WHATWG Encoding Standard, index windows-1252).
pub(super) fn windows_1252(raw: &[u8]) -> String {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    raw.iter()
        .map(|byte| match byte {
            0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
            _ => char::from(*byte),
        })
        .collect()
}
