//! What a match counts and which resources come first: BM25F, the matching of terms, the top k.
//!
//! Nothing here knows the query language.

pub(super) mod bm25f;
pub(super) mod matcher;
pub(super) mod top_k;

pub use bm25f::TextField;
pub(in crate::search) use bm25f::{Impacts, REPEATED};
pub use matcher::Options;
pub(in crate::search) use matcher::{Match, SYNONYM};
