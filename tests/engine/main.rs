//! The engine through its public interface: a folder for each layer, a file for each feature, tables of cases beside the file that reads
//! them. One binary: each one more would link the engine again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod any_input;
mod catalog;
mod explore;
mod export;
mod import;
mod limits;
mod picture;
mod search;
#[path = "../util/mod.rs"]
mod util;
