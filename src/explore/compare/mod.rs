//! Resources side by side by their attributes, and sets of resources against each other.
//!
//! Nothing here chooses what is compared: a state does. Texts for readers live in the page.

mod attributes;
mod resources;
mod sets;
mod texts;

pub use attributes::{Attribute, Entry, Group, attributes, columns, entries, grouped, is_stated, shown_columns};
pub use resources::{Comparison, Complement, Overlap, Row, addable, compare, complement, overlaps, picked};
pub use sets::{Distinctive, MOST_NAMED, Paired, SetComparison, compare_sets, largest_share, without_breaks};
