//! The layout of an index: from the log of all resources to a list for each word, in steps of a few milliseconds.

use super::builder::{IndexBuilder, Log, read};
use super::dense_postings::{DensePostings, add, get, room};
use super::index::{DENSE_SHARE, Index};
use super::lexicon::{Grouping, Lexicon, TermId};
use crate::catalog::{Interner, ResourceIdx, Varints, sorted_positions};
use crate::limits::work;
use crate::search::bm25f::length_bucket;
use crate::search::field::{REPEATED, TextField};

/// How many resources one step takes in.
const STEP: usize = 1 << 12;

/// How many words one step stems.
const STEMS: usize = 1 << 13;

/// Tells the labels of a resource, each by its part and its number.
type Labels<'a> = dyn Fn(ResourceIdx, &mut dyn FnMut(TextField, u32)) + 'a;

/// The layout of an index, in steps of a few milliseconds.
pub struct IndexFinalizer {
    built: IndexBuilder,
    index: Index,
    /// The position of each word in the lexicon, by its number.
    place: Vec<u32>,
    /// Where the next entry of each list goes; of a frequent word, which one it is.
    next: Vec<u32>,
    /// The frequent words in order, each with a byte for every resource.
    frequent: Vec<(TermId, Vec<u64>)>,
    /// The resource that was counted last for each word.
    last: Vec<ResourceIdx>,
    phase: Phase,
}

/// What the next step does; resources and chunks of the log that are done.
enum Phase {
    Stems(Box<Grouping>),
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
    run: usize,
    byte: usize,
}

impl std::fmt::Debug for IndexFinalizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("IndexFinalizer").finish_non_exhaustive()
    }
}

impl IndexBuilder {
    /// Ends the pushing.
    pub fn finish(mut self) -> IndexFinalizer {
        if let Some(last) = self.log.0.last_mut() {
            last.shrink_to_fit();
        }
        let words = &self.terms;
        let sorted = sorted_positions(words.len(), &mut |a, b| words.get(a).cmp(words.get(b)));
        let mut index = Index::default();
        index.lexicon = Lexicon::new(sorted.iter().map(|old| words.get(*old)));
        let mut place = vec![0; sorted.len()];
        (0..).zip(&sorted).for_each(|(new, old)| place[*old as usize] = new);
        index.counts = vec![0; sorted.len()];
        index.length_buckets = length_buckets(&self.lengths);
        index.ranks = (0..).take(index.length_buckets.len()).collect();
        (self.terms, self.met, self.shared) = (Interner::default(), Vec::new(), Vec::new());
        IndexFinalizer::new(self, index, place)
    }
}

fn length_buckets(lengths: &[(u32, u16, u16)]) -> Vec<u8> {
    #[allow(clippy::cast_precision_loss, reason = "a mean need not be exact")]
    let mean = |length: fn(&(u32, u16, u16)) -> u16| {
        lengths.iter().map(|of| u64::from(length(of))).sum::<u64>() as f32 / lengths.len().max(1) as f32
    };
    let (title, summary) = (mean(|of| of.1), mean(|of| of.2));
    lengths.iter().map(|of| length_bucket((of.1.into(), title), (of.2.into(), summary))).collect()
}

impl IndexFinalizer {
    /// `place` holds the position of each word in the lexicon, by its number.
    pub(super) fn new(built: IndexBuilder, index: Index, place: Vec<u32>) -> Self {
        let last = vec![ResourceIdx::MAX; place.len()];
        let (next, frequent) = (Vec::new(), Vec::new());
        Self { built, index, place, next, frequent, last, phase: Phase::Stems(Box::default()) }
    }

    /// Does a little; whether anything is left. `labels` tells the labels of a resource by their parts and numbers.
    pub fn step(&mut self, labels: &Labels<'_>) -> bool {
        let n = self.index.n_resources();
        self.phase = match std::mem::replace(&mut self.phase, Phase::Done) {
            Phase::Stems(mut grouping) => {
                let is_left = self.index.lexicon.group_by_stem(&mut grouping, STEMS);
                if is_left { Phase::Stems(grouping) } else { Phase::Count(Position::default()) }
            }
            Phase::Count(from) => match self.read(from, labels, Self::count) {
                to if to.resource < n => Phase::Count(to),
                _ => Phase::Lists,
            },
            Phase::Lists => {
                self.lay_out();
                Phase::Fill(Position::default())
            }
            Phase::Fill(from) => match self.read(from, labels, Self::put) {
                to if to.resource < n => Phase::Fill(to),
                _ => {
                    self.built.log = Log::default();
                    let frequent = std::mem::take(&mut self.frequent).into_iter();
                    self.index.frequent =
                        frequent.map(|(term, words)| (term, DensePostings::of_words(words, n))).collect();
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
    pub fn into_index(self) -> Index {
        self.index
    }

    /// Tells each word of the next resources: its place, the resource, and its parts.
    fn read(&mut self, from: Position, labels: &Labels<'_>, take: fn(&mut Self, u32, ResourceIdx, u8)) -> Position {
        let mut to = from;
        let end = self.built.lengths.len().min(from.resource + STEP);
        while to.resource < end {
            let resource = u32::try_from(to.resource).unwrap_or(u32::MAX);
            let n = self.built.lengths[to.resource].0 as usize;
            (to.run, to.byte) = self.built.log.at(to.run, to.byte);
            if n > 0 {
                let run = std::mem::take(self.built.log.run(to.run));
                let mut left = Varints(&run[to.byte..]);
                for _ in 0..n {
                    let (term, parts) = read(&mut left);
                    take(self, self.place[term as usize], resource, parts);
                }
                to.byte = run.len() - left.0.len();
                *self.built.log.run(to.run) = run;
            }
            labels(resource, &mut |field, number| self.read_label(resource, (field, number), take));
            to.resource += 1;
        }
        to
    }

    fn read_label(
        &mut self,
        resource: ResourceIdx,
        (field, number): (TextField, u32),
        take: fn(&mut Self, u32, ResourceIdx, u8),
    ) {
        let (kind, at) = (field as usize, number as usize);
        let words = self.built.labels[kind].get_mut(at).and_then(Option::take).unwrap_or_default();
        work::count(words.len());
        words.iter().for_each(|term| take(self, self.place[*term as usize], resource, field.bit()));
        if let Some(label) = self.built.labels[kind].get_mut(at) {
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
        let n = index.length_buckets.len();
        index.starts = Vec::with_capacity(index.counts.len() + 1);
        let mut end = 0;
        for (term, count) in (0..).zip(&index.counts) {
            index.starts.push(end);
            if *count as usize >= n / DENSE_SHARE {
                self.frequent.push((term, room(n)));
            } else {
                end += count;
            }
        }
        index.starts.push(end);
        self.next.clone_from(&index.starts);
        (0..).zip(&self.frequent).for_each(|(slot, (term, _))| self.next[*term as usize] = slot);
        index.resources = vec![0; end as usize];
        index.masks = vec![0; end as usize];
    }

    fn put(&mut self, place: u32, resource: ResourceIdx, parts: u8) {
        let index = &mut self.index;
        let (start, next) = (index.starts[place as usize], &mut self.next[place as usize]);
        if index.starts[place as usize + 1] == start {
            let words = &mut self.frequent[*next as usize].1;
            let again = if get(words, resource) == 0 { 0 } else { REPEATED };
            add(words, resource, parts | again);
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
