//! Several values in one text: separators of a column, lists as scripts write them, and names of authors.

use crate::catalog::{Role, is_body_word, plural_role, without_others};
use crate::text::{fold, tokens};

/// Words of one part of a list of free words.
const PART_CHARS: usize = 60;

/// What stands between the values of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Separator {
    /// Nothing: a cell holds one value.
    #[default]
    None,
    /// The end of a line.
    Line,
    /// A sign.
    Sign(char),
}

impl Separator {
    /// The separator of a column whose values are lists by its name.
    pub(in crate::import) fn of_list(values: &[&str]) -> Self {
        for sign in ['\n', ';', '|'] {
            if values.iter().any(|value| value.trim_end_matches(sign).contains(sign)) {
                return if sign == '\n' { Self::Line } else { Self::Sign(sign) };
            }
        }
        if values.iter().any(|value| value.contains(';')) {
            return Self::Sign(';');
        }
        let has = |sign: char| values.iter().any(|value| value.contains(sign));
        if has(',') {
            Self::Sign(',')
        } else if has('，') || has('、') {
            Self::Sign(if has('、') { '、' } else { '，' })
        } else {
            Self::None
        }
    }

    /// The separator of a column of its own: short parts, and behind commas parts that other cells have too.
    pub(in crate::import) fn of_own(values: &[&str]) -> Self {
        let are_short = |sign: char| {
            let mut parts = values.iter().flat_map(|value| value.split(sign));
            parts.all(|part| part.chars().count() <= PART_CHARS)
        };
        for sign in [';', '|', '\n'] {
            let inside = |value: &&&str| value.trim_end_matches(sign).contains(sign);
            let n = values.iter().filter(inside).count();
            // One text of two lines, alone, is a text.
            let is_told = sign != '\n' || values.len() > 1;
            if n > 0 && is_told && are_short(sign) {
                return if sign == '\n' { Self::Line } else { Self::Sign(sign) };
            }
        }
        if !values.iter().any(|value| value.contains(',')) || !are_short(',') {
            return Self::None;
        }
        let mut distinct: Vec<&str> = values.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let mut parts: Vec<String> = Vec::new();
        for value in &distinct {
            let mut own: Vec<String> = value.split(',').map(|part| fold(part.trim())).collect();
            own.sort_unstable();
            own.dedup();
            parts.extend(own);
        }
        let n = parts.len();
        parts.sort_unstable();
        parts.dedup();
        // Of lists, parts come back in other company; a fourth of them is more than chance.
        if (n - parts.len()) * 4 >= parts.len() { Self::Sign(',') } else { Self::None }
    }

    /// The values of a text, trimmed, without blank ones.
    pub(in crate::import) fn split(self, text: &str) -> Vec<String> {
        let parts = |signs: &[char]| -> Vec<String> {
            text.split(signs).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        match self {
            Self::None => vec![text.trim().to_owned()],
            Self::Line => parts(&['\n']),
            Self::Sign(sign) => parts(&[sign, '\n']),
        }
    }
}

/// The entries of a list as Python or JSON writes it; of an object, its title or name. `None` where it is none.
pub(in crate::import) fn written_list(text: &str) -> Option<Vec<String>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let mut entries = Vec::new();
    let mut object: Option<Vec<String>> = None;
    let mut rest = inner;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\'' | '"' => {
                let (entry, behind) = quoted(rest, c)?;
                rest = behind;
                match &mut object {
                    Some(object) => object.push(entry),
                    None => entries.push(entry),
                }
            }
            '{' if object.is_none() => object = Some(Vec::new()),
            '}' => entries.extend(label(&object.take()?)),
            ',' | ':' => {}
            c if c.is_whitespace() => {}
            // Numbers and words without quotes, in objects only: a list of words in brackets is a text.
            _ if object.is_some() || c.is_ascii_digit() => {
                let end = rest.find([',', '}']).unwrap_or(rest.len());
                let entry = format!("{c}{}", rest[..end].trim_end());
                rest = &rest[end..];
                match &mut object {
                    Some(object) => object.push(entry),
                    None => entries.push(entry),
                }
            }
            _ => return None,
        }
    }
    (object.is_none()).then_some(entries)
}

/// A text in quotes, from behind the first, and what stands behind the last.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let (mut out, mut chars) = (String::new(), text.char_indices());
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => out.extend(chars.next().map(|(_, c)| if c == 'n' { '\n' } else { c })),
            c if c == quote => return Some((out, &text[at + 1..])),
            c => out.push(c),
        }
    }
    None
}

/// The title or name of an object, from its keys and values in turn; else its first text.
fn label(pairs: &[String]) -> Option<String> {
    let of = |key: &str| pairs.chunks(2).find(|pair| pair[0] == key).and_then(|pair| pair.get(1)).cloned();
    ["title", "label", "name", "display_name"].into_iter().find_map(of).or_else(|| pairs.get(1).cloned())
}

/// The authors that a text names.
pub(in crate::import) fn authors(text: &str) -> Vec<String> {
    // Of several the role goes with each: `Smith, J., & Jones, K. (Eds.)`.
    if let Some((bare, role)) = plural_role(text.trim()) {
        let label = if role == Role::Translator { "Trans." } else { "Ed." };
        return authors(bare).into_iter().map(|name| format!("{name} ({label})")).collect();
    }
    let (text, others) = without_others(text.trim());
    let mut names: Vec<String> = if text.contains(['\n', ';', '|']) {
        text.split(['\n', ';', '|']).map(|part| name(without_and(part))).collect()
    } else {
        several(text).unwrap_or_else(|| vec![name(text)])
    };
    names.retain(|name| !name.is_empty());
    names.extend(others.then(|| "et al.".to_owned()));
    names
}

/// A name with one blank behind its comma, without words for no given name.
fn name(text: &str) -> String {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty() && !["null", "none", "nan", "undefined"].contains(&fold(part).as_str()))
        .collect();
    parts.join(", ")
}

/// The names of a list with commas, `and` or `&`; `None` where it is one name.
fn several(text: &str) -> Option<Vec<String>> {
    if tokens(text).iter().any(|word| is_body_word(word) || is_corporate(word)) {
        return None;
    }
    let parts = split_and(text);
    if parts.len() > 1 {
        let (last, first) = parts.split_last()?;
        // «Oda Brennick, Tavi Morrow & Ilse Prandt»: the commas divide too, where whole names stand between them.
        let mut names = Vec::new();
        for part in first {
            match comma_names(part).or_else(|| pairs(part)) {
                Some(split) => names.extend(split),
                None => names.push(name(part)),
            }
        }
        // One word on each side may be a firm: «Lark & Sons».
        let are_names = names.iter().all(|name| is_full_name(name) || name.contains(", "));
        let last = name(last);
        let is_name = is_full_name(&last) || last.contains(", ");
        names.push(last);
        return (are_names && is_name).then_some(names);
    }
    comma_names(text).or_else(|| pairs(text).filter(|names| names.len() > 1))
}

/// The last part of a list without the word that joins it: `…; and Dun, Cy`.
fn without_and(part: &str) -> &str {
    let part = part.trim();
    ["and ", "& ", "und ", "et "].iter().find_map(|word| part.strip_prefix(word)).unwrap_or(part)
}

/// The names of a list of family names each with initials behind a comma, as reference lists have it: `Vole, A., Teal, B. C.`
fn pairs(text: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_initial =
        |word: &str| word.ends_with('.') && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let are_initials = |part: &&str| part.len() <= 12 && part.split(' ').all(is_initial);
    let are_pairs =
        parts.len().is_multiple_of(2) && parts.chunks(2).all(|pair| !are_initials(&pair[0]) && are_initials(&pair[1]));
    (are_pairs && !parts.is_empty()).then(|| parts.chunks(2).map(|pair| pair.join(", ")).collect())
}

/// Whether a word says that a name is that of a firm.
fn is_corporate(word: &str) -> bool {
    ["ltd", "inc", "llc", "gmbh", "plc", "sons", "company", "corp", "press", "verlag", "works"].contains(&word)
}

/// The parts of a text between `and`, `&` and their like.
fn split_and(text: &str) -> Vec<&str> {
    let mut parts = vec![text];
    for sign in [" and ", " AND ", " & ", " und ", " et ", " y "] {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).collect();
    }
    parts.into_iter().map(|part| part.trim().trim_end_matches(',')).filter(|part| !part.is_empty()).collect()
}

/// The names between commas, where each is a whole one; `None` where a comma stands inside a name.
fn comma_names(text: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let are_whole = parts.len() > 1 && parts.iter().all(|part| is_full_name(part));
    are_whole.then(|| parts.into_iter().map(str::to_owned).collect())
}

/// Whether a text is a name of two to five words, none with a digit, one at least no initial: `Brennick O.`, `Oda Brennick`.
fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let is_initials = |word: &str| {
        let letters = word.trim_end_matches('.').chars().filter(|c| *c != '.' && *c != '-');
        word.ends_with('.') && word.len() <= 6
            || letters.clone().count() <= 2 && letters.clone().all(char::is_uppercase)
    };
    (2..=5).contains(&words.len())
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ':' | '/'))
        && !words.iter().all(|word| is_initials(word))
        && words.first().is_some_and(|word| word.chars().next().is_some_and(|c| !c.is_lowercase() || words.len() > 2))
}

#[cfg(test)]
mod tests {
    use super::{Separator, authors, written_list};

    #[test]
    fn authors_are_told_apart_in_many_dresses() {
        for (text, names) in [
            ("Brennick, Oda; Morrow, Tavi", &["Brennick, Oda", "Morrow, Tavi"][..]),
            ("Oda Brennick and Tavi Morrow", &["Oda Brennick", "Tavi Morrow"]),
            ("Brennick O, Morrow T.", &["Brennick O", "Morrow T."]),
            ("Oda Brennick, Tavi Morrow & Ilse Prandt", &["Oda Brennick", "Tavi Morrow", "Ilse Prandt"]),
            ("Brennick O. et al.", &["Brennick O.", "et al."]),
            ("Brennick, O. and Morrow, T. and Prandt, I.", &["Brennick, O.", "Morrow, T.", "Prandt, I."]),
            ("Oda Brennick|Tavi Morrow", &["Oda Brennick", "Tavi Morrow"]),
            ("Brennick,Oda;Prandt,null", &["Brennick, Oda", "Prandt"]),
            ("Morrow, Tavi;", &["Morrow, Tavi"]),
            ("Прандт И., Морроу Т.", &["Прандт И.", "Морроу Т."]),
            ("Smith, J., & Jones, K. (Eds.)", &["Smith, J. (Ed.)", "Jones, K. (Ed.)"]),
            ("Lee, Ann; Ek, Bo (Eds.)", &["Lee, Ann (Ed.)", "Ek, Bo (Ed.)"]),
            ("Vole, A., Teal, B. C., & Dun, C.", &["Vole, A.", "Teal, B. C.", "Dun, C."]),
            ("Vole, A., Teal, B.", &["Vole, A.", "Teal, B."]),
            ("Vole, Ann; Teal, Bo; and Dun, Cy", &["Vole, Ann", "Teal, Bo", "Dun, Cy"]),
            ("Oda Brennick and Tavi Morrow, editors", &["Oda Brennick (Ed.)", "Tavi Morrow (Ed.)"]),
        ] {
            assert_eq!(authors(text), names, "{text}");
        }
        for text in [
            "Nightwick Heavy Works, Ltd.",
            "Brennick, Oda (Oda Marie), 1903-1985",
            "Moss End (Town). Board of Maps",
            "Nightwick, Lark & Sons",
            "Department of Health and Human Services",
            "Brennick, Oda",
            "Oda Brennick",
            "Hypatia",
            "Lark, Tam E.",
        ] {
            assert_eq!(authors(text), [text]);
        }
    }

    #[test]
    fn commas_of_an_own_column_divide_where_parts_come_back_in_other_company() {
        assert_eq!(Separator::of_own(&["maps, night", "trade", "rooms, night"]), Separator::Sign(','));
        assert_eq!(Separator::of_own(&["Moss End, ID", "Port Ash, WA", "Moss End, ID"]), Separator::None);
        assert_eq!(Separator::of_own(&["a; b", "c"]), Separator::Sign(';'));
        assert_eq!(Separator::of_list(&["Brennick, Oda", "a; b"]), Separator::Sign(';'));
    }

    #[test]
    fn lists_of_scripts_are_lists() {
        assert_eq!(written_list("['culture', 'archives']"), Some(vec!["culture".to_owned(), "archives".to_owned()]));
        let objects = "[{'name': 'art', 'title': 'Art and Culture'}, {'id': 2, 'title': \"Town's Plan\"}]";
        assert_eq!(written_list(objects), Some(vec!["Art and Culture".to_owned(), "Town's Plan".to_owned()]));
        assert_eq!(written_list("[1923?]"), Some(vec!["1923?".to_owned()]));
        assert_eq!(written_list("[draft] A title"), None);
        assert_eq!(written_list("[Anonymous]"), None);
    }
}
