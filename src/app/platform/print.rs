//! Paper.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{window, window_event_listener_untyped};

/// Calls `before` when something is about to be printed, however a reader asked for it, and `after` when it was; both as long
/// as the page lives.
pub(crate) fn on_print(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    std::mem::forget(window_event_listener_untyped("beforeprint", move |_| before()));
    std::mem::forget(window_event_listener_untyped("afterprint", move |_| after()));
}

/// Asks the browser to print; whether it began to. Sandboxed frames don't.
pub(crate) fn print() -> bool {
    let has_begun = Rc::new(Cell::new(false));
    let begun = Rc::clone(&has_begun);
    let listener = window_event_listener_untyped("beforeprint", move |_| begun.set(true));
    let is_asked = window().print().is_ok();
    listener.remove();
    is_asked && has_begun.get()
}
