//! Files that a reader takes away, and those that a reader brings.

use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::{document, set_timeout};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long the browser has to take the file in.
const ENOUGH: Duration = Duration::from_secs(20);

/// Gives a text to the reader as a file with a name; whether the browser could make one.
pub(crate) fn save(name: &str, kind: &str, text: &str) -> bool {
    try_save(name, kind, text).is_ok()
}

fn try_save(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link = document().create_element("a")?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.unchecked_into::<HtmlElement>().click();
    set_timeout(move || drop(Url::revoke_object_url(&address)), ENOUGH);
    Ok(())
}

/// The text of the file that a reader has chosen in a form control, which is empty again then; nothing where there is none.
pub(crate) async fn chosen_text(id: &str) -> Option<String> {
    let control: JsValue = document().get_element_by_id(id)?.into();
    let file = Reflect::get(&Reflect::get(&control, &"files".into()).ok()?, &0.into()).ok()?;
    let read = Reflect::get(&file, &"text".into()).ok()?.dyn_into::<Function>().ok()?;
    let text = JsFuture::from(read.call0(&file).ok()?.dyn_into::<Promise>().ok()?).await;
    drop(Reflect::set(&control, &"value".into(), &"".into()));
    text.ok()?.as_string()
}
