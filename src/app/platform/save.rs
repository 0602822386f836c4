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
    let mut file = FileInParts::default();
    file.push(text);
    file.save(name, kind)
}

/// A file that is made part by part: each is handed to the browser as it comes, which keeps it outside the page's memory.
#[derive(Default)]
pub(crate) struct FileInParts {
    parts: Array,
    has_failed: bool,
}

impl FileInParts {
    /// Adds a text at the end.
    pub(crate) fn push(&mut self, text: &str) {
        match Blob::new_with_str_sequence(&Array::of1(&text.into())) {
            Ok(part) => _ = self.parts.push(&part),
            Err(_) => self.has_failed = true,
        }
    }

    /// Gives it to the reader with a name; whether the browser could make it.
    pub(crate) fn save(self, name: &str, kind: &str) -> bool {
        !self.has_failed && self.try_save(name, kind).is_ok()
    }

    fn try_save(self, name: &str, kind: &str) -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        save_blob(name, &Blob::new_with_blob_sequence_and_options(&self.parts, &options)?)
    }
}

/// Gives a file that the browser has made to the reader with a name.
pub(super) fn save_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
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
