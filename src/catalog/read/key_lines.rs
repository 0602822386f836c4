//! The lines of keys in a file, for findings that know the line of their record alone: the values of a record that was kept have no place.

use super::finding::Finding;
use crate::catalog::hash::{HashMap, HashSet};
use crate::limits::work;

/// How many times over the bytes of a file are read for the lines of keys. Beyond that findings keep the lines of their records: those of
/// a file whose objects do not end would each be read up to its end.
const MOST_TIMES: usize = crate::limits::LINES_AGAIN;

/// Moves each finding from the line where its record or its part of the file begins to that of its key, where the key stands within it.
/// What begins on one line is read once, whatever the number of its findings.
pub(crate) fn at_their_keys(bytes: &[u8], findings: &mut [Finding]) {
    let mut starts = vec![0];
    starts.extend(bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1));
    work::count(bytes.len());
    let mut lines: HashMap<usize, Vec<usize>> = HashMap::default();
    for (at, Finding { place, .. }) in findings.iter().enumerate().filter(|(_, finding)| finding.place.field.is_some())
    {
        lines.entry(place.line).or_default().push(at);
    }
    let mut lines: Vec<(usize, Vec<usize>)> = lines.into_iter().collect();
    lines.sort_unstable();
    let mut budget = bytes.len().saturating_mul(MOST_TIMES);
    for (line, at_line) in lines {
        let Some(start) = starts.get(line.saturating_sub(1)) else { continue };
        let end = starts.get(line.max(1)).copied().unwrap_or(bytes.len());
        let mut wanted = Wanted::default();
        for at in &at_line {
            let place = &findings[*at].place;
            let id = place.id.as_deref().filter(|_| place.record.is_some()).map(str::as_bytes);
            wanted.add(id, place.field.as_deref().unwrap_or_default().as_bytes(), *at);
        }
        wanted.leave_out_those_on(&bytes[*start..end]);
        if budget == 0 {
            continue;
        }
        let n_read = wanted.find(&bytes[*start..]);
        work::count(n_read);
        budget = budget.saturating_sub(n_read);
        for (at, offset) in wanted.into_found() {
            findings[at].place.line = starts.partition_point(|other| *other <= start + offset);
        }
    }
}

/// Keys, each with the number of its finding.
type Keys<'a> = Vec<(&'a [u8], usize)>;

/// The keys that are looked for in what begins on a line.
#[derive(Default)]
struct Wanted<'a> {
    /// The keys of each record by its id, those of the first object under `None`.
    keys: HashMap<Option<&'a [u8]>, Keys<'a>>,
    /// The finding and the offset of each key that was found.
    found: Vec<(usize, usize)>,
}

impl<'a> Wanted<'a> {
    fn add(&mut self, id: Option<&'a [u8]>, key: &'a [u8], finding: usize) {
        self.keys.entry(id).or_default().push((key, finding));
    }

    fn into_found(self) -> Vec<(usize, usize)> {
        self.found
    }

    /// Leaves out the keys that stand on this line, between quotes: their findings are where they should be.
    fn leave_out_those_on(&mut self, line: &[u8]) {
        work::count(line.len());
        let wanted: HashSet<&[u8]> = self.keys.values().flatten().map(|(key, _)| *key).collect();
        let there: HashSet<&[u8]> =
            line.split(|byte| *byte == b'"').skip(1).filter(|text| wanted.contains(text)).collect();
        self.keys.retain(|_, keys| {
            keys.retain(|(key, _)| !there.contains(key));
            !keys.is_empty()
        });
    }

    /// Finds where the keys stand: those of a record in the object that states its id and begins on the first line of these bytes, the others
    /// in the first object. Returns how many bytes were read.
    fn find(&mut self, bytes: &'a [u8]) -> usize {
        let wanted: HashSet<&[u8]> = self.keys.values().flatten().map(|(key, _)| *key).collect();
        let (mut depth, mut in_string, mut escaped, mut string) = (0_usize, false, false, 0);
        let (mut object, mut is_id) = (Object::default(), false);
        let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
        for (at, byte) in bytes.iter().enumerate() {
            if self.keys.is_empty() {
                return at;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' if in_string => {
                    in_string = false;
                    let text = &bytes[string..at];
                    let is_key = bytes[at + 1..].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':');
                    if is_key && wanted.contains(text) {
                        object.keys.entry(text).or_insert(string);
                    }
                    if !is_key && is_id && self.keys.contains_key(&Some(text)) {
                        object.ids.push(text);
                    }
                    is_id = is_key && text == b"id";
                }
                b'"' => (in_string, string) = (true, at + 1),
                _ if in_string => {}
                b'{' if depth == 0 && at > line => return at,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    // The next one may follow, where several records stand on a line.
                    if depth == 0 {
                        self.take(&std::mem::take(&mut object));
                    }
                }
                _ => {}
            }
        }
        self.take(&object);
        bytes.len()
    }

    /// Takes what was looked for in an object that has ended.
    fn take(&mut self, object: &Object<'a>) {
        for id in object.ids.iter().map(|id| Some(*id)).chain([None]) {
            for (key, finding) in self.keys.remove(&id).unwrap_or_default() {
                self.found.extend(object.keys.get(key).map(|offset| (finding, *offset)));
            }
        }
    }
}

/// What was seen of an object: the ids of those that are looked for, and where each key stands first.
#[derive(Default)]
struct Object<'a> {
    ids: Vec<&'a [u8]>,
    keys: HashMap<&'a [u8], usize>,
}

#[cfg(test)]
mod tests {
    use super::Wanted;

    #[test]
    fn a_key_is_found_in_the_object_of_its_record() {
        let text = br#"{"id": "a", "x": 1}, {"id": "b", "s": "\"x\": {", "x": 2}, {"id": "c"}"#;
        let keys = [
            ("x", Some("a"), Some(13)),
            ("x", Some("b"), Some(51)),
            ("x", Some("c"), None),
            ("s", Some("a"), None),
            ("x", None, Some(13)),
            ("x", Some("none"), None),
        ];
        let offset = |wanted: &Wanted<'_>, finding: usize| {
            wanted.found.iter().find(|(of, _)| *of == finding).map(|(_, offset)| *offset)
        };
        let mut all = Wanted::default();
        for (at, (key, id, expected)) in keys.into_iter().enumerate() {
            let mut one = Wanted::default();
            for wanted in [&mut one, &mut all] {
                wanted.add(id.map(str::as_bytes), key.as_bytes(), at);
            }
            one.find(text);
            assert_eq!(offset(&one, at), expected, "{key} {id:?}");
        }
        all.find(text);
        assert_eq!(
            keys.map(|(.., expected)| expected),
            std::array::from_fn(|at| offset(&all, at)),
            "looked for at once"
        );
    }
}
