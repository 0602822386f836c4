//! When nothing matches, or little: which conditions there are, and what is found without each.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{Relaxation, State, relax};
use crate::facet::FacetValue;
use crate::i18n;
use crate::limits::TILES_DRAWN;

/// How many results are few: below them stands how there are more.
pub(crate) const FEW_RESULTS: usize = 3;

/// What nothing has, and what is found without a condition each.
#[component]
pub(crate) fn NoResults() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    if engine.is_empty() {
        return view! { <p class="nothing">{i18n::no_resources()}</p> };
    }
    let ways = move || {
        let found = explorer.with_search(|state| relax(engine, state));
        if found.is_empty() {
            view! { <p>{i18n::nothing_found_help()}</p> }
        } else {
            ways_out(explorer, found)
        }
    };
    view! {
        <div class="nothing">
            <p class="headline">{move || explorer.with_search(|state| i18n::nothing(engine, state))}</p>
            {ways}
            {broad_themes(explorer)}
        </div>
    }
}

/// The broad themes that resources are on, each as a link to these; nothing where there are none.
fn broad_themes(explorer: Explorer) -> Option<AnyView> {
    let themes = explorer.engine.facet("theme")?;
    let link = |value: &'static FacetValue| {
        let to = move |state: &State| state.only("theme", &value.id);
        view! { <li><Link isolated=true to>{value.label.as_str()}</Link></li> }
    };
    let broad = themes.values.iter().filter(|value| value.parent.is_none()).take(TILES_DRAWN);
    let links: Vec<AnyView> = broad.map(link).collect();
    (!links.is_empty()).then(|| {
        view! { <section class="broad"><h3>{i18n::facet_names(themes).0}</h3> <ul class="examples">{links}</ul></section> }
    })
}

/// What more there is without a condition each, below a few results; nothing where no condition holds any back.
#[component]
pub(crate) fn FewResults() -> impl IntoView {
    let explorer = use_explorer();
    move || {
        let n = explorer.n_matched();
        let mut found = explorer.with_search(|state| relax(explorer.engine, state));
        found.retain(|way| way.count > n);
        (!found.is_empty()).then(|| {
            let ways = ways_out(explorer, found);
            view! { <section class="nothing few"><h3>{i18n::few_found()}</h3> {ways}</section> }
        })
    }
}

/// A button for each condition that can be lifted, with what is found then.
fn ways_out(explorer: Explorer, found: Vec<Relaxation>) -> AnyView {
    let item = |relaxation: Relaxation| {
        let text = i18n::way_out(explorer.engine, &relaxation);
        let lift = move |_| {
            explorer.remove_condition(&relaxation.condition);
            platform::focus_in_place("results-title");
        };
        view! { <li><button type="button" data-count=relaxation.count on:click=handler(lift)>{text}</button></li> }
    };
    let items: Vec<AnyView> = found.into_iter().map(item).collect();
    view! { <ul class="relaxations">{items}</ul> }
}
