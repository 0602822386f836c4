//! What leaves the catalog: citations with their names and titles, and files for other programs.

mod agreement;
mod articles;
mod citations;
mod dates;
mod formats;
mod manuals;
mod names;
mod reference_list;
mod sources;
mod titles;
