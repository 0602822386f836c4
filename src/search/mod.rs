//! Which resources answer a question: the query, the text index, the ranking.
//!
//! A query is an expression over words, phrases and fields; the language stands in [`query`]. Words are matched forgivingly:
//! as spelled, without accents, by their stem, by their beginning where they are being typed, by synonyms of the catalog,
//! and, where little is found, by near spellings. Each way counts less than the one before, and what was searched beyond
//! the words is said.
//!
//! | folder | what lives there | uses |
//! | --- | --- | --- |
//! | [`query`] | the query language | |
//! | `field`, `bm25f` | the searched fields, and what a word counts in each | |
//! | `index` | lexicon, postings, synonyms; how they are built and saved | query, bm25f |
//! | `rank` | the tiers of matching terms, the best k | index, query, bm25f |
//! | `eval` | a query against an index: the set of hits | all |
//!
//! Texts of records come in by [`Texts`]; nothing here knows a catalog's head, a facet or a state.

mod bm25f;
mod eval;
mod field;
mod index;
pub mod query;
mod rank;

pub use eval::{Also, Hits};
pub use field::TextField;
pub use index::{Count, Index, IndexBuilder, IndexFinalizer, SummaryWord, SummaryWords, Synonyms, Texts};
pub use query::{FieldValue, Query, What, parse};
pub use rank::Options;
