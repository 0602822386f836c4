//! Cuts a stream of JSON bytes into the members of its outermost object and the elements of its `resources` list.
//!
//! Looks at brackets, quotes and line ends only; what is inside a segment is for [`super::reader::read`]. Bytes may arrive in chunks
//! of any size. A list without an object around it is read as the `resources`.

use super::batch::{Batch, Before};
use super::brackets::BracketTracker;
use super::finding::ReadError;
use super::lenient::begins_record;
use super::segment::{Ending, Segment};
use crate::catalog::store::Record;
use crate::limits::work;

/// Bytes of a comment or of a list that is no record, at most: what is longer is damage.
const MOST_BETWEEN: usize = crate::limits::BETWEEN_BYTES;

/// How many times over bytes may be read again behind records that swallowed others. Beyond that such a record ends where the next
/// begins: were each read to its own end, the time would grow with the square of their number.
const MOST_AGAIN: usize = crate::limits::RECORDS_AGAIN;

/// What the next byte that is not blank should be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Expect {
    Start,
    Key,
    Colon(String),
    Value(String),
    Element(Before),
    End,
}

/// The state of the cut between two chunks.
#[derive(Debug)]
pub(super) struct Scanner {
    buffer: Vec<u8>,
    at: usize,
    line: usize,
    expect: Expect,
    /// Start and line of the value that has begun but not ended, and how deep the scan is in it.
    open: Option<(usize, usize)>,
    brackets: BracketTracker,
    /// Where the last element began in the buffer.
    element: usize,
    bare: bool,
    listed: bool,
    /// How many bytes arrived, and how many of them were given back to be read again.
    arrived: usize,
    again: usize,
    /// Up to where in the buffer a record ends where the next begins.
    cut_end: usize,
    is_behind_fault: bool,
    /// From where to where in the buffer no line end was found, and no end of a comment between signs.
    without: [(usize, usize); 2],
}

impl Default for Scanner {
    fn default() -> Self {
        Self {
            buffer: Vec::new(),
            at: 0,
            line: 1,
            expect: Expect::Start,
            open: None,
            brackets: BracketTracker::default(),
            element: 0,
            bare: false,
            listed: false,
            arrived: 0,
            again: 0,
            cut_end: 0,
            is_behind_fault: false,
            without: [(0, 0); 2],
        }
    }
}

impl Scanner {
    /// Takes more bytes; call [`Scanner::next`] until it has no segment.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        let keep = self.open.map_or(self.at, |(start, _)| start);
        self.buffer.drain(..keep);
        self.at -= keep;
        self.cut_end = self.cut_end.saturating_sub(keep);
        self.without = self.without.map(|(from, to)| (from.saturating_sub(keep), to.saturating_sub(keep)));
        self.arrived += bytes.len();
        self.open = self.open.map(|(start, line)| (start - keep, line));
        self.buffer.extend_from_slice(bytes);
    }

    /// Takes the elements from here on that are whole records with which nothing is the matter, as long as `take`, which is
    /// told the line, takes them.
    pub(super) fn records(&mut self, take: &mut dyn FnMut(&Record<'_>, usize) -> bool) {
        let Expect::Element(before) = self.expect else { return };
        if self.open.is_none() && self.may_be_record() {
            let (is_behind_fault, may_grow) = (self.is_behind_fault, self.at >= self.cut_end);
            let mut batch = Batch { at: self.at, line: self.line, before, is_behind_fault, may_grow };
            batch.go(&self.buffer, take);
            (self.at, self.line, self.expect) = (batch.at, batch.line, Expect::Element(batch.before));
            self.is_behind_fault = batch.is_behind_fault;
        }
    }

    /// Whether a record may begin here, perhaps behind a comma: a brace, and in it a key. Where none may, no window of bytes is looked at.
    fn may_be_record(&mut self) -> bool {
        self.peek();
        let rest = self.buffer.get(self.at..).unwrap_or_default();
        let record = rest.strip_prefix(b",").map_or(rest, <[u8]>::trim_ascii_start);
        record.strip_prefix(b"{").is_some_and(|inner| matches!(inner.trim_ascii_start().first(), None | Some(b'"')))
    }

    /// The next whole segment of what has arrived, or `None` when more bytes are needed.
    pub(super) fn next(&mut self) -> Result<Option<Segment>, ReadError> {
        loop {
            let Some(byte) = self.peek() else { return Ok(None) };
            let expect = std::mem::replace(&mut self.expect, Expect::End);
            let segment = match expect {
                Expect::Start => self.start(byte)?,
                Expect::Key => self.key(byte)?,
                Expect::Colon(key) if byte == b':' => {
                    self.at += 1;
                    self.expect = Expect::Value(key);
                    Step::On
                }
                Expect::Colon(_) => self.stray(Expect::Key)?,
                Expect::Value(key) => self.member(byte, key)?,
                Expect::Element(before) => self.list(byte, before),
                // Behind the end more records may stand, when a bracket too many closed the list.
                Expect::End if self.listed => self.stray(Expect::Element(Before::Comma))?,
                Expect::End => return Ok(None),
            };
            match segment {
                Step::On => {}
                Step::More => return Ok(None),
                Step::Segment(segment) => return Ok(Some(segment)),
            }
        }
    }

    /// Goes back into the element that was given last, to `offset` bytes behind its start, and reads on from there.
    pub(super) fn resume(&mut self, raw: &[u8], line: usize, offset: usize) {
        self.at = self.element + offset;
        self.line = line + count_lines(&raw[..offset]);
        self.open = None;
        self.expect = Expect::Element(Before::Comma);
        self.again += raw.len() - offset;
        if self.again > MOST_AGAIN * self.arrived {
            self.cut_end = self.cut_end.max(self.element + raw.len());
        }
    }

    /// How the stream ended, once all segments are taken.
    pub(super) fn ending(&mut self) -> Result<Ending, ReadError> {
        if self.expect == Expect::Start && self.buffer[self.at..].iter().all(u8::is_ascii_whitespace) {
            return Err(ReadError::Empty);
        }
        match (&self.expect, self.open) {
            (Expect::End, _) if self.listed => Ok(Ending::Closed),
            (Expect::End, _) => Err(ReadError::NoResources),
            (Expect::Element(_), Some((start, line))) => {
                self.element = start;
                Ok(Ending::InElement { raw: self.buffer[start..].to_vec(), line })
            }
            _ if self.listed => Ok(Ending::Unclosed(self.line)),
            _ => Err(ReadError::Truncated(self.line)),
        }
    }

    /// The next byte of the value in progress, or the next one that is not blank.
    fn peek(&mut self) -> Option<u8> {
        if self.open.is_none() {
            while let Some(byte) = self.buffer.get(self.at).filter(|byte| byte.is_ascii_whitespace()) {
                self.line += usize::from(*byte == b'\n');
                self.at += 1;
            }
        }
        self.buffer.get(self.at).copied()
    }

    fn start(&mut self, byte: u8) -> Result<Step, ReadError> {
        self.expect = Expect::Start;
        match (byte, self.buffer.get(self.at..self.at + 3)) {
            (0xef, None) => return Ok(Step::More),
            (0xef, Some([_, 0xbb, 0xbf])) => self.at += 3,
            (0xff | 0xfe | 0, _) => return Err(ReadError::Utf16),
            (b'<', _) => return Err(ReadError::WebPage),
            (b'{', _) => {
                self.at += 1;
                self.expect = Expect::Key;
            }
            (b'[', _) => {
                self.bare = true;
                self.open_list();
            }
            _ => return Err(ReadError::NotJson(self.line)),
        }
        Ok(Step::On)
    }

    fn open_list(&mut self) {
        self.at += 1;
        self.listed = true;
        self.expect = Expect::Element(Before::Bracket);
    }

    /// Something stands where nothing should: once there are records it is passed over, before them this is no catalog.
    fn stray(&mut self, expect: Expect) -> Result<Step, ReadError> {
        if !self.listed {
            return Err(ReadError::NotJson(self.line));
        }
        self.expect = expect;
        Ok(Step::Segment(Segment::Stray { line: self.line }))
    }

    fn key(&mut self, byte: u8) -> Result<Step, ReadError> {
        if self.open.is_none() && byte != b'"' {
            match byte {
                b',' => self.expect = Expect::Key,
                b'}' => self.expect = Expect::End,
                b'{' if self.listed => return self.stray(Expect::Element(Before::Comma)),
                _ => {
                    self.at += 1;
                    return self.stray(Expect::Key);
                }
            }
            self.at += 1;
            return Ok(Step::On);
        }
        let Some((raw, line)) = self.value() else {
            self.expect = Expect::Key;
            return Ok(Step::More);
        };
        // The parser for bytes would be a second one.
        match std::str::from_utf8(&raw).ok().and_then(|text| serde_json::from_str(text).ok()) {
            Some(key) => self.expect = Expect::Colon(key),
            None if self.listed => return self.stray(Expect::Key),
            None => return Err(ReadError::NotJson(line)),
        }
        Ok(Step::On)
    }

    fn member(&mut self, byte: u8, key: String) -> Result<Step, ReadError> {
        if key == "resources" && self.open.is_none() {
            if byte != b'[' {
                return Err(ReadError::NoResources);
            }
            let (is_second, line) = (self.listed, self.line);
            self.open_list();
            return Ok(if is_second { Step::Segment(Segment::SecondList { line }) } else { Step::On });
        }
        let Some((raw, line)) = self.value() else {
            self.expect = Expect::Value(key);
            return Ok(Step::More);
        };
        self.expect = Expect::Key;
        Ok(Step::Segment(Segment::Member { key, raw, line }))
    }

    fn list(&mut self, byte: u8, before: Before) -> Step {
        if self.open.is_none() {
            let comma = Step::Segment(Segment::Comma { line: self.line });
            let between = if matches!(byte, b'/' | b'[') { self.between(byte) } else { Some(0) };
            match byte {
                b',' => {
                    self.at += 1;
                    self.expect = Expect::Element(Before::Comma);
                    return if before == Before::Element { Step::On } else { comma };
                }
                b']' => {
                    self.at += 1;
                    self.expect = if self.bare { Expect::End } else { Expect::Key };
                    return if before == Before::Comma { comma } else { Step::On };
                }
                b'/' | b'[' if between.is_none() && self.buffer.len() - self.at < MOST_BETWEEN => {
                    self.expect = Expect::Element(before);
                    return Step::More;
                }
                b'/' if between > Some(0) => {
                    let (raw, line) = self.take(between);
                    self.expect = Expect::Element(before);
                    return Step::Segment(Segment::Comment { raw, line });
                }
                // A list of no objects is a value that is no record.
                b'[' if before != Before::Element && between > Some(0) => {
                    let (raw, line) = self.take(between);
                    self.expect = Expect::Element(Before::Element);
                    return Step::Segment(Segment::Element { raw, line });
                }
                b'[' if between > Some(0) => {
                    self.expect = Expect::Element(Before::Comma);
                    return comma;
                }
                // No record is a list, and none begins with a closing brace.
                b'}' | b'[' => {
                    self.at += 1;
                    self.expect = Expect::Element(before);
                    return Step::Segment(Segment::Stray { line: self.line });
                }
                _ if before == Before::Element => {
                    self.expect = Expect::Element(Before::Comma);
                    return comma;
                }
                _ => {}
            }
        }
        let Some((raw, line)) = self.value() else {
            self.expect = Expect::Element(before);
            return Step::More;
        };
        // A record that was cut off before the next one has taken the comma between them.
        let before = if raw.trim_ascii_end().ends_with(b",") { Before::Comma } else { Before::Element };
        self.expect = Expect::Element(before);
        Step::Segment(Segment::Element { raw, line })
    }

    /// How many bytes a comment has that begins here, or a list of no objects and lists; 0 where none does, `None` where more bytes are needed
    /// to see it.
    fn between(&mut self, byte: u8) -> Option<usize> {
        match (byte, self.buffer.get(self.at + 1)?) {
            (b'/', b'/') => self.find(b"\n"),
            (b'/', b'*') => self.find(b"*/").map(|at| at + 2),
            (b'/', _) => Some(0),
            _ => {
                let rest = self.buffer[self.at + 1..].iter().take(MOST_BETWEEN - 1);
                let end = rest.clone().position(|byte| matches!(byte, b'{' | b'[' | b']'));
                work::count(end.unwrap_or(rest.len()));
                let end = end? + 1;
                Some(if self.buffer[self.at + end] == b']' { end + 1 } else { 0 })
            }
        }
    }

    /// How many bytes from here on the end of a comment is, looked for behind the two signs that begin it. Where there was none before is
    /// not looked at again: else each of many beginnings would look as far as a comment may be long.
    fn find(&mut self, wanted: &[u8]) -> Option<usize> {
        let start = self.at + 2;
        let end = self.buffer.len().min(self.at + MOST_BETWEEN);
        let without = &mut self.without[wanted.len() - 1];
        if !(without.0..=without.1).contains(&start) {
            *without = (start, start);
        }
        let from = without.1;
        let rest = self.buffer.get(from..end).unwrap_or_default();
        let found = rest.windows(wanted.len()).position(|some| some == wanted);
        work::count(found.unwrap_or(rest.len()));
        if found.is_none() {
            without.1 = from.max((end + 1).saturating_sub(wanted.len()));
        }
        found.map(|at| from + at - self.at)
    }

    /// Takes what [`Scanner::between`] saw here, with the line where it begins.
    fn take(&mut self, between: Option<usize>) -> (Vec<u8>, usize) {
        let end = self.at + between.unwrap_or_default();
        let (raw, line) = (self.buffer[self.at..end].to_vec(), self.line);
        (self.element, self.at) = (self.at, end);
        self.line += count_lines(&raw);
        (raw, line)
    }

    /// The value that begins here or began before, when all of it has arrived, with the line where it begins.
    fn value(&mut self) -> Option<(Vec<u8>, usize)> {
        if self.open.is_none() {
            self.brackets = BracketTracker::default();
        }
        let (start, line) = *self.open.get_or_insert((self.at, self.line));
        let from = self.at;
        while let Some(byte) = self.buffer.get(self.at).copied() {
            let first = self.at == start;
            let is_cut = self.at < self.cut_end && begins_record(&self.buffer[start..], self.at - start);
            if !first && (is_cut || self.brackets.ends_before(byte, self.buffer[start])) {
                work::count(self.at - from);
                return Some(self.close(start, line));
            }
            self.at += 1;
            self.line += usize::from(byte == b'\n');
            if self.brackets.ends_with(byte) {
                work::count(self.at - from);
                return Some(self.close(start, line));
            }
        }
        work::count(self.at - from);
        None
    }

    fn close(&mut self, start: usize, line: usize) -> (Vec<u8>, usize) {
        self.open = None;
        self.element = start;
        (self.buffer[start..self.at].to_vec(), line)
    }
}

/// What one look at the stream brought.
enum Step {
    On,
    More,
    Segment(Segment),
}

#[allow(clippy::naive_bytecount, reason = "called for what is wrong with a record only: no place for a crate")]
pub(super) fn count_lines(bytes: &[u8]) -> usize {
    work::count(bytes.len());
    bytes.iter().filter(|byte| **byte == b'\n').count()
}
