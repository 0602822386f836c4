//! What a reader takes away: resources in the formats of other programs, citations, metadata for machines.
//!
//! Each format has a file of its own and turns one resource after the other into text, so that any number of them can be
//! written while memory holds one. Nothing here reads the clock: who wants a day of access in a citation says it.
//!
//! ```
//! use competency_explorer::catalog::{Head, Resource};
//! use competency_explorer::export::{Format, export};
//! let resource = Resource { id: "a".into(), title: "Seat Time".into(), ..Resource::default() };
//! assert!(export(Format::Ris, &Head::default(), [resource]).contains("TI  - Seat Time\r\n"));
//! ```
//!
//! | part | what lives there |
//! | --- | --- |
//! | `formats` | the formats, a row and a file each; a format only writes what the parts below give it |
//! | [`citation`] | names, dates and entries of APA, MLA and Chicago |
//! | `title` | the cases of titles |
//! | `metadata` | what other programs find in a page |
//! | `documents`, `reading_plan` | resources as pages of their own: a handout, slides, a plan of readings |
//! | `delivery`, `purpose` | the forms, layouts and addresses in which a selection of resources leaves the catalog |
//! | `item`, `writer`, `parts` | what each format has to write, and an export resource by resource |
//! | `data_package` | a catalog as tables with a description of their columns |
//! | `type_id`, `kind`, `periodical`, `publisher`, `site`, `law`, `title_end`, `stated_number`, `pages`, `identifier`, `labels`, `context` | what a resource is for citations, what it appeared in and where there, its DOI, its labels, and what its catalog knows |
//! | `search` | one line that documents a search |
//! | `qr_code` | links as pictures for paper |
//! | `cells`, `escape`, `object` | writing tables, texts and JSON |
//!
//! Nothing here knows a facet, a query or a state.

mod cells;
pub mod citation;
mod context;
#[cfg(feature = "import")]
mod data_package;
mod delivery;
mod documents;
mod escape;
mod formats;
mod identifier;
mod item;
mod kind;
mod labels;
mod law;
mod metadata;
mod object;
mod pages;
mod parts;
mod periodical;
mod publisher;
mod purpose;
mod qr_code;
mod reading_plan;
mod search;
mod site;
mod stated_number;
mod title;
mod title_end;
mod type_id;
mod writer;

pub use cells::{csv_table, guarded_cell, markdown_table, read_cell};
pub use context::{Context, Known};
#[cfg(feature = "import")]
pub use data_package::data_package;
pub use delivery::{Form, Layout, Selection, Share, share};
pub use documents::{DocumentHead, Noted, PlanWords, close_document, handout, open_document, plan_page, slides};
pub use escape::html as escape_html;
#[cfg(feature = "import")]
pub(crate) use escape::markdown as escape_markdown;
pub use formats::json_ld::record as json_ld;
pub use formats::{Format, columns};
pub use kind::{Class, Kind, OTHER};
pub use metadata::{COINS, beginning_of, coins, meta};
pub use parts::Parts;
pub use purpose::Purpose;
pub use qr_code::{QrCode, qr_code};
pub use reading_plan::{MINUTES_PER_PAGE, Part, ReadingPlan, SITTINGS, USUAL_SITTING, Unit, reading_plan};
pub use search::{Search, search_citation};
#[cfg(feature = "import")]
pub(crate) use site::show_of;
#[cfg(feature = "import")]
pub(crate) use stated_number::{edition_at_end, number_at_end};
pub use writer::{Export, export};
