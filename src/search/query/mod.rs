//! The query language: what a reader types, as an expression over words, phrases and fields.
//!
//! | typed | asks for |
//! | --- | --- |
//! | `seat time`, `seat AND time` | both words |
//! | `pacing OR grading` | one of them; binds less than a space |
//! | `-video`, `NOT video` | resources without it; `-` only in front of a term: `K-12` is two words |
//! | `(pacing OR grading) Maine` | parentheses |
//! | `"seat time"` | the words next to each other; typographic quotes do as well |
//! | `grad*` | all words that begin so |
//! | `theme:grading`, `publisher:"Aurora Institute"` | a value of a field |
//! | `year:2016..2019`, `year:>=2020`, `year:<2019` | a range |
//! | `year:2024-06`, `year:2024-01..2024-06-15` | a month, a range of days; dates that lie in it as a whole |
//!
//! Function words (`how do I`, `without a`) are optional outside quotes. Operators are in upper case; what is left out is left out as it is spelled, not in its other forms. The last word is being
//! typed: unless something follows it or it is left out, longer words that begin with it answer too. Reading never fails and
//! takes time linear in the text: what cannot be read is read as words, left aside, or cut off, and a [`QueryHint`] says so.

mod edit;
mod expr;
mod function_words;
mod leaf;
mod lex;
mod parse;

use std::ops::{Bound, Range};

pub use edit::{quote, with_field, without};
pub use parse::parse;

use crate::catalog::ResourceIdx;
use crate::text;

/// How many words a query has at most, over all its leaves; what stands behind them is not counted.
pub const MAX_WORDS: usize = crate::limits::QUERY_WORDS;

/// How many parentheses stand in each other at most; deeper ones are left aside.
pub const MAX_DEPTH: usize = crate::limits::QUERY_DEPTH;

/// How many hints a query has at most.
pub const MAX_HINTS: usize = 16;

/// A query as it is understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// What a resource must meet; `None` asks nothing, so that everything answers.
    pub expr: Option<Expr>,
    /// What the expression is made of, in the order of the text.
    pub leaves: Vec<Leaf>,
    /// What a reader may wonder about, in the order of the text; none twice.
    pub hints: Vec<QueryHint>,
    /// All words outside quotes that an answer may have, in order, with the function words that are optional; empty where none
    /// is.
    pub with_optional: Vec<Word>,
    /// The record that the whole text names, by its address or id: it answers whatever its texts say, and comes first.
    pub record: Option<ResourceIdx>,
}

/// An expression in normal form: no `All` directly in an `All`, no `Any` in an `Any`, no `Not` in a `Not`, and at least two
/// parts in `All` and `Any`. Each leaf stands in it once, and they stand in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// All of these.
    All(Vec<Expr>),
    /// At least one of these.
    Any(Vec<Expr>),
    /// Not this.
    Not(Box<Expr>),
    /// The leaf at this position.
    Leaf(usize),
}

/// One term of a query: what a reader sees as one thing, and can take away as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// Its bytes in the text, with a `-` or `NOT` directly in front.
    pub span: Range<usize>,
    /// Where the term itself begins, behind its `-` or `NOT`.
    pub start: usize,
    /// What it asks for.
    pub what: What,
    /// Whether it stands under an odd number of negations.
    pub negated: bool,
}

/// What a leaf asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// All words of one run of characters: `K-12` has two. Never empty.
    Words(Vec<Word>),
    /// The folded words of a quoted text, next to each other. Never empty.
    Phrase(Vec<String>),
    /// A value of a field.
    Field {
        /// The name of the field as it was typed, in lower case.
        field: String,
        /// What its value must be.
        value: FieldValue,
    },
}

/// A word that must be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The folded word, never empty.
    pub text: String,
    /// The word as it was typed, in lower case and without apostrophes (`état`, `u.s.a`, `c++`): a resource that spells it so
    /// is a better answer.
    pub typed: String,
    /// Whether longer words that begin with it answer as well.
    pub prefix: bool,
}

/// What the value of a field must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// A value without quotes. A field of numbers asks for the raw value, whether its last word is a prefix or not.
    Words {
        /// The value as it was typed, without a star behind it.
        raw: String,
        /// Its words, all of which must be found. Never empty.
        words: Vec<Word>,
    },
    /// A quoted value.
    Phrase {
        /// The value as it was typed, without the quotes.
        raw: String,
        /// Its folded words, next to each other. Never empty.
        words: Vec<String>,
    },
    /// A range, not without any bound: `2016..2019`, `2016-2019`, `2016..`, `>=2020`, `<2019`.
    Range {
        /// The value as it was typed.
        raw: String,
        /// The lower bound as it was typed.
        from: Bound<String>,
        /// The upper bound as it was typed.
        to: Bound<String>,
    },
}

/// What a reader may wonder about: something was typed that does not do what it seems to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum QueryHint {
    /// A quote is opened and not closed: what follows is read as words.
    UnclosedQuote,
    /// A parenthesis is opened and not closed: it is closed at the end.
    UnclosedParen,
    /// A parenthesis is closed that is not open: it is left aside.
    StrayParen,
    /// `AND`, `OR` or `NOT` with nothing to join or leave out: it is left aside.
    LoneOperator(String),
    /// `or` or `not` in lower case between words: it is read as a word. Holds the operator that it may have been meant for.
    LowerCase(String),
    /// A field without a value: it is left aside.
    EmptyField(String),
    /// There is no such field: it is read as words.
    UnknownField(String),
    /// More than [`MAX_WORDS`] words: the rest does not count.
    TooLong,
    /// More than [`MAX_DEPTH`] parentheses in each other: deeper ones do not count.
    TooDeep,
}

impl Query {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.expr.is_none()
    }

    /// The leaves that an answer may have: those that are not negated.
    pub fn positives(&self) -> Vec<&Leaf> {
        self.leaves.iter().filter(|leaf| !leaf.negated).collect()
    }

    /// The words that an answer may have: those of all positive leaves but ranges, in order. None stands twice, and no
    /// prefix that a word before it spells out.
    pub fn words(&self) -> Vec<text::Word> {
        let mut words: Vec<text::Word> = Vec::new();
        for word in self.positives().into_iter().flat_map(|leaf| leaf.what.words()) {
            let is_said = |before: &text::Word| *before == word || word.prefix && before.text.starts_with(&word.text);
            if !words.iter().any(is_said) {
                words.push(word);
            }
        }
        words
    }
}

impl What {
    fn words(&self) -> Vec<text::Word> {
        let typed = |words: &[Word]| {
            words.iter().map(|word| text::Word { text: word.text.clone(), prefix: word.prefix }).collect()
        };
        let whole =
            |words: &[String]| words.iter().map(|text| text::Word { text: text.clone(), prefix: false }).collect();
        match self {
            Self::Words(words) | Self::Field { value: FieldValue::Words { words, .. }, .. } => typed(words),
            Self::Phrase(words) | Self::Field { value: FieldValue::Phrase { words, .. }, .. } => whole(words),
            Self::Field { value: FieldValue::Range { .. }, .. } => Vec::new(),
        }
    }
}

#[cfg(test)]
mod testing;
