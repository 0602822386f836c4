//! What a theme is recognized by wherever it is shown: a colour for light grounds, one for dark grounds, and a glyph.
//!
//! Computed from the vocabulary alone, so that a theme looks the same in every view and after every filter.

mod glyph;
mod theme;

pub use glyph::{GLYPHS, Glyph};
pub use theme::ThemeIdentity;
pub(in crate::explore) use theme::identities;
