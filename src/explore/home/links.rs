//! Example queries, doors and starts: those of the catalog, or else such as its counts suggest.

use crate::catalog::{Home, HomeLink, LocalText};
use crate::explore::engine::Engine;
use crate::explore::results::{parse_query, text_hits};
use crate::explore::state::{Shared, State, url};
use crate::facet::{Facet, ValueIdx, most_frequent};

/// How many of each are made where the catalog states none.
const EXAMPLES: usize = 6;
const DOORS: usize = 4;
const STARTS: usize = 6;

/// A link of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeEntry {
    /// What it says.
    pub label: String,
    /// A line on what is there; may be empty.
    pub text: String,
    /// Where it leads: an address of the page, from its `#` on, or of the web.
    pub address: String,
}

/// Returns the queries that find something: the catalog's own, or else the names of its most frequent narrow themes and keywords.
pub(super) fn example_queries(engine: &Engine, home: &Home, language: &str) -> Vec<String> {
    let mut queries: Vec<String> = home.examples.iter().map(|text| text.in_language(language).to_owned()).collect();
    if queries.is_empty() {
        queries = frequent(engine, "theme", EXAMPLES, |facet, value| facet.values[value as usize].children.is_empty());
        queries.extend(frequent(engine, "keyword", EXAMPLES.saturating_sub(queries.len()), |_, _| true));
    }
    queries.retain(|query| !text_hits(engine, &parse_query(engine, query), false).set.is_empty());
    queries
}

/// The labels of the most frequent values of a facet.
fn frequent(engine: &Engine, key: &str, most: usize, is_wanted: fn(&Facet, ValueIdx) -> bool) -> Vec<String> {
    let values = most_used(engine, key, is_wanted);
    values.into_iter().take(most).map(|(facet, value)| facet.values[value as usize].label.clone()).collect()
}

/// The values of a facet that any resource has, the most frequent first.
fn most_used<'a>(engine: &'a Engine, key: &str, is_wanted: fn(&Facet, ValueIdx) -> bool) -> Vec<(&'a Facet, ValueIdx)> {
    let Some(at) = engine.facets.iter().position(|facet| facet.definition.key == key) else { return Vec::new() };
    let (facet, totals) = (&engine.facets[at], &engine.totals()[at].values);
    let values = most_frequent(totals, usize::MAX).into_iter().map(|(value, _)| value);
    values.filter(|value| is_wanted(facet, *value)).map(|value| (facet, value)).collect()
}

/// Returns the doors: the catalog's own, or else one for each of its most frequent audiences.
pub(super) fn doors(engine: &Engine, home: &Home, language: &str) -> Vec<HomeEntry> {
    if !home.doors.is_empty() {
        return stated(&home.doors, language);
    }
    let door = |(facet, value): (&Facet, ValueIdx)| {
        let value = &facet.values[value as usize];
        let text = value.definition.clone().unwrap_or_default();
        HomeEntry {
            label: value.label.clone(),
            text,
            address: url::write(&State::default().only("audience", &value.id)),
        }
    };
    most_used(engine, "audience", |_, _| true).into_iter().take(DOORS).map(door).collect()
}

/// Returns what to read first: as the catalog states it, or else of each of the most frequent broad themes the newest resource that is
/// described.
pub(super) fn starts(engine: &Engine, home: &Home, language: &str) -> Vec<HomeEntry> {
    if !home.starts.is_empty() {
        return stated(&home.starts, language);
    }
    let store = &engine.store;
    let mut starts: Vec<HomeEntry> = Vec::new();
    for (facet, theme) in most_used(engine, "theme", |facet, value| facet.values[value as usize].parent.is_none()) {
        let set = facet.with_any(&[theme]);
        let is_good = |idx: &u32| set.contains(*idx) && !store.summary(*idx).is_empty();
        let found = engine.orders.newest.iter().copied().filter(is_good).map(|idx| HomeEntry {
            label: engine.shown_title(idx).into_owned(),
            text: facet.values[theme as usize].label.clone(),
            address: url::write(&State::default().opened(store.id(idx))),
        });
        let is_new = |entry: &HomeEntry| starts.iter().all(|other| other.address != entry.address);
        let next = found.into_iter().find(is_new);
        starts.extend(next);
        if starts.len() == STARTS {
            break;
        }
    }
    starts
}

/// Whether a list is one to which the first page of the catalog leads: a beginning for everybody, not a list that somebody sent.
pub fn is_start(engine: &Engine, list: &Shared) -> bool {
    let starts = engine.head.home.as_ref().map_or(&[][..], |home| &home.starts);
    let is_it = |start: &HomeLink| url::read(&start.address, &engine.facets).shared.ids == list.ids;
    !list.ids.is_empty() && starts.iter().any(is_it)
}

fn stated(links: &[HomeLink], language: &str) -> Vec<HomeEntry> {
    let text = |text: &LocalText| text.in_language(language).to_owned();
    let entry = |link: &HomeLink| HomeEntry {
        label: text(&link.label),
        text: link.text.as_ref().map(text).unwrap_or_default(),
        address: link.address.clone(),
    };
    links.iter().map(entry).collect()
}
