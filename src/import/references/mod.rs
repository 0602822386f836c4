//! Lists of references: their formats, and what these have in common.

pub(super) mod bibtex;
pub(super) mod date_text;
pub(super) mod name_text;
pub(super) mod ris;
pub(super) mod work;
pub(super) mod work_types;
