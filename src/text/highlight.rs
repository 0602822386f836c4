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

/// The byte ranges of `text` that answer any of the words, in order, without overlaps.
pub fn highlight(text: &str, words: &[Word]) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    if words.is_empty() {
        return marks;
    }
    each_token(text, |token, range| {
        if words.iter().any(|word| word.answers(token)) {
            marks.push(range);
        }
    });
    marks
}

#[cfg(test)]
mod tests {
    use super::{Word, highlight};

    #[track_caller]
    fn check(text: &str, words: &[&str], marked: &[&str]) {
        let words: Vec<Word> = words
            .iter()
            .map(|word| Word { text: word.trim_end_matches('*').to_owned(), prefix: word.ends_with('*') })
            .collect();
        let cut: Vec<&str> = highlight(text, &words).into_iter().map(|range| &text[range]).collect();
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
    }
}
