//! The lists that a reader saves, and those that somebody shares.

mod item;
mod shared_list;
mod shelf;

pub(crate) use shelf::ShelfView;
