//! Before there is a catalog: on its way, or not to be had.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::Progress;
use crate::i18n;

/// The catalog is on its way; who has enough of it can begin. Where nothing comes for long, `public/boot.js` says so here.
#[component]
pub(crate) fn Loading<S>(
    /// How far it is.
    progress: RwSignal<Progress>,
    /// Ends the reading.
    stop: S,
) -> impl IntoView
where
    S: Fn() + Copy + Send + Sync + 'static,
{
    let n = Memo::new(move |_| progress.with(|progress| progress.resources));
    let known = move || progress.with(|progress| progress.all_bytes);
    // Without a known end the bar only shows that something happens.
    let value = move || known().map(|_| progress.with(|progress| progress.bytes).to_string());
    let max = move || known().map(|all| all.to_string());
    view! {
        <div id="loading" role="status">
            <p>{i18n::loading()}</p>
            <progress aria-label=i18n::loading() value=value max=max></progress>
            <p class="quiet" aria-live="off">{move || (n.get() > 0).then(|| i18n::loaded(n.get()))}</p>
            <button type="button" id="stop-loading" hidden=move || n.get() == 0 on:click=handler(move |_| stop())>{i18n::stop_loading()}</button>
        </div>
    }
}

/// There is no catalog; the plain list below stays.
pub(crate) fn failure(reason: &str) -> impl IntoView {
    // What stands in the page itself does not come anew.
    let again = (!platform::is_packed()).then(|| {
        view! { <button type="button" on:click=handler(|_| platform::reload())>{i18n::try_again()}</button> }
    });
    view! {
        <div id="failure" role="alert">
            <h2>{i18n::failed()}</h2>
            <p>{reason.to_owned()}</p>
            <p>{i18n::plain_below()}</p>
            {again}
        </div>
    }
}
