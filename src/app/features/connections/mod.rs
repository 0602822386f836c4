//! Which themes occur together.

mod connections;

pub(crate) use connections::Connections;
