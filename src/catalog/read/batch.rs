//! A batch of whole records, read where they stand in the bytes that have arrived, without being cut out first.

use super::brackets::BracketTracker;
use super::fast_path::read_record;
use crate::catalog::store::Record;
use crate::limits::work;

/// How many bytes are looked at together: a record that needs care ends the batch, and what is behind it is looked at again.
const WINDOW: usize = 1 << 15;
/// How many it is behind such a record: where one needs care, the next may too.
const WINDOW_BEHIND_FAULT: usize = 1 << 11;

/// What stands before the place of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Bracket,
    Comma,
    Element,
}

/// A batch of whole records that is read: how far it went.
#[derive(Debug, Clone, Copy)]
pub(super) struct Batch {
    /// Bytes that are done with.
    pub(super) at: usize,
    /// The line where it goes on.
    pub(super) line: usize,
    /// What stands before the place where it goes on.
    pub(super) before: Before,
    /// Whether the last batch ended at a record that needs care.
    pub(super) is_behind_fault: bool,
    /// Whether as many bytes may be looked at as the next record has.
    pub(super) may_grow: bool,
}

impl Batch {
    /// Takes the elements from here on that are whole records with which nothing is the matter, as long as `take`, which is
    /// told the line, takes them.
    pub(super) fn go(&mut self, bytes: &[u8], take: &mut dyn FnMut(&Record<'_>, usize) -> bool) {
        let mut most = if self.is_behind_fault { WINDOW_BEHIND_FAULT } else { WINDOW };
        loop {
            let rest = &bytes[self.at..];
            work::count(rest.len().min(most));
            let n = self.window(valid(&rest[..rest.len().min(most)]), take);
            self.is_behind_fault = n == 0;
            if rest.len() <= most {
                return;
            }
            if n > 0 {
                most = WINDOW;
            } else if !self.may_grow || has_end(&bytes[self.at..], most) {
                return;
            } else {
                most = most.saturating_mul(2);
            }
        }
    }

    /// Gives out the records at the beginning of a part of the text; returns how many were taken.
    fn window(&mut self, text: &str, take: &mut dyn FnMut(&Record<'_>, usize) -> bool) -> usize {
        let (mut rest, mut record) = (text, Record::default());
        for n in 0.. {
            rest = self.pass(rest, n_blanks(rest));
            if self.before == Before::Element && rest.starts_with(',') {
                rest = self.pass(rest, 1);
                rest = self.pass(rest, n_blanks(rest));
                self.before = Before::Comma;
            }
            let is_due = self.before != Before::Element && rest.starts_with('{');
            match if is_due { read_record(rest, &mut record) } else { None } {
                Some(len) if take(&record, self.line) => rest = self.pass(rest, len),
                _ => return n,
            }
            self.before = Before::Element;
        }
        0
    }

    /// Goes so many bytes on in a text; returns what is left of it.
    fn pass<'a>(&mut self, text: &'a str, len: usize) -> &'a str {
        let (passed, left) = text.split_at(len);
        self.at += len;
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        left
    }
}

/// How many blanks a text begins with (RFC 8259, section 2).
fn n_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\n', '\r', '\t']).len()
}

/// Whether the value at the beginning ends within so many bytes: then more of them would not make it whole.
fn has_end(bytes: &[u8], most: usize) -> bool {
    let mut brackets = BracketTracker::default();
    let ends = |(at, byte): (usize, &u8)| at > 0 && brackets.ends_before(*byte, bytes[0]) || brackets.ends_with(*byte);
    bytes.iter().take(most).enumerate().any(ends)
}

/// The bytes up to the first that are not UTF-8.
fn valid(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_else(|error| {
        // What is valid up to there is valid.
        std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
    })
}
