//! Changes of a query text that a reader makes without typing: a term away, a value added.
//!
//! A changed text is written anew from the expression, each term as the reader typed it: so nothing dangles, and the text
//! reads back as exactly the expression that was meant. What had no meaning in the old text is gone from the new one.

use super::leaf::range;
use super::lex::{Operator, is_minus, is_quote};
use crate::search::query::{Expr, FieldValue, Leaf, Query, What, Word};

/// The text without a leaf: it reads as the expression without it. `query` is what `text` reads as.
pub fn without(text: &str, query: &Query, leaf: usize) -> String {
    let left = query.expr.as_ref().and_then(|expr| expr.without(leaf));
    let mut written = left.map_or_else(String::new, |expr| written(text, query, &expr));
    // At the end a word is being typed without saying so; where that word is gone, the star is the reader's own.
    let is_last_left = leaf + 1 < query.leaves.len();
    if is_last_left && written.ends_with('*') && query.leaves.last().is_some_and(|last| last.is_being_typed(text)) {
        written.pop();
    }
    written
}

/// The text with a value of a field asked for besides. `query` is what `text` reads as; a value without a letter or digit
/// adds nothing.
pub fn with_field(text: &str, query: &Query, field: &str, value: &str) -> String {
    if !value.contains(char::is_alphanumeric) {
        return text.to_owned();
    }
    let mut changed = String::new();
    if let Some(expr) = &query.expr {
        write_part(text, query, expr, matches!(expr, Expr::Any(_)), &mut changed);
        changed.push(' ');
    }
    changed.push_str(field);
    changed.push(':');
    changed.push_str(&quote(value));
    // What is added is complete: nobody is typing at it.
    changed.push(' ');
    changed
}

/// A value as it stands behind `field:`, in quotes where it needs them.
pub fn quote(value: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '’' | '\'');
    if value.starts_with(char::is_alphanumeric) && value.chars().all(is_plain) && range(value).is_none() {
        return value.to_owned();
    }
    format!("\"{}\"", value.replace(is_quote, "'"))
}

fn written(text: &str, query: &Query, expr: &Expr) -> String {
    let mut written = String::new();
    write(text, query, expr, &mut written);
    let (last, is_negated) = last_leaf(expr);
    let last = &query.leaves[last];
    if last.is_being_typed(text) && !is_negated && written.ends_with('*') {
        // Last again, it needs no star.
        written.pop();
    } else if last.what.last_word().is_some_and(|word| !word.prefix) && !is_negated && !written.ends_with(')') {
        // Nobody is typing at it.
        written.push(' ');
    }
    written
}

fn write(text: &str, query: &Query, expr: &Expr, to: &mut String) {
    match expr {
        Expr::All(parts) => {
            for (at, part) in parts.iter().enumerate() {
                to.push_str(if at > 0 { " " } else { "" });
                write_part(text, query, part, matches!(part, Expr::Any(_)), to);
            }
        }
        Expr::Any(parts) => {
            for (at, part) in parts.iter().enumerate() {
                to.push_str(if at > 0 { " OR " } else { "" });
                write(text, query, part, to);
            }
        }
        Expr::Not(inner) => {
            let is_spelled = matches!(**inner, Expr::Leaf(at) if query.leaves[at].is_spelled_not(text));
            to.push_str(if is_spelled { "NOT " } else { "-" });
            write_part(text, query, inner, !matches!(**inner, Expr::Leaf(_)), to);
        }
        Expr::Leaf(at) => write_leaf(text, &query.leaves[*at], to),
    }
}

fn write_part(text: &str, query: &Query, part: &Expr, in_parens: bool, to: &mut String) {
    to.push_str(if in_parens { "(" } else { "" });
    write(text, query, part, to);
    to.push_str(if in_parens { ")" } else { "" });
}

/// Writes a leaf as it was typed, so that it reads the same wherever it stands.
fn write_leaf(text: &str, leaf: &Leaf, to: &mut String) {
    let typed = leaf.typed(text);
    match &leaf.what {
        What::Words(_) if Operator::of(typed).is_some() => to.push_str(&typed.to_lowercase()),
        What::Field { value: FieldValue::Words { .. } | FieldValue::Range { .. }, .. } => {
            // The only quote that can stand here is one that nothing closes.
            to.push_str(&typed.replace(is_quote, ""));
        }
        _ => to.push_str(typed),
    }
    if leaf.what.last_word().is_none_or(|word| !word.prefix) {
        let is_cut_phrase = leaf.what.is_quoted() && !typed.ends_with(is_quote);
        to.push_str(if is_cut_phrase { "\"" } else { "" });
    } else if leaf.is_being_typed(text) {
        to.push('*');
    }
}

/// The last leaf of an expression, and whether it is negated there.
fn last_leaf(expr: &Expr) -> (usize, bool) {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.last().map_or((0, false), last_leaf),
        Expr::Not(inner) => {
            let (leaf, is_negated) = last_leaf(inner);
            (leaf, !is_negated)
        }
        Expr::Leaf(at) => (*at, false),
    }
}

impl Leaf {
    /// The term itself, without what negates it.
    fn typed<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.span.end).unwrap_or_default()
    }

    /// Whether its last word is a prefix without a star.
    fn is_being_typed(&self, text: &str) -> bool {
        self.what.last_word().is_some_and(|word| word.prefix) && !self.typed(text).ends_with('*')
    }

    /// Whether only `NOT` can leave it out as the reader typed it.
    fn is_spelled_not(&self, text: &str) -> bool {
        let negation = text.get(self.span.start..self.start).unwrap_or_default();
        negation.starts_with(Operator::Not.word()) || self.typed(text).starts_with(is_minus)
    }
}

impl What {
    fn last_word(&self) -> Option<&Word> {
        match self {
            Self::Words(words) | Self::Field { value: FieldValue::Words { words, .. }, .. } => words.last(),
            _ => None,
        }
    }

    fn is_quoted(&self) -> bool {
        matches!(self, Self::Phrase(_) | Self::Field { value: FieldValue::Phrase { .. }, .. })
    }
}

#[cfg(test)]
mod tests {
    use super::{quote, with_field, without};
    use crate::search::query::testing::{any_text, expr_line, line, read};
    use crate::search::query::{Expr, MAX_WORDS, Query, QueryHint};

    /// Takes each leaf away in turn.
    #[track_caller]
    fn check(text: &str, left: &[&str]) {
        let query = read(text);
        let texts: Vec<String> = (0..query.leaves.len()).map(|leaf| without(text, &query, leaf)).collect();
        assert_eq!(texts, left, "{text}");
    }

    #[test]
    fn nothing_dangles_when_a_term_is_taken_away() {
        check("seat", &[""]);
        check("seat tim", &["tim", "seat "]);
        check("seat OR  tim", &["tim", "seat "]);
        check("(seat OR time) NOT maine ", &["time NOT maine", "seat NOT maine", "seat OR time "]);
        check("-(a b) c", &["-b c", "-a c", "-(a b)"]);
        check("(a OR b) (c OR gra", &["b (c OR gra*)", "a (c OR gra*)", "(a OR b) gra", "(a OR b) c "]);
        check("\"a b\" AND K-12", &["K-12", "\"a b\""]);
        check("x theme:\"a b", &["theme:a b", "x b", "x theme:a "]);
        check("a NOT -OR ", &["or ", "a "]);
    }

    #[test]
    fn a_value_is_added_to_the_whole() {
        let add = |text: &str, value: &str| with_field(text, &read(text), "theme", value);
        assert_eq!(add("", "grading"), "theme:grading ");
        assert_eq!(add("a OR gra", "Seat time"), "(a OR gra*) theme:\"Seat time\" ");
        assert_eq!(add("(a OR b NOT", "x"), "(a OR b) theme:x ");
        assert_eq!(add("a", "--"), "a");
    }

    #[test]
    fn quotes_stand_where_they_are_needed() {
        for plain in ["grading", "K-12", "2018", "état", "O’Neil"] {
            assert_eq!(quote(plain), plain);
        }
        for quoted in ["a b", "-a", "a*", "2016..2018", "2016-2018", ">3", "a:b", "(a)", ""] {
            assert_eq!(quote(quoted), format!("\"{quoted}\""));
        }
        assert_eq!(quote("the “big” idea"), "\"the 'big' idea\"");
    }

    /// An expression after a leaf was taken away, found in another way than the code's.
    fn left_of(expr: &Expr, leaf: usize) -> Option<Expr> {
        let all = |parts: &[Expr]| -> Vec<Expr> { parts.iter().filter_map(|part| left_of(part, leaf)).collect() };
        let one = |mut parts: Vec<Expr>, list: fn(Vec<Expr>) -> Expr| match parts.len() {
            0 | 1 => parts.pop(),
            _ => Some(list(parts)),
        };
        let expr = match expr {
            Expr::All(parts) => {
                let flat = all(parts)
                    .into_iter()
                    .flat_map(|part| if let Expr::All(inner) = part { inner } else { vec![part] });
                one(flat.collect(), Expr::All)?
            }
            Expr::Any(parts) => {
                let flat = all(parts)
                    .into_iter()
                    .flat_map(|part| if let Expr::Any(inner) = part { inner } else { vec![part] });
                one(flat.collect(), Expr::Any)?
            }
            Expr::Not(inner) => Expr::Not(Box::new(left_of(inner, leaf)?)),
            Expr::Leaf(at) if *at == leaf => return None,
            Expr::Leaf(at) => Expr::Leaf(*at),
        };
        match &expr {
            Expr::Not(outer) => match &**outer {
                Expr::Not(inner) => Some((**inner).clone()),
                _ => Some(expr),
            },
            _ => Some(expr),
        }
    }

    /// The text of a query with many terms, and what it reads as.
    fn any_query(u: &mut arbtest::arbitrary::Unstructured<'_>) -> arbtest::arbitrary::Result<(String, Query)> {
        let text = any_text(u)?;
        let text = if u.ratio(1, 20)? { text.repeat(40) } else { text };
        let query = read(&text);
        Ok((text, query))
    }

    #[test]
    fn what_is_left_reads_as_the_expression_without_the_leaf() {
        arbtest::arbtest(|u| {
            let (text, query) = any_query(u)?;
            for leaf in 0..query.leaves.len() {
                let expected = query.expr.as_ref().and_then(|expr| left_of(expr, leaf));
                let expected = expected.map_or_else(String::new, |expr| expr_line(&expr, &query.leaves));
                let edited = without(&text, &query, leaf);
                let after = read(&edited);
                assert_eq!(line(&after), expected, "{text:?} -> {edited:?}");
                assert_eq!(after.leaves.len(), query.leaves.len() - 1);
                assert_eq!(after.hints.iter().find(|hint| !is_of_words(hint)), None, "{text:?} -> {edited:?}");
            }
            Ok(())
        });
    }

    /// Whether a hint tells of a term that stays.
    fn is_of_words(hint: &QueryHint) -> bool {
        matches!(hint, QueryHint::UnknownField(_) | QueryHint::LowerCase(_))
    }

    #[test]
    fn an_added_value_narrows_the_whole() {
        arbtest::arbtest(|u| {
            let (text, query) = any_query(u)?;
            let n_words: usize = query.leaves.iter().map(|leaf| leaf.what.words().len().max(1)).sum();
            if query.is_empty() || n_words + 2 > MAX_WORDS {
                return Ok(());
            }
            let value = u.choose(&["grading", "Seat \"time\"", ">3"])?;
            let after = read(&with_field(&text, &query, "theme", value));
            let field = after.leaves.len() - 1;
            assert_eq!(
                after.expr.as_ref().and_then(|expr| expr.without(field)).map(|expr| expr_line(&expr, &after.leaves)),
                Some(line(&query)),
                "{text:?}"
            );
            assert!(
                matches!(&after.expr, Some(Expr::All(parts)) if parts.last() == Some(&Expr::Leaf(field))),
                "{text:?}"
            );
            Ok(())
        });
    }
}
