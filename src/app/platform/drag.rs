//! Items of a list that are dragged to another place by their handles, with a mouse, a pen or a finger.
//!
//! It assumes a list whose items carry `data-id` and have a `.handle`; while one is dragged it has the class `dragged`, and the
//! item that it would stand before the class `landing`.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::{self, PointerEvent};
use leptos::prelude::{window, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How near to an edge of the window the page begins to scroll, and how far it does with each move, in pixels.
const EDGE: i32 = 60;
const SCROLL: f64 = 16.0;

/// An item on its way.
struct Drag {
    item: HtmlElement,
    handle: Element,
    pointer: i32,
    /// Where the pointer began, in the document.
    from: f64,
}

/// Calls `moved` with the id of an item and its new place when it was dragged there; what is returned ends that.
pub(crate) fn on_drag(moved: impl Fn(&str, usize) + 'static) -> impl FnOnce() {
    let drag: Rc<RefCell<Option<Drag>>> = Rc::default();
    let (moving, ending, escaping) = (Rc::clone(&drag), Rc::clone(&drag), Rc::clone(&drag));
    let down = window_event_listener(ev::pointerdown, move |event| {
        if let Some(begun) = begin(&event) {
            drag.replace(Some(begun));
        }
    });
    let steps = window_event_listener(ev::pointermove, move |event| {
        if let Some(drag) = &*moving.borrow() {
            follow(drag, &event);
        }
    });
    let up = window_event_listener(ev::pointerup, move |event| {
        let Some(drag) = ending.borrow_mut().take() else { return };
        let (place, was) = (landing(&drag, event.client_y()), place_of(&drag));
        let_go(&drag);
        if let Some(id) = drag.item.get_attribute("data-id").filter(|_| place != was) {
            moved(&id, place);
        }
    });
    let cancel = window_event_listener(ev::pointercancel, move |_| {
        if let Some(drag) = escaping.borrow_mut().take() {
            let_go(&drag);
        }
    });
    move || {
        down.remove();
        steps.remove();
        up.remove();
        cancel.remove();
    }
}

fn begin(event: &PointerEvent) -> Option<Drag> {
    let target = event.target()?.dyn_into::<Element>().ok().filter(|_| event.button() == 0)?;
    let handle = target.closest(".handle").ok()??;
    let item = handle.closest("li[data-id]").ok()??.dyn_into::<HtmlElement>().ok()?;
    event.prevent_default();
    drop(handle.set_pointer_capture(event.pointer_id()));
    drop(item.class_list().add_1("dragged"));
    Some(Drag { item, handle, pointer: event.pointer_id(), from: y_of(event) })
}

/// How far down the document a pointer is.
fn y_of(event: &PointerEvent) -> f64 {
    f64::from(event.client_y()) + window().scroll_y().unwrap_or_default()
}

fn follow(drag: &Drag, event: &PointerEvent) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let y = event.client_y();
    if y < EDGE {
        window().scroll_by_with_x_and_y(0.0, -SCROLL);
    } else if f64::from(y) > height - f64::from(EDGE) {
        window().scroll_by_with_x_and_y(0.0, SCROLL);
    }
    drop(drag.item.style().set_property("transform", &format!("translateY({}px)", whole(y_of(event) - drag.from))));
    let place = landing(drag, y);
    for (at, other) in others(drag).into_iter().enumerate() {
        drop(other.class_list().toggle_with_force("landing", at == place));
    }
}

/// In whole pixels: the formatting of fractions is a large part of a module that has no other use for it.
#[allow(clippy::cast_possible_truncation, reason = "no page is two thousand million pixels high")]
fn whole(pixels: f64) -> i32 {
    pixels as i32
}

/// The other items of the list, in order.
fn others(drag: &Drag) -> Vec<Element> {
    let items = drag.item.parent_element().map(|list| list.children());
    let items = items.into_iter().flat_map(|items| (0..items.length()).filter_map(move |at| items.item(at)));
    items.filter(|item| item != drag.item.as_ref() as &Element).collect()
}

/// The place that the item would have if it were let go at this height of the window.
fn landing(drag: &Drag, y: i32) -> usize {
    let middle = |item: &Element| {
        let place = item.get_bounding_client_rect();
        place.top() + place.height() / 2.0
    };
    others(drag).iter().take_while(|item| middle(item) < f64::from(y)).count()
}

/// The place that it has.
fn place_of(drag: &Drag) -> usize {
    let mut before = 0;
    let mut item = drag.item.previous_element_sibling();
    while let Some(other) = item {
        before += 1;
        item = other.previous_element_sibling();
    }
    before
}

fn let_go(drag: &Drag) {
    drop(drag.handle.release_pointer_capture(drag.pointer));
    drop(drag.item.class_list().remove_1("dragged"));
    drop(drag.item.style().remove_property("transform"));
    for other in others(drag) {
        drop(other.class_list().remove_1("landing"));
    }
}
