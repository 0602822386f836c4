//! Title case: capitals for all words but the small ones of each manual's own list.

use super::named;
use super::words::{Word, capitalized, has, is_and, is_letter, rewritten, words};

/// The manual by which a title has its capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Manual {
    /// *MLA Handbook*, 9th edition, section 2.90: articles, prepositions, the coordinating conjunctions, `to` of infinitives.
    Mla,
    /// *The Chicago Manual of Style*, 17th edition, section 8.159: articles, prepositions of any length, `and`, `but`, `for`, `or`,
    /// `nor`, `to` and `as` in any use. `So` and `yet` are large.
    Chicago,
}

const ARTICLES: &str = "a an the";
/// The conjunctions of both manuals; MLA has two more.
const CONJUNCTIONS: &str = "and but for nor or";
const MLA_CONJUNCTIONS: &str = "so yet";
/// Prepositions. `Than` is none: it is a conjunction, which both manuals write large.
const PREPOSITIONS: &str = "about above across against along alongside amid among amongst around as at behind below beneath beside besides \
    between beyond by concerning despite during for from in inside into near of on onto outside over per regarding round \
    through throughout to toward towards under underneath unlike upon v versus via vs with within without";
/// Prepositions that are conjunctions as well: those have a subject behind them.
const BEFORE_CLAUSES: &str = "after before since till until";
/// Prepositions that are adverbs as often: large but before what a preposition stands before.
const ADVERBS: &str = "down off out up";
/// Words that begin what a preposition stands before.
const DETERMINERS: &str = "a an the my your his her its our their this that these those all each every";
/// Subjects that nothing but a clause begins with.
const SUBJECTS: &str = "i you he she we they it";
/// Beginnings of words that are no words of their own: what follows them after a hyphen stays small (Chicago 17 section 8.161).
const PREFIXES: &str = "anti bi co de hyper infra inter intra macro meta micro mid multi neo non post pre pro proto pseudo re semi sub \
    supra trans tri ultra un";
/// Particles within names of persons, small where they are published so (Chicago 17 section 8.159, rule 6).
const PARTICLES: &str = "da de del della den der di du la le van von";

/// What is known of a word's place among the others.
struct Place<'a> {
    title: &'a str,
    words: &'a [Word<'a>],
    at: usize,
}

impl Place<'_> {
    fn word(&self) -> &Word<'_> {
        &self.words[self.at]
    }

    /// The next word in small letters, and what stands between; nothing for both at the end.
    fn next(&self) -> (String, &str) {
        let next = self.words.get(self.at + 1);
        (next.map_or_else(String::new, Word::lower), next.map_or("", |next| &self.title[self.word().end()..next.at]))
    }

    /// Whether a hyphen joins it with the word before, and with the next one.
    fn hyphens(&self) -> [bool; 2] {
        let is_hyphen = |c: char| "-‐‑".contains(c);
        [
            self.title[..self.word().at].ends_with(is_hyphen) && self.at > 0,
            self.title[self.word().end()..].starts_with(is_hyphen) && self.at + 1 < self.words.len(),
        ]
    }

    /// Whether the word is a small letter beside a sign of mathematics: `x < y`.
    fn is_variable(&self) -> bool {
        let [before, behind] = [&self.title[..self.word().at], &self.title[self.word().end()..]];
        let is_sign = |c: char| "<>=+≤≥±×".contains(c);
        self.word().text.chars().nth(1).is_none()
            && (before.trim_end().ends_with(is_sign) || behind.trim_start().starts_with(is_sign))
    }

    /// Whether the title, or the part of it before a colon, a dash or the end of a sentence, ends with it.
    fn ends(&self) -> bool {
        self.words.get(self.at + 1).is_none_or(|next| next.begins)
    }

    /// Whether the word is small here.
    fn is_small(&self, lower: &str, manual: Manual) -> bool {
        let is_preposition = has(PREPOSITIONS, lower) || has(BEFORE_CLAUSES, lower) || has(ADVERBS, lower);
        let is_small =
            has(ARTICLES, lower) || has(CONJUNCTIONS, lower) || manual == Manual::Mla && has(MLA_CONJUNCTIONS, lower);
        match self.hyphens() {
            // The first element of a compound is large, a preposition in the last place is an adverb: `Hands-On`, `Lying-In`
            // (Chicago 17 section 8.161).
            [false, true] => return false,
            [true, false] => return is_small,
            [true, true] => return is_small || is_preposition,
            [false, false] if self.word().begins || self.ends() => return false,
            [false, false] => {}
        }
        let last = self.at.saturating_sub(1);
        let before = self.words[last].lower();
        // Behind an article it is no preposition: `An Inside Look`, `The On Button`.
        // A first `A` has its capital anyway: before `to` it is the letter (`A to Z`), else the article.
        let is_article = if self.words[last].begins { lower != "to" } else { !is_letter(self.title, self.words, last) };
        if is_preposition && has(ARTICLES, &before) && is_article {
            return false;
        }
        let (next, gap) = self.next();
        let goes_on = gap.trim_end_matches(['“', '‘', '"', '\'']) == " ";
        let is_clause = goes_on && has(SUBJECTS, &next);
        match lower {
            _ if is_small => true,
            // Before a sign, a clause or another preposition it is an adverb: `Move On When Ready`, `All In on Grading`.
            "on" | "in" | "over" | "through" | "around" | "along" | "about" => {
                let is_with_verb =
                    lower == "over" && before == "take" || lower == "around" && before.starts_with("turn");
                goes_on && !is_with_verb && !has("when if because while where", &next) && !has(PREPOSITIONS, &next)
            }
            _ if has(BEFORE_CLAUSES, lower) => !is_clause,
            _ if has(ADVERBS, lower) => goes_on && has(DETERMINERS, &next),
            // `As If` and `As Soon As` are conjunctions; Chicago has `as` small in any use.
            "as" => manual == Manual::Chicago || !(is_clause || has("if though soon long", &next)),
            _ => is_preposition,
        }
    }
}

/// A title in the title case of a manual. Words with capitals or digits within them stay as they are published.
pub(in crate::export) fn headline(title: &str, manual: Manual) -> String {
    if !title.contains(char::is_lowercase) {
        return title.to_owned();
    }
    let words = words(title);
    let named = named::ranges(title, &words);
    rewritten(title, &words, |at| {
        let (word, place) = (&words[at], Place { title, words: &words, at });
        let lower = word.lower();
        // A name is as it is published: `No Child Left Behind`.
        if word.is_large() && !named::is_small_within(&lower) && named.iter().any(|name| name.contains(&at)) {
            return None;
        }
        if place.is_small(&lower, manual) {
            let is_letter = is_letter(title, &words, at);
            return (word.is_capitalized() && !is_letter).then(|| word.text.to_lowercase());
        }
        let [is_behind, _] = place.hyphens();
        if place.is_variable() {
            return None;
        }
        if is_and(title, word) {
            return Some("n".to_owned());
        }
        let is_name_part = has(PARTICLES, word.text) && at > 0 && !word.begins && !place.ends();
        let follows_prefix = manual == Manual::Chicago && is_behind && has(PREFIXES, &words[at - 1].lower());
        if follows_prefix {
            return (word.is_capitalized() && is_small_behind_prefix(&place)).then(|| word.text.to_lowercase());
        }
        (word.is_plain() && !is_name_part).then(|| capitalized(word.text))
    })
}

/// Whether the word behind a prefix is small: `Co-design`. Names are not.
fn is_small_behind_prefix(place: &Place<'_>) -> bool {
    const NAMES: [&str; 8] =
        ["african", "american", "asian", "canadian", "european", "english", "indian", "raphaelite"];
    !NAMES.contains(&place.word().lower().as_str())
}
