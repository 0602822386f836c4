//! How work grows with the size of what is read, in counted steps.

use competency_explorer::limits::work::steps;

/// How many times more steps an input of four times the size may take.
const MOST_GROWTH: f64 = 4.5;

/// Returns a line on an input whose steps grow faster than its size; `input` makes one of a size ready to be read. Fails where
/// no steps are counted: in optimized builds, or where a reader counts none.
pub(crate) fn grown<F: FnOnce()>(name: &str, n: usize, input: impl Fn(usize) -> F) -> Option<String> {
    let of = |n: usize| {
        let run = input(n);
        let before = steps();
        run();
        steps() - before
    };
    let (small, large) = (of(n), of(4 * n));
    assert!(small > 0, "{name}: no step was counted; optimized builds count none, and can't be tested so");
    #[allow(clippy::cast_precision_loss, reason = "numbers of steps are far below 2^52")]
    let growth = large as f64 / (small as f64).max(1.0);
    let line = format!("{name}: {small} steps at {n}, {large} at {}: {growth:.2} times", 4 * n);
    #[allow(clippy::print_stderr, reason = "the figures are what a reader of the test runs it for")]
    {
        eprintln!("{line}");
    }
    (growth > MOST_GROWTH).then_some(line)
}
