//! How a text is kept inside what surrounds it: in HTML, in JSON, on one line.

use std::borrow::Cow;

use crate::text::hex;

/// A text as content or attribute of HTML.
pub fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A text on one line: every run of blanks and control characters is one space, none at the ends.
pub(super) fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text with a blank for each control character but those that `is_kept`.
pub(super) fn without_controls<'a>(text: &'a str, is_kept: &str) -> Cow<'a, str> {
    let is_left_out = |c: char| c.is_control() && !is_kept.contains(c);
    if text.contains(is_left_out) { Cow::Owned(text.replace(is_left_out, " ")) } else { Cow::Borrowed(text) }
}

/// Appends a string of JSON. `<` is written as a number, so that no text ends the script that it stands in.
pub(super) fn json(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '<' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    out.push(hex(u32::from(c) >> shift).to_ascii_lowercase());
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

/// A text for Markdown: on one line, no sign of it with a meaning.
pub(crate) fn markdown(text: &str) -> String {
    let text = line(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_sign = "\\`*_[]<>&~|$".contains(c);
        // What would begin a heading, a list or a quotation, at the start of a line alone.
        let begins = "#+-=:!".contains(c) && at == 0;
        let numbers = ".)".contains(c) && at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit());
        if is_sign || begins || numbers {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
