//! Reading catalogs.

mod damage;
mod field_values;
mod reading;
mod spellings;
