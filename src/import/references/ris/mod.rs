//! Entries with a tag before each value: RIS, the format of `PubMed` (`.nbib`), and the tagged format of `EndNote` (`.enw`).
//!
//! | file | what it does |
//! | --- | --- |
//! | `lines` | from lines to entries with tags and values: values that go on, tags glued in one line, ends that are missing |
//! | `refman` | what the tags of RIS become |
//! | `pubmed` | what the tags of `PubMed` become |
//! | `endnote` | what the tags of `EndNote` become |
//!
//! The reader is our own: the crate `biblib` (0.10) joins values that go on with a blank, so that keywords one a line become one, and has
//! no line for an entry; it reads no tag in small letters.

mod endnote;
mod lines;
mod pubmed;
mod refman;

use crate::import::source::Source;
use lines::{Flavour, entries};

/// The items of a text.
pub(in crate::import) fn read(text: &str) -> Source<'static> {
    let mut source = Source::default();
    let flavour = Flavour::of(text);
    for entry in &entries(text, flavour) {
        source.n_read += 1;
        match flavour {
            Flavour::Ris => refman::push(entry, &mut source),
            Flavour::PubMed => pubmed::push(entry, &mut source),
            Flavour::EndNote => endnote::push(entry, &mut source),
        }
    }
    source
}
