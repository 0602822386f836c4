//! From the bytes of a file to records and findings.
//!
//! Reading, checking, and every [`Finding`](finding::Finding); nothing here keeps a record.

mod batch;
mod brackets;
mod check;
mod check_authors;
mod cursor;
pub(super) mod date_text;
mod fast_path;
pub(super) mod finding;
mod finding_text;
mod head;
mod keys;
mod lenient;
mod reader;
mod scan;
mod segment;
mod spelling;

pub use check::against_itself;
pub(crate) use check::rootless;
pub use finding::{Expected, Finding, FindingKind, Place, ReadError};
pub use reader::{Reader, Rest, read, read_with_spellings};
