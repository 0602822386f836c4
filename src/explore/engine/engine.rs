//! The engine: a catalog with its text index and facets; built once, never changed.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::labels::Labels;
use super::names::Names;
use super::orders::Orders;
use super::prose::evenly_spread;
use super::word_pair::WordPair;
use crate::catalog::{Head, Resource, ResourceIdx, Store};
use crate::explore::identity::{ThemeIdentity, identities};
use crate::facet::{Counts, Facet};
use crate::limits::TEXT_DRAWN;
use crate::search::{Index, SummaryWords};
use crate::text::shortened_bytes;

/// All that is known of a catalog.
///
/// ```
/// use competency_explorer::catalog::{Catalog, Resource};
/// use competency_explorer::explore::Engine;
/// let resource = Resource { id: "a".into(), title: "Seat time".into(), places: vec!["Maine".into()], ..Resource::default() };
/// let engine = Engine::new(Catalog { resources: vec![resource], ..Catalog::default() });
/// let idx = engine.find("a").unwrap();
/// assert_eq!(engine.store.title(idx), "Seat time");
/// assert_eq!(engine.facet("place").unwrap().values[0].label, "Maine");
/// ```
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
    pub(in crate::explore) orders: Orders,
    pub(super) labels: OnceLock<Labels>,
    /// The words of the summaries, each by itself and those of one stem as one.
    pub(super) summary_words: [OnceLock<SummaryWords>; 2],
    /// Which of those are about as frequent in every broad theme.
    pub(super) prose: [OnceLock<Vec<bool>>; 2],
    /// The pairs of words of the summaries that belong together.
    pub(in crate::explore) pairs: OnceLock<Vec<WordPair>>,
    pub(in crate::explore) addresses: OnceLock<Vec<(u64, ResourceIdx)>>,
    pub(in crate::explore) names: OnceLock<Names>,
    pub(super) themes: OnceLock<Vec<ThemeIdentity>>,
}

impl Engine {
    /// A resource by its position, whole. Its parts alone are in the [`Store`] for less.
    pub fn resource(&self, idx: ResourceIdx) -> Resource {
        self.store.resource(idx)
    }

    /// Returns the title of a resource as it is shown: of one that no page has room for, its beginning (see [`TEXT_DRAWN`]).
    pub fn shown_title(&self, idx: ResourceIdx) -> Cow<'_, str> {
        shortened_bytes(self.store.title(idx), TEXT_DRAWN)
    }

    /// All resources, the newest first.
    pub fn newest(&self) -> &[ResourceIdx] {
        &self.orders.newest
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

    /// What each value of the facet of themes is recognized by; computed when it is first wanted.
    pub fn themes(&self) -> &[ThemeIdentity] {
        let of = |themes: &Facet| identities(&self.head, themes);
        self.themes.get_or_init(|| self.facet("theme").map(of).unwrap_or_default())
    }

    /// The words of the labels of all values; sorted when they are first wanted.
    pub(in crate::explore) fn labels(&self) -> &Labels {
        self.labels.get_or_init(|| Labels::new(&self.facets))
    }

    /// The words of the summaries, gathered when they are first wanted; `stems` says whether those of one stem are one.
    pub fn summary_words(&self, stems: bool) -> &SummaryWords {
        self.summary_words[usize::from(stems)].get_or_init(|| SummaryWords::new(&self.index, stems))
    }

    /// Whether a word of the summaries, by its place among [them](Self::summary_words), says nothing of what a resource is about:
    /// it is about as frequent in every broad theme.
    pub fn is_prose(&self, stems: bool, at: u32) -> bool {
        let words = || evenly_spread(&self.facets, &self.index, self.summary_words(stems));
        self.prose[usize::from(stems)].get_or_init(words).get(at as usize).is_some_and(|is_even| *is_even)
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
