//! One side of the comparison of sets: what it asks for, and how to change it.

use leptos::prelude::*;

use super::link::{change, follow};
use super::sets::Compared;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{State, View, differing, set_of, with_only};
use crate::facet::{Facet, NOT_STATED, most_frequent};

/// How many values of a facet can be chosen.
const MOST_VALUES: usize = 300;

/// A card: the set in words, how many resources it has, the values it could have instead.
#[component]
pub(super) fn Side(
    /// 0 or 1.
    side: usize,
    /// What is compared.
    compared: Memo<Compared>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let this = Memo::new(move |_| compared.with(|compared| compared.0.states[side].clone()));
    let n = move || compared.with(|compared| compared.0.sizes[side]);
    let facet =
        Memo::new(move |_| compared.with(|compared| differing(engine, &compared.0.states[0], &compared.0.states[1])));
    let show = change(move |state: &State| {
        let this = this.get_untracked();
        State { compared: state.compared.clone(), look: state.look.clone(), sort: state.sort, view: View::List, ..this }
    });
    let (href, go) = follow(show);
    let click = move |click| {
        go(click);
        browser::focus_top();
    };
    let use_results = move |_| {
        explorer.set_side(side, None);
        browser::focus_in_place("results-title");
    };
    view! {
        <section class=format!("side side-{side}") aria-label=words::SET_NAMES[side]>
            <h3><span class="mark" aria-hidden="true">{words::SET_NAMES[side]}</span> {move || words::set(engine, &this.read())}</h3>
            <p class="size">
                <strong>{move || words::resources(n())}</strong> " "
                <a href=href on:click=click hidden=move || n() == 0>{move || words::show_set(n())}</a>
            </p>
            {move || facet.get().map(|at| choice(side, &engine.facets[at], this))}
            <button type="button" class="plain" id=format!("use-{side}") on:click=use_results>
                {move || words::use_results(side, explorer.n_matched())}
            </button>
        </section>
    }
}

/// The other values of the facet in which the sets differ.
fn choice(side: usize, facet: &'static Facet, this: Memo<State>) -> impl IntoView {
    let explorer = use_explorer();
    let key = facet.definition.key.as_str();
    let chosen = move || this.with(|this| this.filter.of(key).map(|choice| choice.any.clone()).unwrap_or_default());
    // What stands for several values, or for a range, is one more choice.
    let chosen_text = move || {
        let names: Vec<String> = chosen().iter().map(|value| words::value_name(facet, value)).collect();
        names.join(", ")
    };
    let totals = explorer.engine.facets.iter().position(|other| std::ptr::eq(other, facet));
    let counts = totals.map_or(&[][..], |at| &explorer.engine.totals()[at].values);
    let mut values: Vec<u32> = most_frequent(counts, MOST_VALUES).into_iter().map(|(value, _)| value).collect();
    if facet.definition.kind != crate::facet::Kind::Terms {
        values.sort_unstable();
    }
    let option = move |value: u32| {
        let value = &facet.values[value as usize];
        let is_it = move || chosen().as_slice() == [value.id.clone()];
        view! { <option value=format!("={}", value.id) prop:selected=is_it>{value.label.as_str()}</option> }
    };
    let is_other = {
        let values = values.clone();
        move || match chosen().as_slice() {
            [] => false,
            [one] => !values.iter().any(|value| facet.values[*value as usize].id == *one),
            _ => true,
        }
    };
    let choose = move |value: String| {
        let next = this.with_untracked(|this| match value.strip_prefix('=') {
            Some(value) => with_only(this, key, Some(value)),
            None if value == NOT_STATED => with_only(this, key, None),
            None => this.clone(),
        });
        explorer.set_side(side, Some(set_of(&next)));
    };
    view! {
        <select id=format!("value-{side}") aria-label=words::value_of(facet, side) on:change:target=move |select| choose(select.target().value())>
            {move || is_other().then(|| view! { <option value="kept" prop:selected=true>{chosen_text()}</option> })}
            <option value="" prop:selected=move || chosen().is_empty()>{words::ANY_VALUE}</option>
            {values.into_iter().map(option).collect_view()}
        </select>
    }
}

/// What stands between the sides: the button that swaps them.
#[component]
pub(super) fn Turn(
    /// What is compared.
    compared: Memo<Compared>,
) -> impl IntoView {
    let explorer = use_explorer();
    let swap = move |_| {
        let [a, b] = compared.with_untracked(|compared| compared.0.states.each_ref().map(set_of));
        explorer.go(|state| state.with(|state| state.look.sets = Some([b, a])));
        browser::focus_in_place("swap");
    };
    view! { <button type="button" id="swap" aria-label=words::SWAP title=words::SWAP on:click=swap><span aria-hidden="true">"⇄"</span></button> }
}
