//! The session of the page on which a catalog is made: the files that are read, the catalog and its edits, and the files that are saved.
//!
//! A large list is never on the main thread: the session is in a worker, the page asks it ([`Request`]), and each answer is small, whatever
//! the size of the catalog: counts, a page of a table, the first of a list. Requests and answers are JSON, and files are bytes, so that the
//! same session serves a worker, a page that may have none, and the tests.
//!
//! ```
//! use competency_explorer::session::{Request, Session};
//! let mut session = Session::default();
//! session.begin_file("list.csv", 0);
//! session.add_bytes(b"Title,Year\nLantern Atlas,2014\n");
//! let answer = session.ask(&Request::Read(Default::default()));
//! assert!(answer.contains("\"n_items\":1"), "{answer}");
//! let row = session.ask(&Request::Records { query: "lantern".into(), only: None, page: 0 });
//! assert!(row.contains("\"title\":\"Lantern Atlas\""), "{row}");
//! ```
//!
//! | part | what lives there |
//! | --- | --- |
//! | `request`, `answer` | what is asked, and what is answered |
//! | `state` | the files, what was read of them, the catalog with its edits |
//! | `ask` | the answers, and the commands that change the catalog |
//! | `head` | edits of what the catalog says of itself |
//! | `tables` | pages of records and of tags |
//! | `check` | what may be mended, and themes that are suggested |
//! | `differences` | another catalog beside this one |
//! | `save` | the files that are made of the catalog |

mod answer;
mod ask;
mod check;
mod differences;
mod head;
mod request;
mod save;
mod state;
mod tables;
#[cfg(test)]
mod tests;

pub use answer::{
    Changed, DifferenceGroup, DifferenceLine, DifferencesAnswer, Doubled, FieldAnswer, NearEqual, QualityAnswer,
    ReadAnswer, RecordRow, RecordsAnswer, Refused, SpreadAnswer, Status, SuggestionRow, SuggestionsAnswer, TagRow,
    TagsAnswer, TakenUp,
};
pub use request::{Only, Request, Save};
pub use save::{Importer, SaveParts, SavedFile};
pub use state::Session;
pub use tables::COLUMNS;
