//! The reader: bytes in, in chunks of any size; records out, as soon as each is complete.
//!
//! One bad record never costs the others: it becomes a [`Finding`] and reading goes on, even behind a record whose
//! brackets or quotes were never closed. A record with which nothing is the matter is read where it stands
//! ([`super::fast_path`]); any other is cut out and read with care.

use serde_json::{Map, Value};

use super::fast_path::read_record;
use super::finding::{Finding, FindingKind, Odd, Place, ReadError, add, kept, shown};
use super::head;
use super::repeated::{Repeated, repeated};
use super::scan::Scanner;
use super::segment::{Ending, Segment};
use super::{check, check_authors, check_values, key_lines, keys, lenient, spelling};
use crate::catalog::hash::HashMap;
use crate::catalog::model::Catalog;
use crate::catalog::model::{Head, Resource};
use crate::catalog::store::{Interner, Record, Store};
use crate::limits::work;
use crate::text::windows_1252;

/// Bytes that are taken in at a time.
const BITE: usize = 1 << 16;

/// What is given each record.
type Take<'a> = dyn FnMut(&Record<'_>) + 'a;

/// Reads a catalog that arrives in chunks.
#[derive(Debug, Default)]
pub struct Reader {
    scanner: Scanner,
    members: Map<String, Value>,
    /// Where each member stands.
    lines: HashMap<String, usize>,
    records: Records,
    findings: Vec<Finding>,
    /// Whether what was read last is no record, and was found: what follows directly is a part of it.
    is_astray: bool,
    /// Whether a comma was found to be missing or too many there.
    has_comma: bool,
}

/// What is known of the records so far.
#[derive(Debug, Default)]
struct Records {
    ids: Interner,
    /// How many there were, good and bad.
    n: u32,
    /// Record number and line of each that was given out.
    places: Vec<(u32, u32)>,
}

/// What reading found besides the resources, once all bytes are read.
#[derive(Debug, Default)]
pub struct ReadReport {
    /// What stands beside the resources.
    pub head: Head,
    /// Record number and line of each record, in the order in which they were given out.
    pub places: Vec<(u32, u32)>,
    /// Line of the vocabulary.
    pub vocabulary_line: usize,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl ReadReport {
    /// All findings of a catalog whose records are in a store: those of the reading, then those of the catalog as a whole.
    #[must_use]
    pub fn check(&self, store: &Store) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        check::against_itself(&self.head, store, (self.vocabulary_line, &self.places), &mut findings);
        check_authors::authors(&self.head, store, &self.places, &mut findings);
        findings
    }
}

impl Reader {
    /// Takes more bytes; gives the records that they complete to `take`.
    pub fn read(&mut self, bytes: &[u8], take: &mut Take<'_>) -> Result<(), ReadError> {
        for bytes in bytes.chunks(BITE) {
            self.scanner.push(bytes);
            self.drain(take)?;
        }
        Ok(())
    }

    /// Ends the reading; gives the last records to `take`.
    pub fn finish(mut self, take: &mut Take<'_>) -> Result<ReadReport, ReadError> {
        loop {
            match self.scanner.ending()? {
                Ending::Closed => break,
                Ending::Unclosed(line) => {
                    self.find(place(None, line), FindingKind::Unclosed);
                    break;
                }
                Ending::InElement { raw, line } => {
                    self.records.n += 1;
                    if !self.salvage(&raw, line) {
                        let id = lenient::text_of_key(&raw, "id");
                        self.find(Place { id, ..place(Some(self.record_number()), line) }, FindingKind::Truncated);
                        break;
                    }
                    self.drain(take)?;
                }
            }
        }
        let head = head::read(self.members, &self.lines, &mut self.findings);
        let vocabulary_line = self.lines.get("vocabulary").copied().unwrap_or(1);
        Ok(ReadReport { head, places: self.records.places, vocabulary_line, findings: self.findings })
    }

    fn drain(&mut self, take: &mut Take<'_>) -> Result<(), ReadError> {
        loop {
            let records = &mut self.records;
            let is_astray = &mut self.is_astray;
            self.scanner.records(&mut |record, line| {
                *is_astray = false;
                records.take_next(record, line, take)
            });
            let Some(piece) = self.scanner.next()? else { return Ok(()) };
            match piece {
                Segment::Member { key, raw, line } => self.member(key, &raw, line),
                Segment::SecondList { line } => {
                    let place = Place { field: Some("resources".to_owned()), ..place(None, line) };
                    self.find(place, FindingKind::SecondList);
                }
                Segment::Element { raw, line } => self.element(&raw, line, take),
                Segment::Comma { line } => {
                    let is_known = self.is_astray && self.has_comma;
                    self.has_comma = self.is_astray;
                    if !is_known {
                        self.find(place(None, line), FindingKind::Comma);
                    }
                }
                Segment::Comment { raw, line } => {
                    let text = kept(String::from_utf8_lossy(&raw).trim());
                    self.find(place(None, line), FindingKind::Odd(Odd::Comment, text));
                }
                Segment::Stray { line } => {
                    if !std::mem::replace(&mut self.is_astray, true) {
                        self.has_comma = false;
                        self.find(place(None, line), FindingKind::Stray);
                    }
                }
            }
        }
    }

    /// An element of the list of records. Of a run of words or brackets that are none, the first is found, and every value of JSON.
    fn element(&mut self, raw: &[u8], line: usize, take: &mut Take<'_>) {
        let was_astray = std::mem::replace(&mut self.is_astray, !raw.starts_with(b"{") || raw == b"{");
        if was_astray && self.is_astray && serde_json::from_slice::<serde::de::IgnoredAny>(raw).is_err() {
            self.records.n += 1;
        } else {
            self.has_comma = false;
            self.record(raw, line, take);
        }
    }

    /// A part of the file beside the resources.
    fn member(&mut self, key: String, raw: &[u8], line: usize) {
        let text = self.text(raw, None, line);
        match serde_json::from_str(&text) {
            Ok(value) => {
                let now = shown(&value);
                self.repeated(&text, &Place { field: Some(key.clone()), ..place(None, line) });
                self.lines.insert(key.clone(), line);
                if let Some(former) = self.members.insert(key.clone(), value) {
                    let kind = FindingKind::Repeated(key.clone(), shown(&former), now);
                    self.find(Place { field: Some(key), ..place(None, line) }, kind);
                }
            }
            Err(error) => {
                let at = Place { field: Some(key), ..place(None, line + error.line().saturating_sub(1)) };
                self.find(at, FindingKind::BrokenPart(reason(&error)));
            }
        }
    }

    /// One record, given out when it can be shown; what is the matter with it becomes findings.
    fn record(&mut self, raw: &[u8], line: usize, take: &mut Take<'_>) {
        if self.records.take_whole(raw, line, take) {
            return;
        }
        self.records.n += 1;
        work::count(raw.len());
        let record = Some(self.record_number());
        let text = self.text(raw, record, line);
        let value = match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(error) => {
                let fixed = lenient::without_nan(&text);
                if let Some((value, text, field)) =
                    fixed.and_then(|(text, key)| Some((serde_json::from_str(&text).ok()?, text, key)))
                {
                    let id = lenient::text_of_key(raw, "id");
                    self.find(Place { id, field, ..place(record, line) }, FindingKind::NotANumber);
                    return self.object(value, (&text, raw), line, take);
                }
                if !self.salvage(raw, line) {
                    self.broken(raw, line, &error);
                }
                return;
            }
        };
        self.object(value, (&text, raw), line, take);
    }

    /// Finds the keys that stand twice in a text of JSON; a place without a field is that of a record.
    fn repeated(&mut self, text: &str, place: &Place) {
        for Repeated { field, key, lost, read, n_lines } in repeated(text) {
            let line = place.line + n_lines;
            // What stands in the vocabulary goes by its list.
            let member = place.field.clone().filter(|member| member != "vocabulary");
            let place = Place { field: member.or(Some(field)), line, ..place.clone() };
            self.find(place, FindingKind::Repeated(key, lost, read));
        }
    }

    /// The record that a JSON value describes.
    /// Text and bytes are those of the value.
    fn object(&mut self, value: Value, (text, raw): (&str, &[u8]), line: usize, take: &mut Take<'_>) {
        let record = Some(self.record_number());
        let object = match value {
            Value::Object(object) => object,
            other => return self.find(place(record, line), FindingKind::NotARecord(shown(&other))),
        };
        let mut place = place(record, line);
        place.id = object.get("id").and_then(Value::as_str).map(kept);
        self.repeated(text, &place);
        // Looked up once for all: a record may have thousands of findings, and as many keys.
        let mut keys = None;
        let resource = lenient::resource(object, &mut |field, kind| {
            let keys = keys.get_or_insert_with(|| lenient::lines_of_keys(raw));
            let at = keys.partition_point(|(key, _)| *key < field.as_bytes());
            let line =
                line + keys.get(at).filter(|(key, _)| *key == field.as_bytes()).map_or(0, |(_, n_lines)| *n_lines);
            add(
                &mut self.findings,
                Finding { place: Place { field: Some(field.to_owned()), line, ..place.clone() }, kind },
            );
        });
        let Some(resource) = resource else { return };
        if !self.records.take(self.records.n, &Record::from(&resource), line, take) {
            self.find(Place { field: Some("id".to_owned()), ..place }, FindingKind::DuplicateId);
        }
    }

    /// A record whose end is not where it should be may have swallowed others: goes back to the next one in it, if any.
    fn salvage(&mut self, raw: &[u8], line: usize) -> bool {
        let Some(next) = lenient::next_record(raw) else { return false };
        if let Err(error) = serde_json::from_str::<Value>(&String::from_utf8_lossy(&raw[..next])) {
            self.broken(&raw[..next], line, &error);
        }
        self.scanner.resume(raw, line, next);
        true
    }

    fn broken(&mut self, raw: &[u8], line: usize, error: &serde_json::Error) {
        let line = line + error.line().saturating_sub(1);
        let place = Place { id: lenient::text_of_key(raw, "id"), ..place(Some(self.record_number()), line) };
        self.find(place, FindingKind::BrokenRecord(reason(error)));
    }

    /// The bytes as text; what is not UTF-8 is read as Windows-1252, and found.
    fn text(&mut self, raw: &[u8], record: Option<usize>, line: usize) -> String {
        if let Ok(text) = std::str::from_utf8(raw) {
            return text.to_owned();
        }
        let place = Place { id: lenient::text_of_key(raw, "id"), ..place(record, line) };
        self.find(place, FindingKind::Encoding);
        windows_1252(raw)
    }

    /// The number of the record that is being read.
    fn record_number(&self) -> usize {
        self.records.n as usize
    }

    fn find(&mut self, place: Place, kind: FindingKind) {
        add(&mut self.findings, Finding { place, kind });
    }
}

impl Records {
    /// Gives the next record out, unless an earlier one has its id; whether it did.
    fn take_next(&mut self, record: &Record<'_>, line: usize, take: &mut Take<'_>) -> bool {
        let is_taken = self.take(self.n + 1, record, line, take);
        self.n += u32::from(is_taken);
        is_taken
    }

    /// Gives out the record with a number, unless an earlier one has its id; returns whether it did.
    fn take(&mut self, number: u32, record: &Record<'_>, line: usize, take: &mut Take<'_>) -> bool {
        let is_new = self.ids.insert(&record.id).1;
        if is_new {
            self.places.push((number, u32::try_from(line).unwrap_or(u32::MAX)));
            take(record);
        }
        is_new
    }

    /// Gives out the record in these bytes, if nothing is the matter with it; whether it did.
    fn take_whole(&mut self, raw: &[u8], line: usize, take: &mut Take<'_>) -> bool {
        let Ok(text) = std::str::from_utf8(raw) else { return false };
        let mut record = Record::default();
        read_record(text, &mut record) == Some(text.len()) && self.take_next(&record, line, take)
    }
}

/// What the JSON parser says, without its own idea of the place.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().split(" at line ").next().unwrap_or_default().to_owned()
}

fn place(record: Option<usize>, line: usize) -> Place {
    Place { record, id: None, field: None, line: line.max(1) }
}

/// Reads a whole catalog and checks it against its own vocabulary; a bad record costs itself alone.
///
/// ```
/// use competency_explorer::{catalog::read, i18n};
/// let (catalog, findings) = read(br#"{"title": "T", "resources": [
///     {"id": "a", "title": "Seat time"},
///     {"id": "b"}]}"#)?;
/// assert_eq!(catalog.resources.len(), 1);
/// assert_eq!(
///     i18n::finding(&findings[0]),
///     "line 3, record 2 “b”, title: no title: the record was left out; give it a title"
/// );
/// # Ok::<(), competency_explorer::catalog::ReadError>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<(Catalog, Vec<Finding>), ReadError> {
    let (catalog, findings, ()) = whole(bytes, |_, _, _| ())?;
    Ok((catalog, findings))
}

/// Reads a whole catalog, checks it, and looks for authors whose family name may be another than the one that is read, and for values that
/// are counted as one or are nearly equal: nothing is the matter with these, but a curator should see them.
pub fn read_with_spellings(bytes: &[u8]) -> Result<(Catalog, Vec<Finding>, Vec<Finding>), ReadError> {
    let (catalog, mut findings, (more, mut asked)) = whole(bytes, |head, store, places| {
        let mut more = Vec::new();
        check_values::values(head, store, places, &mut more);
        let mut asked = check_authors::unclear_names(head, store, places);
        keys::unknown(head, store, places, &mut asked);
        asked.extend(spelling::spellings(head, store, places));
        (more, asked)
    })?;
    for finding in more {
        add(&mut findings, finding);
    }
    key_lines::at_their_keys(bytes, &mut findings);
    key_lines::at_their_keys(bytes, &mut asked);
    Ok((catalog, findings, asked))
}

/// The values of the records of a catalog that are counted as one or are nearly equal, each with a proposal; records are numbered, and have
/// no lines.
#[must_use]
pub fn spellings_of(head: &Head, resources: impl Iterator<Item = Resource>) -> Vec<Finding> {
    let mut store = Store::default();
    for resource in resources {
        store.push(&Record::from(&resource));
    }
    spelling::spellings(head, &store, &[])
}

fn whole<T>(
    bytes: &[u8],
    more: impl FnOnce(&Head, &Store, &[(u32, u32)]) -> T,
) -> Result<(Catalog, Vec<Finding>, T), ReadError> {
    let (mut reader, mut store) = (Reader::default(), Store::default());
    let mut keep = |record: &Record<'_>| {
        store.push(record);
    };
    reader.read(bytes, &mut keep)?;
    let rest = reader.finish(&mut keep)?;
    let findings = rest.check(&store);
    let more = more(&rest.head, &store, &rest.places);
    let resources = (0..).take(store.len()).map(|idx| store.resource(idx)).collect();
    Ok((Catalog { head: rest.head, resources }, findings, more))
}
