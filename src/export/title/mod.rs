//! Titles as texts: the cases of the manuals, and the evidence on which sentence case rests.
//!
//! Nothing here knows an entry or a style of citations: that is `citation`.

mod common;
mod evidence;
mod headline;
mod institution;
mod named;
mod quotes;
mod sentence;
mod words;

pub(super) use evidence::{Evidence, TextKind};
pub(super) use headline::{Manual, headline};
pub(super) use quotes::{nested, unnested, with_point};
pub(super) use sentence::{from_capitals, kept_by, kind_of_title, sentence_case};

#[cfg(test)]
mod tests {
    use arbtest::arbitrary::{Result, Unstructured};

    use super::evidence::{Evidence, TextKind};
    use super::headline::{Manual, headline};
    use super::quotes::{nested, with_point};
    use super::sentence::{from_capitals, kept_by, kind_of_title, sentence_case};
    use crate::text::fold;

    const UNITS: [&str; 36] = [
        "A", "a", "The", "of", "Than", "Grading", "grading", "Maine", "main", "K", "12", "IV", "Part", "up", "Out",
        "In", "Co", "As", "if", "It", "iNACOL", "CBE", "’s", "'", "“", "”", "\"", "-", ":", ".", "?", "—", "école",
        "ß", "学習", "É",
    ];

    fn text(u: &mut Unstructured<'_>) -> Result<String> {
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=9)? {
            text.push_str(u.choose(&UNITS)?);
            text.push_str(u.choose(&["", " ", " ", " "])?);
        }
        Ok(text)
    }

    #[test]
    fn a_case_changes_no_letter_but_its_case() {
        arbtest::arbtest(|u| {
            let (title, prose, name) = (text(u)?, text(u)?, text(u)?);
            let mut evidence = Evidence::default();
            evidence.read(&prose, TextKind::Prose);
            evidence.read(&name, TextKind::Name);
            evidence.read(&title, kind_of_title(&title));
            let evidence = evidence.finish();
            let sentence = sentence_case(&title, &evidence, &evidence);
            assert_eq!(fold(&sentence), fold(&title));
            // What lowers all but the kept places, the start and what follows a colon makes the sentence case, but for capitals that
            // the title has not.
            let title = from_capitals(&title, [&evidence, &evidence]);
            // An eszett in front is raised to two letters.
            let Some(kept) = kept_by(&title, &sentence) else {
                assert!(title.contains('ß'), "{title}");
                return Ok(());
            };
            let mut lowered = String::new();
            for (at, c) in title.char_indices() {
                let is_start = at == 0 || title[..at].trim_end().ends_with(':') && title[..at].ends_with(' ');
                match c {
                    _ if is_start || kept.iter().any(|range| range.contains(&at)) => lowered.push(c),
                    c => lowered.extend(c.to_lowercase()),
                }
            }
            let is_same = |(a, (b, published)): (char, (char, char))| a == b || published.is_lowercase();
            assert!(lowered.chars().zip(sentence.chars().zip(title.chars())).all(is_same), "{lowered}\n{sentence}");
            for manual in [Manual::Mla, Manual::Chicago] {
                let large = headline(&title, manual);
                assert_eq!(fold(&large), fold(&title));
                assert_eq!(headline(&large, manual), large, "{title:?}");
            }
            Ok(())
        });
    }

    #[test]
    fn quotation_marks_change_no_other_sign() {
        arbtest::arbtest(|u| {
            let title = text(u)?;
            let bare = |text: &str| text.replace(['“', '”', '‘', '’', '"', '\''], "");
            assert_eq!(bare(&nested(&title)), bare(&title));
            let ended = with_point(&nested(&title));
            assert!(bare(&ended).len() - bare(&title).len() <= 1, "{ended}");
            Ok(())
        });
    }
}
