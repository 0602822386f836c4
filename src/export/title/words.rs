//! The words of a title or another text, and where its sentences begin.

use std::sync::OnceLock;

use crate::catalog::HashSet;
use crate::text::tags;

/// A word: letters, digits and apostrophes. A hyphen separates words as a blank does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// Its letters.
    pub(super) text: &'a str,
    /// Whether a sentence, a title or a subtitle begins with it.
    pub(super) begins: bool,
}

impl Word<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// The word without genitive, in small letters, with straight apostrophes.
    pub(super) fn lower(&self) -> String {
        let mut lower = String::with_capacity(self.text.len());
        push_lower(self.text, &mut lower);
        lower
    }

    pub(super) fn is_large(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it has neither capitals nor digits.
    pub(super) fn is_plain(&self) -> bool {
        self.text.chars().all(|c| !c.is_uppercase() && !c.is_numeric())
    }

    /// Whether its first letter alone is large, so that the capital may be one of the title only. Of single letters this holds
    /// for the article `A`.
    pub(super) fn is_capitalized(&self) -> bool {
        let mut chars = base(self.text).chars();
        let first = chars.next().is_some_and(char::is_uppercase);
        let is_single = chars.as_str().is_empty();
        first && (!is_single || self.text == "A") && chars.all(|c| !c.is_uppercase() && !c.is_numeric())
    }
}

/// Appends a word without genitive, in small letters, with straight apostrophes.
pub(super) fn push_lower(word: &str, out: &mut String) {
    for c in base(word).chars() {
        match c {
            '’' => out.push('\''),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => out.extend(c.to_lowercase()),
        }
    }
}

/// Articles, prepositions, conjunctions, pronouns, auxiliary verbs and the like: never names of themselves.
const FUNCTION: &str = "a an the and but for or nor so yet of to in on at by with from as into onto via per than versus vs across \
    against along among amid around behind below beneath beside besides between beyond despite during except inside like near off \
    out outside over past since through throughout toward towards under underneath unlike until till up upon within without about \
    above after before down if when where while because although though unless whether that which who whom whose what why how i \
    you he she it we they me him her us them my your his its our their mine yours ours theirs this these those myself yourself \
    itself ourselves themselves is are was were be been being am do does did doing done has have had having can could should would \
    may might must shall will isn't aren't wasn't don't doesn't didn't can't won't let's it's not no all any both each every few \
    more most much many other others another some such only own same too very just also there here then now again once ever never \
    always still even";

/// Whether a word in small letters is one of [`FUNCTION`].
pub(super) fn is_function(word: &str) -> bool {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| FUNCTION.split_ascii_whitespace().collect()).contains(word)
}

/// Abbreviations whose point ends no sentence.
const ABBREVIATIONS: &str = "dr mr mrs ms prof st jr sr vs no nos vol ed eds dept inc co corp gov sen rep gen ave mt ft fig pt al etc \
    colo calif conn minn mo pa tenn wis va ala ariz ark fla ga ind kan ky md mich mont neb nev okla tex vt wyo";

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '\'' || c == '’' || c == '‘'
}

/// Whether a list of words with blanks between them has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_ascii_whitespace().any(|one| one == word)
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let (mut start, mut begins, mut last) = (None, true, ' ');
    let tags = tags(text);
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if tags.iter().any(|tag| tag.contains(&at)) {
            if let Some(from) = start.take() {
                words.push(Word { at: from, text: &text[from..at], begins });
                begins = false;
            }
            continue;
        }
        match (is_of_word(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                // Apostrophes at the ends may be quotation marks, and say nothing of the word.
                let whole: &str = &text[from..at];
                let word = whole.trim_start_matches(['\'', '’', '‘']);
                let from = at - word.len();
                let word = word.trim_end_matches(['\'', '’', '‘']);
                if !word.is_empty() {
                    words.push(Word { at: from, text: word, begins });
                    begins = ends_sentence(c, word) || c == '.' && ends_number(text, from, word);
                }
            }
            // A comma goes on with the sentence, whatever point stood before it.
            (false, None) if c == ',' => begins = false,
            (false, None) => begins |= "?!:—|".contains(c) || "-–".contains(c) && last == ' ',
            _ => {}
        }
        last = c;
    }
    words
}

/// Whether the point behind a number ends a label: `Chapter 1. The Beginning`, `2. Grades`.
fn ends_number(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].trim_end();
    let label = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_roman = !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c));
    text[at + word.len() + 1..].starts_with(' ')
        && (word.chars().all(|c| c.is_ascii_digit()) || is_roman)
        && (before.is_empty() || has(NUMBERED, label.trim_end_matches('.')))
}

/// Whether a sign behind a word ends a sentence. The point behind a letter is that of `U.S.`
fn ends_sentence(c: char, word: &str) -> bool {
    let is_short = || word.chars().nth(1).is_none() || has(ABBREVIATIONS, &word.to_lowercase());
    "?!:—|".contains(c) || c == '.' && !is_short()
}

/// Nouns that keep their capital before a number or a letter (APA 7 section 6.18).
pub(super) const NUMBERED: &str = "part phase grade grades level step stage tier unit volume module series report episode lesson \
    chapter lecture figure table appendix type plan group title section study vitamin hepatitis district room building practice region act year \
    cohort goal principle standard strategy area season ep vol no";

/// Whether a word is `A` as a letter or a grade, and no article: at the end of a part, behind a label or a determiner, or before a
/// word that no article stands before.
pub(super) fn is_letter(title: &str, words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if word.text != "A" {
        return false;
    }
    let next = words.get(at + 1);
    let gap = next.map_or("", |next| &title[word.end()..next.at]);
    let before = at.checked_sub(1).map(|before| words[before].lower()).filter(|_| !word.begins).unwrap_or_default();
    let is_joined = at > 0 && !word.begins && !title[..word.at].ends_with([' ', '“', '‘', '"', '\'']);
    let linked = next.is_some_and(|next| gap == " " && has("to and or is for in through plus", &next.lower()));
    // `Q & A`.
    let is_question =
        at > 0 && words[at - 1].text.chars().nth(1).is_none() && title[words[at - 1].end()..word.at].trim() == "&";
    // `A < B`.
    let is_compared = gap.trim_start().starts_with(['<', '>', '=', '≠', '+']);
    !gap.starts_with(' ')
        || is_compared
        || linked
        || is_joined
        || is_question
        || has("an the straight", &before)
        || has(NUMBERED, &before)
}

/// Whether a word is the short form of `and` behind an apostrophe: `Rock ’n’ Roll`.
pub(super) fn is_and(title: &str, word: &Word<'_>) -> bool {
    word.text.eq_ignore_ascii_case("n") && !word.begins && title[..word.at].ends_with(['\'', '’', '‘'])
}

/// A word without the genitive at its end.
pub(super) fn base(word: &str) -> &str {
    word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word)
}

/// A word with its first letter large.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

/// A title with some of its words replaced: `change` gets the number of each.
pub(super) fn rewritten(title: &str, words: &[Word<'_>], mut change: impl FnMut(usize) -> Option<String>) -> String {
    let (mut text, mut from) = (String::with_capacity(title.len()), 0);
    for (at, word) in words.iter().enumerate() {
        if let Some(changed) = change(at) {
            text.push_str(&title[from..word.at]);
            text.push_str(&changed);
            from = word.end();
        }
    }
    text.push_str(&title[from..]);
    text
}
