//! The browser, as `public/own.js` and the document have it.

use js_sys::{Array, Date, Function, Promise, Reflect, global};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, MouseEvent};

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

/// Keeps the catalog of the page itself under a name, as a file that is chosen; its bytes.
pub(super) async fn keep_catalog_of_page(name: &str) -> Result<usize, String> {
    let size = wait("keepCatalogOfPage", &[name.into()]).await?;
    Ok(size.as_string().and_then(|size| size.parse().ok()).unwrap_or_default())
}

/// Remembers which files are chosen.
pub(super) fn mark_files() {
    drop(call("markFiles", &[]));
}

/// Chooses the files again that were remembered.
pub(super) fn return_files() {
    drop(call("returnFiles", &[]));
}

/// Forgets a file.
pub(super) fn leave(name: &str) {
    drop(call("leave", &[name.into()]));
}

/// Answers a request; both are JSON.
pub(super) async fn ask(request: &str) -> Result<String, String> {
    wait("ask", &[request.into()]).await.map(|answer| answer.as_string().unwrap_or_default())
}

/// Answers a request on the chosen files.
pub(super) async fn read(request: &str) -> Result<String, String> {
    wait("read", &[request.into()]).await.map(|answer| answer.as_string().unwrap_or_default())
}

/// Answers a request on a file that is no part of the catalog, or on the catalog of the page itself.
pub(super) async fn read_other(request: &str, file: Option<File>) -> Result<String, String> {
    let (name, content) =
        file.map_or_else(|| ("catalog.json".to_owned(), JsValue::UNDEFINED), |file| (file.name, file.content));
    wait("readOther", &[request.into(), name.into(), content])
        .await
        .map(|answer| answer.as_string().unwrap_or_default())
}

/// Says how much of a reading is done, from 0 to 1.
pub(super) fn progress(share: f64) {
    drop(call("progress", &[share.into()]));
}

/// A file as a `data:` address.
pub(super) async fn data_url(file: File) -> Result<String, String> {
    wait("dataUrl", &[file.content]).await.map(|url| url.as_string().unwrap_or_default())
}

/// Ends a reading, and with it all that was read.
pub(super) fn cancel() {
    drop(call("cancel", &[]));
}

/// Has a file made of the catalog, and gives it to the reader; its name. `save` is JSON.
pub(super) async fn save(save: &str, is_page: bool, is_folder: bool, with_importer: bool) -> Result<String, String> {
    let arguments = [save.into(), today().into(), is_page.into(), is_folder.into(), with_importer.into()];
    wait("save", &arguments).await.map(|name| name.as_string().unwrap_or_default())
}

/// Keeps the chosen files on this device, with what was decided; whether the browser could.
pub(super) async fn keep_draft() -> bool {
    wait("keepDraft", &[]).await.is_ok()
}

/// Forgets what is kept on this device.
pub(super) async fn drop_draft() {
    drop(wait("dropDraft", &[]).await);
}

/// Ends what is under way, and forgets the catalog and what is kept on this device; at once.
pub(super) fn forget() {
    drop(call("forget", &[]));
}

/// The names and sizes of the files that are kept on this device, as JSON.
pub(super) async fn draft() -> Option<String> {
    wait("draft", &[]).await.ok()?.as_string()
}

/// What the columns became of the list that the page was made of, as JSON; none where the page does not say.
pub(super) async fn mapping_of_page() -> Option<String> {
    wait("mappingOfPage", &[]).await.ok()?.as_string()
}

/// Takes up what is kept on this device, or goes on behind a reading that was ended; what was decided, as JSON.
pub(super) async fn take_up(is_kept: bool) -> Option<String> {
    wait(if is_kept { "takeUp" } else { "resume" }, &[]).await.ok()?.as_string()
}

/// Frames in which an element may appear that gets the focus: some are shown once the worker has answered.
const FRAMES: usize = 60;

/// Moves the focus to an element, once what was just changed is shown.
pub(super) fn focus(id: &str) {
    focus_within(id.to_owned(), FRAMES);
}

/// Moves the focus to the Undo button. After a click with a pointer the page is not scrolled to it; after a key it is.
pub(super) fn focus_undo(click: &MouseEvent) {
    drop(call("focusUndo", &[(click.detail() > 0).into()]));
}

fn focus_within(id: String, n_frames: usize) {
    leptos::prelude::request_animation_frame(move || {
        let element = document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        match element {
            Some(element) => drop(element.focus()),
            None if n_frames > 0 => focus_within(id, n_frames - 1),
            None => {}
        }
    });
}

/// The day on this device, as `2018-01-04`.
fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Moves the focus to a heading, and the page to it.
pub(super) fn go_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        focus(id);
    }
}

/// What a control holds.
pub(super) fn value_of(id: &str) -> String {
    let control = document().get_element_by_id(id).map(JsValue::from).unwrap_or_default();
    Reflect::get(&control, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether the element of an event, which unfolds, is unfolded.
pub(super) fn is_unfolded(event: &JsValue) -> bool {
    let target = Reflect::get(event, &"target".into()).unwrap_or_default();
    Reflect::get(&target, &"open".into()).is_ok_and(|open| open.is_truthy())
}

/// Whether an event is one of a control that text is written in, which has an undo of its own.
pub(super) fn is_in_text(event: &JsValue) -> bool {
    let target = Reflect::get(event, &"target".into()).unwrap_or_default();
    let of = |key: &str| Reflect::get(&target, &key.into()).ok().and_then(|text| text.as_string()).unwrap_or_default();
    match of("tagName").as_str() {
        "TEXTAREA" => true,
        "INPUT" => ["text", "search", "email", "url", "number"].contains(&of("type").as_str()),
        _ => false,
    }
}

/// Whether the page has all its parts inside, and no folder that they could be fetched from.
pub(super) fn is_file() -> bool {
    document().get_element_by_id("module").is_some()
}
