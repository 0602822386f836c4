//! Texts of the measurement.

use super::{number, resources};
use crate::app::view::Measured;
use crate::explore::Task;

pub(in crate::app) const HOW_FAST: &str = "How fast is it here?";
pub(in crate::app) const MEASUREMENT: &str = "Measurement";
pub(in crate::app) const HOW_FAST_HELP: &str = "This measures search and counts on your own device, over this catalog or over \
    generated ones of any size. Nothing is sent anywhere. A large catalog takes a while, and memory.";
pub(in crate::app) const MEASURED_IN: &str = "Milliseconds, median / 95th percentile";
pub(in crate::app) const MADE_IN: &str = "Made ready in";
pub(in crate::app) const COPY: &str = "Copy";
pub(in crate::app) const AS_TEXT: &str = "The results as text";

pub(in crate::app) fn measure(n: usize, is_this: bool) -> String {
    if is_this { format!("This catalog ({})", number(n)) } else { format!("{} generated", number(n)) }
}

pub(in crate::app) fn measuring(n: usize) -> String {
    format!("Measuring over {} …", resources(n))
}

pub(in crate::app) fn task(task: Task) -> &'static str {
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
pub(in crate::app) fn milliseconds(time: u32) -> String {
    let tenths = time.saturating_add(50) / 100;
    match time {
        10_000.. => format!("{} ms", time.saturating_add(500) / 1000),
        1000.. => format!("{}.{} ms", tenths / 10, tenths % 10),
        _ => format!("0.{time:03} ms"),
    }
}

pub(in crate::app) fn median_and_p95(median: u32, p95: u32) -> String {
    format!("{} / {}", milliseconds(median), milliseconds(p95))
}

/// The results as lines that can be pasted into a message.
pub(in crate::app) fn measured(results: &[Measured]) -> String {
    let mut lines = vec![format!("Competency Explorer {}. {MEASURED_IN}.", env!("CARGO_PKG_VERSION"))];
    for measured in results {
        lines.push(resources(measured.n));
        lines.extend(measured.made_in.map(|time| format!("  {MADE_IN}: {}", milliseconds(time))));
        let line = |(of, median, p95): &(Task, u32, u32)| format!("  {}: {}", task(*of), median_and_p95(*median, *p95));
        lines.extend(measured.lines.iter().map(line));
    }
    lines.join("\n")
}
