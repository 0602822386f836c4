//! A cell as a person reads it: without markup, invisible signs, formulas and the errors of spreadsheets.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::limits::work;

/// Bytes of an entity with its signs: numbers have eleven at most.
const LONGEST_ENTITY: usize = 32;

/// What a cell holds when its wrapping is taken off.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Clean<'a> {
    /// The text; empty for a blank, an error of a spreadsheet and the words for nothing.
    pub(in crate::import) text: Cow<'a, str>,
    /// Addresses that stood in markup or in a formula.
    pub(in crate::import) links: Vec<String>,
    /// Whether it was an error of a spreadsheet, such as `#REF!`.
    pub(in crate::import) is_error: bool,
    /// Whether it was a word for nothing, such as `null`.
    pub(in crate::import) is_nothing: bool,
}

/// The errors of spreadsheets (ECMA-376 part 1, 18.18.11, and what newer programs show).
const ERRORS: [&str; 11] = [
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#REF!",
    "#VALUE!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#ERROR!",
];

/// What programs write where there is nothing.
const NOTHING: [&str; 14] =
    ["null", "NULL", "nan", "NaN", "n/a", "N/A", "None", "undefined", "[]", "{}", "-", "--", "—", "<NA>"];

impl Clean<'_> {
    /// Copies the text, so that the cell may go.
    pub(in crate::import) fn into_owned(self) -> Clean<'static> {
        let Self { text, links, is_error, is_nothing } = self;
        Clean { text: Cow::Owned(text.into_owned()), links, is_error, is_nothing }
    }
}

/// Reads a cell.
pub(in crate::import) fn clean(cell: &str) -> Clean<'_> {
    match visible(cell) {
        Cow::Borrowed(text) => clean_visible(text),
        Cow::Owned(text) => clean_visible(&text).into_owned(),
    }
}

/// Reads a cell without invisible signs.
fn clean_visible(text: &str) -> Clean<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Clean::default();
    }
    // The longest of both lists; most cells are longer or begin otherwise.
    let may_be_word = text.len() <= 13;
    if may_be_word && ERRORS.contains(&text) {
        return Clean { is_error: true, ..Clean::default() };
    }
    if may_be_word && NOTHING.contains(&text) {
        return Clean { is_nothing: true, ..Clean::default() };
    }
    if let Some(clean) = formula(text) {
        return clean;
    }
    if memchr2(b'<', b'&', text.as_bytes()).is_none() {
        return Clean { text: Cow::Borrowed(text), ..Clean::default() };
    }
    let mut links = Vec::new();
    let text = match without_markup(text, &mut links) {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Clean { text, links, ..Clean::default() }
}

/// A text in composed form (Unicode NFC), with plain blanks and without signs that nobody sees; those that join letters stay.
pub(in crate::import) fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\t' | b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let is_gone = |c: &char| {
        c.is_ascii_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
    };
    let is_blank = |c: char| matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    if is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(|c| is_gone(&c) || is_blank(c)) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| if is_blank(c) { ' ' } else { c };
    let kept = text.chars().filter(|c| !is_gone(c)).map(plain);
    Cow::Owned(kept.nfc().collect())
}

/// A formula that holds one text or one address; others stay as they are: nothing is calculated.
fn formula(text: &str) -> Option<Clean<'static>> {
    let formula = text.strip_prefix('=')?;
    if let Some(inner) = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'))
        && !inner.replace("\"\"", "").contains('"')
    {
        return Some(Clean { text: Cow::Owned(inner.replace("\"\"", "\"")), ..Clean::default() });
    }
    let (name, arguments) = formula.split_once('(')?;
    if !name.trim().eq_ignore_ascii_case("hyperlink") {
        return None;
    }
    let mut texts = literals(arguments).into_iter();
    let address = texts.next()?;
    let text = texts.next().filter(|text| !text.trim().is_empty()).unwrap_or_else(|| address.clone());
    Some(Clean { text: Cow::Owned(visible(text.trim()).into_owned()), links: vec![address], ..Clean::default() })
}

/// The address that a formula of a spreadsheet leads to, where it states one: `=HYPERLINK("https://example.org", A2)`.
pub(in crate::import) fn address_of_formula(formula: &str) -> Option<String> {
    let (name, arguments) = formula.trim_start_matches('=').split_once('(')?;
    let is_link = name.trim().eq_ignore_ascii_case("hyperlink") && arguments.trim_start().starts_with('"');
    literals(arguments).into_iter().next().filter(|_| is_link)
}

/// The formula of a spreadsheet for a text that leads to an address.
pub(in crate::import) fn hyperlink(address: &str, text: &str) -> String {
    let [address, text] = [address, text].map(|text| text.replace('"', "\"\""));
    format!("=HYPERLINK(\"{address}\",\"{text}\")")
}

/// The texts in quotes among the arguments of a formula; a quote in one is doubled.
fn literals(arguments: &str) -> Vec<String> {
    let mut literals: Vec<String> = Vec::new();
    let mut chars = arguments.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '"' {
            continue;
        }
        let mut text = String::new();
        while let Some(c) = chars.next() {
            if c == '"' && chars.next_if_eq(&'"').is_none() {
                break;
            }
            text.push(c);
        }
        literals.push(text);
    }
    literals
}

/// A text without HTML, in lines; the addresses of its links go to `links`.
fn without_markup<'a>(text: &'a str, links: &mut Vec<String>) -> Cow<'a, str> {
    let (mut out, mut rest, mut is_changed) = (String::new(), text, false);
    let mut closed = ClosedElements { text, names: Vec::new() };
    // Behind the last end of a comment, none has one.
    let last_end = text.rfind("-->");
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let has_end = !rest.starts_with("<!--") || last_end.is_some_and(|end| end > text.len() - rest.len());
        let tag = if has_end { Tag::at(rest) } else { None };
        if let Some((tag, behind)) = tag.filter(|(tag, _)| tag.is_end || closed.has(&tag.name)) {
            is_changed = true;
            rest = behind;
            if !tag.is_end && matches!(tag.name.as_str(), "script" | "style") {
                let end = format!("</{}", tag.name);
                let close = find_tag(rest, &end);
                rest = close.map_or("", |at| rest[at..].split_once('>').map_or("", |(_, behind)| behind));
            }
            links.extend(tag.href.as_deref().map(unescaped));
            if tag.is_block() && !out.is_empty() && !out.ends_with('\n') {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
        } else if let Some((c, behind)) = entity(rest) {
            is_changed = true;
            out.push(c);
            rest = behind;
        } else {
            let n = rest.chars().next().map_or(1, char::len_utf8);
            out.push_str(&rest[..n]);
            rest = &rest[n..];
        }
    }
    if !is_changed {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(visible(&out).into_owned())
}

/// The elements of HTML and JATS whose tags are no text.
const ELEMENTS: [&str; 62] = [
    "a",
    "abbr",
    "article",
    "b",
    "big",
    "blockquote",
    "body",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "html",
    "i",
    "iframe",
    "ins",
    "kbd",
    "label",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "script",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
];
/// Those that may stand without an end tag.
const OPEN: [&str; 12] = ["!", "br", "hr", "img", "wbr", "p", "li", "td", "tr", "th", "dd", "dt"];

/// Which elements of a text have an end tag: `<b>` without one is text.
struct ClosedElements<'a> {
    text: &'a str,
    names: Vec<(String, bool)>,
}

impl ClosedElements<'_> {
    fn has(&mut self, name: &str) -> bool {
        if OPEN.contains(&name) {
            return true;
        }
        if !ELEMENTS.contains(&name.strip_prefix("jats:").unwrap_or(name)) && !name.starts_with("jats:") {
            return false;
        }
        if let Some((_, is_closed)) = self.names.iter().find(|(known, _)| known == name) {
            return *is_closed;
        }
        // Other names than those of the standards are not looked for without end.
        let is_closed = self.names.len() < 2 * ELEMENTS.len() && find_tag(self.text, &format!("</{name}")).is_some();
        self.names.push((name.to_owned(), is_closed));
        is_closed
    }
}

/// The position of a tag that begins so, in any capitals.
fn find_tag(text: &str, start: &str) -> Option<usize> {
    let is_tag = |at: &usize| {
        text.as_bytes()[*at..].get(..start.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(start.as_bytes()))
    };
    text.match_indices("</").map(|(at, _)| at).find(is_tag)
}

/// A tag of HTML.
struct Tag {
    name: String,
    is_end: bool,
    href: Option<String>,
}

impl Tag {
    /// The tag that a text begins with, and what stands behind it. `a<b and c>d` has none: an attribute has a value.
    fn at(text: &str) -> Option<(Self, &str)> {
        let inner = text.strip_prefix('<')?;
        if let Some(comment) = inner.strip_prefix("!--") {
            let (_, behind) = cut(comment, "-->")?;
            return Some((Self { name: "!".to_owned(), is_end: false, href: None }, behind));
        }
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |rest| (true, rest));
        let n = inner.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '-')).unwrap_or(inner.len());
        let name = inner[..n].to_ascii_lowercase();
        name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        let mut tag = Self { name, is_end, href: None };
        let mut rest = inner[n..].trim_start();
        loop {
            rest = rest.strip_prefix('/').unwrap_or(rest).trim_start();
            if let Some(behind) = rest.strip_prefix('>') {
                return Some((tag, behind));
            }
            let n = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ':' | '-' | '_'))?;
            let (key, value) = (&rest[..n], rest[n..].trim_start().strip_prefix('=')?.trim_start());
            let (value, behind) = match value.chars().next()? {
                quote @ ('"' | '\'') => cut(&value[1..], quote.encode_utf8(&mut [0; 4]))?,
                // A value without quotes holds no `<` (HTML Standard 13.1.2.3).
                _ => value.split_at(value.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))?),
            };
            if n == 0 || behind.starts_with('<') {
                return None;
            }
            if key.eq_ignore_ascii_case("href") && tag.name == "a" {
                tag.href = Some(value.to_owned());
            }
            rest = behind.trim_start();
        }
    }

    /// Whether its content stands on lines of its own.
    fn is_block(&self) -> bool {
        const BLOCKS: [&str; 20] = [
            "p",
            "br",
            "div",
            "li",
            "ul",
            "ol",
            "tr",
            "td",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "blockquote",
            "jats:p",
            "jats:title",
            "jats:sec",
        ];
        BLOCKS.contains(&self.name.as_str())
    }
}

/// A text before and behind a sign, with the bytes counted that are looked at.
fn cut<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let parts = text.split_once(sign);
    work::count(parts.map_or(text.len(), |(before, _)| before.len() + sign.len()));
    parts
}

/// A text before and behind a sign, where that stands on its first line and before the next bracket that opens.
fn until<'a>(text: &'a str, sign: &str) -> Option<(&'a str, &'a str)> {
    let end = text.find(['[', '\n']).unwrap_or(text.len());
    work::count(end + 1);
    let (before, _) = cut(&text[..end], sign)?;
    Some((before, &text[before.len() + sign.len()..]))
}

/// The character of the entity that a text begins with (HTML Standard 13.5), and what stands behind it.
fn entity(text: &str) -> Option<(char, &str)> {
    const NAMES: [(&str, char); 24] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("auml", 'ä'),
        ("ouml", 'ö'),
        ("uuml", 'ü'),
        ("szlig", 'ß'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("agrave", 'à'),
        ("ccedil", 'ç'),
        ("ntilde", 'ñ'),
        ("copy", '©'),
        ("shy", '\u{ad}'),
    ];
    let (name, _) = cut(&text[..text.floor_char_boundary(LONGEST_ENTITY)], ";")?;
    let (name, behind) = (name.strip_prefix('&')?, &text[name.len() + 1..]);
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let c = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => number(hex, 16),
            None => number(digits, 10),
        },
        None => NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, c)| c),
    }?;
    Some((c, behind))
}

/// A text with its entities read.
pub(in crate::import) fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (c, behind) = entity(&rest[at..]).unwrap_or(('&', &rest[at + 1..]));
        out.push(c);
        rest = behind;
    }
    out + rest
}

/// A text without the signs of Markdown for links, strong words and code; the addresses of its links go to `links`.
pub(in crate::import) fn without_markdown(text: &str, links: &mut Vec<String>) -> String {
    if memchr3(b'[', b'*', b'`', text.as_bytes()).is_none() && memchr(b'_', text.as_bytes()).is_none() {
        return text.to_owned();
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        let link = until(&rest[at + 1..], "](").and_then(|(label, behind)| {
            let (address, behind) = until(behind, ")")?;
            address.contains("://").then_some((label, address, behind))
        });
        if let Some((label, address, behind)) = link {
            out.push_str(label);
            links.push(address.trim().to_owned());
            rest = behind;
        } else {
            out.push('[');
            rest = &rest[at + 1..];
        }
    }
    out.push_str(rest);
    for sign in ["**", "__", "`"] {
        let parts: Vec<&str> = out.split(sign).collect();
        // Signs come in pairs around words.
        let is_paired = parts.len() > 2 && parts.len() % 2 == 1;
        if is_paired && parts.iter().skip(1).step_by(2).all(|part| !part.is_empty() && part.trim() == *part) {
            out = parts.concat();
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{clean, visible, without_markdown};

    #[track_caller]
    fn check(cell: &str, text: &str) {
        assert_eq!(clean(cell).text, text, "{cell}");
    }

    #[test]
    fn markup_and_invisible_signs_go_and_what_only_looks_like_it_stays() {
        check("<p>Maps &amp; <b>lights</b>.</p><ul><li>one</li><li>two</li></ul>", "Maps & lights.\none\ntwo");
        check("<script>alert(1)</script>Calm&nbsp;text", "Calm text");
        check("Is 3 < 5 and 7 > 2?", "Is 3 < 5 and 7 > 2?");
        check("Uses a<b and c>d", "Uses a<b and c>d");
        check("List<String>, a <b> and <Title>", "List<String>, a <b> and <Title>");
        check("AT&T; R&D", "AT&T; R&D");
        check("Quiet\u{ad} Rooms\u{200b}", "Quiet Rooms");
        check("Rene\u{301}", "René");
        check("<2020-02-10 lun.>", "<2020-02-10 lun.>");
        assert_eq!(visible("نامه\u{200c}ها"), "نامه\u{200c}ها");
        assert_eq!(clean("<a href=\"https://a.b/?x=1&amp;y\">Visit</a>").links, ["https://a.b/?x=1&y"]);
    }

    #[test]
    fn formulas_of_one_text_are_that_text_and_others_stay() {
        check("=\"007\"", "007");
        check("=SUM(1;2) and other poems", "=SUM(1;2) and other poems");
        assert_eq!(clean("=HYPERLINK(\"https://a.b\",\"open\")").links, ["https://a.b"]);
        check("#REF!", "");
        check("null", "");
        check("0", "0");
        check("No", "No");
    }

    #[test]
    fn markdown_gives_its_text_and_its_links() {
        let mut links = Vec::new();
        assert_eq!(without_markdown("[A](https://a.b) is **bold** `code` [x]", &mut links), "A is bold code [x]");
        assert_eq!(links, ["https://a.b"]);
        assert_eq!(without_markdown("2 ** 3", &mut links), "2 ** 3");
    }
}
