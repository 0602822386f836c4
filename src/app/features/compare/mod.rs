//! Resources side by side, and the bar that leads there.

mod add;
mod bar;
mod compare;
mod overlap;
mod table;

pub(crate) use bar::CompareBar;
pub(crate) use compare::{Compare, TableExport};
pub(crate) use table::Brief;
