//! Particles of family names, and where they end.

use super::body::is_small;
use super::words::{CAPITALS, DROPPING, FRENCH, GERMAN_VAN, IRISH, JOINED, PARTICLES, SPANISH_GIVEN, has};
use crate::text::fold;

/// The particles of a German family at the start of particles, and the others: `von der`, `von und zu`.
pub(super) fn split_dropping(particles: &str) -> (String, String) {
    let words: Vec<&str> = particles.split_whitespace().collect();
    let drops = |word: &str| has(DROPPING, &word.replace('’', "'"));
    let is_german = |word: &&&str| drops(word) || ["und", "der", "den", "dem"].contains(*word);
    let n = match words.first() {
        Some(first) if drops(first) => words.iter().take_while(is_german).count(),
        _ => 0,
    };
    (words[..n].join(" "), words[n..].join(" "))
}

/// Whether a particle goes with the given names by the language of its bearer, which the first of these shows: `de` of a French name, unless
/// the family name is of one syllable or begins with a vowel (`de Gaulle`), or of a Spanish one (Chicago 17 sections 8.7 and 16.71; MLA 9,
/// on French and Spanish names); `van` of a German one, which the family name shows. English and Dutch bearers keep theirs: `Paul de Man`,
/// `Frans de Waal`, `Ludwig van Houten`.
pub(super) fn goes_with_given(given: &[&str], particle: &str, family: &str) -> bool {
    let first = given.first().map(|first| fold(first)).unwrap_or_default();
    match particle {
        "de" => {
            has(SPANISH_GIVEN, &first)
                || has(FRENCH, first.split('-').next().unwrap_or_default()) && n_syllables(family) > 1
        }
        "van" => has(GERMAN_VAN, &fold(family)),
        _ => false,
    }
}

/// How many syllables a French name has: groups of vowels, without a mute `e` at the end; one with a diaeresis is a group of its own.
fn n_syllables(name: &str) -> usize {
    let is_mark = |c: char| matches!(c, 'ë' | 'ï' | 'ü');
    let small = name.to_lowercase();
    let whole = fold(&small);
    let sounded =
        whole.trim_end_matches('s').strip_suffix('e').filter(|rest| !rest.ends_with(['a', 'e', 'i', 'o', 'u']));
    let (mut n, mut was_vowel) = (0, false);
    for c in sounded.unwrap_or(&whole).chars() {
        let is_vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        n += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    n + small.chars().filter(|c| is_mark(*c)).count()
}

/// Whether a word is a particle in capitals.
pub(super) fn is_capital_particle(word: &str) -> bool {
    // `O.` is an initial.
    let is_initial = word.ends_with('.') && word.chars().nth(2).is_none();
    // Accents are part of a particle: the Vietnamese `Văn` is none.
    let small = word.to_lowercase().replace('.', "");
    !is_small(word) && !is_initial && (has(CAPITALS, &small) || has(IRISH, word))
}

/// Whether a word is a particle in small letters.
pub(crate) fn is_particle(word: &str) -> bool {
    is_small(word) && has(PARTICLES, &word.replace('’', "'"))
}

/// The particles in small letters before a family name, and the rest of it.
pub(super) fn split_particles(family: &str) -> (String, String) {
    let words: Vec<&str> = family.split_whitespace().collect();
    let is_between =
        |at: usize| matches!(words[at], "und" | "in") && words.get(at + 1).is_some_and(|next| is_particle(next));
    let n = words.len().saturating_sub(1);
    let at = (0..n).find(|at| !is_particle(words[*at]) && !is_between(*at)).unwrap_or(n);
    let (mut particle, mut rest) = (words[..at].join(" "), words[at..].join(" "));
    let mark = rest.find(['\'', '’', '-']).map(|mark| mark + rest[mark..].chars().next().map_or(1, char::len_utf8));
    if let Some(mark) = mark.filter(|mark| is_small(&rest) && *mark < rest.len() && !is_small(&rest[*mark..])) {
        let joined = fold(&rest[..mark]);
        if has(JOINED, &joined) {
            if !particle.is_empty() {
                particle.push(' ');
            }
            particle.push_str(&rest[..mark]);
            rest.drain(..mark);
            rest.drain(..rest.len() - rest.trim_start().len());
        }
    }
    (particle, rest)
}

/// The length of the article that an Arabic name begins with, its hyphen counted: `al-` of `al-Raḥmān`; none where it has none.
pub(crate) fn article_length(word: &str) -> Option<usize> {
    let at = word.find('-')? + 1;
    let is_name = word[at..].chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    (is_small(word) && is_name && has(JOINED, &fold(&word[..at]))).then_some(at)
}

/// Whether a word is the first half of an Arabic name of two: `ʿAbd` of `ʿAbd al-Raḥmān`.
pub(super) fn is_first_half(word: &str) -> bool {
    fold(word).trim_start_matches(|c: char| !c.is_ascii_alphabetic()) == "abd"
}
