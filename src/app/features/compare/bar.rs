//! The bar that says how many resources are selected for comparison, and leads to the comparison.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::Button;
use crate::app::ui::Show;
use crate::explore::{MAX_COMPARED, State, View};
use crate::i18n;

/// The bar; nothing while nothing is selected, or where the comparison is shown.
#[component]
pub(crate) fn CompareBar(
    /// Whether the filters lie over it.
    covered: Signal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let n = Memo::new(move |_| explorer.n_selected.get());
    let is_compared = Memo::new(move |_| explorer.with(|state| state.view == View::Compare && state.open.is_none()));
    let clear = move || {
        explorer.clear_compared();
        platform::focus_top();
    };
    view! {
        <Show when=move || n.get() != 0 && !is_compared.get()>
            <div id="compare-bar" inert=covered>
                <span>{move || i18n::picked(n.get(), MAX_COMPARED)}</span>
                " "
                <Link class="primary" to=|state: &State| state.shown_as(View::Compare)>{i18n::compare()}</Link>
                " "
                <Button id="put-back" class="plain" text=i18n::put_back() on_press=Box::new(clear)/>
            </div>
        </Show>
    }
}
