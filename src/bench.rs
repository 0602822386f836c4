//! The engine as others measure it: built from JSON, asked, and answering in numbers alone.
//!
//! `benches/browser/engine.js` is its other half. Answers are lists of numbers: the total, how many hits follow, the hits as
//! positions of resources, then what was asked for beside them. A filter is a text of lines, each the key of a facet, a tab,
//! and a value. Words are matched as they are spelled, so that totals equal brute force; only [`Bench::fuzzy`] is forgiving.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::catalog::{Fingerprint, Head, Reader, ResourceSet};
use crate::explore::{Builder, Engine, EngineFinalizer, Prebuilt, Sort, top_results};
use crate::facet::{Facet, Filter, counts_of, most_frequent, tally};
use crate::search::query::parse;
use crate::search::{Hits, Options, Query, TextField};

/// How many hits and tags an answer has.
const MOST_HITS: usize = 20;
const MOST_TAGS: usize = 60;

/// The facets that are counted.
const COUNTED: [&str; 6] = ["theme", "type", "audience", "level", "place", "publisher"];

/// An engine under measurement.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bench {
    reader: Option<Reader>,
    builder: Builder,
    finalizer: Option<EngineFinalizer>,
    engine: Option<Engine>,
}

impl Default for Bench {
    fn default() -> Self {
        Self::new()
    }
}

#[wasm_bindgen]
impl Bench {
    /// An engine without a catalog.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        let builder = Builder::searching(&[TextField::Title, TextField::Keywords, TextField::Summary]);
        Self { reader: Some(Reader::default()), builder, finalizer: None, engine: None }
    }

    /// Reads the next bytes of the catalog.
    pub fn push(&mut self, bytes: &[u8]) -> bool {
        let Self { reader, builder, .. } = self;
        reader.as_mut().is_some_and(|reader| reader.read(bytes, &mut |record| builder.push(record)).is_ok())
    }

    /// Ends the reading.
    pub fn begin_finish(&mut self) {
        let mut builder = std::mem::take(&mut self.builder);
        let rest = self.reader.take().and_then(|reader| reader.finish(&mut |record| builder.push(record)).ok());
        self.finalizer = Some(builder.finalizer(rest.map(|rest| rest.head).unwrap_or_default()));
    }

    /// Makes a little of the engine; whether anything is left.
    pub fn step(&mut self) -> bool {
        let is_left = self.finalizer.as_mut().is_some_and(EngineFinalizer::step);
        if !is_left && let Some(finalizer) = self.finalizer.take() {
            self.engine = Some(finalizer.into_engine());
        }
        is_left
    }

    /// The ids of the values of a facet, a line each.
    pub fn values(&self, key: &str) -> String {
        let facet = self.engine.as_ref().and_then(|engine| engine.facet(key));
        let ids: Vec<&str> = facet.iter().flat_map(|facet| &facet.values).map(|value| value.id.as_str()).collect();
        ids.join("\n")
    }

    /// The best hits for a query.
    pub fn search(&self, text: &str) -> Vec<u32> {
        self.answer(text, "", Options::LITERAL, false)
    }

    /// The first hits under a filter, and the counts of all facets.
    pub fn facets(&self, filter: &str) -> Vec<u32> {
        self.answer("", filter, Options::LITERAL, true)
    }

    /// Both.
    pub fn search_facets(&self, text: &str, filter: &str) -> Vec<u32> {
        self.answer(text, filter, Options::LITERAL, true)
    }

    /// The best hits for a query in which a word may be spelled nearly right.
    pub fn fuzzy(&self, text: &str) -> Vec<u32> {
        self.answer(text, "", Options { near: true, ..Options::LITERAL }, false)
    }

    /// The total under a filter, and the most frequent keywords: pairs of a value and its count.
    pub fn cloud(&self, filter: &str) -> Vec<u32> {
        let Some(engine) = &self.engine else { return Vec::new() };
        let set = filter_of(filter).admitted(&engine.facets, &ResourceSet::all(engine.index.n_resources()));
        let mut answer = vec![number(set.len())];
        let counts = engine.facet("keyword").map(|facet| tally(facet, &set).values).unwrap_or_default();
        answer.extend(most_frequent(&counts, MOST_TAGS).into_iter().flat_map(|(value, count)| [value, count]));
        answer
    }

    /// The index as bytes.
    pub fn save(&self) -> Vec<u8> {
        self.engine.as_ref().map(|engine| engine.snapshot(Fingerprint::of(&[]))).unwrap_or_default()
    }

    /// Takes a saved index for engine, without records; whether it was one.
    pub fn load(&mut self, bytes: Vec<u8>) -> bool {
        self.engine = Prebuilt::read(bytes).and_then(|saved| saved.into_engine_without_records(Head::default()));
        self.engine.is_some()
    }

    fn answer(&self, text: &str, filter: &str, options: Options, counted: bool) -> Vec<u32> {
        let Some(engine) = &self.engine else { return Vec::new() };
        let (query, filter) = (parse(text, &|_| false), filter_of(filter));
        let hits: Hits<'_> = engine.index.hits(&query, options, engine);
        let set = filter.admitted(&engine.facets, &hits.set);
        let mut answer = vec![number(set.len())];
        let best = hits_of(engine, &hits, &query, &set);
        answer.push(number(best.len()));
        answer.extend(best);
        if counted {
            let shown: Vec<&Facet> = COUNTED.iter().filter_map(|key| engine.facet(key)).collect();
            counts_of(&shown, &engine.facets, &filter, &hits.set, &set)
                .iter()
                .for_each(|counts| answer.extend(&counts.values));
        }
        answer
    }
}

/// The best hits of a query; the first resources of the catalog without one.
fn hits_of(engine: &Engine, hits: &Hits<'_>, query: &Query, set: &ResourceSet) -> Vec<u32> {
    if query.is_empty() {
        return set.iter().take(MOST_HITS).collect();
    }
    top_results(engine, hits, query, set, Sort::Relevance, MOST_HITS)
}

fn filter_of(text: &str) -> Filter {
    let mut filter = Filter::default();
    text.lines().filter_map(|line| line.split_once('\t')).for_each(|(key, value)| filter.choose(key, value));
    filter
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
