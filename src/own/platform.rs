//! The browser, as `public/own.js` and the document have it.

use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array, global};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// A file of this device, which is not read yet.
pub(super) struct File {
    pub(super) name: String,
    pub(super) size: usize,
    content: JsValue,
}

/// Calls a function of `own.js`.
fn call(name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let page = Reflect::get(&global(), &"ownPage".into())?;
    let function: Function = Reflect::get(&page, &name.into())?.dyn_into()?;
    function.apply(&page, &arguments.iter().collect::<Array>())
}

/// Calls a function of `own.js` that gives a promise, and waits for what comes of it; else a text that says why nothing did.
async fn wait(name: &str, arguments: &[JsValue]) -> Result<JsValue, String> {
    let promised = call(name, arguments).map_err(|error| text_of(&error))?;
    JsFuture::from(Promise::resolve(&promised)).await.map_err(|error| text_of(&error))
}

/// What an error says.
fn text_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}

/// The files that a reader chose in a control or dropped.
pub(super) fn chosen(event: &JsValue) -> Vec<File> {
    let files = call("chosen", std::slice::from_ref(event)).unwrap_or(JsValue::NULL);
    let of = |file: JsValue| {
        let get = |key: &str| Reflect::get(&file, &key.into()).ok();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length in bytes")]
        let size = get("size")?.as_f64()? as usize;
        Some(File { name: get("name")?.as_string()?, size, content: file.clone() })
    };
    if files.is_object() { Array::from(&files).iter().filter_map(of).collect() } else { Vec::new() }
}

/// Reads a file into memory, where `own.js` keeps it.
pub(super) async fn keep(file: File) -> Result<(), String> {
    wait("keep", &[file.name.into(), file.content]).await.map(drop)
}

/// Keeps a text as a file.
pub(super) async fn keep_text(name: &str, text: &str) -> Result<(), String> {
    wait("keep", &[name.into(), text.into()]).await.map(drop)
}

/// Forgets a file.
pub(super) fn leave(name: &str) {
    drop(call("leave", &[name.into()]));
}

/// Reads the files that are kept; the answer as JSON.
pub(super) async fn read(wishes: &str) -> Result<String, String> {
    wait("read", &[wishes.into()]).await.map(|answer| answer.as_string().unwrap_or_default())
}

/// Ends what [`read`] has begun.
pub(super) fn cancel() {
    drop(call("cancel", &[]));
}

/// The page with everything inside, as HTML.
pub(super) async fn source() -> Result<String, String> {
    wait("source", &[]).await.map(|html| html.as_string().unwrap_or_default())
}

/// The importer: script, module and style sheet.
pub(super) fn parts() -> (String, Vec<u8>, String) {
    let text = |name| call(name, &[]).ok().and_then(|text| text.as_string()).unwrap_or_default();
    let module = call("wasm", &[]).map(|bytes| Uint8Array::new(&bytes).to_vec()).unwrap_or_default();
    (text("script"), module, text("style"))
}

/// Gives a text to the reader as a file.
pub(super) fn save(name: &str, kind: &str, text: &str) {
    drop(call("save", &[name.into(), kind.into(), text.into()]));
}

/// Keeps the files on this device, with what was decided.
pub(super) async fn keep_draft(decided: &str) -> Result<(), String> {
    wait("keepDraft", &[decided.into()]).await.map(drop)
}

/// Forgets what is kept on this device.
pub(super) async fn drop_draft() {
    drop(wait("dropDraft", &[]).await);
}

/// What is kept on this device, as JSON; where it is taken up, its files are chosen again.
pub(super) async fn draft(takes_up: bool) -> Option<String> {
    wait("draft", &[takes_up.into()]).await.ok()?.as_string()
}

/// Moves the focus to an element, once what was just changed is shown.
pub(super) fn focus(id: &str) {
    let id = id.to_owned();
    leptos::prelude::request_animation_frame(move || {
        let element = document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            drop(element.focus());
        }
    });
}

/// The day on this device, as `2018-01-04`.
pub(super) fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
