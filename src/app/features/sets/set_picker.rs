//! The choice of a set: a facet, and one of its values.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::Choice;
use crate::catalog::sort_positions;
use crate::explore::{Engine, SetComparison, State, set_of, with_only};
use crate::facet::{Facet, Kind, ValueIdx, most_frequent};
use crate::i18n;

/// How many values of a facet can be chosen.
const MOST_VALUES: usize = crate::limits::SET_VALUES_DRAWN;

/// Options that are no value; values have a sign before their ids, so that none is one of these.
const KEPT: &str = "kept";
const RESULTS: &str = "results";
const WHOLE: &str = "whole";
const NONE: &str = "";
const VALUE: char = '=';

/// The facet that comparisons begin with, where the catalog has it.
const USUAL: &str = "place";

/// The choice of a facet and of a value of it; what is chosen is compared at once.
#[component]
pub(crate) fn SetPicker(
    /// Which set.
    side: usize,
    /// What it asks for, once it is chosen.
    this: Memo<Option<State>>,
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let offered = offered(engine);
    let (names, known) = (names(engine, &offered), offered.clone());
    // The facet that a reader has chosen, until a value is.
    let picked = RwSignal::new(None::<usize>);
    let at = Memo::new(move |_| {
        let first = || compared.with(|compared| compared.states.first().cloned());
        let usual = || this.with(|this| facet_of(engine, &known, [this.as_ref(), first().as_ref()]));
        picked.get().unwrap_or_else(usual)
    });
    let positions = StoredValue::new(offered);
    let facet = Memo::new(move |_| positions.with_value(|positions| positions.get(at.get()).copied().unwrap_or(0)));
    let options = Memo::new(move |_| {
        let facet = facet.get();
        let n_results = explorer.with(|state| set_of(state) != set_of(&State::default())).then(|| explorer.n_matched());
        this.with(|this| options(engine, facet, this.as_ref(), n_results))
    });
    let chosen =
        Memo::new(move |_| this.with(|this| chosen(&engine.facets[facet.get()], &options.read(), this.as_ref())));
    let choose = move |place: usize| {
        let option = options.with_untracked(|options| options[place].0.clone());
        let state = this.get_untracked();
        let next = match option.as_str() {
            RESULTS => Some(explorer.with_untracked(set_of)),
            option => chosen_set(engine, option, state, facet.get_untracked()),
        };
        if let Some(next) = next {
            picked.set(None);
            let side = explorer.set_side(side, next);
            platform::focus_in_place(&format!("value:{side}"));
        }
    };
    view! {
        <Choice
            id=format!("facet:{side}")
            label=i18n::compare_by()
            options=names
            chosen=at_signal(at)
            on_choose=Box::new(move |place| picked.set(Some(place)))
        />
        <Choice
            id=format!("value:{side}")
            label=i18n::set_value()
            options=Signal::derive(move || options.get())
            chosen=at_signal(chosen)
            on_choose=Box::new(choose)
        />
    }
}

/// The facet that sets are chosen by, among those that are offered: that of the set itself, of the first one, or the usual one.
fn facet_of(engine: &Engine, offered: &[usize], sets: [Option<&State>; 2]) -> usize {
    let of = |state: &State| offered.iter().position(|at| has_choice(engine, *at, state));
    let usual = || offered.iter().position(|at| engine.facets[*at].definition.key == USUAL);
    sets.into_iter().flatten().find_map(of).or_else(usual).unwrap_or(0)
}

/// The set that an option makes of a set, or of none; another facet takes the place of the one that was chosen of.
fn chosen_set(engine: &Engine, option: &str, state: Option<State>, facet: usize) -> Option<String> {
    let with = |state: &State, at: usize, id: Option<&str>| with_only(state, &engine.facets[at].definition.key, id);
    match (option, option.strip_prefix(VALUE), state) {
        (WHOLE, ..) => Some(String::new()),
        (_, Some(id), state) => {
            let state = state.unwrap_or_default();
            let old = offered(engine).into_iter().find(|at| has_choice(engine, *at, &state));
            let rest = old.map_or_else(|| state.clone(), |old| with(&state, old, None));
            Some(set_of(&with(&rest, facet, Some(id))))
        }
        (NONE, _, Some(state)) => Some(set_of(&with(&state, facet, None))),
        _ => None,
    }
}

fn at_signal(memo: Memo<usize>) -> Signal<usize> {
    Signal::derive(move || memo.get())
}

/// The positions of the facets whose values make sets.
fn offered(engine: &Engine) -> Vec<usize> {
    let makes_sets = |facet: &Facet| {
        facet.values.len() > 1
            && facet.is_used()
            && (facet.definition.kind == Kind::Terms || facet.definition.key == "year")
    };
    (0..engine.facets.len()).filter(|at| makes_sets(&engine.facets[*at])).collect()
}

/// Each as an option.
fn names(engine: &Engine, offered: &[usize]) -> Vec<(String, String)> {
    let name = |at: &usize| {
        let facet = &engine.facets[*at];
        (facet.definition.key.clone(), i18n::facet(facet).to_owned())
    };
    offered.iter().map(name).collect()
}

fn wanted<'a>(facet: &Facet, state: &'a State) -> &'a [String] {
    state.filter.of(&facet.definition.key).map_or(&[], |choice| choice.any.as_slice())
}

fn has_choice(engine: &Engine, at: usize, state: &State) -> bool {
    !wanted(&engine.facets[at], state).is_empty()
}

/// What can be chosen of a facet; `n_results` is how many the results are, where something is asked.
fn options(engine: &Engine, at: usize, state: Option<&State>, n_results: Option<usize>) -> Vec<(String, String)> {
    let facet = &engine.facets[at];
    let totals = &engine.totals()[at].values;
    let mut values: Vec<ValueIdx> = most_frequent(totals, MOST_VALUES).into_iter().map(|(value, _)| value).collect();
    if facet.definition.kind != Kind::Terms {
        sort_positions(&mut values, &mut |a, b| b.cmp(&a));
    }
    let mut options = Vec::with_capacity(values.len() + 3);
    let mut push = |option: &str, text: &str| options.push((option.to_owned(), text.to_owned()));
    if let Some(state) = state {
        let wanted = wanted(facet, state);
        let is_offered = |id: &String| values.iter().any(|value| facet.values[*value as usize].id == *id);
        if wanted.len() > 1 || wanted.iter().any(|id| !is_offered(id)) {
            let names: Vec<String> = wanted.iter().map(|value| i18n::value_name(facet, value)).collect();
            push(KEPT, &names.join(", "));
        }
        push(NONE, i18n::any_value());
    } else {
        push(NONE, i18n::choose_value());
        if let Some(n) = n_results {
            push(RESULTS, &i18n::current_results(n));
        }
        push(WHOLE, i18n::whole_catalog());
    }
    for value in values {
        let value = &facet.values[value as usize];
        push(&[VALUE.to_string().as_str(), &value.id].concat(), &value.label);
    }
    options
}

/// The place of the option that a set is; of one that is not chosen yet, that nothing is.
fn chosen(facet: &Facet, options: &[(String, String)], state: Option<&State>) -> usize {
    let Some(state) = state else { return 0 };
    let one = match wanted(facet, state) {
        [id] => options.iter().position(|(option, _)| option.strip_prefix(VALUE) == Some(id)),
        _ => None,
    };
    // What is several values stands first.
    one.unwrap_or(0)
}
