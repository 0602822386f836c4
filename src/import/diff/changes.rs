//! The changes that make one catalog of another, and making them.

use serde::Serialize;
use serde_json::Value;

use super::pairs::{Pair, pair_up};
use crate::catalog::HashMap;
use crate::import::raw_catalog::{Object, RawCatalog};

/// What differs between two catalogs.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Diff {
    /// The changes: of the head, of the records that are in both, then records that are removed or added, then the order.
    pub changes: Vec<Change>,
    /// The records that are in both, in the order of the second catalog.
    pub pairs: Vec<Pair>,
}

/// One change. A value that is `None` stands for a key that is not there.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// A member of the head has another value.
    Head {
        /// The key.
        key: String,
        /// The value in the first catalog.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Value>,
        /// The value in the second catalog.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<Value>,
    },
    /// A key of a record has another value.
    Field {
        /// Position of the record in the first catalog.
        record: usize,
        /// The key.
        key: String,
        /// The value in the first catalog.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Value>,
        /// The value in the second catalog.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<Value>,
    },
    /// A record is in the first catalog alone.
    Removed {
        /// Position in the first catalog.
        record: usize,
    },
    /// A record is in the second catalog alone.
    Added {
        /// Position in the second catalog.
        at: usize,
        /// The record.
        record: Object,
    },
    /// The records that are in both stand in another order.
    Order {
        /// Their positions in the first catalog, in the order of the second.
        records: Vec<usize>,
    },
}

/// What differs between two catalogs; no change where they are equal. Records with one id are the same resource; of the others those
/// are that have an identifier, an address or a title in common.
#[must_use]
pub fn diff(before: &RawCatalog, after: &RawCatalog) -> Diff {
    let pairs = pair_up(&before.resources, &after.resources, &|_, _| true);
    let mut changes = Vec::new();
    for (key, before, after) in differences(&before.head, &after.head) {
        changes.push(Change::Head { key, before, after });
    }
    for pair in &pairs {
        for (key, before, after) in differences(&before.resources[pair.before], &after.resources[pair.after]) {
            changes.push(Change::Field { record: pair.before, key, before, after });
        }
    }
    let (mut is_kept, mut is_old) = (vec![false; before.resources.len()], vec![false; after.resources.len()]);
    for pair in &pairs {
        (is_kept[pair.before], is_old[pair.after]) = (true, true);
    }
    changes.extend((0..is_kept.len()).filter(|at| !is_kept[*at]).map(|record| Change::Removed { record }));
    let added = (0..is_old.len()).filter(|at| !is_old[*at]);
    changes.extend(added.map(|at| Change::Added { at, record: after.resources[at].clone() }));
    let records: Vec<usize> = pairs.iter().map(|pair| pair.before).collect();
    if !records.is_sorted() {
        changes.push(Change::Order { records });
    }
    Diff { changes, pairs }
}

/// The keys whose values differ, those of the first object first.
fn differences(before: &Object, after: &Object) -> Vec<(String, Option<Value>, Option<Value>)> {
    let new = after.keys().filter(|key| !before.contains_key(*key));
    let differ = before.keys().chain(new).filter(|key| before.get(*key) != after.get(*key));
    differ.map(|key| (key.clone(), before.get(key).cloned(), after.get(key).cloned())).collect()
}

impl Diff {
    /// The first catalog with those of the changes made that `is_chosen` by their number; with all of them it is the second. A record
    /// that is added stands behind the one that it follows in the second catalog.
    #[must_use]
    pub fn apply(&self, before: &RawCatalog, is_chosen: &dyn Fn(usize) -> bool) -> RawCatalog {
        let RawCatalog { mut head, resources } = before.clone();
        let mut records: Vec<Option<Object>> = resources.into_iter().map(Some).collect();
        let mut order: Vec<usize> = (0..records.len()).collect();
        let mut added: Vec<(usize, &Object)> = Vec::new();
        for (_, change) in self.changes.iter().enumerate().filter(|(at, _)| is_chosen(*at)) {
            match change {
                Change::Head { key, after, .. } => set(&mut head, key, after.as_ref()),
                Change::Field { record, key, after, .. } => {
                    if let Some(Some(object)) = records.get_mut(*record) {
                        set(object, key, after.as_ref());
                    }
                }
                Change::Removed { record } => {
                    if let Some(record) = records.get_mut(*record) {
                        *record = None;
                    }
                }
                Change::Added { at, record } => added.push((*at, record)),
                Change::Order { records: wanted } => order = reordered(&order, wanted),
            }
        }
        RawCatalog { head, resources: self.assembled(&order, records, &added) }
    }

    /// The records in their order, each followed by those that are added behind it.
    fn assembled(&self, order: &[usize], mut records: Vec<Option<Object>>, added: &[(usize, &Object)]) -> Vec<Object> {
        // By the position of the record that they follow; `None` at the front.
        let mut behind: HashMap<Option<usize>, Vec<&Object>> = HashMap::default();
        for (at, record) in added {
            let n_before = self.pairs.partition_point(|pair| pair.after < *at);
            let anchor = n_before.checked_sub(1).map(|last| self.pairs[last].before);
            behind.entry(anchor).or_default().push(record);
        }
        let mut all: Vec<Object> = Vec::with_capacity(records.len() + added.len());
        let mut follow = |all: &mut Vec<Object>, anchor: Option<usize>| {
            all.extend(behind.remove(&anchor).into_iter().flatten().cloned());
        };
        follow(&mut all, None);
        for at in order {
            all.extend(records.get_mut(*at).and_then(Option::take));
            follow(&mut all, Some(*at));
        }
        all
    }
}

/// An order in which some positions stand as they are wanted, at the places that they have together; the others stay.
fn reordered(order: &[usize], wanted: &[usize]) -> Vec<usize> {
    let mut is_wanted = vec![false; order.len()];
    for at in wanted.iter().filter(|at| **at < order.len()) {
        is_wanted[*at] = true;
    }
    let mut next = wanted.iter().copied();
    order.iter().filter_map(|at| if is_wanted[*at] { next.next() } else { Some(*at) }).collect()
}

fn set(object: &mut Object, key: &str, value: Option<&Value>) {
    match value {
        Some(value) => drop(object.insert(key.to_owned(), value.clone())),
        None => drop(object.shift_remove(key)),
    }
}
