//! Resources in the formats of other programs, one format a file.
//!
//! A format only writes what it is given; what a resource is called and cited as stands in `citation`, `title` and `kind`.

pub(super) mod bibtex;
pub(super) mod csl_json;
pub(super) mod csv;
pub(super) mod html;
pub(super) mod json;
pub(super) mod json_ld;
pub(super) mod markdown;
pub(super) mod ris;

pub use csv::columns;
