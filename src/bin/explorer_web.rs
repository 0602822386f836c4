//! The page's entry point: everything else is in `competency_explorer::app`.
fn main() {
    competency_explorer::app::start();
}
