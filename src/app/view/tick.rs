//! The checkbox of a value, with the count that choosing it gives.

use leptos::prelude::*;

use crate::app::explorer::Explorer;
use crate::app::words;

/// The checkbox; while it is pointed at or has the focus it says what a click would give.
pub(super) fn tick(
    explorer: Explorer,
    key: &'static str,
    id: &'static str,
    label: &'static str,
    count: impl Fn() -> u32 + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let is_met = RwSignal::new(false);
    let is_chosen = move || explorer.with(|state| state.filter.has(key, id));
    let forecast = Memo::new(move |_| is_met.get().then(|| words::forecast(explorer.forecast(key, id), is_chosen())));
    view! {
        <label
            class:empty=move || count() == 0
            title=forecast
            on:pointerenter=move |_| is_met.set(true)
            on:pointerleave=move |_| is_met.set(false)
        >
            <input
                type="checkbox"
                value=id
                aria-description=forecast
                prop:checked=is_chosen
                on:focus=move |_| is_met.set(true)
                on:blur=move |_| is_met.set(false)
                on:change=move |_| explorer.toggle(key, id)
            />
            <span class="label">{label}</span>
            <span class="count">{move || words::number(count() as usize)}</span>
        </label>
    }
}
