//! Titles as texts: the cases of the manuals, and the evidence on which sentence case rests.

mod evidence;
mod headline;
mod quotes;
mod sentence;
mod words;

pub(super) use evidence::{Evidence, TextKind};
pub(super) use headline::{Manual, headline};
pub(super) use quotes::{nested, with_point};
pub(super) use sentence::{kept, kept_by, kind_of_title, sentence_case};
