//! The facet panel, the chips of what is chosen, and what to take away where nothing is left.

mod checkbox;
mod chips;
mod facet_list;
mod no_results;
mod panel;
mod range;

pub(crate) use chips::Chips;
pub(crate) use no_results::{FEW_RESULTS, FewResults, NoResults};
pub(crate) use panel::Facets;
