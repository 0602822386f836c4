//! Function words outside quotes: optional, so that `how do I grade without a curve` asks for `grade` and `curve`.
//!
//! They are taken out of the expression as if they had not been typed: nothing marks them, and no chip stands for them. A title
//! that has them where they were typed is a better answer all the same. They stay where they are all that is asked for, where they are left out (`-the`), where a star makes them beginnings (`the*`),
//! and where they are spelled as acronyms (`US`, `U.S.`).

use crate::search::query::{Expr, Leaf, Query, What, Word};
use crate::text::{each_token, is_stop_word};

/// Function words that are acronyms when they are written in capitals.
const ACRONYMS: [&str; 2] = ["US", "IT"];

/// First words of questions after what something is like, and the words for that in them: `what does a rubric look like`.
const ASKING: [&str; 3] = ["what", "whats", "how"];
const LOOKS_LIKE: [&str; 3] = ["look", "looks", "like"];

impl Query {
    /// The query without its function words; `text` is what it was read from.
    #[must_use]
    pub fn without_function_words(mut self, text: &str) -> Self {
        let mut first = None;
        each_token(text, |word, _| {
            first.get_or_insert_with(|| word.to_owned());
        });
        let asks_how = first.is_some_and(|first| ASKING.contains(&first.as_str()));
        let kept: Vec<Vec<bool>> = self.leaves.iter().map(|leaf| kept(leaf, text, asks_how)).collect();
        let is_content = |(leaf, kept): (&Leaf, &Vec<bool>)| !leaf.negated && kept.contains(&true);
        if !self.leaves.iter().zip(&kept).any(is_content) {
            return self;
        }
        if kept.iter().flatten().all(|kept| *kept) {
            return self;
        }
        let positive = self.leaves.iter().filter(|leaf| !leaf.negated);
        let words = positive.filter_map(|leaf| if let What::Words(words) = &leaf.what { Some(words) } else { None });
        self.with_optional = words.flatten().cloned().collect();
        let mut numbers = Vec::with_capacity(kept.len());
        let mut left = 0;
        for (at, kept) in kept.iter().enumerate() {
            numbers.push(left);
            if kept.contains(&true) {
                left += 1;
            } else {
                self.expr = self.expr.and_then(|expr| expr.without(at));
            }
        }
        self.expr = self.expr.map(|expr| expr.renumbered(&numbers));
        let leaves = std::mem::take(&mut self.leaves).into_iter().zip(kept);
        self.leaves =
            leaves.filter(|(_, kept)| kept.contains(&true)).map(|(leaf, kept)| narrowed(leaf, &kept)).collect();
        self
    }
}

/// Which words of a leaf count; of what is no list of words, one answer for the whole.
fn kept(leaf: &Leaf, text: &str, asks_how: bool) -> Vec<bool> {
    let What::Words(words) = &leaf.what else { return vec![true] };
    let typed = text.get(leaf.start..leaf.span.end).unwrap_or_default();
    let has_star = typed.ends_with('*');
    let mut is_acronym = Vec::with_capacity(words.len());
    each_token(typed, |_, range| {
        is_acronym.push(ACRONYMS.contains(&&typed[range.clone()]) || typed[range].contains('.'));
    });
    let is_kept = |(at, word): (usize, &Word)| {
        leaf.negated
            || word.prefix && has_star
            || is_acronym.get(at).copied().unwrap_or_default()
            || !(is_stop_word(&word.text) || asks_how && LOOKS_LIKE.contains(&word.text.as_str()))
    };
    words.iter().enumerate().map(is_kept).collect()
}

fn narrowed(mut leaf: Leaf, kept: &[bool]) -> Leaf {
    if let What::Words(words) = &mut leaf.what {
        let mut kept = kept.iter();
        words.retain(|_| kept.next().copied().unwrap_or(true));
    }
    leaf
}

impl Expr {
    /// The expression with another number for each leaf.
    fn renumbered(self, numbers: &[usize]) -> Self {
        let all = |parts: Vec<Self>| parts.into_iter().map(|part| part.renumbered(numbers)).collect();
        match self {
            Self::All(parts) => Self::All(all(parts)),
            Self::Any(parts) => Self::Any(all(parts)),
            Self::Not(inner) => Self::Not(Box::new(inner.renumbered(numbers))),
            Self::Leaf(at) => Self::Leaf(numbers.get(at).copied().unwrap_or(at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::search::query::testing::{any_text, line, read};
    use crate::search::query::{Expr, Query};

    fn reduced(text: &str) -> Query {
        read(text).without_function_words(text)
    }

    #[test]
    fn function_words_are_taken_out() {
        for (text, understood) in [
            ("how do I start", "start*"),
            ("how do I grade without a curve ", "(and grade curve)"),
            ("what is in", "(and what is in*)"),
            ("the seat OR the time ", "(or seat time)"),
            ("(the OR seat) -the time ", "(and seat (not the) time)"),
            ("state-of-the-art the* ", "(and state+art the*)"),
            ("\"the seat\" of time ", "(and \"the seat\" time)"),
            ("what theme:a ", "theme=a"),
            ("the -video ", "(and the (not video))"),
            ("US it policy ", "(and us policy)"),
            ("U.S. ", "us"),
            ("what does a rubric look like", "rubric"),
            ("how it looks like in practice ", "practice"),
            ("a close look ", "(and close look)"),
            ("mastery vs. traditional ", "(and mastery traditional)"),
        ] {
            assert_eq!(line(&reduced(text)), understood, "{text}");
        }
    }

    fn leaves_of(expr: &Expr, into: &mut Vec<usize>) {
        match expr {
            Expr::All(parts) | Expr::Any(parts) => parts.iter().for_each(|part| leaves_of(part, into)),
            Expr::Not(inner) => leaves_of(inner, into),
            Expr::Leaf(at) => into.push(*at),
        }
    }

    #[test]
    fn what_is_left_is_a_query() {
        arbtest::arbtest(|u| {
            let text = any_text(u)? + u.choose(&["", "the ", "how do I"])?;
            let query = reduced(&text);
            let mut leaves = Vec::new();
            query.expr.iter().for_each(|expr| leaves_of(expr, &mut leaves));
            assert!(leaves.iter().copied().eq(0..query.leaves.len()), "{text:?}: {query:?}");
            assert_eq!(query.is_empty(), read(&text).is_empty(), "{text:?}");
            Ok(())
        });
    }
}
