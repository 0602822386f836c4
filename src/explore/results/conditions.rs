//! What to take away when nothing matches: each single condition with the count that is left without it.

use super::parse_query::parse_query;
use super::parts::{Part, parts};
use super::results::text_hits;
use crate::catalog::{ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::state::State;
use crate::explore::state::address::record_of;
use crate::facet::{Choice, Facet, Filter};

/// How many single conditions are named at most.
const MOST: usize = 5;

/// Something that narrows the results and can be taken away.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Condition {
    /// One part of the query.
    Part(Part),
    /// A chosen value: the facet's key and the value.
    Value(String, String),
    /// All that is chosen and left out of a facet, by its key.
    Facet(String),
    /// A chosen value for which the value above it is chosen: the facet's key and the id of the value above, and the condition that
    /// the value is.
    Broader([String; 2], Box<Condition>),
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
            Self::Broader([key, above], value) => {
                *state = value.removed_from(state);
                state.filter.choose(key, above);
            }
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

/// The condition with the value above in place of a chosen value; `None` where nothing is above it.
pub fn broader(engine: &Engine, condition: &Condition) -> Option<Condition> {
    let Condition::Value(key, value) = condition else { return None };
    let facet = engine.facet(key)?;
    let above = facet.values[facet.find(value)? as usize].parent?;
    let above = facet.values[above as usize].id.clone();
    Some(Condition::Broader([key.clone(), above], Box::new(condition.clone())))
}

/// What is found without each single condition of a state where nothing matches: best first, what helps nothing left out, and of
/// those that find the same resources the one that changes least. Last without all filters, and without the whole query.
pub fn relax(engine: &Engine, state: &State) -> Vec<Relaxation> {
    let query = parse_query(engine, &state.query);
    let whole = text_hits(engine, &query, state.only_words).set;
    // Who names a record by its address or an identifier, and finds it, looks for no others.
    if matches!(record_of(engine, &state.query), Some((idx, true)) if state.filter.admitted(&engine.facets, &whole).contains(idx))
    {
        return Vec::new();
    }
    let single = conditions(engine, state);
    let mut all: Vec<Condition> = single.iter().filter_map(|condition| broader(engine, condition)).collect();
    all.extend(single);
    let facets = engine.facets.iter().filter(|facet| state.filter.of(key(facet)).is_some_and(is_several));
    all.extend(facets.map(|facet| Condition::Facet(key(facet).to_owned())));
    let sets: Vec<ResourceSet> = all.iter().map(|condition| left(engine, state, &whole, condition)).collect();
    let best = sorted_positions(all.len(), &mut |a, b| sets[b as usize].len().cmp(&sets[a as usize].len()));
    let mut found = Found { ways: Vec::new(), sets: Vec::new() };
    for at in best {
        if found.ways.len() < MOST {
            found.add(&all[at as usize], &sets[at as usize]);
        }
    }
    if !state.filter.is_empty() {
        found.add(&Condition::Filter, &left(engine, state, &whole, &Condition::Filter));
    }
    if !query.is_empty() {
        found.add(&Condition::Query, &left(engine, state, &whole, &Condition::Query));
    }
    found.ways
}

/// The ways that help, and what each finds.
struct Found {
    ways: Vec<Relaxation>,
    sets: Vec<ResourceSet>,
}

impl Found {
    /// Adds a way unless it finds nothing, or what another one finds.
    fn add(&mut self, condition: &Condition, set: &ResourceSet) {
        let count = set.len();
        if count > 0 && !self.sets.contains(set) {
            self.ways.push(Relaxation { condition: condition.clone(), count });
            self.sets.push(set.clone());
        }
    }
}

/// The resources that match without a condition; `whole` answers the query as it is.
fn left(engine: &Engine, state: &State, whole: &ResourceSet, condition: &Condition) -> ResourceSet {
    let state = condition.removed_from(state);
    let answer = matches!(condition, Condition::Part(_) | Condition::Query)
        .then(|| text_hits(engine, &parse_query(engine, &state.query), state.only_words).set);
    state.filter.admitted(&engine.facets, answer.as_ref().unwrap_or(whole))
}

fn key(facet: &Facet) -> &str {
    &facet.definition.key
}

fn is_several(choice: &Choice) -> bool {
    choice.any.len() + choice.not.len() > 1
}
