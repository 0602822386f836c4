//! Which resources share a property: facets, filters, exact counts, the cloud.
//!
//! Facets are data: the built-in ones and an organization's own fields take the same path.

mod build;
mod cloud;
mod count;
mod definition;
mod filter;
mod saved;
mod values;

pub use cloud::{STEPS, most_frequent, step};
pub use count::{Counts, counts, counts_of, tally, within};
pub use definition::{Definition, Kind, Origin, definitions};
pub use filter::{Choice, Filter, NOT_STATED};
pub use values::{Facet, FacetValue, ValueIdx, range};
