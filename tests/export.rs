//! tmp
use competency_explorer::catalog::read;
use competency_explorer::export::citation::{Style, cite};
#[test]
fn dump() {
    let (c, _) = read(&std::fs::read("public/catalog.json").unwrap()).unwrap();
    for s in Style::ALL {
        for r in &c.resources {
            println!("{} {}", s.name(), cite(s, r, &c.head, None).plain());
        }
    }
}
