//! The cloud of tags, with its settings and its list.

mod cloud;
mod list;
mod picture;
mod settings;
mod step;
mod tag;

pub(crate) use cloud::Cloud;
