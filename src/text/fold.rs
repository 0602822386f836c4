//! Folding: what is left of a text when case, accents and typographic variants do not count.
//!
//! Assumes nothing of the text. It is lowered, diacritical marks are dropped whether they stand alone or in one letter with
//! their base, and the few letters that Unicode does not decompose (ß, æ, ø, …) are spelled out. Marks of other scripts
//! (vowel signs, points) are letters there and stay.

use super::accents::without_accents;

/// The folded form of a text: lower case, no diacritics, straight apostrophes, ligatures spelled out, letters of
/// full width as those of half width.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// Appends the folded form of one character: none, one or several characters.
pub(super) fn fold_char(c: char, folded: &mut String) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    if let Some(letters) = spelled_out(c) {
        folded.push_str(letters);
        return;
    }
    // Full-width forms of ASCII (Unicode block “Halfwidth and Fullwidth Forms”).
    if let Some(plain) = char::from_u32(u32::from(c).wrapping_sub(0xfee0)).filter(char::is_ascii_graphic) {
        folded.push(plain.to_ascii_lowercase());
        return;
    }
    for lower in c.to_lowercase().filter(|lower| !is_diacritic(*lower)) {
        match without_accents(lower) {
            Some(plain) => folded.push_str(spelled_out(plain).unwrap_or(plain.encode_utf8(&mut [0; 4]))),
            None => folded.push(lower),
        }
    }
}

/// The combining diacritical marks of the Latin, Greek and Cyrillic scripts (the five Unicode blocks of that name).
pub(super) fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Letters and signs that have no canonical decomposition but a customary plain spelling.
fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => "'",
        '\u{201c}' | '\u{201d}' => "\"",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[track_caller]
    fn check(text: &str, folded: &str) {
        assert_eq!(fold(text), folded, "{text}");
    }

    #[test]
    fn case_accents_and_variants_do_not_count() {
        check("", "");
        check("GRADING", "grading");
        check("Éducation", "education");
        check("E\u{301}ducation", "education");
        check("Straße", "strasse");
        check("STRAẞE", "strasse");
        check("İstanbul", "istanbul");
        check("ﬁnal œuvre", "final oeuvre");
        check("Søren Łukasz", "soren lukasz");
        check("ΣΊΣΥΦΟΣ", "σισυφοσ");
        check("teacher’s", "teacher's");
        check("हिन्दी", "हिन्दी");
        check("日本語 😀", "日本語 😀");
        check("ＣＢＥ　２０２４！", "cbe　2024!");
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        arbtest::arbtest(|u| {
            let once = fold(u.arbitrary()?);
            assert_eq!(fold(&once), once);
            Ok(())
        });
    }
}
