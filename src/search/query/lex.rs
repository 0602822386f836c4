//! The pieces of a query text: parentheses, operators, quoted texts, fields, and runs of other characters.
//!
//! Blanks are white space, control characters and the invisible marks that come along when text is pasted. A quote of any
//! kind opens a quoted text, and the next one of any kind closes it; one that is never closed is a blank. Each character is
//! looked at a fixed number of times.

use std::ops::Range;

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexeme {
    /// What it is.
    pub(super) kind: Kind,
    /// Whether a `-` stands directly in front.
    pub(super) minus: bool,
    /// Its bytes, with that `-`.
    pub(super) span: Range<usize>,
    /// Where it begins behind that `-`.
    pub(super) start: usize,
}

/// What a piece is; ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    Operator(Operator),
    /// A run of characters that are neither blanks, parentheses nor quotes.
    Run,
    /// A quoted text, with what stands between the quotes.
    Quoted(Range<usize>),
    /// A field that exists; the value is what stands between the quotes where it is quoted.
    Field {
        name: Range<usize>,
        value: Range<usize>,
        quoted: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    Not,
}

impl Operator {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::And => "AND",
            Self::Or => "OR",
            Self::Not => "NOT",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        [Self::And, Self::Or, Self::Not].into_iter().find(|operator| operator.word() == word)
    }
}

/// Cuts a text into pieces.
pub(super) struct Lexer<'a> {
    text: &'a str,
    is_field: &'a dyn Fn(&str) -> bool,
    at: usize,
    is_behind_quote: bool,
    /// Whether a quote was found that nothing closes.
    pub(super) has_unclosed_quote: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, is_field: &'a dyn Fn(&str) -> bool) -> Self {
        Self { text, is_field, at: 0, is_behind_quote: false, has_unclosed_quote: false }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Goes on to the first character that is not `skipped`.
    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        self.at = self.text.len() - self.rest().trim_start_matches(skipped).len();
    }

    /// Takes a quoted text that begins here; a quote that nothing closes is skipped.
    fn quoted(&mut self) -> Option<Range<usize>> {
        let quote = self.peek().filter(|c| is_quote(*c))?;
        self.at += quote.len_utf8();
        let Some(length) = self.rest().find(is_quote) else {
            self.has_unclosed_quote = true;
            return None;
        };
        let inside = self.at..self.at + length;
        self.at += length;
        self.at += self.peek().map_or(0, char::len_utf8);
        self.is_behind_quote = true;
        Some(inside)
    }

    /// Takes a run that begins here, or a field.
    fn run(&mut self) -> Kind {
        let start = self.at;
        self.skip(|c| !is_border(c));
        let run = &self.text[start..self.at];
        if let Some(operator) = Operator::of(run) {
            return Kind::Operator(operator);
        }
        let Some(length) =
            run.find(':').filter(|length| *length > 0 && (self.is_field)(&run[..*length].to_lowercase()))
        else {
            return Kind::Run;
        };
        self.field(start..start + length, start + length + 1..self.at)
    }

    /// Takes the value of a field whose name stood in quotes, where a colon follows: `"Report number":12`.
    fn quoted_field(&mut self, name: &Range<usize>) -> Option<Kind> {
        let called = self.text[name.clone()].to_lowercase().replace(char::is_whitespace, "-");
        self.peek().filter(|c| *c == ':' && (self.is_field)(&called))?;
        self.is_behind_quote = false;
        let start = self.at + 1;
        self.skip(|c| !is_border(c));
        Some(self.field(name.clone(), start..self.at))
    }

    /// A field with the run of characters behind its colon, or with the quoted text that begins here.
    fn field(&mut self, name: Range<usize>, value: Range<usize>) -> Kind {
        if value.is_empty() && self.peek().is_some_and(is_quote) {
            if let Some(value) = self.quoted() {
                return Kind::Field { name, value, quoted: true };
            }
            let start = self.at;
            self.skip(|c| !is_border(c));
            return Kind::Field { name, value: start..self.at, quoted: false };
        }
        Kind::Field { name, value, quoted: false }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Lexeme;

    fn next(&mut self) -> Option<Lexeme> {
        if std::mem::take(&mut self.is_behind_quote) {
            // In `"mastery"-based` the dash joins; it leaves nothing out.
            self.skip(is_minus);
        }
        self.skip(is_blank);
        let begin = self.at;
        let mut behind = self.rest().chars();
        let first = behind.next().filter(|c| is_minus(*c));
        let minus = first.is_some() && behind.next().is_some_and(|c| !is_minus(c) && !is_blank(c) && c != ')');
        self.at += first.filter(|_| minus).map_or(0, char::len_utf8);
        let mut start = self.at;
        let kind = match self.peek()? {
            c @ ('(' | ')') => {
                self.at += 1;
                if c == '(' { Kind::Open } else { Kind::Close }
            }
            c if is_quote(c) => {
                if let Some(inside) = self.quoted() {
                    self.quoted_field(&inside).unwrap_or(Kind::Quoted(inside))
                } else {
                    // The minus before the quote is the one that counts.
                    self.skip(|c| minus && is_minus(c));
                    start = self.at;
                    if !minus || self.peek().is_none_or(is_border) {
                        return self.next();
                    }
                    self.run()
                }
            }
            _ => self.run(),
        };
        // Behind a minus, `OR` is a word.
        let kind = if minus && matches!(kind, Kind::Operator(_)) { Kind::Run } else { kind };
        Some(Lexeme { kind, minus, span: begin..self.at, start })
    }
}

/// What stands between terms.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What leaves a term out: a hyphen, a minus, and the dash that phones make of one.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '\u{2212}' | '–')
}

/// Straight, typographic and angle quotes.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}'..='\u{201f}' | '«' | '»')
}

/// What ends a run.
pub(super) fn is_border(c: char) -> bool {
    is_blank(c) || is_quote(c) || matches!(c, '(' | ')')
}
