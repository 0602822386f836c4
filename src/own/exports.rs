//! What the script around the module calls.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::page::Own;
use crate::import::{Wishes, read_files};

/// Shows the page in an element.
#[wasm_bindgen]
pub fn open_own(place: HtmlElement) {
    mount_to(place, Own).forget();
}

/// Reads files, given by their names and bytes, as a person wishes; the answer is JSON, as the wishes are.
#[wasm_bindgen]
#[must_use]
pub fn read(names: Vec<String>, bytes: Array, wishes: &str) -> String {
    let bytes: Vec<Vec<u8>> = bytes.iter().map(|file: JsValue| Uint8Array::new(&file).to_vec()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(String::as_str).zip(bytes.iter().map(Vec::as_slice)).collect();
    let wishes: Wishes = serde_json::from_str(wishes).unwrap_or_default();
    serde_json::to_string(&read_files(&files, &wishes)).unwrap_or_default()
}
