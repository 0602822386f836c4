//! Two facets crossed, as a map and as a table.

mod gap_map;
mod table;

pub(crate) use gap_map::GapMap;
