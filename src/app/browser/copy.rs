//! The clipboard.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies a text; whether the browser has. Where it refuses, the text stays to be selected by hand.
pub(crate) async fn copy(text: &str) -> bool {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok();
    let clipboard = get(&window(), "navigator").and_then(|navigator| get(&navigator, "clipboard"));
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return false };
    let write = get(&clipboard, "writeText").and_then(|write| write.dyn_into::<Function>().ok());
    let promise = write.and_then(|write| write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok());
    match promise {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}
