//! The HTML of pages, out of a built one and a catalog: texts in, texts out.
//!
//! | file | what it does |
//! | --- | --- |
//! | `places` | what stands between two marks of a page |
//! | `first_page`, `texts` | what is shown before the app is there, and by the scripts that load it |
//! | `html` | name, policy, metadata: what every form of a page has |
//! | `encode` | parts as text, and the hashes of the policy |
//! | `single_file` | a file with everything inside: its catalog, the importer |
//! | `folder` | the folder of a web host with another catalog |
//! | `archive` | files in a ZIP archive |
//!
//! The command and the page on which a curator makes a catalog both write pages with it, and write the same ones.

mod archive;
mod encode;
mod first_page;
mod folder;
mod html;
mod places;
mod single_file;
mod texts;

pub use archive::{Archive, zipped};
pub use encode::{Content, compressed, hash};
pub use folder::{CATALOG_FILE, PAGE_FILE, SINGLE_FILE, with_catalog_beside};
pub use html::{OEMBED, SHARE_IMAGE, first_scripts, name, name_index, policy, share, title};
pub use places::Missing;
pub use single_file::{Own, add_own, add_part, has_own, leave_own, with_catalog, with_catalog_in_memory};
pub use texts::check_page;
