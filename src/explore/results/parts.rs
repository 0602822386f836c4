//! The parts of a typed query that a reader can take away one by one: what a chip stands for.

use crate::catalog::PartialDate;
use crate::search::Query;
use crate::search::query::{Expr, Leaf, without};

/// One part of a query.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Part {
    /// As it was typed, without a minus or `NOT` in front.
    pub text: String,
    /// Whether resources that have it are left out.
    pub negated: bool,
    /// Whether it is an alternative to the part before it.
    pub is_or: bool,
    /// The query without it.
    pub without: String,
}

impl Part {
    /// The date that it asks for, as `year:2024-06` does.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        date_of(&self.text)
    }
}

/// The date that a term of a query asks for: June 2024 of `year:2024-06`, whatever the case; `None` for any other term.
#[must_use]
pub fn date_of(term: &str) -> Option<PartialDate> {
    let (key, date) = term.split_once(':')?;
    let date = date.trim_matches(['"', '“', '”']);
    if key.eq_ignore_ascii_case("year") { date.parse().ok() } else { None }
}

/// The parts of a query that ask for something, in the order in which they were typed. `query` is what is understood of the
/// text.
pub fn parts(text: &str, query: &Query) -> Vec<Part> {
    let mut alternatives = vec![false; query.leaves.len()];
    if let Some(expr) = &query.expr {
        mark_alternatives(expr, &mut alternatives);
    }
    let part = |(at, leaf): (usize, &Leaf)| Part {
        text: text[leaf.start..leaf.span.end].to_owned(),
        negated: leaf.negated,
        is_or: alternatives[at],
        without: without(text, query, at),
    };
    query.leaves.iter().enumerate().map(part).collect()
}

/// Marks the first leaf of each alternative but the first.
fn mark_alternatives(expr: &Expr, marks: &mut [bool]) {
    match expr {
        Expr::Leaf(_) => {}
        Expr::Not(inner) => mark_alternatives(inner, marks),
        Expr::All(parts) | Expr::Any(parts) => {
            for (nth, part) in parts.iter().enumerate() {
                if nth > 0 && matches!(expr, Expr::Any(_)) {
                    marks[first_leaf(part)] = true;
                }
                mark_alternatives(part, marks);
            }
        }
    }
}

fn first_leaf(expr: &Expr) -> usize {
    match expr {
        Expr::Leaf(leaf) => *leaf,
        Expr::Not(inner) => first_leaf(inner),
        Expr::All(parts) | Expr::Any(parts) => parts.first().map_or(0, first_leaf),
    }
}

#[cfg(test)]
mod tests {
    use super::{date_of, parts};
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
        check("K-12 -\"seat time\"", &[("K-12", "-\"seat time\""), ("\"seat time\"", "K-12 ")]);
        check(" seat  time & credit ", &[("seat", "time credit "), ("time", "seat credit "), ("credit", "seat time ")]);
    }

    #[test]
    fn a_term_for_a_year_a_month_or_a_day_asks_for_a_date() {
        for (term, date) in [
            ("year:2024", Some("2024")),
            ("year:2024-06", Some("2024-06")),
            ("Year:\"2024-06-15\"", Some("2024-06-15")),
            ("year:2024-13", None),
            ("year:2016..2019", None),
            ("year:>=2020", None),
            ("theme:2024", None),
            ("2024-06", None),
        ] {
            assert_eq!(date_of(term), date.and_then(|date| date.parse().ok()), "{term}");
        }
    }

    #[test]
    fn a_part_says_how_it_joins_the_part_before_it() {
        let text = "(rubric OR scale) NOT video mastery";
        let parts = parts(text, &parse(text, &|_| false));
        let said: Vec<(&str, bool, bool)> =
            parts.iter().map(|part| (part.text.as_str(), part.negated, part.is_or)).collect();
        let expected =
            [("rubric", false, false), ("scale", false, true), ("video", true, false), ("mastery", false, false)];
        assert_eq!(said, expected);
    }
}
