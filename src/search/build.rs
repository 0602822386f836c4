//! An index in the making: resources are pushed as they are read, then the lists are laid out, in steps.
//!
//! While resources come, only a log is written: for each resource its different words, each with its parts. The labels of
//! themes come last, since a catalog may name its vocabulary behind its records.

use super::field::{REPEATED, TextField, shape};
use super::index::{DENSE_SHARE, Index};
use super::lexicon::Lexicon;
use super::masks::{add, dense, get};
use super::terms::Terms;
use crate::catalog::ResourceIdx;
use crate::text::each_token;

/// Entries of the log that are kept together.
const CHUNK: usize = 1 << 16;

/// How many resources, or words, one step takes in.
const STEP: usize = 1 << 13;

/// What the log holds of a word of a resource: the number of the word, and its parts.
type Entry = u32;

const fn entry(term: u32, parts: u8) -> Entry {
    term << 8 | parts as u32
}

/// An index to which resources are pushed.
#[derive(Debug, Default)]
pub struct IndexBuilder {
    terms: Terms,
    log: Vec<Vec<Entry>>,
    /// For each resource, how many words are in the log, and the lengths of its title and summary in words.
    lengths: Vec<(u32, u16, u16)>,
    /// The words of the resource at hand; and for each word the resource in which it was met last, and where in `now`.
    now: Vec<Entry>,
    met: Vec<(ResourceIdx, u32)>,
    /// The words of texts that many resources share, by the number of the text.
    shared: Vec<Option<Box<[u32]>>>,
    labels: Vec<Option<Box<[u32]>>>,
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
            let term = self.terms.number(word);
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
            words.push(self.terms.number(word));
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
        (self.lowered != folded && !self.lowered.is_empty()).then(|| self.terms.number(&self.lowered))
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
        let sorted = self.terms.sorted();
        let mut index = Index::default();
        index.lexicon = Lexicon::new(sorted.iter().map(|old| self.terms.word(*old)));
        let mut place = vec![0; sorted.len()];
        (0..).zip(&sorted).for_each(|(new, old)| place[*old as usize] = new);
        index.counts = vec![0; sorted.len()];
        index.shapes = shapes(&self.lengths);
        (self.terms, self.met, self.shared) = (Terms::default(), Vec::new(), Vec::new());
        Finish { built: self, index, place, next: Vec::new(), last: vec![u32::MAX; sorted.len()], phase: Phase::Stems }
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

/// Tells the numbers of the themes of a resource.
type Themes<'a> = dyn Fn(ResourceIdx, &mut dyn FnMut(u32)) + 'a;

/// The layout of an index, in steps of a few milliseconds.
pub struct Finish {
    built: IndexBuilder,
    index: Index,
    /// The position of each word in the lexicon, by its number.
    place: Vec<u32>,
    /// Where the next entry of each list goes; of a frequent word, which one it is.
    next: Vec<u32>,
    /// The resource that was counted last for each word.
    last: Vec<ResourceIdx>,
    phase: Phase,
}

/// What the next step does; resources and chunks of the log that are done.
enum Phase {
    Stems,
    Count(Position),
    Lists,
    Fill(Position),
    Unions(Vec<std::ops::Range<u32>>),
    Done,
}

/// How far the log was read.
#[derive(Clone, Copy, Default)]
struct Position {
    resource: usize,
    chunk: usize,
    at: usize,
}

impl std::fmt::Debug for Finish {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finish").finish_non_exhaustive()
    }
}

impl Finish {
    /// Does a little; whether anything is left. `themes` tells the numbers of the themes of a resource.
    pub fn step(&mut self, themes: &Themes<'_>) -> bool {
        let n = self.index.n_resources();
        self.phase = match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Stems => {
                self.index.lexicon.group_by_stem();
                Phase::Count(Position::default())
            }
            Phase::Count(from) => match self.read(from, themes, Self::count) {
                to if to.resource < n => Phase::Count(to),
                _ => Phase::Lists,
            },
            Phase::Lists => {
                self.lay_out();
                Phase::Fill(Position::default())
            }
            Phase::Fill(from) => match self.read(from, themes, Self::put) {
                to if to.resource < n => Phase::Fill(to),
                _ => {
                    self.built.log = Vec::new();
                    Phase::Unions(self.index.broad_prefixes())
                }
            },
            Phase::Unions(mut left) => match left.pop() {
                Some(range) => {
                    self.index.keep_union(range);
                    Phase::Unions(left)
                }
                None => Phase::Done,
            },
            Phase::Done => Phase::Done,
        };
        !matches!(self.phase, Phase::Done)
    }

    /// The index, when nothing is left to do.
    pub fn done(self) -> Index {
        self.index
    }

    /// Tells each word of the next resources: its place, the resource, and its parts.
    fn read(&mut self, from: Position, themes: &Themes<'_>, take: fn(&mut Self, u32, ResourceIdx, u8)) -> Position {
        let mut to = from;
        let end = self.built.lengths.len().min(from.resource + STEP);
        while to.resource < end {
            let resource = u32::try_from(to.resource).unwrap_or(u32::MAX);
            let n = self.built.lengths[to.resource].0 as usize;
            if self.built.log.get(to.chunk).is_some_and(|chunk| to.at + n > chunk.len()) {
                (to.chunk, to.at) = (to.chunk + 1, 0);
            }
            for at in to.at..to.at + n {
                let entry = self.built.log[to.chunk][at];
                let place = self.place[(entry >> 8) as usize];
                take(self, place, resource, entry.to_le_bytes()[0]);
            }
            themes(resource, &mut |number| self.read_theme(resource, number, take));
            to.at += n;
            to.resource += 1;
        }
        to
    }

    fn read_theme(&mut self, resource: ResourceIdx, number: u32, take: fn(&mut Self, u32, ResourceIdx, u8)) {
        let words = self.built.labels.get_mut(number as usize).and_then(Option::take).unwrap_or_default();
        words.iter().for_each(|term| take(self, self.place[*term as usize], resource, TextField::Themes.bit()));
        if let Some(label) = self.built.labels.get_mut(number as usize) {
            *label = Some(words);
        }
    }

    fn count(&mut self, place: u32, resource: ResourceIdx, _: u8) {
        let last = &mut self.last[place as usize];
        if *last != resource {
            *last = resource;
            self.index.counts[place as usize] += 1;
        }
    }

    /// Makes room for the lists.
    fn lay_out(&mut self) {
        let index = &mut self.index;
        let n = index.shapes.len();
        index.starts = Vec::with_capacity(index.counts.len() + 1);
        let mut end = 0;
        for (term, count) in (0..).zip(&index.counts) {
            index.starts.push(end);
            if *count as usize >= n / DENSE_SHARE {
                index.frequent.push((term, dense(n)));
            } else {
                end += count;
            }
        }
        index.starts.push(end);
        self.next.clone_from(&index.starts);
        (0..).zip(&index.frequent).for_each(|(slot, (term, _))| self.next[*term as usize] = slot);
        index.resources = vec![0; end as usize];
        index.masks = vec![0; end as usize];
    }

    fn put(&mut self, place: u32, resource: ResourceIdx, parts: u8) {
        let index = &mut self.index;
        let (start, next) = (index.starts[place as usize], &mut self.next[place as usize]);
        if index.starts[place as usize + 1] == start {
            let dense = &mut index.frequent[*next as usize].1;
            let again = if get(dense, resource) == 0 { 0 } else { REPEATED };
            add(dense, resource, parts | again);
            return;
        }
        let before = (*next).checked_sub(1).filter(|before| *before >= start).map(|before| before as usize);
        match before {
            Some(before) if index.resources[before] == resource => index.masks[before] |= parts | REPEATED,
            _ => {
                index.resources[*next as usize] = resource;
                index.masks[*next as usize] = parts;
                *next += 1;
            }
        }
    }
}
