//! Common English words: what is known of words of which a catalog shows nothing.
//!
//! A list holds first forms. Inflection, prefixes and the endings of learned words tell of the others; endings that names have as well
//! (`Lawrence`, `Beverly`, `Wyoming`) count only behind a word of the list.

use std::sync::OnceLock;

use super::words::has;
use crate::catalog::HashSet;
use crate::text::Stems;

/// Common words, mostly by their first forms.
const COMMON: &str = include_str!("common.txt");

/// Endings of inflection, and of words made of others.
const INFLECTIONS: [&str; 14] =
    ["s", "ed", "ing", "er", "ers", "ly", "ment", "ness", "ion", "able", "ive", "al", "ance", "ence"];
/// Endings of learned nouns, verbs and adjectives, which names do not have; each with the fewest letters of such a word.
const LEARNED: [(&str, usize); 32] = [
    ("tion", 8),
    ("tions", 8),
    ("sion", 8),
    ("ivity", 8),
    ("ability", 8),
    ("ology", 8),
    ("ologist", 8),
    ("ological", 8),
    ("ically", 8),
    ("ational", 8),
    ("iveness", 8),
    ("fulness", 8),
    ("ization", 8),
    ("isation", 8),
    ("ize", 7),
    ("izes", 7),
    ("ized", 7),
    ("izing", 7),
    ("ify", 7),
    ("ifying", 8),
    ("ious", 7),
    ("eous", 7),
    ("graphy", 8),
    ("graphic", 8),
    ("metric", 8),
    ("icity", 9),
    ("ality", 8),
    ("arity", 8),
    ("ical", 7),
    ("ibility", 8),
    ("fully", 7),
    ("lessness", 8),
];
/// Beginnings of words that are made of others.
const PREFIXES: [&str; 17] = [
    "anti", "counter", "dis", "hyper", "inter", "micro", "mis", "multi", "non", "over", "post", "pre", "re", "semi",
    "sub", "un", "ultra",
];
/// The fewest letters of the word behind such a beginning.
const LEAST: usize = 5;
/// Names that look like common words.
const NAMES: &str = "bible providence reagan remington renaissance preston overton unger ulysses";

/// Whether a word in small letters is a common one, in any form.
pub(super) fn is_common(word: &str, stems: &Stems) -> bool {
    static FORMS: OnceLock<HashSet<String>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        COMMON.split_ascii_whitespace().flat_map(|word| [word.to_owned(), stems.of(word).into_owned()]).collect()
    });
    let is_form = |word: &str| is_form_of(word, stems, &|form| forms.contains(form));
    let behind_prefix = || {
        let rests = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix));
        rests.filter(|rest| rest.len() >= LEAST).any(is_form)
    };
    !has(NAMES, word) && (is_form(word) || is_learned(word) || behind_prefix())
}

/// Whether a word is a known one in any form: `Maine` is none of `main`.
fn is_form_of(word: &str, stems: &Stems, known: &dyn Fn(&str) -> bool) -> bool {
    let is_inflected = INFLECTIONS.iter().any(|ending| word.ends_with(ending));
    // `beginner`, `planning`: the consonant before the ending is doubled. `Skinner` is a name.
    let undoubled = || {
        let base = ["ers", "er", "ing", "ed"].iter().find_map(|ending| word.strip_suffix(ending))?;
        let mut letters = base.bytes().rev();
        let is_doubled = letters.next() == letters.next() && base.len() > 3;
        let is_long = !word.ends_with("er") || word.len() > 7;
        (is_doubled && is_long).then(|| known(&base[..base.len() - 1]))
    };
    let superlative = word.strip_suffix("est").filter(|stem| stem.len() > 2);
    known(word)
        || is_inflected && known(&stems.of(word))
        || word.is_ascii() && undoubled() == Some(true)
        || superlative.is_some_and(known)
}

/// Whether a word, or what it is the plural of, has an ending of learned words.
fn is_learned(word: &str) -> bool {
    let has_ending = |word: &str| LEARNED.iter().any(|(ending, least)| word.len() >= *least && word.ends_with(ending));
    let singular = || match word.strip_suffix("ies") {
        Some(base) => has_ending(&format!("{base}y")),
        None => word.strip_suffix('s').is_some_and(has_ending),
    };
    has_ending(word) || singular()
}

#[cfg(test)]
mod tests {
    use super::{COMMON, is_common};
    use crate::text::Stems;

    #[test]
    fn common_words_are_told_from_names_in_any_form() {
        let stems = Stems::default();
        for word in "seat time dead actualize remote access admissions technologies discontents beginners planners unionized maintaining toddlers sunshine \
            rethinking mismanagement interconnected geography zoologist quickest overlooked nonprofits reimagine playgrounds innovator"
            .split_ascii_whitespace()
        {
            assert!(is_common(word, &stems), "{word}");
        }
        for name in "maine kenya wyoming lawrence florence providence beverly kimberly belize clement inverness trinity preston overton \
            felicity skinner potter reagan escher darwin montessori chugach quill zotero hungary calgary calvary westminster temple"
            .split_ascii_whitespace()
        {
            assert!(!is_common(name, &stems), "{name}");
        }
    }

    #[test]
    fn the_list_of_common_words_is_sorted_and_has_each_once() {
        let words: Vec<&str> = COMMON.split_ascii_whitespace().collect();
        assert!(words.is_sorted_by(|a, b| a < b));
    }
}
