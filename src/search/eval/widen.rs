//! A query, evaluated as it is typed, and where it finds little, with near spellings and without some of its words.

use super::evaluation::Evaluation;
use super::hits::Hits;
use crate::catalog::ResourceSet;
use crate::search::index::{Index, Texts};
use crate::search::query::Query;
use crate::search::rank::Options;

/// Fewer results than this are few: near spellings are tried.
const FEW: usize = 5;

/// So many words besides function words are a long question: few texts have all of them.
const LONG_QUESTION: usize = 4;

impl Index {
    /// The resources that answer a query.
    pub fn hits(&self, query: &Query, options: Options, texts: &dyn Texts) -> Hits<'_> {
        let Some(expr) = &query.expr else {
            return Hits { set: ResourceSet::all(self.n_resources()), ..Hits::default() };
        };
        let evaluated = |near_below| Evaluation::new(self, query, options, near_below, texts).answer(expr);
        let literal = evaluated(0);
        if !options.near || query.record.is_some() || literal.set.len() >= FEW {
            return literal;
        }
        let mut best = literal;
        for near_below in [FEW, usize::MAX] {
            let wider = evaluated(near_below);
            if wider.set.len() > best.set.len() {
                best = wider;
            }
            if best.set.len() >= FEW {
                break;
            }
        }
        // Somebody who writes a whole question does not ask for every word of it.
        let is_question = !query.with_optional.is_empty() && query.leaves.len() >= LONG_QUESTION;
        if best.set.is_empty() || is_question && best.set.len() < FEW {
            let mostly = Evaluation::new(self, query, options, FEW, texts).answer_mostly(expr, best.set.len());
            if let Some(mut mostly) = mostly {
                mostly.set.unite(&best.set);
                return mostly;
            }
        }
        best
    }
}
