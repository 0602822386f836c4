//! An index in the making: while resources are pushed, only a log is written, for each resource its different words, each
//! with its parts.
//!
//! The labels of vocabulary ids and the own columns come last, since a catalog may name its vocabulary and its fields behind
//! its records.

use crate::catalog::{Interner, ResourceIdx, Varints, Writer};
use crate::limits::work;
use crate::search::field::{REPEATED, TextField};
use crate::text::{each_token, spelled};

/// Bytes of the log that are kept together, at least and at most: many in a large log, so that they can be used again as a
/// whole.
const CHUNK: usize = 1 << 14;
const LARGEST_CHUNK: usize = 1 << 21;

/// The log: runs of bytes that end where a resource ends.
///
/// Of each word of a resource there are its number, twice, and one more where it stands in the summary once and nowhere else,
/// as most words do; else its parts follow in a byte.
#[derive(Debug, Default)]
pub(super) struct Log(pub(super) Vec<Vec<u8>>);

impl Log {
    /// Appends the words of a resource.
    fn append(&mut self, bytes: &[u8]) {
        if self.0.last().is_none_or(|chunk| chunk.len() + bytes.len() > chunk.capacity()) {
            let before = self.0.last().map_or(0, Vec::capacity);
            self.0.push(Vec::with_capacity((before * 2).clamp(CHUNK, LARGEST_CHUNK).max(bytes.len())));
        }
        if let Some(chunk) = self.0.last_mut() {
            chunk.extend_from_slice(bytes);
        }
    }

    /// What stands from a byte of a run on; the next run, and its first byte, where nothing does.
    pub(super) fn at(&self, run: usize, byte: usize) -> (usize, usize) {
        if self.0.get(run).is_some_and(|bytes| byte >= bytes.len()) { (run + 1, 0) } else { (run, byte) }
    }

    /// Takes a run out for a while.
    pub(super) fn run(&mut self, run: usize) -> &mut Vec<u8> {
        &mut self.0[run]
    }
}

fn write(word: Entry, into: &mut Writer) {
    let (term, parts) = (word.0, word.1);
    let is_usual = parts == TextField::Summary.bit();
    into.number(term << 1 | u32::from(is_usual));
    if !is_usual {
        into.0.push(parts);
    }
}

/// A word of a resource, and its parts.
type Entry = (u32, u8);

/// The next word of a resource in the log, and its parts.
pub(super) fn read(log: &mut Varints<'_>) -> Entry {
    let number = log.number();
    (number >> 1, if number & 1 == 1 { TextField::Summary.bit() } else { log.byte() })
}

/// An index to which resources are pushed.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    pub(super) terms: Interner,
    pub(super) log: Log,
    /// For each resource, how many words are in the log, and the lengths of its title and summary in words.
    pub(super) lengths: Vec<(u32, u16, u16)>,
    /// The words of the resource at hand; and for each word the resource in which it was met last, and where in `now`.
    now: Vec<Entry>,
    written: Writer,
    pub(super) met: Vec<(ResourceIdx, u32)>,
    /// The words of texts that many resources share, by the number of the text.
    pub(super) shared: Vec<Option<Box<[u32]>>>,
    /// The words of labels, by part and by the number of the label.
    pub(super) labels: [Vec<Option<Box<[u32]>>>; TextField::ALL.len()],
}

impl IndexBuilder {
    /// How many resources were pushed.
    pub fn n_resources(&self) -> usize {
        self.lengths.len()
    }

    /// Begins the next resource of the catalog.
    pub fn begin(&mut self, title: &str, summary: &str) {
        let n_title = self.text(TextField::Title, title);
        let n_summary = self.text(TextField::Summary, summary);
        let short = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        self.lengths.push((0, short(n_title), short(n_summary)));
    }

    /// Adds a text of the resource that was begun last, which has a number of its own since others have it too.
    pub fn add(&mut self, field: TextField, number: u32, text: &str) {
        let at = number as usize;
        if self.shared.len() <= at {
            self.shared.resize(at + 1, None);
        }
        let words = self.shared[at].take().unwrap_or_else(|| self.words(text));
        let resource = u32::try_from(self.lengths.len() - 1).unwrap_or(u32::MAX);
        work::count(words.len());
        words.iter().for_each(|term| self.meet(resource, *term, field.bit()));
        self.shared[at] = Some(words);
    }

    /// Ends the resource that was begun last.
    pub fn end(&mut self) {
        if let Some(length) = self.lengths.last_mut() {
            length.0 = u32::try_from(self.now.len()).unwrap_or(u32::MAX);
        }
        self.written.0.clear();
        for word in self.now.drain(..) {
            write(word, &mut self.written);
        }
        self.log.append(&self.written.0);
    }

    /// Whether the label of a part with a number was told.
    pub fn has_label(&self, field: TextField, number: u32) -> bool {
        self.labels[field as usize].get(number as usize).is_some_and(Option::is_some)
    }

    /// Adds a text to what the words of a part with a number are, as [`IndexFinalizer`](super::finalizer::IndexFinalizer) will be told of each resource.
    pub fn label(&mut self, field: TextField, number: u32, label: &str) {
        let words = self.words(label);
        let labels = &mut self.labels[field as usize];
        let at = number as usize;
        if labels.len() <= at {
            labels.resize(at + 1, None);
        }
        labels[at] = Some(match labels[at].take() {
            Some(before) => [before, words].concat().into(),
            None => words,
        });
    }

    fn text(&mut self, field: TextField, text: &str) -> u32 {
        work::count(text.len());
        let resource = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        let mut n = 0;
        each_token(text, |word, range| {
            n += 1;
            let term = self.terms.insert(word).0;
            self.meet(resource, term, field.bit());
            if let Some(exact) = self.exact(&text[range], word) {
                self.meet(resource, exact, field.bit());
            }
        });
        n
    }

    fn words(&mut self, text: &str) -> Box<[u32]> {
        work::count(text.len());
        let mut words = Vec::new();
        each_token(text, |word, range| {
            words.push(self.terms.insert(word).0);
            words.extend(self.exact(&text[range], word));
        });
        words.into()
    }

    /// A word as it is written, where folding changed more than its case: that spelling can be asked for.
    fn exact(&mut self, written: &str, folded: &str) -> Option<u32> {
        spelled(written, folded).map(|spelled| self.terms.insert(&spelled).0)
    }

    fn meet(&mut self, resource: ResourceIdx, term: u32, part: u8) {
        let at = term as usize;
        if self.met.len() <= at {
            self.met.resize(at + 1, (ResourceIdx::MAX, 0));
        }
        let (last, place) = self.met[at];
        if last == resource {
            self.now[place as usize].1 |= part | REPEATED;
        } else {
            self.met[at] = (resource, u32::try_from(self.now.len()).unwrap_or(u32::MAX));
            self.now.push((term, part));
        }
    }
}
