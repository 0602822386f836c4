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
    }
}

/// 12 ms, 1.2 ms, 0.012 ms.
pub(in crate::app) fn milliseconds(time: f64) -> String {
    let digits = if time >= 10.0 {
        0
    } else if time >= 1.0 {
        1
    } else {
        3
    };
    format!("{time:.digits$} ms")
}

pub(in crate::app) fn median_and_p95(median: f64, p95: f64) -> String {
    format!("{} / {}", milliseconds(median), milliseconds(p95))
}

/// The results as lines that can be pasted into a message.
pub(in crate::app) fn measured(results: &[Measured]) -> String {
    let mut lines = vec![format!("Competency Explorer {}. {MEASURED_IN}.", env!("CARGO_PKG_VERSION"))];
    for measured in results {
        lines.push(resources(measured.n));
        lines.extend(measured.made_in.map(|time| format!("  {MADE_IN}: {}", milliseconds(time))));
        let line = |(of, median, p95): &(Task, f64, f64)| format!("  {}: {}", task(*of), median_and_p95(*median, *p95));
        lines.extend(measured.lines.iter().map(line));
    }
    lines.join("\n")
}
