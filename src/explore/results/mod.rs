//! Which resources a state finds, in which order, and what would find more, fewer or others.
//!
//! Functions of an engine and a state; nothing here aggregates for a view.

mod alternatives;
mod conditions;
pub(super) mod dated;
mod drill_down;
mod matched_in;
mod near;
mod negated;
pub(super) mod own_field;
mod parse_query;
mod parts;
pub(super) mod recognize;
mod results;
mod years;

pub use alternatives::{as_sets, compare_value, compare_with_alternative, differing, set_of, sets_of, with_only};
pub use conditions::{Condition, Relaxation, broader, conditions, relax};
pub use drill_down::{drill_down, drill_down_to_month};
pub use matched_in::matched_in;
pub use negated::negated;
pub use parse_query::{field_names, nearest_field, parse_query};
pub use parts::{Part, date_of, parts};
pub use recognize::{Named, Recognized, recognize};
pub use results::{Results, counts, explore, filter_and_rank, neighbours, next_slice, text_hits, top_results};
