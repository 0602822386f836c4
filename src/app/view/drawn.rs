//! A part of the page that is drawn from plain pieces, anew when what it is drawn from changes.
//!
//! Its links are real ones. A button leads on as a link does, by its `data-go`, and keeps the focus; what is no address is
//! an act, which the piece names in `data-act` and the view does.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::Event;
use leptos::html::Div;
use leptos::prelude::*;

use crate::app::browser::{self, Asked, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::explore::{State, fragment};

/// Draws what `say` says, again whenever it would say something else, and does what is asked for: `act` takes the name of an act and the value of its form control.
pub(super) fn drawn_and(say: impl Fn(&mut Piece) + 'static, act: impl Fn(&str, &str) + 'static) -> AnyView {
    drawn_by(Box::new(say), Box::new(act))
}

/// Does an act, with the value of its form control.
type Act = Box<dyn Fn(&str, &str)>;

fn drawn_by(say: Box<dyn Fn(&mut Piece)>, act: Act) -> AnyView {
    let explorer = use_explorer();
    let node: NodeRef<Div> = NodeRef::new();
    let again = RwSignal::new(false);
    let last = RefCell::new(Piece::default());
    Effect::new(move || {
        again.track();
        let Some(node) = node.get() else { return };
        let is_open = explorer.with(|state| state.open.as_ref().is_some_and(|id| explorer.engine.find(id).is_some()));
        if is_open {
            return;
        }
        let mut now = Piece::default();
        say(&mut now);
        browser::draw(&last.borrow(), &now, &node);
        last.replace(now);
    });
    let take = Rc::new(move |event: Event| match browser::asked_by(&event) {
        Some(Asked::Way(address, id)) => {
            explorer.go(|_| fragment::read(&address, &explorer.engine.facets));
            if id.is_empty() {
                browser::focus_top();
            }
        }
        Some(Asked::Act(what, value)) => {
            match what.split_once(':') {
                Some(("pick", id)) => explorer.toggle_compared(id),
                Some(("keep", id)) => _ = explorer.engine.find(id).map(|idx| explorer.shelf.toggle(idx)),
                _ => act(&what, &value),
            }
            // A control shows what is, also where what was asked for can't be.
            again.try_set(true);
        }
        None => {}
    });
    view! {
        <div
            class="drawn"
            node_ref=node
            on:click={ let take = Rc::clone(&take); move |event| take(event.into()) }
            on:change={ let take = Rc::clone(&take); move |event| take(event) }
            on:input={ let take = Rc::clone(&take); move |event| take(event) }
            on:keydown=move |event| take(event.into())
        ></div>
    }
    .into_any()
}

/// The address of a state that follows from the one at hand, for a link that is drawn anew with every state.
pub(super) fn leads_to(explorer: Explorer, change: impl FnOnce(&State) -> State) -> String {
    address(&explorer.with(change))
}

fn address(state: &State) -> String {
    fragment::write(state)
}
