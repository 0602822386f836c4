//! What a reader sees: one component a file. Views read [`Explorer`](super::explorer::Explorer) and call its intentions.

mod also;
mod bench;
mod card;
mod chips;
mod cloud;
mod compare;
mod dead_end;
mod facet_list;
mod facets;
mod link;
mod map;
mod map_table;
mod marked;
mod notice;
mod page;
mod range;
mod record;
mod results;
mod search_box;
mod sets;
mod shape;
mod stage;
mod suggestions;
mod table;
mod tick;
mod time;
mod time_table;
mod tips;
mod together;
mod tray;

pub(super) use bench::Measured;
pub(super) use page::Page;
pub(super) use stage::{Loading, failure};
