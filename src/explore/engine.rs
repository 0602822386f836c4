//! The engine: a catalog with its text index and facets; built once, never changed.

use std::ops::Bound;
use std::sync::OnceLock;

use super::build::Builder;
use super::order::Orders;
use super::suggest::Labels;
use crate::catalog::{Catalog, Head, List, Record, Resource, ResourceIdx, ResourceSet, Store, decimal};
use crate::facet::{Counts, Facet, Kind};
use crate::search::{FieldValue, Index, TextField, Texts};

/// All that is known of a catalog.
#[derive(Debug)]
pub struct Engine {
    /// What stands beside the resources.
    pub head: Head,
    /// The resources.
    pub store: Store,
    /// The text index over its resources.
    pub index: Index,
    /// Its facets, in the order in which they are shown.
    pub facets: Vec<Facet>,
    pub(super) totals: Vec<Counts>,
    pub(super) orders: Orders,
    pub(super) labels: OnceLock<Labels>,
}

impl Engine {
    /// The engine of a whole catalog.
    pub fn new(catalog: Catalog) -> Self {
        let mut builder = Builder::default();
        catalog.resources.iter().for_each(|resource| builder.push(&Record::from(resource)));
        builder.finish(catalog.head)
    }

    /// A resource by its position, whole. Its parts alone are in the [`Store`] for less.
    pub fn resource(&self, idx: ResourceIdx) -> Resource {
        self.store.resource(idx)
    }

    /// The position of a resource by its id.
    pub fn find(&self, id: &str) -> Option<ResourceIdx> {
        self.store.find(id)
    }

    /// A facet by its key.
    pub fn facet(&self, key: &str) -> Option<&Facet> {
        self.facets.iter().find(|facet| facet.definition.key == key)
    }

    /// The counts of all facets over the whole catalog.
    pub fn totals(&self) -> &[Counts] {
        &self.totals
    }

    /// The words of the labels of all values; sorted when they are first wanted.
    pub(super) fn labels(&self) -> &Labels {
        self.labels.get_or_init(|| Labels::new(self))
    }

    /// How many resources there are.
    pub fn len(&self) -> usize {
        self.index.n_resources()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Texts for Engine {
    fn texts(&self, resource: ResourceIdx, tell: &mut dyn FnMut(TextField, &str)) {
        let store = &self.store;
        tell(TextField::Title, store.title(resource));
        tell(TextField::Summary, store.summary(resource));
        let lists = [
            (List::Keywords, TextField::Keywords),
            (List::Authors, TextField::Authors),
            (List::Publishers, TextField::Publishers),
            (List::Places, TextField::Places),
        ];
        for (list, field) in lists {
            store.strings(resource, list).for_each(|text| tell(field, text));
        }
        let Some(themes) = self.facet("theme") else { return };
        for id in store.strings(resource, List::Themes) {
            let label = themes.find(id).map_or(id, |value| &themes.values[value as usize].label);
            tell(TextField::Themes, label);
        }
    }

    fn field(&self, field: &str, value: &FieldValue) -> Option<ResourceSet> {
        let facet = self.facets.iter().find(|facet| facet.definition.key.to_lowercase() == field)?;
        let values = if facet.definition.kind == Kind::Number { numbers(facet, value) } else { named(facet, value) };
        Some(facet.with_any(&values))
    }
}

/// The values of a facet of numbers that a query asks for.
fn numbers(facet: &Facet, value: &FieldValue) -> Vec<u32> {
    let FieldValue::Range { from, to, .. } = value else {
        let raw = raw(value);
        return facet.select(raw).or_else(|| facet.select(year_of(raw)?)).unwrap_or_default();
    };
    let number = |text: &str| decimal(text).or_else(|| decimal(year_of(text)?));
    let bound = |bound: &Bound<String>, open: i64, inside: i64| match bound {
        Bound::Included(text) => number(text),
        Bound::Excluded(text) => number(text).map(|number| number.saturating_add(inside)),
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

/// The year of a date that is more precise.
fn year_of(date: &str) -> Option<&str> {
    let (year, _) = date.split_once('-')?;
    (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
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
