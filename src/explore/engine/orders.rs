//! The orders of a catalog that ask nothing: by date and by title, made once.

use std::cmp::Ordering;
use std::collections::VecDeque;

use crate::catalog::{List, PartialDate, ResourceIdx, Source, Store, Writer, sort_positions};
use crate::limits::{SORTED_BYTES, beginning, work};
use crate::text::sort_key;

/// All resources of a catalog in each order.
#[derive(Debug, Default)]
pub(in crate::explore) struct Orders {
    /// Newest first, undated last; of one date by title.
    pub(in crate::explore) newest: Vec<ResourceIdx>,
    /// Oldest first, undated last; of one date by title.
    pub(in crate::explore) oldest: Vec<ResourceIdx>,
    /// As a reader would look them up.
    pub(in crate::explore) title: Vec<ResourceIdx>,
}

impl Orders {
    /// The orders by date, where that by title is known.
    pub(super) fn new(store: &Store, title: Vec<ResourceIdx>) -> Self {
        let dates: Vec<u32> = (0..).take(store.len()).map(|idx| day(store.published(idx))).collect();
        let by = |key: &dyn Fn(u32) -> u32| {
            let mut keys: Vec<u64> = (0u32..)
                .zip(&title)
                .map(|(rank, idx)| u64::from(key(dates[*idx as usize])) << 32 | u64::from(rank))
                .collect();
            keys.sort_unstable();
            keys.into_iter().map(|key| title[(key & 0xffff_ffff) as usize]).collect::<Vec<ResourceIdx>>()
        };
        let (newest, oldest) = (by(&|day| u32::MAX - day), by(&|day| if day == 0 { u32::MAX } else { day }));
        Self { newest, oldest, title }
    }

    /// Writes the orders down: that by title; then of each resource the number of its day among all days that there are, 0
    /// for none.
    pub(super) fn save(&self, store: &Store, writer: &mut Writer) {
        writer.numbers(self.title.iter().copied());
        let of_each: Vec<u32> = (0..).take(store.len()).map(|idx| day(store.published(idx))).collect();
        let mut days: Vec<u32> = of_each.iter().copied().chain([0]).collect();
        days.sort_unstable();
        days.dedup();
        let number = |day: &u32| days.binary_search(day).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
        writer.numbers(of_each.iter().map(number));
    }

    /// Reads the orders of so many resources again; `None` where the bytes are none.
    pub(super) fn saved(source: &mut Source<'_>, n_resources: usize) -> Option<Self> {
        let (title, days) = (source.numbers()?, source.numbers()?);
        let n_days = days.iter().max().map_or(1, |most| *most as usize + 1);
        let are_within = title.iter().all(|idx| (*idx as usize) < n_resources);
        if title.len() != n_resources || days.len() != n_resources || n_days > n_resources + 1 || !are_within {
            return None;
        }
        let mut sizes = vec![0u32; n_days];
        for day in &days {
            sizes[*day as usize] += 1;
        }
        // Where each day begins; what has none comes last.
        let by_day = |order: &mut dyn Iterator<Item = usize>| {
            let (mut next, mut end) = (vec![0; n_days], 0);
            for day in order.chain([0]) {
                next[day] = end;
                end += sizes[day];
            }
            let mut sorted = vec![0; n_resources];
            for idx in &title {
                let place = &mut next[days[*idx as usize] as usize];
                sorted[*place as usize] = *idx;
                *place += 1;
            }
            sorted
        };
        let (newest, oldest) = (by_day(&mut (1..n_days).rev()), by_day(&mut (1..n_days)));
        Some(Self { newest, oldest, title })
    }
}

/// The language of titles whose catalog states none.
pub(super) const LANGUAGE: &str = "en";

/// All resources in the order of results that ask nothing: newest first, undated last; of one date by title. `language` is that
/// of the catalog.
pub fn newest(store: &Store, language: Option<&str>) -> Vec<ResourceIdx> {
    let mut titles = ByTitle::default();
    while titles.step(store, language.unwrap_or(LANGUAGE)) {}
    Orders::new(store, titles.done()).newest
}

/// A number that grows with the date; 0 where there is none.
fn day(date: Option<PartialDate>) -> u32 {
    date.map_or(0, |date| {
        let (month, day) = (u32::from(date.month().unwrap_or(0)), u32::from(date.day().unwrap_or(0)));
        1 + (u32::from(date.year()) * 16 + month) * 32 + day
    })
}

/// How many titles are sorted in one step.
const STEP: usize = 1 << 13;

/// All resources by the [`sort_key`] of their titles, in the making: sorted runs, which are merged.
#[derive(Debug, Default)]
pub(super) struct ByTitle {
    letters: String,
    /// Where the letters of each title end.
    ends: Vec<u32>,
    /// The first letters of each as one number, in which most differ.
    starts: Vec<u64>,
    runs: VecDeque<Vec<ResourceIdx>>,
}

impl ByTitle {
    /// Sorts or merges some; whether anything is left.
    pub(super) fn step(&mut self, store: &Store, language: &str) -> bool {
        let (done, n) = (self.ends.len(), store.len());
        if done < n {
            self.letters.reserve_exact(if done == 0 {
                (0..).take(n).map(|idx| store.title(idx).len().min(SORTED_BYTES)).sum()
            } else {
                0
            });
            let all = (0..).take(n).skip(done).take(STEP);
            let mut run: Vec<ResourceIdx> = all
                .inspect(|idx| {
                    let own = store.first(*idx, List::Language);
                    self.take(store.title(*idx), own.unwrap_or(language));
                })
                .collect();
            sort_positions(&mut run, &mut |a, b| self.compare(a, b));
            self.runs.push_back(run);
        } else if self.runs.len() > 1
            && let (Some(a), Some(b)) = (self.runs.pop_front(), self.runs.pop_front())
        {
            let merged = self.merged(&a, &b);
            self.runs.push_back(merged);
        }
        self.ends.len() < n || self.runs.len() > 1
    }

    /// The order, when nothing is left.
    pub(super) fn done(mut self) -> Vec<ResourceIdx> {
        self.runs.pop_front().unwrap_or_default()
    }

    fn take(&mut self, title: &str, language: &str) {
        let start = self.letters.len();
        work::count(1 + title.len().min(SORTED_BYTES) / 64);
        self.letters.push_str(&sort_key(beginning(title, SORTED_BYTES), language));
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.starts.push(first_letters(&self.letters.as_bytes()[start..]));
    }

    fn merged(&self, mut a: &[ResourceIdx], mut b: &[ResourceIdx]) -> Vec<ResourceIdx> {
        let mut merged = Vec::with_capacity(a.len() + b.len());
        while let ([first_a, rest_a @ ..], [first_b, rest_b @ ..]) = (a, b) {
            // Of equal titles the one that stands first in the catalog.
            if self.compare(*first_a, *first_b).then(first_a.cmp(first_b)).is_lt() {
                merged.push(*first_a);
                a = rest_a;
            } else {
                merged.push(*first_b);
                b = rest_b;
            }
        }
        merged.extend(a.iter().chain(b));
        merged
    }

    fn compare(&self, a: ResourceIdx, b: ResourceIdx) -> Ordering {
        let starts = self.starts[a as usize].cmp(&self.starts[b as usize]);
        starts.then_with(|| self.key(a).cmp(self.key(b)))
    }

    fn key(&self, idx: ResourceIdx) -> &[u8] {
        let start = (idx as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters.as_bytes()[start as usize..self.ends[idx as usize] as usize]
    }
}

fn first_letters(key: &[u8]) -> u64 {
    let mut letters = [0; 8];
    letters.iter_mut().zip(key).for_each(|(letter, byte)| *letter = *byte);
    u64::from_be_bytes(letters)
}
