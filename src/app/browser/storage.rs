//! Texts that are kept on this device alone, under keys; in the memory of the page where the browser keeps none.

use std::cell::RefCell;

use leptos::prelude::{window, window_event_listener_untyped};
use web_sys::Storage;

/// The browser keeps nothing, or has no room left: what was given to it lives as long as the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotKept;

thread_local! {
    /// What the browser would not keep.
    static MEMORY: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The text under a key; empty where there is none. What the browser refused to keep is in the memory.
pub(crate) fn stored(key: &str) -> Result<String, NotKept> {
    let remembered = MEMORY.with_borrow(|memory| memory.iter().find(|(of, _)| of == key).map(|(_, text)| text.clone()));
    match remembered {
        Some(text) => Ok(text),
        None => storage()?.get_item(key).map(Option::unwrap_or_default).map_err(|_| NotKept),
    }
}

/// Keeps a text under a key; an empty one is forgotten. On failure it stays in the memory, until one is kept again.
pub(crate) fn store(key: &str, text: &str) -> Result<(), NotKept> {
    let kept = storage().and_then(|storage| {
        let kept = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
        kept.map_err(|_| NotKept)
    });
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|(of, _)| of != key);
        if kept.is_err() {
            memory.push((key.to_owned(), text.to_owned()));
        }
    });
    kept
}

/// Calls `act` when another tab has stored something; what is returned ends that.
pub(crate) fn on_stored(act: impl Fn() + 'static) -> impl FnOnce() {
    let listener = window_event_listener_untyped("storage", move |_| act());
    move || listener.remove()
}

fn storage() -> Result<Storage, NotKept> {
    window().local_storage().ok().flatten().ok_or(NotKept)
}
