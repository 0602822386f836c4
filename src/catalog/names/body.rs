//! Whether words that sign a work are a body's name.

use super::given::{is_given, is_given_alone, may_be_given};
use super::words::{
    BODIES, BODIES_AND_FAMILIES, EAST_ASIAN_BODIES, ENDS_OF_BODIES, FIRST_OF_BODIES, JOINTS, LAST_OF_BODIES,
    NO_FAMILIES, NO_NAMES, NUMBERED, PARTICLES, PLACES_OF_INITIALS, PREPOSITIONS, ROLES, has,
};
use crate::text::fold;

/// The most words of a person's name, particles not counted.
const MOST_WORDS: usize = 5;
/// The most letters of initials that are written together: `JRR`.
const MOST_INITIALS: usize = 3;

/// The fewest letters of a word in capitals that is a name and no acronym.
const LONG: usize = 5;

/// A word without points and other signs, folded.
pub(super) fn bare(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether one of the words of a text names a body.
pub fn is_body_word(text: &str) -> bool {
    text.split_whitespace().any(|word| has(BODIES, &bare(word)))
}

/// Whether a word is in capitals, as acronyms are.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !word.contains('.')
        && word.chars().all(|c| !c.is_lowercase())
        && word.chars().any(char::is_uppercase)
}

/// Whether a word begins with a small letter.
pub(super) fn is_small(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// Whether a word has small letters alone: `contributors`, not `d'Alembert`.
fn is_small_whole(word: &str) -> bool {
    is_small(word) && !word.chars().any(char::is_uppercase)
}

/// Whether a word is initials: `J.`, `J.R.R.`, `JRR`, `J.-P.`, `J`.
pub(super) fn is_initials(word: &str) -> bool {
    let n = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_plain = word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    is_plain && (1..=MOST_INITIALS).contains(&n)
        || n > 0 && word.ends_with('.') && word.split(['.', '-']).all(|part| part.chars().count() < 2)
}

/// Whether a name of two words begins with three capitals, which may be initials or an acronym: `NPR Ed`.
pub(in crate::catalog) fn body_initials(name: &str) -> bool {
    matches!(name.split(' ').collect::<Vec<&str>>()[..], [first, last] if is_capitals(first) && is_initials(first) && !is_capitals(last))
}

/// Whether words in their natural order are no person's name: no person has such a word, sign or length of name, and a last
/// word in small letters is no family name unless all words are (`bell hooks`).
pub(super) fn is_body(words: &[&str]) -> bool {
    let Some((last, before)) = words.split_last() else { return true };
    let is_acronym_among = |words: &[&str]| {
        words.iter().any(|word| is_capitals(word)) && !words.iter().all(|word| is_capitals(word) || is_small(word))
    };
    // Initials that are written together are no acronym, nor is a family name in capitals, where one other word is there:
    // `JRR Tolkien`, `Jean DUPONT`.
    let acronyms = match words {
        [first, _] if is_initials(first) && !fold(first).contains(['a', 'e', 'i', 'o', 'u']) => &words[1..],
        [_, last] if is_capitals(last) && last.chars().count() >= LONG => &words[..1],
        words => words,
    };
    let is_possessive = |word: &&&str| word.ends_with("'s") || word.ends_with("’s") || word.ends_with("s’");
    if has_family_of_body(words) {
        return false;
    }
    has_no_person(words)
        || words.iter().filter(|word| !has(PARTICLES, word) && !has(JOINTS, word)).count() > MOST_WORDS
        || is_acronym_among(acronyms)
        || has(LAST_OF_BODIES, &bare(last))
            && !matches!(before, [given, between @ ..] if is_given(&bare(given)) && between.iter().all(|word| is_initials(word)))
        || before.iter().any(|word| has(NO_NAMES, &bare(word)) || is_possessive(&word))
        || has(NO_NAMES, &bare(last))
        || is_small_whole(last) && !words.iter().all(|word| is_small(word))
}

/// Whether a word for bodies is the family name of a person, since nothing but a given name and initials stands before it: `John Schools`,
/// `Eyal B. Press`; a given name that is a family name or a place too leaves that open: `Martin Center`.
pub(in crate::catalog) fn has_family_of_body(words: &[&str]) -> bool {
    matches!(words, [given, between @ .., last] if between.len() < 3
        && is_given_alone(&bare(given))
        && !given.ends_with(',')
        && between.iter().all(|word| is_initials(word))
        && has(BODIES_AND_FAMILIES, &bare(last))
        && last.chars().all(char::is_alphabetic)
        && !is_small(last))
}

/// Whether a generational suffix behind words, or initials among them, show that they are a person's name: `Robert Council Jr.`, `John Q. Public`,
/// `J. Council`. Funds are numbered as persons are, so that a number shows it behind a given name or an initial alone; initials without blanks may be an
/// acronym with points: `M.I.T. Press`.
pub(super) fn shows_person(words: &[&str], suffix: &str) -> bool {
    let Some((last, before)) = words.split_last().filter(|(_, before)| !before.is_empty()) else { return false };
    let first = bare(before[0]);
    let begins = is_initials(before[0])
        || if has(NUMBERED, &bare(last)) { is_given_alone(&first) } else { may_be_given(&first) };
    let may_be_family = has(BODIES_AND_FAMILIES, &bare(last));
    let is_number = suffix.chars().all(|c| "IVX".contains(c));
    if !suffix.is_empty() && (!is_number || begins && (may_be_family || !has(NO_FAMILIES, &bare(last)))) {
        return true;
    }
    let at = before.iter().position(|word| is_initials(word)).unwrap_or(before.len());
    let initials = &before[at..];
    let is_one = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() == 1;
    let is_initial = |word: &&str| is_one(word) || word.matches('.').count() > 1;
    // `Vitamin C Foundation`: a letter without its point is an initial behind a given name.
    let are_pointed = initials.iter().all(|word| word.ends_with('.'));
    !initials.is_empty()
        && initials.iter().all(is_initial)
        && !has(PLACES_OF_INITIALS, &bare(&initials.concat()))
        && match at {
            0 => initials.len() < 3 && initials.iter().all(is_one) && are_pointed && may_be_family,
            // `Harvard U. Press`.
            1 => may_be_given(&first) || are_pointed && may_be_family && bare(initials[0]) != "u",
            _ => false,
        }
}

/// A body's name without its acronym in parentheses, which lists of works do not have (APA 7 section 9.11): `National Center for Education
/// Statistics (NCES)`.
pub fn without_acronym(name: &str) -> &str {
    let Some((whole, inner)) = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) else { return name };
    let n_large = inner.chars().filter(|c| c.is_uppercase()).count();
    let n = inner.chars().count();
    let is_acronym = (2..=10).contains(&n)
        && n_large > 1
        && n - n_large < 3
        && inner.chars().all(|c| c.is_alphanumeric() || "-.&".contains(c));
    let first = inner.chars().find(|c| c.is_uppercase());
    let is_initial = whole.split([' ', '-']).any(|word| word.chars().next() == first);
    if is_acronym && is_initial && whole.contains(' ') { whole } else { name }
}

/// Whether a name of two words would be a person's, were its last word no word for bodies: `Leonard Trust`.
pub(in crate::catalog) fn may_be_family(name: &str) -> bool {
    matches!(name.split(' ').collect::<Vec<&str>>()[..], [given, last] if is_given(&bare(given))
        && has(BODIES, &bare(last)) && !has(NO_FAMILIES, &bare(last))
        || may_be_given(&bare(given)) && has(BODIES_AND_FAMILIES, &bare(last)))
}

/// Whether a word is a compound of a word for bodies: `Staatsministerium`, `Rijksuniversiteit`.
fn ends_as_body(word: &str) -> bool {
    word.len() > 9 && ENDS_OF_BODIES.iter().any(|end| word.ends_with(end))
}

/// Whether words begin with the article `A` or `An`, with no name or initial behind it. `An` stands before a vowel, and is a Dutch or Vietnamese given
/// name elsewhere, and before one word that is no calling: `An Verlinden`, `An Andries`.
fn begins_with_article(words: &[&str]) -> bool {
    let [article, next, behind @ ..] = words else { return false };
    let is_before_vowel =
        next.starts_with(['A', 'E', 'I', 'O', 'U']) || next.starts_with("Honest") || next.starts_with("Hour");
    (*article == "A" || *article == "An" && is_before_vowel && (!behind.is_empty() || has(ROLES, &bare(next))))
        && !is_small(next)
        && !is_initials(next)
        && !is_given(&bare(next))
}

/// Whether words have what no person's name has, in either order.
pub(super) fn has_no_person(words: &[&str]) -> bool {
    words.first().is_some_and(|first| has(FIRST_OF_BODIES, first))
        || begins_with_article(words)
        || words.iter().enumerate().any(|(at, word)| {
            // `in 't Veld`, `von und zu`.
            let joins_particles = words.get(at + 1).is_some_and(|next| has(PARTICLES, &next.replace('’', "'")));
            word.contains(|c: char| c.is_numeric() || "&/@+:|".contains(c))
                || has(BODIES, &bare(word))
                || ends_as_body(&bare(word))
                || is_small(word)
                    && has(PREPOSITIONS, &fold(word))
                    && !(joins_particles && matches!(*word, "in" | "und"))
                || EAST_ASIAN_BODIES.iter().any(|body| word.contains(body))
        })
}
