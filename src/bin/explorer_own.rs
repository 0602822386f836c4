//! The entry point of the page on which a catalog is made: everything else is in `competency_explorer::own`.
use competency_explorer::own::{open_own, read};

fn main() {
    // What is exported must be linked. The script beside the module calls it, in the page and in its worker.
    std::hint::black_box((open_own as fn(_), read as fn(_, _, &str) -> _));
}
