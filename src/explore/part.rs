//! The parts of a typed query that a reader can take away one by one: what a chip stands for.

use crate::search::Query;
use crate::search::query::without;

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// As it was typed.
    pub text: String,
    /// The query without it.
    pub without: String,
}

/// The parts of a query that ask for something, in the order in which they were typed. `query` is what is understood of the
/// text.
pub fn parts(text: &str, query: &Query) -> Vec<Part> {
    let part = |(at, leaf): (usize, &crate::search::query::Leaf)| Part {
        text: text[leaf.span.clone()].to_owned(),
        without: without(text, query, at),
    };
    query.leaves.iter().enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;
    use crate::search::parse;

    #[track_caller]
    fn check(query: &str, expected: &[(&str, &str)]) {
        let parts = parts(query, &parse(query, &|_| false));
        let parts: Vec<(&str, &str)> = parts.iter().map(|part| (part.text.as_str(), part.without.as_str())).collect();
        assert_eq!(parts, expected, "{query}");
    }

    #[test]
    fn each_word_can_go_alone() {
        check("", &[]);
        check(" - ", &[]);
        check("grading", &[("grading", "")]);
        check("seat tim", &[("seat", "tim"), ("tim", "seat ")]);
        check("K-12 -\"seat time\"", &[("K-12", "-\"seat time\""), ("-\"seat time\"", "K-12 ")]);
        check(" seat  time & credit ", &[("seat", "time credit "), ("time", "seat credit "), ("credit", "seat time ")]);
    }
}
