//! Keys that stand twice in an object.
//!
//! Parsers keep one of two values without a word, most of them the last (RFC 8259, section 4); so does this one, and says so. It looks at
//! text that is valid JSON only, so that strings and brackets are all there is to know.

use std::borrow::Cow;

use serde_json::Value;

use super::finding::{kept, shown};
use crate::catalog::store::sort_by;
use crate::limits::work;

/// Bytes from which on a list or an object is shown as it is written.
const LONG: usize = 1_000;

/// A key that stands twice in one object.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeated {
    /// The key of the outermost object under which it stands; the key itself where it is one of these.
    pub(super) field: String,
    /// The key.
    pub(super) key: String,
    /// The value that stands first, as a message shows it.
    pub(super) lost: String,
    /// The value that is read, the last.
    pub(super) read: String,
    /// Line ends before the last one.
    pub(super) n_lines: usize,
}

/// A key of an object that is open, and where its value begins and ends.
struct Member<'a> {
    key: Cow<'a, str>,
    n_lines: usize,
    at: usize,
    value: (usize, usize),
}

/// The keys that stand twice in a valid text of JSON, each once an object, in the order of the objects' ends.
pub(super) fn repeated(text: &str) -> Vec<Repeated> {
    work::count(text.len());
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // Of each open object its members; of a list nothing.
    let mut open: Vec<Option<Vec<Member<'_>>>> = Vec::new();
    let (mut at, mut is_key, mut n_lines) = (0, false, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => {
                let end = end_of_string(bytes, at);
                if is_key && let Some(Some(members)) = open.last_mut() {
                    members.push(Member { key: plain(text, at, end), n_lines, at, value: (0, 0) });
                    is_key = false;
                }
                at = end;
                continue;
            }
            // A string has no line end (RFC 8259, section 7).
            b'\n' => n_lines += 1,
            b':' => {
                if let Some(member) = last_member(&mut open) {
                    member.value.0 = at + 1;
                }
            }
            b'{' | b'[' => {
                is_key = *byte == b'{';
                open.push(is_key.then(Vec::new));
            }
            b',' | b'}' | b']' => {
                if let Some(member) = last_member(&mut open) {
                    member.value.1 = at;
                }
                is_key = *byte == b',' && matches!(open.last(), Some(Some(_)));
                if *byte != b','
                    && let Some(Some(members)) = open.pop()
                {
                    let outermost = open.iter().flatten().next().and_then(|members| members.last());
                    twice(text, members, outermost.map(|member| &*member.key), &mut found);
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn last_member<'a, 'b>(open: &'b mut [Option<Vec<Member<'a>>>]) -> Option<&'b mut Member<'a>> {
    open.last_mut()?.as_mut()?.last_mut()
}

/// The text of a key that stands between two places, with its quotes.
fn plain(text: &str, start: usize, end: usize) -> Cow<'_, str> {
    let quoted = text.get(start..end).unwrap_or_default();
    if quoted.contains('\\') {
        return Cow::Owned(serde_json::from_str(quoted).unwrap_or_default());
    }
    Cow::Borrowed(quoted.trim_matches('"'))
}

/// Where a string ends that begins here.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// Adds the keys that stand twice among the members of an object, with the first and the last value of each.
fn twice(text: &str, mut members: Vec<Member<'_>>, outermost: Option<&str>, found: &mut Vec<Repeated>) {
    sort_by(&mut members, |a, b| (&a.key, a.at).cmp(&(&b.key, b.at)));
    let of = |member: &Member<'_>| {
        let value = text.get(member.value.0..member.value.1).unwrap_or_default().trim();
        // A long list is shown from its beginning: to read it at each of its levels takes too long.
        if value.len() > LONG && value.starts_with(['{', '[']) {
            return kept(value);
        }
        serde_json::from_str(value).map_or_else(|_| kept(value), |value: Value| shown(&value))
    };
    for same in members.chunk_by(|a, b| a.key == b.key) {
        if let [first, .., last] = same {
            let (field, key) = (outermost.unwrap_or(&last.key).to_owned(), last.key.clone().into_owned());
            found.push(Repeated { field, key, lost: of(first), read: of(last), n_lines: last.n_lines });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::repeated;

    #[test]
    fn a_key_that_stands_twice_in_one_object_is_found_with_both_values() {
        for (text, expected) in [
            (r#"{"a": 1, "b": 2}"#, vec![]),
            (r#"{"a": 1, "b": {"a": 2}, "c": [{"a": 1}, {"a": 2}], "d": "\"a\": 1"}"#, vec![]),
            (r#"{"a": 1, "a": "x,y"}"#, vec![["a", "a", "1", "x,y"]]),
            (r#"{"a": 1, "a": 2, "a" : [ 3 ] }"#, vec![["a", "a", "1", "[3]"]]),
            (r#"{"a": 1, "\u0061": {"b": 2}}"#, vec![["a", "a", "1", "{\"b\":2}"]]),
            (r#"{"x": {"c": 1, "c": 2}}"#, vec![["x", "c", "1", "2"]]),
            (r#"[{"x": [{"c": 1, "d": [], "c": "\\"}]}]"#, vec![["x", "c", "1", "\\"]]),
            (r#"{"c": 1, "a": 1, "c": 2, "a": 2}"#, vec![["a", "a", "1", "2"], ["c", "c", "1", "2"]]),
            (r#"{"": 1, "": 2}"#, vec![["", "", "1", "2"]]),
            ("[1, 2, 1]", vec![]),
            ("{}", vec![]),
        ] {
            let found = repeated(text);
            let words: Vec<[&str; 4]> =
                found.iter().map(|one| [&one.field, &one.key, &one.lost, &one.read].map(String::as_str)).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
    #[test]
    fn a_key_that_stands_twice_is_found_in_its_line() {
        let found = repeated("{\n\"a\": [\n\"\\n\"],\n\"b\": {\"c\": 1,\n\"c\": 2},\n\n\"a\":\n3}");
        assert_eq!(found.iter().map(|one| one.n_lines).collect::<Vec<_>>(), [4, 6]);
    }
}
