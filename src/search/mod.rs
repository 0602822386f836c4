//! Which resources answer a question: the query, the text index, the ranking.
//!
//! A query is an expression over words, phrases and fields; the language stands in [`query`]. Words are matched forgivingly:
//! as spelled, without accents, by their stem, by their beginning where they are being typed, by synonyms of the catalog,
//! and, where little is found, by near spellings. Each way counts less than the one before, and what was searched beyond
//! the words is said.

mod build;
mod field;
mod finish;
mod hits;
mod index;
mod lexicon;
mod masks;
mod matching;
pub mod query;
mod rank;
mod row;
mod run;
mod saved;
mod synonyms;
mod tally;
mod texts;
mod words;

pub use build::IndexBuilder;
pub use field::TextField;
pub use finish::Finish;
pub use hits::{Also, Hits};
pub use index::Index;
pub use matching::Options;
pub use query::{FieldValue, Query, What, parse};
pub use synonyms::Synonyms;
pub use texts::Texts;
pub use words::{Count, SummaryWord, SummaryWords};
