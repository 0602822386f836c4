//! Which terms of the index match a word, and which of some resources come first: the tiers of matching and the best k.
//!
//! Nothing here knows operators or fields of a query: that is `eval`.

pub(super) mod matcher;
pub(super) mod top_k;

pub use matcher::Options;
pub(in crate::search) use matcher::{SYNONYM, TermMatch};
