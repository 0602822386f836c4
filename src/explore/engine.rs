//! The engine: a catalog with its text index and facets; built once, never changed.

use std::ops::Bound;
use std::sync::OnceLock;

use super::address::hashed;
use super::build::Builder;
use super::dated::{dated, has_dates};
use super::order::Orders;
use super::own_field::{is_searched, with_own};
use super::recognize::Names;
use super::suggest::Labels;
use crate::catalog::{Catalog, Head, List, Record, Resource, ResourceIdx, ResourceSet, Store, decimal, values};
use crate::facet::{Counts, Facet, Kind};
use crate::search::{FieldValue, Index, SummaryWords, TextField, Texts};

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
    /// The words of the summaries, each by itself and those of one stem as one.
    pub(super) summary_words: [OnceLock<SummaryWords>; 2],
    pub(super) addresses: OnceLock<Vec<(u64, ResourceIdx)>>,
    pub(super) names: OnceLock<Names>,
}

/// The lists of ids whose labels are searched, with the keys of their facets.
pub(super) const LABELLED: [(List, &str, TextField); 5] = [
    (List::Themes, "theme", TextField::Themes),
    (List::Type, "type", TextField::Type),
    (List::Audiences, "audience", TextField::Audiences),
    (List::Levels, "level", TextField::Levels),
    (List::Access, "access", TextField::Access),
];

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

    /// The position of a resource by its id; blanks around it, which the reader of catalogs leaves out, do not count.
    pub fn find(&self, id: &str) -> Option<ResourceIdx> {
        self.store.find(id).or_else(|| self.store.find(id.trim()))
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

    /// The addresses of all records, hashed when they are first wanted.
    pub(super) fn addresses(&self) -> &[(u64, ResourceIdx)] {
        self.addresses.get_or_init(|| hashed(self))
    }

    /// The names of values that are recognized in a query; gathered when they are first wanted.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }

    /// The words of the summaries, gathered when they are first wanted; `stems` says whether those of one stem are one.
    pub fn summary_words(&self, stems: bool) -> &SummaryWords {
        self.summary_words[usize::from(stems)].get_or_init(|| SummaryWords::new(&self.index, stems))
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
        let facet = self.facets.iter().find(|facet| facet.definition.key.to_lowercase() == field);
        let Some(facet) = facet else {
            let own = self.head.fields.iter().find(|own| own.id.to_lowercase() == field)?;
            return Some(with_own(self, own, value));
        };
        if has_dates(facet) {
            return Some(dated(self, facet, value).unwrap_or_else(|| ResourceSet::none(self.len())));
        }
        let values = if facet.definition.kind == Kind::Number { numbers(facet, value) } else { named(facet, value) };
        Some(facet.with_any(&values))
    }
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
