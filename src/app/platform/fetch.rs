//! Fetching while it streams, until somebody has enough.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo_net::http::Request;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultReader, Response};

thread_local! {
    /// What is being fetched.
    static UNDERWAY: RefCell<Option<ReadableStreamDefaultReader>> = const { RefCell::new(None) };
    /// What ends the wait for a whole file.
    static END_WAIT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// How long a whole file is waited for once all else is there, in milliseconds: what it spares takes no longer.
const LONGEST_WAIT: i32 = 10_000;

/// Why nothing came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// The server answered with another status than success.
    Status(u16),
    /// There was no answer, or it broke off.
    Network,
}

/// How many chunks are asked for ahead. A connection that breaks takes away what came and was not asked for yet (Streams
/// Standard, `ReadableStreamDefaultControllerError`); what was asked for is there, however late it is looked at.
const AHEAD: usize = 64;

/// Bytes on their way.
pub(crate) struct Stream {
    reader: ReadableStreamDefaultReader,
    ahead: RefCell<VecDeque<Promise>>,
    /// Keeps a chunk that never comes from being reported as an error that nobody handles.
    ignore: Closure<dyn FnMut(JsValue)>,
    n_bytes: Option<usize>,
}

/// Asks for a file.
pub(crate) async fn fetch(address: &str) -> Result<Stream, FetchError> {
    let response = Request::get(address).send().await.map_err(|_| FetchError::Network)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let body = response.body().ok_or(FetchError::Network)?;
    let header = |name| response.headers().get(name);
    // What is sent packed says how long it is packed.
    let length = header("content-length").filter(|_| header("content-encoding").is_none());
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    UNDERWAY.set(Some(reader.clone()));
    let (ahead, ignore) = (RefCell::default(), Closure::new(|_| {}));
    Ok(Stream {
        reader,
        ahead,
        ignore,
        n_bytes: length.and_then(|length| length.parse().ok()).filter(|length| *length > 0),
    })
}

/// Ends what is being fetched, as if it were at its end.
pub(crate) fn stop_fetching() {
    if let Some(reader) = UNDERWAY.take() {
        drop(reader.cancel());
    }
    if let Some(end) = END_WAIT.take() {
        drop(end.call0(&JsValue::NULL));
    }
}

impl Stream {
    /// How many bytes there will be in all, where that was said.
    pub(crate) fn n_bytes(&self) -> Option<usize> {
        self.n_bytes
    }

    /// The next bytes, or `None` at the end.
    pub(crate) async fn next(&self) -> Result<Option<Vec<u8>>, FetchError> {
        let chunk = JsFuture::from(self.next_asked()).await.map_err(|_| FetchError::Network)?;
        let get = |key: &str| Reflect::get(&chunk, &JsValue::from_str(key)).map_err(|_| FetchError::Network);
        if get("done")?.is_truthy() {
            return Ok(None);
        }
        Ok(Some(Uint8Array::new(&get("value")?).to_vec()))
    }
}

impl Stream {
    /// The chunk that was asked for first, and asks for others in its place.
    fn next_asked(&self) -> Promise {
        let mut ahead = self.ahead.borrow_mut();
        while ahead.len() < AHEAD {
            let chunk: Promise = self.reader.read();
            drop(chunk.catch(&self.ignore));
            ahead.push_back(chunk);
        }
        ahead.pop_front().unwrap_or_else(|| self.reader.read())
    }
}

/// A whole file on its way, while other things go on.
pub(crate) struct Whole(Promise);

impl Whole {
    /// Asks for a file.
    pub(crate) fn fetch(address: &str) -> Self {
        let address = address.to_owned();
        Self(future_to_promise(async move {
            let response = Request::get(&address).send().await.map_err(|_| JsValue::NULL)?;
            if response.ok() {
                JsFuture::from(Response::from(response).array_buffer()?).await
            } else {
                Ok(JsValue::NULL)
            }
        }))
    }

    /// All bytes, when they are there; `None` when they never will be, are not within [`LONGEST_WAIT`], or [`stop_fetching`]
    /// ends the wait.
    pub(crate) async fn bytes(self) -> Option<Vec<u8>> {
        let ended = Promise::new(&mut |resolve, _| {
            drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, LONGEST_WAIT));
            END_WAIT.set(Some(resolve));
        });
        let first = Promise::race(&Array::of2(&self.0, &ended));
        let buffer = JsFuture::from(first).await.ok().filter(JsValue::is_object)?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

/// Milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
