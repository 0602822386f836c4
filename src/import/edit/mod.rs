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

mod apply;
mod draft;
#[allow(clippy::module_inception, reason = "a folder has the name of its main type")]
mod edit;
mod patch;
mod tags;

pub use draft::{Draft, SavedDraft};
pub use edit::{Edit, LOGO_BYTES, Refusal};
