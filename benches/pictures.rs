//! The pictures measured natively, of generated catalogs of 1,000 to 100,000 resources: `cargo bench --bench pictures`.
//!
//! What a picture takes is told from what making it a file takes. The words of the summaries are gathered when they are first
//! wanted, and their evenness is: `first_cloud_of_words` has both.

#![allow(missing_docs, reason = "what divan makes of the functions has no documentation")]

use std::sync::Arc;

use competency_explorer::catalog::{Catalog, Head, ResourceSet};
use competency_explorer::explore::{
    Engine, LineOrder, SUMMARY, ShownMap, State, TreeLevel, cloud, co_occurrences, constellation, gap_map, leaders,
    parse_query, sample, timeline,
};
use competency_explorer::picture::{self, Frame};
use divan::Bencher;

const SIZES: [u32; 3] = [1000, 10_000, 100_000];
/// How wide a picture is, in pixels.
const WIDTH: i32 = 944;
const FRAME: Frame<'static> = Frame { title: "A picture", source: "A catalog" };

fn main() {
    divan::main();
}

fn engine(n: u32) -> (Engine, ResourceSet) {
    let engine = Engine::new(Catalog { head: Head::default(), resources: (0..n).map(sample).collect() });
    let all = ResourceSet::all(engine.len());
    (engine, all)
}

/// A state whose cloud is of some tags, by what is special or by number.
fn state(of: &str, special: bool) -> State {
    let mut state = State::default();
    of.clone_into(&mut state.look.cloud.of);
    state.look.cloud.special = special;
    state
}

fn packed_cloud(bencher: Bencher<'_, '_>, n: u32, of: &str) {
    let (engine, all) = engine(n);
    let (state, query) = (state(of, false), parse_query(&engine, ""));
    bencher.bench(|| {
        let cloud = cloud(&engine, &state, &query, &all);
        (constellation(&engine, &cloud, WIDTH), leaders(&engine, &cloud, &all))
    });
}

#[divan::bench(args = SIZES)]
fn cloud_of_themes(bencher: Bencher<'_, '_>, n: u32) {
    packed_cloud(bencher, n, "theme");
}

#[divan::bench(args = SIZES)]
fn cloud_of_words(bencher: Bencher<'_, '_>, n: u32) {
    packed_cloud(bencher, n, SUMMARY);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn first_cloud_of_words(bencher: Bencher<'_, '_>, n: u32) {
    let state = state(SUMMARY, false);
    bencher.with_inputs(|| engine(n)).bench_refs(|(engine, all)| cloud(engine, &state, &parse_query(engine, ""), all));
}

#[divan::bench(args = SIZES)]
fn connections(bencher: Bencher<'_, '_>, n: u32) {
    let (engine, all) = engine(n);
    let Some(themes) = engine.facet("theme") else { return };
    bencher.bench(|| co_occurrences(themes, &all, TreeLevel::Narrow).pairs(true).len());
}

#[divan::bench(args = SIZES)]
fn gaps(bencher: Bencher<'_, '_>, n: u32) {
    let (engine, all) = engine(n);
    bencher.bench(|| {
        gap_map(&engine, "theme", "audience", &all, false)
            .map(|map| ShownMap::new(&engine, Arc::new(map), [LineOrder::default(); 2], [&[], &[]]).clearest_gaps(3))
    });
}

#[divan::bench(args = SIZES)]
fn years(bencher: Bencher<'_, '_>, n: u32) {
    let (engine, all) = engine(n);
    let filter = State::default().filter;
    bencher.bench(|| timeline(&engine, &all, &filter, "type"));
}

#[divan::bench(args = SIZES)]
fn files(bencher: Bencher<'_, '_>, n: u32) {
    let (engine, all) = engine(n);
    let cloud = cloud(&engine, &state("theme", false), &parse_query(&engine, ""), &all);
    let line = timeline(&engine, &all, &State::default().filter, "type");
    let map = gap_map(&engine, "theme", "audience", &all, false).unwrap_or_default();
    let shown = ShownMap::new(&engine, Arc::new(map), [LineOrder::default(); 2], [&[], &[]]);
    bencher.bench(|| {
        let pictures = [
            picture::cloud(&FRAME, &engine, &cloud),
            picture::gap_map(&FRAME, &engine, &shown),
            picture::timeline(&FRAME, &engine, &line),
        ];
        pictures.map(|picture| picture.svg.len())
    });
}
