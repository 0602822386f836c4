//! What was measured, as lines of text.

use super::functions::{made_in, measured_in, resources, task};
use super::milliseconds;
use crate::explore::Task;

/// What was measured of one task: the median and the 95th percentile, in microseconds.
type Line = (Task, u32, u32);

/// A whole measurement: of how many resources, how many microseconds making the engine took, if it
/// was made for it, and each task.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    pub n: usize,
    pub made_in: Option<u32>,
    pub lines: Vec<Line>,
}

pub fn median_and_p95(median: u32, p95: u32) -> String {
    format!("{} / {}", milliseconds(median), milliseconds(p95))
}

/// The results as lines that can be pasted into a message.
pub fn measured(results: &[Measured]) -> String {
    let mut lines = vec![format!("Competency Explorer {}. {}.", env!("CARGO_PKG_VERSION"), measured_in())];
    for measured in results {
        lines.push(resources(measured.n));
        lines.extend(measured.made_in.map(|time| format!("  {}: {}", made_in(), milliseconds(time))));
        let line = |(of, median, p95): &(Task, u32, u32)| format!("  {}: {}", task(*of), median_and_p95(*median, *p95));
        lines.extend(measured.lines.iter().map(line));
    }
    lines.join("\n")
}
