//! The engine: a catalog with its text index and facets; built once, never changed.

use crate::catalog::{Catalog, Head, List, Record, Resource, ResourceIdx, ResourceSet, Store, sorted_positions};
use crate::facet::{Counts, Facet, Filter, counts, definitions};
use crate::search::{Index, IndexBuilder};
use crate::text::fold;

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
    totals: Vec<Counts>,
    /// For each resource, its place among all titles.
    pub(super) title_ranks: Vec<u32>,
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

    /// How many resources there are.
    pub fn len(&self) -> usize {
        self.store.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.store.is_empty()
    }
}

/// An engine in the making: resources are pushed as they are read, so that loading can be sliced and shown.
#[derive(Debug, Default)]
pub struct Builder {
    index: IndexBuilder,
    store: Store,
}

impl Builder {
    /// Takes the next resource of the catalog in.
    pub fn push(&mut self, record: &Record<'_>) {
        self.index.push(record);
        self.store.push(record);
    }

    /// The resources so far.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Ends the building with what stands beside the resources.
    pub fn finish(mut self, head: Head) -> Engine {
        self.store.shrink();
        let facets: Vec<Facet> =
            definitions(&head).into_iter().map(|definition| Facet::new(definition, &head, &self.store)).collect();
        self.index_themes(&facets);
        let title_ranks = title_ranks(&self.store);
        let totals = counts(&facets, &Filter::default(), &ResourceSet::all(self.store.len()));
        Engine { head, store: self.store, index: self.index.finish(), facets, totals, title_ranks }
    }

    /// Indexes the labels of each resource's own themes, not of those above them.
    fn index_themes(&mut self, facets: &[Facet]) {
        let Some(themes) = facets.iter().find(|facet| facet.definition.key == "theme") else { return };
        for idx in (0..).take(self.store.len()) {
            for id in self.store.strings(idx, List::Themes) {
                let label = themes.find(id).map_or(id, |value| &themes.values[value as usize].label);
                self.index.add_theme(idx, label);
            }
        }
    }
}

/// Place of each resource by folded title, without an article in front.
fn title_ranks(store: &Store) -> Vec<u32> {
    let keys: Vec<String> = (0..).take(store.len()).map(|idx| title_key(store.title(idx))).collect();
    let order = sorted_positions(keys.len(), &mut |a, b| keys[a as usize].cmp(&keys[b as usize]));
    let mut ranks = vec![0; order.len()];
    (0..).zip(order).for_each(|(rank, idx)| ranks[idx as usize] = rank);
    ranks
}

fn title_key(title: &str) -> String {
    let folded = fold(title);
    let start = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = ["the ", "a ", "an "].iter().find_map(|article| start.strip_prefix(article)).unwrap_or(start);
    start.to_owned()
}
