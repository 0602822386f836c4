//! What a reader sees: one component a file. Views read [`Explorer`](super::explorer::Explorer) and call its intentions.

mod card;
mod chips;
mod cloud;
mod compare;
mod facet_list;
mod facets;
mod link;
mod marked;
mod notice;
mod page;
mod range;
mod record;
mod results;
mod search_box;
mod stage;
mod tray;

pub(super) use page::Page;
pub(super) use stage::{failure, loading};
