//! Which resources share a property: facets, filters, exact counts, the cloud.
//!
//! Facets are data: the built-in ones and an organization's own fields take the same path.

mod cloud;
mod count;
mod decimal;
mod definition;
mod facet;
mod filter;

pub use cloud::{STEPS, Tag, tags};
pub use count::{Counts, counts};
pub use decimal::decimal;
pub use definition::{Definition, Kind, Origin, definitions};
pub use facet::{Facet, FacetValue, ValueIdx};
pub use filter::{Choice, Filter, NOT_STATED};
