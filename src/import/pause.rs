//! Long work that can be interrupted: it pauses between its parts, and who runs it goes on at once, or lets others act before.
//!
//! Where no worker runs, a page does a reading on its main thread, a few milliseconds at a time. Native code, and a worker, do all of it
//! at once. How long a part may take is the matter of who runs it: nothing here reads a clock.

use std::fmt;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// After so many rows or items work pauses.
pub(super) const ITEMS_A_PART: usize = 256;

/// Pauses once.
pub(super) async fn pause() {
    let mut has_paused = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut has_paused, true) { Poll::Ready(()) } else { Poll::Pending })
        .await;
}

/// Pauses where a part of the items is done, of which this is the position of the next.
pub(super) async fn pause_at(at: usize) {
    if at.is_multiple_of(ITEMS_A_PART) {
        pause().await;
    }
}

/// Does all of some work at once.
pub(super) fn finish<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// Work that is done a part at a time.
pub struct Sliced<T>(Pin<Box<dyn Future<Output = T>>>);

impl<T> Sliced<T> {
    /// Work of which nothing is done yet.
    #[must_use]
    pub fn new(work: impl Future<Output = T> + 'static) -> Self {
        Self(Box::pin(work))
    }

    /// Does the next part; what came of all, where that was the last. Then there is no next one.
    pub fn go_on(&mut self) -> Option<T> {
        match self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }
}

impl<T> fmt::Debug for Sliced<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sliced")
    }
}

#[cfg(test)]
mod tests {
    use super::{ITEMS_A_PART, Sliced, finish, pause_at};

    async fn sum(n: usize) -> usize {
        let mut sum = 0;
        for at in 0..n {
            pause_at(at).await;
            sum += at;
        }
        sum
    }

    #[test]
    fn work_is_the_same_at_once_and_in_parts() {
        let n = 3 * ITEMS_A_PART + 1;
        let mut sliced = Sliced::new(sum(n));
        let mut parts = 0;
        let done = loop {
            parts += 1;
            if let Some(done) = sliced.go_on() {
                break done;
            }
        };
        assert_eq!((done, parts), (finish(sum(n)), 5));
    }
}
