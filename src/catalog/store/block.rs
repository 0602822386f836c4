//! How a record is kept: one run of text, and one run of numbers that says how the text is cut and what it means.
//!
//! The numbers are varints, in this order:
//!
//! - a run with its length in bytes in front: which rare parts there are (one number), the lengths of id, title, summary and
//!   address (the latter two plus one; 0 is none), the date, pages, minutes;
//! - for each list a run with its length in bytes in front: the numbers of its words;
//! - what is rare: confidence (the number of a word), how many sources and their lengths, the lengths of own fields, of
//!   unknown keys, of authors that are objects, of the DOI, of what is stated of a date, of volume, issue and pages in a volume.
//!
//! The text is id, title, summary, address, sources, and what is rare in the order of its lengths, one right behind the other.

use std::borrow::Cow;

use super::record::Record;
use super::varint::{Varints, put, put_len};
use crate::catalog::model::PartialDate;
use crate::catalog::model::{List, N_LISTS};

/// What a record has besides what most have, a bit each.
const PAGES: u32 = 1;
const MINUTES: u32 = 2;
const CONFIDENCE: u32 = 4;
const SOURCES: u32 = 8;
/// The first of the rare texts, whose bits are in the order of [`rare`].
const EXTRA: u32 = 16;
const OTHER: u32 = 32;
const AUTHORS: u32 = 64;
const DOI: u32 = 128;
const DATED: u32 = 256;
/// How many rare texts there are.
const N_RARE: usize = 8;

/// The rare texts of a record, in the order in which they are kept.
fn rare<'a, 'b>(record: &'b Record<'a>) -> [&'b Option<Cow<'a, str>>; N_RARE] {
    let Record { extra, other, authors, doi, dated, volume, issue, page_range, .. } = record;
    [extra, other, authors, doi, dated, volume, issue, page_range]
}

/// A piece of the memory for records.
#[derive(Debug, Clone, Default)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) numbers: Vec<u8>,
}

impl Block {
    /// Appends a record; `number` gives the number of a word.
    pub(super) fn put(&mut self, record: &Record<'_>, mut number: impl FnMut(&str) -> u32) {
        self.put_head(record);
        for list in List::ALL {
            self.put_run(|numbers| record.list(list).iter().for_each(|word| put(numbers, number(word))));
        }
        if let Some(confidence) = &record.confidence {
            put(&mut self.numbers, number(confidence));
        }
        if !record.sources().is_empty() {
            put_len(&mut self.numbers, record.sources().len());
            record.sources().iter().for_each(|source| self.put_text(source));
        }
        rare(record).into_iter().flatten().for_each(|text| self.put_text(text));
    }

    /// Gives back the memory that was taken for records to come.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.numbers.shrink_to_fit();
    }

    fn put_head(&mut self, record: &Record<'_>) {
        let bit = |is: bool, bit: u32| if is { bit } else { 0 };
        let mut has = bit(record.pages.is_some(), PAGES)
            | bit(record.minutes.is_some(), MINUTES)
            | bit(record.confidence.is_some(), CONFIDENCE)
            | bit(!record.sources().is_empty(), SOURCES);
        for (at, text) in rare(record).into_iter().enumerate() {
            has |= bit(text.is_some(), EXTRA << at);
        }
        let [summary, url] = [&record.summary, &record.url].map(|text| text.as_deref());
        self.put_run(|numbers| {
            put(numbers, has);
            put_len(numbers, record.id.len());
            put_len(numbers, record.title.len());
            put_len(numbers, summary.map_or(0, |text| text.len() + 1));
            put_len(numbers, url.map_or(0, |text| text.len() + 1));
            put(numbers, record.published.map_or(0, PartialDate::packed));
            record.pages.iter().chain(&record.minutes).for_each(|number| put(numbers, *number));
        });
        for text in [&*record.id, &*record.title, summary.unwrap_or_default(), url.unwrap_or_default()] {
            self.text.push_str(text);
        }
    }

    /// Appends numbers, with their length in bytes in front.
    fn put_run(&mut self, fill: impl FnOnce(&mut Vec<u8>)) {
        let at = self.numbers.len();
        self.numbers.push(0);
        fill(&mut self.numbers);
        let len = self.numbers.len() - at - 1;
        match u8::try_from(len) {
            Ok(len) if len < 0x80 => self.numbers[at] = len,
            _ => {
                let mut front = Vec::new();
                put_len(&mut front, len);
                self.numbers.splice(at..=at, front);
            }
        }
    }

    fn put_text(&mut self, text: &str) {
        put_len(&mut self.numbers, text.len());
        self.text.push_str(text);
    }
}

/// How long the text of a record is, in bytes.
pub(super) fn text_len(record: &Record<'_>) -> usize {
    let some = [&record.summary, &record.url].into_iter().chain(rare(record));
    let texts = some.flatten().chain(record.sources());
    record.id.len() + record.title.len() + texts.map(|text| text.len()).sum::<usize>()
}

/// What stands first in a record.
#[derive(Debug, Clone)]
pub(super) struct Front<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) summary: Option<&'a str>,
    pub(super) url: Option<&'a str>,
    pub(super) published: Option<PartialDate>,
    pub(super) pages: Option<u32>,
    pub(super) minutes: Option<u32>,
    has: u32,
    /// The text that follows.
    text: &'a str,
    /// The numbers that follow, from the lists on.
    numbers: Varints<'a>,
}

/// What stands last in a record, and is rare.
#[derive(Debug, Clone, Default)]
pub(super) struct Tail<'a> {
    /// The number of a word.
    pub(super) confidence: Option<u32>,
    pub(super) sources: Vec<&'a str>,
    pub(super) extra: Option<&'a str>,
    pub(super) other: Option<&'a str>,
    pub(super) authors: Option<&'a str>,
    pub(super) doi: Option<&'a str>,
    pub(super) dated: Option<&'a str>,
    pub(super) volume: Option<&'a str>,
    pub(super) issue: Option<&'a str>,
    pub(super) page_range: Option<&'a str>,
}

/// The words of a list, as numbers, from those of a record.
pub(super) fn list(mut numbers: Varints<'_>, list: List) -> Varints<'_> {
    for _ in 0..=list as usize {
        numbers.run();
    }
    numbers.run()
}

/// The words of all lists.
pub(super) fn lists(mut numbers: Varints<'_>) -> [Varints<'_>; N_LISTS] {
    numbers.run();
    std::array::from_fn(|_| numbers.run())
}

/// Cuts the next text off.
fn cut<'a>(text: &mut &'a str, len: usize) -> &'a str {
    let (cut, rest) = text.split_at_checked(len).unwrap_or_default();
    *text = rest;
    cut
}

impl<'a> Front<'a> {
    /// Reads it from the text and the numbers that begin with it.
    pub(super) fn read(mut text: &'a str, mut numbers: Varints<'a>) -> Self {
        let mut front = numbers.run();
        let has = front.number();
        let [id, title, summary, url] = [(); 4].map(|()| front.length());
        let [id, title] = [id, title].map(|len| cut(&mut text, len));
        let [summary, url] = [summary, url].map(|len| len.checked_sub(1).map(|len| cut(&mut text, len)));
        Front {
            id,
            title,
            summary,
            url,
            published: PartialDate::unpacked(front.number()),
            pages: (has & PAGES != 0).then(|| front.number()),
            minutes: (has & MINUTES != 0).then(|| front.number()),
            has,
            text,
            numbers,
        }
    }

    /// Whether one of the authors is an object.
    pub(super) fn has_stated_authors(&self) -> bool {
        self.has & AUTHORS != 0
    }

    /// Whether there are values of the organization's own fields.
    pub(super) fn has_extra(&self) -> bool {
        self.has & EXTRA != 0
    }

    /// Whether a DOI is stated.
    pub(super) fn has_doi(&self) -> bool {
        self.has & DOI != 0
    }

    /// Whether the date of publication says anything else than a date does.
    pub(super) fn has_dated(&self) -> bool {
        self.has & DATED != 0
    }

    /// Whether there are keys that are not known.
    pub(super) fn has_other(&self) -> bool {
        self.has & OTHER != 0
    }

    /// What stands last.
    pub(super) fn tail(&self) -> Tail<'a> {
        let (has, mut text, mut numbers) = (|bit: u32| self.has & bit != 0, self.text, self.numbers.clone());
        if self.has < CONFIDENCE {
            return Tail::default();
        }
        for _ in List::ALL {
            numbers.run();
        }
        let confidence = has(CONFIDENCE).then(|| numbers.number());
        let n_sources = if has(SOURCES) { numbers.length() } else { 0 };
        let mut next = || cut(&mut text, numbers.length());
        let sources = (0..n_sources).map(|_| next()).collect();
        let [extra, other, authors, doi, dated, volume, issue, page_range]: [Option<&str>; N_RARE] =
            std::array::from_fn(|at| has(EXTRA << at).then(&mut next));
        Tail { confidence, sources, extra, other, authors, doi, dated, volume, issue, page_range }
    }
}
