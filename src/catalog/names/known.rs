//! The names that a catalog itself knows to be no person's.

use crate::catalog::hash::HashSet;
use crate::catalog::model::Head;
use crate::catalog::model::List;
use crate::catalog::store::Store;
use crate::limits::work;
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

/// The labels of the terms of a vocabulary, with small ASCII letters: no name of a person is one of them.
pub fn known_labels(head: &Head) -> HashSet<String> {
    let words = &head.vocabulary;
    let terms = [&words.themes, &words.types, &words.audiences, &words.levels, &words.access];
    terms.into_iter().flatten().map(|term| term.label.to_ascii_lowercase()).collect()
}

/// Whether a name is the label of a term of the vocabulary, whatever the case of its letters. Looks at all of them: see [`known_labels`].
pub fn is_label(name: &str, head: &Head) -> bool {
    let words = &head.vocabulary;
    let terms = [&words.themes, &words.types, &words.audiences, &words.levels, &words.access];
    let mut labels = terms.into_iter().flatten().inspect(|_| work::count(1));
    labels.any(|term| term.label.eq_ignore_ascii_case(name))
}
