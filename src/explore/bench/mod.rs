//! What the benchmarks measure: their tasks, and catalogs of any size made from a small one.
//!
//! No clock: who runs a task measures it.

mod measure;
mod sample;

pub use measure::{Task, median_and_p95};
pub use sample::sample;
