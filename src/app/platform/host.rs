//! The page in whose frame this one stands, if it does: what it is told, and what it says.
//!
//! Messages are objects with `explorer`, the version of the protocol (1), and `type`; `docs/embedding.md` lists them. Only the
//! window around this one is heard, and once it has greeted, only its origin. `WordPress` is spoken with too, in the words of
//! its `wp-embed.js`: objects with `message`, `value` and the `secret` that stands in the address of the frame.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::{document, set_timeout, window, window_event_listener_untyped};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent};

use super::address::replace;
use super::frame::is_framed;

/// The version of the protocol.
const VERSION: f64 = 1.0;
/// How the fragment begins that `WordPress` gives a frame.
const SECRET: &str = "#?secret=";

/// How long a new state needs to be drawn.
const SHORTLY: Duration = Duration::from_millis(100);

/// What the page around this one says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FromHost {
    /// That it is there.
    Greeting {
        /// Whether the frame is as high as its content.
        is_auto: bool,
        /// Whether the host keeps the history.
        is_mirrored: bool,
        /// What its own address asks for.
        fragment: Option<String>,
        /// Words of a skin with their values.
        skin: Vec<(String, String)>,
    },
    /// That its address asks for something else now; for what is shown first where it asks for nothing.
    Address(Option<String>),
    /// Which part of the frame a reader sees ends where, in pixels from its top.
    Seen(f64),
}

/// The message to the host that states what the page shows.
pub(crate) struct StateMessage<'a> {
    /// Its fragment.
    pub(crate) fragment: &'a str,
    /// The fragment of what is shown first.
    pub(crate) home: &'a str,
    /// Whether Back should lead away from it.
    pub(crate) is_step: bool,
    /// How many resources match.
    pub(crate) total: usize,
}

#[derive(Default)]
struct Host {
    /// Its origin, once it has greeted.
    origin: Option<String>,
    /// What `WordPress` knows this frame by.
    secret: Option<String>,
    /// The height that it was told.
    height: f64,
}

thread_local! {
    static HOST: RefCell<Host> = RefCell::default();
}

/// Listens to the host from now on, tells it that this page is there and how high it is.
pub(crate) fn listen(act: impl Fn(FromHost) + 'static) {
    if !is_framed() {
        return;
    }
    let hash = window().location().hash().unwrap_or_default();
    if let Some(secret) = hash.strip_prefix(SECRET).filter(|secret| secret.chars().all(|c| c.is_ascii_alphanumeric())) {
        HOST.with_borrow_mut(|host| host.secret = Some(secret.to_owned()));
        replace("#");
    }
    std::mem::forget(window_event_listener_untyped("message", move |event| hear(event, &act)));
    tell_simply("ready");
    observe();
}

/// Posts what the page shows to the host.
pub(crate) fn tell(message: &StateMessage<'_>) {
    #[allow(clippy::cast_precision_loss, reason = "no catalog is that long")]
    post(
        "state",
        &[
            ("fragment", message.fragment.into()),
            ("home", message.home.into()),
            ("push", message.is_step.into()),
            ("total", (message.total as f64).into()),
        ],
    );
    // Frames that are out of sight are not observed.
    set_timeout(tell_height, SHORTLY);
}

/// Tells that a resource was opened.
pub(crate) fn tell_open(id: &str, title: &str, address: &str) {
    post("open", &[("id", id.into()), ("title", title.into()), ("url", address.into())]);
}

/// Asks for the top of this page to be in sight, which it can't see to where all of it is shown.
pub(crate) fn tell_top() {
    tell_simply("top");
}

/// Asks `WordPress` to follow a link, which only it can; whether it is there.
pub(crate) fn go_through_host(address: &str) -> bool {
    let is_there = HOST.with_borrow(|host| host.secret.is_some());
    if is_there {
        post_to_word_press("link", &address.into());
    }
    is_there
}

fn tell_simply(kind: &str) {
    post(kind, &[]);
}

fn hear(event: Event, act: &impl Fn(FromHost)) {
    let Ok(event) = event.dyn_into::<MessageEvent>() else { return };
    let parent = window().parent().ok().flatten();
    let is_host = event.source().zip(parent).is_some_and(|(source, parent)| Object::is(&source, &parent));
    if !is_host || HOST.with_borrow(|host| host.origin.as_ref().is_some_and(|origin| *origin != event.origin())) {
        return;
    }
    let data = event.data();
    let text = |key: &str| get(&data, key).and_then(|value| value.as_string());
    if HOST.with_borrow(|host| host.secret.is_some() && text("secret") == host.secret) {
        // WordPress is ready to hear how high this is.
        HOST.with_borrow_mut(|host| host.height = 0.0);
        return tell_height();
    }
    if get(&data, "explorer").and_then(|version| version.as_f64()) != Some(VERSION) {
        return;
    }
    match text("type").as_deref() {
        Some("hello") => {
            HOST.with_borrow_mut(|host| {
                host.origin = Some(event.origin());
                host.height = 0.0;
            });
            let is = |key: &str| get(&data, key).is_some_and(|value| value.is_truthy());
            let skin = get(&data, "skin").map(|skin| texts(&skin)).unwrap_or_default();
            act(FromHost::Greeting {
                is_auto: is("auto"),
                is_mirrored: is("mirror"),
                fragment: text("fragment"),
                skin,
            });
            tell_height();
        }
        Some("state") => act(FromHost::Address(text("fragment"))),
        Some("seen") => act(FromHost::Seen(get(&data, "end").and_then(|end| end.as_f64()).unwrap_or_default())),
        _ => {}
    }
}

/// Tells the height whenever it changes: the observer reports at most once a frame.
fn observe() {
    let on_resize = Closure::<dyn Fn()>::new(tell_height).into_js_value();
    let observer = get(&window(), "ResizeObserver")
        .and_then(|class| class.dyn_into::<Function>().ok())
        .and_then(|class| Reflect::construct(&class, &Array::of1(&on_resize)).ok());
    let (Some(observer), Some(root)) = (observer, document().document_element()) else { return };
    if let Some(observe) = get(&observer, "observe").and_then(|observe| observe.dyn_into::<Function>().ok()) {
        drop(observe.call1(&observer, &root));
    }
}

fn tell_height() {
    let Some(root) = document().document_element() else { return };
    let height = root.get_bounding_client_rect().height().ceil();
    let is_new = HOST.with_borrow_mut(|host| (std::mem::replace(&mut host.height, height) - height).abs() >= 1.0);
    if is_new {
        post("height", &[("height", height.into())]);
        post_to_word_press("height", &height.into());
    }
}

/// Posts a message to the host: to its origin, once that is known, and nothing else gets it.
fn post(kind: &str, fields: &[(&str, JsValue)]) {
    if !is_framed() {
        return;
    }
    let head = [("explorer", VERSION.into()), ("type", kind.into())];
    let origin = HOST.with_borrow(|host| host.origin.clone()).filter(|origin| origin != "null");
    send(&head.into_iter().chain(fields.iter().cloned()).collect::<Vec<_>>(), origin.as_deref());
}

fn post_to_word_press(message: &str, value: &JsValue) {
    if let Some(secret) = HOST.with_borrow(|host| host.secret.clone()) {
        send(&[("message", message.into()), ("value", value.clone()), ("secret", secret.into())], None);
    }
}

fn send(fields: &[(&str, JsValue)], origin: Option<&str>) {
    let data = Object::new();
    for (key, value) in fields {
        drop(Reflect::set(&data, &(*key).into(), value));
    }
    if let Ok(Some(parent)) = window().parent() {
        drop(parent.post_message(&data, origin.unwrap_or("*")));
    }
}

fn texts(of: &JsValue) -> Vec<(String, String)> {
    let Some(object) = of.dyn_ref::<Object>() else { return Vec::new() };
    let entry = |entry: JsValue| {
        let entry = entry.dyn_into::<Array>().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    Object::entries(object).iter().filter_map(entry).collect()
}

fn get(of: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(of, &key.into()).ok()
}
