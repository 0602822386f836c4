//! From text to expression. `NOT` binds more than `AND`, `AND` more than `OR`.
//!
//! One pass over the pieces with a stack of the parentheses that are open, so that no nesting can overflow anything.

use super::leaf::Reader;
use super::lex::{Kind, Lexeme, Lexer, Operator, is_quote};
use crate::limits::SHOWN_CHARS;
use crate::search::query::{Expr, Leaf, MAX_DEPTH, MAX_HINTS, MAX_WORDS, Query, QueryHint};

/// The best reading of what was typed. `is_field` says whether there is a field of a name, which it gets in lower case.
pub fn parse(text: &str, is_field: &dyn Fn(&str) -> bool) -> Query {
    let mut lexer = Lexer::new(text, is_field);
    let mut parser = Parser { text, query: Query::default(), open: vec![Frame::default()], n_flat: 0, n_words: 0 };
    let is_all = lexer.by_ref().all(|piece| parser.take(&piece));
    if is_all && lexer.has_unclosed_quote {
        parser.hint(QueryHint::UnclosedQuote);
    }
    parser.finish(is_all)
}

struct Parser<'a> {
    text: &'a str,
    query: Query,
    /// What is open: the text as a whole, then the parentheses.
    open: Vec<Frame>,
    /// How many parentheses are open that are too deep to count.
    n_flat: usize,
    n_words: usize,
}

/// What stands between two parentheses, as far as it is read.
#[derive(Default)]
struct Frame {
    /// The alternatives that are complete.
    any: Vec<Expr>,
    /// The parts of the alternative that is being read.
    all: Vec<Expr>,
    /// The operator that waits for its right side.
    waiting: Option<Operator>,
    /// Whether the next term is left out.
    not: bool,
    /// Where the operators begin that say so.
    not_start: Option<usize>,
    /// Whether the whole stands under an odd number of negations.
    is_negated: bool,
    /// Whether the last of them is its own.
    is_left_out: bool,
}

impl Parser<'_> {
    fn hint(&mut self, hint: QueryHint) {
        if self.query.hints.len() < MAX_HINTS && !self.query.hints.contains(&hint) {
            self.query.hints.push(hint);
        }
    }

    fn lone(&mut self, operator: Operator) {
        self.hint(QueryHint::LoneOperator(operator.word().to_owned()));
    }

    /// The innermost parentheses; there is always one frame, that of the whole text.
    fn frame(&mut self) -> &mut Frame {
        if self.open.is_empty() {
            self.open.push(Frame::default());
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// Takes the next piece in; false when no more can be taken.
    fn take(&mut self, piece: &Lexeme) -> bool {
        match piece.kind {
            Kind::Open => self.open(piece),
            Kind::Close if self.n_flat > 0 => self.n_flat -= 1,
            Kind::Close if self.open.len() > 1 => self.close(),
            Kind::Close => self.hint(QueryHint::StrayParen),
            Kind::Operator(Operator::Not) => {
                let frame = self.frame();
                frame.not = !frame.not;
                frame.not_start.get_or_insert(piece.span.start);
            }
            Kind::Operator(operator) => self.join(operator),
            Kind::Run | Kind::Quoted(_) | Kind::Field { .. } => return self.term(piece),
        }
        true
    }

    fn open(&mut self, piece: &Lexeme) {
        let is_too_deep = self.open.len() > MAX_DEPTH;
        let frame = self.frame();
        frame.not ^= piece.minus;
        frame.not_start = None;
        if is_too_deep {
            self.n_flat += 1;
            self.hint(QueryHint::TooDeep);
            return;
        }
        frame.waiting = None;
        let is_left_out = std::mem::take(&mut frame.not);
        let is_negated = frame.is_negated ^ is_left_out;
        self.open.push(Frame { is_negated, is_left_out, ..Frame::default() });
    }

    fn close(&mut self) {
        self.end_alternative();
        let Some(frame) = self.open.pop() else { return };
        if let Some(expr) = Expr::any_of(frame.any) {
            let expr = if frame.is_left_out { expr.negated() } else { expr };
            self.frame().all.push(expr);
        }
    }

    /// Ends the alternative of the innermost parentheses; operators that still wait there have no operand.
    fn end_alternative(&mut self) {
        let frame = self.frame();
        let is_not = frame.not_start.take().is_some() | std::mem::take(&mut frame.not);
        let waiting = frame.waiting.take();
        let all = Expr::all_of(std::mem::take(&mut frame.all));
        frame.any.extend(all);
        if let Some(operator) = waiting {
            self.lone(operator);
        }
        if is_not {
            self.lone(Operator::Not);
        }
    }

    fn join(&mut self, operator: Operator) {
        let frame = self.frame();
        if frame.all.is_empty() || operator == Operator::And && frame.waiting.is_some() {
            self.lone(operator);
        } else if operator == Operator::Or {
            self.end_alternative();
            self.frame().waiting = Some(operator);
        } else {
            frame.waiting = Some(operator);
        }
        let frame = self.frame();
        if frame.not_start.take().is_some() | std::mem::take(&mut frame.not) {
            self.lone(Operator::Not);
        }
    }

    /// Takes a term in; false when there is no room for it, or not for all of it.
    fn term(&mut self, piece: &Lexeme) -> bool {
        let frame = self.frame();
        let is_left_out = frame.not ^ piece.minus;
        let negated = frame.is_negated ^ is_left_out;
        let reader = Reader { text: self.text, room: MAX_WORDS - self.n_words, is_typing: !negated };
        let Some(term) = reader.term(piece) else { return self.empty(piece) };
        let frame = self.frame();
        frame.not = false;
        frame.waiting = None;
        let span = frame.not_start.take().unwrap_or(piece.span.start)..term.end;
        let leaf = Expr::Leaf(self.query.leaves.len());
        let expr = if is_left_out { leaf.negated() } else { leaf };
        self.frame().all.push(expr);
        self.query.leaves.push(Leaf { span, start: piece.start, what: term.what, negated });
        self.n_words += term.n_words;
        if let Some(name) = unknown_field(self.text, piece) {
            self.hint(QueryHint::UnknownField(name));
        }
        if term.is_cut {
            self.hint(QueryHint::TooLong);
        }
        !term.is_cut
    }

    /// A piece without words: punctuation is passed over, more than fits ends the reading.
    fn empty(&mut self, piece: &Lexeme) -> bool {
        let whole = Reader { text: self.text, room: 1, is_typing: false };
        if self.n_words == MAX_WORDS && whole.term(piece).is_some() {
            self.hint(QueryHint::TooLong);
            return false;
        }
        if let Kind::Field { name, .. } = &piece.kind {
            self.hint(QueryHint::EmptyField(self.text[name.clone()].to_owned()));
        }
        true
    }

    fn finish(mut self, is_all: bool) -> Query {
        let n_hints = self.query.hints.len();
        if self.open.len() > 1 || self.n_flat > 0 {
            self.hint(QueryHint::UnclosedParen);
        }
        while self.open.len() > 1 {
            self.close();
        }
        self.end_alternative();
        if !is_all {
            // What was left unread may well close or join what is open.
            self.query.hints.truncate(n_hints);
        }
        self.lower_case();
        let any = std::mem::take(&mut self.frame().any);
        self.query.expr = Expr::any_of(any);
        self.query
    }
}

impl Parser<'_> {
    /// Hints at words between others that may be meant for operators.
    fn lower_case(&mut self) {
        for at in 0..self.query.leaves.len().saturating_sub(1) {
            match &self.text[self.query.leaves[at].span.clone()] {
                "or" if at > 0 => self.hint(QueryHint::LowerCase("OR".to_owned())),
                "not" => self.hint(QueryHint::LowerCase("NOT".to_owned())),
                _ => {}
            }
        }
    }
}

/// The name in front of a colon that looks like that of a field, but is none.
fn unknown_field(text: &str, piece: &Lexeme) -> Option<String> {
    let run = text.get(piece.start..piece.span.end).filter(|_| piece.kind == Kind::Run)?;
    let name = &run[..run.find(':')?];
    let mut value = text[piece.start + name.len() + 1..].chars();
    let is_value =
        value.next().is_some_and(|c| c.is_alphanumeric() || is_quote(c) || matches!(c, '<' | '>' | '≤' | '≥'));
    let is_name =
        name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (is_value && is_name && name.len() <= SHOWN_CHARS).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::search::query::testing::{any_said, any_text, line, read};
    use crate::search::query::{FieldValue, MAX_DEPTH, MAX_HINTS, MAX_WORDS, QueryHint, What};

    #[track_caller]
    fn check(text: &str, understood: &str) {
        let query = read(text);
        assert_eq!(line(&query), understood, "{text}");
        assert_eq!(query.hints, [], "{text}");
    }

    #[track_caller]
    fn hinted(text: &str, understood: &str, hints: &[QueryHint]) {
        let query = read(text);
        assert_eq!(line(&query), understood, "{text}");
        assert_eq!(query.hints, hints, "{text}");
    }

    fn lone(operator: &str) -> QueryHint {
        QueryHint::LoneOperator(operator.to_owned())
    }

    #[test]
    fn words_are_joined_and_the_last_is_being_typed() {
        check("", "");
        check(" -- , * \u{0}\u{200f}", "");
        check("Grad", "grad*");
        check("g", "g*");
        check("grad ", "grad");
        check("grad.", "grad");
        check("seat TIME", "(and seat time*)");
        check("seat AND time ", "(and seat time)");
        check("\u{200f}seat\u{a0}time\u{0}tim", "(and seat time tim*)");
        check("competency-based ed", "(and competency+based ed*)");
        check("K-12", "k+12*");
        check("学習 x ", "(and 学+習 x)");
        check("comp* time ", "(and comp* time)");
        check("a*b *c ", "(and a*+b c)");
        check("or either ", "(and or either)");
        check("either or ", "(and either or)");
        check("and whether or", "(and and whether or*)");
    }

    #[test]
    fn operators_in_lower_case_are_words_and_hinted_at() {
        let lower = |operator: &str| QueryHint::LowerCase(operator.to_owned());
        hinted("pacing or grading ", "(and pacing or grading)", &[lower("OR")]);
        hinted("grading not video ", "(and grading not video)", &[lower("NOT")]);
        hinted("and or not ", "(and and or not)", &[lower("OR")]);
        check("\"this or that\" -or x ", "(and \"this or that\" (not or) x)");
    }

    #[test]
    fn operators_bind_as_documented() {
        check("a OR b c ", "(or a (and b c))");
        check("a OR b OR (c OR d) ", "(or a b c d)");
        check("(a OR b) AND c ", "(and (or a b) c)");
        check("(a (b (c))) ", "(and a b c)");
        check("a NOT b c ", "(and a (not b) c)");
        check("NOT a OR b ", "(or (not a) b)");
        check("NOT NOT a -b NOT -c ", "(and a (not b) c)");
        check("-(a OR b) -(c) -(-d) ", "(and (not (or a b)) (not c) d)");
        check("ORbit ANDrew a(b)c", "(and orbit andrew a b c*)");
        check("(a)OR(b)", "(or a b)");
        check("-OR x ", "(and (not or) x)");
    }

    #[test]
    fn a_minus_is_an_operator_only_in_front_of_a_term() {
        check("-video", "(not video)");
        check("K-12 -video (-x) ", "(and k+12 (not video) (not x))");
        check("seat - time -- x --y ", "(and seat time x y)");
        check("\"mastery\"-based x ", "(and \"mastery\" based x)");
        check("-* x -, y -\"\" z ", "(and x y z)");
    }

    #[test]
    fn quotes_of_all_kinds_hold_phrases() {
        check("\"Seat  Time\"", "\"seat time\"");
        check("“K-12” „a b“ «c» ", "(and \"k 12\" \"a b\" \"c\")");
        check("\"\" x \"--\" ", "x");
        check("\"a OR (b\" -\"c d\"e", "(and \"a or b\" (not \"c d\") e*)");
    }

    #[test]
    fn fields_have_words_phrases_and_ranges() {
        check("theme:grad", "theme=grad*");
        check("Theme:grading -TITLE:\"seat time\" ", "(and theme=grading (not title=\"seat time\"))");
        check("title:K-12,x title:“a b”c ", "(and title=k+12+x title=\"a b\" c)");
        check("year:2016..2019 year:2016-2019 year:2016… ", "(and year=2016..2019 year=2016..2019 year=2016)");
        check("year:>=2020 year:<=2018 year:≥1 ", "(and year=2020.. year=..2018 year=1..)");
        check("year:>2019 year:<2019 year:201", "(and year=!2019.. year=..!2019 year=201*)");
        check("year:2018", "year=2018");
        check("year:2016.. year:..2016 year:2016-05 ", "(and year=2016.. year=..2016 year=2016+05)");
        check("x-own:a:b (theme:a)", "(and x-own=a+b theme=a)");
        check("10:30 a: foo: bar ://x ", "(and 10+30 a foo bar x)");
        check("http://a.b/c ", "http+ab+c");
        let raw = |text: &str| match &read(text).leaves[0].what {
            What::Field { value: FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. }, .. } => raw.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!([raw("theme:Grad*"), raw("theme:\" A’s \"")], ["Grad", " A’s "]);
    }

    #[test]
    fn a_word_keeps_how_it_was_typed() {
        let What::Words(words) = &read("Élan-VITAL’s").leaves[0].what else { panic!("words") };
        assert_eq!([words[0].text.as_str(), &words[0].typed], ["elan", "élan"]);
        assert_eq!([words[1].text.as_str(), &words[1].typed], ["vitals", "vitals"]);
        for (text, word, typed) in [("U.S.A.", "usa", "u.s.a"), ("C++", "c", "c++"), (".NET", "net", ".net")] {
            let What::Words(words) = &read(text).leaves[0].what else { panic!("words") };
            assert_eq!([words[0].text.as_str(), &words[0].typed], [word, typed]);
        }
        let is_open = |text: &str| read(text).leaves[0].what.words()[0].prefix;
        assert_eq!(["C", "C#", "201", "2018", "20185", "Grade"].map(is_open), [true, false, true, false, false, true]);
    }

    #[test]
    fn what_cannot_be_read_is_left_aside_and_told() {
        use QueryHint::{StrayParen, UnclosedParen, UnclosedQuote};
        hinted("\"seat OR tim", "(or seat tim*)", &[UnclosedQuote]);
        hinted("\"a b\" \"", "\"a b\"", &[UnclosedQuote]);
        hinted("-\"a b", "(and (not a) b*)", &[UnclosedQuote]);
        hinted("-\"-seat ", "(not seat)", &[UnclosedQuote]);
        hinted("theme:\"a b", "(and theme=a b*)", &[UnclosedQuote]);
        hinted("(a OR (b", "(or a b*)", &[UnclosedParen]);
        hinted("a) b)) ", "(and a b)", &[StrayParen]);
        hinted("OR a OR ", "a", &[lone("OR")]);
        hinted("a OR OR b AND ", "(or a b)", &[lone("OR"), lone("AND")]);
        hinted("a AND OR b NOT ", "(or a b)", &[lone("AND"), lone("NOT")]);
        hinted("a NOT AND b", "(and a b*)", &[lone("NOT")]);
        hinted("a (NOT) OR () b", "(or a b*)", &[lone("NOT")]);
        hinted("theme: a title:\"\"", "a", &["theme", "title"].map(|name| QueryHint::EmptyField(name.to_owned())));
        let unknown = |name: &str| QueryHint::UnknownField(name.to_owned());
        hinted("foo:bar lang:\"en\" ", "(and foo+bar lang \"en\")", &[unknown("foo"), unknown("lang")]);
        hinted("my-field2:x ", "my+field2+x", &[unknown("my-field2")]);
    }

    #[test]
    fn spans_are_what_the_reader_typed() {
        let text = "a NOT  b-c (-\"d e\" OR theme:\"f\"), NOT -g";
        let query = read(text);
        let cut: Vec<&str> = query.leaves.iter().map(|leaf| &text[leaf.span.clone()]).collect();
        assert_eq!(cut, ["a", "NOT  b-c", "-\"d e\"", "theme:\"f\"", "NOT -g"]);
        let terms: Vec<&str> = query.leaves.iter().map(|leaf| &text[leaf.start..leaf.span.end]).collect();
        assert_eq!(terms, ["a", "b-c", "\"d e\"", "theme:\"f\"", "g"]);
        let negated: Vec<bool> = query.leaves.iter().map(|leaf| leaf.negated).collect();
        assert_eq!(negated, [false, true, true, false, false]);
    }

    #[test]
    fn positive_words_are_those_that_an_answer_may_have() {
        let query = read("seat -video NOT (x OR -y) \"time seat\" theme:grad* year:2016..2018 gra");
        let words: Vec<String> =
            query.words().iter().map(|word| format!("{}{}", word.text, if word.prefix { "*" } else { "" })).collect();
        assert_eq!(words, ["seat", "y", "time", "grad*"]);
        assert_eq!(query.positives().len(), 6);
    }

    #[test]
    fn what_is_too_long_or_too_deep_is_cut_off() {
        let long = "a ".repeat(MAX_WORDS);
        assert_eq!((read(&long).leaves.len(), read(&long).hints), (MAX_WORDS, vec![]));
        let query = read(&format!("{long}, b OR (("));
        assert_eq!((query.leaves.len(), query.hints), (MAX_WORDS, vec![QueryHint::TooLong]));
        let query = read(&format!("x \"{long}\" y"));
        assert_eq!((query.leaves.len(), query.hints), (2, vec![QueryHint::TooLong]));
        let deep = |n: usize| read(&format!("{}a OR b{} c ", "(".repeat(n), ")".repeat(n)));
        assert_eq!((line(&deep(MAX_DEPTH)), deep(MAX_DEPTH).hints), ("(and (or a b) c)".to_owned(), vec![]));
        assert_eq!(
            (line(&deep(10_000)), deep(10_000).hints),
            ("(and (or a b) c)".to_owned(), vec![QueryHint::TooDeep])
        );
        assert!(read(&"NOT (a ".repeat(50_000)).leaves.len() == MAX_WORDS);
        let fields: Vec<String> = ('a'..='z').map(|letter| format!("{letter}:1")).collect();
        assert_eq!(read(&fields.join(" ")).hints.len(), MAX_HINTS);
        for piece in ["(", ")", "\"", "-", "NOT ", "AND ", " OR", "学", "theme:", "x:", "\u{200f}", "a", "*", "-("] {
            let query = read(&piece.repeat(50_000));
            assert!(query.leaves.len() <= MAX_WORDS && query.hints.len() <= MAX_HINTS, "{piece}");
        }
    }

    #[test]
    fn what_is_said_with_parentheses_is_understood_so() {
        arbtest::arbtest(|u| {
            let (text, said) = any_said(u, 4)?;
            let query = read(&(text.clone() + " "));
            if query.hints.is_empty() {
                assert_eq!(line(&query), normal(&said), "{text}");
            } else {
                assert_eq!(query.hints, [QueryHint::TooLong], "{text}");
            }
            Ok(())
        });
    }

    /// The normal form of a line, by rewriting text.
    fn normal(line: &str) -> String {
        let inner =
            |line: &str, head: &str| line.strip_prefix(head).and_then(|rest| rest.strip_suffix(')')).map(str::to_owned);
        for (head, name) in [("(and ", "and"), ("(or ", "or")] {
            if let Some(inside) = inner(line, head) {
                let parts: Vec<String> =
                    parts(&inside).into_iter().map(normal).map(|part| inner(&part, head).unwrap_or(part)).collect();
                return format!("({name} {})", parts.join(" "));
            }
        }
        match inner(line, "(not ").map(|inside| normal(&inside)) {
            Some(inside) => inner(&inside, "(not ").unwrap_or_else(|| format!("(not {inside})")),
            None => line.to_owned(),
        }
    }

    /// The parts of a list: cut at blanks that stand in no parentheses and no quotes.
    fn parts(inside: &str) -> Vec<&str> {
        let (mut depth, mut quoted, mut start, mut parts) = (0, false, 0, Vec::new());
        for (at, c) in inside.char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                '"' => quoted = !quoted,
                ' ' if depth == 0 && !quoted => {
                    parts.push(&inside[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        parts.push(&inside[start..]);
        parts
    }

    #[test]
    fn any_text_is_a_query_with_its_leaves_in_order() {
        arbtest::arbtest(|u| {
            let text = if u.arbitrary()? { any_text(u)? } else { u.arbitrary::<&str>()?.to_owned() };
            let query = read(&text);
            let mut before = 0;
            for leaf in &query.leaves {
                assert!(
                    before <= leaf.span.start && leaf.span.start <= leaf.start && leaf.start < leaf.span.end,
                    "{text:?}"
                );
                assert!(text.get(leaf.span.clone()).is_some() && text.is_char_boundary(leaf.start), "{text:?}");
                before = leaf.span.end;
            }
            assert_eq!(query.expr.is_none(), query.leaves.is_empty(), "{text:?}");
            Ok(())
        });
    }
}
