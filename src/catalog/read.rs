//! The reader: bytes in, in chunks of any size; resources out, as soon as each is complete.
//!
//! One bad record never costs the others: it becomes a [`Finding`] and reading goes on, even behind a record whose
//! brackets or quotes were never closed.

use serde_json::{Map, Value};

use super::head;
use super::lenient;
use super::piece::{Ending, Piece};
use super::scan::{Scanner, count_lines};
use super::{Catalog, Finding, FindingKind, HashMap, HashSet, Head, Place, ReadError, Resource, check};

/// Reads a catalog that arrives in chunks.
#[derive(Debug, Default)]
pub struct Reader {
    scanner: Scanner,
    members: Map<String, Value>,
    /// Where each member stands.
    lines: HashMap<String, usize>,
    ids: HashSet<String>,
    /// Records met so far, good and bad.
    n_records: usize,
    /// Record number and line of each resource that was given out.
    places: Vec<(usize, usize)>,
    findings: Vec<Finding>,
}

/// What a reader has left when the bytes are at their end.
#[derive(Debug, Default)]
pub struct Rest {
    /// The last resources.
    pub resources: Vec<Resource>,
    /// What stands beside the resources.
    pub head: Head,
    /// Record number and line of each resource, in the order in which they were given out.
    pub places: Vec<(usize, usize)>,
    /// Line of the vocabulary.
    pub vocabulary_line: usize,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Reader {
    /// Takes more bytes; gives the resources that they complete.
    pub fn read(&mut self, bytes: &[u8]) -> Result<Vec<Resource>, ReadError> {
        self.scanner.push(bytes);
        let mut resources = Vec::new();
        self.drain(&mut resources)?;
        Ok(resources)
    }

    /// Ends the reading.
    pub fn finish(mut self) -> Result<Rest, ReadError> {
        let mut resources = Vec::new();
        loop {
            match self.scanner.ending()? {
                Ending::Closed => break,
                Ending::Unclosed(line) => {
                    self.find(place(None, line), FindingKind::Unclosed);
                    break;
                }
                Ending::InElement { raw, line } => {
                    self.n_records += 1;
                    if !self.salvage(&raw, line) {
                        let id = lenient::text_of_key(&raw, "id");
                        self.find(Place { id, ..place(Some(self.n_records), line) }, FindingKind::Truncated);
                        break;
                    }
                    self.drain(&mut resources)?;
                }
            }
        }
        let head = head::read(self.members, &self.lines, &mut self.findings);
        let vocabulary_line = self.lines.get("vocabulary").copied().unwrap_or(1);
        Ok(Rest { resources, head, places: self.places, vocabulary_line, findings: self.findings })
    }

    fn drain(&mut self, resources: &mut Vec<Resource>) -> Result<(), ReadError> {
        while let Some(piece) = self.scanner.next()? {
            match piece {
                Piece::Member { key, raw, line } => self.member(key, &raw, line),
                Piece::Element { raw, line } => {
                    self.n_records += 1;
                    resources.extend(self.record(&raw, line));
                }
                Piece::Comma { line } => self.find(place(None, line), FindingKind::Comma),
                Piece::Stray { line } => self.find(place(None, line), FindingKind::Stray),
            }
        }
        Ok(())
    }

    /// A part of the file beside the resources.
    fn member(&mut self, key: String, raw: &[u8], line: usize) {
        match serde_json::from_str(&self.text(raw, None, line)) {
            Ok(value) => {
                self.lines.insert(key.clone(), line);
                self.members.insert(key, value);
            }
            Err(error) => {
                let at = Place { field: Some(key), ..place(None, line + error.line().saturating_sub(1)) };
                self.find(at, FindingKind::BrokenPart(reason(&error)));
            }
        }
    }

    /// One record, when it can be shown; what is the matter with it becomes findings.
    fn record(&mut self, raw: &[u8], line: usize) -> Option<Resource> {
        let record = Some(self.n_records);
        let text = self.text(raw, record, line);
        let value = match serde_json::from_str(&text) {
            Ok(value) => value,
            Err(error) => {
                if !self.salvage(raw, line) {
                    self.broken(raw, line, &error);
                }
                return None;
            }
        };
        let Value::Object(object) = value else {
            self.find(place(record, line), FindingKind::NotARecord);
            return None;
        };
        let mut place = place(record, line);
        place.id = object.get("id").and_then(Value::as_str).map(str::to_owned);
        let resource = lenient::resource(object, &mut |field, kind| {
            let line = line + lenient::offset_of_key(raw, field).map_or(0, |at| count_lines(&raw[..at]));
            self.findings.push(Finding { place: Place { field: Some(field.to_owned()), line, ..place.clone() }, kind });
        })?;
        if !self.ids.insert(resource.id.clone()) {
            self.find(place, FindingKind::DuplicateId);
            return None;
        }
        self.places.push((self.n_records, line));
        Some(resource)
    }

    /// A record whose end is not where it should be may have swallowed others: goes back to the next one in it, if any.
    fn salvage(&mut self, raw: &[u8], line: usize) -> bool {
        let Some(next) = lenient::next_record(raw) else { return false };
        if let Err(error) = serde_json::from_slice::<Value>(&raw[..next]) {
            self.broken(&raw[..next], line, &error);
        }
        self.scanner.resume(raw, line, next);
        true
    }

    fn broken(&mut self, raw: &[u8], line: usize, error: &serde_json::Error) {
        let line = line + error.line().saturating_sub(1);
        let place = Place { id: lenient::text_of_key(raw, "id"), ..place(Some(self.n_records), line) };
        self.find(place, FindingKind::BrokenRecord(reason(error)));
    }

    /// The bytes as text; what is not UTF-8 is read as Windows-1252, and found.
    fn text(&mut self, raw: &[u8], record: Option<usize>, line: usize) -> String {
        if let Ok(text) = std::str::from_utf8(raw) {
            return text.to_owned();
        }
        let place = Place { id: lenient::text_of_key(raw, "id"), ..place(record, line) };
        self.find(place, FindingKind::Encoding);
        lenient::windows_1252(raw)
    }

    fn find(&mut self, place: Place, kind: FindingKind) {
        self.findings.push(Finding { place, kind });
    }
}

/// What the JSON parser says, without its own idea of the place.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().split(" at line ").next().unwrap_or_default().to_owned()
}

fn place(record: Option<usize>, line: usize) -> Place {
    Place { record, id: None, field: None, line: line.max(1) }
}

/// Reads a whole catalog and checks it against its own vocabulary.
pub fn read(bytes: &[u8]) -> Result<(Catalog, Vec<Finding>), ReadError> {
    let mut reader = Reader::default();
    let mut resources = reader.read(bytes)?;
    let rest = reader.finish()?;
    resources.extend(rest.resources);
    let mut findings = rest.findings;
    check::against_itself(&rest.head, &resources, (rest.vocabulary_line, &rest.places), &mut findings);
    Ok((Catalog { head: rest.head, resources }, findings))
}
