//! A button that opens a panel below it. The panel closes with Escape, and when the pointer or the focus goes elsewhere
//! (the disclosure pattern of the ARIA Authoring Practices: what is in it are plain links and buttons).

use leptos::ev;
use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{handler, view};

/// The button and its panel.
#[component]
pub(crate) fn Menu(
    /// The id of the button.
    #[prop(into)]
    id: String,
    /// The class of the button.
    class: &'static str,
    /// Its name where the text does not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// Its text.
    #[prop(into)]
    text: Signal<String>,
    /// What is in the panel; made when it is opened.
    children: ChildrenFn,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let (frame, panel) = (format!("{id}-menu"), format!("{id}-panel"));
    let (opener, controlled) = (StoredValue::new(id.clone()), panel.clone());
    let outside = frame.clone();
    let contents = move || {
        let (children, panel) = (children.clone(), panel.clone());
        close_outside(&outside, opener.get_value(), || true, move || is_open.set(false));
        view! { <div class="menu-panel" id=panel dir="auto">{children()}</div> }
    };
    view! {
        <div class="menu" id=frame>
            <button
                type="button"
                id=id
                class=class
                aria-label=label
                aria-expanded=move || is_open.get().to_string()
                aria-controls=controlled
                on:click=handler(move |_| is_open.update(|is_open| *is_open = !*is_open))
            >
                {move || text.get()}
            </button>
            {move || is_open.get().then(&contents)}
        </div>
    }
}

/// Closes an open panel when something happens outside of the element of an id, and with Escape, as long as its owner lives.
pub(crate) fn close_outside(
    frame: &str,
    opener: String,
    is_open: impl Fn() -> bool + Copy + 'static,
    close: impl Fn() + Copy + 'static,
) {
    let within = StoredValue::new(frame.to_owned());
    let leave = move |is_within: bool| {
        if !is_within && is_open() {
            close();
        }
    };
    let pointer = window_event_listener(ev::pointerdown, move |event| {
        leave(within.with_value(|frame| platform::is_within(&event, frame)));
    });
    let focus = window_event_listener(ev::focusin, move |event| {
        leave(within.with_value(|frame| platform::is_within(&event, frame)));
    });
    let escape = window_event_listener(ev::keydown, move |key| {
        if key.key() == "Escape" && is_open() {
            close();
            platform::focus_in_place(&opener);
        }
    });
    on_cleanup(move || {
        pointer.remove();
        focus.remove();
        escape.remove();
    });
}
