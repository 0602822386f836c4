//! Excerpts: where a text begins to be shown, so that what is marked in it is seen.
//!
//! Only the start is chosen; how much of the text follows is a matter of room. Positions are bytes, on the borders of words.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::fold;

/// How many characters of context stand in front of a mark where no sentence begins near it.
const CONTEXT: usize = 40;

/// Where to begin a text of which the first `visible` characters will be seen: at a place after which the most different
/// marked words are seen; of equal ones at the start of the text, at that of a sentence, or at a word in front of a mark. `marks`
/// are in order, as [`highlight`](fn@super::highlight) gives them.
pub fn excerpt_start(text: &str, marks: &[Range<usize>], visible: usize) -> usize {
    if marks.is_empty() || text.len() <= visible {
        return 0;
    }
    // The start of the text before starts of sentences, those before words in front of marks; of each kind the first.
    let sentences = sentence_starts(text).into_iter().map(|at| (at, 1u8));
    let in_front = marks.iter().map(|mark| (word_start_before(text, mark.start), 2));
    let mut starts: Vec<(usize, u8)> = std::iter::once((0, 0)).chain(sentences).chain(in_front).collect();
    starts.sort_unstable();
    let mut window = Window::new(text, marks, visible);
    let seen = starts.into_iter().map(|(start, kind)| (window.n_seen_from(start), kind, start));
    let best = seen.max_by_key(|(n, kind, start)| (*n, Reverse(*kind), Reverse(*start)));
    best.map_or(0, |(.., start)| start)
}

/// What is seen of a text from a start on, which only moves forward: each character and each mark is passed once at either end.
struct Window<'a> {
    text: &'a str,
    marks: &'a [Range<usize>],
    /// Of each mark the number of its word, and how many marks of each word are seen.
    words: Vec<usize>,
    n_marks: Vec<usize>,
    n_words: usize,
    start: usize,
    end: usize,
    /// The marks that are seen.
    seen: Range<usize>,
}

impl<'a> Window<'a> {
    fn new(text: &'a str, marks: &'a [Range<usize>], visible: usize) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let number = |mark: &Range<usize>| {
            let n = numbers.len();
            *numbers.entry(fold(&text[mark.clone()])).or_insert(n)
        };
        let words: Vec<usize> = marks.iter().map(number).collect();
        let end = text.char_indices().nth(visible).map_or(text.len(), |(at, _)| at);
        let n_marks = vec![0; numbers.len()];
        Self { text, marks, words, n_marks, n_words: 0, start: 0, end, seen: 0..0 }
    }

    /// How many different marked words are seen from a start that is not before the last one.
    fn n_seen_from(&mut self, start: usize) -> usize {
        let n_chars = self.text[self.start..start].chars().count();
        let rest = &self.text[self.end..];
        self.end += rest.char_indices().nth(n_chars).map_or(rest.len(), |(at, _)| at);
        self.start = start;
        while self.marks.get(self.seen.end).is_some_and(|mark| mark.end <= self.end) {
            let n = &mut self.n_marks[self.words[self.seen.end]];
            self.n_words += usize::from(*n == 0);
            *n += 1;
            self.seen.end += 1;
        }
        while self.seen.start < self.seen.end && self.marks[self.seen.start].start < start {
            let n = &mut self.n_marks[self.words[self.seen.start]];
            *n -= 1;
            self.n_words -= usize::from(*n == 0);
            self.seen.start += 1;
        }
        self.n_words
    }
}

/// Where sentences begin, but for the first.
fn sentence_starts(text: &str) -> Vec<usize> {
    let ends = text.match_indices(['.', '!', '?', '…']).map(|(at, end)| at + end.len());
    let starts = ends.filter_map(|end| {
        let rest = text[end..].trim_start_matches(['"', '\u{201d}', ')', '\'']);
        let start = text.len() - rest.trim_start().len();
        (rest.starts_with(char::is_whitespace) && start < text.len()).then_some(start)
    });
    starts.collect()
}

/// The start of a word, about as far in front of a mark as its context is long.
fn word_start_before(text: &str, mark: usize) -> usize {
    let from = text[..mark].char_indices().rev().nth(CONTEXT).map_or(0, |(at, _)| at);
    if from == 0 {
        return 0;
    }
    // Behind the first blank, or at the mark where none is in between.
    text[from..mark].find(char::is_whitespace).map_or(mark, |blank| {
        let start = from + blank;
        start + (text[start..mark].len() - text[start..mark].trim_start().len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Mark, Word, highlight};
    use super::{excerpt_start, fold, sentence_starts, word_start_before};

    fn marks(text: &str, words: &[&str]) -> Vec<std::ops::Range<usize>> {
        let mark = |word: &&str| -> Mark { vec![Word { text: (*word).to_owned(), prefix: false }] };
        highlight(text, &words.iter().map(mark).collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(text: &str, words: &[&str], begins: &str) {
        let start = excerpt_start(text, &marks(text, words), 60);
        assert!(text[start..].starts_with(begins), "{:?}", &text[start..]);
    }

    const TEXT: &str = "Grading is where this long first sentence begins, and it goes on about seat time for a while. \
        The second one is on portfolios. A third, which is quite long as well and has many clauses in front of what matters, \
        speaks of a résumé and of portfolios at its very end.";

    #[test]
    fn an_excerpt_begins_where_the_most_marked_words_are_seen() {
        check(TEXT, &[], "Grading");
        check(TEXT, &["grading"], "Grading");
        check(TEXT, &["portfolios"], "The second one");
        check(TEXT, &["grading", "portfolios"], "Grading");
        check(TEXT, &["resume"], "in front of what matters, speaks of a résumé");
        check(TEXT, &["portfolios", "resume"], "what matters, speaks");
        check("Short: portfolios", &["portfolios"], "Short");
    }

    /// Where the definition has an excerpt begin: every start weighed on its own.
    fn plain_start(text: &str, marks: &[std::ops::Range<usize>], visible: usize) -> usize {
        let n_seen = |start: usize| {
            let end = text[start..].char_indices().nth(visible).map_or(text.len(), |(at, _)| start + at);
            let seen = marks.iter().filter(|mark| start <= mark.start && mark.end <= end);
            seen.map(|mark| fold(&text[mark.clone()])).collect::<std::collections::BTreeSet<_>>().len()
        };
        let in_front = marks.iter().map(|mark| word_start_before(text, mark.start));
        let mut best = (n_seen(0), 0);
        for start in sentence_starts(text).into_iter().chain(in_front) {
            let n = n_seen(start);
            if n > best.0 {
                best = (n, start);
            }
        }
        best.1
    }

    #[test]
    fn a_window_that_moves_forward_sees_what_the_definition_does() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(0..=60usize)?;
            let words =
                ["a", "état ", "seat. ", "time", " ", "学", "(U.S.) ", "… ", "portfolio ", "longer words stand here "];
            let text: String = (0..n).map(|_| u.choose(&words).copied()).collect::<Result<_, _>>()?;
            let marks = marks(&text, &["portfolio", "etat", "学", "seat"]);
            let visible = u.int_in_range(5..=60usize)?;
            let expected =
                if marks.is_empty() || text.len() <= visible { 0 } else { plain_start(&text, &marks, visible) };
            assert_eq!(excerpt_start(&text, &marks, visible), expected, "{text:?}");
            Ok(())
        });
    }

    #[test]
    fn an_excerpt_of_any_text_shows_a_mark_and_begins_at_a_word() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(0..=40usize)?;
            let words = ["a", "état ", "seat. ", "time", " ", "\u{a0}", "学", "(U.S.) ", "… ", "portfolio "];
            let text: String = (0..n).map(|_| u.choose(&words).copied()).collect::<Result<_, _>>()?;
            let marks = marks(&text, &["portfolio", "etat", "学"]);
            let visible = u.int_in_range(50..=60usize)?;
            let start = excerpt_start(&text, &marks, visible);
            let end = text[start..].char_indices().nth(visible).map_or(text.len(), |(at, _)| start + at);
            let is_seen = marks.iter().any(|mark| start <= mark.start && mark.end <= end);
            assert!(marks.is_empty() || is_seen, "{text:?} from {start}");
            let is_border = start == 0
                || text[..start].ends_with(char::is_whitespace)
                || marks.iter().any(|mark| mark.start == start);
            assert!(is_border, "{text:?} from {start}");
            Ok(())
        });
    }
}
