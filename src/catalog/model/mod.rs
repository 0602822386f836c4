//! What a catalog consists of: a head with its vocabulary and fields, and resources with their authors, dates and links.
//!
//! Types, and what can be said of a single value. Nothing here knows how a file is read, what a finding is, or where a record is
//! kept.

pub(super) mod author;
mod catalog;
mod date;
mod date_statement;
mod decimal;
mod doi;
mod fields;
pub(super) mod head;
mod home;
pub(super) mod link;
mod months;
mod published;
mod resource;
pub(super) mod scalar;
mod vocabulary;

pub(crate) use author::is_east_asian;
pub use author::{Author, AuthorKind, NameParts, NamedAuthor, Role};
pub use catalog::Catalog;
pub use date::{DateError, PartialDate};
pub use date_statement::{DateStatement, Span, Unpublished};
pub use decimal::decimal;
pub(crate) use doi::read_doi;
pub use doi::{doi_address, doi_of_address, stated_doi};
pub(in crate::catalog) use fields::borrowed;
pub use fields::{FIELDS, FieldType, List, N_LISTS};
pub use head::Head;
pub use home::{Home, HomeLink, LocalText};
pub use link::{LinkError, host, href};
pub(crate) use months::month_named;
pub(in crate::catalog) use months::season_named;
#[cfg(feature = "import")]
pub(crate) use months::{month_name, season_name};
pub use published::Published;
pub use resource::{Resource, ResourceIdx, values};
pub(crate) use resource::{key_places, stated_keys};
pub use vocabulary::{Field, FieldKind, Term, Vocabulary};
