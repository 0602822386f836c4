//! Tokens: the words of a text, folded, with their place in the original.
//!
//! A word is a run of letters and digits; an apostrophe between letters is part of it and is dropped (`teacher’s` is
//! `teachers`). Scripts written without spaces (Han, Hiragana, Katakana) give one token a character.

use std::ops::Range;

use super::fold::{fold_char, is_diacritic};

/// Calls `found` with each word of `text`: its folded form and its byte range in `text`, in order.
pub fn each_token(text: &str, mut found: impl FnMut(&str, Range<usize>)) {
    if text.is_ascii() { each_ascii_token(text, &mut found) } else { each_unicode_token(text, &mut found) }
}

/// The same for texts of ASCII characters, which are nearly all of them: several times as fast.
fn each_ascii_token(text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        loop {
            let from = at;
            at += bytes[from..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            word.push_str(&text[from..at]);
            let joins = bytes.get(at) == Some(&b'\'') && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
            if !joins {
                break;
            }
            at += 1;
        }
        word.make_ascii_lowercase();
        found(&word, start..at);
        word.clear();
    }
}

fn each_unicode_token(text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut start = 0;
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = at + c.len_utf8();
        if !word.is_empty() && is_diacritic(c) {
            end = next;
            continue;
        }
        let joins =
            is_apostrophe(c) && !word.is_empty() && chars.peek().is_some_and(|(_, after)| after.is_alphabetic());
        if joins {
            continue;
        }
        let alone = is_unspaced(c);
        if (alone || !c.is_alphanumeric()) && !word.is_empty() {
            found(&word, start..end);
            word.clear();
        }
        if c.is_alphanumeric() {
            if word.is_empty() {
                start = at;
            }
            fold_char(c, &mut word);
            end = next;
        }
        if alone && !word.is_empty() {
            found(&word, start..end);
            word.clear();
        }
    }
    if !word.is_empty() {
        found(&word, start..end);
    }
}

/// The folded words of a text, in order.
pub fn tokens(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_token(text, |word, _| words.push(word.to_owned()));
    words
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}')
}

/// Scripts that put no space between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{each_ascii_token, each_token, each_unicode_token, tokens};

    #[track_caller]
    fn check(text: &str, words: &[&str]) {
        assert_eq!(tokens(text), words, "{text}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check("", &[]);
        check(" ,;- ", &[]);
        check("Competency-Based Education: K-12", &["competency", "based", "education", "k", "12"]);
        check("teacher’s teachers' 'quoted'", &["teachers", "teachers", "quoted"]);
        check("Cafe\u{301} Ünal ﬁn", &["cafe", "unal", "fin"]);
        check("学習 a学b", &["学", "習", "a", "学", "b"]);
        check("😀grading😀", &["grading"]);
    }

    #[test]
    fn ranges_cut_the_original_at_the_words() {
        let text = "İzmir’s  Straße,ﬁn e\u{301}";
        let mut cut = Vec::new();
        each_token(text, |_, range| cut.push(&text[range]));
        assert_eq!(cut, ["İzmir’s", "Straße", "ﬁn", "e\u{301}"]);
    }

    #[test]
    fn the_fast_way_is_the_general_way_on_ascii() {
        arbtest::arbtest(|u| {
            let n = u.int_in_range(0..=24usize)?;
            let letters = ["a", "Z", "7", "'", " ", "-", "''", ".", "b'c"];
            let text: String = (0..n).map(|_| u.choose(&letters).copied()).collect::<Result<_, _>>()?;
            let [mut fast, mut general] = [Vec::new(), Vec::new()];
            each_ascii_token(&text, &mut |word, range| fast.push((word.to_owned(), range)));
            each_unicode_token(&text, &mut |word, range| general.push((word.to_owned(), range)));
            assert_eq!(fast, general, "{text:?}");
            Ok(())
        });
    }

    #[test]
    fn ranges_of_any_text_are_in_order_and_on_character_borders() {
        arbtest::arbtest(|u| {
            let text: &str = u.arbitrary()?;
            let mut before = 0;
            each_token(text, |word, range| {
                assert!(!word.is_empty() && before <= range.start && range.start < range.end);
                assert!(text.get(range.clone()).is_some());
                before = range.end;
            });
            Ok(())
        });
    }
}
