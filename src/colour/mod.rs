//! Colours: sRGB and its contrast, and OKLCH, in which colours of one lightness look equally light.
//!
//! No I/O, and nothing of catalogs.

mod oklch;
mod srgb;

pub use oklch::{Oklch, spread};
pub use srgb::Colour;
