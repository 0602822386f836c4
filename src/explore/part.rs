//! The parts of a typed query that a reader can take away one by one: what a chip stands for.
//!
//! All that is known here of how a query is written: its parts are the words between spaces.

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// As it was typed.
    pub text: String,
    /// The query without it.
    pub without: String,
}

/// The parts of a query that ask for something, in the order in which they were typed.
pub fn parts(query: &str) -> Vec<Part> {
    let words: Vec<&str> = query.split_whitespace().collect();
    let without = |at: usize| [&words[..at], &words[at + 1..]].concat().join(" ");
    let asks = |word: &str| word.contains(char::is_alphanumeric);
    let part = |(at, word): (usize, &&str)| Part { text: (*word).to_owned(), without: without(at) };
    words.iter().enumerate().filter(|(_, word)| asks(word)).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[track_caller]
    fn check(query: &str, expected: &[(&str, &str)]) {
        let parts = parts(query);
        let parts: Vec<(&str, &str)> = parts.iter().map(|part| (part.text.as_str(), part.without.as_str())).collect();
        assert_eq!(parts, expected, "{query}");
    }

    #[test]
    fn each_word_can_go_alone() {
        check("", &[]);
        check(" - ", &[]);
        check("grading", &[("grading", "")]);
        check(
            " seat  time & credit ",
            &[("seat", "time & credit"), ("time", "seat & credit"), ("credit", "seat time &")],
        );
    }
}
