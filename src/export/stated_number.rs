//! Edition and number at the end of a title, as other formats have them in fields of their own, and back from these to the end of a title.
//!
//! Styles write `ed.` and `No.` themselves, so that both fields hold the rest: of `Research Report No. RR-322` the number is `RR-322`, and what
//! is numbered stands beside it (*`BibTeXing`*, “type”; CSL 1.0.2, `genre`; Zotero's “Report Type”).

#[cfg(feature = "import")]
use super::title_end::{Stated, TitleEnd};

/// Returns what is numbered and the number of a text that names both: `Issue Brief`, `4`; no words where the text is a number as it stands.
pub(super) fn split_number(text: &str) -> (&str, &str) {
    match text.split_once("No. ") {
        Some((words, number)) if words.trim().len() > 1 && !number.trim().is_empty() => (words.trim(), number.trim()),
        _ => ("", text),
    }
}

/// Returns the number that is alone in an edition, `2` of `2nd ed.`, or else the text.
pub(super) fn bare_edition(text: &str) -> &str {
    let n = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_bare = matches!(&text[n..], "st ed." | "nd ed." | "rd ed." | "th ed.");
    if n > 0 && is_bare { &text[..n] } else { text }
}

/// Returns what the end of a title has in parentheses for a number and the words for what is numbered; `None` where it would not be read as a
/// number there.
#[cfg(feature = "import")]
pub(crate) fn number_at_end(words: &str, number: &str) -> Option<String> {
    let is_number = |text: &str| is_end(text, Stated::Number);
    let (words, number) = (words.trim(), number.trim());
    if number.is_empty() || is_number(number) {
        return (!number.is_empty()).then(|| number.to_owned());
    }
    let text = format!("{words} No. {number}");
    (!words.is_empty() && is_number(&text)).then_some(text)
}

/// Returns what the end of a title has in parentheses for an edition: `2nd ed.` for `2`; `None` where it would not be read as one there, or is a
/// date, a version or words of another language.
#[cfg(feature = "import")]
pub(crate) fn edition_at_end(edition: &str) -> Option<String> {
    let edition = edition.trim();
    let edition = [" edn.", " edn"].iter().find_map(|end| edition.strip_suffix(end)).unwrap_or(edition);
    if is_end(edition, Stated::Edition) {
        return Some(edition.to_owned());
    }
    let text = match edition.parse().ok().filter(|number| (1..MANY_EDITIONS).contains(number)) {
        Some(number) => format!("{number}{} ed.", ordinal_sign(number)),
        None if !edition.split(' ').all(is_of_edition) => return None,
        None if edition.ends_with('.') || edition.starts_with(|c: char| c.is_ascii_digit()) => format!("{edition} ed."),
        None => format!("{edition} Edition"),
    };
    is_end(&text, Stated::Edition).then_some(text)
}

/// More editions than a work has: what is counted so is a year.
#[cfg(feature = "import")]
const MANY_EDITIONS: u32 = 100;

/// Words of the names of editions, in small letters and without points.
#[cfg(feature = "import")]
const OF_EDITIONS: [&str; 40] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "abr",
    "abridged",
    "and",
    "anniversary",
    "annotated",
    "corrected",
    "critical",
    "digital",
    "electronic",
    "enl",
    "enlarged",
    "exp",
    "expanded",
    "illustrated",
    "instructor’s",
    "international",
    "kindle",
    "new",
    "online",
    "paperback",
    "reprint",
    "rev",
    "revised",
    "student",
    "teacher’s",
    "teacher's",
    "upd",
    "updated",
];

/// Whether a word stands in the names of editions: one of their words, or an ordinal of few editions.
#[cfg(feature = "import")]
fn is_of_edition(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.']).to_lowercase();
    let n = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_ordinal = word[..n].parse().is_ok_and(|number| number < MANY_EDITIONS && word[n..] == *ordinal_sign(number));
    is_ordinal || OF_EDITIONS.contains(&&*word)
}

/// Whether a text is read as a statement where it stands in parentheses at the end of a title.
#[cfg(feature = "import")]
fn is_end(text: &str, stated: Stated) -> bool {
    let end = TitleEnd::of(&format!("x ({text})"));
    end.stated == stated && end.text == text
}

#[cfg(feature = "import")]
fn ordinal_sign(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::{bare_edition, edition_at_end, number_at_end, split_number};

    #[test]
    fn numbers_are_parted_from_what_is_numbered_and_joined_again() {
        for (text, words, number) in [
            ("Report No. RR-322", "Report", "RR-322"),
            ("Research Report No. 9", "Research Report", "9"),
            ("NCES 2020-144", "", "NCES 2020-144"),
            ("Season 2, Ep 7", "", "Season 2, Ep 7"),
            ("No. 12", "", "No. 12"),
        ] {
            assert_eq!(split_number(text), (words, number));
            assert_eq!(number_at_end(words, number).as_deref(), Some(text));
        }
        for (words, number) in [("", "24567"), ("Report", "Alpha"), ("Report", ""), ("Phase 2 evaluation", " ")] {
            assert_eq!(number_at_end(words, number), None, "{words} {number}");
        }
    }

    #[test]
    fn editions_stand_at_the_end_of_titles_in_the_form_that_styles_print() {
        for (edition, at_end) in [
            ("2", Some("2nd ed.")),
            ("11", Some("11th ed.")),
            ("2nd", Some("2nd ed.")),
            ("Rev.", Some("Rev. ed.")),
            ("Second", Some("Second Edition")),
            ("Second Edition", Some("Second Edition")),
            ("3rd rev. ed.", Some("3rd rev. ed.")),
            ("2nd edn", Some("2nd ed.")),
            ("Rev. edn.", Some("Rev. ed.")),
            ("2nd, revised and expanded", Some("2nd, revised and expanded ed.")),
            ("Digital edition", Some("Digital edition")),
            ("", None),
            ("2nd (revised)", None),
            ("2. Auflage", None),
            ("Fünfte Auflage", None),
            ("2018/12/01", None),
            ("2019th", None),
            ("2019", None),
            ("2.1.0", None),
            ("1 and", None),
        ] {
            assert_eq!(edition_at_end(edition).as_deref(), at_end, "{edition}");
        }
        assert_eq!(
            ["2nd ed.", "2nd rev. ed.", "Second Edition"].map(bare_edition),
            ["2", "2nd rev. ed.", "Second Edition"]
        );
    }
}
