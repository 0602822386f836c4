//! The engine: a catalog with its text index and facets; built once, never changed.

use std::sync::OnceLock;

use super::suggest::Labels;
use crate::catalog::{Catalog, HashMap, Head, Resource, ResourceIdx, ResourceSet, sorted_positions};
use crate::facet::{Counts, Facet, Filter, counts, definitions};
use crate::search::{Index, IndexBuilder};
use crate::text::fold;

/// All that is known of a catalog.
#[derive(Debug)]
pub struct Engine {
    /// The catalog itself.
    pub catalog: Catalog,
    /// The text index over its resources.
    pub index: Index,
    /// Its facets, in the order in which they are shown.
    pub facets: Vec<Facet>,
    by_id: HashMap<String, ResourceIdx>,
    totals: Vec<Counts>,
    labels: OnceLock<Labels>,
    /// For each resource, its place among all titles.
    pub(super) title_ranks: Vec<u32>,
}

impl Engine {
    /// The engine of a whole catalog.
    pub fn new(catalog: Catalog) -> Self {
        let mut builder = Builder::default();
        builder.extend(catalog.resources);
        builder.finish(catalog.head)
    }

    /// A resource by its position.
    pub fn resource(&self, idx: ResourceIdx) -> &Resource {
        &self.catalog.resources[idx as usize]
    }

    /// The position of a resource by its id.
    pub fn find(&self, id: &str) -> Option<ResourceIdx> {
        self.by_id.get(id).copied()
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
        self.catalog.resources.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.catalog.resources.is_empty()
    }
}

/// An engine in the making: resources are pushed as they are read, so that loading can be sliced and shown.
#[derive(Debug, Default)]
pub struct Builder {
    index: IndexBuilder,
    resources: Vec<Resource>,
}

impl Extend<Resource> for Builder {
    fn extend<T: IntoIterator<Item = Resource>>(&mut self, resources: T) {
        for resource in resources {
            self.push(resource);
        }
    }
}

impl Builder {
    /// Takes the next resource of the catalog in.
    pub fn push(&mut self, resource: Resource) {
        self.index.push(&resource);
        self.resources.push(resource);
    }

    /// The resources so far.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// Ends the building with what stands beside the resources.
    pub fn finish(mut self, head: Head) -> Engine {
        let facets: Vec<Facet> =
            definitions(&head).into_iter().map(|definition| Facet::new(definition, &head, &self.resources)).collect();
        self.index_themes(&facets);
        let by_id = (0..).zip(&self.resources).map(|(idx, resource)| (resource.id.clone(), idx)).collect();
        let title_ranks = title_ranks(&self.resources);
        let totals = counts(&facets, &Filter::default(), &ResourceSet::all(self.resources.len()));
        let catalog = Catalog { head, resources: self.resources };
        Engine { catalog, index: self.index.finish(), facets, by_id, totals, labels: OnceLock::new(), title_ranks }
    }

    /// Indexes the labels of each resource's own themes, not of those above them.
    fn index_themes(&mut self, facets: &[Facet]) {
        let Some(themes) = facets.iter().find(|facet| facet.definition.key == "theme") else { return };
        for (idx, resource) in (0..).zip(&self.resources) {
            for id in &resource.themes {
                let label = themes.find(id).map_or(id, |value| &themes.values[value as usize].label);
                self.index.add_theme(idx, label);
            }
        }
    }
}

/// Place of each resource by folded title, without an article in front.
fn title_ranks(resources: &[Resource]) -> Vec<u32> {
    let keys: Vec<String> = resources.iter().map(|resource| title_key(&resource.title)).collect();
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
