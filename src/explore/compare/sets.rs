//! Two sets of resources side by side, each what a state shows: what they share, what each is about, when it was published,
//! and which words are distinctive of it.

use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::results::{parse_query, text_hits};
use crate::explore::state::{State, url};
use crate::facet::{ValueIdx, tally};
use crate::search::TextField;

/// How many resources are named of what both have and of what one has alone.
pub const MOST_NAMED: usize = 5;

/// How many words are told of each set at most, and in how many resources of it each stands at least.
const MOST_WORDS: usize = 15;
const LEAST_RESOURCES: u32 = 3;

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
    /// In each set.
    pub counts: [u32; 2],
}

/// A whole set, in the unit of shares.
const WHOLE: u32 = 10_000;

impl Paired {
    /// Returns the share of each set that has the value, in ten-thousandths; of an empty set none.
    pub fn shares(&self, sizes: [usize; 2]) -> [u32; 2] {
        [0, 1].map(|side| {
            let share = (u64::from(self.counts[side]) * u64::from(WHOLE)).checked_div(sizes[side] as u64);
            u32::try_from(share.unwrap_or(0)).unwrap_or(WHOLE)
        })
    }
}

/// Returns the largest share of some values.
pub fn largest_share(values: &[Paired], sizes: [usize; 2]) -> u32 {
    values.iter().flat_map(|paired| paired.shares(sizes)).max().unwrap_or(0)
}

/// Returns the years without a break: with `None` for each between two that neither set has. `year_of` returns the year of a
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
    /// In how many resources of each set it stands.
    pub counts: [u32; 2],
}

/// Two sets, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct SetComparison {
    /// What each asks for.
    pub states: [State; 2],
    /// How many resources each has.
    pub sizes: [usize; 2],
    /// How many resources both have, and the newest of them.
    pub shared: (usize, Vec<ResourceIdx>),
    /// How many resources each has alone, and the newest of them.
    pub alone: [(usize, Vec<ResourceIdx>); 2],
    /// Themes that any has, those with the largest share of a set first.
    pub themes: Vec<Paired>,
    /// Audiences that any has, in the order of the vocabulary.
    pub audiences: Vec<Paired>,
    /// Years, ascending, of which any resource is.
    pub years: Vec<Paired>,
    /// The words distinctive of each, the most distinctive first.
    pub words: [Vec<Distinctive>; 2],
}

/// The comparison of what two fragments show.
pub fn compare_sets(engine: &Engine, a: &str, b: &str) -> SetComparison {
    let states = [a, b].map(|address| url::read(address, &engine.facets));
    let [of_a, of_b] = states.each_ref().map(|state| resources(engine, state));
    let sizes = [of_a.len(), of_b.len()];
    let mut both = of_a.clone();
    both.intersect(&of_b);
    let without = |set: &ResourceSet| {
        let mut alone = set.clone();
        alone.subtract(&both);
        newest(engine, &alone)
    };
    let paired = |key: &str| paired(engine, key, [&of_a, &of_b]);
    SetComparison {
        sizes,
        shared: newest(engine, &both),
        alone: [without(&of_a), without(&of_b)],
        themes: by_share(&paired("theme"), sizes),
        audiences: paired("audience"),
        years: paired("year"),
        words: distinctive(engine, [&of_a, &of_b]),
        states,
    }
}

/// The resources that a state shows.
fn resources(engine: &Engine, state: &State) -> ResourceSet {
    let answered = text_hits(engine, &parse_query(engine, &state.query), state.only_words).set;
    state.filter.admitted(&engine.facets, &answered)
}

fn newest(engine: &Engine, set: &ResourceSet) -> (usize, Vec<ResourceIdx>) {
    let first = engine.orders.newest.iter().copied().filter(|idx| set.contains(*idx)).take(MOST_NAMED);
    (set.len(), first.collect())
}

fn paired(engine: &Engine, key: &str, sets: [&ResourceSet; 2]) -> Vec<Paired> {
    let Some(facet) = engine.facet(key) else { return Vec::new() };
    let [a, b] = sets.map(|set| tally(facet, set).values);
    let all = (0..).zip(a.into_iter().zip(b)).map(|(value, (a, b))| Paired { value, counts: [a, b] });
    all.filter(|paired| paired.counts != [0, 0]).collect()
}

fn by_share(values: &[Paired], sizes: [usize; 2]) -> Vec<Paired> {
    // The larger share of the two, in units that the sizes divide evenly.
    let share = |at: u32| {
        let [a, b] = values[at as usize].counts.map(u64::from);
        (a * sizes[1].max(1) as u64).max(b * sizes[0].max(1) as u64)
    };
    let order = sorted_positions(values.len(), &mut |a, b| share(b).cmp(&share(a)));
    order.into_iter().map(|at| values[at as usize]).collect()
}

fn distinctive(engine: &Engine, sets: [&ResourceSet; 2]) -> [Vec<Distinctive>; 2] {
    let sizes = sets.map(|set| u32::try_from(set.len()).unwrap_or(u32::MAX));
    let mut found: [Vec<(f64, Distinctive)>; 2] = Default::default();
    engine.index.each_word_of_two(sets, &PARTS, LEAST_RESOURCES, &mut |word, counts| {
        let side = usize::from(u64::from(counts[1]) * u64::from(sizes[0]) > u64::from(counts[0]) * u64::from(sizes[1]));
        let is_word = word.chars().any(char::is_alphabetic) && word.chars().nth(LEAST_LETTERS - 1).is_some();
        if is_word && counts[side] >= LEAST_RESOURCES {
            let score = g2(counts, sizes);
            if score >= LEAST_SCORE {
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
    fn shares_are_of_each_set() {
        let values = [[1, 30], [3, 0]].map(|counts| Paired { value: 0, counts });
        assert_eq!(values.map(|paired| paired.shares([4, 120])), [[2500, 2500], [7500, 0]]);
        assert_eq!((largest_share(&values, [4, 120]), largest_share(&[], [4, 120])), (7500, 0));
        assert_eq!(values[0].shares([0, 0]), [0, 0]);
    }

    #[test]
    fn years_between_have_their_places() {
        let years = [0, 1, 4].map(|value| Paired { value, counts: [1, 1] });
        let all = without_breaks(&years, &|value| 2010 + i64::from(value));
        let values: Vec<Option<u32>> = all.iter().map(|place| place.map(|paired| paired.value)).collect();
        assert_eq!(values, [Some(0), Some(1), None, None, Some(4)]);
        assert_eq!(without_breaks(&[], &|_| 0), []);
    }
}
