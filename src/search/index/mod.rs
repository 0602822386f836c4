//! The inverted index: lexicon, postings, synonyms, how it is built, finished in steps, and saved.
//!
//! Nothing here evaluates a query or orders what it finds.

mod builder;
pub(super) mod dense_postings;
mod finalizer;
mod index;
mod lexicon;
mod postings;
mod snapshot;
mod synonym_lookup;
mod synonyms;
pub(super) mod texts;
mod words;

pub use builder::IndexBuilder;
pub(in crate::search) use dense_postings::{BLOCK, BlockMax, DensePostings};
pub use finalizer::IndexFinalizer;
pub(in crate::search) use index::DENSE_SHARE;
pub use index::Index;
pub(in crate::search) use lexicon::TermId;
pub(in crate::search) use postings::{Postings, PostingsCursor};
pub use synonyms::Synonyms;
pub use texts::Texts;
pub use words::{Count, SummaryWord, SummaryWords};
