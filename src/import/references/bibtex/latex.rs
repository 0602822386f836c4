//! From the markup of LaTeX to plain text: accents, signs, links; braces and commands for fonts are dropped.
//!
//! Every character is looked at a bounded number of times, and nothing recurses: a value may be of any size and depth. A command that
//! is not known gives way to its argument; where it has none, it stays as it was typed.

use super::signs::{ACCENTS, FONTS, SIGNS};
use crate::text::composed;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// A title: on one line, with apostrophes as LaTeX sets them.
    Title,
    /// Text: an empty line ends a paragraph, two and three hyphens are dashes.
    Text,
    /// Words of a list: on one line, hyphens stay.
    Words,
}

/// A value as text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// The text; paragraphs end with a line feed.
    pub(super) text: String,
    /// The addresses of `\url` and `\href`, in order.
    pub(super) links: Vec<String>,
}

/// The plain text of a value.
pub(super) fn plain(raw: &str, style: Style) -> Plain {
    let mut decoder = Decoder { raw, at: 0, style, plain: Plain::default(), closers: Vec::new(), math_ends: 0 };
    decoder.run();
    let Plain { text, links } = decoder.plain;
    Plain { text: text.trim().to_owned(), links }
}

/// A verbatim value, such as an address: signs without the backslash before them, no braces, no white space.
pub(super) fn verbatim(raw: &str) -> String {
    const TILDES: [&str; 3] = ["\\textasciitilde", "\\string~", "$\\sim$"];
    let (mut out, mut rest) = (String::with_capacity(raw.len()), raw);
    while let Some(c) = rest.chars().next() {
        if let Some(behind) = TILDES.iter().find_map(|tilde| rest.strip_prefix(tilde)) {
            out.push('~');
            rest = behind;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let escapes = c == '\\' && rest.starts_with(|next: char| next.is_ascii_punctuation());
        if !(escapes || matches!(c, '{' | '}') || c.is_whitespace()) {
            out.push(c);
        }
    }
    out
}

/// The end of a group whose brace stands before `from`: the position of the brace that closes it, or the end of the text.
pub(super) fn group_end(text: &str, from: usize) -> usize {
    let mut depth = 1_usize;
    for (at, byte) in text.bytes().enumerate().skip(from) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The most bytes of a formula.
const LONGEST_FORMULA: usize = 200;

struct Decoder<'a> {
    raw: &'a str,
    at: usize,
    style: Style,
    plain: Plain,
    /// Of each open group, what is written where it closes.
    closers: Vec<&'static str>,
    /// Where the formula at hand ends.
    math_ends: usize,
}

impl<'a> Decoder<'a> {
    fn run(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            match c {
                '\\' => self.command(),
                '{' => self.open(""),
                '}' => self.close(),
                '~' => self.take(c, " "),
                '$' => self.dollar(),
                '_' if self.at < self.math_ends => self.at += 1,
                '-' if self.style != Style::Words => self.run_of(c, &["-", "–", "—"]),
                '`' if self.style != Style::Words => self.run_of(c, &["‘", "“"]),
                '\'' if self.style == Style::Title => self.run_of(c, &["’", "”"]),
                '\'' if self.style == Style::Text && self.rest().starts_with("''") => self.run_of(c, &["'", "”"]),
                _ if c.is_whitespace() => self.blanks(),
                _ => {
                    self.plain.text.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    fn rest(&self) -> &'a str {
        &self.raw[self.at..]
    }

    fn take(&mut self, c: char, as_text: &str) {
        self.plain.text.push_str(as_text);
        self.at += c.len_utf8();
    }

    fn open(&mut self, closer: &'static str) {
        self.closers.push(closer);
        self.at += 1;
    }

    fn close(&mut self) {
        self.plain.text.push_str(self.closers.pop().unwrap_or_default());
        self.at += 1;
    }

    /// A ligature: as many equal signs as there are, up to the longest.
    fn run_of(&mut self, c: char, signs: &[&str]) {
        let n = self.rest().chars().take(signs.len()).take_while(|next| *next == c).count();
        self.plain.text.push_str(signs.get(n.saturating_sub(1)).copied().unwrap_or_default());
        self.at += n;
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let is_paragraph = self.style == Style::Text && rest[..end].matches('\n').count() > 1;
        self.at += end;
        self.blank(if is_paragraph { '\n' } else { ' ' });
    }

    /// Writes a blank where none is, or the end of a paragraph in its place.
    fn blank(&mut self, blank: char) {
        let text = &mut self.plain.text;
        if blank == '\n' {
            text.truncate(text.trim_end_matches(' ').len());
        }
        if !text.is_empty() && !text.ends_with(['\n', ' ']) {
            text.push(blank);
        }
    }

    /// A dollar sign is dropped where it begins or ends what looks like a formula.
    fn dollar(&mut self) {
        if self.at == self.math_ends && self.at > 0 {
            self.at += 1;
            return;
        }
        self.at += 1;
        let end = self.rest().bytes().take(LONGEST_FORMULA).position(|byte| byte == b'$').unwrap_or(0);
        let inside = &self.rest()[..end];
        if inside.contains(['\\', '_', '^']) || !inside.is_empty() && inside.bytes().all(|b| b.is_ascii_alphabetic()) {
            self.math_ends = self.at + end;
        } else {
            self.plain.text.push('$');
        }
    }

    fn command(&mut self) {
        let start = self.at;
        self.at += 1;
        let rest = self.rest();
        let n_letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let Some(first) = rest.chars().next() else { return self.plain.text.push('\\') };
        let n = if n_letters == 0 { first.len_utf8() } else { n_letters };
        let name = &rest[..n];
        self.at += n;
        if let Some(mark) = ACCENTS.iter().find(|(known, _)| *known == name).map(|(_, mark)| *mark) {
            return self.accent(mark, name);
        }
        if n_letters == 0 {
            return self.sign(first);
        }
        let has_group = self.rest().trim_start().starts_with('{');
        match name {
            "url" | "nolinkurl" | "path" => self.url(),
            "href" => self.href(),
            "noopsort" | "vphantom" | "hspace" | "vspace" if has_group => {
                self.enter_group();
                self.at = (group_end(self.raw, self.at) + 1).min(self.raw.len());
            }
            "enquote" | "mkbibquote" if has_group => {
                self.plain.text.push('“');
                self.enter_group();
                self.closers.push("”");
            }
            "par" | "newline" | "linebreak" => {
                self.swallow();
                self.blank(if self.style == Style::Text { '\n' } else { ' ' });
            }
            _ => match SIGNS.iter().find(|(known, _)| *known == name) {
                Some((_, text)) => {
                    self.plain.text.push_str(text);
                    self.swallow();
                }
                None if FONTS.contains(&name) || has_group => self.swallow(),
                None => self.plain.text.push_str(&self.raw[start..self.at]),
            },
        }
    }

    /// TeX skips the blanks behind a command of letters.
    fn swallow(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
    }

    /// Goes behind the brace that opens the next group.
    fn enter_group(&mut self) {
        self.at += self.rest().find('{').map_or(0, |at| at + 1);
    }

    /// A command of one sign.
    fn sign(&mut self, sign: char) {
        match sign {
            '\\' | ',' | ';' | ':' | ' ' | '\n' | '\t' => self.blank(' '),
            '-' | '/' | '!' | '(' | ')' | '[' | ']' | '@' => {}
            _ => self.plain.text.push(sign),
        }
    }

    fn url(&mut self) {
        if !self.rest().trim_start().starts_with('{') {
            return;
        }
        self.enter_group();
        let end = group_end(self.raw, self.at);
        let address = verbatim(&self.raw[self.at..end]);
        self.plain.text.push_str(&address);
        self.plain.links.push(address);
        self.at = (end + 1).min(self.raw.len());
    }

    fn href(&mut self) {
        let n_characters = self.plain.text.len();
        self.url();
        if self.rest().trim_start().starts_with('{') {
            self.plain.text.truncate(n_characters);
        }
    }

    /// An accent, on the letter that follows or that begins the group that follows.
    fn accent(&mut self, mark: char, name: &str) {
        let is_letter = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = self.rest();
        let is_group = rest.trim_start().starts_with('{');
        // `\c c`, but `\b` and `\d` before a longer word are no accents.
        if is_letter && !is_group && !rest.starts_with([' ', '\\']) {
            self.plain.text.push('\\');
            return self.plain.text.push_str(name);
        }
        if is_group {
            self.enter_group();
            self.closers.push("");
        } else if is_letter {
            self.swallow();
        }
        let rest = self.rest();
        let dotless = [("\\i", 'i'), ("\\j", 'j'), ("{\\i}", 'i'), ("{\\j}", 'j')];
        let dotless = dotless.into_iter().find(|(known, _)| {
            rest.strip_prefix(known).is_some_and(|behind| !behind.starts_with(|c: char| c.is_ascii_alphabetic()))
        });
        let (letter, n) = match dotless {
            Some((known, letter)) => (letter, known.len()),
            None => match rest.chars().next() {
                Some(c) if c.is_alphabetic() => (c, c.len_utf8()),
                _ => return self.plain.text.push_str(if name == "~" || name == "^" { name } else { "" }),
            },
        };
        self.at += n;
        if dotless.is_some() {
            self.swallow();
        }
        match composed(letter, mark) {
            Some(one) => self.plain.text.push(one),
            None => self.plain.text.extend([letter, mark]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Style, plain, verbatim};

    #[track_caller]
    fn check(raw: &str, text: &str) {
        assert_eq!(plain(raw, Style::Text).text, text, "{raw}");
    }

    #[test]
    fn accents_are_put_on_their_letters_however_they_are_braced() {
        for raw in ["\\\"{u}", "{\\\"u}", "\\\"u", "{\\\"{u}}", "\\\" {u}"] {
            check(&format!("M{raw}ller"), "Müller");
        }
        check(
            "Erd\\H{o}s, \\v{S}koda, Fran\\c{c}ois, Fran\\c cois, \\'{\\i}, \\'\\i, \\`{\\i}x",
            "Erdős, Škoda, François, François, í, í, ìx",
        );
        check("Stra{\\ss}e \\AA rhus \\O{}re \\l\\'od\\'z \\~n \\~{} \\^{}", "Straße Århus Øre łódź ñ ~ ^");
        check("\\'Etude \\r{a} \\k{a} \\=o \\.z \\u{g} \\d{s}", "Étude å ą ō ż ğ ṣ");
    }

    #[test]
    fn signs_dashes_quotation_marks_and_paragraphs_are_read() {
        check("a \\& b \\% c\\_d \\# \\$5 \\{x\\}", "a & b % c_d # $5 {x}");
        check("1--2 --- ``so'' \\ldots{} \\textendash\\ \\enquote{in {it}} out", "1–2 — “so” … – “in it” out");
        check("one\n two\n\n  three\\par four", "one two\nthree\nfour");
        assert_eq!(plain("Teachers' {`}why' ``how''", Style::Title).text, "Teachers’ ‘why’ “how”");
        assert_eq!(plain("Night -- Moss 'x'", Style::Words).text, "Night -- Moss 'x'");
    }

    #[test]
    fn formulas_lose_their_dollars_and_money_does_not() {
        check("H$_2$O and $\\alpha$ and $x^2$ for $5 or $6", "H2O and α and x^2 for $5 or $6");
        check("$n$ of $1", "n of $1");
    }

    #[test]
    fn an_unknown_command_gives_way_to_its_argument() {
        check("\\emph{so} {\\em it} \\foo{bar} \\baz", "so it bar \\baz");
        check("{\\noopsort{1973c}}1981", "1981");
        check("C:\\new \\", "C:\\new \\");
    }

    #[test]
    fn links_are_found_and_their_words_stay() {
        let decoded = plain(
            "See \\href{https://a.example/x\\_y}{the {archive}}, \\url{https://b.example/\\%20?a=1\\&b}",
            Style::Text,
        );
        assert_eq!(decoded.text, "See the archive, https://b.example/%20?a=1&b");
        assert_eq!(decoded.links, ["https://a.example/x_y", "https://b.example/%20?a=1&b"]);
        assert_eq!(verbatim("{https://e.example/\\textasciitilde me/\\~{}a}"), "https://e.example/~me/~a");
    }

    #[test]
    fn any_text_is_read_and_plain_text_stays_as_it_is() {
        arbtest::arbtest(|u| {
            let raw: String = u.arbitrary()?;
            let _ = (plain(&raw, Style::Title), verbatim(&raw));
            let letters: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
            assert_eq!(plain(&letters, Style::Text).text, letters);
            let units = ["\\", "{", "}", "$", "\"", "'", "a", "é", "\\href", "\\c", " ", "\n\n", "~", "-", "\\i"];
            let n = u.int_in_range(0..=12)?;
            let raw = (0..n).map(|_| u.choose(&units).copied()).collect::<Result<String, _>>()?;
            let _ = (plain(&raw, Style::Text), verbatim(&raw));
            Ok(())
        });
    }
}
