//! From bytes to text: UTF-8, UTF-16 and the encodings of older programs.
//!
//! A byte order mark decides (Unicode Standard 23.8). Without one, zeros at every second byte are UTF-16, valid UTF-8 is UTF-8,
//! and the frequencies of letters decide among the others (`chardetng`).

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::pause::pause;

/// Bytes that are looked at to tell the encoding.
const LOOKED_AT: usize = 1 << 20;
/// The signs of text that Windows-1252 has and Latin-1 has not: dashes, quotes, the ellipsis, the euro.
const TYPOGRAPHY: [u8; 8] = [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97];

/// A text, and how its bytes were read.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// The text, without a byte order mark; the bytes themselves where they are UTF-8.
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding (WHATWG Encoding Standard).
    pub(super) encoding: &'static str,
    /// Whether it could be another.
    pub(super) is_guess: bool,
    /// Whether bytes mean nothing in the encoding: they are U+FFFD in the text.
    pub(super) is_damaged: bool,
}

/// The text of bytes, in an encoding that was asked for by name or in the one that they seem to be in; `None` where no encoding
/// has that name.
pub(super) fn decode<'a>(bytes: &'a [u8], asked: Option<&str>) -> Option<Decoded<'a>> {
    let (encoding, is_guess) = match asked {
        Some(label) => (Encoding::for_label(label.trim().as_bytes())?, false),
        None => encoding_of(bytes),
    };
    Some(read(bytes, encoding, is_guess))
}

/// The text of bytes in an encoding; in UTF-8 that is a guess, some mean nothing.
fn read<'a>(bytes: &'a [u8], encoding: &'static Encoding, is_guess: bool) -> Decoded<'a> {
    if encoding == UTF_8 && is_guess {
        return Decoded { text: Cow::Owned(mended(bytes)), encoding: UTF_8.name(), is_guess, is_damaged: true };
    }
    let (text, encoding, is_damaged) = encoding.decode(bytes);
    Decoded { text, encoding: encoding.name(), is_guess, is_damaged }
}

/// The text of bytes that are given away, as [`decode`] reads them: in UTF-8 it is those bytes.
pub(super) async fn decode_owned(bytes: Vec<u8>, asked: Option<&str>) -> Option<Decoded<'static>> {
    let (encoding, is_guess) = match asked {
        Some(label) => (Encoding::for_label(label.trim().as_bytes())?, false),
        None => encoding_of(&bytes),
    };
    pause().await;
    let is_marked = Encoding::for_bom(&bytes).is_some_and(|(marked, _)| marked != UTF_8);
    if encoding != UTF_8 || is_guess || is_marked {
        let Decoded { text, encoding, is_guess, is_damaged } = read(&bytes, encoding, is_guess);
        return Some(Decoded { text: Cow::Owned(text.into_owned()), encoding, is_guess, is_damaged });
    }
    let (mut text, is_damaged) = match String::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(why) => (String::from_utf8_lossy(why.as_bytes()).into_owned(), true),
    };
    pause().await;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Some(Decoded { text: Cow::Owned(text), encoding: encoding.name(), is_guess, is_damaged })
}

/// A text that is UTF-8 but for some bytes, which are of Windows-1252: lists are put together of files in both.
fn mended(bytes: &[u8]) -> String {
    bytes.utf8_chunks().fold(String::with_capacity(bytes.len()), |mut text, chunk| {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        text
    })
}

/// The encoding of bytes, and whether it could be another.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some(utf_16) = utf_16(looked_at) {
        return (utf_16, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    // A few damaged bytes in much UTF-8 are damage, not another encoding.
    let (n_multi, n_bad) = utf_8_share(looked_at);
    if n_multi > 8 * n_bad {
        return (UTF_8, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(looked_at, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // Words are told apart better than the signs between them: those decide for the most common encoding.
    let is_western = guess.is_single_byte() && is_western(looked_at);
    if guess.is_single_byte() && is_macintosh(looked_at) {
        return (MACINTOSH, true);
    }
    (if is_western { WINDOWS_1252 } else { guess }, true)
}

/// UTF-16 without a byte order mark: text of it has zeros (of ASCII signs) at even positions or at odd ones, hardly at both.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, n) = (zeros(0), zeros(1), bytes.len() / 2);
    let is_often = |zeros: usize| n >= 2 && zeros * 20 > n;
    match (is_often(even), is_often(odd)) {
        (true, false) if even > 8 * odd => Some(UTF_16BE),
        (false, true) if odd > 8 * even => Some(UTF_16LE),
        _ => None,
    }
}

/// How many letters of several bytes are valid UTF-8, and how many runs of bytes are not.
fn utf_8_share(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(multi, bad), chunk| {
        let n = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (multi + n, bad + usize::from(!chunk.invalid().is_empty()))
    })
}

/// Whether letters beyond ASCII are rare and among those of Western Europe: alone between ASCII letters, or typographic signs.
fn is_western(bytes: &[u8]) -> bool {
    const LETTERS: &[u8] = b"\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf8\xf9\xfa\xfb\xfc\xdf\xc4\xc5\xc6\xc7\xc8\xc9\xd6\xd8\xdc\xd1";
    let (mut n_known, mut n_high) = (0, 0);
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| !byte.is_ascii()) {
        let is_alone = bytes.get(at + 1).is_none_or(u8::is_ascii) || at > 0 && bytes[at - 1].is_ascii();
        n_high += 1;
        n_known += usize::from(TYPOGRAPHY.contains(byte) || is_alone && LETTERS.contains(byte));
    }
    n_high > 0 && n_known * 10 >= n_high * 9
}

/// Whether most signs beyond ASCII are small letters behind small letters in the encoding of old Macintoshes, and none in
/// Windows-1252.
fn is_macintosh(bytes: &[u8]) -> bool {
    // a, e, i, o, u, c, n with their accents in Mac OS Roman; in Windows-1252, apostrophes and dashes among them are signs.
    let is_letter = |byte: u8| matches!(byte, 0x87..=0x9f) && !matches!(byte, 0x91..=0x94 | 0x96 | 0x97);
    let high = || bytes.windows(2).filter(|pair| !pair[1].is_ascii());
    let n = high().filter(|pair| pair[0].is_ascii_lowercase() && is_letter(pair[1])).count();
    // The letters that Windows-1252 has there are rare, and capitals for the most part.
    let n_small = high().filter(|pair| matches!(pair[1], 0xe0..=0xff)).count();
    n > 1 && n * 2 >= high().count() && n_small == 0
}

#[cfg(test)]
mod tests {
    use super::{decode, decode_owned};
    use crate::import::pause::finish;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, None).map(|decoded| (decoded.encoding, decoded.text.into_owned()));
        assert_eq!(decoded, Some((encoding, text.to_owned())).map(|(name, text)| (super_name(name), text)));
        let (one, other) = (decode(bytes, None), finish(decode_owned(bytes.to_vec(), None)));
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
    }

    fn super_name(name: &str) -> &'static str {
        encoding_rs::Encoding::for_label(name.as_bytes()).map_or("", encoding_rs::Encoding::name)
    }

    #[test]
    fn the_encoding_is_told_by_mark_zeros_validity_and_letters() {
        check(b"\xef\xbb\xbfTitle", "utf-8", "Title");
        check("Größe".as_bytes(), "utf-8", "Größe");
        check(b"\xff\xfeT\0i\0", "utf-16le", "Ti");
        check(b"T\0i\0t\0l\0e\0", "utf-16le", "Title");
        check(b"\0T\0i\0t\0l\0e", "utf-16be", "Title");
        check(b"Caf\xe9 Z\xfcrich \x96 it\x92s", "windows-1252", "Café Zürich – it’s");
        check("é, ".repeat(9).as_bytes(), "utf-8", &"é, ".repeat(9));
        let mixed = [&"Zoë, ".repeat(20).into_bytes()[..], b"Caf\xe9 Z\xfcrich"].concat();
        check(&mixed, "utf-8", &format!("{}Café Zürich", "Zoë, ".repeat(20)));
        check(b"Caf\x8e f\x9fr \x85fen \xd0 na\x95ve", "macintosh", "Café für Öfen – naïve");
        let russian = b"\xcd\xe0\xe7\xe2\xe0\xed\xe8\xe5;\xd2\xe8\xf5\xe8\xe5 \xea\xee\xec\xed\xe0\xf2\xfb";
        check(russian, "windows-1251", "Название;Тихие комнаты");
    }

    #[test]
    fn an_encoding_that_was_asked_for_is_taken() {
        let decoded = decode(b"\xe0", Some("windows-1251")).map(|decoded| decoded.text.into_owned());
        assert_eq!(decoded.as_deref(), Some("а"));
        assert!(decode(b"a", Some("no-such")).is_none());
    }
}
