//! Stems: what English words that differ by their endings have in common.
//!
//! The Snowball English stemmer (Porter2, snowballstem.org), for folded words of plain letters; all others are their own stem.

use std::borrow::Cow;
use std::fmt;

use frostem::{Algorithm, Stemmer};

use crate::limits::STEMMED_BYTES;

/// Finds stems; made once and asked often.
pub struct Stems(Stemmer);

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stems")
    }
}

impl Default for Stems {
    fn default() -> Self {
        Self(Stemmer::new(Algorithm::English))
    }
}

impl Stems {
    /// The stem of a folded word; of one that is longer than [`STEMMED_BYTES`] itself, since the stemmer copies a word for each `y` in it.
    pub fn of<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let is_plain = (3..=STEMMED_BYTES).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_plain { self.0.stem(word) } else { Cow::Borrowed(word) }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::Stems;

    #[test]
    fn endings_do_not_count() {
        let stems = Stems::default();
        for (word, stem) in [
            ("assessments", "assess"),
            ("assessing", "assess"),
            ("grading", "grade"),
            ("grades", "grade"),
            ("policies", "polici"),
            ("policy", "polici"),
            ("k12", "k12"),
            ("as", "as"),
            ("学", "学"),
        ] {
            assert_eq!(stems.of(word), stem, "{word}");
        }
    }

    #[test]
    fn a_word_that_is_no_word_is_its_own_stem() {
        let (stems, long) = (Stems::default(), "y".repeat(60) + "ings");
        assert!(matches!(stems.of(&long), Cow::Owned(_)), "64 bytes");
        let long = "y".repeat(1_000_000) + "ings";
        assert!(matches!(stems.of(&long), Cow::Borrowed(own) if own == long), "a million");
    }
}
