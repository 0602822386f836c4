//! Texts of the measurement.

use super::{number, resources};
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

pub fn how_fast() -> &'static str {
    "How fast is it here?"
}

pub fn measurement() -> &'static str {
    "Measurement"
}

pub fn how_fast_help() -> &'static str {
    "This measures search and counts on your own device, over this catalog or over \
    generated ones of any size. Nothing is sent anywhere. A large catalog takes a while, and memory."
}

pub fn measured_in() -> &'static str {
    "Milliseconds, median / 95th percentile"
}

pub fn made_in() -> &'static str {
    "Made ready in"
}

pub fn copy() -> &'static str {
    "Copy"
}

pub fn as_text() -> &'static str {
    "The results as text"
}

pub fn measure(n: usize, is_this: bool) -> String {
    if is_this { format!("This catalog ({})", number(n)) } else { format!("{} generated", number(n)) }
}

pub fn measuring(n: usize) -> String {
    format!("Measuring over {} …", resources(n))
}

pub fn task(task: Task) -> &'static str {
    match task {
        Task::Keystroke => "A keystroke",
        Task::Facets => "A filter, all counts",
        Task::TextAndFacets => "Both",
        Task::Cloud => "Tag cloud",
        Task::Typo => "A typo",
        Task::Map => "Gap map",
        Task::Timeline => "Timeline",
        Task::Sets => "Two sets",
    }
}

/// A time in microseconds: 12 ms, 1.2 ms, 0.012 ms. In whole numbers, as those with a point bring ten kilobytes along.
pub fn milliseconds(time: u32) -> String {
    let tenths = time.saturating_add(50) / 100;
    match time {
        10_000.. => format!("{} ms", time.saturating_add(500) / 1000),
        1000.. => format!("{}.{} ms", tenths / 10, tenths % 10),
        _ => format!("0.{time:03} ms"),
    }
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
