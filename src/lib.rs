//! Competency Explorer.
#[cfg(feature = "web")]
pub mod app;
