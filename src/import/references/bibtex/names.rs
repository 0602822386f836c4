//! Lists of names of BibTeX: `and` between names, commas within one, bodies in braces (Patashnik, *`BibTeXing`*, section 4; biblatex
//! manual, section 2.3.3).

use super::latex::{Style, group_end, plain};
use crate::catalog::is_suffix;
use crate::import::references::name_text::{comma_list, with_commas};

/// A name of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BibName {
    /// A person, with the family name before a comma where that is stated.
    Person(String),
    /// A name in braces: that of a body.
    Body(String),
    /// Others that are not named.
    Others,
}

/// The names of a value.
pub(super) fn names(raw: &str) -> Vec<BibName> {
    let mut names = Vec::new();
    for part in split(raw, &Separator::And) {
        let parts = split(part, &Separator::Sign(b';'));
        for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
            match plain(part, Style::Words).text {
                text if text.is_empty() => {}
                text if text.eq_ignore_ascii_case("others") || text.eq_ignore_ascii_case("et al.") => {
                    names.push(BibName::Others);
                }
                text => names.extend(name(part, &text)),
            }
        }
    }
    names
}

/// What stands between two parts.
enum Separator {
    And,
    Sign(u8),
}

/// The parts of a value between joints outside of braces.
fn split<'a>(raw: &'a str, separator: &Separator) -> Vec<&'a str> {
    let (bytes, mut parts, mut from, mut depth) = (raw.as_bytes(), Vec::new(), 0, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || at < from {
            continue;
        }
        let is_blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
        let n = match separator {
            Separator::Sign(sign) if byte == sign => 1,
            // `&` of HTML-like signs ends with a semicolon, which no name has.
            Separator::And
                if is_blank(at)
                    && bytes.get(at + 1..at + 4).is_some_and(|word| word.eq_ignore_ascii_case(b"and"))
                    && is_blank(at + 4) =>
            {
                4
            }
            _ => continue,
        };
        parts.push(&raw[from..at]);
        from = at + n;
    }
    parts.push(&raw[from..]);
    parts
}

/// The names that a part between joints is: one, but where commas stand between several.
fn name(raw: &str, text: &str) -> Vec<BibName> {
    if is_braced(raw) {
        // One word in braces may be a person who has no other name: its text is read as any other.
        let is_word = !text.contains(' ');
        return vec![if is_word { BibName::Person(text.to_owned()) } else { BibName::Body(text.to_owned()) }];
    }
    if let Some(name) = of_keys(raw) {
        return vec![BibName::Person(name)];
    }
    if !raw.contains(['{', '\\'])
        && let Some(names) = comma_list(text)
    {
        return names.into_iter().map(|name| BibName::Person(name.to_owned())).collect();
    }
    let parts: Vec<String> =
        split(raw, &Separator::Sign(b',')).into_iter().map(|part| plain(part, Style::Words).text).collect();
    let person = match &parts[..] {
        [family, given, suffix] if is_suffix(suffix) && !is_suffix(given) => with_commas(family, given, suffix),
        [family, suffix, given] => with_commas(family, given, suffix),
        _ => text.to_owned(),
    };
    vec![BibName::Person(person)]
}

/// Whether one group is the whole of a value.
fn is_braced(raw: &str) -> bool {
    raw.starts_with('{') && !raw.starts_with("{\\") && group_end(raw, 1) + 1 == raw.len()
}

/// A name in the extended form of biblatex: `family=Lark, given=Tam, prefix=van der, suffix=Jr`.
fn of_keys(raw: &str) -> Option<String> {
    let mut parts = [const { String::new() }; 4];
    for part in split(raw, &Separator::Sign(b',')) {
        let (key, value) = part.split_once('=')?;
        let at = ["prefix", "family", "given", "suffix"].iter().position(|known| *known == key.trim());
        match at {
            Some(at) => parts[at] = plain(value, Style::Words).text,
            None if key.trim().chars().all(|c| c.is_ascii_alphabetic() || c == '-') => {}
            None => return None,
        }
    }
    let [prefix, family, given, suffix] = parts;
    let family = format!("{prefix} {family}");
    (!family.trim().is_empty()).then(|| with_commas(&family, &given, &suffix))
}

#[cfg(test)]
mod tests {
    use super::{BibName, names};

    #[track_caller]
    fn check(raw: &str, expect: &[&str]) {
        let found: Vec<String> = names(raw)
            .into_iter()
            .map(|name| match name {
                BibName::Person(name) => name,
                BibName::Body(name) => format!("[{name}]"),
                BibName::Others => "et al.".to_owned(),
            })
            .collect();
        assert_eq!(found, expect, "{raw}");
    }

    #[test]
    fn names_are_parted_by_and_and_bodies_are_in_braces() {
        check("van der Lark, Tam and de la Prandt, Ilse", &["van der Lark, Tam", "de la Prandt, Ilse"]);
        check("Brennick, Jr., Oda and {Moss and End Society}", &["Brennick, Oda, Jr.", "[Moss and End Society]"]);
        check("Oda Brennick AND Tavi Morrow\n and others", &["Oda Brennick", "Tavi Morrow", "et al."]);
        check("Brennick, Oda; Morrow, Tavi", &["Brennick, Oda", "Morrow, Tavi"]);
        check("Hypatia", &["Hypatia"]);
        check("O. Brennick, T. Morrow", &["O. Brennick", "T. Morrow"]);
        check("{\\'E}mile Zola and {UNESCO} and {{Moss End} Town}", &["Émile Zola", "UNESCO", "[Moss End Town]"]);
        check("Lark, Tam, III and {Ortega y Gasset}, Jos{\\'e}", &["Lark, Tam, III", "Ortega y Gasset, José"]);
        check("family=Lark, given={Tam E.}, prefix=van der, given-i=T", &["van der Lark, Tam E."]);
        check(" and and {} and Anders Anderson", &["Anders Anderson"]);
        check(
            "{Barnes {and} Co., Inc.} and {Brown}, {James and Ann}",
            &["[Barnes and Co., Inc.]", "Brown, James and Ann"],
        );
    }
}
