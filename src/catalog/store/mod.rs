//! Where records are kept: the compact store, and the small structures under it and under the engine: sets of resources, intern
//! tables, sorting, byte formats and fingerprints.
//!
//! Nothing here reads the JSON of a file or reports findings.

mod block;
mod bytes;
mod fingerprint;
mod interner;
mod order;
mod record;
mod set;
mod store;
mod varint;

pub(crate) use bytes::{Source, Writer};
pub use fingerprint::{Fingerprint, Fingerprinter};
pub(crate) use interner::Interner;
pub use order::{sort_by, sort_positions, sorted_positions};
pub use record::Record;
pub use set::ResourceSet;
pub use store::Store;
pub(crate) use varint::Varints;
