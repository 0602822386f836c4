//! The words of the labels of all values, by which suggestions find values.

use crate::catalog::sorted_positions;
use crate::facet::{Facet, Kind, ValueIdx};
use crate::text::each_token;

/// The words of all labels of values, in order: a word, its facet, its value.
#[derive(Debug, Default)]
pub(in crate::explore) struct Labels(Vec<(Box<str>, usize, ValueIdx)>);

impl Labels {
    /// Of all facets but those of numbers.
    pub(super) fn new(facets: &[Facet]) -> Self {
        let mut words: Vec<(Box<str>, usize, ValueIdx)> = Vec::new();
        let facets = facets.iter().enumerate().filter(|(_, facet)| facet.definition.kind != Kind::Number);
        for (at, facet) in facets {
            for (idx, value) in (0..).zip(&facet.values) {
                each_token(&value.label, |word, _| words.push((word.into(), at, idx)));
            }
        }
        let order = sorted_positions(words.len(), &mut |a, b| words[a as usize].0.cmp(&words[b as usize].0));
        Self(order.into_iter().map(|at| std::mem::take(&mut words[at as usize])).collect())
    }

    /// The words that begin with this.
    pub(in crate::explore) fn beginning(&self, prefix: &str) -> &[(Box<str>, usize, ValueIdx)] {
        let start = self.0.partition_point(|(word, ..)| **word < *prefix);
        let rest = &self.0[start..];
        let end = rest.partition_point(|(word, ..)| word.starts_with(prefix));
        &rest[..end]
    }
}
