//! Generated catalogs of any size, shaped as real ones are, for measuring: the same number gives the same catalog.
//!
//! Words are drawn as in running text, the n-th most frequent about 1/n as often as the first (Zipf's law).

use crate::catalog::Resource;

/// How many different words, keywords and publishers there are.
const N_WORDS: u32 = 50_000;
const N_KEYWORDS: u32 = 3000;
const N_PUBLISHERS: u32 = 400;
const N_THEMES: u32 = 55;

const SYLLABLES: [&str; 32] = [
    "ba", "com", "de", "dis", "en", "fi", "for", "gra", "in", "ka", "la", "le", "li", "ma", "mo", "na", "ne", "no",
    "pe", "per", "po", "pro", "ra", "re", "ri", "sa", "se", "si", "ta", "te", "ti", "un",
];

/// Numbers that look random (xorshift; Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003).
#[derive(Debug, Clone)]
pub(super) struct Numbers(u64);

impl Numbers {
    /// The numbers that follow from one.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from((self.0 >> 32) % u64::from(n.max(1))).unwrap_or(0)
    }

    /// A place among `n`, the first ones much more often.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and n")]
    fn place(&mut self, n: u32) -> u32 {
        let part = f64::from(self.below(1 << 24)) / f64::from(1 << 24);
        ((part * f64::from(n + 1).ln()).exp() - 1.0).min(f64::from(n - 1)) as u32
    }

    fn words(&mut self, n: u32) -> String {
        let words: Vec<String> = (0..n).map(|_| word(self.place(N_WORDS))).collect();
        words.join(" ")
    }

    fn some(&mut self, least: u32, most: u32, name: impl Fn(&mut Self) -> String) -> Vec<String> {
        let mut some = Vec::new();
        for _ in 0..least + self.below(most - least + 1) {
            let one = name(self);
            if !some.contains(&one) {
                some.push(one);
            }
        }
        some
    }
}

/// The word at a place of the list of all words.
fn word(place: u32) -> String {
    let mut rest = place + 32;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % 32) as usize]);
        rest /= 32;
    }
    word
}

/// The resource at a position of a generated catalog.
pub fn sample(position: u32) -> Resource {
    let mut numbers = Numbers::new(u64::from(position) + 1);
    let n_title = 3 + numbers.below(7);
    let n_summary = 35 + numbers.below(46);
    let year = 1990 + numbers.below(35);
    Resource {
        id: format!("r{position:06}"),
        title: numbers.words(n_title),
        summary: Some(numbers.words(n_summary)),
        url: Some(format!("https://example.org/r{position:06}")),
        published: year.to_string().parse().ok(),
        r#type: Some(format!("type-{}", numbers.place(10))),
        themes: numbers.some(1, 6, |numbers| format!("theme-{}", numbers.place(N_THEMES))),
        audiences: numbers.some(1, 4, |numbers| format!("audience-{}", numbers.place(10))),
        levels: numbers.some(1, 3, |numbers| format!("level-{}", numbers.place(8))),
        places: numbers.some(0, 2, |numbers| format!("place-{}", numbers.place(60))),
        publishers: numbers.some(1, 2, |numbers| format!("publisher-{}", numbers.place(N_PUBLISHERS))),
        keywords: numbers.some(3, 8, |numbers| word(N_WORDS + numbers.place(N_KEYWORDS))),
        language: Some("en".to_owned()),
        ..Resource::default()
    }
}

#[cfg(test)]
mod tests {
    use super::{sample, word};
    use std::collections::BTreeSet;

    #[test]
    fn one_position_is_one_resource() {
        assert_eq!(sample(7), sample(7));
        assert_ne!(sample(7).title, sample(8).title);
        assert_eq!((0..2000).map(word).collect::<BTreeSet<_>>().len(), 2000);
    }

    #[test]
    fn a_few_words_are_most_of_the_text() {
        let texts: Vec<String> = (0..50).filter_map(|position| sample(position).summary).collect();
        let all: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
        let frequent: BTreeSet<String> = (0..100).map(word).collect();
        let n = all.iter().filter(|word| frequent.contains(**word)).count();
        assert!(n * 5 > all.len() * 2 && n * 5 < all.len() * 3, "{n} of {}", all.len());
    }
}
