//! How wide a text is, from a table of letter widths: an estimate from above, which is the same on every device.
//!
//! The widths are those of wide sans-serif faces, in hundredths of the size of the letters. Where a picture has to keep its
//! texts apart before any of them is drawn, too wide is right and too narrow is not.

use super::shorten::shortened;
use crate::limits::{SHOWN_CHARS, work};

/// Returns the width of a text in hundredths of the size of its letters (of an em).
pub fn em_width(text: &str) -> u32 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> u32 {
    match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 29,
        'f' | 'r' | 't' | 'I' | 'J' | '(' | ')' | '-' | '/' | '[' | ']' | '"' | '“' | '”' => 42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' | '—' | '…' => 95,
        'G' | 'H' | 'N' | 'O' | 'Q' | 'D' | 'U' => 80,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 54,
        'a'..='z' | '0'..='9' => 63,
        'A'..='Z' => 67,
        // From the Hangul letters and the radicals of Han on, letters are squares.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 105,
        _ => 75,
    }
}

/// Breaks a text, of at most [`SHOWN_CHARS`] characters, between words so that its widest line is as narrow as that many lines, at most
/// three, allow; as few lines as make it no wider than a limit, in hundredths of the size of its letters.
pub fn broken(text: &str, limit: u32) -> Vec<String> {
    let text = shortened(text, SHOWN_CHARS);
    let words: Vec<&str> = text.split_whitespace().collect();
    let n = words.len();
    work::count(text.len() + n * n);
    let blank = letter_width(' ');
    // Where each word would end if all stood in one line, with a blank behind it.
    let mut ends = vec![0];
    for word in &words {
        ends.push(ends[ends.len() - 1] + em_width(word) + blank);
    }
    let width = |from: usize, to: usize| (ends[to] - ends[from]).saturating_sub(blank);
    let mut best = (width(0, n), [n, n]);
    if best.0 > limit {
        for first in 1..n {
            best = best.min((width(0, first).max(width(first, n)), [first, n]));
        }
    }
    if best.0 > limit {
        for first in 1..n {
            for second in first + 1..n {
                let widest = width(0, first).max(width(first, second)).max(width(second, n));
                best = best.min((widest, [first, second]));
            }
        }
    }
    let [first, second] = best.1;
    let lines = [(0, first), (first, second), (second, n)].into_iter().filter(|(from, to)| from < to);
    lines.map(|(from, to)| words[from..to].join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::{broken, em_width};
    use crate::limits::SHOWN_CHARS;
    use crate::text::shortened;

    #[test]
    fn wide_letters_are_wider_than_narrow_ones() {
        assert!(em_width("illi") < em_width("soso") && em_width("soso") < em_width("MWMW"));
        assert_eq!(em_width("e\u{301}"), em_width("e"));
        assert_eq!(em_width(""), 0);
    }

    #[test]
    fn a_text_breaks_into_lines_of_like_width() {
        assert_eq!(broken("Grading", 500), ["Grading"]);
        assert_eq!(broken("Grading and reporting", 900), ["Grading and", "reporting"]);
        assert_eq!(broken("Innovation zones, waivers and pilots", 900), ["Innovation", "zones, waivers", "and pilots"]);
        assert!(broken("  ", 500).is_empty());
    }

    #[test]
    fn no_word_is_lost_and_no_text_has_more_than_three_lines() {
        arbtest::arbtest(|u| {
            let text: String = u.arbitrary()?;
            let lines = broken(&text, u.int_in_range(0..=2000)?);
            let shown = shortened(&text, SHOWN_CHARS);
            let words: Vec<&str> = shown.split_whitespace().collect();
            assert_eq!(lines.join(" "), words.join(" "));
            assert!(lines.len() <= 3);
            Ok(())
        });
    }
}
