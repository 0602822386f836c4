//! What a match counts and which resources come first: BM25F, the matching of terms, the top k.
//!
//! Nothing here knows the query language.

pub(super) mod matcher;
pub(super) mod top_k;

pub use matcher::Options;
pub(in crate::search) use matcher::{Match, SYNONYM};
