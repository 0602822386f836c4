//! The page on other people's websites: how an organization sets it up, what colours it gives it, and the snippet to paste.
//!
//! A [`Setup`] is the query part of the page's address, in the words of the address grammar and a few more. No I/O, no clock,
//! no `Result`: what can't be understood counts as not said.

mod setup;
mod skin;
mod snippet;

pub use setup::{LockedFilter, Part, Scheme, Setup};
pub use skin::{BasePalette, ThemeOverrides, tokens};
pub use snippet::{EmbedConfig, Height, Snippet, check_snippet, snippet};
