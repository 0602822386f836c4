//! Connections: which values of a facet occur together, and how much more often than chance would have it.

use crate::catalog::{ResourceSet, sort_positions};
use crate::explore::engine::Engine;
use crate::facet::{Facet, ValueIdx, most_frequent, tally};

/// How many values are paired at most.
pub const MAX_VALUES_TOGETHER: usize = 15;

/// Which values of a tree are paired: one and another above it always occur together, which says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TreeLevel {
    /// Those at the top.
    #[default]
    Broad,
    /// Those with none below them.
    Narrow,
}

/// The values of a facet that occur together in some resources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoOccurrences {
    /// The most frequent values with their counts, the most frequent first.
    pub values: Vec<(ValueIdx, u32)>,
    /// How many resources have any value of the facet.
    pub n_stated: u32,
    /// How many resources have both of two values, by their places in `values`, row by row.
    counts: Vec<u32>,
}

/// Two values that occur together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Place of the one in [`CoOccurrences::values`].
    pub a: usize,
    /// Place of the other, behind it.
    pub b: usize,
    /// How many resources have both.
    pub count: u32,
    /// How many times as often as chance they occur together, in tenths; see [`CoOccurrences::pair`].
    pub lift: u64,
}

/// The values of a facet that occur together in a set of resources.
pub fn co_occurrences(facet: &Facet, set: &ResourceSet, level: TreeLevel) -> CoOccurrences {
    let counted = tally(facet, set);
    let mut counts = counted.values;
    for (count, value) in counts.iter_mut().zip(&facet.values) {
        let is_counted = match level {
            TreeLevel::Broad => value.parent.is_none(),
            TreeLevel::Narrow => value.children.is_empty(),
        };
        *count = if is_counted { *count } else { 0 };
    }
    let values = most_frequent(&counts, MAX_VALUES_TOGETHER);
    let n = values.len();
    let mut places = vec![None; facet.values.len()];
    values.iter().enumerate().for_each(|(at, (value, _))| places[*value as usize] = Some(at));
    let mut pairs = vec![0; n * n];
    let mut present = Vec::new();
    for resource in set.iter() {
        present.clear();
        present.extend(facet.values_of(resource).iter().filter_map(|value| places[*value as usize]));
        for a in &present {
            for b in &present {
                pairs[a * n + b] += 1;
            }
        }
    }
    let n_stated = u32::try_from(set.len()).unwrap_or(u32::MAX) - counted.not_stated;
    CoOccurrences { values, n_stated, counts: pairs }
}

/// Whether broad and narrow values of a facet differ.
pub fn has_tree_levels(facet: &Facet) -> bool {
    facet.values.iter().any(|value| value.parent.is_some())
}

impl CoOccurrences {
    /// Two values at their places. The lift is the share of resources that have both, by the product of the shares that have
    /// each (Brin et al., "Dynamic Itemset Counting and Implication Rules for Market Basket Data", SIGMOD 1997), of those
    /// resources that have any.
    pub fn pair(&self, a: usize, b: usize) -> Pair {
        let (a, b) = (a.min(b), a.max(b));
        let count = self.counts.get(a * self.values.len() + b).copied().unwrap_or(0);
        let of = |at: usize| self.values.get(at).map_or(1, |(_, count)| u64::from(*count).max(1));
        let by_chance = of(a) * of(b);
        let lift = (u64::from(count) * u64::from(self.n_stated) * 20 + by_chance) / (2 * by_chance);
        Pair { a, b, count, lift }
    }

    /// The pairs that occur together, the most frequent first, or those that exceed chance the most.
    pub fn pairs(&self, by_lift: bool) -> Vec<Pair> {
        let n = self.values.len();
        let all = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
        let pairs: Vec<Pair> = all.map(|(a, b)| self.pair(a, b)).filter(|pair| pair.count > 0).collect();
        let mut order: Vec<u32> = (0..).take(pairs.len()).collect();
        sort_positions(&mut order, &mut |a, b| {
            let (a, b) = (&pairs[a as usize], &pairs[b as usize]);
            let by_count = b.count.cmp(&a.count);
            if by_lift { b.lift.cmp(&a.lift).then(by_count) } else { by_count }
        });
        order.into_iter().map(|at| pairs[at as usize]).collect()
    }

    /// The largest count of a pair; 1 at least.
    pub fn most(&self) -> u32 {
        self.pairs(false).first().map_or(1, |pair| pair.count)
    }
}

/// The facet of which connections are shown.
pub fn connected(engine: &Engine) -> Option<&Facet> {
    engine.facet("theme").filter(|facet| facet.is_used())
}
