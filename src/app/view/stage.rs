//! Before there is a catalog: on its way, or not to be had.

use leptos::prelude::*;

use crate::app::words;

/// The catalog is on its way.
pub(in crate::app) fn loading(n: usize) -> impl IntoView {
    view! {
        <div id="loading" role="status">
            <p>{words::LOADING}</p>
            <progress aria-label=words::LOADING></progress>
            <p class="quiet">{(n > 0).then(|| words::loaded(n))}</p>
        </div>
    }
}

/// There is no catalog; the plain list below stays.
pub(in crate::app) fn failure(reason: &str) -> impl IntoView {
    view! {
        <div id="failure" role="alert">
            <h2>{words::FAILED}</h2>
            <p>{reason.to_owned()}</p>
            <p>{words::PLAIN_BELOW}</p>
        </div>
    }
}
