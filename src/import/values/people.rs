//! Names of persons and bodies as the authors of a record.

use crate::catalog::{
    Author, AuthorKind, HashMap, HashSet, Name, NameParts, NamedAuthor, Role as Part, contributors, is_body_word,
    is_suffix, one_role, plural_role,
};
use crate::import::role::Role;
use crate::text::{compare_key, fold};

/// Names that were read as those of authors: most come back.
#[derive(Debug, Default)]
pub(in crate::import) struct People {
    known: HashMap<String, Author>,
}

/// Names that are remembered.
const MOST_KNOWN: usize = 20_000;

impl People {
    /// Adds those of names that a list does not have; whether names in braces are those of bodies.
    pub(in crate::import) fn add(&mut self, authors: &mut Vec<Author>, names: &[String], role: Role, has_bodies: bool) {
        if self.known.len() > MOST_KNOWN {
            self.known.clear();
        }
        add(authors, names, role, has_bodies, &mut self.known);
    }
}

fn add(authors: &mut Vec<Author>, names: &[String], role: Role, has_bodies: bool, read: &mut HashMap<String, Author>) {
    let part = match role {
        Role::Editor => Some(Part::Editor),
        Role::Translator => Some(Part::Translator),
        _ => None,
    };
    // A role of several behind the last name is that of all: `Smith, J.; Jones, K. (Eds.)`.
    let of_all = names.last().filter(|_| names.len() > 1).and_then(|last| plural_role(last)).map(|(_, role)| role);
    let key = |author: &Author| compare_key(&author.display()).into_owned();
    let mut known: HashSet<String> = authors.iter().filter(|author| role_of(author) == part).map(key).collect();
    let is_one = names.len() == 1 && known.is_empty();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let author = match in_braces(name).filter(|_| has_bodies) {
            Some(name) => body(name, part),
            None if part.is_some() || of_all.is_some() => author(name, part, of_all),
            None => match read.get(name) {
                Some(author) => author.clone(),
                None => read.entry(name.to_owned()).or_insert(author(name, None, None)).clone(),
            },
        };
        if is_one || known.insert(key(&author)) {
            authors.push(author);
        }
    }
}

/// The name in braces, by which the readers of reference lists say that it is that of a body.
pub(in crate::import) fn in_braces(name: &str) -> Option<&str> {
    name.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))
}

/// A name as an author: `Brennick, Oda` in its parts, so that it is one with `Oda Brennick`; any other as it is, also where a
/// degree or a role stands behind the comma.
fn author(name: &str, role: Option<Part>, of_all: Option<Part>) -> Author {
    let (name, role) = match one_role(name) {
        Some((bare, stated)) => (bare, role.or(Some(stated))),
        None => (name, role.or(of_all)),
    };
    let read = contributors(&[Author::from(name)], &|_| false);
    let first = |given: &str| given.split([' ', '.']).next().map(str::to_owned);
    let is_given =
        |given: &str| matches!(&read.authors.list[..], [Name::Person(person)] if first(&person.given) == first(given));
    if let Some((family, given, suffix)) = parts(name).filter(|(_, given, _)| is_given(given)) {
        let [family, given, suffix] = [family, given, suffix].map(str::to_owned);
        return Author::Parts(NameParts { family, given, suffix, role, ..NameParts::default() }.into());
    }
    match role {
        Some(_) => Author::Named(NamedAuthor { name: name.to_owned(), role, ..NamedAuthor::default() }.into()),
        None => Author::Text(name.to_owned()),
    }
}

/// A name in braces, as the readers of reference lists state a body's: said to be one where the name alone does not show it.
fn body(name: &str, role: Option<Part>) -> Author {
    let plain = Author::from(name);
    let read = contributors(std::slice::from_ref(&plain), &|_| false);
    let is_shown = matches!(&read.authors.list[..], [Name::Body(body)] if body == name);
    if is_shown && role.is_none() {
        return plain;
    }
    let kind = Some(AuthorKind::Organization).filter(|_| !is_shown);
    Author::Named(NamedAuthor { name: name.to_owned(), kind, role, ..NamedAuthor::default() }.into())
}

/// Family name, given names and suffix around commas; `None` where commas stand for something else.
fn parts(name: &str) -> Option<(&str, &str, &str)> {
    let is_plain = |text: &str| {
        !text.is_empty()
            && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '[' | '&' | '/'))
            && text.split(' ').count() <= 4
            && !is_body_word(text)
    };
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    let (family, given, suffix) = match *parts {
        [family, given] if !is_suffix(given) => (family, given, ""),
        // BibTeX writes the suffix before the given names, others behind.
        [family, suffix, given] if is_suffix(suffix) => (family, given, suffix),
        [family, given, suffix] if is_suffix(suffix) => (family, given, suffix),
        _ => return None,
    };
    let is_firm =
        ["ltd.", "ltd", "inc.", "inc", "llc", "gmbh", "ph.d.", "phd", "m.d.", "md"].contains(&fold(given).as_str());
    (is_plain(family) && is_plain(given) && !is_firm).then_some((family, given, suffix))
}

fn role_of(author: &Author) -> Option<Part> {
    match author {
        Author::Text(_) => None,
        Author::Named(named) => named.role,
        Author::Parts(parts) => parts.role,
    }
}

#[cfg(test)]
mod tests {
    use super::People;
    use crate::catalog::Author;
    use crate::import::Role;

    #[test]
    fn what_stands_behind_a_comma_is_a_given_name_only_where_it_is_one() {
        let mut authors = Vec::new();
        let names = ["Anna Wu, EdD", "Eve Lark, Ed.D.", "Bo Ek, editors", "Brennick, O. P."];
        People::default().add(&mut authors, &names.map(str::to_owned), Role::Author, false);
        let is_in_parts = |author: &Author| matches!(author, Author::Parts(_));
        assert_eq!(authors.iter().map(is_in_parts).collect::<Vec<_>>(), [false, false, false, true]);
    }

    #[test]
    fn a_role_of_several_is_that_of_all_and_no_part_of_a_name() {
        for names in [
            ["Smith, J.", "Jones, K. (Eds.)"],
            ["Smith, J. (Ed.)", "Jones, K. (Ed.)"],
            ["Smith, J.", "Jones, K., eds."],
        ] {
            let mut authors = Vec::new();
            People::default().add(&mut authors, &names.map(str::to_owned), Role::Author, false);
            let editors = authors.iter().filter(|author| super::role_of(author) == Some(crate::catalog::Role::Editor));
            assert_eq!(editors.count(), 2, "{names:?}");
            let shown: Vec<String> = authors.iter().map(|author| author.display().into_owned()).collect();
            assert_eq!(shown, ["J. Smith", "K. Jones"], "{names:?}");
        }
    }

    #[test]
    fn one_person_in_two_orders_is_one() {
        let mut authors = Vec::new();
        let names = ["Brennick, Oda", "Oda Brennick", "Works, Ltd.", "Lark, Tam E., 1829-1916", "Morrow, Tavi, Jr."];
        People::default().add(&mut authors, &names.map(str::to_owned), Role::Author, false);
        let shown: Vec<String> = authors.iter().map(|author| author.display().into_owned()).collect();
        assert_eq!(shown, ["Oda Brennick", "Works, Ltd.", "Lark, Tam E., 1829-1916", "Tavi Morrow Jr."]);
    }
}
