//! A count of the steps that loops over foreign input take: what tests hold against the size of the input, where a time would be
//! of the machine.
//!
//! A loop counts where what it goes over, or what it looks for in each round, grows with what came from outside: by the bytes or items that
//! it looks at, where it looks at them. What is not counted can't be seen to grow.
//!
//! Compiled into unoptimized builds and benchmarks only; elsewhere [`count`] is nothing.

#[cfg(any(debug_assertions, feature = "bench"))]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Adds steps to the count of this thread.
#[inline]
pub fn count(steps: usize) {
    #[cfg(any(debug_assertions, feature = "bench"))]
    STEPS.set(STEPS.get() + steps as u64);
    #[cfg(not(any(debug_assertions, feature = "bench")))]
    let _ = steps;
}

/// Returns the steps that this thread has counted since it began; always 0 where they are not counted.
#[must_use]
pub fn steps() -> u64 {
    #[cfg(any(debug_assertions, feature = "bench"))]
    return STEPS.get();
    #[cfg(not(any(debug_assertions, feature = "bench")))]
    0
}
