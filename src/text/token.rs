//! Tokens: the words of a text, folded, with their place in the original.
//!
//! A word is a run of letters and digits; an apostrophe between letters is part of it and is dropped (`teacher’s` is
//! `teachers`). An acronym is one word: the dots between its letters are dropped (`U.S.A.` is `usa`, `Ph.D.` is `phd`), an
//! ampersand stays (`R&D` is `r&d`). Signs that belong to a name are part of its range, so that [`spelled`] knows them
//! (`C++`, `C#`, `A+`, `.NET`). Commas between groups of three digits are dropped (`1,234` is `1234`). Scripts written without spaces (Han, Hiragana, Katakana) give one token a character.

use std::ops::Range;

use super::fold::{fold, fold_char, is_diacritic};

/// The letters between two dots or ampersands of an acronym, at most: `Ph.D.`, `M.Ed.`, `AT&T`.
const LONGEST_SEGMENT: usize = 2;
/// The letters of a word in capitals alone that may be an acronym, at most: `STEM`.
const LONGEST_ACRONYM: usize = 5;
/// The digits of a group of a number.
const GROUP: usize = 3;

/// Calls `found` with each word of `text`: its folded form and its byte range in `text`, in order.
pub fn each_token(text: &str, mut found: impl FnMut(&str, Range<usize>)) {
    if text.is_ascii() { each_ascii_token(text, &mut found) } else { each_unicode_token(text, &mut found) }
}

/// Calls `found` with each word of a text of ASCII characters alone, as nearly all texts are: several times as fast as for others.
fn each_ascii_token(text: &str, found: &mut dyn FnMut(&str, Range<usize>)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = if begins_with_dot(text, at) { at - 1 } else { at };
        let has_sign = bytes[at + 1..].iter().take(LONGEST_SEGMENT).any(|byte| matches!(byte, b'.' | b'&'));
        if let Some(end) = has_sign.then(|| acronym(&text[at..])).flatten().map(|length| at + length) {
            word.extend(text[at..end].chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase()));
            at = end;
            found(&word, start..end);
            word.clear();
            continue;
        }
        if let Some(end) = grouped(text, at) {
            word.extend(text[at..end].chars().filter(|c| *c != ','));
            at = end;
            found(&word, start..end);
            word.clear();
            continue;
        }
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
        at += n_signs(&word, &text[at..]);
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
        if at < end {
            // Part of an acronym that was found.
            continue;
        }
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
            end += n_signs(&word, &text[end..]);
            found(&word, start..end);
            word.clear();
        }
        if c.is_alphanumeric() {
            if word.is_empty() {
                start = if begins_with_dot(text, at) { at - 1 } else { at };
                if let Some(length) = acronym(&text[at..]) {
                    end = at + length;
                    text[at..end].chars().filter(|c| *c != '.').for_each(|c| fold_char(c, &mut word));
                    found(&word, start..end);
                    word.clear();
                    continue;
                }
                if let Some(number) = grouped(text, at) {
                    end = number;
                    text[at..end].chars().filter(|c| *c != ',').for_each(|c| word.push(c));
                    found(&word, start..end);
                    word.clear();
                    continue;
                }
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
        end += n_signs(&word, &text[end..]);
        found(&word, start..end);
    }
}

/// The length in bytes of the acronym at the start of a text that begins with a word: at least two runs of one or two letters
/// with the same sign between each two of them, a dot or an ampersand, and at least one run of one letter.
fn acronym(text: &str) -> Option<usize> {
    let (mut end, mut n_segments, mut has_single, mut sign) = (0, 0, false, None);
    let mut from = 0;
    loop {
        let letters = text[from..].chars().take_while(|c| c.is_alphabetic() && !is_unspaced(*c));
        let (n, length) =
            letters.take(LONGEST_SEGMENT + 1).fold((0, 0), |(n, length), c| (n + 1, length + c.len_utf8()));
        let next = text[from + length..].chars().next();
        if !(1..=LONGEST_SEGMENT).contains(&n) || next.is_some_and(|c| c.is_alphanumeric() || is_diacritic(c)) {
            break;
        }
        (end, n_segments, has_single) = (from + length, n_segments + 1, has_single || n == 1);
        match next {
            Some(c @ ('.' | '&')) if sign.is_none_or(|sign| sign == c) => sign = Some(c),
            _ => break,
        }
        from = end + 1;
    }
    (n_segments > 1 && has_single).then_some(end)
}

/// Where a number ends that begins at a place, where commas part its digits into groups of three; none for any other.
fn grouped(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let n_digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let first = n_digits(at);
    if !(1..=GROUP).contains(&first) || bytes.get(at + first) != Some(&b',') {
        return None;
    }
    // Behind a comma it is the rest of something else.
    let is_inside = at > 1 && bytes[at - 1] == b',' && bytes[at - 2].is_ascii_digit();
    let mut end = at + first;
    while bytes.get(end) == Some(&b',') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        if n_digits(end + 1) != GROUP {
            return None;
        }
        end += 1 + GROUP;
    }
    let goes_on = text[end..].starts_with(char::is_alphanumeric);
    (end > at + first && !goes_on && !is_inside).then_some(end)
}

/// How many bytes of signs belong to a word that stands in front of them: `C++`, `C#`, `A+`.
fn n_signs(word: &str, behind: &str) -> usize {
    if !behind.starts_with(['+', '#']) || !word.chars().all(char::is_alphabetic) {
        return 0;
    }
    let n = if behind.starts_with("++") { 2 } else { usize::from(word.chars().count() <= LONGEST_SEGMENT) };
    let goes_on = behind[n..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '#'));
    if goes_on { 0 } else { n }
}

/// Whether the dot in front of a word is its own: `.NET`.
fn begins_with_dot(text: &str, at: usize) -> bool {
    let Some(before) = text[..at].strip_suffix('.') else { return false };
    let is_free = before.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"'));
    is_free && text[at..].starts_with(char::is_alphabetic)
}

/// A word as it is written, where that is more than its folded form with capitals or apostrophes: `état`, `u.s.a`, `c++`; or where it
/// may be an acronym: `US`.
pub fn spelled(written: &str, folded: &str) -> Option<String> {
    if (LONGEST_SEGMENT..=LONGEST_ACRONYM).contains(&written.len())
        && written.bytes().all(|byte| byte.is_ascii_uppercase())
    {
        return Some(written.to_owned());
    }
    if written.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'\'') {
        return None;
    }
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '+' | '#' | '&');
    let spelled: String = written.chars().filter(is_kept).flat_map(char::to_lowercase).collect();
    (spelled != folded && !spelled.is_empty()).then_some(spelled)
}

/// A word with the signs behind it, where these are its name: `c++`, `f#`, `a+`; else as it is folded.
pub fn with_signs(written: &str, folded: &str) -> String {
    let name = if written.ends_with(['+', '#']) { spelled(written, folded) } else { None };
    name.unwrap_or_else(|| folded.to_owned())
}

/// The folded word of which a word is another spelling; `None` for a word that is folded itself.
pub fn folded_of(spelled: &str) -> Option<String> {
    let has_signs = spelled.contains(['.', '+', '#']);
    let is_acronym = spelled.bytes().any(|byte| byte.is_ascii_uppercase());
    if spelled.is_ascii() && !has_signs && !is_acronym {
        return None;
    }
    let folded = fold(&spelled.replace(['.', '+', '#'], ""));
    (folded != spelled).then_some(folded)
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
    use super::{each_ascii_token, each_token, each_unicode_token, folded_of, spelled, tokens};

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
    fn an_acronym_is_one_word() {
        check("U.S.A. and the U.S. in K.S.A. 72", &["usa", "and", "the", "us", "in", "ksa", "72"]);
        check("Ph.D., M.Ed. and e.g. É.U.", &["phd", "med", "and", "eg", "eu"]);
        check("R&D, Q&A; AT&T & more", &["r&d", "q&a", "at&t", "more"]);
        check(
            "ended.So is.it example.org 1.2.3 a.b2 U.S.based",
            &["ended", "so", "is", "it", "example", "org", "1", "2", "3", "a", "b2", "us", "based"],
        );
        check("teaching&learning A&B.C", &["teaching", "learning", "a&b", "c"]);
        check("C++ C# A+ .NET 6+ c+d #tag", &["c", "c", "a", "net", "6", "c", "d", "tag"]);
    }

    #[test]
    fn a_number_with_commas_between_its_thousands_is_one_word() {
        check("1,234 and $12,345.67, 1,234,567 é", &["1234", "and", "12345", "67", "1234567", "e"]);
        check(
            "grades 6,7,8 1234,567 12,34 1,2345 1,234a x1,234",
            &["grades", "6", "7", "8", "1234", "567", "12", "34", "1", "2345", "1", "234a", "x1", "234"],
        );
    }

    #[test]
    fn a_spelling_is_what_folding_takes_away() {
        let spellings = |text: &str| {
            let mut found = Vec::new();
            each_token(text, |word, range| found.extend(spelled(&text[range], word)));
            found
        };
        assert_eq!(
            spellings("U.S.A. état C++, C# A+ (.NET) R&D Grade teacher’s o'clock ... and"),
            ["u.s.a", "état", "c++", "c#", "a+", ".net"]
        );
        assert_eq!(spellings("US us Us GRADING A"), ["US"]);
        for (spelling, folded) in [("US", "us"), ("u.s.a", "usa"), ("état", "etat"), ("c++", "c"), (".net", "net")] {
            assert_eq!(folded_of(spelling).as_deref(), Some(folded));
        }
        for word in ["usa", "r&d", "学", "grade"] {
            assert_eq!(folded_of(word), None, "{word}");
        }
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
            let letters = ["a", "Z", "7", "'", " ", "-", "''", ".", "b'c", "&", "+", "#", "(.n", ",", "123", ",456"];
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
