//! What the tests of the query language share: a query as one line, and query texts of any kind.

use std::ops::Bound;

use arbtest::arbitrary::{Result, Unstructured};

use super::parse::parse;
use crate::search::query::{Expr, FieldValue, Leaf, Query, What, Word};

/// Reads a text for a catalog with four fields.
pub(super) fn read(text: &str) -> Query {
    parse(text, &|name| ["theme", "title", "year", "x-own"].contains(&name))
}

/// A query as one line: `(and seat (not "a b") (or theme=grading year=2016..))`; a star marks a prefix.
pub(super) fn line(query: &Query) -> String {
    query.expr.as_ref().map_or_else(String::new, |expr| expr_line(expr, &query.leaves))
}

pub(super) fn expr_line(expr: &Expr, leaves: &[Leaf]) -> String {
    let list = |head: &str, parts: &[Expr]| {
        let parts: Vec<String> = parts.iter().map(|part| expr_line(part, leaves)).collect();
        format!("({head} {})", parts.join(" "))
    };
    match expr {
        Expr::All(parts) => list("and", parts),
        Expr::Any(parts) => list("or", parts),
        Expr::Not(inner) => format!("(not {})", expr_line(inner, leaves)),
        Expr::Leaf(at) => leaf_line(&leaves[*at].what),
    }
}

fn leaf_line(what: &What) -> String {
    match what {
        What::Words(words) => words_line(words),
        What::Phrase(words) => format!("\"{}\"", words.join(" ")),
        What::Field { field, value } => {
            let value = match value {
                FieldValue::Words { words, .. } => words_line(words),
                FieldValue::Phrase { words, .. } => format!("\"{}\"", words.join(" ")),
                FieldValue::Range { from, to, .. } => format!("{}..{}", bound_line(from), bound_line(to)),
            };
            format!("{field}={value}")
        }
    }
}

fn bound_line(bound: &Bound<String>) -> String {
    match bound {
        Bound::Included(text) => text.clone(),
        Bound::Excluded(text) => format!("!{text}"),
        Bound::Unbounded => String::new(),
    }
}

fn words_line(words: &[Word]) -> String {
    let words: Vec<String> =
        words.iter().map(|word| format!("{}{}", word.text, if word.prefix { "*" } else { "" })).collect();
    words.join("+")
}

const PIECES: [&str; 44] = [
    "seat",
    "time",
    "K-12",
    "état",
    "学習",
    "grad*",
    "a*b",
    "*",
    "-",
    "--",
    "—",
    ",",
    "AND",
    "OR",
    "NOT",
    "or",
    "(",
    ")",
    "((",
    "))",
    "\"",
    "\"seat time\"",
    "“ ”",
    "„",
    "«a»",
    "theme:",
    "theme:grading",
    "TITLE:",
    "year:2016..2019",
    "year:>=",
    ">2019",
    "..",
    "foo:",
    "foo:bar",
    "http://a.b/c",
    ":",
    "x-own:1",
    "'",
    "’s",
    "\u{200f}",
    "\u{0}",
    "\n",
    "😀",
    "e\u{301}",
];

/// A text of pieces that mean something to the reader of queries, sometimes with anything between.
pub(super) fn any_text(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        text.push_str(if u.ratio(1, 30)? { u.arbitrary()? } else { u.choose(&PIECES)? });
        text.push_str(u.choose(&["", " ", " ", " "])?);
    }
    Ok(text)
}

/// An expression that is not in normal form, and texts that say the same.
pub(super) fn any_said(u: &mut Unstructured<'_>, depth: usize) -> Result<(String, String)> {
    if depth == 0 || u.ratio(1, 3)? {
        let leaves =
            [("seat", "seat"), ("\"a b\"", "\"a b\""), ("theme:x", "theme=x"), ("K-12", "k+12"), ("go*", "go*")];
        let (text, line) = u.choose(&leaves)?;
        return Ok(((*text).to_owned(), (*line).to_owned()));
    }
    let (left, left_line) = any_said(u, depth - 1)?;
    let (right, right_line) = any_said(u, depth - 1)?;
    Ok(match u.int_in_range(0..=4)? {
        0 => (format!("-({left})"), format!("(not {left_line})")),
        1 => (format!("NOT ({left})"), format!("(not {left_line})")),
        2 => (format!("(({left}) AND ({right}))"), format!("(and {left_line} {right_line})")),
        3 => (format!("(({left})({right}))"), format!("(and {left_line} {right_line})")),
        _ => (format!("(({left}) OR ({right}))"), format!("(or {left_line} {right_line})")),
    })
}
