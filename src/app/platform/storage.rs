//! Texts that the browser stores on this device, under keys.

use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use crate::shelf::NotStored;

/// The text under a key; nothing where there is none.
pub(crate) fn stored(key: &str) -> Result<Option<String>, NotStored> {
    storage()?.get_item(key).map_err(|_| NotStored::Refused)
}

/// The keys that begin with a text.
pub(crate) fn stored_keys(start: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or_default()).filter_map(|at| storage.key(at).ok().flatten());
    keys.filter(|key| key.starts_with(start)).collect()
}

/// Stores a text under a key.
pub(crate) fn store(key: &str, text: &str) -> Result<(), NotStored> {
    let storage = storage()?;
    storage.set_item(key, text).map_err(|_| match storage.get_item(key) {
        Ok(_) => NotStored::Full,
        Err(_) => NotStored::Refused,
    })
}

/// Forgets what is stored under a key.
pub(crate) fn forget(key: &str) {
    // What can't be forgotten stays.
    drop(storage().map(|storage| storage.remove_item(key)));
}

/// Calls `act` with a key when another tab has changed what is stored under it, and with nothing when all keys are gone.
pub(crate) fn on_stored(act: impl Fn(Option<&str>) + 'static) {
    let listener = window_event_listener_untyped("storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            act(event.key().as_deref());
        }
    });
    // It serves as long as the page does.
    std::mem::forget(listener);
}

/// Calls `act` when a reader comes back to the page: to its tab, or by the browser's own "Back".
pub(crate) fn on_return(act: impl Fn() + Copy + 'static) {
    std::mem::forget(window_event_listener_untyped("pageshow", move |_| act()));
    let listener = window_event_listener_untyped("focus", move |_| {
        if !document().hidden() {
            act();
        }
    });
    std::mem::forget(listener);
}

fn storage() -> Result<Storage, NotStored> {
    window().local_storage().ok().flatten().ok_or(NotStored::Refused)
}
