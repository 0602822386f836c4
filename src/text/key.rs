//! The key by which values are compared: two that a reader would call the same have one.
//!
//! Canonical equivalence (Unicode Standard Annex 15), simple case folding (Unicode Standard, section 3.13, foldings C and S) and
//! white space do not count: `Open Data`, `open  data` and `open data` with a no-break space are one, `Café` is one however its
//! accent is stored. Characters that are not shown (`Default_Ignorable_Code_Point`) do not count either. Accents do: `resume` is
//! not `résumé`. Decomposed are the letters of the Latin, Greek and Cyrillic scripts, Hangul, kana, and the common ones of the
//! Arabic, Devanagari and Bengali scripts: the data for all of Unicode would be a large part of what every reader downloads.

use std::borrow::Cow;

use super::accents::without_accents;

/// The comparing key of a value; equal for values that differ in case, white space or the storage of accents alone.
pub fn compare_key(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { ascii_key(text) } else { Cow::Owned(full_key(text)) }
}

/// Whether a character has no shape of its own (`Default_Ignorable_Code_Point` of the Unicode Character Database).
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

fn ascii_key(text: &str) -> Cow<'_, str> {
    let is_odd = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_control();
    let bytes = text.as_bytes();
    let has_blank = bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
    if !has_blank && !bytes.iter().any(is_odd) && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    }
    Cow::Owned(key)
}

fn full_key(text: &str) -> String {
    let mut key: Vec<char> = Vec::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if !c.is_whitespace() {
            c.to_lowercase().for_each(|lower| decompose(fold_variant(lower), &mut key));
        } else if key.last().is_some_and(|last| *last != ' ') {
            key.push(' ');
        }
    }
    if key.last() == Some(&' ') {
        key.pop();
    }
    // Marks on one letter, in canonical order.
    for marks in key.chunk_by_mut(|a, b| class(*a) > 0 && class(*b) > 0) {
        marks.sort_by_key(|mark| class(*mark));
    }
    if key.is_empty() { text.to_owned() } else { key.into_iter().collect() }
}

/// The letter that a variant of it folds to, where lower case does not do that.
fn fold_variant(c: char) -> char {
    match c {
        'ς' => 'σ',
        'ſ' => 's',
        'ẛ' => 'ṡ',
        'ϐ' => 'β',
        'ϑ' => 'θ',
        'ϕ' => 'φ',
        'ϖ' => 'π',
        'ϰ' => 'κ',
        'ϱ' => 'ρ',
        'ϵ' => 'ε',
        '\u{b5}' => 'μ',
        '\u{1fbe}' => 'ι',
        _ => c,
    }
}

/// Appends the canonical decomposition of a lower-case letter.
fn decompose(c: char, into: &mut Vec<char>) {
    if c.is_ascii() {
        return into.push(c);
    }
    if let Some(plain) = without_accents(c) {
        let marks = MARKS.iter().find(|(_, letters)| letters.contains(c)).map_or("", |(marks, _)| marks);
        into.push(plain);
        return into.extend(marks.chars());
    }
    match c {
        '\u{ac00}'..='\u{d7a3}' => hangul(c, into),
        '\u{3041}'..='\u{30fe}' => kana(c, into),
        '\u{622}'..='\u{9df}' => other(c, into),
        _ => into.push(c),
    }
}

/// The letters of a Hangul syllable (Unicode Standard, section 3.12, "Hangul Syllable Decomposition").
fn hangul(c: char, into: &mut Vec<char>) {
    const VOWELS: u32 = 21;
    const TRAILING: u32 = 28;
    let at = u32::from(c) - 0xac00;
    let (leading, vowel, trailing) = (at / (VOWELS * TRAILING), at / TRAILING % VOWELS, at % TRAILING);
    let letters = [Some(0x1100 + leading), Some(0x1161 + vowel), (trailing > 0).then_some(0x11a7 + trailing)];
    into.extend(letters.into_iter().flatten().filter_map(char::from_u32));
}

/// A voiced kana as the plain one, one or two places before it, with its mark.
fn kana(c: char, into: &mut Vec<char>) {
    const KATAKANA: u32 = 0x60;
    let code = u32::from(c);
    let hiragana = if code >= 0x30a1 { code - KATAKANA } else { code };
    let (back, mark) = match hiragana {
        0x304c..=0x3062 if hiragana % 2 == 0 => (1, '\u{3099}'),
        0x3065 | 0x3067 | 0x3069 | 0x309e => (1, '\u{3099}'),
        0x3070..=0x307d if hiragana % 3 == 1 => (1, '\u{3099}'),
        0x3070..=0x307d if hiragana % 3 == 2 => (2, '\u{309a}'),
        0x3094 => (0x4e, '\u{3099}'),
        _ if matches!(c, '\u{30f7}'..='\u{30fa}') => (8, '\u{3099}'),
        _ => return into.push(c),
    };
    into.extend(char::from_u32(code - back));
    into.push(mark);
}

/// The common letters of other scripts that are stored as one character or as two.
fn other(c: char, into: &mut Vec<char>) {
    const NUKTA: char = '\u{93c}';
    const BENGALI_NUKTA: char = '\u{9bc}';
    let parts = match c {
        '\u{622}' => ['\u{627}', '\u{653}'],
        '\u{623}' => ['\u{627}', '\u{654}'],
        '\u{624}' => ['\u{648}', '\u{654}'],
        '\u{625}' => ['\u{627}', '\u{655}'],
        '\u{626}' => ['\u{64a}', '\u{654}'],
        '\u{929}' => ['\u{928}', NUKTA],
        '\u{931}' => ['\u{930}', NUKTA],
        '\u{934}' => ['\u{933}', NUKTA],
        '\u{958}' => ['\u{915}', NUKTA],
        '\u{959}' => ['\u{916}', NUKTA],
        '\u{95a}' => ['\u{917}', NUKTA],
        '\u{95b}' => ['\u{91c}', NUKTA],
        '\u{95c}' => ['\u{921}', NUKTA],
        '\u{95d}' => ['\u{922}', NUKTA],
        '\u{95e}' => ['\u{92b}', NUKTA],
        '\u{95f}' => ['\u{92f}', NUKTA],
        '\u{9cb}' => ['\u{9c7}', '\u{9be}'],
        '\u{9cc}' => ['\u{9c7}', '\u{9d7}'],
        '\u{9dc}' => ['\u{9a1}', BENGALI_NUKTA],
        '\u{9dd}' => ['\u{9a2}', BENGALI_NUKTA],
        '\u{9df}' => ['\u{9af}', BENGALI_NUKTA],
        _ => return into.push(c),
    };
    into.extend(parts);
}

/// The one letter that a letter and a combining mark are; `None` where Unicode has none.
pub(crate) fn composed(letter: char, mark: char) -> Option<char> {
    let lower = letter.to_lowercase().next()?;
    let letters = MARKS.iter().find(|(marks, _)| marks.chars().eq([mark])).map_or("", |(_, letters)| letters);
    let one = letters.chars().find(|one| without_accents(*one) == Some(lower))?;
    if lower == letter {
        return Some(one);
    }
    let mut upper = one.to_uppercase();
    upper.next().filter(|_| upper.next().is_none())
}

/// The canonical combining class of the marks that letters are decomposed into, and of others of the block U+0300 to U+036F (Unicode
/// Character Database); 0 of all else.
fn class(c: char) -> u8 {
    match u32::from(c) {
        0x334..=0x338 => 1,
        0x321 | 0x322 | 0x327 | 0x328 => 202,
        0x31b => 216,
        0x316..=0x319
        | 0x31c..=0x320
        | 0x323..=0x326
        | 0x329..=0x333
        | 0x339..=0x33c
        | 0x347..=0x349
        | 0x34d
        | 0x34e
        | 0x353..=0x356
        | 0x359
        | 0x35a
        | 0x655 => 220,
        0x315 | 0x31a | 0x358 => 232,
        0x35c | 0x35f | 0x362 => 233,
        0x35d | 0x35e | 0x360 | 0x361 => 234,
        0x345 => 240,
        0x93c | 0x9bc => 7,
        0x3099 | 0x309a => 8,
        0x300..=0x36f | 0x483..=0x487 | 0x653 | 0x654 => 230,
        _ => 0,
    }
}

#[allow(clippy::unicode_not_nfc, reason = "letters that normalization would change are letters too")]
/// Marks, and the lower-case letters that have just these. Which letter each is without them says [`super::accents`].
const MARKS: [(&str, &str); 82] = [
    ("\u{301}", "áćéǵíḱĺḿńóṕŕśúẃýźǽǿάάέέήήίίόόύύώώϓѓќ"),
    ("\u{308}", "äëḧïöẗüẅẍÿϊϋϔӓёӝӟӥӧӱӵӹӭїӛӫ"),
    ("\u{307}", "ȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏżẛ"),
    ("\u{323}", "ạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓ"),
    ("\u{30c}", "ǎčďěǧȟǐǰǩľňǒřšťǔžǯ"),
    ("\u{300}", "àèìǹòùẁỳὰὲὴὶὸὺὼѐѝ"),
    ("\u{306}", "ăĕğĭŏŭᾰῐῠӑӗӂйў"),
    ("\u{302}", "âĉêĝĥîĵôŝûŵŷẑ"),
    ("\u{304}", "āēḡīōūȳǣᾱῑῡӣӯ"),
    ("\u{327}", "çḑȩģḩķļņŗşţ"),
    ("\u{331}", "ḇḏẖḵḻṉṟṯẕ"),
    ("\u{303}", "ãẽĩñõũṽỹ"),
    ("\u{313}", "ἀἐἠἰὀῤὐὠ"),
    ("\u{314}", "ἁἑἡἱὁῥὑὡ"),
    ("\u{30f}", "ȁȅȉȍȑȕѷ"),
    ("\u{313}\u{300}", "ἂἒἢἲὂὒὢ"),
    ("\u{314}\u{300}", "ἃἓἣἳὃὓὣ"),
    ("\u{313}\u{301}", "ἄἔἤἴὄὔὤ"),
    ("\u{314}\u{301}", "ἅἕἥἵὅὕὥ"),
    ("\u{311}", "ȃȇȋȏȓȗ"),
    ("\u{309}", "ảẻỉỏủỷ"),
    ("\u{32d}", "ḓḙḽṋṱṷ"),
    ("\u{308}\u{301}", "ḯǘΐΐΰΰ"),
    ("\u{328}", "ąęįǫų"),
    ("\u{313}\u{342}", "ἆἦἶὖὦ"),
    ("\u{314}\u{342}", "ἇἧἷὗὧ"),
    ("\u{342}", "ᾶῆῖῦῶ"),
    ("\u{30a}", "åůẘẙ"),
    ("\u{308}\u{304}", "ǟȫǖ"),
    ("\u{302}\u{301}", "ấếố"),
    ("\u{302}\u{300}", "ầềồ"),
    ("\u{302}\u{309}", "ẩểổ"),
    ("\u{302}\u{303}", "ẫễỗ"),
    ("\u{323}\u{302}", "ậệộ"),
    ("\u{330}", "ḛḭṵ"),
    ("\u{30b}", "őűӳ"),
    ("\u{308}\u{300}", "ǜῒῢ"),
    ("\u{313}\u{345}", "ᾀᾐᾠ"),
    ("\u{314}\u{345}", "ᾁᾑᾡ"),
    ("\u{313}\u{300}\u{345}", "ᾂᾒᾢ"),
    ("\u{314}\u{300}\u{345}", "ᾃᾓᾣ"),
    ("\u{313}\u{301}\u{345}", "ᾄᾔᾤ"),
    ("\u{314}\u{301}\u{345}", "ᾅᾕᾥ"),
    ("\u{313}\u{342}\u{345}", "ᾆᾖᾦ"),
    ("\u{314}\u{342}\u{345}", "ᾇᾗᾧ"),
    ("\u{300}\u{345}", "ᾲῂῲ"),
    ("\u{345}", "ᾳῃῳ"),
    ("\u{301}\u{345}", "ᾴῄῴ"),
    ("\u{342}\u{345}", "ᾷῇῷ"),
    ("\u{307}\u{304}", "ǡȱ"),
    ("\u{304}\u{300}", "ḕṑ"),
    ("\u{304}\u{301}", "ḗṓ"),
    ("\u{323}\u{304}", "ḹṝ"),
    ("\u{31b}", "ơư"),
    ("\u{303}\u{301}", "ṍṹ"),
    ("\u{31b}\u{301}", "ớứ"),
    ("\u{31b}\u{300}", "ờừ"),
    ("\u{31b}\u{309}", "ởử"),
    ("\u{31b}\u{303}", "ỡữ"),
    ("\u{31b}\u{323}", "ợự"),
    ("\u{326}", "șț"),
    ("\u{308}\u{342}", "ῗῧ"),
    ("\u{30a}\u{301}", "ǻ"),
    ("\u{325}", "ḁ"),
    ("\u{306}\u{301}", "ắ"),
    ("\u{306}\u{300}", "ằ"),
    ("\u{306}\u{309}", "ẳ"),
    ("\u{306}\u{303}", "ẵ"),
    ("\u{323}\u{306}", "ặ"),
    ("\u{327}\u{301}", "ḉ"),
    ("\u{327}\u{306}", "ḝ"),
    ("\u{32e}", "ḫ"),
    ("\u{328}\u{304}", "ǭ"),
    ("\u{303}\u{304}", "ȭ"),
    ("\u{303}\u{308}", "ṏ"),
    ("\u{301}\u{307}", "ṥ"),
    ("\u{30c}\u{307}", "ṧ"),
    ("\u{323}\u{307}", "ṩ"),
    ("\u{308}\u{30c}", "ǚ"),
    ("\u{324}", "ṳ"),
    ("\u{304}\u{308}", "ṻ"),
    ("", "ι"),
];

#[cfg(test)]
mod tests {
    use super::compare_key;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn check(one: &str, other: &str, is_same: bool) {
        assert_eq!(compare_key(one) == compare_key(other), is_same, "{one} {other}");
    }

    #[test]
    fn case_white_space_and_the_storage_of_accents_do_not_count() {
        let others =
            ["open data", "OPEN DATA", " open  data ", "open\u{a0}data", "Open\tData\n", "op\u{ad}en data\u{feff}"];
        for other in others {
            check("Open Data", other, true);
        }
        check("Café", "Cafe\u{301}", true);
        check("ＣＡＦÉ", "ｃａｆe\u{301}", true);
        check("ấ", "a\u{302}\u{301}", true);
        check("a\u{323}\u{302}", "a\u{302}\u{323}", true);
        check("\u{625}\u{327}", "\u{627}\u{327}\u{655}", true);
        check("ΣΊΣΥΦΟΣ", "σίσυφος", true);
        check("한국어", &"한국어".nfd().collect::<String>(), true);
        check("プログラム", &"プログラム".nfd().collect::<String>(), true);
        check("", "", true);
    }

    #[test]
    fn letters_and_accents_do_count() {
        let pairs =
            [("resume", "résumé"), ("Straße", "strasse"), ("ı", "i"), ("a b", "ab"), ("U.S.", "US"), ("\u{200b}", "")];
        for (one, other) in pairs {
            check(one, other, false);
        }
    }

    /// What the standard says: folded letter by letter, decomposed, blanks as one.
    fn naive(text: &str) -> String {
        let lower: String = text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect();
        lower.split_whitespace().collect::<Vec<_>>().join(" ").nfd().collect()
    }

    /// Letters of the scripts that are decomposed, without those that are another letter alone, and variants that fold.
    fn letters() -> Vec<char> {
        let all = ('\u{20}'..='\u{52f}')
            .chain('\u{622}'..='\u{626}')
            .chain('\u{929}'..='\u{934}')
            .chain('\u{958}'..='\u{95f}')
            .chain("\u{9cb}\u{9cc}\u{9dc}\u{9dd}\u{9df}".chars())
            .chain('\u{1e00}'..='\u{1fff}')
            .chain('\u{3041}'..='\u{30ff}')
            .chain('\u{ac00}'..='\u{ac80}');
        let is_alone = |c: &char| c.nfd().count() == 1 && !c.nfd().eq([*c]);
        let folds = "\u{ad}\u{34f}\u{b5}\u{344}\u{345}ſẛϐϑϕϖϰϱϵ\u{1fbe}";
        let is_sign = |c: &char| c.nfd().count() > 1 && !c.is_alphabetic();
        all.filter(|c| !is_alone(c) && !folds.contains(*c) && !is_sign(c)).collect()
    }

    #[test]
    fn values_have_one_key_where_the_standard_says_so() {
        let letters = letters();
        for c in &letters {
            let text = c.to_string();
            if !naive(&text).is_empty() {
                assert_eq!(compare_key(&text), naive(&text), "{c} {:x}", u32::from(*c));
            }
            check(&text, &text.nfd().collect::<String>(), true);
            check(&text, &text.nfc().collect::<String>(), true);
        }
        arbtest::arbtest(|u| {
            let mut text = String::new();
            for _ in 0..u.int_in_range(0..=6)? {
                text.push(*u.choose(&letters)?);
                if u.arbitrary()? {
                    text.push(*u.choose(&['\u{300}', '\u{301}', '\u{323}', '\u{327}', '\u{31b}', ' ', '\u{338}'])?);
                }
            }
            if !naive(&text).is_empty() {
                assert_eq!(compare_key(&text), naive(&text), "{text:?}");
            }
            Ok(())
        });
    }
}
