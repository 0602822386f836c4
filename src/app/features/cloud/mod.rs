//! The cloud of tags, with its settings and its list.

mod cloud;
mod list;
mod settings;

pub(crate) use cloud::Cloud;
