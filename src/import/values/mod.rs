//! What one cell or field holds: texts without markup, dates, numbers, addresses, lists, names.

pub(super) mod clean;
pub(super) mod dates;
pub(super) mod links;
pub(super) mod lists;
pub(super) mod numbers;
pub(super) mod people;
