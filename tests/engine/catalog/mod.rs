//! Reading catalogs.

mod damage;
mod dates;
mod field_values;
mod growth;
mod reading;
mod spellings;
