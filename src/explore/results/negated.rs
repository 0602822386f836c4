//! Negated conditions: what is wanted is left out, and the other way round.

use super::conditions::Condition;
use crate::explore::state::State;

/// Returns the state in which a value that was chosen is left out, or one that was left out is chosen; `None` for a condition that is
/// not a value.
#[must_use]
pub fn negated(state: &State, condition: &Condition) -> Option<State> {
    Some(match condition {
        Condition::Value(key, value) => state.with(|state| state.filter.leave_out(key, value)),
        Condition::LeftOut(key, value) => state.with(|state| state.filter.choose(key, value)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Condition, negated};
    use crate::explore::State;

    fn value(key: &str, id: &str) -> Condition {
        Condition::Value(key.to_owned(), id.to_owned())
    }

    fn left_out(key: &str, id: &str) -> Condition {
        Condition::LeftOut(key.to_owned(), id.to_owned())
    }

    #[test]
    fn a_condition_that_is_negated_twice_is_as_before() {
        let state = State::default().with(|state| state.filter.choose("theme", "pacing"));
        let without = negated(&state, &value("theme", "pacing")).unwrap_or_default();
        assert!(!without.filter.has("theme", "pacing"));
        assert_eq!(negated(&without, &left_out("theme", "pacing")), Some(state));
    }

    #[test]
    fn conditions_of_several_values_are_not_negated() {
        let state = State::default();
        for condition in [Condition::Query, Condition::Filter, Condition::Facet("theme".to_owned())] {
            assert_eq!(negated(&state, &condition), None);
        }
    }
}
