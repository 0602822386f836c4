//! Texts with names of signs and tags of HTML, as they come from pages of the web and from databases of publishers.

use std::borrow::Cow;

use super::key::composed;
use super::windows_1252::windows_1252;
use crate::limits::work;

/// Tags of CSL 1.0.2 (“Rich text formatting within fields”) that titles have from databases of publishers, and those of HTML for the same.
const TAGS: [&str; 7] = ["i", "b", "sup", "sub", "em", "strong", "u"];

/// Returns where tags stand in a title, in their order: opening ones with the closing ones that belong to them. A sign that is none
/// (`x < y`) and a tag without its other half stay.
pub(crate) fn tags(text: &str) -> Vec<std::ops::Range<usize>> {
    let (mut open, mut tags) = ([const { Vec::new() }; TAGS.len()], Vec::new());
    for (at, _) in text.match_indices('<') {
        work::count(1);
        let inner = &text[at + 1..];
        let name = inner.strip_prefix('/').unwrap_or(inner);
        let is = |tag: &str| name.strip_prefix(tag).is_some_and(|rest| rest.starts_with('>'));
        let Some(kind) = TAGS.iter().position(|tag| is(tag)) else { continue };
        let end = text.len() - name.len() + TAGS[kind].len() + 1;
        if name.len() == inner.len() {
            open[kind].push(at..end);
        } else if let Some(opening) = open[kind].pop() {
            tags.extend([opening, at..end]);
        }
    }
    tags.sort_by_key(|tag| tag.start);
    tags
}

/// Signs of HTML by their names, sorted (HTML Living Standard, section 13.5); letters with accents are made from theirs.
const ENTITIES: [(&str, &str); 24] = [
    ("AElig", "Æ"),
    ("Oslash", "Ø"),
    ("aelig", "æ"),
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("copy", "©"),
    ("gt", ">"),
    ("hellip", "…"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("oslash", "ø"),
    ("quot", "\""),
    ("rdquo", "”"),
    ("reg", "®"),
    ("rsquo", "’"),
    ("shy", ""),
    ("szlig", "ß"),
];
/// The names of accents in those of letters: `eacute`.
const ACCENTS: [(&str, char); 7] = [
    ("acute", '\u{301}'),
    ("caron", '\u{30c}'),
    ("cedil", '\u{327}'),
    ("circ", '\u{302}'),
    ("grave", '\u{300}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
];

/// The letter that a name of HTML means: `eacute` is é.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii)?;
    let (_, mark) = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?;
    composed(letter, *mark)
}

/// A title with the signs for which it has names or numbers of HTML, once: `&amp;`, `&#8217;`.
pub(crate) fn without_entities(text: &str) -> Cow<'_, str> {
    let (mut plain, mut from) = (String::new(), 0);
    for (at, _) in text.match_indices('&') {
        work::count(1);
        // No name is longer.
        let Some(end) = text.as_bytes()[at..].iter().take(9).position(|byte| *byte == b';') else { continue };
        let name = &text[at + 1..at + end];
        let number = name.strip_prefix('#').and_then(|digits| {
            let hex = digits.strip_prefix(['x', 'X']);
            hex.map_or_else(|| digits.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32)
        });
        // The numbers of control characters are those of Windows-1252 (HTML Living Standard, section 13.2.5.80).
        let number = number.and_then(|c| match u8::try_from(c) {
            Ok(byte @ 0x80..=0x9f) => windows_1252(&[byte]).chars().next(),
            _ => Some(c),
        });
        let number = number.or_else(|| accented(name));
        let known = ENTITIES.binary_search_by_key(&name, |(known, _)| known).ok().map(|known| ENTITIES[known].1);
        if at >= from && (known.is_some() || number.is_some()) {
            plain.push_str(&text[from..at]);
            plain.push_str(known.unwrap_or_default());
            plain.extend(number);
            from = at + end + 1;
        }
    }
    if from == 0 {
        return text.into();
    }
    plain.push_str(&text[from..]);
    plain.into()
}

/// A title with the tags of HTML as those of CSL, which has none for what is underlined.
pub(crate) fn with_tags_of_csl(text: &str) -> String {
    let mut tagged = text.to_owned();
    for (html, csl) in [("em>", "i>"), ("strong>", "b>"), ("u>", "i>")] {
        for open in ["<", "</"] {
            tagged = tagged.replace(&format!("{open}{html}"), &format!("{open}{csl}"));
        }
    }
    tagged
}

/// A title without the tags of CSL.
pub(crate) fn without_tags(text: &str) -> Cow<'_, str> {
    let tags = tags(text);
    if tags.is_empty() {
        return text.into();
    }
    let (mut plain, mut from) = (String::with_capacity(text.len()), 0);
    for tag in tags {
        plain.push_str(&text[from..tag.start]);
        from = tag.end;
    }
    plain.push_str(&text[from..]);
    plain.into()
}

/// Other tags of HTML that texts have from pages of the web.
const OTHER_TAGS: [&str; 15] =
    ["a", "br", "cite", "div", "font", "h1", "h2", "h3", "li", "ol", "p", "small", "span", "ul", "strike"];

/// The text that a reader of the page would have seen, of one that has names of signs or tags of HTML; `None` of any other.
pub(crate) fn without_markup(text: &str) -> Option<String> {
    // Looked for one after the other, which takes words of bytes and not each by itself.
    if !text.contains('&') && !text.contains('<') {
        return None;
    }
    let (mut bare, mut from) = (String::new(), 0);
    for (at, _) in text.match_indices('<') {
        let tag = text[at + 1..].trim_start_matches('/');
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        let is_known = TAGS.contains(&name.as_str()) || OTHER_TAGS.contains(&name.as_str());
        // What stands behind the name are attributes: `a<b and c>d` has none.
        let is_tag = |inner: &str| matches!(inner, "" | "/" | " /") || inner.starts_with(' ') && inner.contains('=');
        // A tag ends before the next one begins, so each is looked through once.
        let rest = &tag[name.len()..];
        let inner = &rest[..rest.find(['<', '>']).unwrap_or(rest.len())];
        work::count(inner.len() + name.len() + 1);
        let is_whole = is_known && is_tag(inner) && rest[inner.len()..].starts_with('>');
        let end = is_whole.then(|| text.len() - rest.len() + inner.len());
        let Some(end) = end else { continue };
        bare.push_str(&text[from..at]);
        from = end + 1;
    }
    bare.push_str(&text[from..]);
    let plain = without_entities(&bare).into_owned();
    (plain != text).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::{ENTITIES, without_entities, without_markup, without_tags};

    #[test]
    fn a_tag_without_its_other_half_stays() {
        for (text, plain) in [
            ("<i>a</i> <b>b</b>", "a b"),
            ("<i>a <b>b</b></i>", "a b"),
            ("<i>a <i>b</i>", "<i>a b"),
            ("<i>a <i>b</i> c</i>", "a b c"),
            ("a</i> <i>b", "a</i> <i>b"),
            ("x < y, <q>", "x < y, <q>"),
        ] {
            assert_eq!(without_tags(text), plain, "{text}");
        }
    }

    #[test]
    fn signs_of_html_are_what_a_reader_of_the_page_sees() {
        for (text, plain) in [
            ("Q&amp;A &#8211; &#x201C;Why?&rdquo; It&#146;s", "Q&A – “Why?” It’s"),
            ("&Eacute;cole, ni&ntilde;os, fa&ccedil;ade, Stra&szlig;e", "École, niños, façade, Straße"),
            ("&copy; Aurora&reg;", "© Aurora®"),
            ("AT&T; R&D &unknown; & more;", "AT&T; R&D &unknown; & more;"),
            ("&zacute; &qacute; &é;", "ź &qacute; &é;"),
        ] {
            assert_eq!(without_entities(text), plain);
        }
        for (text, plain) in [
            ("Growth of <i>E. coli</i>", Some("Growth of E. coli")),
            ("<p class=\"x\">One<br/>two</P>", Some("Onetwo")),
            ("1 &lt; 2", Some("1 < 2")),
            ("x <y> and x < y > z, a<b and c>d, a <b", None),
            ("R&D at AT&T", None),
            ("Plain", None),
        ] {
            assert_eq!(without_markup(text).as_deref(), plain, "{text}");
        }
        assert!(ENTITIES.is_sorted_by(|a, b| a.0 < b.0));
    }
}
