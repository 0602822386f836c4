//! The command `explorer`: a process as curators run it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod command;
mod commands;
mod curating;
#[cfg(unix)]
mod files;
mod import;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod terminal;
