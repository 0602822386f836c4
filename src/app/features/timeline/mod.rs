//! The results by year, with the choice of a range.

mod table;
mod timeline;

pub(crate) use timeline::Timeline;
