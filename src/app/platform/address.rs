//! The address and the history of the tab.
//!
//! Only the fragment ever changes: that is what browsers allow on `file://` and in frames too. Each entry carries where the
//! reader was (scroll position and focus), so that Back leads there.

use std::cell::Cell;

use leptos::prelude::{request_animation_frame, window_event_listener};
use leptos::{ev, prelude::window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, ScrollBehavior, ScrollToOptions, Url};

use super::frame::may_focus;

thread_local! {
    /// Whether the reader came back to a place that was marked, which is about to be shown again.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
    /// Whether the page around this one keeps the history.
    static IS_MIRRORED: Cell<bool> = const { Cell::new(false) };
}

/// Leaves the history to the page around this one: two entries for one step would be one too many.
pub(crate) fn mirror_outside() {
    IS_MIRRORED.set(true);
}

/// The query part of the address, with its `?`, or nothing.
pub(crate) fn query_part() -> String {
    window().location().search().unwrap_or_default()
}

/// An address that stands in this page, whole; nothing where it does not lead to the web, or to this disk from this disk.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let url = Url::new_with_base(address, &window().location().href().ok()?).ok()?;
    let is_here = Some(url.protocol()) == window().location().protocol().ok();
    let leads_on = matches!(url.protocol().as_str(), "http:" | "https:");
    (leads_on || is_here).then(|| url.href())
}

/// The origin of an address and that of this page, where they are not the same.
pub(crate) fn elsewhere(address: &str) -> Option<(String, String)> {
    let url = Url::new_with_base(address, &window().location().href().ok()?).ok()?;
    let here = window().location().origin().ok()?;
    (url.protocol() != "blob:" && url.origin() != here).then(|| (url.origin(), here))
}

/// Whether focus and scroll position are about to be restored, so that nothing else should move them.
pub(super) fn is_returning() -> bool {
    RETURNING.get()
}

/// The fragment, or on http(s) the query part when there is no fragment: mail programs cut fragments off. An address without
/// either says the same as the fragment of an untouched page.
pub(crate) fn current() -> String {
    let location = window().location();
    let of = |part: Result<String, JsValue>| part.ok().filter(|part| !part.is_empty());
    of(location.hash()).or_else(|| of(location.search())).unwrap_or_else(|| "#/".to_owned())
}

/// Adds an entry to the history.
pub(crate) fn push(fragment: &str) {
    if IS_MIRRORED.get() {
        return replace(fragment);
    }
    if fragment != current() {
        let history = window().history();
        drop(history.and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(fragment))));
    }
}

/// Changes the address of the entry that the reader is at; what is marked there stays.
pub(crate) fn replace(fragment: &str) {
    if fragment != current() {
        let replaced = window()
            .history()
            .and_then(|history| history.replace_state_with_url(&history.state()?, "", Some(fragment)));
        drop(replaced);
    }
}

/// Writes down in the history where the reader is, before leaving for another entry.
pub(crate) fn leave_mark() {
    let focused = window().document().and_then(|document| document.active_element()).map(|element| element.id());
    #[allow(clippy::cast_possible_truncation, reason = "no page is two thousand million pixels high")]
    let scroll = window().scroll_y().unwrap_or_default() as i32;
    let mark = JsValue::from_str(&format!("{scroll} {}", focused.unwrap_or_default()));
    drop(window().history().and_then(|history| history.replace_state(&mark, "")));
}

/// Calls `arrive` whenever the reader goes back or forward or changes the address, then restores what was marked there.
pub(crate) fn on_travel(arrive: impl Fn() + Clone + 'static) {
    let history = window().history();
    drop(history.and_then(|history| history.set_scroll_restoration(web_sys::ScrollRestoration::Manual)));
    let travel = move || {
        arrive();
        let mark = window().history().and_then(|history| history.state()).ok().and_then(|mark| mark.as_string());
        if let Some(mark) = mark {
            RETURNING.set(true);
            restore_when_there(mark);
        }
    };
    let also = travel.clone();
    let pop = window_event_listener(ev::popstate, move |_| travel());
    let hash = window_event_listener(ev::hashchange, move |_| also());
    // The listeners serve as long as the page does.
    std::mem::forget((pop, hash));
}

/// Restores what was marked with the next frame, or once no list is being filled any more.
fn restore_when_there(mark: String) {
    request_animation_frame(move || {
        let busy = window().document().and_then(|document| document.query_selector("[aria-busy]").ok().flatten());
        if busy.is_some() {
            return restore_when_there(mark);
        }
        restore(&mark);
        RETURNING.set(false);
    });
}

fn restore(mark: &str) {
    let (scroll, id) = mark.split_once(' ').unwrap_or((mark, ""));
    let document = window().document().filter(|_| !id.is_empty());
    let element = document.and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.filter(|_| may_focus()).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
    let options = ScrollToOptions::new();
    options.set_top(scroll.parse::<i32>().unwrap_or_default().into());
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
