//! What we know: the types of a catalog, reading one, and checking it.
//!
//! A catalog is one JSON object: a head (title, vocabulary, fields) and a list of resources. The format is published as
//! `public/catalog.schema.json`, which is generated from these types. Reading is lenient and says what it found.

mod author;
mod block;
mod bytes;
mod check;
mod check_authors;
mod cursor;
mod date;
mod date_text;
mod decimal;
mod finding;
mod fingerprint;
mod head;
mod interner;
mod lenient;
mod link;
mod names;
mod nest;
mod order;
mod piece;
mod read;
mod record;
mod resource;
mod run;
mod scalar;
mod scan;
mod set;
mod spelling;
mod store;
mod swift;
mod varint;
mod vocabulary;
mod write;

use serde::Serialize;

/// Maps and sets here need no defence against chosen keys: a catalog harms its own page only.
pub use rustc_hash::{FxBuildHasher as FastHash, FxHashMap as HashMap, FxHashSet as HashSet};

pub(crate) use author::is_east_asian;
pub use author::{Author, AuthorKind, NameParts, NamedAuthor};
pub(crate) use bytes::{Source, Writer};
pub use check::against_itself;
pub(crate) use check::rootless;
pub use date::{DateError, PartialDate};
pub use decimal::decimal;
pub use finding::{Expected, Finding, FindingKind, Place, ReadError};
pub use fingerprint::{Fingerprint, Fingerprinter};
pub use head::Head;
pub(crate) use interner::Interner;
pub use link::{LinkError, host, href};
pub(crate) use names::is_particle;
pub use names::{Name, Names, Person, is_body_word, names};
pub use order::{sort_positions, sorted_positions};
pub use read::{Reader, Rest, read, read_with_spellings};
pub use record::{List, N_LISTS, Record};
pub use resource::{Resource, ResourceIdx, values};
pub use set::ResourceSet;
pub use store::Store;
pub(crate) use varint::Varints;
pub use vocabulary::{Field, FieldKind, Term, Vocabulary};
pub use write::{write_head, write_resource};

/// A whole catalog, as it is read and written.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(title = "Competency Explorer catalog"))]
pub struct Catalog {
    /// What stands beside the resources.
    #[serde(flatten)]
    pub head: Head,
    /// The resources, in the order of the file.
    pub resources: Vec<Resource>,
}
