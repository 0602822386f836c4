//! What the page knows: the catalog, the reader's state with what follows from it, the actions that change it, and the shelf.
//!
//! Everything that changes the state goes through `Explorer::set`. No component and nothing that draws lives here.

mod actions;
mod loaded;
mod persistence;
mod print_job;
mod search_line;
mod selection;
mod shelf_store;
mod store;

pub(crate) use crate::export::{Layout, Selection as Of};
pub(crate) use loaded::{Bounds, Extent, LoadedCatalog, Progress};
pub(crate) use print_job::PrintJob;
pub(crate) use shelf_store::{ShelfStore, list_id};
pub(crate) use store::{Explorer, use_explorer};
