//! Up to four sets of resources side by side, each what a state shows: what they share, what each is about, when it was
//! published, and which words are distinctive of it.

use std::borrow::Cow;

use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::results::{parse_query, text_hits};
use crate::explore::state::{MAX_SETS, State, url};
use crate::facet::{ValueIdx, tally};
use crate::search::TextField;
use crate::text::{Stems, tokens};

/// A set of at most so many resources is small: all of them are named, and their numbers say more than shares.
pub const SMALL_SET: usize = 20;

/// How many resources are named of larger sets.
pub const MOST_NAMED: usize = 5;

/// How many distinctive words each set has at most, in how many resources of it each stands at least, and how many resources
/// each set has at least, for words of fewer are chance.
const MOST_WORDS: usize = 15;
const LEAST_RESOURCES: u32 = 3;
const LEAST_SIZE: usize = 10;

/// What a word must score at least: chance alone scores as much once in a thousand times (chi-squared, one degree of freedom).
const LEAST_SCORE: f64 = 10.83;

/// Letters that a distinctive word has at least, and the parts of a resource in which it counts.
const LEAST_LETTERS: usize = 3;
const PARTS: [TextField; 3] = [TextField::Title, TextField::Keywords, TextField::Summary];

/// A value, and how many resources of each set have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paired {
    /// Which value of its facet.
    pub value: ValueIdx,
    /// In each set; 0 in places behind the last set.
    pub counts: [u32; MAX_SETS],
}

/// A whole set, in the unit of shares.
const WHOLE: u32 = 10_000;

impl Paired {
    /// Returns the share of each set that has the value, in ten-thousandths; of an empty set none.
    pub fn shares(&self, sizes: &[usize]) -> [u32; MAX_SETS] {
        let mut shares = [0; MAX_SETS];
        for (at, size) in sizes.iter().enumerate().take(MAX_SETS) {
            let share = (u64::from(self.counts[at]) * u64::from(WHOLE)).checked_div(*size as u64);
            shares[at] = u32::try_from(share.unwrap_or(0)).unwrap_or(WHOLE);
        }
        shares
    }

    /// Returns how far apart the largest and the smallest share are, in ten-thousandths.
    pub fn spread(&self, sizes: &[usize]) -> u32 {
        let shares = self.shares(sizes);
        let shares = || shares.iter().take(sizes.len());
        shares().max().unwrap_or(&0) - shares().min().unwrap_or(&0)
    }
}

/// Returns the largest share of some values.
pub fn largest_share(values: &[Paired], sizes: &[usize]) -> u32 {
    values.iter().flat_map(|paired| paired.shares(sizes)).max().unwrap_or(0)
}

/// Returns the years without a break: with `None` for each between two that no set has. `year_of` returns the year of a
/// value; they are ascending.
pub fn without_breaks(years: &[Paired], year_of: &dyn Fn(ValueIdx) -> i64) -> Vec<Option<Paired>> {
    let mut all: Vec<Option<Paired>> = Vec::new();
    let mut next = None;
    for paired in years {
        let year = year_of(paired.value);
        (next.unwrap_or(year)..year).for_each(|_| all.push(None));
        all.push(Some(*paired));
        next = Some(year + 1);
    }
    all
}

/// A word that stands in one set more often than chance would have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distinctive {
    /// The word, folded.
    pub word: String,
    /// In how many resources of its set it stands, and in how many of the others.
    pub counts: [u32; 2],
}

/// Some resources: how many, and those that are named, the newest first.
pub type NamedSet = (usize, Vec<ResourceIdx>);

/// Sets, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SetComparison {
    /// What each asks for.
    pub states: Vec<State>,
    /// How many resources each has.
    pub sizes: Vec<usize>,
    /// The resources that two sets or more have.
    pub shared: NamedSet,
    /// The resources that each has and no other.
    pub alone: Vec<NamedSet>,
    /// Themes that any has, those whose shares differ most first.
    pub themes: Vec<Paired>,
    /// Audiences that any has, those whose shares differ most first.
    pub audiences: Vec<Paired>,
    /// Years, ascending, of which any resource is.
    pub years: Vec<Paired>,
    /// The words distinctive of each, the most distinctive first.
    pub words: Vec<Vec<Distinctive>>,
}

impl SetComparison {
    /// Returns whether all sets are small.
    pub fn is_small(&self) -> bool {
        self.sizes.iter().all(|size| *size <= SMALL_SET)
    }
}

/// The comparison of what some fragments show, of [`MAX_SETS`] at most.
pub fn compare_sets(engine: &Engine, addresses: &[String]) -> SetComparison {
    let addresses = addresses.iter().take(MAX_SETS);
    let states: Vec<State> = addresses.map(|address| url::read(address, &engine.facets)).collect();
    let sets: Vec<ResourceSet> = states.iter().map(|state| resources(engine, state)).collect();
    let sizes: Vec<usize> = sets.iter().map(ResourceSet::len).collect();
    let (mut any, mut shared) = (ResourceSet::none(engine.len()), ResourceSet::none(engine.len()));
    for set in &sets {
        let mut both = any.clone();
        both.intersect(set);
        shared.unite(&both);
        any.unite(set);
    }
    let most = if sizes.iter().all(|size| *size <= SMALL_SET) { SMALL_SET } else { MOST_NAMED };
    let alone = |set: &ResourceSet| {
        let mut alone = set.clone();
        alone.subtract(&shared);
        newest(engine, &alone, most)
    };
    let paired = |key: &str| paired(engine, key, &sets);
    SetComparison {
        shared: newest(engine, &shared, most),
        alone: sets.iter().map(alone).collect(),
        themes: by_spread(&paired("theme"), &sizes),
        audiences: by_spread(&paired("audience"), &sizes),
        years: paired("year"),
        words: distinctive(engine, &states, &sets),
        sizes,
        states,
    }
}

/// The resources that a state shows.
fn resources(engine: &Engine, state: &State) -> ResourceSet {
    let answered = text_hits(engine, &parse_query(engine, &state.query), state.only_words).set;
    state.filter.admitted(&engine.facets, &answered)
}

fn newest(engine: &Engine, set: &ResourceSet, most: usize) -> NamedSet {
    let first = engine.orders.newest.iter().copied().filter(|idx| set.contains(*idx)).take(most);
    (set.len(), first.collect())
}

fn paired(engine: &Engine, key: &str, sets: &[ResourceSet]) -> Vec<Paired> {
    let Some(facet) = engine.facet(key) else { return Vec::new() };
    let tallies: Vec<Vec<u32>> = sets.iter().map(|set| tally(facet, set).values).collect();
    let pair = |value: usize| {
        let mut counts = [0; MAX_SETS];
        for (count, tally) in counts.iter_mut().zip(&tallies) {
            *count = tally[value];
        }
        Paired { value: u32::try_from(value).unwrap_or(u32::MAX), counts }
    };
    (0..facet.values.len()).map(pair).filter(|paired| paired.counts != [0; MAX_SETS]).collect()
}

/// The values whose shares differ most first, of equally different ones those that the sets have most.
fn by_spread(values: &[Paired], sizes: &[usize]) -> Vec<Paired> {
    let weights: Vec<(u32, u32)> =
        values.iter().map(|paired| (paired.spread(sizes), paired.counts.iter().sum())).collect();
    let order = sorted_positions(values.len(), &mut |a, b| weights[b as usize].cmp(&weights[a as usize]));
    order.into_iter().map(|at| values[at as usize]).collect()
}

/// The words distinctive of each set beside all others, without those that the sets are made of.
fn distinctive(engine: &Engine, states: &[State], sets: &[ResourceSet]) -> Vec<Vec<Distinctive>> {
    if sets.len() < 2 || sets.iter().any(|set| set.len() < LEAST_SIZE) {
        return sets.iter().map(|_| Vec::new()).collect();
    }
    let known = words_of(engine, states);
    if let [a, b] = sets {
        let [of_a, of_b] = distinctive_of_two(engine, [a, b], &known);
        return vec![of_a, of_b];
    }
    let of_one = |at: usize| {
        let mut others = ResourceSet::none(engine.len());
        let rest = sets.iter().enumerate().filter(|(other, _)| *other != at);
        rest.for_each(|(_, set)| others.unite(set));
        let [own, _] = distinctive_of_two(engine, [&sets[at], &others], &known);
        own
    };
    (0..sets.len()).map(of_one).collect()
}

/// The stems of the words that states ask for: those of their queries, and of the names of what they choose.
fn words_of(engine: &Engine, states: &[State]) -> Vec<String> {
    let mut texts: Vec<&str> = Vec::new();
    for state in states {
        texts.push(&state.query);
        for (key, choice) in state.filter.iter() {
            let Some(facet) = engine.facet(key) else { continue };
            for id in choice.any.iter().chain(&choice.not) {
                texts.push(facet.find(id).map_or(id, |value| &facet.values[value as usize].label));
            }
        }
    }
    let stems = Stems::default();
    let words = texts.iter().flat_map(|text| tokens(text));
    words.map(|word| stems.of(&word).into_owned()).collect()
}

fn distinctive_of_two(engine: &Engine, sets: [&ResourceSet; 2], known: &[String]) -> [Vec<Distinctive>; 2] {
    let sizes = sets.map(|set| u32::try_from(set.len()).unwrap_or(u32::MAX));
    let stems = Stems::default();
    let is_known = |word: &str| {
        let stem: Cow<'_, str> = stems.of(word);
        known.iter().any(|known| *known == stem)
    };
    let mut found: [Vec<(f64, Distinctive)>; 2] = Default::default();
    engine.index.each_word_of_two(sets, &PARTS, LEAST_RESOURCES, &mut |word, counts| {
        let side = usize::from(u64::from(counts[1]) * u64::from(sizes[0]) > u64::from(counts[0]) * u64::from(sizes[1]));
        let is_word = word.chars().any(char::is_alphabetic) && word.chars().nth(LEAST_LETTERS - 1).is_some();
        if is_word && counts[side] >= LEAST_RESOURCES {
            let score = g2(counts, sizes);
            if score >= LEAST_SCORE && !is_known(word) {
                let counts = [counts[side], counts[1 - side]];
                found[side].push((score, Distinctive { word: word.to_owned(), counts }));
            }
        }
    });
    found.map(|mut found| {
        let order = sorted_positions(found.len(), &mut |a, b| found[b as usize].0.total_cmp(&found[a as usize].0));
        let best = order.into_iter().take(MOST_WORDS);
        best.map(|at| std::mem::replace(&mut found[at as usize].1, Distinctive { word: String::new(), counts: [0; 2] }))
            .collect()
    })
}

/// The log-likelihood ratio of two binomials, -2 log λ (T. Dunning, "Accurate Methods for the Statistics of Surprise and
/// Coincidence", Computational Linguistics 19(1), 1993): how unlikely it is that `counts` of `sizes` resources come from one
/// share. 0 where the shares are equal.
fn g2(counts: [u32; 2], sizes: [u32; 2]) -> f64 {
    let [k, n] = [counts, sizes].map(|pair| pair.map(f64::from));
    let together = (k[0] + k[1]) / (n[0] + n[1]).max(1.0);
    // `k ln p + (n - k) ln (1 - p)`, where nothing times the logarithm of nothing is nothing.
    let likelihood = |p: f64, k: f64, n: f64| {
        let term = |k: f64, p: f64| if k > 0.0 { k * p.ln() } else { 0.0 };
        term(k, p) + term(n - k, 1.0 - p)
    };
    let gain =
        |side: usize| likelihood(k[side] / n[side].max(1.0), k[side], n[side]) - likelihood(together, k[side], n[side]);
    (2.0 * (gain(0) + gain(1))).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::{Paired, g2, largest_share, without_breaks};

    #[track_caller]
    fn check(counts: [u32; 2], sizes: [u32; 2], expected: f64) {
        let score = g2(counts, sizes);
        assert!((score - expected).abs() < 0.01, "{counts:?} of {sizes:?}: {score}");
    }

    #[test]
    fn the_score_is_that_of_the_contingency_table() {
        check([0, 0], [0, 0], 0.0);
        check([5, 50], [10, 100], 0.0);
        check([10, 0], [10, 10], 27.73); // 40 ln 2
        check([110, 2442], [2552, 29_114], 61.70); // worked out from the four cells: 2 Σ observed ln(observed / expected)
        check([3, 3], [3, 3], 0.0);
    }

    #[test]
    fn shares_are_of_each_set_and_sets_that_are_not_there_have_none() {
        let values = [[1, 30, 0, 0], [3, 0, 0, 0]].map(|counts| Paired { value: 0, counts });
        let sizes = [4, 120];
        assert_eq!(values.map(|paired| paired.shares(&sizes)), [[2500, 2500, 0, 0], [7500, 0, 0, 0]]);
        assert_eq!(values.map(|paired| paired.spread(&sizes)), [0, 7500]);
        assert_eq!((largest_share(&values, &sizes), largest_share(&[], &sizes)), (7500, 0));
        assert_eq!(values[0].shares(&[0, 0]), [0; 4]);
        assert_eq!(Paired { value: 0, counts: [1, 1, 1, 0] }.spread(&[1, 2, 4]), 7500);
    }

    #[test]
    fn years_between_have_their_places() {
        let years = [0, 1, 4].map(|value| Paired { value, counts: [1, 1, 0, 0] });
        let all = without_breaks(&years, &|value| 2010 + i64::from(value));
        let values: Vec<Option<u32>> = all.iter().map(|place| place.map(|paired| paired.value)).collect();
        assert_eq!(values, [Some(0), Some(1), None, None, Some(4)]);
        assert_eq!(without_breaks(&[], &|_| 0), []);
    }
}
