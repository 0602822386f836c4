//! Competency Explorer.
#[cfg(feature = "web")]
pub mod app;
pub mod catalog;
pub mod text;
