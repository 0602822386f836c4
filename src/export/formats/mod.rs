//! Resources in the formats of other programs, one format a file.
//!
//! A format only writes what it is given; what a resource is called and cited as stands in `citation`, `title` and `kind`.

mod bibtex;
mod csl_json;
mod csv;
mod html;
mod json;
mod json_ld;
pub(super) mod markdown;
mod ris;

pub use csv::columns;
pub use json_ld::record;
