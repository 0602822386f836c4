//! Locks that all tabs of an origin share (Web Locks API), and what else tells tabs apart.
//!
//! Not every page has them: pages without a secure origin have none. Then nothing is locked, and who asks is told so.

use js_sys::{Date, Function, Math, Object, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Holds a lock until the page is gone, however it goes.
pub(crate) fn hold_lock(name: &str) {
    let never = Closure::once_into_js(|_: JsValue| Promise::new(&mut |_, _| {}));
    if let Some(promise) = request(name, &Object::new(), &never) {
        spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Calls `act` while it holds a lock, unless somebody else holds it; whether this page has locks at all.
pub(crate) async fn with_free_lock(name: &str, act: impl FnOnce() + 'static) -> bool {
    let callback = Closure::once_into_js(move |lock: JsValue| {
        if !lock.is_null() {
            act();
        }
    });
    let options = Object::new();
    drop(Reflect::set(&options, &"ifAvailable".into(), &true.into()));
    match request(name, &options, &callback) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// The time of the device, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a time before 1970 counts as 1970")]
pub(crate) fn time() -> u64 {
    Date::now() as u64
}

/// A number that no other tab has but by great chance.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of one times the range of the type")]
pub(crate) fn random() -> u32 {
    (Math::random() * f64::from(u32::MAX)) as u32
}

fn request(name: &str, options: &Object, callback: &JsValue) -> Option<Promise> {
    let get = |of: &JsValue, key: &str| Reflect::get(of, &key.into()).ok();
    let navigator = get(&window(), "navigator")?;
    let locks = get(&navigator, "locks").filter(JsValue::is_object)?;
    let request = get(&locks, "request")?.dyn_into::<Function>().ok()?;
    request.call3(&locks, &name.into(), options, callback).ok()?.dyn_into().ok()
}
