//! The terms of a query: words with their prefixes, phrases, values and ranges of fields.

use std::ops::{Bound, Range};

use super::lex::{Kind, Lexeme};
use crate::search::query::{FieldValue, What, Word};
use crate::text::{each_token, spelled, with_signs};

/// Digits that make a number complete while it is being typed: a year.
const DIGITS_OF_A_YEAR: usize = 4;

/// A term that was read.
pub(super) struct Term {
    pub(super) what: What,
    /// Where the last byte that counts ends: that of the piece, or before, where the words are more than there is room for.
    pub(super) end: usize,
    /// Whether there was no room for all its words.
    pub(super) is_cut: bool,
    /// How many words it has; a range counts as one.
    pub(super) n_words: usize,
}

/// A text in which terms are read.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    /// How many words a term may have.
    pub(super) room: usize,
    /// Whether a word at the very end of the text is being typed.
    pub(super) is_typing: bool,
}

impl Reader<'_> {
    /// The term that a piece is; `None` where it has no words.
    pub(super) fn term(&self, piece: &Lexeme) -> Option<Term> {
        match &piece.kind {
            Kind::Run => self.words(piece.start..piece.span.end).map(|found| found.term(What::Words)),
            Kind::Quoted(inside) => self.phrase(inside.clone(), piece.span.end).map(|found| found.term(What::Phrase)),
            Kind::Field { name, value, quoted: true } => {
                let found = self.phrase(value.clone(), piece.span.end)?;
                let raw = self.text[value.start..value.end.min(found.end)].to_owned();
                Some(found.term(|words| self.field(name, FieldValue::Phrase { raw, words })))
            }
            Kind::Field { name, value, quoted: false } => {
                let found = self.words(value.clone())?;
                if let Some((from, to)) = range(&self.text[value.clone()]) {
                    let raw = self.text[value.clone()].to_owned();
                    let what = self.field(name, FieldValue::Range { raw, from, to });
                    return Some(Term { what, end: value.end, is_cut: false, n_words: 1 });
                }
                let raw = self.text[value.start..found.end].trim_end_matches('*').to_owned();
                Some(found.term(|words| self.field(name, FieldValue::Words { raw, words })))
            }
            Kind::Open | Kind::Close | Kind::Operator(_) => None,
        }
    }

    fn field(&self, name: &Range<usize>, value: FieldValue) -> What {
        What::Field { field: self.text[name.clone()].to_lowercase().replace(char::is_whitespace, "-"), value }
    }

    /// The words of a part of the text; one with a `*` behind it, or at the very end of the text, is a prefix.
    fn words(&self, at: Range<usize>) -> Option<Found<Word>> {
        let run = &self.text[at.clone()];
        self.found(at.clone(), at.end, &mut |token, range| {
            let has_star = run[range.end..].starts_with('*');
            let typed = &run[range.clone()];
            let is_open = self.is_typing && at.start + range.end == self.text.len() && can_go_on(token, typed);
            let word = Word {
                text: token.to_owned(),
                typed: spelled(typed, token).unwrap_or_else(|| token.to_owned()),
                prefix: has_star || is_open,
            };
            (word, at.start + range.end + usize::from(has_star))
        })
    }

    fn phrase(&self, inside: Range<usize>, end: usize) -> Option<Found<String>> {
        let start = inside.start;
        let text = &self.text[inside.clone()];
        self.found(inside, end, &mut |token, range| (with_signs(&text[range.clone()], token), start + range.end))
    }

    fn found<T>(&self, inside: Range<usize>, end: usize, word: &mut ReadWord<'_, T>) -> Option<Found<T>> {
        let mut found = Found { words: Vec::new(), end, is_cut: false };
        let mut last_end = 0;
        each_token(&self.text[inside], |token, range| {
            if found.words.len() < self.room {
                let (read, read_end) = word(token, range);
                found.words.push(read);
                last_end = read_end;
            } else {
                found.is_cut = true;
                found.end = last_end;
            }
        });
        (!found.words.is_empty()).then_some(found)
    }
}

/// Whether a word at the end of the text may be the beginning of a longer one: neither behind a sign (`C++`) nor a whole year.
fn can_go_on(token: &str, typed: &str) -> bool {
    let is_year = token.len() >= DIGITS_OF_A_YEAR && token.bytes().all(|byte| byte.is_ascii_digit());
    !is_year && !typed.ends_with(['+', '#'])
}

/// Makes a word of a token and its place, and says where in the text it ends.
type ReadWord<'a, T> = dyn FnMut(&str, Range<usize>) -> (T, usize) + 'a;

struct Found<T> {
    words: Vec<T>,
    end: usize,
    is_cut: bool,
}

impl<T> Found<T> {
    fn term(self, what: impl FnOnce(Vec<T>) -> What) -> Term {
        let n_words = self.words.len();
        Term { end: self.end, is_cut: self.is_cut, n_words, what: what(self.words) }
    }
}

/// The bounds that a value of a field names, where it names some.
pub(super) fn range(value: &str) -> Option<(Bound<String>, Bound<String>)> {
    let (signs, bound) = value.split_at(value.len() - value.trim_start_matches(['<', '>', '=', '≤', '≥']).len());
    let is_word = |bound: &str| bound.contains(char::is_alphanumeric);
    let bounds = match signs {
        ">=" | "=>" | "≥" => (Bound::Included(bound), Bound::Unbounded),
        "<=" | "=<" | "≤" => (Bound::Unbounded, Bound::Included(bound)),
        ">" => (Bound::Excluded(bound), Bound::Unbounded),
        "<" => (Bound::Unbounded, Bound::Excluded(bound)),
        _ => {
            let (from, to) = bound.split_once("..").or_else(|| both(bound)).or_else(|| years(bound))?;
            let bound = |text| if is_word(text) { Bound::Included(text) } else { Bound::Unbounded };
            (bound(from), bound(to.trim_start_matches('.')))
        }
    };
    let has_bound =
        |bound: &Bound<&str>| matches!(bound, Bound::Included(text) | Bound::Excluded(text) if is_word(text));
    (has_bound(&bounds.0) || has_bound(&bounds.1)).then(|| (bounds.0.map(str::to_owned), bounds.1.map(str::to_owned)))
}

/// Both sides of an ellipsis, as phones write two dots.
fn both(value: &str) -> Option<(&str, &str)> {
    value.split_once('…').filter(|(from, to)| !from.is_empty() && !to.is_empty())
}

/// Two years with a dash between them; `2016-05` is a date.
fn years(value: &str) -> Option<(&str, &str)> {
    let (from, to) = value.split_once(['-', '–'])?;
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_year(from) && is_year(to)).then_some((from, to))
}
