//! The switch between light, dark and what the device asks for; the choice stays on this device.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::embed::Scheme;
use crate::i18n;

/// The button; nothing where the website around the page has chosen.
#[component]
pub(crate) fn SchemeSwitch() -> impl IntoView {
    let setup = use_explorer().opened.setup;
    let is_set = setup.scheme != Scheme::Auto || setup.is_embedded || platform::is_framed();
    (!is_set).then(|| {
        let scheme = RwSignal::new(Scheme::of(&platform::chosen_scheme()));
        let change = move |_| {
            let next = scheme.get_untracked().next();
            scheme.set(next);
            platform::set_scheme(next.is_dark());
            platform::choose_scheme(next.word());
        };
        let label = move || i18n::scheme_shown(scheme.get());
        view! {
            <button type="button" id="scheme" data-scheme=move || scheme.get().word() aria-label=label title=label on:click=handler(change)>
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <circle cx="12" cy="12" r="8"></circle>
                    <path d="m12 4a8 8 0 0 1 0 16z"></path>
                </svg>
            </button>
        }
    })
}
