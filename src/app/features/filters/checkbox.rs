//! The checkbox of a value, with the count that choosing it gives.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::Explorer;
use crate::i18n;

/// Returns the checkbox of a value, with its name and its count.
pub(crate) fn facet_checkbox(
    explorer: Explorer,
    key: &'static str,
    id: &'static str,
    label: &'static str,
    count: impl Fn() -> u32 + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let is_fixed = explorer.opened.bounds.is_some_and(|bounds| bounds.locked.state.filter.has(key, id));
    view! {
        <label class:empty=move || count() == 0>
            <input
                type="checkbox"
                value=id
                disabled=is_fixed
                prop:checked=move || is_fixed || explorer.with(|state| state.filter.has(key, id))
                on:change=handler(move |_| explorer.toggle(key, id))
            />
            <span class="label" dir="auto">{label}</span>
            <span class="count">{move || i18n::number(count() as usize)}</span>
        </label>
    }
}

/// Describes the checkbox that an event came to: how many resources a click on it would leave.
pub(crate) fn announce_result_count(explorer: Explorer, key: &str, event: &Event) {
    if let Some(id) = platform::checkbox_value(event) {
        let is_chosen = explorer.with_untracked(|state| state.filter.has(key, &id));
        platform::describe(event, &i18n::forecast(explorer.forecast(key, &id), is_chosen));
    }
}
