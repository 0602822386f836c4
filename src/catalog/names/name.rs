//! The names of those who sign a work, as data.

use super::words::{DEMOTED, has};

/// Those who made a work, by what they did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contributors {
    /// Those who wrote it.
    pub authors: Names,
    /// Those who edited it.
    pub editors: Names,
    /// Those who translated it.
    pub translators: Names,
    /// Those who illustrated what others wrote.
    pub illustrators: Names,
    /// Those whom they talk with in it; they sign no citation.
    pub guests: Names,
    /// What the authors did where all of them did that and wrote nothing.
    pub made_by: Option<Maker>,
}

/// What those in an author's place did for a recording (APA 7 sections 10.12 and 10.13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    /// Led through it.
    Host,
    /// Directed it.
    Director,
}

/// Names of several, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// The names.
    pub list: Vec<Name>,
    /// Whether there are others that are not named: `et al.`.
    pub has_others: bool,
}

/// Who signs a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// A person.
    Person(Person),
    /// A body, or a name that is not to be taken apart.
    Body(String),
}

/// The parts of a person's name, as CSL 1.0.2 has them; all but the family name may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Family name without the particles that stand before it.
    pub family: String,
    /// Particle that stays where the family name stands alone: `van` of van Gogh.
    pub non_dropping: String,
    /// Particle that goes with the given names: `von` of Humboldt.
    pub dropping: String,
    /// Given names and initials, with points and blanks between initials.
    pub given: String,
    /// `Jr.`, `III`.
    pub suffix: String,
    /// Whether the family name stands first where the name is signed: `Xi Jinping`.
    pub is_family_first: bool,
}

impl Name {
    /// Whether it is a body.
    pub fn is_body(&self) -> bool {
        matches!(self, Self::Body(_))
    }
}

impl Person {
    /// Whether the name is one whole, without given names.
    pub fn is_whole(&self) -> bool {
        self.given.is_empty() && self.dropping.is_empty()
    }

    /// The family name with the particle that stays: `van Gogh`, `al-Hakim`, `d’Alembert`.
    pub fn full_family(&self) -> String {
        let Self { family, non_dropping, .. } = self;
        let is_joined = non_dropping.is_empty() || non_dropping.ends_with(['-', '\'', '’']);
        if is_joined { format!("{non_dropping}{family}") } else { format!("{non_dropping} {family}") }
    }

    /// Writes initials apart: `J. R. R.` for `J.R.R.` and for `JRR`, each with its point (APA 7 section 9.8; MLA 9, “Author”; Chicago 17 section 10.12).
    pub(super) fn space_initials(&mut self) {
        // Where all is in capitals, so is a given name: `JO DOE`.
        if self.family.chars().any(char::is_lowercase) {
            self.given = self.given.split(' ').map(spaced_initials).collect::<Vec<String>>().join(" ");
        }
    }

    /// Whether Chicago writes and sorts the particle that stays behind the given names (17, sections 16.71 and 16.75).
    pub fn is_demoted(&self) -> bool {
        self.non_dropping.split(' ').next().is_some_and(|particle| has(DEMOTED, particle))
    }
}

/// A word with its initials apart, if it is initials.
fn spaced_initials(word: &str) -> String {
    let is_glued = (1..=3).contains(&word.chars().count()) && word.chars().all(char::is_uppercase);
    if is_glued {
        return word.chars().map(|c| format!("{c}.")).collect::<Vec<String>>().join(" ");
    }
    let points = word.matches('.').count();
    let is_initials = points > 1 && word.split(['.', '-']).all(|part| part.chars().count() < 2);
    if is_initials { word.replace('.', ". ").replace(". -", ".-").trim_end().to_owned() } else { word.to_owned() }
}
