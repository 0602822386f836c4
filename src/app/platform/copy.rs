//! The clipboard, and the device's own way to share.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement};

use super::frame::is_framed;

/// Copies a text; whether the browser has. Where it refuses, the text stays to be selected by hand.
pub(crate) async fn copy(text: &str) -> bool {
    let is_copied = match clipboard().and_then(|clipboard| call(&clipboard, "writeText", &text.into())) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    is_copied || (is_framed() && copy_selected(text).is_some())
}

/// Copies a text the old way: in frames the new one takes a permission that few websites give.
fn copy_selected(text: &str) -> Option<()> {
    let before = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let field = document().create_element("textarea").ok()?;
    field.set_attribute("class", "hidden").ok()?;
    field.set_text_content(Some(text));
    document().body()?.append_child(&field).ok()?;
    let select = get(&field, "select")?.dyn_into::<Function>().ok()?;
    drop(select.call0(&field));
    let page: JsValue = document().into();
    let command = get(&page, "execCommand")?.dyn_into::<Function>().ok()?;
    let is_copied = command.call1(&page, &"copy".into()).is_ok_and(|is_copied| is_copied.is_truthy());
    field.remove();
    before.map(|element| element.focus());
    is_copied.then_some(())
}

/// Copies a text together with the same as HTML, for programs that take it; whether the browser has, at least the text.
pub(crate) async fn copy_rich(text: &str, html: &str) -> bool {
    let promise = clipboard().and_then(|clipboard| call(&clipboard, "write", &item(text, html)?));
    let is_copied = match promise {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    };
    is_copied || copy(text).await
}

/// Offers an address to other programs of the device; `None` where the browser can't.
pub(crate) fn share(title: &str, address: &str) -> Option<()> {
    let navigator = get(&window(), "navigator")?;
    let data = Object::new();
    Reflect::set(&data, &"title".into(), &title.into()).ok()?;
    Reflect::set(&data, &"url".into(), &address.into()).ok()?;
    call(&navigator, "share", &data).map(drop)
}

/// Whether the browser can [`share`].
pub(crate) fn can_share() -> bool {
    get(&window(), "navigator").and_then(|navigator| get(&navigator, "share")).is_some_and(|share| share.is_function())
}

/// The lists of a clipboard item: one blob a type.
fn item(text: &str, html: &str) -> Option<JsValue> {
    let parts = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options).ok()?;
        Reflect::set(&parts, &kind.into(), &blob).ok()?;
    }
    let class = get(&window(), "ClipboardItem")?.dyn_into::<Function>().ok()?;
    let item = Reflect::construct(&class, &Array::of1(&parts)).ok()?;
    Some(Array::of1(&item).into())
}

fn clipboard() -> Option<JsValue> {
    get(&window(), "navigator").and_then(|navigator| get(&navigator, "clipboard")).filter(JsValue::is_object)
}

fn get(of: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(of, &key.into()).ok()
}

fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<Promise> {
    let function = get(of, name)?.dyn_into::<Function>().ok()?;
    function.call1(of, argument).ok()?.dyn_into::<Promise>().ok()
}
