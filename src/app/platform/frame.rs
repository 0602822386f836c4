//! Whether the page stands in a frame, and what it may do there.

use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};

/// Whether this page stands in a frame.
pub(crate) fn is_framed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| !Object::is(&parent, &window()))
}

/// Whether that frame is sealed off (`sandbox` without `allow-same-origin`): nothing is stored, and neither files nor other
/// windows can be counted on.
pub(crate) fn is_sealed() -> bool {
    is_framed() && Reflect::get(&window(), &"origin".into()).is_ok_and(|origin| origin == "null")
}

/// Whether the focus may be moved: never from the page around into this one.
pub(crate) fn may_focus() -> bool {
    !is_framed() || document().has_focus().unwrap_or(false)
}
