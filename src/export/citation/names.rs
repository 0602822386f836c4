//! The forms that names have in lists of works.

use crate::catalog::{self, Contributors, HashSet, Name, Names, Person, Resource};
use crate::export::context::Context;
use crate::text::fold;

/// Who wrote, edited and translated a resource. A text that is a publisher of this resource, or that the catalog knows to be no
/// person's name, is a body.
pub fn contributors<'a>(resource: &Resource, context: impl Into<Context<'a>>) -> Contributors {
    let context = context.into();
    let own: HashSet<String> = resource.publishers.iter().map(|publisher| fold(publisher)).collect();
    catalog::contributors(&resource.authors, &|text| own.contains(&fold(text)) || context.is_known_body(text))
}

impl Name {
    /// The name as APA has it: `Patrick, S., Jr.`, `van Gogh, V.`, `Humboldt, A. von` (7, section 9.8).
    pub fn with_initials(&self) -> String {
        match self {
            Self::Person(person) => person.by_commas(&person.full_family(), &initials(person), ""),
            Self::Body(name) => name.clone(),
        }
    }

    /// The name with initials before the family name: `S. Patrick, Jr.` (APA 7, section 9.10, on those named behind the title).
    pub(super) fn natural_with_initials(&self) -> String {
        match self {
            Self::Person(person) if catalog::is_east_asian(&person.family) => person.whole(),
            Self::Person(person) => {
                let named = spaced(&[&initials(person), &person.dropping, &person.full_family()]);
                if person.suffix.is_empty() { named } else { format!("{named}, {}", person.suffix) }
            }
            Self::Body(name) => name.clone(),
        }
    }

    /// The name with the family name first: `Patrick, Susan, Jr.` (MLA 9, chapter 5, “Author”); no comma where it is signed so (Chicago 17
    /// sections 16.77, 16.82 and 16.86).
    pub fn inverted(&self) -> String {
        match self {
            Self::Person(person) => person.inverted(&person.full_family(), &person.given, ""),
            Self::Body(name) => name.clone(),
        }
    }

    /// The name with the family name first, as Chicago has it: Dutch particles and the Arabic article stand behind the given
    /// names (17, sections 16.71 and 16.75).
    pub fn inverted_in_chicago(&self) -> String {
        match self {
            Self::Person(person) if person.is_demoted() => {
                person.inverted(&person.family, &person.given, &person.non_dropping)
            }
            name => name.inverted(),
        }
    }

    /// Whether the name stands at the head of an entry as it is signed, so that no comma of an inverted name goes before `and`: a body, a
    /// family name that is signed first.
    pub(super) fn stands_as_signed(&self) -> bool {
        match self {
            Self::Person(person) => person.has_family_first() || person.is_whole(),
            Self::Body(_) => true,
        }
    }

    /// The name for formats that split it at commas into family name, given names and suffix; a body's name has a dash in place
    /// of each comma, for nothing there keeps it whole: `U.S. Department of Education – Office of Educational Technology`.
    pub fn split_by_commas(&self) -> String {
        match self {
            Self::Person(person) => {
                let given = spaced(&[&person.given, &person.dropping]);
                let parts = [person.full_family(), given, person.suffix.clone()];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(", ")
            }
            Self::Body(name) => {
                let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
                parts.join(" – ").replace(" – Inc", " Inc").replace(" – LLC", " LLC").replace(" – Ltd", " Ltd")
            }
        }
    }

    /// The name as signed: `Susan Patrick Jr.`
    pub fn natural(&self) -> String {
        match self {
            Self::Person(person) if person.has_family_first() => person.whole(),
            Self::Person(person) => {
                let family = person.full_family();
                spaced(&[&person.given, &person.dropping, &family, &person.suffix])
            }
            Self::Body(name) => name.clone(),
        }
    }
}

impl Person {
    /// The name with the family name first; one that is signed so has no comma.
    fn inverted(&self, family: &str, given: &str, behind: &str) -> String {
        if self.is_family_first { self.whole() } else { self.by_commas(family, given, behind) }
    }

    /// Family name, given names with the particles behind them, suffix, with commas between; no comma in Chinese, Japanese and Korean
    /// letters.
    fn by_commas(&self, family: &str, given: &str, behind: &str) -> String {
        if catalog::is_east_asian(&self.family) {
            return self.whole();
        }
        let given = spaced(&[given, &self.dropping, behind]);
        let parts = [family, &given, &self.suffix].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<&str>>().join(", ")
    }

    /// Whether the family name stands first where the name is signed: also in Chinese, Japanese and Korean letters.
    fn has_family_first(&self) -> bool {
        self.is_family_first || catalog::is_east_asian(&self.family)
    }

    fn whole(&self) -> String {
        spaced(&[&self.family, &self.given, &self.suffix])
    }
}

/// Given names as initials: `Timothy F.C.` is `T. F. C.`, `Kai-ming` is `K.-m.`; what stands in parentheses or quotes is left
/// out (APA 7 section 9.8).
fn initials(person: &Person) -> String {
    let mut initials = String::new();
    for word in person.given.split_whitespace().filter(|word| !word.starts_with(['(', '"', '“', '‘'])) {
        // Particles among given names stay: `M. del C.`
        if catalog::is_particle(word) {
            initials.push_str(if initials.is_empty() { "" } else { " " });
            initials.push_str(word);
            continue;
        }
        // The Arabic article stays: `ʿA. al-R.`
        if let Some(at) = catalog::article_length(word) {
            initials.push_str(if initials.is_empty() { "" } else { " " });
            initials.push_str(&word[..at]);
            push_initials(&word[at..], "", &mut initials);
            continue;
        }
        for name in word.split('.') {
            push_initials(name, if initials.is_empty() { "" } else { " " }, &mut initials);
        }
    }
    initials
}

/// Appends the initials of a name, of each of its parts between hyphens, with `before` in front; the sign for a first consonant that Latin
/// letters have not stays with the letter behind it (`ʿA.`, `ʻO.`).
fn push_initials(name: &str, before: &str, initials: &mut String) {
    for (at, part) in name.split(['-', '‐', '‑']).enumerate() {
        let is_mark = |c: char| matches!(c, 'ʿ' | 'ʾ' | 'ʻ' | 'ʼ');
        let Some(initial) = part.chars().find(|c| c.is_alphabetic() && !is_mark(*c)) else { continue };
        initials.push_str(if at == 0 || initials.is_empty() { before } else { "-" });
        initials.extend(part.chars().next().filter(|c| is_mark(*c)));
        initials.push(initial);
        initials.push('.');
    }
}

impl Contributors {
    /// All of them as they are signed, without titles and degrees: `Jane Doe, John Smith (Eds.)`.
    pub(in crate::export) fn as_signed(&self) -> String {
        let Self { authors, editors, translators, .. } = self;
        let eds = if editors.are_several() { " (Eds.)" } else { " (Ed.)" };
        let mut text = String::new();
        for (names, label) in [(authors, ""), (editors, eds), (translators, " (Trans.)")] {
            let mut named: Vec<String> = names.list.iter().map(Name::natural).collect();
            named.extend(names.has_others.then(|| "et al.".to_owned()));
            if !named.is_empty() {
                text.push_str(if text.is_empty() { "" } else { "; " });
                text.push_str(&named.join(", "));
                text.push_str(label);
            }
        }
        text
    }
}

impl Names {
    /// Whether they are several, named or not.
    pub(super) fn are_several(&self) -> bool {
        self.list.len() + usize::from(self.has_others) > 1
    }

    /// The names as they are signed, each with `write`, and `and` before the last: `A`, `A and B`, `A, B, and C`, `A et al.`
    pub(super) fn joined(&self, and: &str, write: &dyn Fn(&Name) -> String) -> String {
        let all: Vec<String> = self.list.iter().map(write).collect();
        match &all[..] {
            all if self.has_others => format!("{} et al.", all.join(", ")),
            [first, second] => format!("{first} {and} {second}"),
            [first @ .., last] if !first.is_empty() => format!("{}, {and} {last}", first.join(", ")),
            all => all.concat(),
        }
    }
}

/// Parts with a blank between them; empty ones are left out.
fn spaced(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(" ")
}
