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

/// What readers do where a facet has more values than there are resources: 10,000 with 15,000 keywords, as packages of software are.
mod many_keywords {
    use competency_explorer::catalog::{Catalog, Head};
    use competency_explorer::explore::{
        Condition, Engine, MAX_COMPARED, State, as_sets, cloud, compare, compare_sets, compare_with_alternative,
        constellation, explore, parse_query, sample, text_hits,
    };
    use divan::Bencher;

    /// How wide a cloud is drawn, in pixels.
    const WIDTH: i32 = 900;

    fn engine() -> Engine {
        let resource = |at: u32| {
            let mut resource = sample(at);
            resource.keywords.extend([1, 2].map(|n| format!("keyword {}", (n * at * 7919) % 15_000)));
            resource
        };
        Engine::new(Catalog { head: Head::default(), resources: (0..10_000).map(resource).collect() })
    }

    /// The most frequent keyword and another one of a resource that has it, as a state each and both.
    fn states(engine: &Engine) -> (State, State, State) {
        let facet = engine.facet("keyword");
        let of = |at: u32| facet.map_or(&[][..], |facet| facet.values_of(at));
        let ids: Vec<&str> = (0..10_000)
            .find(|at| of(*at).len() > 4)
            .map_or(&[][..], of)
            .iter()
            .take(2)
            .filter_map(|at| Some(facet?.values.get(*at as usize)?.id.as_str()))
            .collect();
        let chosen = |ids: &[&str]| {
            let mut state = State::default();
            for id in ids {
                state.filter.choose("keyword", id);
            }
            state
        };
        assert_eq!(ids.len(), 2, "a resource has several keywords");
        (chosen(&ids[..1]), chosen(&ids[1..]), chosen(&ids))
    }

    #[divan::bench(sample_count = 10)]
    fn a_second_keyword_with_sets_open(bencher: Bencher<'_, '_>) {
        let engine = engine();
        let (first, second, both) = states(&engine);
        let sets = as_sets(&first, &first, &second).look.sets;
        bencher.bench(|| (explore(&engine, &both), compare_sets(&engine, &sets)));
    }

    #[divan::bench(sample_count = 10)]
    fn a_second_keyword_with_resources_open(bencher: Bencher<'_, '_>) {
        let engine = engine();
        let (_, _, both) = states(&engine);
        let ids: Vec<String> = (0..10_000).take(MAX_COMPARED).map(|at| engine.store.id(at).to_owned()).collect();
        bencher.bench(|| (explore(&engine, &both), compare(&engine, &ids)));
    }

    #[divan::bench(sample_count = 10)]
    fn compare_with_another_keyword(bencher: Bencher<'_, '_>) {
        let engine = engine();
        let (first, ..) = states(&engine);
        let id = first.filter.of("keyword").and_then(|choice| choice.any.first().cloned()).unwrap_or_default();
        let condition = Condition::Value("keyword".to_owned(), id);
        bencher.bench(|| compare_sets(&engine, &compare_with_alternative(&engine, &first, &condition).look.sets));
    }

    #[divan::bench(sample_count = 10)]
    fn the_first_cloud(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(engine).bench_values(|engine| {
            let mut state = State::default();
            "keyword".clone_into(&mut state.look.cloud.of);
            let query = parse_query(&engine, "");
            let found = cloud(&engine, &state, &query, &text_hits(&engine, &query, false).set);
            constellation(&engine, &found, WIDTH)
        });
    }
}
