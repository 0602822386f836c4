//! What the search reads of an engine beyond the index: the texts of resources, and what their fields hold.

use std::ops::Bound;

use crate::catalog::{List, ResourceIdx, ResourceSet, decimal, values};
use crate::explore::engine::searched::{is_called, is_searched};
use crate::explore::engine::{Engine, LABELLED};
use crate::explore::results::dated::{dated, has_dates};
use crate::explore::results::own_field::with_own;
use crate::facet::{Facet, Kind, Origin};
use crate::search::{FieldValue, TextField, Texts};

impl Texts for Engine {
    fn texts(&self, resource: ResourceIdx, tell: &mut dyn FnMut(TextField, &str)) {
        let store = &self.store;
        tell(TextField::Title, store.title(resource));
        tell(TextField::Summary, store.summary(resource));
        let lists = [
            (List::Keywords, TextField::Keywords),
            (List::Authors, TextField::Authors),
            (List::Publishers, TextField::Publishers),
            (List::Container, TextField::Publishers),
            (List::Places, TextField::Places),
        ];
        for (list, field) in lists {
            store.strings(resource, list).for_each(|text| tell(field, text));
        }
        for (list, key, field) in LABELLED {
            let facet = self.facet(key);
            for id in store.strings(resource, list) {
                let label = facet.and_then(|facet| Some(&facet.values[facet.find(id)? as usize].label));
                tell(field, label.map_or(id, String::as_str));
            }
        }
        if self.head.fields.iter().any(is_searched) && store.has_extra(resource) {
            let extra = store.extra(resource);
            for own in self.head.fields.iter().filter(|field| is_searched(field)) {
                for text in &values(&extra, &own.id) {
                    tell(TextField::Own, text);
                }
            }
        }
    }

    fn field(&self, field: &str, value: &FieldValue) -> Option<ResourceSet> {
        let Some(facet) = self.facets.iter().find(|facet| names(facet, field)) else {
            let own = self.head.fields.iter().find(|own| is_called(field, &own.id, &own.label))?;
            return Some(with_own(self, own, value));
        };
        if has_dates(facet) {
            return Some(dated(self, facet, value).unwrap_or_else(|| ResourceSet::none(self.len())));
        }
        let values = if facet.definition.kind == Kind::Number { numbers(facet, value) } else { named(facet, value) };
        Some(facet.with_any(&values))
    }
}

/// Whether a name in a query is that of a facet.
pub(super) fn names(facet: &Facet, name: &str) -> bool {
    let label = if let Origin::Field { label, .. } = &facet.definition.origin { label } else { "" };
    is_called(name, &facet.definition.key, label)
}

/// The values of a facet of numbers that a query asks for.
fn numbers(facet: &Facet, value: &FieldValue) -> Vec<u32> {
    let FieldValue::Range { from, to, .. } = value else {
        return facet.select(raw(value)).unwrap_or_default();
    };
    let bound = |bound: &Bound<String>, open: i64, inside: i64| match bound {
        Bound::Included(text) => decimal(text),
        Bound::Excluded(text) => decimal(text).map(|number| number.saturating_add(inside)),
        Bound::Unbounded => Some(open),
    };
    let from_to = (from, to);
    match (bound(from, i64::MIN, 1), bound(to, i64::MAX, -1)) {
        // From the later to the earlier means the same.
        (Some(from), Some(to)) if matches!((from_to.0, from_to.1), (Bound::Included(_), Bound::Included(_))) => {
            facet.between(from.min(to), from.max(to))
        }
        (Some(from), Some(to)) => facet.between(from, to),
        _ => Vec::new(),
    }
}

/// The values that a query names: the one that is called so, or else all whose names have the words.
fn named(facet: &Facet, value: &FieldValue) -> Vec<u32> {
    if let Some(one) = facet.find(raw(value)) {
        return vec![one];
    }
    match value {
        FieldValue::Words { words, .. } => facet.labelled(&|tokens| {
            let answers = |text: &str, prefix: bool, token: &String| token == text || prefix && token.starts_with(text);
            words.iter().all(|word| tokens.iter().any(|token| answers(&word.text, word.prefix, token)))
        }),
        FieldValue::Phrase { words, .. } => {
            facet.labelled(&|tokens| !words.is_empty() && tokens.windows(words.len()).any(|some| some == words))
        }
        FieldValue::Range { .. } => Vec::new(),
    }
}

fn raw(value: &FieldValue) -> &str {
    match value {
        FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. } | FieldValue::Range { raw, .. } => raw,
    }
}
