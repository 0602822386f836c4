//! Step 4: what the catalog says of itself, its records, tags, first page, look and filters.

use leptos::ev;
use leptos::prelude::*;

use super::filters::Filters;
use super::head::{FirstPage, Head, Look};
use super::platform;
use super::records::Records;
use super::state::Making;
use super::tags::Tags;
use crate::i18n;

/// The fourth step.
#[component]
pub(super) fn Edit() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    view! {
        <section class="own-step" aria-labelledby="own-edit">
            <h2 id="own-edit" tabindex="-1">{i18n::own().step_head}</h2>
            <p class="quiet">{texts.edit_help}</p>
            <Head/>
            <Part id="own-records" title=Signal::derive(move || (texts.records)(making.editing.n_records())) is_wanted=Signal::derive(move || making.only.with(Option::is_some)) part=|| view! { <Records/> }.into_any()/>
            <Part id="own-tags" title=texts.tags part=|| view! { <Tags/> }.into_any()/>
            <Part id="own-first-page" title=texts.first_page part=|| view! { <FirstPage/> }.into_any()/>
            <Part id="own-look" title=texts.look part=|| view! { <Look/> }.into_any()/>
            <Part id="own-filters" title=texts.filters part=|| view! { <Filters/> }.into_any()/>
        </section>
    }
}

/// A part of a step, which is drawn once it is unfolded.
#[component]
pub(super) fn Part(
    /// Id of its heading.
    id: &'static str,
    /// What it is called.
    #[prop(into)]
    title: Signal<String>,
    /// Whether something else asks for it.
    #[prop(optional, into)]
    is_wanted: Signal<bool>,
    /// What it holds.
    part: fn() -> AnyView,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    Effect::new(move || {
        if is_wanted.get() {
            is_open.set(true);
        }
    });
    view! {
        <details class="own-part" prop:open=move || is_open.get() on:toggle=move |event| is_open.set(platform::is_unfolded(&event))>
            <summary id=id>{title}</summary>
            {move || is_open.get().then(|| view! { <div class="own-inner">{part()}</div> })}
        </details>
    }
}

/// The ways back and forth through the edits, and the keys for them.
#[component]
pub(super) fn UndoRedo() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_step = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !is_step || platform::is_in_text(&event) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", is_forth) => making.step(!is_forth),
            ("y", false) => making.step(false),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let counts = move || making.editing.counts();
    view! {
        <span class="own-undo">
            <button type="button" id="own-undo" disabled=move || counts().0 == 0 on:click=move |_| making.step(true)>{move || (texts.undo)(counts().0)}</button>
            " "
            <button type="button" id="own-redo" disabled=move || counts().1 == 0 on:click=move |_| making.step(false)>{move || (texts.redo)(counts().1)}</button>
        </span>
    }
}
