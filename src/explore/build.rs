//! An engine in the making: resources are pushed as they are read, then the rest is made in steps, so that loading can be
//! sliced, shown, and ended early.

use std::sync::OnceLock;

use super::engine::Engine;
use super::order::{Orders, by_title};
use crate::catalog::{HashMap, Head, List, Record, ResourceIdx, ResourceSet, Store};
use crate::facet::{Counts, Definition, Facet, Filter, counts, definitions};
use crate::search::{Finish, IndexBuilder, Synonyms, TextField};

/// The lists of a resource whose texts are searched, but for its themes, which are searched by their labels.
const SEARCHED: [(List, TextField); 4] = [
    (List::Keywords, TextField::Keywords),
    (List::Authors, TextField::Authors),
    (List::Publishers, TextField::Publishers),
    (List::Places, TextField::Places),
];

/// An engine to which resources are pushed.
#[derive(Debug)]
pub struct Builder {
    index: IndexBuilder,
    store: Store,
    searched: Vec<TextField>,
}

impl Default for Builder {
    fn default() -> Self {
        Self::searching(&TextField::ALL)
    }
}

impl Builder {
    /// An engine that will search these parts of resources; the title always.
    pub fn searching(fields: &[TextField]) -> Self {
        Self { index: IndexBuilder::default(), store: Store::default(), searched: fields.to_vec() }
    }

    /// Takes the next resource of the catalog in.
    pub fn push(&mut self, record: &Record<'_>) {
        let idx = self.store.push(record);
        let store = &self.store;
        let is_searched = |field: TextField| self.searched.contains(&field);
        self.index.begin(store.title(idx), if is_searched(TextField::Summary) { store.summary(idx) } else { "" });
        for (list, field) in SEARCHED.into_iter().filter(|(_, field)| is_searched(*field)) {
            store.list(idx, list).for_each(|text| self.index.add(field, text, store.string(text)));
        }
        self.index.end();
    }

    /// The resources so far.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Ends the pushing with what stands beside the resources; the rest is done in steps.
    pub fn finishing(self, head: Head) -> Finishing {
        let Self { mut index, mut store, searched } = self;
        store.shrink();
        if searched.contains(&TextField::Themes) {
            label_themes(&mut index, &head, &store);
        }
        let left = definitions(&head).into_iter().rev().collect();
        Finishing {
            head,
            store,
            index: Some(index.finish()),
            left,
            facets: Vec::new(),
            titles: Vec::new(),
            orders: None,
        }
    }

    /// Ends the building at once.
    pub fn finish(self, head: Head) -> Engine {
        self.finishing(head).done()
    }
}

/// Tells the index what the themes of resources are called: as the vocabulary says, or else by their ids.
fn label_themes(index: &mut IndexBuilder, head: &Head, store: &Store) {
    let labels: HashMap<&str, &str> =
        head.vocabulary.themes.iter().map(|theme| (theme.id.as_str(), theme.label.as_str())).collect();
    let mut known = vec![false; store.n_strings()];
    for idx in (0..).take(store.len()) {
        for theme in store.list(idx, List::Themes) {
            if !std::mem::replace(&mut known[theme as usize], true) {
                let id = store.string(theme);
                index.label(theme, labels.get(id).copied().unwrap_or(id));
            }
        }
    }
}

/// An engine of which all resources are there.
#[derive(Debug)]
pub struct Finishing {
    head: Head,
    store: Store,
    index: Option<Finish>,
    /// The facets that are still to be made, the next one last.
    left: Vec<Definition>,
    facets: Vec<Facet>,
    titles: Vec<ResourceIdx>,
    orders: Option<Orders>,
}

impl Finishing {
    /// Does a little, a few hundredths of a second for 100,000 resources; whether anything is left.
    pub fn step(&mut self) -> bool {
        let store = &self.store;
        // The index first: what its log takes is free for the rest then.
        let themes = |resource: ResourceIdx, tell: &mut dyn FnMut(u32)| {
            store.list(resource, List::Themes).for_each(tell);
        };
        if self.index.as_mut().is_some_and(|index| index.step(&themes)) {
            return true;
        }
        if let Some(definition) = self.left.pop() {
            self.facets.push(Facet::new(definition, &self.head, store));
        } else if self.orders.is_some() {
            return false;
        } else if self.titles.len() < store.len() {
            self.titles = by_title(store);
        } else {
            self.orders = Some(Orders::new(store, std::mem::take(&mut self.titles)));
        }
        true
    }

    /// The engine.
    pub fn done(mut self) -> Engine {
        while self.step() {}
        let all = ResourceSet::all(self.store.len());
        let totals: Vec<Counts> = counts(&self.facets, &Filter::default(), &all);
        let index = self.index.take().map(Finish::done).unwrap_or_default();
        let orders = self.orders.unwrap_or_default();
        let (labels, facets) = (OnceLock::new(), self.facets);
        let mut engine = Engine { head: self.head, store: self.store, index, facets, totals, orders, labels };
        let synonyms = Synonyms::new(&engine.index, &engine, &engine.head.vocabulary.synonyms);
        engine.index.set_synonyms(synonyms);
        engine
    }
}
