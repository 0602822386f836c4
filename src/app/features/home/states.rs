//! The US states as equal squares, the darker the more resources are about them, and as a list.

use leptos::prelude::*;

use crate::app::components::{Link, STATES};
use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::catalog::sort_by;
use crate::explore::{State, StateMap, StateTile, View, compare_value};
use crate::facet::step;
use crate::i18n;

/// The map and its list.
#[component]
pub(super) fn States(
    /// The states.
    map: StateMap,
) -> impl IntoView {
    let squares: Vec<AnyView> = map.states.iter().map(|state| square(state, map.most)).collect();
    let mut found: Vec<StateTile> = map.states.into_iter().filter(|state| state.n > 0).collect();
    // The most resources first, of equally many by name.
    sort_by(&mut found, |a, b| b.n.cmp(&a.n));
    let items = found.iter().map(|state| {
        let link = link(state, state.name.into_any())?;
        let compare = compare_link(state)?;
        let n = i18n::number(state.n as usize);
        Some(view! { <li>{link} " " <span class="quiet">{n} " · "</span> {compare}</li> })
    });
    let items: Vec<Option<AnyView>> = items.collect();
    view! {
        <section class="states">
            <h3 id=STATES tabindex="-1">{i18n::states_label()}</h3>
            <p class="quiet">{i18n::states_note()}</p>
            <ul class="squares">{squares}</ul>
            <p><Link id="compare-states" to=|state: &State| state.fresh().shown_as(View::Sets)>{i18n::compare_my_state()}</Link></p>
            <details>
                <summary>{i18n::states_list()}</summary>
                <ul class="list">{items}</ul>
            </details>
        </section>
    }
}

/// The square of a state; a link where any resource is about it.
fn square(state: &StateTile, most: u32) -> AnyView {
    let (column, row) = state.at;
    let shade = if state.n == 0 { 0 } else { step(f64::from(state.n), 1.0, f64::from(most.max(2))) };
    let name = i18n::about_place(state.name, state.n as usize);
    let text = view! {
        <span aria-hidden="true">{state.abbreviation} <small>{(state.n > 0).then_some(state.n)}</small></span>
        <span class="hidden">{name.clone()}</span>
    };
    let content = link(state, text);
    let empty = (state.n == 0).then(
        || view! { <span aria-hidden="true">{state.abbreviation}</span> <span class="hidden">{name.clone()}</span> },
    );
    view! {
        <li
            class=format!("square shade-{shade}")
            title=name
            style=("grid-column", (column + 1).to_string())
            style=("grid-row", (row + 1).to_string())
        >
            {content}
            {empty}
        </li>
    }
}

/// The link that compares a state with another place.
fn compare_link(state: &StateTile) -> Option<AnyView> {
    let places = use_explorer().engine.facet("place")?;
    let id = places.values.get(state.place? as usize)?.id.as_str();
    let to = move |state: &State| compare_value(state, "place", id);
    Some(view! { <Link label=i18n::compare_place(state.name) to>{i18n::compare()}</Link> })
}

/// The link to what there is about a state.
fn link(state: &StateTile, text: AnyView) -> Option<AnyView> {
    let places = use_explorer().engine.facet("place")?;
    let id = places.values.get(state.place? as usize)?.id.as_str();
    let to = move |state: &State| state.fresh().about_value("place", id);
    Some(view! { <Link to>{text}</Link> })
}
