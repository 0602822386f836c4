//! Competency Explorer.
#[cfg(feature = "web")]
pub mod app;
pub mod catalog;
pub mod explore;
pub mod facet;
pub mod search;
pub mod text;
