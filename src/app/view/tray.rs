//! The tray: how many resources are picked for comparison, and the way to the table.

use leptos::prelude::*;

use super::link::{change, follow};
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{MAX_COMPARED, View};

/// The tray; nothing while nothing is picked, or where the table stands already.
#[component]
pub(super) fn Tray(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let n = Memo::new(move |_| {
        let stands_already = explorer.with(|state| state.view == View::Compare && state.open.is_none());
        if stands_already { 0 } else { explorer.n_picked() }
    });
    let put_back = move |_| {
        explorer.clear_compared();
        browser::focus_top();
    };
    let tray = move || {
        let to_table = change(|state| state.shown_as(View::Compare));
        let (href, go) = follow(to_table);
        let click = move |click| {
            go(click);
            browser::focus_top();
        };
        view! {
            <div id="tray" inert=covered>
                <span>{move || words::picked(n.get(), MAX_COMPARED)}</span>
                <a class="primary" href=href on:click=click>{words::COMPARE}</a>
                <button type="button" class="plain" on:click=put_back>{words::PUT_BACK}</button>
            </div>
        }
    };
    view! { <Show when=move || { n.get() > 0 }>{tray()}</Show> }
}
