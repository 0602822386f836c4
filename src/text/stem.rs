//! Stems: what English words that differ by their endings have in common.
//!
//! The Snowball English stemmer (Porter2, snowballstem.org), for folded words of plain letters; all others are their own stem.

use std::borrow::Cow;
use std::fmt;

use frostem::{Algorithm, Stemmer};

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
    /// The stem of a folded word.
    pub fn of<'a>(&self, word: &'a str) -> Cow<'a, str> {
        let is_plain = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_plain { self.0.stem(word) } else { Cow::Borrowed(word) }
    }
}

#[cfg(test)]
mod tests {
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
}
