//! Resources side by side by their attributes, and sets of resources against each other.
//!
//! Nothing here chooses what is compared: a state does. Texts for readers live in the page.

mod attributes;
mod matrix;
mod resources;
mod sets;
mod texts;

pub use attributes::{Attribute, Entry, attributes, columns, compared_attributes, entries, is_stated, shown_columns};
pub use matrix::{Matrix, OwnValues, SharedValue, in_common, matrix};
pub use resources::{Comparison, Complement, Overlap, Row, addable, compare, complement, overlaps, picked};
pub use sets::{Distinctive, MOST_NAMED, Paired, SetComparison, compare_sets, largest_share, without_breaks};
