//! The search box with its suggestions, hints and examples.

mod also_searched;
mod search_box;
mod suggestions;
mod tips;

pub(crate) use also_searched::AlsoSearched;
pub(crate) use search_box::{Misread, NamedValues, SearchBox};
