//! JSON as it is found in the world: values with every digit and every key, also of texts that break off or have slips.
//!
//! Read besides RFC 8259: `NaN` and `Infinity` as nothing, commas behind the last value, comments, commas that are missing between values.
//! What is deeper than [`DEEPEST`] is left out, so that no text exhausts the stack; all is gone through once, forward.

/// How many lists and objects may stand within one another.
pub(super) const DEEPEST: usize = 64;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// `null`, and what is no value.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object.
    Object(Object),
}

/// An object: keys in order, each as often as it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Object {
    /// The line that it begins on, from 1.
    pub(super) line: usize,
    /// Its keys with their values.
    pub(super) members: Vec<(String, Value)>,
}

impl Object {
    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.members.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The text of a key; empty where it has none.
    pub(super) fn text(&self, key: &str) -> &str {
        self.get(key).and_then(Value::text).unwrap_or_default()
    }
}

/// What is wrong at a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The line, from 1.
    pub(super) line: usize,
    /// What.
    pub(super) what: &'static str,
}

impl Value {
    /// The object that it is.
    pub(super) fn object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The text of a text, or of a number as it is written.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The values of a list; a single value is a list of one.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }
}

/// A reader that goes forward through a text.
#[derive(Debug)]
pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Up to where lines are counted, and how many.
    counted: (usize, usize),
    /// Slips that were passed over, the first few.
    pub(super) slips: Vec<Fault>,
    /// Items of the outermost lists that can't be read, each with its line: the others are.
    pub(super) broken: Vec<Fault>,
    /// Whether a list is open.
    is_in_list: bool,
}

impl<'a> Parser<'a> {
    /// A reader of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, counted: (0, 1), slips: Vec::new(), broken: Vec::new(), is_in_list: false }
    }

    /// The line of the next sign that is no blank; those behind the last that was counted alone are gone through.
    pub(super) fn line(&mut self) -> usize {
        let (at, line) = self.counted;
        if self.at > at {
            self.counted = (self.at, line + self.text[at..self.at].matches('\n').count());
        }
        self.counted.1
    }

    /// Passes blanks, comments and byte order marks; returns the next sign.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at..)? {
                [b' ' | b'\t' | b'\n' | b'\r', ..] => self.at += 1,
                [0xef, 0xbb, 0xbf, ..] => self.at += 3,
                [0xc2, 0xa0, ..] => self.at += 2,
                [b'/', b'/', ..] => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                [b'/', b'*', ..] => self.at += self.rest().find("*/").map_or(self.rest().len(), |end| end + 2),
                rest => return rest.first().copied(),
            }
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fault<T>(&mut self, what: &'static str) -> Result<T, Fault> {
        Err(Fault { line: self.line(), what })
    }

    fn slip(&mut self, what: &'static str) {
        const MOST: usize = 20;
        if self.slips.len() < MOST {
            let line = self.line();
            self.slips.push(Fault { line, what });
        }
    }

    /// Passes a sign, if it is next.
    pub(super) fn eat(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    /// The place of the next sign in its line, where only blanks stand before it.
    fn column(&mut self) -> Option<usize> {
        self.peek();
        let before = &self.text[..self.at];
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        line.bytes().all(|byte| byte.is_ascii_whitespace()).then_some(line.len())
    }

    /// Goes on with the next object of a list, behind a fault in one of them: with a line that begins with `{` in the column of the
    /// list's first object, or, where objects share lines, behind `},`. False where there is none.
    fn recover(&mut self, column: Option<usize>) -> bool {
        let from = self.at;
        for (at, _) in self.text[from..].match_indices('{') {
            let before = &self.text[..from + at];
            let bare = before.trim_end_matches([' ', '\t']);
            let is_next = match column {
                Some(column) => bare.ends_with('\n') && before.len() - bare.len() == column,
                None => bare.strip_suffix(',').is_some_and(|bare| bare.trim_end().ends_with('}')),
            };
            if is_next {
                self.at = from + at;
                return true;
            }
        }
        self.at = self.text.len();
        false
    }

    /// The next value.
    pub(super) fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        match self.peek() {
            Some(b'{' | b'[') if depth >= DEEPEST => {
                self.skip();
                self.slip("lists and objects stand too deep within one another: what is deeper is left out");
                Ok(Value::Null)
            }
            Some(b'{') => self.object(depth + 1).map(Value::Object),
            Some(b'[') => self.list(depth + 1).map(Value::List),
            Some(b'"') => self.string().map(Value::Text),
            Some(_) => self.word(),
            None => self.fault("the text ends before a value does"),
        }
    }

    /// Passes a value of brackets.
    fn skip(&mut self) {
        let (mut depth, mut is_text, mut is_escaped) = (0_usize, false, false);
        for (n, byte) in self.rest().bytes().enumerate() {
            match byte {
                _ if is_escaped => is_escaped = false,
                b'\\' if is_text => is_escaped = true,
                b'"' => is_text = !is_text,
                b'{' | b'[' if !is_text => depth += 1,
                b'}' | b']' if !is_text => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                self.at += n + 1;
                return;
            }
        }
        self.at = self.text.len();
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Value>, Fault> {
        self.at += 1;
        let is_outermost = !std::mem::replace(&mut self.is_in_list, true);
        let items = if is_outermost { Ok(self.items(depth)) } else { self.inner_items(depth) };
        self.is_in_list = !is_outermost;
        items
    }

    /// The items of a list that stands in no other: one that can't be read costs itself alone.
    fn items(&mut self, depth: usize) -> Vec<Value> {
        let (mut items, mut first) = (Vec::new(), None);
        while !self.eat(b']') {
            if self.peek().is_none() {
                self.slip("a ] is missing at the end");
                break;
            }
            let column = *first.get_or_insert_with(|| self.column());
            let line = self.line();
            let end = match self.value(depth) {
                Ok(value) => {
                    items.push(value);
                    // A fault behind an item is not its own.
                    if self.peek().is_none() { Ok(()) } else { self.separator(b']', "a , or ] is missing") }
                }
                Err(fault) => Err(Fault { line, ..fault }),
            };
            if let Err(fault) = end {
                self.broken.push(fault);
                self.recover(column);
            }
        }
        items
    }

    fn inner_items(&mut self, depth: usize) -> Result<Vec<Value>, Fault> {
        let mut items = Vec::new();
        while !self.eat(b']') {
            items.push(self.value(depth)?);
            self.separator(b']', "a , or ] is missing")?;
        }
        Ok(items)
    }

    /// Passes what stands behind a value of a list or an object: a comma, which may be missing before the next value.
    fn separator(&mut self, end: u8, what: &'static str) -> Result<(), Fault> {
        match self.peek() {
            Some(b',') => self.at += 1,
            Some(sign) if sign == end => {}
            Some(b'"') => self.slip("a , is missing"),
            Some(b'{' | b'[') if end == b']' => self.slip("a , is missing"),
            // Where the text ends, the list or object does.
            _ => return self.fault(what),
        }
        Ok(())
    }

    fn object(&mut self, depth: usize) -> Result<Object, Fault> {
        let line = self.line();
        self.at += 1;
        let mut members = Vec::new();
        loop {
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Object { line, members });
                }
                Some(b'"') => {}
                // A text that breaks off is read as far as it goes.
                None if !self.is_in_list && !members.is_empty() => {
                    self.slip("a } is missing at the end");
                    return Ok(Object { line, members });
                }
                None => return self.fault("a } is missing"),
                Some(_) => return self.fault("a key in quotation marks or a } is missing"),
            }
            let key = self.string()?;
            if !self.eat(b':') {
                return self.fault("a : is missing behind a key");
            }
            members.push((key, self.value(depth)?));
            if self.peek().is_some() {
                self.separator(b'}', "a , or } is missing")?;
            }
        }
    }

    /// A number, a word of JSON, or a word that means that there is no value.
    fn word(&mut self) -> Result<Value, Fault> {
        let rest = self.rest();
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_');
        let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
        let value = match word {
            "true" | "True" => Value::Bool(true),
            "false" | "False" => Value::Bool(false),
            "null" | "None" | "NaN" | "nan" | "Infinity" | "-Infinity" | "undefined" => Value::Null,
            _ if is_number(word) => Value::Number(word.to_owned()),
            _ => return self.fault("a value is missing or is not written as JSON is"),
        };
        self.at += word.len();
        Ok(value)
    }

    fn string(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = self.rest();
            let Some(end) = rest.find(['"', '\\', '\n']) else {
                self.at = self.text.len();
                return self.fault("a \" is missing");
            };
            text.push_str(&rest[..end]);
            self.at += end + 1;
            match rest.as_bytes()[end] {
                b'"' => return Ok(text),
                b'\\' => self.escape(&mut text),
                // A line feed ends no text, but nothing that follows `":` and the like does.
                _ if ends_text(&rest[..end]) => {
                    self.at -= 1;
                    return self.fault("a \" is missing");
                }
                _ => text.push('\n'),
            }
        }
    }

    fn escape(&mut self, text: &mut String) {
        let Some(sign) = self.rest().chars().next() else { return };
        self.at += sign.len_utf8();
        match sign {
            'n' => text.push('\n'),
            't' => text.push('\t'),
            'r' => text.push('\r'),
            'b' | 'f' => text.push(' '),
            'u' => {
                let first = self.hex();
                // A character beyond the basic plane is two numbers (RFC 8259, section 7).
                let second = match first {
                    Some(0xd800..=0xdbff) if self.rest().starts_with("\\u") => {
                        self.at += 2;
                        self.hex()
                    }
                    _ => None,
                };
                let units = [first, second].into_iter().flatten();
                text.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            _ => text.push(sign),
        }
    }

    fn hex(&mut self) -> Option<u16> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        self.at += 4;
        u16::from_str_radix(digits, 16).ok()
    }
}

/// Whether what stands before the end of a line is more than the rest of a text: a text that is not closed.
fn ends_text(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with([',', '}', ']']) && line.len() < 4096
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.')) && word.parse::<f64>().is_ok()
}

#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#[cfg(test)]
mod tests {
    use super::{Parser, Value};

    fn of(text: &str) -> Result<Value, (usize, &'static str)> {
        Parser::new(text).value(0).map_err(|fault| (fault.line, fault.what))
    }

    /// A value as `serde_json` has it.
    fn standard(value: &Value) -> serde_json::Value {
        match value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(is) => (*is).into(),
            Value::Number(number) => serde_json::from_str(number).unwrap(),
            Value::Text(text) => text.as_str().into(),
            Value::List(items) => items.iter().map(standard).collect(),
            Value::Object(object) => serde_json::Value::Object(
                object.members.iter().map(|(key, value)| (key.clone(), standard(value))).collect(),
            ),
        }
    }

    #[test]
    fn json_is_read_as_the_standard_reads_it() {
        for text in [
            r#"{"a":[1,-2.5e3,"x\u00e9\ud83d\udcd5\n\"\\\/",null,true,false,[],{}],"":" "}"#,
            r#"[{"__proto__":"p","constructor":1}]"#,
            "[12345678901234567890, 0.1]",
        ] {
            assert_eq!(
                standard(&of(text).unwrap()),
                serde_json::from_str::<serde_json::Value>(text).unwrap(),
                "{text}"
            );
        }
    }

    #[test]
    fn slips_are_passed_over() {
        let is = |text: &str, like: &str| assert_eq!(of(text), of(like), "{text}");
        is("[1,2,]", "[1,2]");
        is("{\"a\":NaN,}", "{\"a\":null}");
        is("[{\"a\":1} {\"a\":2}]", "[{\"a\":1},{\"a\":2}]");
        is("{\"a\":1 \"b\":2}", "{\"a\":1,\"b\":2}");
        is("// x\n[1, /* y */ 2]", "[1,2]");
        is("\u{feff}[\"a\nb\"]", "[\"a\\nb\"]");
    }

    #[test]
    fn a_fault_has_its_line() {
        assert_eq!(of("{\"a\":1,\n\"b\""), Err((2, "a : is missing behind a key")));
        assert_eq!(of("{\n\"a\":[[\n\"x,\n\"b\"]]"), Ok(of("{\"a\":[]}").unwrap()));
        assert_eq!(of("{\"a\":\n\nx}"), Err((3, "a value is missing or is not written as JSON is")));
        assert_eq!(of(""), Err((1, "the text ends before a value does")));
    }

    #[test]
    fn an_item_that_cannot_be_read_costs_itself_alone() {
        let good = "{\"a\": [\n{\"x\":1},\n{\"x\":3}\n]}";
        for (text, broken) in [
            ("{\"a\": [\n{\"x\":1},\n{\"x\":\"2},\n{\"x\":3}\n]}", vec![3]),
            ("{\"a\": [\n{\"x\":1},\n{\"x\" 2},\n{\"x\":3}\n]}", vec![3]),
            ("{\"a\": [{\"x\":1},{\"x\":{\"y\":2},{\"x\":3}]}", vec![1]),
            ("{\"a\": [\n{\"x\":1},\n{\"x\":3},\n{\"x\"", vec![4]),
            ("{\"a\": [\n{\"x\":1},\n{\"x\":3}", vec![]),
        ] {
            let mut parser = Parser::new(text);
            let value = parser.value(0).unwrap();
            assert_eq!(standard(&value), serde_json::from_str::<serde_json::Value>(good).unwrap(), "{text}");
            assert_eq!(parser.broken.iter().map(|fault| fault.line).collect::<Vec<_>>(), broken, "{text}");
        }
    }

    #[test]
    fn ten_thousand_levels_are_no_more_than_sixty_four() {
        let deep = format!("[{}1{},2]", "[".repeat(10_000), "]".repeat(10_000));
        let mut parser = Parser::new(&deep);
        let value = parser.value(0).unwrap();
        assert_eq!(value.items().len(), 2);
        assert_eq!(parser.slips.len(), 1);
        let open = "[{\"a\":".repeat(10_000);
        assert!(Parser::new(&open).value(0).is_ok());
    }

    #[test]
    fn any_text_is_read_as_the_standard_reads_it_or_not_at_all() {
        arbtest::arbtest(|u| {
            let units =
                ["{", "}", "[", "]", "\"", ":", ",", "1", "a", "\\", "\\u12", "é", " ", "\n", "null", "-", "/*"];
            let n = u.int_in_range(0..=16)?;
            let text = (0..n).map(|_| u.choose(&units).copied()).collect::<Result<String, _>>()?;
            let own = of(&text);
            if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
                assert_eq!(standard(&own.unwrap()), value, "{text}");
            }
            Ok(())
        });
    }
}
