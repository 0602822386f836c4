//! Texts of others as messages and cards show them: as much of each as there is room for.

use std::borrow::Cow;

use crate::limits::beginning;

/// Joins the characters around it into one.
const JOINER: char = '\u{200d}';

/// Returns a text of at most so many characters as it is, and of a longer one its beginning with `…` behind it. No character is shown
/// without the marks that belong to it (UAX #29, "Grapheme Cluster Boundaries", the rules for `Extend`, `SpacingMark`, joiners and
/// flags), unless one has more marks than there is room for.
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match first_characters(text, most) {
        shown if shown.len() == text.len() => Cow::Borrowed(text),
        shown => Cow::Owned(format!("{shown}…")),
    }
}

/// Returns the beginning of a text, of at most so many characters, cut as [`shortened`] has it.
pub fn first_characters(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let (mut cut, mut before, mut n_flags) = (0, None, 0);
    for (n, (at, c)) in text.char_indices().enumerate() {
        let is_joined = extends(c) || before == Some(JOINER) || is_flag(c) && n_flags % 2 == 1;
        cut = if is_joined { cut } else { at };
        if n == most {
            let cut = if cut == 0 { at } else { cut };
            return &text[..cut];
        }
        n_flags = if is_flag(c) { n_flags + 1 } else { 0 };
        before = Some(c);
    }
    text
}

/// Returns a text of at most so many bytes as it is, and of a longer one its beginning with `…` behind it.
pub fn shortened_bytes(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most { Cow::Borrowed(text) } else { Cow::Owned(format!("{}…", beginning(text, most))) }
}

/// Whether a character is half of a flag.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// Whether a character belongs to the one before it.
fn extends(c: char) -> bool {
    let code = u32::from(c);
    // The blocks from Devanagari to Sinhala have their signs at the same places.
    let is_indic = (0x900..0xe00).contains(&code)
        && matches!(code & 0x7f, 0..=3 | 0x3a..=0x3c | 0x3e..=0x4f | 0x51..=0x57 | 0x62..=0x63);
    is_indic
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6ed}'
            | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
            | '\u{102b}'..='\u{103e}' | '\u{1160}'..='\u{11ff}' | '\u{17b4}'..='\u{17d3}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | JOINER | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_text_is_cut_between_characters_as_readers_see_them() {
        for (text, most, expected) in [
            ("", 3, ""),
            ("abc", 3, "abc"),
            ("abcd", 3, "abc…"),
            ("ééé", 3, "ééé"),
            ("éééé", 3, "ééé…"),
            ("abe\u{301}d", 3, "ab…"),
            ("ab\u{1f469}\u{200d}\u{1f52c}", 3, "ab…"),
            ("\u{1f1e9}\u{1f1ea}\u{1f1eb}\u{1f1f7}", 3, "\u{1f1e9}\u{1f1ea}…"),
            ("a\u{915}\u{93f}", 2, "a…"),
            ("\u{1f44d}\u{1f3fd}x", 2, "\u{1f44d}\u{1f3fd}…"),
            ("e\u{301}\u{302}\u{303}", 2, "e\u{301}…"),
            ("abc", 0, "…"),
        ] {
            assert_eq!(shortened(text, most), expected, "{text:?}");
        }
    }

    #[test]
    fn any_text_keeps_its_beginning() {
        arbtest::arbtest(|u| {
            let text: String = u.arbitrary()?;
            let most = u.int_in_range(0..=20)?;
            let short = shortened(&text, most);
            let is_long = text.chars().count() > most;
            assert_eq!(short.ends_with('…') && short != text, is_long);
            assert!(short.chars().count() <= most + usize::from(is_long));
            assert!(text.starts_with(short.strip_suffix('…').filter(|_| is_long).unwrap_or(&short)));
            Ok(())
        });
    }
}
