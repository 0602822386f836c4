//! The first page: what a catalog holds, where each kind of readers goes on, what there is by theme and by place, what is missing.
//!
//! What the catalog itself says of it comes first; what it does not is made of its counts.

mod gaps;
mod links;
mod page;
mod states;
mod tiles;

pub use gaps::Gap;
pub use links::{HomeEntry, is_start};
pub use page::{HomePage, Numbers, home_page, numbers_of};
pub use states::{StateMap, StateTile, state_map};
pub use tiles::ThemeTile;
