//! From the authors of a record to names.

use super::body::is_initials;
use super::name::{Name, Names, Person};
use super::person::{certain_person, person, stated};
use crate::catalog::model::{Author, AuthorKind, NameParts, NamedAuthor};

/// The names of authors; `is_publisher` says whether a name is that of a publisher, and so of a body.
pub fn names(authors: &[Author], is_publisher: &dyn Fn(&str) -> bool) -> Names {
    let mut names = Names::default();
    for author in authors {
        match author {
            Author::Parts(NameParts { family, given, suffix, .. }) => {
                names.list.push(Name::Person(stated(&line(family), &line(given), &line(suffix))));
            }
            Author::Named(NamedAuthor { name, kind: Some(AuthorKind::Organization), .. }) => {
                names.list.push(Name::Body(line(name)));
            }
            Author::Named(NamedAuthor { name, kind: Some(AuthorKind::Person), .. }) => {
                names.list.push(Name::Person(certain_person(&line(name))));
            }
            Author::Named(NamedAuthor { name: text, .. }) | Author::Text(text) => {
                let found = read(text, is_publisher);
                names.list.extend(found.list);
                names.has_others |= found.has_others;
            }
        }
    }
    for name in &mut names.list {
        if let Name::Person(person) = name {
            person.space_initials();
        }
    }
    names.has_others &= !names.list.is_empty();
    names
}

/// Reads a text that signs a work.
pub(in crate::catalog) fn read(text: &str, is_publisher: &dyn Fn(&str) -> bool) -> Names {
    let text = line(text);
    let (text, has_others) = if is_publisher(&text) { (&*text, false) } else { without_others(&text) };
    let list = if text.is_empty() {
        Vec::new()
    } else if is_publisher(text) {
        vec![Name::Body(text.to_owned())]
    } else if let Some(persons) = several(text) {
        persons.into_iter().map(Name::Person).collect()
    } else {
        vec![person(text).map_or_else(|| Name::Body(text.to_owned()), Name::Person)]
    };
    Names { list, has_others }
}

/// A text on one line: every run of white space and control characters is one blank, none at the ends.
fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ")
}

/// A text without `et al.` at its end, and whether it had it.
fn without_others(text: &str) -> (&str, bool) {
    let whole = text.trim_end_matches([' ', ',', ';']);
    // `[et al.]`.
    let (whole, opening): (&str, &[char]) = match whole.strip_suffix([')', ']']) {
        Some(inner) => (inner, &['(', '[']),
        None => (whole, &[' ', ',', ';']),
    };
    let lower = whole.to_ascii_lowercase();
    for ending in ["et al.", "et al", "et. al.", "et. al", "et alii", "and others", "& others"] {
        let Some(before) = lower.strip_suffix(ending) else { continue };
        if before.is_empty() || before.ends_with(opening) {
            return (whole[..before.len()].trim_end_matches([' ', ',', ';', '(', '[']), true);
        }
    }
    (text, false)
}

/// The persons of a text that names two or more, each of whom has a name of two words or more: `Jane Doe & John Smith`.
fn several(text: &str) -> Option<Vec<Person>> {
    if text.contains(';') {
        let texts: Vec<&str> = text.split(';').map(str::trim).filter(|text| !text.is_empty()).collect();
        return if texts.len() > 1 { texts.into_iter().map(person).collect() } else { None };
    }
    let joins = |word: &&str| ["and", "&", "with", "|", "·", "•"].iter().any(|joint| joint.eq_ignore_ascii_case(word));
    let words: Vec<&str> = text.split(' ').collect();
    let segments: Vec<String> = words.split(|word| joins(word)).map(|words| words.join(" ")).collect();
    let segments: Vec<&str> = segments.iter().map(|part| part.trim_matches([' ', ','])).collect();
    let mut persons = Vec::new();
    for segment in &segments {
        for text in split_at_commas(segment, segments.len() > 1) {
            persons.push(person(&text).filter(|person| !person.given.is_empty())?);
        }
    }
    (persons.len() > 1).then_some(persons)
}

/// The names between the commas of a text: pairs of family name and initials, or names of two words or more, at least three
/// of them unless the text is known to be a list; else the text whole.
fn split_at_commas(text: &str, is_list: bool) -> Vec<String> {
    let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let is_pairs = parts.len() > 2 && parts.len().is_multiple_of(2) && {
        let are_initials = |part: &&str| part.split(' ').all(is_initials);
        parts.iter().skip(1).step_by(2).all(are_initials)
    };
    if is_pairs {
        return parts.chunks(2).map(|pair| pair.join(", ")).collect();
    }
    let least = if is_list { 2 } else { 3 };
    let is_whole = |part: &&str| part.contains(' ') && !part.split(' ').all(is_initials);
    if parts.len() >= least && parts.iter().all(is_whole) {
        return parts.into_iter().map(str::to_owned).collect();
    }
    vec![text.to_owned()]
}
