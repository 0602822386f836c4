//! Words of the summaries that say nothing of what a resource is about: those that are about as frequent in every broad theme.
//!
//! "The report explains …" stands in summaries on any theme, "credit" in those on some. How evenly a word is spread is measured by its
//! deviation of proportions (DP; Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus Linguistics
//! 13(4), 2008): half the sum of the differences between the share of each part in the corpus and the share of the word's
//! occurrences that it has; 0 where both are the same. Rare words are uneven by chance, and so are never left out.

use crate::catalog::ResourceSet;
use crate::facet::{Facet, within};
use crate::search::{Index, SummaryWords};

/// Words of a lower DP are left out. On 935 resources with 12 broad themes: "report", "explains", "shows", "schools", 60 of the 150 most
/// frequent words; "assessment", "teachers", "state", "policy" are above.
const LEAST_DP: f64 = 0.125;
/// How many broad themes there are at least, that it says something that a word is in all of them; and how many are looked at.
const LEAST_PARTS: usize = 6;
const MOST_PARTS: usize = 24;
/// How many words are looked at, the most frequent ones: rarer ones are seldom even.
const MOST_WORDS: usize = 400;

/// The parts of a catalog over which something is spread: the resources of each broad theme. None where these are few.
#[derive(Debug, Default)]
pub(in crate::explore) struct Parts(Vec<ResourceSet>);

impl Parts {
    /// Returns the parts of a catalog of so many resources.
    pub(in crate::explore) fn new(facets: &[Facet], n_resources: usize) -> Self {
        let is_it = |facet: &&Facet| facet.definition.key == "theme";
        let Some(themes) = facets.iter().find(is_it) else { return Self::default() };
        let all = ResourceSet::all(n_resources);
        let broad = (0..).zip(&themes.values).filter(|(_, value)| value.parent.is_none());
        let parts = broad.map(|(value, _)| within(themes, Some(value), &all)).filter(|part| !part.is_empty());
        let parts: Vec<ResourceSet> = parts.take(MOST_PARTS).collect();
        Self(if parts.len() < LEAST_PARTS { Vec::new() } else { parts })
    }

    /// Whether something that some resources have is spread over the parts as all resources are.
    pub(in crate::explore) fn is_even(&self, with: &ResourceSet) -> bool {
        let counts: Vec<usize> = self.0.iter().map(|part| part.n_shared(with)).collect();
        let sizes: Vec<usize> = self.0.iter().map(ResourceSet::len).collect();
        deviation_of_proportions(&counts, &sizes) < LEAST_DP
    }
}

/// Returns which words are evenly spread, of the most frequent ones in their order.
pub(super) fn evenly_spread(facets: &[Facet], index: &Index, words: &SummaryWords) -> Vec<bool> {
    let parts = Parts::new(facets, index.n_resources());
    let n_words = words.words.len().min(MOST_WORDS);
    (0..).take(n_words).map(|at| parts.is_even(&words.resources(index, at))).collect()
}

/// The DP of something that occurs so often in parts of such sizes; 1 for what does not occur.
#[allow(clippy::cast_precision_loss, reason = "numbers of resources")]
fn deviation_of_proportions(counts: &[usize], sizes: &[usize]) -> f64 {
    let total = |numbers: &[usize]| numbers.iter().sum::<usize>() as f64;
    let (found, all) = (total(counts), total(sizes));
    if found == 0.0 {
        return 1.0;
    }
    let differences = counts.iter().zip(sizes).map(|(n, size)| (*n as f64 / found - *size as f64 / all).abs());
    differences.sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::deviation_of_proportions;

    #[test]
    fn what_is_spread_as_the_corpus_is_deviates_by_nothing() {
        let dp = |counts: &[usize], sizes: &[usize]| deviation_of_proportions(counts, sizes);
        assert!((dp(&[1, 2, 3, 4, 5], &[10; 5]) - 0.2).abs() < 1e-9);
        assert!(dp(&[3, 6, 9], &[10, 20, 30]) < 1e-9);
        assert!((dp(&[9, 0], &[10, 10]) - 0.5).abs() < 1e-9);
        assert!((dp(&[0, 0], &[10, 10]) - 1.0).abs() < 1e-9);
    }
}
