//! What exports know besides the record at hand: the head of its catalog, and what the records of the catalog say together.

use std::sync::OnceLock;

use super::title::{Evidence, TextKind, kind_of_title};
use crate::catalog::{HashSet, Head, List, Store, is_label, known_bodies};
use crate::text::fold;

/// What the records of a catalog say together, gathered when it is first wanted and once.
#[derive(Debug)]
pub struct Known<'a> {
    store: &'a Store,
    bodies: OnceLock<HashSet<String>>,
    evidence: OnceLock<Evidence>,
}

/// Above so many bytes of records not all of them are read for the evidence on words, but some at equal distances.
const MOST_READ: usize = 6 << 20;

impl<'a> Known<'a> {
    /// The knowledge of a catalog's records; nothing is read yet.
    pub fn new(store: &'a Store) -> Self {
        Self { store, bodies: OnceLock::new(), evidence: OnceLock::new() }
    }

    /// Whether any record has this publisher or place, or states that an author of this name is an organization, whatever the case and
    /// the accents.
    pub fn is_known_body(&self, name: &str) -> bool {
        self.bodies.get_or_init(|| known_bodies(self.store)).contains(&fold(name))
    }

    /// How the records write their words.
    pub(super) fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| evidence(self.store))
    }
}

/// What the records show of their words: summaries are sentences, titles sentences or headlines, authors, publishers and places
/// names, as are keywords with a capital where most keywords have none.
fn evidence(store: &Store) -> Evidence {
    let mut evidence = Evidence::default();
    let mut is_met = vec![false; store.n_strings()];
    let mut keywords = Vec::new();
    for idx in (0..).take(store.len()).step_by(1 + store.bytes() / MOST_READ) {
        evidence.read(store.summary(idx), TextKind::Prose);
        evidence.read(store.title(idx), kind_of_title(store.title(idx)));
        for list in [List::Authors, List::Publishers, List::Places, List::Keywords] {
            for number in store.list(idx, list) {
                if std::mem::replace(&mut is_met[number as usize], true) {
                    continue;
                }
                match store.string(number) {
                    keyword if list == List::Keywords => keywords.push(keyword),
                    name => evidence.read(name, TextKind::Name),
                }
            }
        }
    }
    let large = || keywords.iter().filter(|keyword| keyword.starts_with(char::is_uppercase));
    if large().count() * 2 < keywords.len() {
        large().for_each(|keyword| evidence.read(keyword, TextKind::Name));
    }
    evidence.finish()
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

    /// How the records of the catalog write their words, where they are at hand.
    pub(super) fn evidence(&self) -> Option<&'a Evidence> {
        self.known.map(Known::evidence)
    }

    /// Whether the catalog knows a name to be no person's: a publisher, a place, a term of its vocabulary.
    pub fn is_known_body(&self, name: &str) -> bool {
        is_label(name, self.head) || self.known.is_some_and(|known| known.is_known_body(name))
    }
}

impl<'a> From<&'a Head> for Context<'a> {
    /// The context of a record whose catalog is not at hand.
    fn from(head: &'a Head) -> Self {
        Self { head, known: None }
    }
}
