//! From the authors of a record to names.

use super::body::{bare, is_initials, is_small};
use super::given::is_given;
use super::name::{Name, Names, Person};
use super::person::{
    certain_person, is_appositive, is_suffix, person, stated_apart, without_parentheses, without_titles,
};
use super::words::{DONE_BY, LABELS, has};
use crate::catalog::model::{Author, AuthorKind, NameParts, NamedAuthor};

/// The names of authors; `is_known_body` says whether a name is known to be that of a body.
pub fn names(authors: &[Author], is_known_body: &dyn Fn(&str) -> bool) -> Names {
    let mut names = Names::default();
    for author in authors {
        match author {
            Author::Parts(NameParts { family, given, suffix, .. }) => {
                names.list.push(Name::Person(stated_apart(&line(family), &line(given), &line(suffix))));
            }
            Author::Named(NamedAuthor { name, kind: Some(AuthorKind::Organization), .. }) => {
                names.list.push(Name::Body(line(name)));
            }
            Author::Named(NamedAuthor { name, kind: Some(AuthorKind::Person), .. }) => {
                names.list.push(Name::Person(certain_person(&line(name))));
            }
            Author::Named(NamedAuthor { name: text, .. }) | Author::Text(text) => {
                let found = read(text, is_known_body);
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
pub(in crate::catalog) fn read(text: &str, is_known_body: &dyn Fn(&str) -> bool) -> Names {
    let text = line(text);
    let (text, has_others) = if is_known_body(&text) { (&*text, false) } else { without_others(&text) };
    let list = if text.is_empty() {
        Vec::new()
    } else if is_known_body(text) {
        vec![Name::Body(text.to_owned())]
    } else {
        signed(text, is_known_body)
    };
    Names { list, has_others }
}

/// The names of a text that is not empty and no known body's name.
fn signed(text: &str, is_known_body: &dyn Fn(&str) -> bool) -> Vec<Name> {
    let one = |text: &str| match person(text) {
        Some(person) if !is_known_body(text) => Name::Person(person),
        _ => Name::Body(text.to_owned()),
    };
    let (name, is_sure) = without_byline(text);
    if name.contains(';') {
        let signed = |part: &str| match several(part) {
            Some(persons) => persons.into_iter().map(Name::Person).collect(),
            None => vec![one(part)],
        };
        // The last is often joined by a word: `Smith, J.; and Lee, B.`
        let parts = name.split(';').map(|part| part.trim().trim_start_matches("and ").trim_start_matches("& "));
        return parts.filter(|part| !part.is_empty()).flat_map(signed).collect();
    }
    if let Some(persons) = several(name) {
        return persons.into_iter().map(Name::Person).collect();
    }
    match one(name) {
        // `By` may begin the name of a body.
        Name::Body(_) if !is_sure && !is_known_body(name) => vec![Name::Body(text.to_owned())],
        name => vec![name],
    }
}

/// A text without `Written by`, `By` or `Author:` before the names, and whether what stood there can be no part of them.
fn without_byline(text: &str) -> (&str, bool) {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    if rest.is_empty() {
        return (text, true);
    }
    let is_label = first.ends_with(':') || first.ends_with('.') && is_plural(first);
    if is_label && has(LABELS, &bare(first)) {
        return (rest, true);
    }
    match rest.split_once(' ') {
        Some((by, name)) if has(DONE_BY, &bare(first)) && bare(by) == "by" => (name, true),
        _ if bare(first) == "by" => (rest, is_small(first)),
        _ => (text, true),
    }
}

/// Whether a word is a role of several: `(Eds.)`, `Editors`.
fn is_plural(word: &str) -> bool {
    has(" eds editors authors translators hosts ", &bare(word))
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
    let joins = |word: &&str| ["and", "&", "with", "|", "·", "•"].iter().any(|joint| joint.eq_ignore_ascii_case(word));
    let is_plural = text.rsplit(' ').next().is_some_and(is_plural);
    let words: Vec<&str> = without_parentheses(text).split(' ').collect();
    let segments: Vec<String> = words.split(|word| joins(word)).map(|words| words.join(" ")).collect();
    let segments: Vec<&str> = segments.iter().map(|part| part.trim_matches([' ', ','])).collect();
    let is_list = segments.len() > 1 || is_plural;
    let mut persons = Vec::new();
    for segment in &segments {
        for text in split_at_commas(segment, is_list) {
            persons.push(person(&text).filter(|person| !person.given.is_empty())?);
        }
    }
    (persons.len() > 1).then_some(persons)
}

/// The names between the commas of a text, or the text whole. `is_list` says that it is known to be a list.
fn split_at_commas(text: &str, is_list: bool) -> Vec<String> {
    // What stands behind a name is no name: `Jane Doe, Ph.D., John Smith, Ed.D.`
    let (mut parts, mut is_list) = (Vec::<String>::new(), is_list);
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let n = parts.len();
        match parts.last_mut().filter(|before| is_appositive(before, part)) {
            Some(before) if before.contains(' ') || part.contains(char::is_lowercase) && n > 1 => {
                before.push_str(", ");
                before.push_str(part);
                is_list |= n == 1 && !is_suffix(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    let is_whole = |part: &String| part.contains(' ') && !part.split(' ').all(is_initials);
    let are_whole = |parts: &[String]| parts.iter().all(is_whole);
    match &parts[..] {
        [] | [_] => vec![text.to_owned()],
        parts if are_pairs(parts) => parts.chunks(2).map(|pair| pair.join(", ")).collect(),
        parts if are_whole(parts) && (is_list || parts.len() > 2 || are_natural(parts)) => parts.to_vec(),
        // The first name alone is inverted in MLA and Chicago: `Doe, Jane, John Smith, and Ann Lee`.
        [family, given, others @ ..]
            if !others.is_empty() && !family.contains(' ') && are_whole(others) && (is_list || are_natural(others)) =>
        {
            let first = format!("{family}, {given}");
            std::iter::once(first).chain(others.iter().cloned()).collect()
        }
        _ => vec![text.to_owned()],
    }
}

/// Whether parts are family names, each with initials or a common given name behind it: at least two pairs.
fn are_pairs(parts: &[String]) -> bool {
    let is_given = |part: &String| {
        let given = part.split(',').next().unwrap_or(part);
        given.split(' ').all(is_initials) || starts_with_given(given) && !given.contains(' ')
    };
    let mut families = parts.iter().step_by(2);
    parts.len() > 2
        && parts.len().is_multiple_of(2)
        && parts.iter().skip(1).step_by(2).all(is_given)
        && (parts.iter().skip(1).step_by(2).all(|part| part.split(' ').all(is_initials))
            || families.all(|family| !family.contains(' ')))
}

/// Whether each of some names begins with a title or a common given name and ends with none, or is a family name with initials
/// behind it (`Smith J, Doe AB`): then they are whole names, not a family name and given names.
fn are_natural(parts: &[String]) -> bool {
    let begins = |part: &String| starts_with_given(part) && !part.rsplit(' ').next().is_some_and(is_initials);
    let ends_with_given = |part: &String| part.rsplit(' ').next().is_some_and(|last| is_given(&bare(last)));
    let has_initials = |part: &String| {
        part.split_once(' ').is_some_and(|(family, initials)| !is_initials(family) && is_initials(initials))
    };
    parts.iter().all(|part| begins(part) && !ends_with_given(part)) || parts.iter().all(has_initials)
}

/// Whether a name begins with a common given name, titles left out.
pub(in crate::catalog) fn starts_with_given(name: &str) -> bool {
    without_titles(&name.split(' ').collect::<Vec<&str>>()).first().is_some_and(|first| is_given(&bare(first)))
}
