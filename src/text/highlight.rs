//! Highlights: which parts of a text answer the words that were looked for.
//!
//! Whole words are marked, in the original text; ranges are data, never markup.

use std::ops::Range;

use super::each_token;

/// A folded word to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded word, never empty.
    pub text: String,
    /// Whether longer words that begin with it answer as well.
    pub prefix: bool,
}

impl Word {
    /// Whether a folded word of a text answers this one.
    pub fn answers(&self, token: &str) -> bool {
        if self.prefix { token.starts_with(&self.text) } else { token == self.text }
    }
}

/// What is marked: a word, or several next to each other. Never empty.
pub type Mark = Vec<Word>;

/// The byte ranges of the words of `text` that answer any of the marks, in order, without overlaps.
pub fn highlight(text: &str, marks: &[Mark]) -> Vec<Range<usize>> {
    if marks.is_empty() {
        return Vec::new();
    }
    let mut tokens: Vec<(String, Range<usize>, bool)> = Vec::new();
    each_token(text, |token, range| tokens.push((token.to_owned(), range, false)));
    for start in 0..tokens.len() {
        let fits = |mark: &&Mark| {
            mark.len() <= tokens.len() - start
                && mark.iter().zip(&tokens[start..]).all(|(word, (token, ..))| word.answers(token))
        };
        let longest = marks.iter().filter(fits).map(Vec::len).max().unwrap_or(0);
        tokens[start..start + longest].iter_mut().for_each(|(.., marked)| *marked = true);
    }
    tokens.into_iter().filter(|(.., marked)| *marked).map(|(_, range, _)| range).collect()
}

#[cfg(test)]
mod tests {
    use super::{Mark, Word, highlight};

    #[track_caller]
    fn check(text: &str, marks: &[&str], marked: &[&str]) {
        let word = |word: &str| Word { text: word.trim_end_matches('*').to_owned(), prefix: word.ends_with('*') };
        let marks: Vec<Mark> = marks.iter().map(|mark| mark.split(' ').map(word).collect()).collect();
        let cut: Vec<&str> = highlight(text, &marks).into_iter().map(|range| &text[range]).collect();
        assert_eq!(cut, marked, "{text}");
    }

    #[test]
    fn marks_are_whole_words_of_the_original() {
        check("Grading in Éducation", &[], &[]);
        check("Grading in Éducation", &["grading"], &["Grading"]);
        check("Grading in Éducation", &["edu*"], &["Éducation"]);
        check("Grading in Éducation", &["edu"], &[]);
        check("Straße der ﬁnalen İdee", &["strasse", "fin*", "idee"], &["Straße", "ﬁnalen", "İdee"]);
        check("学習の学", &["学"], &["学", "学"]);
        check("ﬁn İzmir e\u{301}t 😀été😀", &["fin", "izmir", "et", "ete"], &["ﬁn", "İzmir", "e\u{301}t", "été"]);
    }

    #[test]
    fn words_of_a_phrase_are_marked_only_together() {
        check("Seat time, a time of seats: seat-time", &["seat time"], &["Seat", "time", "seat", "time"]);
        check("a a b", &["a b", "x"], &["a", "b"]);
        check("seat", &["seat time"], &[]);
    }
}
