//! The ranking: BM25F, which weighs where a word stands, how often, and how rare it is.
//!
//! Robertson, Zaragoza and Taylor, "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004: the occurrences of a
//! word in all parts are added up, each weighed by its part and divided by the part's relative length, and saturate once.

use super::field::TextField;
use super::index::Index;
use super::query::Query;
use crate::catalog::ResourceSet;
use crate::text::Word;

/// How soon more occurrences stop to count (`k1`).
const SATURATION: f32 = 1.2;
/// What a longer word that begins with the word asked for counts against the word itself.
const PREFIX: f32 = 0.5;

/// The resources that answer a query.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    /// Which they are.
    pub set: ResourceSet,
    /// How well each resource of the catalog answers; 0 where it does not.
    pub scores: Vec<f32>,
}

impl Index {
    /// The resources that hold all words of a query; `None` for a query without words, which asks nothing.
    pub fn hits(&self, query: &Query) -> Option<Hits> {
        let words = query.words();
        if words.is_empty() {
            return None;
        }
        let n = self.n_resources();
        let mut hits = Hits { set: ResourceSet::all(n), scores: vec![0.0; n] };
        for word in &words {
            let weights = self.weights(word);
            let mut found = ResourceSet::none(n);
            (0u32..)
                .zip(&weights)
                .filter(|(_, weight)| **weight > 0.0)
                .for_each(|(resource, _)| found.insert(resource));
            let rarity = rarity(n, found.len());
            for (score, weight) in hits.scores.iter_mut().zip(&weights) {
                *score += rarity * weight / (SATURATION + weight);
            }
            hits.set.intersect(&found);
        }
        (0u32..)
            .zip(&mut hits.scores)
            .filter(|(resource, _)| !hits.set.contains(*resource))
            .for_each(|(_, s)| *s = 0.0);
        Some(hits)
    }

    /// For each resource, the weighed number of occurrences of a word.
    fn weights(&self, word: &Word) -> Vec<f32> {
        let mut weights = vec![0.0; self.n_resources()];
        for term in self.range(word) {
            let exactness = if self.term(term) == word.text { 1.0 } else { PREFIX };
            for posting in self.postings(term) {
                let field = usize::from(posting.field);
                let weight = TextField::ALL[field].weight();
                let length = f32::from(self.lengths[posting.resource as usize][field]);
                let relative = 1.0 - weight.length + weight.length * length / self.mean_lengths[field];
                weights[posting.resource as usize] += exactness * weight.boost * f32::from(posting.count) / relative;
            }
        }
        weights
    }
}

/// Inverse document frequency as in BM25, never negative: ln(1 + (N - n + 0.5) / (n + 0.5)).
#[allow(clippy::cast_precision_loss, reason = "catalogs are small beside the 24 bits of a mantissa")]
fn rarity(n_resources: usize, n_found: usize) -> f32 {
    let (all, found) = (n_resources as f32, n_found as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}
