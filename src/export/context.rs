//! What exports know besides the record at hand: the head of its catalog, and what the records of the catalog say together.

use std::sync::OnceLock;

use crate::catalog::{HashSet, Head, List, Store};
use crate::text::fold;

/// What the records of a catalog say together, gathered when it is first wanted and once.
#[derive(Debug)]
pub struct Known<'a> {
    store: &'a Store,
    publishers: OnceLock<HashSet<String>>,
}

impl<'a> Known<'a> {
    /// The knowledge of a catalog's records; nothing is read yet.
    pub fn new(store: &'a Store) -> Self {
        Self { store, publishers: OnceLock::new() }
    }

    /// Whether any record has this publisher, whatever the case and the accents.
    pub fn is_publisher(&self, name: &str) -> bool {
        self.publishers.get_or_init(|| publishers(self.store)).contains(&fold(name))
    }
}

/// The publishers of all records, folded.
fn publishers(store: &Store) -> HashSet<String> {
    let mut is_met = vec![false; store.n_strings()];
    let mut publishers = HashSet::default();
    for idx in (0..).take(store.len()) {
        for publisher in store.list(idx, List::Publishers) {
            if !std::mem::replace(&mut is_met[publisher as usize], true) {
                publishers.insert(fold(store.string(publisher)));
            }
        }
    }
    publishers
}

/// The catalog that a resource is exported from: its head, and what is known of its records where they are at hand.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What stands beside the resources.
    pub head: &'a Head,
    known: Option<&'a Known<'a>>,
}

impl<'a> Context<'a> {
    /// The context of a whole catalog.
    pub fn new(head: &'a Head, known: &'a Known<'a>) -> Self {
        Self { head, known: Some(known) }
    }

    /// Whether any record of the catalog has this publisher.
    pub fn is_publisher(&self, name: &str) -> bool {
        self.known.is_some_and(|known| known.is_publisher(name))
    }
}

impl<'a> From<&'a Head> for Context<'a> {
    /// The context of a record whose catalog is not at hand.
    fn from(head: &'a Head) -> Self {
        Self { head, known: None }
    }
}
