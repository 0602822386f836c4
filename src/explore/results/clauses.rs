//! Conditions grouped into the clauses of a sentence: those of one facet, chosen or left out, stand together.

use super::conditions::Condition;
use crate::explore::state::State;

/// Conditions of one kind, each with its position among all conditions.
pub type Clause = Vec<(usize, Condition)>;

/// Returns the conditions in groups that make one clause each, in their order.
#[must_use]
pub fn clauses(conditions: Vec<Condition>) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    for (at, condition) in conditions.into_iter().enumerate() {
        match clauses.last_mut().filter(|clause| belongs_with(&clause[0].1, &condition)) {
            Some(clause) => clause.push((at, condition)),
            None => clauses.push(vec![(at, condition)]),
        }
    }
    clauses
}

fn belongs_with(a: &Condition, b: &Condition) -> bool {
    match (a, b) {
        (Condition::Value(a, _), Condition::Value(b, _)) | (Condition::LeftOut(a, _), Condition::LeftOut(b, _)) => {
            a == b
        }
        // A date is no word that resources hold, unless it is the alternative to one.
        (Condition::Part(a), Condition::Part(b)) => {
            a.negated == b.negated && (b.is_or || a.date().is_some() == b.date().is_some())
        }
        _ => false,
    }
}

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
    use super::{Condition, clauses, negated};
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
    fn conditions_of_one_kind_make_one_clause() {
        let conditions = vec![
            word("seat", false),
            word("time", false),
            word("grading", true),
            value("theme", "pacing"),
            value("theme", "grading"),
            left_out("theme", "policy"),
            value("type", "report"),
        ];
        let sizes: Vec<Vec<usize>> =
            clauses(conditions).iter().map(|clause| clause.iter().map(|(at, _)| *at).collect()).collect();
        assert_eq!(sizes, [vec![0, 1], vec![2], vec![3, 4], vec![5], vec![6]]);
        assert!(clauses(Vec::new()).is_empty());
        let dated = vec![word("seat", false), word("year:2024-06", false), word("time", false)];
        assert_eq!(clauses(dated).len(), 3);
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
