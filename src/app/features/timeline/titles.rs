//! The titles of a few resources below the axis.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::{For, Show};
use crate::catalog::ResourceIdx;
use crate::explore::{State, by_date};
use crate::i18n;

/// More titles than these would be a list, and the bars say enough.
const MOST: usize = 12;

/// The titles in the order of their dates, each with its date; nothing where there are many, or none has a date.
#[component]
pub(super) fn Titles() -> impl IntoView {
    let explorer = use_explorer();
    let few = Memo::new(move |_| {
        let matched = explorer.matched.read();
        if matched.total > MOST { Vec::new() } else { by_date(explorer.engine, &matched.set) }
    });
    let item = move |idx: ResourceIdx| {
        let store = &explorer.engine.store;
        let to = move |state: &State| state.opened(store.id(idx));
        let title = explorer.engine.shown_title(idx);
        view! {
            <li>
                <span class="quiet">{store.published(idx).map(i18n::month_and_year)}</span>
                " "
                <Link isolated=true lang=explorer.language(idx) to>{title}</Link>
            </li>
        }
    };
    view! {
        <Show when=move || !few.with(Vec::is_empty)>
            <ol class="titles"><For each=move || few.get() key=|idx| *idx let:idx>{item(idx)}</For></ol>
        </Show>
    }
}
