//! Texts that are kept on this device alone, under keys; in the memory of the page where the browser keeps none.

use std::cell::RefCell;

use leptos::prelude::{window, window_event_listener_untyped};
use web_sys::Storage;

/// Why the browser does not keep a text: what was given to it lives as long as the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotKept {
    /// It keeps nothing of this page: a private window, a sandboxed frame.
    Refused,
    /// It has no room left.
    Full,
}

/// A text that the browser would not keep.
struct Held {
    key: String,
    text: String,
    /// What the browser still kept under the key then.
    under: Option<String>,
}

thread_local! {
    /// What the browser would not keep.
    static MEMORY: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// The text under a key; empty where there is none. What the browser refused to keep is in the memory.
pub(crate) fn stored(key: &str) -> Result<String, NotKept> {
    let held = MEMORY.with_borrow(|memory| memory.iter().find(|held| held.key == key).map(|held| held.text.clone()));
    match held {
        Some(text) => Ok(text),
        None => kept(key).map(Option::unwrap_or_default),
    }
}

/// What another tab had kept under a key since the memory holds a text of it; nothing where there is no such text.
pub(crate) fn stored_since(key: &str) -> Option<String> {
    let now = kept(key).ok().flatten();
    MEMORY.with_borrow(|memory| memory.iter().any(|held| held.key == key && held.under != now)).then_some(now).flatten()
}

/// Keeps a text under a key; an empty one is forgotten. On failure it stays in the memory, until one is kept again.
pub(crate) fn store(key: &str, text: &str) -> Result<(), NotKept> {
    let kept = storage().and_then(|storage| {
        let kept = if text.is_empty() { storage.remove_item(key) } else { storage.set_item(key, text) };
        kept.map_err(|_| if storage.get_item(key).is_ok() { NotKept::Full } else { NotKept::Refused })
    });
    match kept {
        Ok(()) => MEMORY.with_borrow_mut(|memory| memory.retain(|held| held.key != key)),
        Err(_) => hold(key, text),
    }
    kept
}

/// Keeps a text in the memory alone.
pub(crate) fn hold(key: &str, text: &str) {
    let under = kept(key).ok().flatten();
    MEMORY.with_borrow_mut(|memory| {
        memory.retain(|held| held.key != key);
        memory.push(Held { key: key.to_owned(), text: text.to_owned(), under });
    });
}

/// Calls `act` when another tab has stored something; what is returned ends that.
pub(crate) fn on_stored(act: impl Fn() + 'static) -> impl FnOnce() {
    let listener = window_event_listener_untyped("storage", move |_| act());
    move || listener.remove()
}

fn kept(key: &str) -> Result<Option<String>, NotKept> {
    storage()?.get_item(key).map_err(|_| NotKept::Refused)
}

fn storage() -> Result<Storage, NotKept> {
    window().local_storage().ok().flatten().ok_or(NotKept::Refused)
}
