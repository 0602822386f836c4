//! Nearness: of the best answers to several words, those come first that have the words side by side.
//!
//! Function words between two words do not part them. Only the first few dozen answers are read again for it: who looks
//! further has not found it by rank.

use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::search::query::Word;
use crate::search::{Hits, Query, What};
use crate::text::{each_token, is_stop_word};

/// Of how many answers the title is read again, and of how many the summary.
const READ_AGAIN: usize = 50;
const READ_WHOLE: usize = 20;

/// What words side by side add to a score, in 256ths of it, when all of them are: in the title, in the summary. Half
/// as much comes on top where function words were typed, for all words with these.
const IN_TITLE: u64 = 96;
const IN_SUMMARY: u64 = 32;

/// The best `most` of a set, the best first.
pub(super) fn nearest_first(
    engine: &Engine,
    hits: &Hits<'_>,
    query: &Query,
    set: &ResourceSet,
    most: usize,
) -> Vec<ResourceIdx> {
    let needed_words = side_by_side(query);
    let all_words: Vec<(&str, bool)> = query.with_optional.iter().map(as_pair).collect();
    let needs_more = needed_words.len() > 1 || all_words.len() > 1;
    let mut best = hits.best(&engine.index, set, if needs_more { most.max(READ_AGAIN) } else { most });
    if needs_more {
        let n = best.len().min(READ_AGAIN);
        let share = |text: &str| share_of_pairs(&needed_words, text) + share_of_pairs(&all_words, text) / 2;
        for (at, (score, idx)) in best[..n].iter_mut().enumerate() {
            let mut more = IN_TITLE * share(engine.store.title(*idx));
            if at < READ_WHOLE {
                more += IN_SUMMARY * share(engine.store.summary(*idx));
            }
            *score = score.saturating_add(u32::try_from(u64::from(*score) * more / (256 * 256)).unwrap_or(u32::MAX));
        }
        let order = sorted_positions(n, &mut |a, b| best[b as usize].0.cmp(&best[a as usize].0));
        let nearest: Vec<_> = order.into_iter().map(|at| best[at as usize]).collect();
        best[..n].copy_from_slice(&nearest);
    }
    best.truncate(most);
    best.into_iter().map(|(_, idx)| idx).collect()
}

/// The words of a query that a text needs to have, in order, and whether each is a prefix.
fn side_by_side(query: &Query) -> Vec<(&str, bool)> {
    let words = query.positives().into_iter().filter_map(|leaf| match &leaf.what {
        What::Words(words) => Some(words),
        _ => None,
    });
    words.flatten().map(as_pair).collect()
}

fn as_pair(word: &Word) -> (&str, bool) {
    (&word.text, word.prefix)
}

/// How many of the neighbours among some words are neighbours in a text too, in 256ths.
fn share_of_pairs(words: &[(&str, bool)], text: &str) -> u64 {
    let n_pairs = words.len().saturating_sub(1);
    if n_pairs == 0 { 0 } else { 256 * n_pairs_in(words, text) / n_pairs as u64 }
}

/// How many neighbours among the words are neighbours in a text too.
fn n_pairs_in(words: &[(&str, bool)], text: &str) -> u64 {
    let answers = |(word, prefix): (&str, bool), token: &str| token == word || prefix && token.starts_with(word);
    let mut found = 0u64;
    // Which words the last token answers: bit n for word n.
    let mut last = 0u64;
    each_token(text, |token, _| {
        if is_stop_word(token) && !words.iter().any(|word| answers(*word, token)) {
            return;
        }
        let fits = words.iter().take(64).enumerate().filter(|(_, word)| answers(**word, token));
        let now = fits.fold(0u64, |bits, (at, _)| bits | 1 << at);
        found |= (last << 1) & now;
        last = now;
    });
    found.count_ones().into()
}
