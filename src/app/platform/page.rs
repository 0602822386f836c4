//! The document: where the app stands in it, its title, focus and scroll position.

use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::{document, request_animation_frame, window, window_event_listener_untyped};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, HtmlInputElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::address::is_returning;
use super::frame::{is_framed, may_focus};
use super::host::tell_top;

/// The element that the app is shown in.
pub(crate) fn mount_point() -> Option<HtmlElement> {
    document().get_element_by_id("app").and_then(|element| element.dyn_into().ok())
}

/// Where the catalog is, as the page says it.
pub(crate) fn catalog_address() -> String {
    let address = mount_point().and_then(|app| app.get_attribute("data-catalog"));
    address.unwrap_or_else(|| "catalog.json".to_owned())
}

/// Whether the catalog stands in the page itself, and is fetched from nowhere.
pub(crate) fn is_packed() -> bool {
    catalog_address().starts_with("blob:")
}

/// Where the saved index of the catalog is, if the page says it.
pub(crate) fn index_address() -> Option<String> {
    mount_point().and_then(|app| app.get_attribute("data-index"))
}

/// Sets a `data-` attribute of the root element.
pub(crate) fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute(&format!("data-{name}"), value));
    }
}

/// States the language of the page, and the direction in which it is written.
pub(crate) fn set_language(tag: &str, is_rtl: bool) {
    if let Some(root) = document().document_element() {
        drop(root.set_attribute("lang", tag));
        drop(root.set_attribute("dir", if is_rtl { "rtl" } else { "ltr" }));
    }
}

/// The languages that the browser is set to, the best first.
pub(crate) fn languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Says what the page is doing: `ready` or `failed`. What stood before the app did, and stays where it can't run, goes when the
/// app takes its place, also where no style says so.
pub(crate) fn set_state(state: &str) {
    set_root("state", state);
    if let Some(plain) = document().get_element_by_id("plain").filter(|_| state == "ready") {
        drop(plain.set_attribute("hidden", ""));
    }
}

/// Loads the page again.
pub(crate) fn reload() {
    drop(window().location().reload());
}

/// The address of the page as it is now, whole.
pub(crate) fn whole_address() -> String {
    window().location().href().unwrap_or_default()
}

/// Returns the address of the page without query part and fragment.
pub(crate) fn page_address() -> String {
    whole_address().split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The day on this device, as `2018-01-04`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Puts metadata into the head of the page, in place of those that were put there before: names and contents of `meta`
/// elements, and a document of JSON-LD.
pub(crate) fn describe_page(pairs: &[(&str, String)], json_ld: &str) {
    let Some(head) = document().head() else { return };
    while let Ok(Some(old)) = head.query_selector("[data-described]") {
        old.remove();
    }
    let put = |tag: &str, attributes: &[(&str, &str)], text: &str| {
        let Ok(element) = document().create_element(tag) else { return };
        for (name, value) in [("data-described", "")].iter().chain(attributes) {
            drop(element.set_attribute(name, value));
        }
        element.set_text_content(Some(text));
        drop(head.append_child(&element));
    };
    for (name, content) in pairs {
        put("meta", &[("name", name), ("content", content)], "");
    }
    put("script", &[("type", "application/ld+json")], json_ld);
}

/// Sets the title of the tab.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to an element, once it is there, and shows it.
pub(crate) fn focus(id: &str) {
    focus_with(id, false);
}

/// Moves the focus to an element, once it is there, without moving the page.
pub(crate) fn focus_in_place(id: &str) {
    focus_with(id, true);
}

/// Moves the focus to the first of these elements that is there, without moving the page.
pub(crate) fn focus_first(ids: &[String]) {
    let ids = ids.to_vec();
    request_animation_frame(move || {
        if let Some(id) = ids.iter().find(|id| has(id)) {
            focus_in_place(id);
        }
    });
}

/// Gives the focus back to the element that has it now, should it lose it while the page changes: an element that is moved does.
pub(crate) fn keep_focus() {
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(focused) = focused.filter(|element| element.tag_name() != "BODY") else { return };
    request_animation_frame(move || {
        let is_lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if is_lost && focused.is_connected() {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            drop(focused.focus_with_options(&options));
        }
    });
}

/// Goes to the top of what is shown now: the open resource, the open theme or the results.
pub(crate) fn focus_top() {
    if is_returning() {
        return;
    }
    if !may_focus() {
        return;
    }
    request_animation_frame(|| {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        tell_top();
        let title = ["record-title", "theme-title"].into_iter().find(|id| has(id));
        focus_in_place(title.unwrap_or("results-title"));
    });
}

/// Goes to the link of the first result, past the bar and the filters; where no result is listed, to the top of what is shown.
pub(crate) fn focus_first_result() {
    let is_listed = ["record-title", "theme-title"].into_iter().all(|id| !has(id));
    let first = document().query_selector("#results a[id], #table a[id]").ok().flatten().filter(|_| is_listed);
    match first {
        Some(first) => focus(&first.id()),
        None => focus_top(),
    }
}

/// Goes to the top of the page without moving the focus; not in a frame, whose page around it scrolls.
pub(crate) fn scroll_to_top() {
    if !is_returning() && !is_framed() {
        request_animation_frame(|| window().scroll_to_with_x_and_y(0.0, 0.0));
    }
}

/// Moves a list as little as it takes to show one of its elements.
pub(crate) fn scroll_into_view(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether an element is in the page.
pub(crate) fn has(id: &str) -> bool {
    !id.is_empty() && document().get_element_by_id(id).is_some()
}

fn focus_with(id: &str, prevent_scroll: bool) {
    if is_returning() {
        return;
    }
    if !may_focus() {
        return;
    }
    let id = id.to_owned();
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            let options = FocusOptions::new();
            options.set_prevent_scroll(prevent_scroll);
            drop(element.focus_with_options(&options));
        }
    });
}

/// Calls `act` before a reader can do anything with a link: when the pointer or the focus comes somewhere.
pub(crate) fn on_gesture(act: impl Fn() + Copy + 'static) {
    for name in ["pointerover", "pointerdown", "focusin"] {
        // The listeners serve as long as the page does.
        std::mem::forget(window_event_listener_untyped(name, move |_| act()));
    }
}

/// The value of the checkbox that an event came to, itself or through its label.
pub(crate) fn checkbox_value(event: &Event) -> Option<String> {
    checkbox_of(event)?.get_attribute("value")
}

/// Says in words what the checkbox is about that an event came to: to who points at it and to who hears it.
pub(crate) fn describe(event: &Event, text: &str) {
    if let Some(checkbox) = checkbox_of(event) {
        drop(checkbox.set_attribute("aria-description", text));
        drop(checkbox.closest("label").ok().flatten().map(|label| label.set_attribute("title", text)));
    }
}

fn checkbox_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("label").ok()??.query_selector("input[type=checkbox]").ok()?
}

/// Whether the filters have room beside the results: the same width as in `layout.css`.
pub(crate) fn is_wide() -> bool {
    window().match_media("(width >= 56rem)").ok().flatten().is_some_and(|query| query.matches())
}

/// Whether an event came to an element with an id, or to something in it.
pub(crate) fn is_within(event: &Event, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
    document().get_element_by_id(id).is_some_and(|element| element.contains(target.as_ref()))
}

/// Whether the focus is in an element with an id.
pub(crate) fn holds_focus(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| element.contains(document().active_element().as_deref()))
}

/// Whether a click asks to follow a link here, not in another tab or window.
pub(crate) fn is_plain_click(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}

/// Whether a key was pressed where a reader types, or together with a modifier: then it is no command to the page.
pub(crate) fn is_typing(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let tag = target.map(|element| element.tag_name()).unwrap_or_default();
    matches!(tag.as_str(), "INPUT" | "TEXTAREA" | "SELECT") || key.ctrl_key() || key.meta_key() || key.alt_key()
}

/// Leaves the text field that a key was pressed in, which tells of its change; with another text, if there is one.
pub(crate) fn leave_field(key: &KeyboardEvent, text: Option<&str>) {
    let Some(field) = key.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    if let Some(text) = text {
        field.set_value(text);
    }
    drop(field.blur());
}

/// How wide the element of an id is on the screen, in whole pixels; 0 where there is none.
pub(crate) fn width_of(id: &str) -> i32 {
    document().get_element_by_id(id).map_or(0, |element| element.client_width())
}
