//! The snippet that puts the page on a website.

mod embed;
mod form;

pub(crate) use embed::EmbedView;
