//! The benchmarks' entry point: everything else is in `competency_explorer::bench`.
use competency_explorer::bench::Bench;

fn main() {
    // What is exported must be linked.
    std::hint::black_box(Bench::new as fn() -> Bench);
}
