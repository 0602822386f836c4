//! The bar that says how many resources are selected for comparison, and leads to the comparison.

use leptos::prelude::*;

use super::control::Show;
use super::link::Link;
use super::ui::Button;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{MAX_COMPARED, State, View};

/// The bar; nothing while nothing is selected, or where the comparison is shown.
#[component]
pub(super) fn CompareBar(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let n = Memo::new(move |_| explorer.n_selected.get());
    let is_compared = Memo::new(move |_| explorer.with(|state| state.view == View::Compare && state.open.is_none()));
    let clear = move || {
        explorer.clear_compared();
        browser::focus_top();
    };
    view! {
        <Show when=move || n.get() != 0 && !is_compared.get()>
            <div id="tray" inert=covered>
                <span>{move || words::picked(n.get(), MAX_COMPARED)}</span>
                " "
                <Link class="primary" to=|state: &State| state.shown_as(View::Compare)>{words::COMPARE}</Link>
                " "
                <Button id="put-back" class="plain" text=words::PUT_BACK on_press=Box::new(clear)/>
            </div>
        </Show>
    }
}
