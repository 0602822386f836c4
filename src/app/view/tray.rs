//! The tray: how many resources are picked for comparison, and the way to the table.

use leptos::prelude::*;

use super::drawn::{drawn_before_all_and, leads_to};
use super::shape::button;
use crate::app::browser::{self, Piece};
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{MAX_COMPARED, View};

/// The tray; nothing while nothing is picked, or where the table stands already. Filters can lie over it.
pub(super) fn tray(covered: Signal<bool>) -> AnyView {
    let explorer = use_explorer();
    let say = move |into: &mut Piece| {
        let n = explorer.n_picked();
        if n == 0 || explorer.with(|state| state.view == View::Compare && state.open.is_none()) {
            return;
        }
        let tray = into.child("div").id("tray").flag("inert", covered.get());
        tray.child("span").text(&words::picked(n, MAX_COMPARED));
        let href = leads_to(explorer, |state| state.shown_as(View::Compare));
        tray.text(" ").child("a").class("primary").with("href", &href).text(words::COMPARE);
        button("put-back", words::PUT_BACK, tray.text(" ")).class("plain");
    };
    drawn_before_all_and(say, move |act, _| {
        if act == "put-back" {
            explorer.clear_compared();
            browser::focus_top();
        }
    })
}
