//! The word on the last thing that was done to the shelf, with the way to undo it.

use leptos::prelude::*;

use super::drawn::{drawn_before_all_and, leads_to};
use super::shape::button;
use crate::app::browser::{self, Piece};
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::View;

/// The word; out of sight while there is nothing to say. It stays until somebody has read it.
pub(super) fn told() -> AnyView {
    let explorer = use_explorer();
    let shelf = explorer.shelf;
    let say = move |into: &mut Piece| {
        let (said, can_undo) = shelf.message();
        let told = into.child("div").id("told").class(if said.is_empty() { "hidden" } else { "" });
        told.child("p").with("role", "status").text(&said);
        if said.is_empty() {
            return;
        }
        if explorer.with(|state| state.view != View::Shelf) {
            let href = leads_to(explorer, |state| state.shown_as(View::Shelf));
            told.child("a").id("told-shelf").with("href", &href).text(words::SHOW_SHELF);
        }
        if can_undo {
            button("undo", words::UNDO, told);
        }
        let close = told.child("button").with("type", "button").class("remove").id("told-close");
        close.with("data-act", "close").with("aria-label", words::DISMISS);
        close.child("span").class("cross").with("aria-hidden", "true");
    };
    drawn_before_all_and(say, move |act, _| {
        let back = match act {
            "undo" => shelf.undo(),
            "close" => {
                shelf.dismiss();
                None
            }
            _ => return,
        };
        // The button that was pressed may be gone; what came back is where the reader wants to be.
        browser::focus_first(&[
            back.unwrap_or_default(),
            "undo".to_owned(),
            "results-title".to_owned(),
            "record-title".to_owned(),
        ]);
    })
}
