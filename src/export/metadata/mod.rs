//! Metadata that other programs find in a page: `meta` elements and `COinS`.
//!
//! Nothing here writes a file: that is `formats`.

mod meta;

pub use meta::{COINS, coins, meta};
