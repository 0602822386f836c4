//! Progress of long work: one line of standard error that is written over, where that is a terminal.
//!
//! What takes less than half a second shows nothing, and what is piped into a file or another program never has any of it.

use std::io::{self, IsTerminal, Write as _};
use std::time::{Duration, Instant};

use crate::text::is_invisible;

/// How long work goes on before it is shown.
const PATIENCE: Duration = Duration::from_millis(500);
/// How long a line stands at least.
const PACE: Duration = Duration::from_millis(100);

/// Progress of one command.
#[derive(Debug)]
pub(super) struct Progress {
    is_shown: bool,
    /// When the line may be written next.
    next: Instant,
    has_line: bool,
}

impl Progress {
    /// Begins; nothing is shown where standard error is no terminal.
    pub(super) fn begin() -> Self {
        Self { is_shown: io::stderr().is_terminal(), next: Instant::now() + PATIENCE, has_line: false }
    }

    /// States how far something is: so many of all its bytes, records or steps. Where nothing is known of all, `of` is 0.
    pub(super) fn at(&mut self, what: &str, done: u64, of: u64) {
        if self.is_shown && Instant::now() >= self.next {
            self.show(&line(what, done, of));
        }
    }

    /// States what begins and may take long: shown at once when the work has gone on for a while.
    pub(super) fn begins(&mut self, what: &str, is_long: bool) {
        if self.is_shown && (is_long || self.has_line) {
            self.show(&line(what, 0, 0));
        }
    }

    fn show(&mut self, line: &str) {
        let _ = write!(io::stderr().lock(), "\r\u{1b}[2K{line}");
        let _ = io::stderr().flush();
        (self.next, self.has_line) = (Instant::now() + PACE, true);
    }
}

impl Drop for Progress {
    /// Takes the line away, so that what is printed next stands alone.
    fn drop(&mut self) {
        if self.has_line {
            let _ = write!(io::stderr().lock(), "\r\u{1b}[2K");
        }
    }
}

/// The line: what is done, and how much of it in hundredths.
fn line(what: &str, done: u64, of: u64) -> String {
    let percent = (done.min(of) * 100).checked_div(of);
    // Nothing of the name of a file acts on the terminal.
    let what: String = what.chars().filter(|c| !c.is_control() && !is_invisible(*c)).collect();
    percent.map_or_else(|| format!("{what} …"), |percent| format!("{what}: {percent} %"))
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_says_what_is_done_and_how_much_of_it() {
        assert_eq!(line("reading a.csv", 50, 200), "reading a.csv: 25 %");
        assert_eq!(line("reading a.csv", 300, 200), "reading a.csv: 100 %");
        assert_eq!(line("reading\u{1b}[2J", 1, 0), "reading[2J …");
    }
}
