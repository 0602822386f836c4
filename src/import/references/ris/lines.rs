//! From lines to entries: a tag and its value a line, and lines without a tag that a value goes on in.

/// The formats with a tag before each value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    /// `TY  - BOOK`.
    Ris,
    /// `PMID- 123`.
    PubMed,
    /// `%0 Book`.
    EndNote,
}

/// A value with its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tagged {
    /// The tag in capitals.
    pub(super) tag: String,
    /// The value and the lines that it goes on in, trimmed, with a line feed between.
    pub(super) text: String,
}

/// An entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its first line, from 1.
    pub(super) line: usize,
    /// Its values in order.
    pub(super) values: Vec<Tagged>,
}

/// The tags of RIS: those of Reference Manager, `EndNote`, Zotero, Scopus, Ovid and EBSCO.
const TAGS: &str = " TY ER A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ET ID IP IS J1 \
    J2 JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PA PB PP PY RI RN RP SE SN SP ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR VL \
    VO Y1 Y2 ";

impl Flavour {
    /// The format of a text, by its first tags.
    pub(super) fn of(text: &str) -> Self {
        for line in text.lines() {
            if line.starts_with("%0 ") || line.starts_with("%T ") || line.starts_with("%A ") {
                return Self::EndNote;
            }
            if line.starts_with("PMID-") {
                return Self::PubMed;
            }
            if Self::Ris.tag(line).is_some_and(|(tag, _)| tag == "TY") {
                return Self::Ris;
            }
        }
        Self::Ris
    }

    /// The tag of a line in capitals, and the value behind it.
    fn tag(self, line: &str) -> Option<(String, &str)> {
        match self {
            Self::Ris => ris_tag(line),
            Self::PubMed => {
                let (tag, value) = line.get(..4).zip(line.get(4..)?.strip_prefix('-'))?;
                let is_tag = tag.starts_with(|c: char| c.is_ascii_uppercase())
                    && tag.trim_end().bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
                is_tag.then(|| (tag.trim_end().to_owned(), value.trim()))
            }
            Self::EndNote => {
                let rest = line.strip_prefix('%')?;
                let sign = rest.chars().next().filter(char::is_ascii_graphic)?;
                let value = &rest[1..];
                (value.is_empty() || value.starts_with([' ', '\t'])).then(|| (sign.to_string(), value.trim()))
            }
        }
    }

    /// Whether a tag begins an entry whatever stands before it.
    fn begins(self, tag: &str) -> bool {
        tag == match self {
            Self::Ris => "TY",
            Self::PubMed => "PMID",
            Self::EndNote => "0",
        }
    }
}

/// A tag of RIS: two signs, blanks or a tab, a hyphen, and a blank or nothing. In small letters, or with other blanks than two, the tag
/// must be a known one: a line of an abstract may begin with a word of two letters as well.
fn ris_tag(line: &str) -> Option<(String, &str)> {
    let line = line.trim_start_matches(['\u{feff}', ' ']);
    let (tag, rest) = line.split_at_checked(2)?;
    let behind = rest.trim_start_matches([' ', '\t', '\u{a0}']);
    let value = behind.strip_prefix('-')?;
    let is_open = value.is_empty() || value.starts_with(char::is_whitespace);
    let is_word = |tag: &str| {
        tag.starts_with(|c: char| c.is_ascii_alphabetic()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let capitals = tag.to_ascii_uppercase();
    let is_standard = &rest[..rest.len() - behind.len()] == "  " && capitals == tag;
    let is_tag = is_open && is_word(tag) && (is_standard || is_known(&capitals));
    is_tag.then(|| (capitals, value.trim()))
}

fn is_known(tag: &str) -> bool {
    TAGS.contains(&format!(" {tag} "))
}

/// The entries of a text. What stands before the first and between them is passed over.
pub(super) fn entries(text: &str, flavour: Flavour) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open = Entry::default();
    let mut is_blank_before = false;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if line.trim().is_empty() {
            is_blank_before = true;
            continue;
        }
        let Some((tag, value)) = flavour.tag(line) else {
            go_on(&mut open, line, flavour);
            continue;
        };
        if flavour == Flavour::Ris && tag == "ER" {
            close(&mut open, &mut entries);
            continue;
        }
        let has_first = open.values.iter().any(|value| flavour.begins(&value.tag));
        // An entry of `EndNote` may begin with any tag behind an empty line.
        let is_apart = flavour == Flavour::EndNote && is_blank_before;
        if flavour.begins(&tag) && has_first || is_apart {
            close(&mut open, &mut entries);
        }
        is_blank_before = false;
        if open.values.is_empty() {
            open.line = at + 1;
        }
        push(&mut open, tag, value, flavour);
    }
    close(&mut open, &mut entries);
    entries
}

fn close(open: &mut Entry, entries: &mut Vec<Entry>) {
    let entry = std::mem::take(open);
    // A page that a library wrote before its entries may have lines that look like tags.
    if entry.values.iter().any(|value| !value.text.is_empty()) {
        entries.push(entry);
    }
}

/// Adds the value of a line, and the values of tags that are glued behind it.
fn push(open: &mut Entry, tag: String, value: &str, flavour: Flavour) {
    let (mut tag, mut rest) = (tag, value);
    while let Some((at, next, behind)) = glued(rest).filter(|_| flavour == Flavour::Ris) {
        open.values.push(Tagged { tag, text: rest[..at].trim().to_owned() });
        (tag, rest) = (next, behind);
    }
    open.values.push(Tagged { tag, text: rest.to_owned() });
}

/// A known tag within a value, two blanks or more before it: where it begins, the tag, and what stands behind it.
fn glued(value: &str) -> Option<(usize, String, &str)> {
    value.match_indices("  - ").find_map(|(at, sign)| {
        let start = at.checked_sub(4)?;
        let (blanks, tag) = value.get(start..at)?.split_at_checked(2)?;
        (blanks == "  " && is_known(tag)).then(|| (start, tag.to_owned(), value[at + sign.len()..].trim()))
    })
}

/// Adds a line without a tag to the last value.
fn go_on(open: &mut Entry, line: &str, flavour: Flavour) {
    let Some(last) = open.values.last_mut() else { return };
    // `PubMed` breaks long values where a line is full; titles are one line in any format.
    let is_wrapped = flavour == Flavour::PubMed && line.starts_with("      ");
    let is_line = matches!(last.tag.as_str(), "TI" | "T1" | "T2" | "JO" | "JF" | "BT" | "T");
    last.text.push(if is_wrapped || is_line { ' ' } else { '\n' });
    last.text.push_str(line.trim());
}

#[cfg(test)]
mod tests {
    use super::{Flavour, entries};

    #[track_caller]
    fn check(text: &str, expect: &[&[&str]]) {
        let found: Vec<Vec<String>> = entries(text, Flavour::of(text))
            .iter()
            .map(|entry| entry.values.iter().map(|value| format!("{}={}", value.tag, value.text)).collect())
            .collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn an_entry_ends_with_er_or_where_the_next_begins() {
        check(
            "TY  - A\nTI  - x\nTY  - B\nTI  - y\nER  -\n\nTY  - C",
            &[&["TY=A", "TI=x"], &["TY=B", "TI=y"], &["TY=C"]],
        );
        check("AN  - 1\nTY  - A\nER  - \nTI  - no type\nER  - ", &[&["AN=1", "TY=A"], &["TI=no type"]]);
        check("PMID- 1\nTI  - x\n\nPMID- 2", &[&["PMID=1", "TI=x"], &["PMID=2"]]);
        check("%0 Book\n%T x\n%K a\nb\n\n%0 Thesis\n%T y", &[&["0=Book", "T=x", "K=a\nb"], &["0=Thesis", "T=y"]]);
        check("%T x\n%A a\n\n%T y", &[&["T=x", "A=a"], &["T=y"]]);
    }

    #[test]
    fn tags_are_read_in_any_spacing_and_words_of_two_letters_are_none() {
        check("TY - A\nti  - x\nAU\t- B\nER -\n", &[&["TY=A", "TI=x", "AU=B"]]);
        check("TY  - A\nAB  - On the\nUK - a study\nof - it", &[&["TY=A", "AB=On the\nUK - a study\nof - it"]]);
        check("Record 1 - of 2\nProvider: x\nTY  - A\nXY  - own", &[&["TY=A", "XY=own"]]);
    }

    #[test]
    fn tags_glued_in_one_line_are_parted() {
        check(
            "TY  - A\nUR  - https://e.x/a     U2  - L1   DO  - 10.1/a",
            &[&["TY=A", "UR=https://e.x/a", "U2=L1", "DO=10.1/a"]],
        );
        check("TY  - A\nTI  - x QQ  - y", &[&["TY=A", "TI=x QQ  - y"]]);
    }

    #[test]
    fn any_text_is_read() {
        arbtest::arbtest(|u| {
            let units = ["TY", "  - ", "-", "\n", " ", "AB", "é", "PMID- ", "%0 ", "ER", "\r\n", "x", "      "];
            let n = u.int_in_range(0..=20)?;
            let text = (0..n).map(|_| u.choose(&units).copied()).collect::<Result<String, _>>()?;
            let _ = super::super::read(&text);
            let text: String = u.arbitrary()?;
            let _ = super::super::read(&text);
            Ok(())
        });
    }
}
