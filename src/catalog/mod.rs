//! What we know: the types of a catalog, reading one, checking it, and keeping its records.
//!
//! A catalog is one JSON object: a head (title, vocabulary, fields) and a list of resources. The format is published as
//! `public/catalog.schema.json`, which is generated from these types. Reading is lenient and says what it found.
//!
//! | folder | what lives there | uses |
//! | --- | --- | --- |
//! | `model` | the types: head, vocabulary, resource, author, date, link | |
//! | `store` | where records are kept, and the sets, tables and byte formats of the engine | model |
//! | `names` | authors as persons, with the parts of their names, and bodies | model, store |
//! | `read` | from bytes to records, and every finding | all three |
//! | `write`, `hash` | a catalog as JSON again; the hash tables of the engine | model |
//!
//! Nothing here knows a query, a facet or a page.

mod hash;
mod model;
mod names;
mod read;
mod store;
mod write;

pub use hash::{FastHash, HashMap, HashSet};
pub use model::{
    Author, AuthorKind, Catalog, DateError, DateStatement, FIELDS, Field, FieldKind, FieldType, Head, Home, HomeLink,
    LinkError, List, LocalText, N_LISTS, NameParts, NamedAuthor, PartialDate, Published, Resource, ResourceIdx, Role,
    Span, Term, Unpublished, Vocabulary, decimal, doi_address, doi_of_address, host, href, stated_doi, values,
};
pub(crate) use model::{is_east_asian, month_named};
pub(crate) use model::{key_places, stated_keys};
#[cfg(feature = "import")]
pub(crate) use model::{month_name, read_doi, season_name};
pub use names::{
    Contributors, Maker, Name, Names, Person, contributors, is_body_word, is_label, known_bodies, known_labels,
    without_acronym,
};
pub(crate) use names::{article_length, is_given, is_given_and_word, is_particle, is_title};
#[cfg(feature = "import")]
pub(crate) use names::{is_suffix, one_role, plural_role, without_others};
#[cfg(feature = "cli")]
pub(crate) use read::at_their_keys;
#[cfg(feature = "import")]
pub(crate) use read::finding_of_date;
pub use read::{
    Expected, Finding, FindingKind, Odd, Place, ReadError, ReadReport, Reader, against_itself, n_findings, read,
    read_with_spellings, spellings_of,
};
pub(crate) use read::{json_text, parent_faults, proposed};
pub use store::{Fingerprint, Fingerprinter, Record, ResourceSet, Store, sort_by, sort_positions, sorted_positions};
pub(crate) use store::{Interner, Source, Varints, Writer};
pub use write::{write_head, write_resource};
