//! What the script around the module calls.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use super::page::Own;
use super::platform;
use crate::session::{Importer, Request, Save, SaveParts, Session};

thread_local! {
    /// The session of the worker; of the page itself where none may be made.
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Shows the page in an element.
#[wasm_bindgen]
pub fn open_own(place: HtmlElement) {
    mount_to(place, Own).forget();
}

/// Forgets the files that were added.
#[wasm_bindgen]
pub fn drop_files() {
    SESSION.with_borrow_mut(Session::drop_files);
}

/// Begins a file of so many bytes.
#[wasm_bindgen]
pub fn begin_file(name: &str, size: usize) {
    SESSION.with_borrow_mut(|session| session.begin_file(name, size));
}

/// Adds bytes to the file that was begun last.
#[wasm_bindgen]
pub fn add_bytes(bytes: &[u8]) {
    SESSION.with_borrow_mut(|session| session.add_bytes(bytes));
}

/// Answers a request; both are JSON.
#[wasm_bindgen]
#[must_use]
pub fn ask(request: &str) -> String {
    let Ok(request) = serde_json::from_str::<Request>(request) else { return "null".to_owned() };
    SESSION.with_borrow_mut(|session| {
        session.on_progress(platform::progress);
        session.ask(&request)
    })
}

/// Begins a reading that the page itself does, in parts; `request` is JSON. Whether it is one.
#[wasm_bindgen]
#[must_use]
pub fn begin_reading(request: &str) -> bool {
    let Ok(Request::Read(wishes)) = serde_json::from_str::<Request>(request) else { return false };
    SESSION.with_borrow_mut(|session| {
        session.on_progress(platform::progress);
        session.begin_reading(wishes);
    });
    true
}

/// Does the next part of the reading; the answer, where that was the last.
#[wasm_bindgen]
#[must_use]
pub fn read_on() -> Option<String> {
    SESSION.with_borrow_mut(Session::read_on)
}

/// Ends the reading that is under way.
#[wasm_bindgen]
pub fn end_reading() {
    SESSION.with_borrow_mut(Session::end_reading);
}

/// What was decided, with the edits.
#[wasm_bindgen]
#[must_use]
pub fn decided() -> String {
    SESSION.with_borrow_mut(Session::decided)
}

/// Makes a file: its name, its media type and its bytes. Without a script it has no importer.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments, reason = "the script hands over what it has, as it has it")]
pub fn save(
    save: &str,
    today: String,
    html: String,
    script: String,
    module: Vec<u8>,
    style: String,
    names: Vec<String>,
    bytes: Array,
) -> Result<Array, JsValue> {
    let save: Save = serde_json::from_str(save).map_err(|why| why.to_string())?;
    let importer = (!script.is_empty()).then_some(Importer { script, module, style });
    let bytes = bytes.iter().map(|file: JsValue| Uint8Array::new(&file).to_vec());
    let parts = SaveParts { today, html, importer, folder: names.into_iter().zip(bytes).collect() };
    let file = SESSION.with_borrow_mut(|session| session.save(&save, &parts))?;
    let bytes = Uint8Array::from(file.bytes.as_slice());
    Ok(Array::of3(&file.name.into(), &file.media_type.into(), &bytes))
}
