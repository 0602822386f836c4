//! From the bytes of a file to records and findings.
//!
//! `reader` takes bytes in chunks; `scan` cuts them into segments by their brackets; `fast_path` decodes a record with which
//! nothing is wrong, `lenient` any other, `head` what stands beside the records; `check`, `check_authors`, `check_values` and `spelling` look at
//! what was read as a whole. Whatever is said of a catalog is a [`Finding`]. Nothing here decides how a record is kept.

mod batch;
mod brackets;
mod check;
mod check_authors;
mod check_values;
pub(super) mod date_text;
mod fast_path;
pub(super) mod finding;
mod head;
mod home;
mod key_lines;
mod keys;
mod lenient;
mod reader;
mod repeated;
mod scan;
mod segment;
mod spelling;

pub use check::against_itself;
pub(crate) use check::parent_faults;
pub use finding::{Expected, Finding, FindingKind, Odd, Place, ReadError, n_findings};
pub(crate) use finding::{json_text, proposed};
#[cfg(feature = "cli")]
pub(crate) use key_lines::at_their_keys;
#[cfg(feature = "import")]
pub(crate) use lenient::finding_of_date;
pub use reader::read_with_spellings;
pub use reader::{ReadReport, Reader, read, spellings_of};
