//! One resource, whole.

mod record;
mod similar;

pub(crate) use record::Record;
