//! How words compare: folding, tokens, highlights.
//!
//! Knows strings only, no catalog. Everything here is total: any text has a folded form, tokens and highlights.
//!
//! ```
//! use competency_explorer::text::{fold, tokens};
//! assert_eq!(fold("Éducation à l’École"), "education a l'ecole");
//! assert_eq!(tokens("Teacher’s K-12 guide"), ["teachers", "k", "12", "guide"]);
//! ```

mod accents;
mod fold;
mod highlight;
mod token;

pub use fold::fold;
pub use highlight::{Word, highlight};
pub use token::{each_token, tokens};
