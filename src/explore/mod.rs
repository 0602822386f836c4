//! The pure app: what a reader can change is one [`State`]; what follows from it are functions of `(&Engine, &State)`.
//!
//! No I/O, no clock, no locale, no randomness, and no `Result`: whatever the state says, there is a best answer.
//!
//! | folder | what lives there | uses |
//! | --- | --- | --- |
//! | `identity` | the colour and the glyph of each theme | |
//! | `engine` | catalog, index, facets and orders as one value: built, saved, never changed | identity |
//! | `state` | what a reader can change, its history, and the address that says it ([`fragment`]) | engine |
//! | `results` | which resources a state finds, in which order, and what would find more, fewer or others | engine, state |
//! | `views` | the numbers of clouds, gap map, timeline, co-occurrence and the page of a theme | engine, state |
//! | `compare` | resources side by side, and sets against each other | engine, state, results |
//! | `home` | what the first page shows | engine, state, results, views |
//! | `quick_filters` | the filters that readers want most often | engine, state |
//! | `facet_order` | which facets are filters, and in which order | engine |
//! | `similar` | what is most like a resource, and what both share | engine |
//! | `suggest`, `examples`, `hints` | what helps to ask | all above |
//! | `bench` | what the benchmarks measure | all above |
//!
//! A function that the page calls is exported here; texts for readers live in `i18n`.

mod bench;
mod compare;
mod engine;
mod examples;
mod facet_order;
mod hints;
mod home;
mod identity;
mod quick_filters;
mod results;
mod similar;
mod state;
mod suggest;
mod us_states;
mod views;

pub use bench::{Task, median_and_p95, sample};
pub use compare::{
    Attribute, Comparison, Complement, Distinctive, Entry, MOST_NAMED, Matrix, NamedSet, Overlap, OwnValues, Paired,
    Row, SMALL_SET, SetComparison, SetExample, SharedValue, addable, attributes, columns, compare, compare_sets,
    compared_attributes, complement, entries, in_common, is_stated, largest_share, matrix, overlaps, picked,
    set_examples, shown_columns, without_breaks,
};
pub use engine::{Builder, Call, Engine, EngineFinalizer, Prebuilt, calls, newest};
pub use examples::{Example, Lesson, examples};
pub use facet_order::facet_order;
pub use hints::{Hint, hints, remove_unknown};
pub use home::{
    Gap, HomeEntry, HomePage, Numbers, StateMap, StateTile, ThemeTile, home_page, is_start, numbers_of, state_map,
};
pub use identity::{GLYPHS, Glyph, ThemeIdentity};
pub use quick_filters::{Quick, QuickFilter, quick_filters};
pub use results::{
    Condition, Named, Part, Recognized, Relaxation, Results, as_sets, broader, compare_value, compare_with_alternative,
    conditions, counts, date_of, differing, drill_down, drill_down_to_month, explore, field_names, filter_and_rank,
    matched_in, nearest_field, negated, neighbours, next_slice, parse_query, parts, recognize, relax, set_of, sets_of,
    text_hits, top_results, with_only,
};
pub use similar::{Related, Similar, nearest, related};
/// The grammar of addresses.
pub use state::url as fragment;
pub use state::{
    CloudLook, History, Look, MAX_COMPARED, MAX_PAGES, MAX_SETS, PAGE_SIZE, Shared, Sort, State, Step, TAGS, VIEWS,
    View, ViewInfo, Written,
};
pub use suggest::{MOST_SUGGESTIONS, Suggested, Suggestion, SuggestionGroup, suggest};
/// All of them: a new view names what it exports in its own folder.
pub use views::*;
