//! What a reader can change, as one value; its history; and the address that says it.
//!
//! Only `url` knows the grammar of addresses. Nothing here searches or counts.

pub(super) mod address;
mod history;
mod look;
mod state;
pub mod url;
mod view;

pub use history::{History, Step, Written};
pub use look::{CloudLook, Look, MAX_SETS, TAGS};
pub use state::{MAX_COMPARED, MAX_PAGES, PAGE_SIZE, Shared, Sort, State};
pub use view::{VIEWS, View, ViewInfo};
