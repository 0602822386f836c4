//! The style tokens of the page (`src/app/style/tokens.css`), as others may set them, and whether it is light or dark.

use leptos::prelude::{document, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CssStyleDeclaration, HtmlElement};

use super::storage::{store, stored};

/// Where the reader’s choice is stored; `src/page/first.js` reads it before the page is painted.
const CHOSEN_SCHEME: &str = "competency-explorer/scheme";

/// When a device asks for dark pages.
const DARK: &str = "(prefers-color-scheme: dark)";

/// The value of a token as it is now.
pub(crate) fn token(name: &str) -> String {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default().trim().to_owned()
}

/// Calls `act` once the page is loaded with its styles, now if it is: nothing else can say what a style makes of a token.
pub(crate) fn once_loaded(act: impl Fn() + 'static) {
    if document().ready_state() == "complete" {
        act();
    } else {
        std::mem::forget(window_event_listener_untyped("load", move |_| act()));
    }
}

/// Sets tokens of the page; an empty value takes back what was set.
pub(crate) fn set_tokens(tokens: &[(&str, String)]) {
    let Some(style) = style() else { return };
    for (name, value) in tokens {
        drop(if value.is_empty() { style.remove_property(name).map(drop) } else { style.set_property(name, value) });
    }
}

/// Makes the page dark or light; `None` as the device asks for.
pub(crate) fn set_scheme(is_dark: Option<bool>) {
    let media = match is_dark {
        Some(true) => "screen",
        Some(false) => "not all",
        None => DARK,
    };
    if let Some(dark) = document().get_element_by_id("dark") {
        drop(dark.set_attribute("media", media));
    }
    let Some(style) = style() else { return };
    drop(match is_dark {
        Some(is_dark) => style.set_property("color-scheme", if is_dark { "dark" } else { "light" }),
        None => style.remove_property("color-scheme").map(drop),
    });
}

/// The word for the scheme that the reader has chosen on this device; empty where none is.
pub(crate) fn chosen_scheme() -> String {
    stored(CHOSEN_SCHEME).ok().flatten().unwrap_or_default()
}

/// Keeps the reader's choice of a scheme. Where nothing can be stored it holds until the page is left.
pub(crate) fn choose_scheme(word: &str) {
    _ = store(CHOSEN_SCHEME, word);
}

/// Calls `act` whenever the device turns from light to dark or back, as long as the page lives.
pub(crate) fn on_scheme(act: impl Fn() + 'static) {
    if let Ok(Some(query)) = window().match_media(DARK) {
        let act = Closure::<dyn Fn()>::new(act).into_js_value();
        drop(query.add_event_listener_with_callback("change", act.unchecked_ref()));
    }
}

fn style() -> Option<CssStyleDeclaration> {
    document().document_element()?.dyn_into::<HtmlElement>().ok().map(|root| root.style())
}
