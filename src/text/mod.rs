//! How words compare: folding, tokens, stems, edits, highlights, excerpts.
//!
//! Knows strings only, no catalog. Everything here is total: any text has a folded form, tokens and highlights.
//!
//! ```
//! use competency_explorer::text::{fold, tokens};
//! assert_eq!(fold("Éducation à l’École"), "education a l'ecole");
//! assert_eq!(tokens("Teacher’s K-12 guide"), ["teachers", "k", "12", "guide"]);
//! ```

mod accents;
mod bidi;
pub mod css;
mod edits;
mod excerpt;
mod fold;
mod highlight;
mod key;
mod markup;
mod percent;
mod shorten;
mod sort_key;
mod stem;
mod stop;
mod token;
mod width;
mod windows_1252;

pub use bidi::isolated;
pub use edits::{Edits, MAX_EDITS};
pub use excerpt::excerpt_start;
pub use fold::fold;
pub use highlight::{Mark, Word, highlight};
#[cfg(feature = "import")]
pub(crate) use key::composed;
pub use key::{compare_key, is_invisible};
pub(crate) use markup::{tags, with_tags_of_csl, without_entities, without_markup, without_tags};
pub use percent::{hex, percent_decoded, push_encoded, push_percent};
pub use shorten::{first_characters, shortened, shortened_bytes};
pub use sort_key::{sort_key, without_article};
pub use stem::Stems;
pub use stop::is_stop_word;
pub use token::{each_token, folded_of, spelled, tokens, with_signs};
pub use width::{broken, em_width};
pub(crate) use windows_1252::windows_1252;
