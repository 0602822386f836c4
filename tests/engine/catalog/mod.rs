//! Reading catalogs.

mod damage;
mod field_values;
mod growth;
mod reading;
mod spellings;
