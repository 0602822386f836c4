//! The names that a catalog itself knows to be no person's.

use crate::catalog::hash::HashSet;
use crate::catalog::model::Head;
use crate::catalog::model::List;
use crate::catalog::store::Store;
use crate::text::fold;

/// The publishers and places of all records and the authors that are stated to be organizations, folded.
pub fn known_bodies(store: &Store) -> HashSet<String> {
    let mut is_met = vec![false; store.n_strings()];
    let mut bodies = HashSet::default();
    for idx in (0..).take(store.len()) {
        for list in [List::Publishers, List::Places] {
            for number in store.list(idx, list) {
                if !std::mem::replace(&mut is_met[number as usize], true) {
                    bodies.insert(fold(store.string(number)));
                }
            }
        }
        bodies.extend(store.stated_organizations(idx).iter().map(|name| fold(name)));
    }
    bodies
}

/// Whether a name is the label of a term of the vocabulary, whatever the case of its letters.
pub fn is_label(name: &str, head: &Head) -> bool {
    let words = &head.vocabulary;
    let terms = [&words.themes, &words.types, &words.audiences, &words.levels, &words.access];
    terms.into_iter().flatten().any(|term| term.label.eq_ignore_ascii_case(name))
}
