//! The gap map: two facets crossed, with the number of resources that have both values, and where these are clearly fewer than
//! both values let expect.
//!
//! A theme stands for all below it too, as in the facets; a resource counts in every cell whose two values it has.

use std::sync::Arc;

use super::axis::{Axis, LineOrder, ShownLine};
use super::statistics::Contrast;
use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::facet::{Facet, Kind, ValueIdx, most_frequent, tally, within};
use crate::limits::{MAP_CELLS_DRAWN, MAP_COLUMNS, MAP_ROWS};

/// How many values of a facet are rows, and how many columns, at most; of names fewer are ([`MAP_ROWS`], [`MAP_COLUMNS`]), since they
/// have no other order than that of their counts in which some of them could be left out.
pub const MOST_ROWS: usize = crate::limits::MAP_VALUE_ROWS;
/// See [`MOST_ROWS`].
pub const MOST_COLUMNS: usize = crate::limits::MAP_VALUE_COLUMNS;
/// How many types are told apart in a cell; the others are one.
pub const MOST_KINDS: usize = 6;

/// About how many steps it takes to place one resource in its cells.
const STEPS_A_RESOURCE: usize = 16;

/// Two facets crossed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GapMap {
    /// One facet.
    pub rows: Axis,
    /// The other one.
    pub columns: Axis,
    /// The most frequent types, at most [`MOST_KINDS`]; none where they are not told apart.
    pub kinds: Vec<ValueIdx>,
    /// How many resources are crossed.
    pub total: usize,
    /// By row, then column, then kind: the last kind is all others.
    cells: Vec<u32>,
}

/// The map of a set of resources, with the facets of these keys; where there is no such facet, the usual one (themes, audiences),
/// or else the first that resources have. `by_kind` tells the types apart in each cell. `None` for a catalog whose resources have
/// no values at all.
pub fn gap_map(engine: &Engine, rows: &str, columns: &str, set: &ResourceSet, by_kind: bool) -> Option<GapMap> {
    let [rows, columns] = crossed(engine, rows, columns)?;
    let axis = |facet: usize, names: usize, others: usize| {
        let most = if engine.facets[facet].definition.kind == Kind::Terms { names } else { others };
        Axis::new(engine, facet, &tally(&engine.facets[facet], set), most)
    };
    let (rows, columns) = (axis(rows, MAP_ROWS, MOST_ROWS), axis(columns, MAP_COLUMNS, MOST_COLUMNS));
    let types = engine.facet("type").filter(|_| by_kind);
    let kinds = types.map_or_else(Vec::new, |types| most_frequent(&tally(types, set).values, MOST_KINDS));
    let kinds: Vec<ValueIdx> = kinds.into_iter().map(|(value, _)| value).collect();
    // The values of each resource, or sets of 64 resources a step, of each two values.
    let by_value = rows.lines.len() * (columns.lines.len() + 2) * engine.len() / 64;
    let cells = if kinds.is_empty() && by_value < set.len() * STEPS_A_RESOURCE {
        meet(engine, &rows, &columns, set)
    } else {
        cross(engine, &rows, &columns, &kinds, set)
    };
    Some(GapMap { rows, columns, kinds, total: set.len(), cells })
}

/// The counts of each two values, from the sets of resources that have them.
fn meet(engine: &Engine, rows: &Axis, columns: &Axis, set: &ResourceSet) -> Vec<u32> {
    let sets = |axis: &Axis| {
        let facet = &engine.facets[axis.facet];
        axis.lines.iter().map(|line| within(facet, line.value, set)).collect::<Vec<ResourceSet>>()
    };
    let columns = sets(columns);
    let mut cells = Vec::new();
    for row in sets(rows) {
        cells.extend(columns.iter().map(|column| u32::try_from(row.n_shared(column)).unwrap_or(u32::MAX)));
    }
    cells
}

/// The positions of the two facets that are crossed, rows first; see [`gap_map`].
pub fn crossed(engine: &Engine, rows: &str, columns: &str) -> Option<[usize; 2]> {
    Some([crossed_one(engine, rows, "theme")?, crossed_one(engine, columns, "audience")?])
}

fn crossed_one(engine: &Engine, key: &str, usual: &str) -> Option<usize> {
    let used =
        |wanted: &dyn Fn(&Facet) -> bool| engine.facets.iter().position(|facet| facet.is_used() && wanted(facet));
    let named = |key: &str| used(&|facet| facet.definition.key == key);
    named(key).or_else(|| named(usual)).or_else(|| used(&|_| true))
}

/// The places of the values of each resource along one direction.
struct Side<'a> {
    facet: &'a Facet,
    places: Vec<Option<usize>>,
    not_stated: Option<usize>,
}

impl<'a> Side<'a> {
    fn new(engine: &'a Engine, axis: &Axis) -> Self {
        let facet = &engine.facets[axis.facet];
        Self { facet, places: axis.places(facet), not_stated: axis.not_stated() }
    }

    fn put(&self, resource: ResourceIdx, places: &mut Vec<usize>) {
        places.clear();
        let values = self.facet.values_of(resource);
        places.extend(values.iter().filter_map(|value| self.places[*value as usize]));
        if values.is_empty() {
            places.extend(self.not_stated);
        }
    }
}

/// Counts in one pass over the resources.
fn cross(engine: &Engine, rows: &Axis, columns: &Axis, kinds: &[ValueIdx], set: &ResourceSet) -> Vec<u32> {
    let (n_columns, n_kinds) = (columns.lines.len(), kinds.len() + 1);
    let mut cells = vec![0; rows.lines.len() * n_columns * n_kinds];
    let (rows, columns) = (Side::new(engine, rows), Side::new(engine, columns));
    let types = engine.facet("type");
    let mut kind_of = vec![kinds.len(); types.map_or(0, |types| types.values.len())];
    kinds.iter().enumerate().for_each(|(at, value)| kind_of[*value as usize] = at);
    let (mut in_rows, mut in_columns) = (Vec::new(), Vec::new());
    for resource in set.iter() {
        rows.put(resource, &mut in_rows);
        columns.put(resource, &mut in_columns);
        let kind = types.and_then(|types| types.values_of(resource).first());
        let kind = kind.map_or(kinds.len(), |value| kind_of[*value as usize]);
        for row in &in_rows {
            for column in &in_columns {
                cells[(row * n_columns + column) * n_kinds + kind] += 1;
            }
        }
    }
    cells
}

impl GapMap {
    /// How many resources of each kind have both values; the last kind is all others.
    pub fn kinds_at(&self, row: usize, column: usize) -> &[u32] {
        let n_kinds = self.kinds.len() + 1;
        let at = (row * self.columns.lines.len() + column) * n_kinds;
        self.cells.get(at..at + n_kinds).unwrap_or_default()
    }

    /// How many resources have both values.
    pub fn count(&self, row: usize, column: usize) -> u32 {
        self.kinds_at(row, column).iter().sum()
    }

    /// How many resources of a row have the value of a column, against all others.
    pub fn contrast(&self, row: usize, column: usize) -> Contrast {
        let count = |axis: &Axis, at: usize| axis.lines.get(at).map_or(0, |line| line.count);
        let total = u32::try_from(self.total).unwrap_or(u32::MAX);
        Contrast::of_part(self.count(row, column), count(&self.rows, row), count(&self.columns, column), total)
    }

    /// Whether both lines are values, and not what is not stated.
    fn has_values(&self, row: usize, column: usize) -> bool {
        let has_value = |axis: &Axis, at: usize| axis.lines.get(at).is_some_and(|line| line.value.is_some());
        has_value(&self.rows, row) && has_value(&self.columns, column)
    }

    /// Whether both are values and [clearly](Contrast::is_clear) fewer resources have both than are expected.
    pub fn is_fewer(&self, row: usize, column: usize) -> bool {
        let contrast = self.contrast(row, column);
        self.has_values(row, column) && !contrast.is_more() && contrast.is_clear()
    }

    /// Whether both are values, and that resources have both is a [gap](Contrast::is_gap).
    pub fn is_gap(&self, row: usize, column: usize) -> bool {
        self.has_values(row, column) && self.contrast(row, column).is_gap()
    }

    /// The largest count of one kind in a cell; 1 at least.
    pub fn most_of_a_kind(&self) -> u32 {
        self.cells.iter().copied().max().unwrap_or(0).max(1)
    }

    /// The largest count of a cell; 1 at least.
    pub fn most(&self) -> u32 {
        let cells = self.cells.chunks_exact(self.kinds.len() + 1);
        cells.map(|kinds| kinds.iter().sum()).max().unwrap_or(0).max(1)
    }
}

/// A map with the lines of it that are in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownMap {
    /// The map.
    pub map: Arc<GapMap>,
    /// Its rows, in the order in which they are shown.
    pub rows: Vec<ShownLine>,
    /// Its columns.
    pub columns: Vec<ShownLine>,
    /// How many rows follow, for which there is no room: see [`MAP_CELLS_DRAWN`].
    pub n_more_rows: usize,
}

impl ShownMap {
    /// Returns the map with its lines in an order each, rows first; lines below others are in sight where these are `open`.
    pub fn new(engine: &Engine, map: Arc<GapMap>, orders: [LineOrder; 2], open: [&[ValueIdx]; 2]) -> Self {
        let mut rows = map.rows.shown(engine, orders[0], open[0]);
        let columns = map.columns.shown(engine, orders[1], open[1]);
        let n_rows = rows.len();
        rows.truncate(MAP_CELLS_DRAWN / columns.len().max(1));
        Self { map, n_more_rows: n_rows - rows.len(), rows, columns }
    }

    /// Returns the cells in sight that are gaps, by row: the positions of a row and of its columns among the lines.
    pub fn gaps(&self) -> Vec<(usize, Vec<usize>)> {
        let of = |row: usize| {
            let columns = self.columns.iter().map(|column| column.line);
            columns.filter(|column| self.map.is_gap(row, *column)).collect::<Vec<_>>()
        };
        let rows = self.rows.iter().map(|row| (row.line, of(row.line)));
        rows.filter(|(_, columns)| !columns.is_empty()).collect()
    }

    /// Returns the clearest of the gaps in sight, at most so many, each of another row and another column: the positions of both among
    /// the lines. The first page and the sentences above the map name these.
    pub fn clearest_gaps(&self, most: usize) -> Vec<(usize, usize)> {
        let gaps = self.gaps().into_iter();
        let found: Vec<(usize, usize)> =
            gaps.flat_map(|(row, columns)| columns.into_iter().map(move |column| (row, column))).collect();
        let surprise: Vec<f64> =
            found.iter().map(|(row, column)| self.map.contrast(*row, *column).log_likelihood()).collect();
        let order = sorted_positions(found.len(), &mut |a, b| {
            surprise[b as usize].total_cmp(&surprise[a as usize]).then(a.cmp(&b))
        });
        let mut clearest: Vec<(usize, usize)> = Vec::new();
        for cell in order.into_iter().map(|at| found[at as usize]) {
            if clearest.len() < most && clearest.iter().all(|(row, column)| *row != cell.0 && *column != cell.1) {
                clearest.push(cell);
            }
        }
        clearest
    }

    /// Returns how many cells in sight cross two values.
    pub fn n_cells(&self) -> usize {
        let stated = |axis: &Axis, shown: &[ShownLine]| {
            shown.iter().filter(|shown| axis.lines[shown.line].value.is_some()).count()
        };
        stated(&self.map.rows, &self.rows) * stated(&self.map.columns, &self.columns)
    }

    /// Returns the values of the rows in sight that have others below them which are not.
    pub fn closed_rows(&self) -> Vec<ValueIdx> {
        let closed = self.rows.iter().filter(|row| row.is_open == Some(false));
        closed.filter_map(|row| self.map.rows.lines[row.line].value).collect()
    }
}
