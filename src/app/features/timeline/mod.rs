//! The results by year, with the choice of a range.

mod months;
mod table;
mod timeline;
mod titles;

pub(crate) use timeline::Timeline;
