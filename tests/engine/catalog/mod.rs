//! Reading catalogs.

mod damage;
mod dates;
mod field_values;
mod growth;
mod odd_values;
mod reading;
mod spellings;
