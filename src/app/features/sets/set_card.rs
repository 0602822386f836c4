//! One side of the comparison of sets: what it asks for, and how to change it.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::use_explorer;
use crate::app::ui::For;
use crate::explore::{SetComparison, State, View, differing, set_of, with_only};
use crate::facet::{Facet, Kind, ValueIdx, most_frequent};
use crate::i18n;

/// How many values of a facet can be chosen.
const MOST_VALUES: usize = 300;
/// The option that stands for several values, or for a range; ids are marked by a sign, so that none is this.
const KEPT: &str = "kept";

/// A card: the set in words, how many resources it has, the values it could have instead.
#[component]
pub(crate) fn SetCard(
    /// Which set.
    side: usize,
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let this = Memo::new(move |_| compared.with(|compared| compared.states[side].clone()));
    let n = Memo::new(move |_| compared.with(|compared| compared.sizes[side]));
    let differing = Memo::new(move |_| {
        let at = compared.with(|compared| differing(engine, &compared.states[0], &compared.states[1]));
        at.and_then(|at| u32::try_from(at).ok()).into_iter().collect::<Vec<u32>>()
    });
    let show = move |state: &State| State {
        compared: state.compared.clone(),
        look: state.look.clone(),
        sort: state.sort,
        view: View::List,
        ..this.get_untracked()
    };
    let show_link = move || {
        let n = n.get();
        this.track();
        (n > 0).then(|| view! { " " <Link to=show>{i18n::show_set(n)}</Link> })
    };
    let use_results = move |_| {
        explorer.set_side(side, None);
        platform::focus_in_place("results-title");
    };
    let choice = move |facet: u32| view! { <ValueChoice side this facet=facet as usize/> };
    view! {
        <section class=format!("side side-{side}") aria-label=i18n::set_name(side)>
            <h3>
                <span class="mark" aria-hidden="true">{i18n::set_name(side)}</span>
                " "
                {move || i18n::set(engine, &this.read())}
            </h3>
            <p class="size"><strong>{move || i18n::resources(n.get())}</strong> {move || show_link()}</p>
            // Another facet has other options: they are made anew.
            <For each=move || differing.get() key=|key| *key let:key>{choice(key)}</For>
            <button type="button" class="plain" id=format!("use:{side}") on:click=handler(use_results)>
                {move || i18n::use_results(side, explorer.n_matched())}
            </button>
        </section>
    }
}

/// What of a facet a set asks for, as far as it can be one option.
#[derive(Clone, PartialEq)]
enum Chosen {
    Any,
    /// The value with this id.
    One(String),
    /// Several values, or a range: their names.
    Kept(String),
}

/// Returns what a state asks of a facet for; `offered` are the values that have an option.
fn chosen(facet: &Facet, offered: &[ValueIdx], state: &State) -> Chosen {
    let wanted = state.filter.of(&facet.definition.key).map_or(&[][..], |choice| choice.any.as_slice());
    match wanted {
        [] => Chosen::Any,
        [id] if offered.iter().any(|value| facet.values[*value as usize].id == *id) => Chosen::One(id.clone()),
        several => {
            let names: Vec<String> = several.iter().map(|value| i18n::value_name(facet, value)).collect();
            Chosen::Kept(names.join(", "))
        }
    }
}

/// The other values of the facet in which the sets differ.
#[component]
fn ValueChoice(
    /// Which set.
    side: usize,
    /// What it asks for.
    this: Memo<State>,
    /// The position of the facet.
    facet: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let (of, totals) = (&engine.facets[facet], &engine.totals()[facet].values);
    let key = of.definition.key.as_str();
    let mut values: Vec<u32> = most_frequent(totals, MOST_VALUES).into_iter().map(|(value, _)| value).collect();
    if of.definition.kind != Kind::Terms {
        values.sort_unstable();
    }
    let offered = values.clone();
    let chosen = Memo::new(move |_| this.with(|this| chosen(of, &offered, this)));
    let kept = move || match chosen.get() {
        Chosen::Kept(names) => Some(view! { <option value=KEPT prop:selected=true>{names}</option> }),
        _ => None,
    };
    let option = |value: u32| {
        let value = &of.values[value as usize];
        let is_chosen = move || chosen.with(|chosen| matches!(chosen, Chosen::One(id) if *id == value.id));
        view! { <option value=format!("={}", value.id) prop:selected={move || is_chosen()}>{value.label.as_str()}</option> }
    };
    let options: Vec<AnyView> = values.into_iter().map(option).collect();
    let choose = move |option: &str| {
        let this = this.get_untracked();
        let next = match option.strip_prefix('=') {
            Some(id) => with_only(&this, key, Some(id)),
            None if option == KEPT => this,
            None => with_only(&this, key, None),
        };
        explorer.set_side(side, Some(set_of(&next)));
        // The sets may differ in another facet now, which has a control of its own.
        platform::focus_in_place(&format!("value:{side}"));
    };
    view! {
        <select
            id=format!("value:{side}")
            aria-label=i18n::value_of(of, side)
            on:change:target=move |select| choose(&select.target().value())
        >
            {move || kept()}
            <option value="" prop:selected={move || chosen.get() == Chosen::Any}>{i18n::any_value()}</option>
            {options}
        </select>
    }
}
