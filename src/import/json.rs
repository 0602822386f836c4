//! Records of JSON: arrays, objects of columns, lines (NDJSON), catalogs of data sets.

use super::csl;
use super::source::Source;

/// The items of a text.
pub(super) fn read(text: &str) -> Source {
    csl::read(text)
}
