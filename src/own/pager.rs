//! The way through a table that is drawn a page at a time.

use leptos::prelude::*;

use crate::i18n;
use crate::limits::OWN_ROWS;

/// Which rows are shown of how many, and the ways to those before and behind.
#[component]
pub(super) fn Pager(
    /// The page, from 0.
    page: RwSignal<usize>,
    /// How many rows there are.
    #[prop(into)]
    n: Signal<usize>,
) -> impl IntoView {
    let texts = i18n::own_edit();
    let last = move || n.get().saturating_sub(1) / OWN_ROWS;
    // There may be fewer rows than when the page was chosen.
    let shown = move || page.get().min(last());
    // A name of its own: in the tag of a button, `>=` would end the tag.
    let is_last = move || shown() == last();
    let range = move || {
        let from = shown() * OWN_ROWS;
        (texts.range)((from + 1).min(n.get()), (from + OWN_ROWS).min(n.get()), n.get())
    };
    move || {
        (n.get() > OWN_ROWS).then(|| {
            view! {
                <p class="own-pager">
                    <button type="button" disabled=move || shown() == 0 on:click=move |_| page.set(shown().saturating_sub(1))>{texts.previous}</button>
                    " " {range} " "
                    <button type="button" disabled=is_last on:click=move |_| page.set(shown() + 1)>{texts.next}</button>
                </p>
            }
        })
    }
}
