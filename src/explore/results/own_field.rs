//! Which resources a query finds by an own field that is no facet: `note:likes`, `cost:>=10`.

use std::ops::Bound;

use crate::catalog::{Field, FieldKind, ResourceIdx, ResourceSet, decimal, values};
use crate::explore::engine::Engine;
use crate::explore::engine::searched::is_searched;
use crate::search::{FieldValue, TextField};
use crate::text::tokens;

/// The resources whose own field has a value: the words in one of its texts, or a number in a range.
pub(in crate::explore) fn with_own(engine: &Engine, field: &Field, value: &FieldValue) -> ResourceSet {
    let all = ResourceSet::all(engine.len());
    // What is searched is in the index: few are left to be read.
    let candidates = match value {
        FieldValue::Words { words, .. } if is_searched(field) => engine.index.holding(words, TextField::Own),
        _ => all,
    };
    let mut found = ResourceSet::none(engine.len());
    let has_value = |idx: &ResourceIdx| {
        engine.store.has_extra(*idx)
            && values(&engine.store.extra(*idx), &field.id).iter().any(|text| answers(text, value, field.kind))
    };
    candidates.iter().filter(has_value).for_each(|idx| found.insert(idx));
    found
}

fn answers(text: &str, value: &FieldValue, kind: FieldKind) -> bool {
    let own = tokens(text);
    match value {
        FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. } if kind == FieldKind::Number => {
            decimal(raw).is_some_and(|number| decimal(text) == Some(number))
        }
        FieldValue::Words { words, .. } => words
            .iter()
            .all(|word| own.iter().any(|token| *token == word.text || word.prefix && token.starts_with(&word.text))),
        FieldValue::Phrase { words, .. } => !words.is_empty() && own.windows(words.len()).any(|some| some == words),
        FieldValue::Range { from, to, .. } => decimal(text).is_some_and(|number| {
            let is_above = |bound: &Bound<String>, holds: &dyn Fn(i64, bool) -> bool| match bound {
                Bound::Included(bound) => decimal(bound).is_some_and(|bound| holds(bound, true)),
                Bound::Excluded(bound) => decimal(bound).is_some_and(|bound| holds(bound, false)),
                Bound::Unbounded => true,
            };
            is_above(from, &|bound, is_in| number > bound || is_in && number == bound)
                && is_above(to, &|bound, is_in| number < bound || is_in && number == bound)
        }),
    }
}
