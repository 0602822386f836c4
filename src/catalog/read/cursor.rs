//! A place in a text of JSON that goes forward as values are read: texts, digits, anything.
//!
//! Each step answers `None` for what is not as it should be, or has not arrived, and may have passed some of it then.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::Deserializer;

use super::repeated::repeated;

/// How deep own fields and unknown keys may be nested.
const MOST_BRACKETS: usize = 100;

/// A place in a text of JSON.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    /// Where the next byte stands.
    pub(super) at: usize,
    /// Line ends before it.
    pub(super) lines: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, lines: 0 }
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over blanks.
    pub(super) fn blank(&mut self) {
        while let Some(byte @ (b' ' | b'\n' | b'\r' | b'\t')) = self.peek() {
            self.lines += usize::from(byte == b'\n');
            self.at += 1;
        }
    }

    /// A text without the blanks around it.
    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        self.byte(b'"')?;
        let text = self.until_special();
        if self.peek()? == b'"' {
            self.at += 1;
            return Some(Cow::Borrowed(trim(text)));
        }
        while self.peek()? == b'\\' {
            self.at += 2;
            self.until_special();
        }
        self.byte(b'"')?;
        let text: String = serde_json::from_str(self.text.get(start..self.at)?).ok()?;
        let trimmed = trim(&text);
        Some(Cow::Owned(if trimmed.len() == text.len() { text } else { trimmed.to_owned() }))
    }

    /// A text with nothing to unescape, as it stands.
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        self.byte(b'"')?;
        let text = self.until_special();
        self.byte(b'"')?;
        Some(text)
    }

    /// Goes to the next quote, backslash or control character; gives what is passed.
    fn until_special(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let len = first_special(rest.as_bytes());
        self.at += len;
        rest.get(..len).unwrap_or_default()
    }

    /// A whole number without a sign; zeros may stand behind its point.
    pub(super) fn digits(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let mut len = rest.bytes().position(|byte| !byte.is_ascii_digit())?;
        let digits = &rest[..len];
        if let Some(places) = rest[len..].strip_prefix(".0") {
            len += ".0".len() + places.bytes().position(|byte| byte != b'0')?;
        }
        let ends = matches!(rest.as_bytes()[len], b',' | b'}' | b' ' | b'\n' | b'\r' | b'\t');
        self.at += len;
        (ends && (digits == "0" || !digits.starts_with('0'))).then_some(digits)
    }

    /// Any value, as its text.
    pub(super) fn any(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let mut values = Deserializer::from_str(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let text = rest.get(..values.byte_offset())?;
        let n_brackets = text.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
        // What is only passed over here is read later, and must prove right then: half characters would not.
        let is_repeated = || text.contains('{') && !repeated(text).is_empty();
        if n_brackets > MOST_BRACKETS || text.contains("\\u") || text.contains("$serde_json") || is_repeated() {
            return None;
        }
        self.lines += text.bytes().filter(|byte| *byte == b'\n').count();
        self.at += text.len();
        Some(text)
    }

    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    pub(super) fn byte(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then_some(())
    }

    pub(super) fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }
}

/// A text without the blanks around it, which few have.
fn trim(text: &str) -> &str {
    let is_dense = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_dense(text.as_bytes().first()) && is_dense(text.as_bytes().last()) { text } else { text.trim() }
}

/// Where the first quote, backslash or control character stands, or else the end; eight bytes are looked at together.
///
/// A byte of a word is zero when taking one from it borrows and it had no high bit: "Determine if a word has a zero byte",
/// S. E. Anderson, Bit Twiddling Hacks. Above the first such byte the answer may be wrong, at it never.
fn first_special(bytes: &[u8]) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let below = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word;
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let [quote, backslash] = [b'"', b'\\'].map(|byte| below(word ^ (ONES * u64::from(byte)), 1));
        let special = (quote | backslash | below(word, 0x20)) & HIGH;
        if special != 0 {
            return number * 8 + special.trailing_zeros() as usize / 8;
        }
    }
    let special = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20));
    words.len() * 8 + special.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::first_special;

    #[test]
    fn any_special_byte_is_found_at_its_place() {
        arbtest::arbtest(|u| {
            let mut bytes: Vec<u8> = u.arbitrary()?;
            if u.arbitrary()? {
                for byte in &mut bytes {
                    *byte |= 0x80;
                }
            }
            let first = bytes.iter().position(|byte| *byte < 0x20 || [b'"', b'\\'].contains(byte));
            assert_eq!(first_special(&bytes), first.unwrap_or(bytes.len()));
            Ok(())
        });
    }
}
