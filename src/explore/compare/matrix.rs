//! What compared resources have in common: value by value, which of them have it.

use super::attributes::{Attribute, Entry};
use super::resources::{Comparison, Row};
use crate::catalog::sort_by;

/// The facets whose values are lined up against each other, in the order of the rows.
const LINED_UP: [&str; 4] = ["theme", "audience", "level", "place"];
/// The facets that are named in a sentence on what resources have in common.
const NAMED: [&str; 6] = ["theme", "audience", "level", "place", "type", "access"];

/// A value that two or more of the compared resources have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedValue {
    /// Its attribute.
    pub attribute: Attribute,
    /// The value.
    pub entry: Entry,
    /// By resource, whether it has the value.
    pub has: Vec<bool>,
    /// Whether all resources state a value of the attribute.
    pub complete: bool,
}

/// The values of one attribute that a single resource has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnValues {
    /// Their attribute.
    pub attribute: Attribute,
    /// By resource, the values that no other one has.
    pub cells: Vec<Vec<Entry>>,
    /// Whether all resources state a value of the attribute.
    pub complete: bool,
}

/// A comparison with the values of themes, audiences, levels and places lined up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Values of two or more resources, attribute by attribute, those of the most resources first.
    pub shared: Vec<SharedValue>,
    /// What is left of those attributes; none that has nothing left.
    pub own: Vec<OwnValues>,
    /// The rows of all other attributes.
    pub rows: Vec<Row>,
}

/// Returns a comparison with the values of its first attributes lined up.
pub fn matrix(comparison: &Comparison) -> Matrix {
    let (lined_up, rows): (Vec<&Row>, Vec<&Row>) =
        comparison.rows.iter().partition(|row| LINED_UP.contains(&row.attribute.word()));
    let (mut shared, mut own) = (Vec::new(), Vec::new());
    for row in LINED_UP.iter().filter_map(|word| lined_up.iter().find(|row| row.attribute.word() == *word)) {
        shared.extend(shared_values(row));
        let cells = (0..row.cells.len()).map(|at| own_values(row, at)).collect::<Vec<_>>();
        if cells.iter().any(|cell| !cell.is_empty()) {
            own.push(OwnValues { attribute: row.attribute.clone(), cells, complete: row.complete });
        }
    }
    Matrix { shared, own, rows: rows.into_iter().cloned().collect() }
}

/// Returns what all of the compared resources have in common, and what two or more have but not all; stated values alone.
pub fn in_common(comparison: &Comparison) -> [Vec<Entry>; 2] {
    let mut common = [Vec::new(), Vec::new()];
    for row in NAMED.iter().filter_map(|word| comparison.rows.iter().find(|row| row.attribute.word() == *word)) {
        for value in shared_values(row) {
            common[usize::from(value.has.contains(&false))].push(value.entry);
        }
    }
    common
}

/// The stated values of an attribute that two or more resources have: those of the most first, of equally many as the first
/// resource states them.
fn shared_values(row: &Row) -> Vec<SharedValue> {
    let mut values: Vec<SharedValue> = Vec::new();
    for (entry, _) in row.cells.iter().flatten().filter(|(entry, _)| entry.is_stated()) {
        let has = having(row, entry);
        let is_new = values.iter().all(|value| !value.entry.is_same(entry));
        if is_new && has.iter().filter(|has| **has).count() > 1 {
            let (attribute, entry) = (row.attribute.clone(), entry.clone());
            values.push(SharedValue { attribute, entry, has, complete: row.complete });
        }
    }
    let n_without = |value: &SharedValue| value.has.iter().filter(|has| !**has).count();
    sort_by(&mut values, |a, b| n_without(a).cmp(&n_without(b)));
    values
}

fn own_values(row: &Row, at: usize) -> Vec<Entry> {
    let is_own = |entry: &&Entry| having(row, entry).iter().filter(|has| **has).count() < 2 || !entry.is_stated();
    row.cells[at].iter().map(|(entry, _)| entry).filter(is_own).cloned().collect()
}

fn having(row: &Row, entry: &Entry) -> Vec<bool> {
    row.cells.iter().map(|cell| cell.iter().any(|(other, _)| other.is_same(entry))).collect()
}
