//! From a query to the set of resources that match it: operators, phrases and fields, with what was matched and what else was
//! searched.
//!
//! Nothing here orders them: that is `rank`.

mod evaluation;
mod hits;
mod tally;
mod widen;

pub use hits::{Also, Hits};
