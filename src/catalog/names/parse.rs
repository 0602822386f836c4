//! From the authors of a record to names.

use super::body::{bare, is_initials, without_acronym};
use super::given::{is_given, is_given_alone};
use super::name::{Contributors, Name, Person};
use super::person::{
    certain_person, is_appositive, is_suffix, person, stated_apart, without_parentheses, without_titles,
};
use super::role::{Byline, Roles, Stated, done_by, stated, without_byline, without_role};
use super::words::has;
use crate::catalog::model::{Author, AuthorKind, NameParts, NamedAuthor};
use crate::limits::{NAME_BYTES, work};
use crate::text::fold;

/// Those who made a work, from its authors; `is_known_body` says whether a name is known to be that of a body.
pub fn contributors(authors: &[Author], is_known_body: &dyn Fn(&str) -> bool) -> Contributors {
    let mut all = Contributors::default();
    let mut makers = Vec::new();
    for author in authors {
        work::count(author.display().len());
        let Signed { names, others } = match author {
            Author::Parts(parts) => {
                let NameParts { family, given, suffix, role, .. } = &**parts;
                let person = stated_apart(&line(family), &line(given), &line(suffix));
                Signed::one(Name::Person(person), role.unwrap_or_default().into())
            }
            Author::Named(named) => signed_apart(named, is_known_body),
            Author::Text(text) => read(text, is_known_body),
        };
        for (name, roles) in names {
            if roles.is_guest() {
                all.guests.list.push(name);
                continue;
            }
            let n_authors = all.authors.list.len();
            roles.lists(&mut all).for_each(|names| names.list.push(name.clone()));
            makers.extend((all.authors.list.len() > n_authors).then(|| roles.maker()));
        }
        if let Some(roles) = others {
            roles.lists(&mut all).for_each(|names| names.has_others = true);
        }
    }
    if all.authors.list.is_empty() && all.editors.list.is_empty() {
        all.authors.list = std::mem::take(&mut all.guests.list);
    }
    all.made_by = makers.first().copied().flatten().filter(|first| makers.iter().all(|maker| *maker == Some(*first)));
    for names in [&mut all.authors, &mut all.editors, &mut all.translators, &mut all.illustrators, &mut all.guests] {
        for name in &mut names.list {
            if let Name::Person(person) = name {
                person.space_initials();
            }
        }
        names.has_others &= !names.list.is_empty();
    }
    all
}

/// The names of an author whose kind or role is stated, or may be.
fn signed_apart(author: &NamedAuthor, is_known_body: &dyn Fn(&str) -> bool) -> Signed {
    let NamedAuthor { name, kind, role, .. } = author;
    match (kind, role) {
        (Some(AuthorKind::Organization), role) => {
            Signed::one(Name::Body(without_acronym(&line(name)).to_owned()), role.unwrap_or_default().into())
        }
        (Some(AuthorKind::Person), role) => {
            let name = line(name);
            let (bare, stated) = without_role(&name);
            let roles = role.map(Roles::from).or(stated.map(|stated| stated.roles)).unwrap_or_default();
            Signed::one(Name::Person(certain_person(bare)), roles)
        }
        (None, Some(role)) => read(name, is_known_body).in_roles((*role).into()),
        (None, None) => read(name, is_known_body),
    }
}

/// What a text signs a work with.
#[derive(Debug, Clone, Default)]
pub(in crate::catalog) struct Signed {
    /// The names, each with its roles.
    pub(in crate::catalog) names: Vec<(Name, Roles)>,
    /// The roles of others that are not named, where the text says that there are: `et al.`
    others: Option<Roles>,
}

impl Signed {
    fn one(name: Name, roles: Roles) -> Self {
        Self { names: vec![(name, roles)], others: None }
    }

    /// Whether it says that there are others whom it does not name.
    pub(in crate::catalog) fn has_others(&self) -> bool {
        self.others.is_some()
    }

    /// Replaces the roles of all names.
    fn in_roles(mut self, roles: Roles) -> Self {
        for (_, one) in &mut self.names {
            *one = roles;
        }
        Self { others: self.others.and(Some(roles)), ..self }
    }
}

/// Reads a text that signs a work.
pub(in crate::catalog) fn read(text: &str, is_known_body: &dyn Fn(&str) -> bool) -> Signed {
    work::count(text.len());
    let text = line(text);
    if text.is_empty() {
        return Signed::default();
    }
    if text.len() > NAME_BYTES || is_known_body(&text) {
        return Signed::one(Name::Body(without_acronym(&text).to_owned()), Roles::default());
    }
    if is_no_name(&text) {
        return Signed::default();
    }
    // `Doe, J., et al. (Eds.)`, `Jane Doe (Ed.) et al.`
    let (bare, behind) = without_role(&text);
    let (signers, has_others) = without_others(bare);
    let (signers, stated) = match behind {
        Some(Stated { roles, is_plural }) if is_plural || has_others => (signers, Some(roles)),
        // One role is that of the last name alone.
        Some(_) => (&*text, None),
        None => without_plural(signers),
    };
    // `et al.` may be an author of its own, behind those whom it goes with.
    if signers.is_empty() {
        return Signed { names: Vec::new(), others: has_others.then(Roles::default) };
    }
    let mut names = if is_known_body(signers) {
        vec![(Name::Body(without_acronym(signers).to_owned()), Roles::default())]
    } else {
        signed(signers, stated.is_some(), is_known_body)
    };
    if let Some(stated) = stated {
        for (_, roles) in &mut names {
            *roles = stated;
        }
    }
    let others = names.last().filter(|_| has_others).map(|(_, roles)| *roles);
    Signed { names, others }
}

/// What stands for an author where there is none, or where nobody knows one, folded.
const NOBODY: &str = " n/a na none null nil nan undefined unknown tbd tba various ";
/// The same in several words.
const NOBODIES: [&str; 10] = [
    "author unknown",
    "unknown author",
    "unknown authors",
    "various authors",
    "multiple authors",
    "no author",
    "not applicable",
    "not available",
    "not stated",
    "sin autor",
];

/// Whether a text of the authors names nobody: no letters, a word for nothing, an address of mail or of the web.
fn is_no_name(text: &str) -> bool {
    let folded = fold(text.trim_matches(['(', ')', '[', ']', '.', '<', '>']));
    let is_address = !text.contains(' ')
        && (text.contains('@') && text.contains('.') || text.contains("://") || folded.starts_with("www."));
    !text.contains(char::is_alphanumeric)
        || text.starts_with('@')
        || is_address
        || has(NOBODY, &folded)
        || NOBODIES.contains(&folded.as_str())
}

/// The names of a text without the role of all of them, and that role, where it is one that a record can state.
#[cfg(feature = "import")]
pub(crate) fn plural_role(text: &str) -> Option<(&str, crate::catalog::model::Role)> {
    let (bare, stated) = without_role(text);
    let (others_bare, has_others) = without_others(bare);
    let is_of_all = stated?.is_plural || has_others && !others_bare.is_empty();
    if is_of_all { super::role::one_role(text) } else { None }
}

/// A text without a role of several at its end, which is that of all whom it names.
fn without_plural(text: &str) -> (&str, Option<Roles>) {
    match without_role(text) {
        (named, Some(Stated { roles, is_plural: true })) => (named, Some(roles)),
        _ => (text, None),
    }
}

/// The names of a text that is not empty and no known body's name; `is_list` says that it is known to name several.
fn signed(text: &str, is_list: bool, is_known_body: &dyn Fn(&str) -> bool) -> Vec<(Name, Roles)> {
    // The last is often joined by a word: `Smith, J.; and Lee, B.`
    let parts = text.split(';').map(|part| part.trim().trim_start_matches("and ").trim_start_matches("& "));
    let parts: Vec<&str> =
        if text.contains(';') { parts.filter(|part| !part.is_empty()).collect() } else { vec![text] };
    let mut names = Vec::new();
    let mut roles_before = None;
    for part in parts.into_iter().flat_map(split_at_byline) {
        let Byline { names: signers, is_sure, is_plural, roles } = without_byline(part);
        // `Edited by Jane Doe; John Smith`.
        let roles = if signers.len() < part.len() { roles } else { roles_before.unwrap_or(roles) };
        roles_before = Some(roles);
        let mut found = match several(signers, is_list || is_plural) {
            Some(persons) => persons.into_iter().map(|(person, roles)| (Name::Person(person), roles)).collect(),
            None => vec![one(signers, is_known_body)],
        };
        // `By` may begin the name of a body.
        if let [(Name::Body(_), _)] = found[..]
            && !is_sure
            && !is_known_body(signers)
        {
            found = vec![one(part, is_known_body)];
        }
        if !roles.is_author() {
            for (_, one) in &mut found {
                *one = roles;
            }
        }
        names.extend(found);
    }
    names
}

/// What stands before a comma behind which others are named by what they did, and these: `Hannah Arendt, translated by Bo Ek`.
fn split_at_byline(text: &str) -> impl Iterator<Item = &str> {
    let at = text.match_indices(", ").map(|(at, _)| at).find(|at| done_by(text[at + 2..].trim_start()).is_some());
    let (first, then) = at.map_or((text, None), |at| (&text[..at], Some(text[at + 2..].trim_start())));
    std::iter::once(first).chain(then)
}

/// The name of one, with the roles that stand behind it.
fn one(text: &str, is_known_body: &dyn Fn(&str) -> bool) -> (Name, Roles) {
    if is_known_body(text) {
        return (Name::Body(without_acronym(text).to_owned()), Roles::default());
    }
    let (name, stated) = without_role(text);
    let roles = stated.map(|stated| stated.roles).unwrap_or_default();
    let name = without_place_of_work(name);
    match person(name) {
        Some(person) if !is_known_body(name) => (Name::Person(person), roles),
        _ => (Name::Body(without_acronym(name).to_owned()), roles),
    }
}

/// A name without where its bearer works, behind a dash or a bar: `Jane Doe - Some Review`, `Jane Doe | Some Review`.
fn without_place_of_work(text: &str) -> &str {
    let names = [" - ", " – ", " — ", " | "].iter().filter_map(|dash| Some(text.split_once(dash)?.0));
    let begins = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        matches!(without_titles(&words)[..], [given, _, ..] if is_given_alone(&bare(given)))
    };
    let name = names.min_by_key(|name| name.len()).filter(|name| begins(name));
    name.filter(|name| person(name).is_some()).unwrap_or(text)
}

/// A text on one line: every run of white space and control characters is one blank, none at the ends.
fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ")
}

/// What stands for others that are not named, in several languages; a longer form before the shorter one that begins it.
const OTHERS: [&str; 26] = [
    "and colleagues",
    "& colleagues",
    "& al.",
    "and al.",
    "et al.",
    "et al",
    "et. al.",
    "et. al",
    "et alii",
    "et aliae",
    "et coll.",
    "et coll",
    "et autres",
    "and others",
    "& others",
    "y otros",
    "y otras",
    "y cols.",
    "y col.",
    "e outros",
    "e outras",
    "e altri",
    "u. a.",
    "u.a.",
    "und andere",
    "en anderen",
];

/// A text without `et al.` at its end, and whether it had it.
pub(crate) fn without_others(text: &str) -> (&str, bool) {
    let whole = text.trim_end_matches([' ', ',', ';']);
    // `[et al.]`.
    let (whole, opening): (&str, &[char]) = match whole.strip_suffix([')', ']']) {
        Some(inner) => (inner, &['(', '[']),
        None => (whole, &[' ', ',', ';']),
    };
    let lower = whole.to_ascii_lowercase();
    for ending in OTHERS {
        let Some(before) = lower.strip_suffix(ending) else { continue };
        if before.is_empty() || before.ends_with(opening) {
            return (whole[..before.len()].trim_end_matches([' ', ',', ';', '(', '[']), true);
        }
    }
    (text, false)
}

/// Whether a word joins two persons: `and` in several languages, where whole names stand on both sides (`Ortega y Gasset`,
/// `von und zu`), of which `is_list` says that they are several, and not between two roles (`ed. and trans.`).
fn joins(words: &[&str], at: usize, is_list: bool) -> bool {
    let is = |list: &[&str]| list.iter().any(|joint| joint.eq_ignore_ascii_case(words[at]));
    let neighbours = at.checked_sub(1).map(|before| words[before]).zip(words.get(at + 1));
    if neighbours.is_some_and(|(before, next)| stated(before).is_some() && stated(next).is_some()) {
        return false;
    }
    let (before, behind) = (&words[..at], &words[at + 1..]);
    let is_large = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    let are_whole = before.len() > 1 && behind.len() > 1 && is_large(before[at - 1]) && is_large(behind[0]);
    is(&["and", "&", "with", "|", "·", "•", "/"])
        || are_whole && is(&["und", "et"])
        || are_whole
            && is(&["y", "e", "+", "-", "–", "—"])
            && (is_list || is_initials(behind[0]) || is_given(&bare(behind[0])))
}

/// The persons of a text that names two or more, each of whom has a name of two words or more: `Jane Doe & John Smith`.
fn several(text: &str, is_list: bool) -> Option<Vec<(Person, Roles)>> {
    // Behind the last name stand his roles, or words with commas of their own.
    let (named, last_roles) = without_role(text);
    let named = without_parentheses(named);
    // `Jane Doe/Bo Ek`.
    let is_joined = named.contains('/') && named.split('/').all(starts_with_given);
    let spaced = if is_joined { named.replace('/', " / ") } else { named.to_owned() };
    let words: Vec<&str> = spaced.split(' ').collect();
    let (mut segments, mut from, mut depth) = (Vec::new(), 0, 0_usize);
    for at in 0..words.len() {
        // Nothing is joined within parentheses: `Jane Doe (Ed. & Trans.)`.
        depth = (depth + words[at].matches(['(', '[']).count()).saturating_sub(words[at].matches([')', ']']).count());
        if depth == 0 && joins(&words, at, is_list) {
            segments.push(words[from..at].join(" "));
            from = at + 1;
        }
    }
    segments.push(words[from..].join(" "));
    let segments: Vec<&str> = segments.iter().map(|part| part.trim_matches([' ', ','])).collect();
    let is_list = is_list || segments.len() > 1;
    let mut persons = Vec::new();
    for segment in &segments {
        for text in split_at_commas(segment, is_list) {
            let (name, stated) = without_role(&text);
            let roles = stated.map(|stated| stated.roles).unwrap_or_default();
            persons
                .push((person(name).filter(|person| !person.given.is_empty() || person.family.contains(' '))?, roles));
        }
    }
    if let (Some(stated), Some((_, roles))) = (last_roles, persons.last_mut()) {
        *roles = stated.roles;
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
    // `Anna Lee (Ed.), Bo Ek (Ed.)`.
    let has_role = |parts: &[String]| parts.iter().any(|part| part.ends_with(')') && without_role(part).1.is_some());
    match &parts[..] {
        [] | [_] => vec![text.to_owned()],
        parts if are_pairs(parts) => parts.chunks(2).map(|pair| pair.join(", ")).collect(),
        parts if are_whole(parts) && (is_list || parts.len() > 2 || are_natural(parts) || has_role(parts)) => {
            parts.to_vec()
        }
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
        part.rsplit_once(' ')
            .is_some_and(|(family, initials)| is_initials(initials) && !family.split(' ').any(is_initials))
    };
    parts.iter().all(|part| begins(part) && !ends_with_given(part)) || parts.iter().all(has_initials)
}

/// Whether a name begins with a common given name, titles left out.
pub(in crate::catalog) fn starts_with_given(name: &str) -> bool {
    without_titles(&name.split(' ').collect::<Vec<&str>>()).first().is_some_and(|first| is_given(&bare(first)))
}
