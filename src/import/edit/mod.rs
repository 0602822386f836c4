//! Editing a catalog: commands as data, undo and redo without end, and a history that a crash does not cost.
//!
//! ```
//! use competency_explorer::import::{Draft, Edit, RawCatalog};
//! let (catalog, _) = RawCatalog::read(br#"{"title": "T", "resources": [{"id": "a", "title": "A"}]}"#)?;
//! let mut draft = Draft::new(catalog);
//! draft.apply(Edit::SetValue { record: 0, key: "title".into(), value: "Seat time".into() }).ok();
//! assert_eq!(draft.catalog().resources[0]["title"], "Seat time");
//! draft.undo();
//! assert_eq!(draft.catalog().resources[0]["title"], "A");
//! # Ok::<(), competency_explorer::catalog::ReadError>(())
//! ```
//!
//! | part | what lives there |
//! | --- | --- |
//! | `edit` | the commands, and why one is refused |
//! | `apply` | what a command changes in the records and in the head |
//! | `tags` | what a command on a tag changes, in the vocabulary and in all records |
//! | `patch` | single reversible changes |
//! | `draft` | a catalog with the history of its edits |
//! | `replay` | the edits of a list that is read anew |
//! | `field` | a value as the text that a person edits, and back |
//! | `home_lines`, `facet_list` | the first page as lines, the facets in their order |
//! | `tag_list` | the tags of a list, with how many records have each |

mod apply;
mod draft;
#[allow(clippy::module_inception, reason = "a folder has the name of its main type")]
mod edit;
mod facet_list;
mod field;
mod home_lines;
mod patch;
mod replay;
mod tag_list;
mod tags;

pub use draft::{Draft, SavedDraft};
pub use edit::{Edit, LOGO_BYTES, Refusal};
pub use facet_list::{FacetChoice, facet_choices};
pub use field::{EditField, edit_fields, record_words};
pub use home_lines::HomePart;
pub use replay::{Replayed, replay};
pub use tag_list::{Tag, has_terms, tag_lists, tags};
