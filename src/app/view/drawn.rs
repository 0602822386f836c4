//! A part of the page that only shows and leads on: plain pieces, drawn anew when what they are drawn from changes.
//!
//! Its links are real ones. A button leads on as a link does, by its `data-go`, and keeps the focus.

use leptos::ev::MouseEvent;
use leptos::html::Div;
use leptos::prelude::*;

use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::explore::{State, fragment};

/// Draws what `say` says, and again whenever it would say something else.
pub(super) fn drawn(say: impl Fn(&mut Piece) + 'static) -> AnyView {
    drawn_by(Box::new(say))
}

fn drawn_by(say: Box<dyn Fn(&mut Piece)>) -> AnyView {
    let explorer = use_explorer();
    let node: NodeRef<Div> = NodeRef::new();
    Effect::new(move || {
        let mut piece = Piece::default();
        say(&mut piece);
        if let Some(node) = node.get() {
            browser::draw(&piece, &node);
        }
    });
    let follow = move |click: MouseEvent| {
        let Some((address, id)) = browser::asked_by(&click) else { return };
        let engine = explorer.engine;
        explorer.go(|_| fragment::read(&address, &engine.facets));
        if id.is_empty() {
            browser::focus_top();
        }
    };
    view! { <div class="drawn" node_ref=node on:click=follow></div> }.into_any()
}

/// The address of a state that follows from the one at hand, for a link that is drawn anew with every state.
pub(super) fn leads_to(explorer: Explorer, change: impl FnOnce(&State) -> State) -> String {
    address(&explorer.with(change))
}

fn address(state: &State) -> String {
    fragment::write(state)
}
