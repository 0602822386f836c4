//! The entry point of the page on which a catalog is made: everything else is in `competency_explorer::own`.
use competency_explorer::own::{
    add_bytes, ask, begin_file, begin_reading, decided, drop_files, end_reading, open_own, read_on, save,
};

fn main() {
    // What is exported must be linked. The script beside the module calls it, in the page and in its worker.
    std::hint::black_box((
        (open_own as fn(_), drop_files as fn(), begin_file as fn(&str, _), add_bytes as fn(&[u8])),
        (begin_reading as fn(&str) -> _, read_on as fn() -> _, end_reading as fn()),
        (ask as fn(&str) -> _, decided as fn() -> _, save as fn(&str, _, _, _, _, _, _, _) -> _),
    ));
}
