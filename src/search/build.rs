//! An index in the making: while resources are pushed, only a log is written, for each resource its different words, each
//! with its parts.
//!
//! The labels of themes come last, since a catalog may name its vocabulary behind its records.

use super::field::{REPEATED, TextField, shape};
use super::finish::Finish;
use super::index::Index;
use super::lexicon::Lexicon;
use crate::catalog::{Interner, ResourceIdx, sorted_positions};
use crate::text::each_token;

/// Entries of the log that are kept together.
const CHUNK: usize = 1 << 16;

/// What the log holds of a word of a resource: the number of the word, and its parts.
pub(super) type Entry = u32;

const fn entry(term: u32, parts: u8) -> Entry {
    term << 8 | parts as u32
}

/// An index to which resources are pushed.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    terms: Interner,
    pub(super) log: Vec<Vec<Entry>>,
    /// For each resource, how many words are in the log, and the lengths of its title and summary in words.
    pub(super) lengths: Vec<(u32, u16, u16)>,
    /// The words of the resource at hand; and for each word the resource in which it was met last, and where in `now`.
    now: Vec<Entry>,
    met: Vec<(ResourceIdx, u32)>,
    /// The words of texts that many resources share, by the number of the text.
    shared: Vec<Option<Box<[u32]>>>,
    pub(super) labels: Vec<Option<Box<[u32]>>>,
    lowered: String,
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
        words.iter().for_each(|term| self.meet(resource, *term, field.bit()));
        self.shared[at] = Some(words);
    }

    /// Ends the resource that was begun last.
    pub fn end(&mut self) {
        let n = self.now.len();
        if self.log.last().is_none_or(|chunk| chunk.len() + n > chunk.capacity()) {
            self.log.push(Vec::with_capacity(CHUNK.max(n)));
        }
        if let (Some(chunk), Some(length)) = (self.log.last_mut(), self.lengths.last_mut()) {
            chunk.append(&mut self.now);
            length.0 = u32::try_from(n).unwrap_or(u32::MAX);
        }
    }

    /// Says what the theme with this number is called.
    pub fn label(&mut self, number: u32, label: &str) {
        let at = number as usize;
        if self.labels.len() <= at {
            self.labels.resize(at + 1, None);
        }
        self.labels[at] = Some(self.words(label));
    }

    fn text(&mut self, field: TextField, text: &str) -> u32 {
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
        let mut words = Vec::new();
        each_token(text, |word, range| {
            words.push(self.terms.insert(word).0);
            words.extend(self.exact(&text[range], word));
        });
        words.into()
    }

    /// A word as it is written, where folding changed more than its case: that spelling can be asked for.
    fn exact(&mut self, written: &str, folded: &str) -> Option<u32> {
        if written.is_ascii() {
            return None;
        }
        self.lowered.clear();
        self.lowered.extend(written.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
        (self.lowered != folded && !self.lowered.is_empty()).then(|| self.terms.insert(&self.lowered).0)
    }

    fn meet(&mut self, resource: ResourceIdx, term: u32, part: u8) {
        let at = term as usize;
        if self.met.len() <= at {
            self.met.resize(at + 1, (ResourceIdx::MAX, 0));
        }
        let (last, place) = self.met[at];
        if last == resource {
            self.now[place as usize] |= u32::from(part | REPEATED);
        } else {
            self.met[at] = (resource, u32::try_from(self.now.len()).unwrap_or(u32::MAX));
            self.now.push(entry(term, part));
        }
    }

    /// Ends the pushing.
    pub fn finish(mut self) -> Finish {
        let words = &self.terms;
        let sorted = sorted_positions(words.len(), &mut |a, b| words.get(a).cmp(words.get(b)));
        let mut index = Index::default();
        index.lexicon = Lexicon::new(sorted.iter().map(|old| words.get(*old)));
        let mut place = vec![0; sorted.len()];
        (0..).zip(&sorted).for_each(|(new, old)| place[*old as usize] = new);
        index.counts = vec![0; sorted.len()];
        index.shapes = shapes(&self.lengths);
        index.ranks = (0..).take(index.shapes.len()).collect();
        (self.terms, self.met, self.shared) = (Interner::default(), Vec::new(), Vec::new());
        Finish::new(self, index, place)
    }
}

fn shapes(lengths: &[(u32, u16, u16)]) -> Vec<u8> {
    #[allow(clippy::cast_precision_loss, reason = "a mean need not be exact")]
    let mean = |length: fn(&(u32, u16, u16)) -> u16| {
        lengths.iter().map(|of| u64::from(length(of))).sum::<u64>() as f32 / lengths.len().max(1) as f32
    };
    let (title, summary) = (mean(|of| of.1), mean(|of| of.2));
    lengths.iter().map(|of| shape((of.1.into(), title), (of.2.into(), summary))).collect()
}
