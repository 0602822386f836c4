//! All that the first page shows, computed once for a catalog.

use super::gaps::{Gap, gaps};
use super::links::{HomeEntry, doors, example_queries, starts};
use super::states::{StateMap, state_map};
use super::tiles::{ThemeTile, theme_tiles};
use crate::catalog::{Home, LocalText, ResourceIdx};
use crate::explore::engine::Engine;

/// How many of the newest resources are shown.
const NEWEST: usize = 4;

/// The catalog in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Numbers {
    /// How many resources there are.
    pub resources: usize,
    /// By how many publishers.
    pub publishers: usize,
    /// About how many places.
    pub places: usize,
    /// The first and the last year in which any was published.
    pub years: Option<(u32, u32)>,
}

/// What the first page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct HomePage {
    /// What a reader finds here, where the catalog says it; `{count}` stands for the number of resources.
    pub promise: Option<String>,
    /// The catalog in numbers.
    pub numbers: Numbers,
    /// Queries that find something.
    pub examples: Vec<String>,
    /// Where each kind of readers goes on.
    pub doors: Vec<HomeEntry>,
    /// The broad themes that resources are on.
    pub themes: Vec<ThemeTile>,
    /// The US states, where most places are some.
    pub states: Option<StateMap>,
    /// What to read first.
    pub starts: Vec<HomeEntry>,
    /// What there is far less of than of the rest, the clearest first.
    pub gaps: Vec<Gap>,
    /// The newest resources with a date.
    pub newest: Vec<ResourceIdx>,
}

/// Returns the first page for readers of a language (BCP 47).
pub fn home_page(engine: &Engine, language: &str) -> HomePage {
    let nothing = Home::default();
    let home = engine.head.home.as_ref().unwrap_or(&nothing);
    let text = |text: &LocalText| text.in_language(language).to_owned();
    let newest = engine.orders.newest.iter().copied();
    HomePage {
        promise: home.promise.as_ref().map(text),
        numbers: numbers_of(engine),
        examples: example_queries(engine, home, language),
        doors: doors(engine, home, language),
        themes: theme_tiles(engine),
        states: state_map(engine),
        starts: starts(engine, home, language),
        gaps: gaps(engine),
        newest: newest.filter(|idx| engine.store.published(*idx).is_some()).take(NEWEST).collect(),
    }
}

/// Counts resources, publishers and places, and finds the first and the last year.
pub fn numbers_of(engine: &Engine) -> Numbers {
    let used = |key: &str| {
        let at = engine.facets.iter().position(|facet| facet.definition.key == key);
        at.map_or(0, |at| engine.totals()[at].values.iter().filter(|count| **count > 0).count())
    };
    // Numbers ascend.
    let year = |value: &crate::facet::FacetValue| value.id.parse().ok();
    let years = engine.facet("year").map(|facet| facet.values.as_slice()).unwrap_or_default();
    Numbers {
        resources: engine.len(),
        publishers: used("publisher"),
        places: used("place"),
        years: years.first().and_then(year).zip(years.last().and_then(year)),
    }
}
