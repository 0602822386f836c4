//! Which themes occur together.

mod connections;
mod pair;
mod triangle;

pub(crate) use connections::Connections;
