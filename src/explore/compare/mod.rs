//! Resources side by side by their attributes, and sets of resources against each other.
//!
//! Nothing here chooses what is compared: a state does. Texts for readers live in `i18n`.

mod attributes;
mod matrix;
mod resources;
mod set_examples;
mod sets;
mod texts;

pub use attributes::{Attribute, Entry, attributes, columns, compared_attributes, entries, is_stated, shown_columns};
pub use matrix::{Matrix, OwnValues, SharedValue, in_common, matrix};
pub use resources::{Comparison, Complement, Overlap, Row, addable, compare, complement, overlaps, picked};
pub use set_examples::{SetExample, set_examples};
pub use sets::{
    Distinctive, MOST_NAMED, NamedSet, Paired, SMALL_SET, SetComparison, compare_sets, largest_share, without_breaks,
};
