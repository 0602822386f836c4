//! A pair of words of the summaries, as the engine keeps it once it is found.

use crate::catalog::ResourceIdx;

/// Two words that stand next to each other in some summaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::explore) struct WordPair {
    /// The words, folded, with a space between them.
    pub(in crate::explore) label: String,
    /// The resources in whose summaries they do, in ascending order.
    pub(in crate::explore) resources: Vec<ResourceIdx>,
}
