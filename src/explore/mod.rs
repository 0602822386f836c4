//! The pure app: what a reader can change is one [`State`]; what follows from it are functions of `(&Engine, &State)`.
//!
//! No I/O, no clock, no locale, no randomness, and no `Result`: whatever the state says, there is a best answer.

mod asked;
mod attribute;
mod axis;
mod build;
mod compare;
mod engine;
mod example;
pub mod fragment;
mod hint;
mod look;
mod map;
mod matched;
mod matched_in;
mod measure;
mod narrow;
mod near;
mod order;
mod part;
mod relax;
mod sample;
mod saved;
mod state;
mod suggest;
mod timeline;
mod together;

pub use asked::asked;
pub use attribute::{Attribute, Entry, attributes, entries};
pub use axis::{Axis, Line, LineOrder, ShownLine};
pub use build::{Builder, Finishing};
pub use compare::{Comparison, Row, compare};
pub use engine::Engine;
pub use example::{Example, Lesson, examples};
pub use hint::{Hint, drop_vain, hints};
pub use look::{CloudLook, Look, TAGS};
pub use map::{GapMap, MOST_COLUMNS, MOST_KINDS, MOST_ROWS, gap_map};
pub use matched::{Matched, PAGE_SIZE, answers, counts, explore, first, matched, neighbours};
pub use matched_in::matched_in;
pub use measure::{Task, median_and_p95};
pub use narrow::narrowed;
pub use part::{Part, parts};
pub use relax::{Condition, Relaxation, conditions, relax};
pub use sample::sample;
pub use saved::Prebuilt;
pub use state::{MAX_COMPARED, MAX_PAGES, Sort, State, View};
pub use suggest::{MOST_SUGGESTIONS, Suggested, Suggestion, suggest};
pub use timeline::{Bar, MOST_PARTS, Slot, Timeline, timeline};
pub use together::{Breadth, MOST_TOGETHER, Pair, Together, connected, has_breadth, together};
