//! Names: from the authors of a record to persons, with the parts of their names, and bodies.
//!
//! The parts are those of CSL 1.0.2 ("Name Particles"). What a text does not say can't be guessed, and an object of the catalog
//! says it: two family names without a hyphen (`Tara García Mathewson`), a family name that stands first in Latin letters
//! (`Mao Zedong`, `Bartók Béla`), a patronymic (`Halldór Laxness`), and a body that is called by two plain words
//! (`Digital Promise`).

mod body;
mod name;
mod parse;
mod person;
mod words;

pub(super) use body::body_initials;
pub use body::is_body_word;
pub use name::{Name, Names, Person};
pub use parse::names;
pub(super) use parse::read;
pub(crate) use person::is_particle;
