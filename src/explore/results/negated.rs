//! Conditions turned round: what is wanted is left out, and the other way round.

use super::conditions::Condition;
use crate::explore::state::State;

/// Returns the state in which a condition is turned round: what was wanted is left out, and the other way round. None for
/// conditions of several values.
#[must_use]
pub fn negated(state: &State, condition: &Condition) -> Option<State> {
    Some(match condition {
        Condition::Value(key, value) => state.with(|state| state.filter.leave_out(key, value)),
        Condition::LeftOut(key, value) => state.with(|state| state.filter.choose(key, value)),
        Condition::Part(part) => state.with_query(&part.negated_query),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Condition, negated};
    use crate::explore::State;
    use crate::explore::results::Part;

    fn value(key: &str, id: &str) -> Condition {
        Condition::Value(key.to_owned(), id.to_owned())
    }

    fn left_out(key: &str, id: &str) -> Condition {
        Condition::LeftOut(key.to_owned(), id.to_owned())
    }

    fn word(text: &str, negated: bool) -> Condition {
        let (without, negated_query) = (String::new(), format!("turned {text}"));
        Condition::Part(Part { text: text.to_owned(), negated, is_or: false, without, negated_query })
    }

    #[test]
    fn a_condition_turned_round_twice_is_as_before() {
        let state = State::default().with(|state| state.filter.choose("theme", "pacing"));
        let without = negated(&state, &value("theme", "pacing")).unwrap_or_default();
        assert!(!without.filter.has("theme", "pacing"));
        assert_eq!(negated(&without, &left_out("theme", "pacing")), Some(state));
    }

    #[test]
    fn conditions_of_several_values_are_not_turned_round() {
        let state = State::default();
        assert_eq!(negated(&state, &word("seat", false)).map(|state| state.query), Some("turned seat".to_owned()));
        for condition in [Condition::Query, Condition::Filter, Condition::Facet("theme".to_owned())] {
            assert_eq!(negated(&state, &condition), None);
        }
    }
}
