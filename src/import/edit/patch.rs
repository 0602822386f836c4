//! Single reversible changes of a catalog: what undo and redo apply.

use serde_json::Value;

use crate::import::raw_catalog::{Object, RawCatalog};

/// Which object a change is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// What stands beside the records.
    Head,
    /// A record, by its position.
    Record(usize),
}

/// A change. Applying it gives the change that takes it back.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Patch {
    /// Sets a key, or removes it where there is no value. A key that is not there yet gets its old place among the others, so that
    /// undo gives back the very file.
    Key { target: Target, key: String, at: usize, value: Option<Value> },
    /// Inserts a record.
    Insert { at: usize, record: Object },
    /// Removes a record.
    Remove { at: usize },
}

impl Patch {
    /// The change that sets a key, behind all others where it is new; null removes it.
    pub(super) fn set(target: Target, key: &str, value: Value) -> Self {
        let value = Some(value).filter(|value| !value.is_null());
        Self::Key { target, key: key.to_owned(), at: usize::MAX, value }
    }

    /// Applies the change; what takes it back, or `None` where there is no such record, and nothing happened.
    pub(super) fn apply(self, catalog: &mut RawCatalog) -> Option<Self> {
        match self {
            Self::Key { target, key, at, value } => {
                let object = match target {
                    Target::Head => &mut catalog.head,
                    Target::Record(record) => catalog.resources.get_mut(record)?,
                };
                let known = object.keys().position(|other| *other == key);
                let old = match value {
                    Some(value) if known.is_some() => object.insert(key.clone(), value),
                    Some(value) => object.shift_insert(at.min(object.len()), key.clone(), value),
                    None => object.shift_remove(&key),
                };
                Some(Self::Key { target, key, at: known.unwrap_or(at), value: old })
            }
            Self::Insert { at, record } => {
                let at = at.min(catalog.resources.len());
                catalog.resources.insert(at, record);
                Some(Self::Remove { at })
            }
            Self::Remove { at } => {
                if at >= catalog.resources.len() {
                    return None;
                }
                Some(Self::Insert { at, record: catalog.resources.remove(at) })
            }
        }
    }
}

/// Applies changes one after the other; what takes them back, in the order in which it is to be applied.
pub(super) fn apply_all(patches: Vec<Patch>, catalog: &mut RawCatalog) -> Vec<Patch> {
    let mut back: Vec<Patch> = patches.into_iter().filter_map(|patch| patch.apply(catalog)).collect();
    back.reverse();
    back
}

/// The change that gives a key another value; none where it has it.
pub(super) fn changed(catalog: &RawCatalog, target: Target, key: &str, value: Value) -> Vec<Patch> {
    let object = match target {
        Target::Head => Some(&catalog.head),
        Target::Record(record) => catalog.resources.get(record),
    };
    let old = object.and_then(|object| object.get(key));
    if old == Some(&value) || old.is_none() && value.is_null() {
        Vec::new()
    } else {
        vec![Patch::set(target, key, value)]
    }
}
