//! The clipboard.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Copies a text; where the browser refuses it, nothing happens, and the text stays to be selected by hand.
pub(crate) fn copy(text: &str) {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok();
    let clipboard = get(&window(), "navigator").and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return };
    let write = get(&clipboard, "writeText").and_then(|write| write.dyn_into::<Function>().ok());
    if let Some(write) = write {
        drop(write.call1(&clipboard, &text.into()));
    }
}
