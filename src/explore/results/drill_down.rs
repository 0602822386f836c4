//! What a cell of a picture leads to: the results that have a value besides, exactly those that the cell counts.
//!
//! Another value of a facet of which any will do would widen the results. So where the choice has the value already, the
//! value takes its place; where it has one other, both are asked for; and where it has several others, the query asks.

use super::parse_query::parse_query;
use crate::explore::engine::Engine;
use crate::explore::state::{State, View};
use crate::facet::{Facet, NOT_STATED, ValueIdx};
use crate::search::query::with_field;

/// The list of those results that have some values besides: each the key of a facet, and the id of a value or
/// [`NOT_STATED`].
#[must_use]
pub fn drill_down(engine: &Engine, state: &State, values: &[(&str, &str)]) -> State {
    state.with(|state| {
        for (key, value) in values {
            if let Some(facet) = engine.facet(key) {
                narrow(engine, state, facet, value);
            }
        }
        state.view = View::List;
        state.open = None;
    })
}

/// The list of those results that are of a month, 1 to 12, of a year: the query asks for it.
#[must_use]
pub fn drill_down_to_month(engine: &Engine, state: &State, year: i64, month: usize) -> State {
    state.with(|state| {
        let query = parse_query(engine, &state.query);
        state.query = with_field(&state.query, &query, "year", &format!("{year}-{month:02}"));
        state.view = View::List;
        state.open = None;
    })
}

fn narrow(engine: &Engine, state: &mut State, facet: &Facet, value: &str) {
    let key = facet.definition.key.as_str();
    let choice = state.filter.of(key).cloned().unwrap_or_default();
    let known: Vec<&String> = choice.any.iter().filter(|choice| facet.contains_value(choice)).collect();
    if known.is_empty() || choice.all {
        state.filter.choose(key, value);
    } else if known.iter().any(|choice| includes(facet, choice, value)) {
        choice.any.iter().for_each(|old| state.filter.forget(key, old));
        state.filter.choose(key, value);
    } else if known.len() == 1 && facet.definition.is_multiple() {
        choice.any.iter().filter(|old| !facet.contains_value(old)).for_each(|old| state.filter.forget(key, old));
        state.filter.choose(key, value);
        state.filter.set_all(key, true);
    } else {
        state.query = with_field(&state.query, &parse_query(engine, &state.query), key, value);
    }
}

/// Whether all that have a value are among those that a choice names.
fn includes(facet: &Facet, choice: &str, value: &str) -> bool {
    if choice == NOT_STATED || value == NOT_STATED {
        return choice == value;
    }
    let (Some(chosen), Some(value)) = (facet.select(choice), facet.find(value)) else { return false };
    chosen.iter().any(|chosen| is_within(facet, value, *chosen))
}

/// Whether a value is another or stands below it.
fn is_within(facet: &Facet, value: ValueIdx, above: ValueIdx) -> bool {
    let mut next = Some(value);
    while let Some(value) = next {
        if value == above {
            return true;
        }
        next = facet.values[value as usize].parent;
    }
    false
}
