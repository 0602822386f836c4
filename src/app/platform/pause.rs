//! Pauses in long work, so that the page stays alive meanwhile.

use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

use super::fetch::now;

/// How long work may go on before a pause is due, in milliseconds; its last step may take as long again.
const SLICE: f64 = 24.0;

/// Knows when work should pause.
pub(crate) struct Pace {
    since: f64,
}

impl Pace {
    /// Begins to count now.
    pub(crate) fn start() -> Self {
        Self { since: now() }
    }

    /// Returns whether work has gone on for long enough.
    pub(crate) fn is_due(&self) -> bool {
        now() - self.since >= SLICE
    }

    /// Gives the page time to draw and to listen, when it is due.
    pub(crate) async fn pause(&mut self) {
        if !self.is_due() {
            return;
        }
        let timeout = Promise::new(&mut |resolve, _| {
            drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 0));
        });
        drop(JsFuture::from(timeout).await);
        self.since = now();
    }
}
