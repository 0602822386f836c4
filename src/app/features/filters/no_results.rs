//! When nothing matches: which conditions there are, and what is found without each.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::explore::{Relaxation, relax};
use crate::i18n;

/// What nothing has, and what is found without a condition each.
#[component]
pub(crate) fn NoResults() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    if engine.is_empty() {
        return view! { <p class="nothing">{i18n::no_resources()}</p> };
    }
    let item = move |relaxation: Relaxation| {
        let text = i18n::way_out(engine, &relaxation);
        let lift = move |_| {
            explorer.remove_condition(&relaxation.condition);
            platform::focus_in_place("results-title");
        };
        view! { <li><button type="button" data-count=relaxation.count on:click=handler(lift)>{text}</button></li> }
    };
    let relaxations = move || {
        let found = explorer.with_search(|state| relax(engine, state));
        if found.is_empty() {
            view! { <p>{i18n::nothing_found_help()}</p> }
        } else {
            view! { <ul class="relaxations">{found.into_iter().map(item).collect_view()}</ul> }
        }
    };
    view! {
        <div class="nothing">
            <p class="headline">{move || explorer.with_search(|state| i18n::nothing(engine, state))}</p>
            {relaxations}
        </div>
    }
}
