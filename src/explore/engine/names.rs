//! The names of values by which words of a query are recognized.

use crate::catalog::HashMap;
use crate::facet::ValueIdx;

/// The values whose names are recognized, by the stems of their words.
#[derive(Debug, Default)]
pub(in crate::explore) struct Names {
    /// Position of the facet and the value, in the order in which they count.
    pub(in crate::explore) of: HashMap<String, Vec<(usize, ValueIdx)>>,
    /// How many words the longest name has.
    pub(in crate::explore) longest: usize,
}
