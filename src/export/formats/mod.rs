//! Resources in the formats of other programs, one format a file.
//!
//! A format only writes what it is given: what a resource is, is called and is cited as stands in `kind`, `title` and `citation`.

pub(super) mod bibtex;
pub(super) mod csl_json;
pub(super) mod csv;
pub(super) mod html;
pub(super) mod json;
pub(super) mod json_ld;
pub(super) mod markdown;
pub(super) mod ris;

pub use csv::columns;
