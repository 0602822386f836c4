//! An engine in the making: resources are pushed as they are read, then the rest is made in steps, so that loading can be
//! sliced, shown, and ended early. What was made before of the same catalog, a [`Prebuilt`], is taken in place of it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use super::engine::Engine;
use super::orders::{ByTitle, LANGUAGE, Orders};
use super::searched::{LABELLED, is_searched};
use super::snapshot::{BuiltParts, Loading, Prebuilt};
use crate::catalog::{
    Catalog, Fingerprinter, HashMap, Head, List, Record, ResourceIdx, ResourceSet, Store, key_places, stated_keys,
    values,
};
use crate::facet::{Counts, Definition, Facet, Filter, counts, definitions};
use crate::limits::{FIELD_VALUES, LABEL_DRAWN, beginning};
use crate::search::{Index, IndexBuilder, IndexFinalizer, Synonyms, TextField};
use crate::text::compare_key;

/// The lists of a resource whose texts are searched as they stand; others are searched by their labels.
const SEARCHED: [(List, TextField); 5] = [
    (List::Keywords, TextField::Keywords),
    (List::Authors, TextField::Authors),
    (List::Publishers, TextField::Publishers),
    (List::Container, TextField::Publishers),
    (List::Places, TextField::Places),
];

/// How many resources are indexed in one step, where that was put off.
const STEP: usize = 1 << 10;

/// An engine to which resources are pushed.
#[derive(Debug)]
pub struct Builder {
    index: IndexBuilder,
    store: Store,
    searched: &'static [TextField],
    /// Whether indexing waits for the end, since there may be an index then.
    is_deferred: bool,
    prebuilt: Option<Prebuilt>,
    catalog: Fingerprinter,
}

impl Default for Builder {
    fn default() -> Self {
        Self::searching(&TextField::ALL)
    }
}

impl Engine {
    /// The engine of a whole catalog.
    pub fn new(catalog: Catalog) -> Self {
        let mut builder = Builder::default();
        catalog.resources.iter().for_each(|resource| builder.push(&Record::from(resource)));
        builder.finish(catalog.head)
    }
}

impl Builder {
    /// An engine that will search these parts of resources; the title always.
    pub fn searching(searched: &'static [TextField]) -> Self {
        let (index, store, catalog) = (IndexBuilder::default(), Store::default(), Fingerprinter::default());
        Self { index, store, searched, is_deferred: false, prebuilt: None, catalog }
    }

    /// A builder to which a saved index may be given before the end: until then nothing is indexed.
    pub fn deferred() -> Self {
        Self { is_deferred: true, ..Self::default() }
    }

    /// A builder that takes a saved index, if that is of the catalog whose bytes were [hashed](Self::hash_bytes).
    pub fn with_prebuilt(prebuilt: Prebuilt) -> Self {
        let mut builder = Self::deferred();
        builder.set_snapshot(prebuilt);
        builder
    }

    /// Takes a saved index, which counts if this builder is [deferred](Self::deferred).
    pub fn set_snapshot(&mut self, prebuilt: Prebuilt) {
        self.prebuilt = Some(prebuilt);
    }

    /// Hashes the next bytes of the catalog's file, by which a saved index is known to fit.
    pub fn hash_bytes(&mut self, bytes: &[u8]) {
        if self.is_deferred {
            self.catalog.update(bytes);
        }
    }

    /// Takes the next resource of the catalog in.
    pub fn push(&mut self, record: &Record<'_>) {
        let idx = self.store.push(record);
        if !self.is_deferred {
            put(&mut self.index, &self.store, idx, self.searched);
        }
    }

    /// The resources so far.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Ends the pushing with what stands beside the resources; the rest is done in steps.
    pub fn finalizer(self, head: Head) -> EngineFinalizer {
        let Self { index, mut store, searched, is_deferred, prebuilt, catalog } = self;
        store.shrink();
        let fitting = prebuilt.filter(|prebuilt| is_deferred && prebuilt.is_of(catalog.finish(), store.len()));
        let saved = fitting.map(|prebuilt| Loading::new(prebuilt, &head));
        let left = definitions(&head).into_iter().rev().collect();
        let pushed = if is_deferred { 0 } else { store.len() };
        let index = BuildPhase::Pushing(index, pushed);
        EngineFinalizer {
            head,
            store,
            searched,
            saved,
            index,
            left,
            facets: Vec::new(),
            titles: ByTitle::default(),
            orders: None,
        }
    }

    /// Ends the building at once.
    pub fn finish(self, head: Head) -> Engine {
        self.finalizer(head).into_engine()
    }
}

/// Puts the searched parts of a resource into the index.
fn put(index: &mut IndexBuilder, store: &Store, idx: ResourceIdx, searched: &[TextField]) {
    let is_searched = |field: TextField| searched.contains(&field);
    index.begin(store.title(idx), if is_searched(TextField::Summary) { store.summary(idx) } else { "" });
    for (list, field) in SEARCHED.into_iter().filter(|(_, field)| is_searched(*field)) {
        store.list(idx, list).take(FIELD_VALUES).for_each(|text| index.add(field, text, store.string(text)));
    }
    index.end();
}

/// Tells the index what the ids of some resources are called, as the vocabulary says or else by themselves; and the texts of
/// their own columns, which have the number of the resource.
fn label(index: &mut IndexBuilder, head: &Head, store: &Store, resources: Range<ResourceIdx>, searched: &[TextField]) {
    let words = &head.vocabulary;
    let terms = [&words.themes, &words.types, &words.audiences, &words.levels, &words.access];
    let labels: [HashMap<Cow<'_, str>, &str>; LABELLED.len()] =
        terms.map(|terms| terms.iter().rev().map(|term| (compare_key(&term.id), term.label.as_str())).collect());
    let own: Vec<&str> = head.fields.iter().filter(|field| is_searched(field)).map(|field| field.id.as_str()).collect();
    let places = key_places(&own);
    for idx in resources {
        for ((list, _, field), labels) in LABELLED.into_iter().zip(&labels) {
            if !searched.contains(&field) {
                continue;
            }
            for number in store.list(idx, list).take(FIELD_VALUES) {
                if !index.has_label(field, number) {
                    let id = store.string(number);
                    let label = labels.get(&compare_key(id)).copied().unwrap_or(id);
                    index.label(field, number, beginning(label, LABEL_DRAWN));
                }
            }
        }
        if !own.is_empty() && searched.contains(&TextField::Own) && store.has_extra(idx) {
            let extra = store.extra(idx);
            let stated = stated_keys(&places, &extra).into_iter().flat_map(|at| values(&extra, own[at]));
            stated.for_each(|text| index.label(TextField::Own, idx, &text));
        }
    }
}

/// What is left of building an engine once all resources are pushed, done in steps: sort orders, index, facets.
#[derive(Debug)]
pub struct EngineFinalizer {
    head: Head,
    store: Store,
    searched: &'static [TextField],
    /// What is read in place of making it; nothing when that turned out not to be possible.
    saved: Option<Loading>,
    index: BuildPhase,
    /// The facets that are still to be made, the next one last.
    left: Vec<Definition>,
    facets: Vec<Facet>,
    titles: ByTitle,
    orders: Option<Orders>,
}

/// How far the index is.
#[derive(Debug)]
enum BuildPhase {
    /// So many resources are in it.
    Pushing(IndexBuilder, usize),
    /// All are; the labels of so many are.
    Labelling(IndexBuilder, usize),
    /// All are; the lists are laid out.
    LayingOut(Box<IndexFinalizer>),
    /// It was saved, with its synonyms.
    Saved(Index),
}

impl EngineFinalizer {
    /// Does a little, a few hundredths of a second for 100,000 resources; whether anything is left.
    pub fn step(&mut self) -> bool {
        if let Some(saved) = &mut self.saved {
            let goes_on = saved.step(&self.head);
            if goes_on != Some(true) {
                let made = self.saved.take().filter(|_| goes_on.is_some()).and_then(Loading::parts);
                if let Some(made) = made {
                    self.set_parts(made);
                }
            }
            return true;
        }
        // In this order each takes the memory that the one before gives back.
        let store = &self.store;
        if self.orders.is_none() {
            let language = self.head.language.as_deref().unwrap_or(LANGUAGE);
            if !self.titles.step(store, language) {
                self.orders = Some(Orders::new(store, std::mem::take(&mut self.titles).done()));
            }
        } else if self.step_index() {
            return true;
        } else if let Some(definition) = self.left.pop() {
            self.facets.push(Facet::new(definition, &self.head, &self.store));
        } else {
            return false;
        }
        true
    }

    fn set_parts(&mut self, made: BuiltParts) {
        let BuiltParts { index, facets, orders } = made;
        (self.index, self.facets, self.orders) = (BuildPhase::Saved(index), facets, Some(orders));
        self.left.clear();
    }

    fn step_index(&mut self) -> bool {
        let store = &self.store;
        match &mut self.index {
            BuildPhase::Pushing(index, n) if *n < store.len() => {
                let from = u32::try_from(*n).unwrap_or(ResourceIdx::MAX);
                *n = store.len().min(*n + STEP);
                (from..).take(*n - from as usize).for_each(|idx| put(index, store, idx, self.searched));
            }
            BuildPhase::Pushing(index, _) => self.index = BuildPhase::Labelling(std::mem::take(index), 0),
            BuildPhase::Labelling(index, n) if *n < store.len() => {
                let end = store.len().min(*n + STEP);
                let position = |n: usize| ResourceIdx::try_from(n).unwrap_or(ResourceIdx::MAX);
                label(index, &self.head, store, position(*n)..position(end), self.searched);
                *n = end;
            }
            BuildPhase::Labelling(index, _) => {
                self.index = BuildPhase::LayingOut(Box::new(std::mem::take(index).finish()));
            }
            BuildPhase::LayingOut(index) => {
                let has_own = self.head.fields.iter().any(is_searched);
                let labels = |resource: ResourceIdx, tell: &mut dyn FnMut(TextField, u32)| {
                    for (list, numbers) in List::ALL.into_iter().zip(store.lists(resource)) {
                        if let Some((.., field)) = LABELLED.into_iter().find(|(labelled, ..)| *labelled == list) {
                            numbers.take(FIELD_VALUES).for_each(|number| tell(field, number));
                        }
                    }
                    if has_own && store.has_extra(resource) {
                        tell(TextField::Own, resource);
                    }
                };
                return index.step(&labels);
            }
            BuildPhase::Saved(_) => return false,
        }
        true
    }

    /// The engine.
    pub fn into_engine(mut self) -> Engine {
        while self.step() {}
        let Self { head, store, facets, orders, index, .. } = self;
        let (index, has_synonyms) = match index {
            BuildPhase::Saved(index) => (index, true),
            BuildPhase::LayingOut(index) => (index.into_index(), false),
            BuildPhase::Pushing(..) | BuildPhase::Labelling(..) => (Index::default(), false),
        };
        let mut engine = BuiltParts { index, facets, orders: orders.unwrap_or_default() }.engine(head, store);
        if !has_synonyms {
            let synonyms = Synonyms::new(&engine.index, &engine, &engine.head.vocabulary.searched_synonyms().0);
            engine.index.set_synonyms(synonyms);
        }
        engine
    }
}

impl BuiltParts {
    /// The engine of these parts.
    pub(super) fn engine(self, head: Head, store: Store) -> Engine {
        let Self { mut index, facets, orders } = self;
        index.set_order(&orders.newest);
        let all = ResourceSet::all(index.n_resources());
        let totals: Vec<Counts> = counts(&facets, &Filter::default(), &all);
        Engine {
            head,
            store,
            index,
            facets,
            totals,
            orders,
            labels: OnceLock::new(),
            summary_words: Default::default(),
            prose: Default::default(),
            pairs: OnceLock::new(),
            addresses: OnceLock::new(),
            names: OnceLock::new(),
            themes: OnceLock::new(),
        }
    }
}
