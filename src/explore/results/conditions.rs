//! What to take away when nothing matches: each single condition with the count that is left without it.

use super::parse_query::parse_query;
use super::parts::{Part, parts};
use super::results::text_hits;
use crate::catalog::{ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::state::State;
use crate::facet::{Choice, Facet, Filter};

/// How many single conditions are named at most.
const MOST: usize = 6;

/// Something that narrows the results and can be taken away.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// One part of the query.
    Part(Part),
    /// A chosen value: the facet's key and the value.
    Value(String, String),
    /// All that is chosen and left out of a facet, by its key.
    Facet(String),
    /// A value that is left out: the facet's key and the value.
    LeftOut(String, String),
    /// All that is chosen and left out of all facets.
    Filter,
    /// The whole query.
    Query,
}

/// A condition, and what is found without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation {
    /// What is taken away.
    pub condition: Condition,
    /// How many resources match without it; never 0.
    pub count: usize,
}

impl Condition {
    /// The state without this condition.
    #[must_use]
    pub fn removed_from(&self, state: &State) -> State {
        state.with(|state| match self {
            Self::Part(part) => state.query.clone_from(&part.without),
            Self::Value(key, value) | Self::LeftOut(key, value) => state.filter.forget(key, value),
            Self::Facet(key) => state.filter.forget_all(key),
            Self::Filter => state.filter = Filter::default(),
            Self::Query => state.query.clear(),
        })
    }
}

/// All single conditions of a state, in the order in which they are shown: the parts of the query, then each known choice.
pub fn conditions(engine: &Engine, state: &State) -> Vec<Condition> {
    let mut conditions: Vec<Condition> =
        parts(&state.query, &parse_query(engine, &state.query)).into_iter().map(Condition::Part).collect();
    for facet in &engine.facets {
        let key = &facet.definition.key;
        let Some(choice) = state.filter.of(key) else { continue };
        let known =
            |values: &[String]| values.iter().filter(|value| facet.contains_value(value)).cloned().collect::<Vec<_>>();
        conditions.extend(known(&choice.any).into_iter().map(|value| Condition::Value(key.clone(), value)));
        conditions.extend(known(&choice.not).into_iter().map(|value| Condition::LeftOut(key.clone(), value)));
    }
    conditions
}

/// What is found without each single condition of a state where nothing matches: best first, what helps nothing left out; last
/// the query with no filter at all. Where no single condition helps, the filter or the query is taken away as a whole.
pub fn relax(engine: &Engine, state: &State) -> Vec<Relaxation> {
    let query = parse_query(engine, &state.query);
    let whole = text_hits(engine, &query, state.only_words).set;
    let weigh = |condition: Condition| {
        let count = left(engine, state, &whole, &condition);
        (count > 0).then_some(Relaxation { condition, count })
    };
    let mut all = conditions(engine, state);
    let facets = engine.facets.iter().filter(|facet| state.filter.of(key(facet)).is_some_and(is_several));
    all.extend(facets.map(|facet| Condition::Facet(key(facet).to_owned())));
    let all: Vec<Relaxation> = all.into_iter().filter_map(weigh).collect();
    let best = sorted_positions(all.len(), &mut |a, b| all[b as usize].count.cmp(&all[a as usize].count));
    let mut found: Vec<Relaxation> = best.into_iter().take(MOST).map(|at| all[at as usize].clone()).collect();
    let n_choices = state.filter.iter().map(|(_, choice)| choice.any.len() + choice.not.len()).sum::<usize>();
    let is_asked = !query.is_empty();
    // With one choice, or all of one facet, that is named already.
    if n_choices > 1 && (is_asked || found.is_empty()) && state.filter.iter().count() > 1 {
        found.extend(weigh(Condition::Filter));
    }
    if found.is_empty() && is_asked {
        found.extend(weigh(Condition::Query));
    }
    found
}

/// How many resources match without a condition; `whole` answers the query as it is.
fn left(engine: &Engine, state: &State, whole: &ResourceSet, condition: &Condition) -> usize {
    let state = condition.removed_from(state);
    let answer = matches!(condition, Condition::Part(_) | Condition::Query)
        .then(|| text_hits(engine, &parse_query(engine, &state.query), state.only_words).set);
    state.filter.admitted(&engine.facets, answer.as_ref().unwrap_or(whole)).len()
}

fn key(facet: &Facet) -> &str {
    &facet.definition.key
}

fn is_several(choice: &Choice) -> bool {
    choice.any.len() + choice.not.len() > 1
}
