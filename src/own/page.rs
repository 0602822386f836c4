//! The page: its steps one below the other, of which those show that have something to do.

use leptos::prelude::*;

use super::check::Check;
use super::choose::Choose;
use super::columns::Columns;
use super::edit::{Edit, UndoRedo};
use super::platform;
use super::save::Save;
use super::state::Making;
use crate::i18n;

/// The page on which a catalog is made.
#[component]
pub(super) fn Own() -> impl IntoView {
    let making = Making::new();
    provide_context(making);
    let texts = i18n::own();
    making.look_for_draft();
    making.look_for_mapping();
    let has_catalog = Memo::new(move |_| making.answer.with(Option::is_some));
    view! {
        <header class="own-top">
            <a class="own-back" href="#/">{i18n::own_back()}</a>
            <Steps has_catalog/>
            {move || has_catalog.get().then(|| view! { <UndoRedo/> })}
        </header>
        <main class="own-main">
            <h1 id="own-title" tabindex="-1">{i18n::make_own()}</h1>
            <p class="lead">{texts.lead}</p>
            <p class="quiet">{texts.stays_here}</p>
            <p class="hidden" role="status">{move || making.status.get()}</p>
            <Choose/>
            {move || has_catalog.get().then(|| view! { <Columns/> <Check/> <Edit/> <Save/> })}
        </main>
        <div role="alert">{move || {
            let trouble = making.trouble.get();
            (!trouble.is_empty()).then(|| view! {
                <p class="notice own-trouble">{trouble} " "
                <button type="button" aria-label=i18n::close() on:click=move |_| making.trouble.set(String::new())>"×"</button></p>
            })
        }}</div>
    }
}

/// The steps as a list: each leads to its heading once there is a catalog.
#[component]
fn Steps(
    /// Whether there is a catalog.
    has_catalog: Memo<bool>,
) -> impl IntoView {
    let texts = i18n::own_edit();
    let step = |(at, (id, name)): (usize, &(&'static str, &'static str))| {
        let (id, is_first) = (*id, at == 0);
        view! {
            <li><button type="button" class="plain" disabled=move || !is_first && !has_catalog.get() on:click=move |_| platform::go_to(id)>
                <span class="own-number">{at + 1}</span> " " {*name}
            </button></li>
        }
    };
    view! { <nav aria-label=texts.steps><ol class="own-steps">{texts.step_names.iter().enumerate().map(step).collect_view()}</ol></nav> }
}
