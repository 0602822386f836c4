//! From a query to the set of resources that match it, with what was matched.
//!
//! Nothing here orders them: that is `rank`.

mod hits;
mod run;
mod tally;
mod widen;

pub use hits::{Also, Hits};
