//! What a reader asks: words, all of which must be found.
//!
//! Reading a query never fails; what is no word (punctuation) does not count.

use crate::text::{Word, tokens};

/// A query as it is understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The folded words, in order; none of them twice. Only the last one is a prefix.
    pub words: Vec<Word>,
}

/// The best reading of what was typed.
pub fn parse(text: &str) -> Query {
    let mut typed = tokens(text);
    let last = typed.pop();
    let mut words: Vec<Word> = Vec::new();
    for text in typed {
        if words.iter().all(|word| word.text != text) {
            words.push(Word { text, prefix: false });
        }
    }
    // A prefix that is typed out already asks for no more than the word itself does.
    if let Some(text) = last.filter(|last| words.iter().all(|word| !word.text.starts_with(last.as_str()))) {
        words.push(Word { text, prefix: true });
    }
    Query { words }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(text: &str, understood: &str) {
        let words: Vec<String> = parse(text)
            .words
            .iter()
            .map(|word| format!("{}{}", word.text, if word.prefix { "*" } else { "" }))
            .collect();
        assert_eq!(words.join(" "), understood, "{text}");
    }

    #[test]
    fn the_last_word_is_being_typed() {
        check("", "");
        check(" -- ", "");
        check("Grad", "grad*");
        check("seat TIME ", "seat time*");
        check("competency-based ed", "competency based ed*");
        check("time time tim", "time");
        check("state policy state", "state policy");
    }
}
