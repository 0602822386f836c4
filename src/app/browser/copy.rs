//! The clipboard.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Copies a text; whether the browser has a clipboard. Where it refuses, the text stays to be selected by hand.
pub(crate) fn copy(text: &str) -> bool {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok();
    let clipboard = get(&window(), "navigator").and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return false };
    let write = get(&clipboard, "writeText").and_then(|write| write.dyn_into::<Function>().ok());
    write.is_some_and(|write| write.call1(&clipboard, &text.into()).is_ok())
}
