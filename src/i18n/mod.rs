//! Every text of the interface, in the language of the page.
//!
//! - `messages` declares each message once, and so what a language has to have: [`Texts`] and [`Messages`]. `functions` has a
//!   function for each, which returns it in the language of the page.
//! - `en` is the first language, `en_findings` what it says of catalogs; another is a file like it and a row of [`LANGUAGES`].
//! - `locale` has numbers, plural forms and lists as a language writes them; they are for readers, never for CSS or SVG.
//! - The other files word what the engine computes (conditions, hints, changes of a cloud), out of messages.
//!
//! What a catalog says of itself (labels, titles) comes with the data.

#![allow(missing_docs, reason = "the name of a message and its text say what it is")]

mod bench;
mod cloud;
mod compare;
mod embed;
mod en;
mod en_findings;
mod facets;
mod functions;
mod home;
mod language;
mod locale;
mod messages;
mod numbers;
#[cfg(feature = "page")]
mod own;
#[cfg(feature = "own")]
mod own_edit;
mod page;
mod record;
mod search;
mod shapes;
mod shelf;
mod take;
#[cfg(test)]
mod tests;
mod theme;
#[cfg(test)]
mod toy;

pub use bench::*;
pub use cloud::*;
pub use compare::*;
pub use embed::*;
pub use facets::*;
pub use functions::*;
pub use home::*;
pub use language::{LANGUAGES, current, language_for, set_current};
pub use locale::{Locale, Plural};
pub use messages::{Language, Messages, Texts};
pub use numbers::*;
#[cfg(feature = "page")]
pub use own::*;
#[cfg(feature = "own")]
pub use own_edit::*;
pub use page::*;
pub use record::*;
pub use search::*;
pub use shapes::*;
pub use shelf::*;
pub use take::*;
pub use theme::*;
