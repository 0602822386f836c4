//! How often the calls were made that read many records: what tests hold against what a reader did.
//!
//! One number each, for all engines together; it changes no result.

use std::sync::atomic::{AtomicU32, Ordering};

/// A call that reads many records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// A search of the text index.
    Search,
    /// A count of all facets.
    Count,
    /// A comparison of resources.
    Compare,
    /// A scan of the catalog for what would complement a comparison.
    Complement,
}

static COUNTS: [AtomicU32; 4] = [const { AtomicU32::new(0) }; 4];

/// Counts a call.
pub(in crate::explore) fn count(call: Call) {
    COUNTS[call as usize].fetch_add(1, Ordering::Relaxed);
}

/// Returns how often each call was made since the program began, in the order of [`Call`].
#[must_use]
pub fn calls() -> [u32; 4] {
    COUNTS.each_ref().map(|count| count.load(Ordering::Relaxed))
}
