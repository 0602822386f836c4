//! Pairs of words that stand next to each other in summaries more often than chance would have it: "performance assessment".
//!
//! How surely two words belong together is the log-likelihood ratio of Dunning ("Accurate Methods for the Statistics of Surprise and
//! Coincidence", Computational Linguistics 19(1), 1993), whose table 2 is of such pairs: how often the second word follows the
//! first, something else does, the second follows something else, and neither.

use super::statistics::Contrast;
use crate::catalog::{HashMap, ResourceIdx, ResourceSet, Store, sort_positions};
use crate::explore::engine::{Engine, Parts, WordPair};
use crate::text::{each_token, is_stop_word};

/// In how many summaries a pair is at least.
const LEAST_SUMMARIES: usize = 5;
/// How sure it is at least that two words belong together: chance exceeds it once in 1000 times (the 99.9th percentile of the
/// chi-squared distribution with one degree of freedom).
const LEAST_G2: f64 = 10.83;
/// How many pairs are kept, those in the most summaries.
const MOST_PAIRS: usize = 200;
/// The summaries of a catalog are read for pairs up to so many bytes of them all; those of a larger one have none.
const MOST_BYTES: usize = crate::limits::PAIRED_BYTES;

/// What joins two words to one, "proficiency-based", and no pair of its own.
const JOINING: &str = "based";

/// A word while pairs are counted.
struct Word {
    text: String,
    is_stop: bool,
    n: u32,
}

/// A pair while it is counted.
#[derive(Default)]
struct Found {
    n: u32,
    resources: Vec<ResourceIdx>,
}

/// Returns the pairs of the summaries of a catalog, found when they are first wanted: those in the most of them first.
pub(super) fn word_pairs(engine: &Engine) -> &[WordPair] {
    engine.pairs.get_or_init(|| {
        let parts = Parts::new(&engine.facets, engine.len());
        let mut pairs = pairs_of(&engine.store);
        pairs.retain(|pair| !parts.is_even(&set_of(engine, pair)));
        pairs.truncate(MOST_PAIRS);
        pairs
    })
}

/// The resources in whose summaries a pair is.
fn set_of(engine: &Engine, pair: &WordPair) -> ResourceSet {
    let mut set = ResourceSet::none(engine.len());
    for resource in &pair.resources {
        set.insert(*resource);
    }
    set
}

fn pairs_of(store: &Store) -> Vec<WordPair> {
    let summaries = || (0..).take(store.len()).map(|idx| (idx, store.summary(idx)));
    if summaries().map(|(_, summary)| summary.len()).sum::<usize>() > MOST_BYTES {
        return Vec::new();
    }
    let (mut words, mut numbers): (Vec<Word>, HashMap<String, u32>) = (Vec::new(), HashMap::default());
    let (mut pairs, mut total): (HashMap<(u32, u32), Found>, u32) = (HashMap::default(), 0);
    for (idx, summary) in summaries() {
        let mut before = None;
        each_token(summary, |token, _| {
            let number = numbers.get(token).copied().unwrap_or_else(|| {
                let number = u32::try_from(words.len()).unwrap_or(u32::MAX);
                numbers.insert(token.to_owned(), number);
                words.push(Word { text: token.to_owned(), is_stop: token == JOINING || is_stop_word(token), n: 0 });
                number
            });
            let word = &mut words[number as usize];
            word.n += 1;
            total += 1;
            let now = (!word.is_stop && word.text.chars().any(char::is_alphabetic)).then_some(number);
            if let Some(pair) = before.zip(now) {
                let found = pairs.entry(pair).or_default();
                found.n += 1;
                if found.resources.last() != Some(&idx) {
                    found.resources.push(idx);
                }
            }
            before = now;
        });
    }
    let belong_together = |(a, b): (u32, u32), found: &Found| {
        let [first, second] = [a, b].map(|word| words[word as usize].n);
        let pair = Contrast::of_part(found.n, first, second, total);
        pair.is_more() && pair.log_likelihood() >= LEAST_G2
    };
    pairs.retain(|pair, found| found.resources.len() >= LEAST_SUMMARIES && belong_together(*pair, found));
    let label = |(a, b): (u32, u32)| [a, b].map(|word| words[word as usize].text.as_str()).join(" ");
    let mut found: Vec<WordPair> =
        pairs.into_iter().map(|(pair, found)| WordPair { label: label(pair), resources: found.resources }).collect();
    most_frequent_first(&mut found);
    found
}

/// Sorts pairs by their numbers of resources, the largest first, equal ones by their words: the order of a hash map is none.
fn most_frequent_first(pairs: &mut Vec<WordPair>) {
    let mut order: Vec<u32> = (0..).take(pairs.len()).collect();
    sort_positions(&mut order, &mut |a, b| {
        let (a, b) = (&pairs[a as usize], &pairs[b as usize]);
        b.resources.len().cmp(&a.resources.len()).then_with(|| a.label.cmp(&b.label))
    });
    let mut sorted = Vec::with_capacity(pairs.len());
    for at in order {
        sorted
            .push(std::mem::replace(&mut pairs[at as usize], WordPair { label: String::new(), resources: Vec::new() }));
    }
    *pairs = sorted;
}
