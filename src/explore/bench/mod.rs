//! What the benchmarks measure: their tasks, and catalogs of any size.

mod measure;
mod sample;

pub use measure::{Task, median_and_p95};
pub use sample::sample;
