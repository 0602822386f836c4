//! Nearness: of the best answers to several words, those come first that have the words side by side.
//!
//! Only the first few dozen answers are read again for it: who looks further has not found it by rank.

use super::engine::Engine;
use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::search::{Hits, Query, What};
use crate::text::each_token;

/// Of how many answers the title is read again, and of how many the summary.
const READ_AGAIN: usize = 50;
const READ_WHOLE: usize = 20;

/// What words side by side add to a score, in 256ths of it, when all of them are: in the title, in the summary.
const IN_TITLE: usize = 96;
const IN_SUMMARY: usize = 32;

/// The best `most` of a set, the best first.
pub(super) fn nearest_first(
    engine: &Engine,
    hits: &Hits<'_>,
    query: &Query,
    set: &ResourceSet,
    most: usize,
) -> Vec<ResourceIdx> {
    let words = side_by_side(query);
    let needed = if words.len() > 1 { most.max(READ_AGAIN) } else { most };
    let mut best = hits.best(&engine.index, set, needed);
    if words.len() > 1 {
        let n = best.len().min(READ_AGAIN);
        for (at, (score, idx)) in best[..n].iter_mut().enumerate() {
            let mut more = IN_TITLE * n_pairs(&words, engine.store.title(*idx));
            if at < READ_WHOLE {
                more += IN_SUMMARY * n_pairs(&words, engine.store.summary(*idx));
            }
            let more = u64::from(*score) * more as u64 / (256 * (words.len() as u64 - 1));
            *score = score.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
        }
        let order = sorted_positions(n, &mut |a, b| best[b as usize].0.cmp(&best[a as usize].0));
        let nearest: Vec<_> = order.into_iter().map(|at| best[at as usize]).collect();
        best[..n].copy_from_slice(&nearest);
    }
    best.truncate(most);
    best.into_iter().map(|(_, idx)| idx).collect()
}

/// The words of a query that a text may have, in order, and whether each is a prefix.
fn side_by_side(query: &Query) -> Vec<(&str, bool)> {
    let words = query.positives().into_iter().filter_map(|leaf| match &leaf.what {
        What::Words(words) => Some(words),
        _ => None,
    });
    words.flatten().map(|word| (word.text.as_str(), word.prefix)).collect()
}

/// How many neighbours among the words are neighbours in a text too.
fn n_pairs(words: &[(&str, bool)], text: &str) -> usize {
    let answers = |(word, prefix): (&str, bool), token: &str| token == word || prefix && token.starts_with(word);
    let mut found = 0u64;
    // Which words the last token answers: bit n for word n.
    let mut last = 0u64;
    each_token(text, |token, _| {
        let fits = words.iter().take(64).enumerate().filter(|(_, word)| answers(**word, token));
        let now = fits.fold(0u64, |bits, (at, _)| bits | 1 << at);
        found |= (last << 1) & now;
        last = now;
    });
    found.count_ones() as usize
}
