//! Fetching while it streams.

use gloo_net::http::Request;
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// Why nothing came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// The server answered with another status than success.
    Status(u16),
    /// There was no answer, or it broke off.
    Network,
}

/// Bytes on their way.
pub(crate) struct Stream {
    reader: ReadableStreamDefaultReader,
}

/// Asks for a file.
pub(crate) async fn fetch(address: &str) -> Result<Stream, FetchError> {
    let response = Request::get(address).send().await.map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let body = response.body().ok_or(FetchError::Network)?;
    Ok(Stream { reader: body.get_reader().unchecked_into() })
}

impl Stream {
    /// The next bytes, or `None` at the end.
    pub(crate) async fn next(&self) -> Result<Option<Vec<u8>>, FetchError> {
        let chunk = JsFuture::from(self.reader.read()).await.map_err(|_| FetchError::Network)?;
        let get = |key: &str| Reflect::get(&chunk, &JsValue::from_str(key)).map_err(|_| FetchError::Network);
        if get("done")?.is_truthy() {
            return Ok(None);
        }
        Ok(Some(Uint8Array::new(&get("value")?).to_vec()))
    }
}

/// Milliseconds since the page was opened.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
