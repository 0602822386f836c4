//! Citations: a resource as one entry of a list of references, in three styles.
//!
//! A citation is a row of spans, so that the same entry becomes plain text and rich text. The styles are written down by their
//! manuals: *Publication Manual of the American Psychological Association*, 7th edition (2020); *MLA Handbook*, 9th edition
//! (2021); *The Chicago Manual of Style*, 17th edition (2017), author-date. Nothing is made up: what a record does not state is
//! left out as the manual says.
//!
//! `work` is what all styles state of a resource, `apa`, `mla` and `chicago` write it as an `entry`, `list` orders entries. Nothing here
//! knows a format of another program.

mod apa;
mod chicago;
mod date;
mod entry;
mod list;
mod mla;
mod names;
mod numeral;
mod style;
mod title;
mod work;

pub use crate::catalog::{Contributors, Name, Names, Person};
pub use date::month_first;
pub(super) use date::{extended_date, shown_date, years};
pub use entry::{Citation, Span};
pub(super) use list::letters;
pub use list::reference_list;
pub use names::contributors;
pub use style::{Style, cite};
pub(super) use title::protected;
pub(super) use work::Work;
