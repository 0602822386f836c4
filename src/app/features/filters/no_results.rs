//! When nothing matches: which conditions there are, and what is found without each.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::explore::{Relaxation, relax};
use crate::i18n;

/// What nothing has, and the ways on.
#[component]
pub(crate) fn NoResults() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    if engine.is_empty() {
        return view! { <p class="nothing">{i18n::no_resources()}</p> };
    }
    let way = move |way: Relaxation| {
        let text = i18n::way_out(engine, &way);
        let lift = move |_| {
            explorer.remove_condition(&way.condition);
            platform::focus_in_place("results-title");
        };
        view! { <li><button type="button" data-count=way.count on:click=handler(lift)>{text}</button></li> }
    };
    let ways = move || {
        let ways = explorer.with_search(|state| relax(engine, state));
        if ways.is_empty() {
            view! { <p>{i18n::nothing_found_help()}</p> }
        } else {
            view! { <ul class="ways">{ways.into_iter().map(way).collect_view()}</ul> }
        }
    };
    view! {
        <div class="nothing">
            <p class="headline">{move || explorer.with_search(|state| i18n::nothing(engine, state))}</p>
            {ways}
        </div>
    }
}
