//! What the command prints: results to standard output, messages to standard error, none of it with raw control characters.
//!
//! Catalogs and file names come from others: a title with an escape sequence could recolour a terminal, rewrite lines that
//! are already there, or change the order of the letters. Such characters are printed by their number, as findings do.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use anyhow::Result;

use super::output::Output;
use crate::text::is_invisible;

/// A text without the characters that a terminal acts on or that are invisible: they become escapes such as `\n` and `\u{1b}`.
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
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a character is a control, ends a line, changes the direction of writing or cannot be seen. Joiners and variation
/// selectors stay: Persian, Indic scripts and emoji need them.
fn is_hidden(c: char) -> bool {
    let is_joiner = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    c.is_control() || is_invisible(c) && !is_joiner || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

/// A number with what is counted: `1 resource`, `2 resources`. What is counted is named in the singular, and regular.
pub(super) fn counted(n: usize, one: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {one}s") }
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
    fn what_a_terminal_would_act_on_is_shown_by_its_number() {
        for (text, shown) in [
            ("plain ‘é’ 学習 שלום 👩‍👩‍👧 ❤️", "plain ‘é’ 学習 שלום 👩‍👩‍👧 ❤️"),
            ("a\u{1b}[31mred\u{7}", "a\\u{1b}[31mred\\u{7}"),
            ("two\r\nlines\tand \u{85}\u{2028}more", "two\\r\\nlines\\tand \\u{85}\\u{2028}more"),
            ("9102\u{202e} yaM\u{202c}\u{2067}\u{200f}", "9102\\u{202e} yaM\\u{202c}\\u{2067}\\u{200f}"),
            ("\u{feff}\u{200b}\u{e0041}", "\\u{feff}\\u{200b}\\u{e0041}"),
            ("\0\u{7f}\u{9b}2J", "\\u{0}\\u{7f}\\u{9b}2J"),
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
