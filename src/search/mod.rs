//! Which resources answer a question: the query, the text index, the ranking.
//!
//! All words of a query must be found; the last one is being typed, so longer words that begin with it answer too.

mod field;
mod index;
mod query;
mod rank;

pub use field::{N_TEXT_FIELDS, TextField};
pub use index::{Index, IndexBuilder};
pub use query::{Query, parse};
pub use rank::Hits;
