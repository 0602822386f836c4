//! Which resources answer a question: the query, the text index, the ranking.
//!
//! The query language stands in [`query`].

mod field;
mod index;
pub mod query;
mod rank;

pub use field::{N_TEXT_FIELDS, TextField};
pub use index::{Index, IndexBuilder};
pub use query::{Query, parse};
pub use rank::Hits;
