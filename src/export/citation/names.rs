//! Who signs: from the author strings of a catalog to persons and organizations.
//!
//! A catalog says `Susan Patrick` or `Aspen Institute` and not which is which. A text is an organization when
//!
//! 1. the resource has it as a publisher too;
//! 2. it is one word, or more than five;
//! 3. it has a digit or one of `& / @`, or begins with `The`;
//! 4. one of its words names a body ([`BODIES`]) or is no part of names ([`NO_NAMES`]);
//! 5. a word of three or more letters is all capitals and another is not (`NYU Metro Center`).
//!
//! Everything else is a person. Of a person, what stands before a comma is the family name; without a comma it is the last
//! word, with the particles before it (`van`, `de la`, `Vander`). Two family names without a hyphen need the comma, for
//! nobody can tell `Tara García Mathewson` from `Katie Larsen McClarty`: `García Mathewson, Tara`.

use crate::catalog::{Author, AuthorKind, NameParts, NamedAuthor, Resource};
use crate::export::Context;
use crate::text::fold;

/// Words that name a body, folded.
const BODIES: &str = " academy agency alliance association board bureau center centre coalition college commission committee \
    company consortium cooperative corporation council department district foundation government group inc institute \
    institution laboratory llc ltd ministry network office organisation organization partnership school schools service \
    services society trust union university ";

/// Words that no person is called, folded.
const NO_NAMES: &str = " archives assessment collaborative education educational initiative innovations international journal \
    learning magazine national news policy program project public research review state team podcast ";

/// Words that names do not have in lower case.
const PREPOSITIONS: &str = " and at for in of on the to with ";

/// Particles of family names, folded.
const PARTICLES: &str = " af al av bin da dal de del della den der di dos du el ibn la las le los st ten ter van vander vom von zu zum zur ";

/// What follows a name after a comma and belongs to it, folded and without points.
const SUFFIXES: &str = " jr sr ii iii iv ";

/// Degrees: no reference list shows them (APA 7 section 9.8; MLA 9, “Author”; Chicago 17 section 14.73).
const DEGREES: &str = " phd edd md jd ma ms med mba msed esq dphil ";

/// Who signs a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A person.
    Person {
        /// Family name, with its particles.
        family: String,
        /// Given names and initials as signed; may be empty.
        given: String,
        /// `Jr.`, `III`; mostly empty.
        suffix: String,
    },
    /// A body, or a name that is not to be taken apart.
    Body(String),
}

/// Whether a list of words, blanks around each, has a word.
fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|known| known == word)
}

/// A word without points and other signs around it, folded.
fn bare(word: &str) -> String {
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether one of the words of a text names a body.
pub(super) fn names_a_body(text: &str) -> bool {
    text.split_whitespace().any(|word| has(BODIES, &bare(word)))
}

/// Whether a text is set in capitals, as acronyms are.
fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !word.contains('.')
        && word.chars().all(|c| !c.is_lowercase())
}

fn is_body(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mixed = !text.contains(',')
        && words.iter().any(|word| is_capitals(word))
        && !words.iter().all(|word| is_capitals(word));
    words.len() > 5
        || text.contains(|c: char| c.is_numeric() || "&/@".contains(c))
        || words.first() == Some(&"The")
        || mixed
        || words.iter().any(|word| has(PREPOSITIONS, word))
        || words.iter().map(|word| bare(word)).any(|word| has(BODIES, &word) || has(NO_NAMES, &word))
}

/// The names of the authors of a resource.
pub fn authors<'a>(resource: &Resource, context: impl Into<Context<'a>>) -> Vec<Name> {
    let context = context.into();
    resource.authors.iter().map(|author| name(author, &|text| is_publisher(text, resource, context))).collect()
}

/// Whether a text is a publisher of this resource, or of any other of the catalog.
fn is_publisher(text: &str, resource: &Resource, context: Context<'_>) -> bool {
    resource.publishers.iter().any(|publisher| fold(publisher) == fold(text)) || context.is_publisher(text)
}

fn name(author: &Author, is_publisher: &dyn Fn(&str) -> bool) -> Name {
    match author {
        Author::Parts(NameParts { family, given, suffix, .. }) => {
            Name::Person { family: family.clone(), given: given.clone(), suffix: suffix.clone() }
        }
        Author::Named(NamedAuthor { name, kind: Some(AuthorKind::Organization), .. }) => Name::Body(name.clone()),
        author => parsed(&author.display(), is_publisher),
    }
}

fn parsed(text: &str, is_publisher: &dyn Fn(&str) -> bool) -> Name {
    let text = super::super::escape::line(text);
    let body = || Name::Body(text.clone());
    if is_body(&text) || is_publisher(&text) {
        return body();
    }
    let (mut parts, mut suffix) = (Vec::new(), String::new());
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let word = bare(part);
        if !parts.is_empty() && has(SUFFIXES, &word) {
            part.clone_into(&mut suffix);
        } else if parts.is_empty() || !has(DEGREES, &word) {
            parts.push(part);
        }
    }
    match parts[..] {
        [family, given] => Name::Person { family: family.to_owned(), given: given.to_owned(), suffix },
        [whole] => person(whole, suffix).unwrap_or_else(body),
        _ => body(),
    }
}

/// A person whose name is signed in its natural order; none in a single word.
fn person(text: &str, mut suffix: String) -> Option<Name> {
    let mut words: Vec<&str> = text.split(' ').collect();
    if let Some(last) = words.pop_if(|word| has(SUFFIXES, &bare(word))) {
        last.clone_into(&mut suffix);
    }
    let mut at = words.len().checked_sub(1).filter(|at| *at > 0)?;
    while at > 1 && has(PARTICLES, &bare(words[at - 1])) {
        at -= 1;
    }
    Some(Name::Person { family: words[at..].join(" "), given: words[..at].join(" "), suffix })
}

/// Given names as initials: `Timothy F.C.` is `T. F. C.`, `Kai-ming` is `K.-m.`; what stands in parentheses or quotes is left
/// out (APA 7 section 9.8).
fn initials(given: &str) -> String {
    let mut initials = String::new();
    for word in given.split_whitespace().filter(|word| !word.starts_with(['(', '"', '“', '‘'])) {
        for name in word.split('.') {
            for (at, part) in name.split(['-', '‐', '‑']).enumerate() {
                let Some(initial) = part.chars().find(|c| c.is_alphabetic()) else { continue };
                initials.push_str(match at {
                    _ if initials.is_empty() => "",
                    0 => " ",
                    _ => "-",
                });
                initials.push(initial);
                initials.push('.');
            }
        }
    }
    initials
}

impl Name {
    /// `Patrick, S., Jr.`
    pub fn with_initials(&self) -> String {
        match self {
            Self::Person { family, given, suffix } => comma(&[family, &initials(given), suffix]),
            Self::Body(name) => name.clone(),
        }
    }

    /// `Patrick, Susan, Jr.`
    pub fn inverted(&self) -> String {
        match self {
            Self::Person { family, given, suffix } => comma(&[family, given, suffix]),
            Self::Body(name) => name.clone(),
        }
    }

    /// `Susan Patrick Jr.`
    pub fn natural(&self) -> String {
        match self {
            Self::Person { family, given, suffix } => {
                let parts = [given.as_str(), family, suffix].into_iter().filter(|part| !part.is_empty());
                parts.collect::<Vec<&str>>().join(" ")
            }
            Self::Body(name) => name.clone(),
        }
    }

    /// Whether it is a body.
    pub fn is_body(&self) -> bool {
        matches!(self, Self::Body(_))
    }
}

fn comma(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(", ")
}
