//! From what is narrowed to two sets: the same with one condition replaced.

use super::conditions::Condition;
use super::parse_query::parse_query;
use super::results::text_hits;
use crate::explore::engine::Engine;
use crate::explore::state::{State, View, url};
use crate::facet::{Facet, Kind, ValueIdx, most_frequent, tally};

/// How many values of a facet are looked through for another one.
const LOOKED_THROUGH: usize = 40;

/// The fragment of what a state asks for, and nothing of how it is shown.
pub fn set_of(state: &State) -> String {
    // Of nothing that is asked the shortest address.
    let is_all = state.query.is_empty() && !state.only_words && state.filter.is_empty();
    url::write(&State {
        view: if is_all { View::Home } else { View::List },
        query: state.query.clone(),
        only_words: state.only_words,
        filter: state.filter.clone(),
        ..State::default()
    })
}

/// Returns the sets that a state compares: those of its address, or what it asks for as the first one, or none yet.
pub fn sets_of(state: &State) -> Vec<String> {
    let asked = || Some(set_of(state)).filter(|set| *set != set_of(&State::default()));
    if state.look.sets.is_empty() { asked().into_iter().collect() } else { state.look.sets.clone() }
}

/// The state that compares the resources that have a value with other ones, which are still to be chosen.
#[must_use]
pub fn compare_value(state: &State, key: &str, value: &str) -> State {
    state.fresh().with(|state| {
        state.view = View::Sets;
        state.look.sets = vec![set_of(&State::default().only(key, value))];
    })
}

/// The state that compares what two others ask for.
#[must_use]
pub fn as_sets(state: &State, a: &State, b: &State) -> State {
    state.closed().with(|state| {
        state.view = View::Sets;
        state.look.sets = vec![set_of(a), set_of(b)];
    })
}

/// The state that compares what a state asks for with the same where a condition is replaced: a value by the next one of its
/// facet, what is left out by what is left, a word by nothing.
#[must_use]
pub fn compare_with_alternative(engine: &Engine, state: &State, condition: &Condition) -> State {
    let other = match condition {
        Condition::Value(key, value) => match alternative_value(engine, state, key, value) {
            Some(other) => replaced(state, key, value, &other),
            None => condition.removed_from(state),
        },
        Condition::LeftOut(key, value) => state.with(|state| state.filter.choose(key, value)),
        _ => condition.removed_from(state),
    };
    as_sets(state, state, &other)
}

/// The state with one chosen value of a facet, or none.
#[must_use]
pub fn with_only(state: &State, key: &str, value: Option<&str>) -> State {
    state.with(|state| {
        let left_out = state.filter.of(key).map(|choice| choice.not.clone()).unwrap_or_default();
        state.filter.forget_all(key);
        for value in &left_out {
            state.filter.leave_out(key, value);
        }
        if let Some(value) = value {
            state.filter.choose(key, value);
        }
    })
}

fn replaced(state: &State, key: &str, value: &str, by: &str) -> State {
    state.with(|state| {
        state.filter.forget(key, value);
        state.filter.choose(key, by);
    })
}

/// The facet in which two states differ, or else the first of which one has a choice: its position.
pub fn differing(engine: &Engine, a: &State, b: &State) -> Option<usize> {
    let position = |fits: &dyn Fn(&str) -> bool| engine.facets.iter().position(|facet| fits(&facet.definition.key));
    position(&|key| a.filter.of(key) != b.filter.of(key))
        .or_else(|| position(&|key| a.filter.of(key).or(b.filter.of(key)).is_some()))
}

/// The value to compare another with: of what else the state asks for, the one that most resources have and that is neither
/// chosen nor above or below the other; of years, the same number of years next to it.
fn alternative_value(engine: &Engine, state: &State, key: &str, value: &str) -> Option<String> {
    let facet = engine.facet(key)?;
    let answered = text_hits(engine, &parse_query(engine, &state.query), state.only_words).set;
    let others = with_only(state, key, None).filter.admitted(&engine.facets, &answered);
    let counts = tally(facet, &others).values;
    if facet.definition.kind == Kind::Number {
        return adjacent_range(facet, &counts, value);
    }
    let this = facet.find(value);
    let is_kin = |a: ValueIdx, b: ValueIdx| above(facet, a).any(|at| at == b) || above(facet, b).any(|at| at == a);
    most_frequent(&counts, LOOKED_THROUGH).into_iter().map(|(other, _)| other).find_map(|other| {
        let id = &facet.values[other as usize].id;
        let is_free = !state.filter.has(key, id) && this.is_none_or(|this| !is_kin(this, other));
        is_free.then(|| id.clone())
    })
}

/// A value, and all above it.
fn above(facet: &Facet, value: ValueIdx) -> impl Iterator<Item = ValueIdx> + '_ {
    std::iter::successors(Some(value), |at| facet.values[*at as usize].parent)
}

/// As many years (or other whole numbers) after a span, or before it where nothing comes after.
fn adjacent_range(facet: &Facet, counts: &[u32], span: &str) -> Option<String> {
    let (from, to) = span.split_once("..").unwrap_or((span, span));
    let (from, to) = (from.trim().parse::<i64>().ok(), to.trim().parse::<i64>().ok());
    let name = |from: i64, to: i64| if from == to { from.to_string() } else { format!("{from}..{to}") };
    let (after, before) = match (from, to) {
        (Some(from), Some(to)) => {
            let (from, to) = (from.min(to), from.max(to));
            let n = to.saturating_sub(from).saturating_add(1);
            (name(to.saturating_add(1), to.saturating_add(n)), name(from.saturating_sub(n), from.saturating_sub(1)))
        }
        (Some(from), None) => return Some(format!("..{}", from.saturating_sub(1))),
        (None, Some(to)) => return Some(format!("{}..", to.saturating_add(1))),
        (None, None) => return None,
    };
    let has_any =
        |span: &String| facet.select(span).is_some_and(|values| values.iter().any(|value| counts[*value as usize] > 0));
    [after, before].into_iter().find(has_any)
}
