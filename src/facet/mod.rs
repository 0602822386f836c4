//! Which resources share a property: facets, filters, exact counts.
//!
//! Facets are data: the built-in ones and an organization's own fields take the same path.
//!
//! `definition` says what facets a catalog has, `builder` and `snapshot` make their `values`, `filter` and `count` use them, `scale`
//! makes sizes of counts. Nothing here knows a query or a state.

mod builder;
mod count;
mod definition;
mod filter;
mod scale;
mod snapshot;
mod values;

pub use count::{Counts, counts, counts_of, tally, within};
pub use definition::{Definition, Kind, Origin, built_in_keys, definitions};
pub use filter::{Choice, Filter};
pub use scale::{STEPS, most_frequent, step};
pub use values::{Facet, FacetValue, NOT_STATED, ValueIdx, range};
