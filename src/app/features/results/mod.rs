//! The results as cards and as a table.

mod card;
mod list;
mod table;

pub(crate) use list::{Results, SortChoice};
pub(crate) use table::{PaperTable, Table};
