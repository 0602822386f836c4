//! One resource, whole.

mod record;

pub(crate) use record::Record;
