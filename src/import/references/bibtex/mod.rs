//! Entries of BibTeX and biblatex, as their programs and people write them.
//!
//! | file | what it does |
//! | --- | --- |
//! | `scan` | from the text to entries with their fields: braces, quotation marks, macros, what is broken |
//! | `inherit` | fields that an entry has from the one that it names in `crossref` or `xdata` |
//! | `latex`, `signs` | from the markup of LaTeX to plain text |
//! | `names` | lists of names |
//! | `entry` | from an entry to an item |
//!
//! The reader is our own. The crate `biblatex` (0.12) stops at the first error of a file, knows no `\url` and `\href`, takes an unknown
//! macro for an error of the whole file, and follows `crossref` in a ring until the stack ends; here an entry costs itself alone, and
//! has its line.

mod entry;
mod inherit;
mod latex;
mod names;
mod scan;
mod signs;

use crate::import::note::{Kind, Place};
use crate::import::source::Source;
use scan::{Budget, scan};

/// The items of a text.
pub(in crate::import) fn read(text: &str) -> Source<'static> {
    let mut source = Source::default();
    let mut budget = Budget::of(text);
    let mut scanned = scan(text, &mut budget);
    for (line, key) in inherit::inherit(&mut scanned.entries, &mut budget) {
        let text = format!("the entry takes fields from “{key}”, which the file does not have");
        source.note(Kind::Warning, "missing-crossref", Place::line(line), text);
    }
    scanned.entries.retain(|entry| entry.kind != "xdata");
    source.n_read = scanned.entries.len() + scanned.broken.len();
    for entry in &scanned.entries {
        entry::push(entry, &mut source);
    }
    for broken in scanned.broken {
        let named = if broken.key.is_empty() { String::new() } else { format!(" “{}”", broken.key) };
        source.leave_out("broken-entry", broken.line, format!("the entry{named} is left out: {}", broken.why));
    }
    for (line, name) in scanned.unknown {
        let text = format!("nothing says what “{name}” stands for; it is shown as it is");
        source.note(Kind::Warning, "unknown-macro", Place::line(line), text);
    }
    source
}
