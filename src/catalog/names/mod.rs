//! Names: from the authors of a record to persons, with the parts of their names, and bodies.
//!
//! The parts are those of CSL 1.0.2 ("Name Particles"). `order` reads a family name that stands first or is of two words where the
//! words show it (`Kim Jong-un`, `Nguyễn Văn An`, `Bartók Béla`, `Gabriel García Márquez`). What a text does not say can't be guessed, and an object of
//! the catalog says it: a family name of two words with one of another language (`Tara García Mathewson`), one that stands first where it may
//! be a given name (`László Péter`), a patronymic (`Halldór Laxness`), and a body that is called by two plain words
//! (`Digital Promise`).

mod body;
mod given;
mod known;
mod name;
mod order;
mod parse;
mod particle;
mod person;
mod role;
mod words;

pub(super) use body::{body_initials, has_family_of_body, may_be_family};
pub use body::{is_body_word, without_acronym};
pub(super) use given::may_be_given;
pub(crate) use given::{is_given, is_given_and_word};
pub use known::{is_label, known_bodies, known_labels};
pub use name::{Contributors, Maker, Name, Names, Person};
pub(super) use order::is_unclear;
pub use parse::contributors;
#[cfg(feature = "import")]
pub(crate) use parse::{plural_role, without_others};
pub(super) use parse::{read, starts_with_given};
pub(crate) use particle::{article_length, is_particle};
#[cfg(feature = "import")]
pub(crate) use person::is_suffix;
pub(super) use person::{has_marks, is_appositive};
#[cfg(feature = "import")]
pub(crate) use role::one_role;
pub(crate) use words::is_title;
