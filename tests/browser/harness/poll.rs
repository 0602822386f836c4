//! Waiting for the page: ask again and again until it says what is expected, or fail with what it said last.

use std::fmt::Debug;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Bounds how long a page may take before a test gives up; no test passes or fails by how fast it is.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);

/// Reads until the value is the expected one.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "callers read better without a `&` before every expected value")]
pub(crate) fn becomes<T: PartialEq + Debug>(what: &str, expected: T, read: impl FnMut() -> T) {
    let seen = last(read, |value| *value == expected);
    assert!(seen == expected, "{what}: expected {expected:?}, saw {seen:?}");
}

/// Reads until the value is such as asked for, and returns it.
#[track_caller]
pub(crate) fn until<T: Debug>(what: &str, read: impl FnMut() -> T, is_right: impl Fn(&T) -> bool) -> T {
    let seen = last(read, &is_right);
    assert!(is_right(&seen), "{what}: not so; saw {seen:?}");
    seen
}

/// Reads as [`until`] does, for what the page itself lets pass only after a while.
#[track_caller]
pub(crate) fn after<T: Debug>(what: &str, wait: Duration, mut read: impl FnMut() -> T, is_right: impl Fn(&T) -> bool) {
    let begin = Instant::now();
    while begin.elapsed() < wait && !is_right(&read()) {
        sleep(PAUSE);
    }
    until(what, read, is_right);
}

fn last<T>(mut read: impl FnMut() -> T, is_right: impl Fn(&T) -> bool) -> T {
    let begin = Instant::now();
    loop {
        let seen = read();
        if is_right(&seen) || PATIENCE < begin.elapsed() {
            return seen;
        }
        sleep(PAUSE);
    }
}
