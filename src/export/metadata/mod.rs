//! Metadata that other programs find in a page: `meta` elements and `COinS`.
//!
//! Nothing here writes a file: that is `formats`.

mod coins;
mod meta;

pub use coins::{COINS, coins};
pub use meta::meta;
