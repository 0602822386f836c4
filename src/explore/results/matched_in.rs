//! In which parts of a resource the words of a query stand.

use crate::catalog::ResourceIdx;
use crate::explore::engine::Engine;
use crate::search::{TextField, Texts};
use crate::text::{Mark, highlight};

/// The parts of a resource that hold what is marked, in the order of their weight. It reads the texts of the one resource:
/// meant for those that are shown.
pub fn matched_in(engine: &Engine, idx: ResourceIdx, marks: &[Mark]) -> Vec<TextField> {
    let mut found = Vec::new();
    if !marks.is_empty() {
        engine.texts(idx, &mut |field, text| {
            if !found.contains(&field) && !highlight(text, marks).is_empty() {
                found.push(field);
            }
        });
    }
    TextField::ALL.into_iter().filter(|field| found.contains(field)).collect()
}
