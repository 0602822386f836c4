//! Metadata that other programs find in a page: meta elements and `COinS`.

mod meta;

pub use meta::{COINS, coins, meta};
