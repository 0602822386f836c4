//! The engine measured natively, on generated catalogs of 1,000 and 10,000 resources: `cargo bench`, or `make bench` with the
//! comparison in a browser. 100,000 are measured there, and on the page itself (`#/bench`).

#![allow(missing_docs, reason = "what divan makes of the functions has no documentation")]

use competency_explorer::catalog::{Catalog, Head};
use competency_explorer::explore::{Engine, State, Task, sample};
use divan::Bencher;

const SIZES: [u32; 2] = [1000, 10_000];

/// How many states one measurement goes through.
const N_STATES: usize = 50;

fn main() {
    divan::main();
}

fn catalog(n: u32) -> Catalog {
    Catalog { head: Head::default(), resources: (0..n).map(sample).collect() }
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn build(bencher: Bencher<'_, '_>, n: u32) {
    bencher.with_inputs(|| catalog(n)).bench_values(Engine::new);
}

fn measure(bencher: Bencher<'_, '_>, n: u32, task: Task) {
    let engine = Engine::new(catalog(n));
    let states: Vec<State> = task.states(&engine, N_STATES);
    bencher
        .counter(divan::counter::ItemsCount::new(states.len()))
        .bench(|| states.iter().map(|state| task.run(&engine, state)).sum::<usize>());
}

#[divan::bench(args = SIZES)]
fn search(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Keystroke);
}

#[divan::bench(args = SIZES)]
fn counts(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Facets);
}

#[divan::bench(args = SIZES)]
fn text_and_counts(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::TextAndFacets);
}

#[divan::bench(args = SIZES)]
fn cloud(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Cloud);
}

#[divan::bench(args = SIZES)]
fn typo(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Typo);
}

#[divan::bench(args = SIZES)]
fn map(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Map);
}

#[divan::bench(args = SIZES)]
fn time(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Timeline);
}

#[divan::bench(args = SIZES)]
fn sets(bencher: Bencher<'_, '_>, n: u32) {
    measure(bencher, n, Task::Sets);
}
