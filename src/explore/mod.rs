//! The pure app: what a reader can change is one [`State`]; what follows from it are functions of `(&Engine, &State)`.
//!
//! No I/O, no clock, no locale, no randomness, and no `Result`: whatever the state says, there is a best answer.

mod asked;
mod attribute;
mod build;
mod change;
mod cloud;
mod compare;
mod engine;
mod example;
pub mod fragment;
mod hint;
mod keyness;
mod look;
mod matched;
mod matched_in;
mod measure;
mod near;
mod note;
mod order;
mod part;
mod relax;
mod sample;
mod saved;
mod sets;
mod sheet;
mod state;
mod suggest;
mod theme;
mod versus;

pub use asked::asked;
pub use attribute::{Attribute, Entry, Group, attributes, columns, entries, grouped, shown_columns};
pub use build::{Builder, Finishing};
pub use change::{Change, Changes, changes};
pub use cloud::{Cloud, SUMMARY, Tag, Tags, cloud, clouds};
pub use compare::{Comparison, Complement, Overlap, Row, addable, compare, complement, overlaps, picked};
pub use engine::Engine;
pub use example::{Example, Lesson, examples};
pub use hint::{Hint, drop_vain, hints};
pub use keyness::{CLEAR, Contrast, LEAST_FOUND};
pub use look::{CloudLook, Look, TAGS};
pub use matched::{Matched, PAGE_SIZE, answers, counts, explore, first, matched, neighbours};
pub use matched_in::matched_in;
pub use measure::{Task, median_and_p95};
pub use note::merged_note;
pub use part::{Part, parts};
pub use relax::{Condition, Relaxation, conditions, relax};
pub use sample::sample;
pub use saved::Prebuilt;
pub use sets::{Distinctive, MOST_NAMED, Paired, SetComparison, compare_sets};
pub use sheet::{csv, markdown};
pub use state::{MAX_COMPARED, MAX_PAGES, Sort, State, View};
pub use suggest::{MOST_SUGGESTIONS, Suggested, Suggestion, suggest};
pub use theme::{Counted, Missing, Neighbour, Reason, Start, ThemePage, theme_page};
pub use versus::{as_sets, differing, set_of, value_versus, versus, with_only};
