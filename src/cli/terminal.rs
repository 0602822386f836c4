//! What the command prints: results to standard output, messages to standard error, none of it with raw control characters.
//!
//! Catalogs and file names come from others: a title with an escape sequence could recolour a terminal, rewrite lines that
//! are already there, or change the order of the letters. Such characters are printed as JSON escapes them, so that an author
//! finds them in the catalog.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::Result;

use super::output::Output;

/// A text without the characters that a terminal acts on or that are invisible: they become JSON escapes such as `\n` and
/// `\u001b`.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a character is a control, ends a line, changes the direction of writing or cannot be seen. The joiners U+200C and
/// U+200D stay: Persian, Indic scripts and emoji need them.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Unicode's Bidi_Control, the line and paragraph separators, and what has no shape of its own.
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Prints a message of one line to standard error; one that nobody reads any more is dropped.
pub(super) fn report(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", visible(message));
}

/// Prints lines to standard output.
pub(super) fn print_lines<'a>(out: &mut Output, lines: impl IntoIterator<Item = Cow<'a, str>>) -> Result<()> {
    for line in lines {
        out.text(&visible(&line))?;
        out.text("\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_a_terminal_would_act_on_is_shown_as_json_escapes_it() {
        for (text, shown) in [
            ("plain ‘é’ 学習 שלום 👩‍👩‍👧", "plain ‘é’ 学習 שלום 👩‍👩‍👧"),
            ("a\u{1b}[31mred\u{7}", "a\\u001b[31mred\\u0007"),
            ("two\r\nlines\tand \u{85}\u{2028}more", "two\\r\\nlines\\tand \\u0085\\u2028more"),
            ("9102\u{202e} yaM\u{202c}\u{2067}\u{200f}", "9102\\u202e yaM\\u202c\\u2067\\u200f"),
            ("\u{feff}\u{200b}\u{e0041}", "\\ufeff\\u200b\\udb40\\udc41"),
            ("\0\u{7f}\u{9b}2J", "\\u0000\\u007f\\u009b2J"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn nothing_that_is_printed_holds_a_control_character() {
        arbtest::arbtest(|u| {
            let text: String = u.arbitrary()?;
            let shown = visible(&text);
            assert!(!shown.chars().any(char::is_control) && visible(&shown) == shown, "{text:?}: {shown}");
            Ok(())
        });
    }
}
