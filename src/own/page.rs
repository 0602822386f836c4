//! The page: its steps one below the other, of which those show that have something to do.

use leptos::prelude::*;

use super::check::Check;
use super::choose::Choose;
use super::columns::Columns;
use super::save::{HeadEdit, Save};
use super::state::Making;
use crate::i18n;

/// The page on which a catalog is made.
#[component]
pub(super) fn Own() -> impl IntoView {
    let making = Making::new();
    provide_context(making);
    let texts = i18n::own();
    making.look_for_draft();
    let has_catalog = Memo::new(move |_| making.answer.with(Option::is_some));
    view! {
        <header class="own-top"><a class="own-back" href="#/">{i18n::own_back()}</a></header>
        <main class="own-main">
            <h1 id="own-title" tabindex="-1">{i18n::make_own()}</h1>
            <p class="lead">{texts.lead}</p>
            <p class="quiet">{texts.stays_here}</p>
            <p class="hidden" role="status">{move || making.status.get()}</p>
            <Choose/>
            {move || has_catalog.get().then(|| view! { <Columns/> <Check/> <HeadEdit/> <Save/> })}
        </main>
    }
}
