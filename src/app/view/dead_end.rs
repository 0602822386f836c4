//! When nothing matches: which conditions there are, and what is found without each.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{Relaxation, State, conditions, relax};

/// What nothing has, and the ways on.
#[component]
pub(super) fn DeadEnd() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    if engine.is_empty() {
        return view! { <p class="nothing">{words::NO_RESOURCES}</p> }.into_any();
    }
    let said = Memo::new(move |_| explorer.with(|state| words::nothing(engine, &conditions(engine, state))));
    let ways = Memo::new(move |_| explorer.with(|state| relax(engine, state)));
    let way = move |way: Relaxation| {
        let text = words::way_out(engine, &way);
        let lift = move |_| {
            explorer.lift(&way.condition);
            browser::focus_in_place("results-title");
        };
        view! { <li><button type="button" data-count=way.count on:click=lift>{text}</button></li> }
    };
    let clear_search = move |_| {
        explorer.search("");
        browser::focus("search");
    };
    let is_asked = |state: &State| !state.query.trim().is_empty();
    view! {
        <div class="nothing">
            <p class="headline">{said}</p>
            <Show when=move || ways.with(|ways| !ways.is_empty()) fallback=|| view! { <p>{words::NOTHING_FOUND_HELP}</p> }>
                <ul class="ways">{move || ways.get().into_iter().map(way).collect_view()}</ul>
            </Show>
            <Show when=move || explorer.with(is_asked)>
                <p class="actions"><button type="button" class="plain" on:click=clear_search>{words::CLEAR_SEARCH}</button></p>
            </Show>
        </div>
    }
    .into_any()
}
