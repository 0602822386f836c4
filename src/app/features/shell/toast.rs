//! The message on the last change of the shelf, with the button that undoes it.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::Button;
use crate::app::ui::Show;
use crate::explore::{State, View};
use crate::i18n;

/// How long a message stays that has nothing to undo.
const SHOWN: Duration = Duration::from_secs(8);

/// The message; hidden while there is none. One that can be undone stays until a reader dismisses it.
#[component]
pub(crate) fn Toast() -> impl IntoView {
    let explorer = use_explorer();
    let shelf = explorer.shelf;
    let is_empty = Memo::new(move |_| shelf.message().0.is_empty());
    let can_undo = Memo::new(move |_| shelf.message().1);
    let is_elsewhere = Memo::new(move |_| explorer.with(|state| state.view != View::Shelf));
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        let is_passing = !is_empty.get() && !can_undo.get() && !shelf.message().0.is_empty();
        let pass = move || {
            // Whoever is in it with the keyboard dismisses it.
            if !platform::holds_focus("toast") {
                shelf.dismiss();
            }
        };
        is_passing.then(|| set_timeout_with_handle(pass, SHOWN).ok()).flatten()
    });
    // What was saved is in sight there.
    Effect::new(move |was_elsewhere: Option<bool>| {
        let is_there = !is_elsewhere.get();
        if was_elsewhere == Some(true) && is_there && !can_undo.get_untracked() {
            shelf.dismiss();
        }
        !is_there
    });
    // The button that was pressed may be gone: the focus goes to what came back, or to what is shown.
    let refocus = |restored: Option<String>| {
        let places = ["undo", "results-title", "record-title"].map(str::to_owned);
        platform::focus_first(&[vec![restored.unwrap_or_default()], places.to_vec()].concat());
    };
    let undo = move || refocus(shelf.undo());
    let dismiss = move |_| {
        shelf.dismiss();
        refocus(None);
    };
    view! {
        <div id="toast" class="toast" class:hidden=move || is_empty.get()>
            <p role="status">{move || shelf.message().0}</p>
            <Show when=move || !is_empty.get()>
                <Show when=move || is_elsewhere.get()>
                    <Link id="toast-shelf" to=|state: &State| state.shown_as(View::Shelf)>{i18n::show_shelf()}</Link>
                </Show>
                <Show when=move || can_undo.get()>
                    <Button id="undo" text=i18n::undo() on_press=Box::new(undo)/>
                </Show>
                <button type="button" class="remove" id="toast-close" aria-label=i18n::dismiss() on:click=handler(dismiss)>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </Show>
        </div>
    }
}

/// How long the way back from a step is offered; the browser's own way back leads there too, for as long as one likes.
const OFFERED: Duration = Duration::from_secs(20);

/// What was taken away from what is asked, with the button that brings it back; hidden while there is nothing.
#[component]
pub(crate) fn Removed() -> impl IntoView {
    let explorer = use_explorer();
    let text = Memo::new(move |_| explorer.removal());
    let is_empty = Memo::new(move |_| text.with(String::is_empty));
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(timer) = timer.flatten() {
            timer.clear();
        }
        let pass = move || {
            if !platform::holds_focus("removed") {
                explorer.dismiss_removal();
            }
        };
        let is_shown = text.with(|text| !text.is_empty());
        is_shown.then(|| set_timeout_with_handle(pass, OFFERED).ok()).flatten()
    });
    let refocus = || platform::focus_first(&["results-title", "search"].map(str::to_owned));
    let undo = move || {
        explorer.undo_removal();
        refocus();
    };
    let dismiss = move |_| {
        explorer.dismiss_removal();
        refocus();
    };
    view! {
        <div id="removed" class="toast" class:hidden=move || is_empty.get()>
            <p role="status">{move || text.get()}</p>
            <Show when=move || !is_empty.get()>
                <Button id="undo-removal" text=i18n::undo() on_press=Box::new(undo)/>
                <button type="button" class="remove" aria-label=i18n::dismiss() on:click=handler(dismiss)>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </Show>
        </div>
    }
}
