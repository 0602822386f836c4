//! What is measured of an engine, and on what: a task is a list of states, each as a reader would reach it.

use super::sample::Numbers;
use crate::catalog::sort_positions;
use crate::explore::compare::compare_sets;
use crate::explore::engine::Engine;
use crate::explore::results::{counts, filter_and_rank, parse_query, set_of, text_hits};
use crate::explore::state::{PAGE_SIZE, State};
use crate::explore::views::{gap_map, timeline};
use crate::facet::{most_frequent, tally};

/// How many tags a cloud has.
const MOST_TAGS: usize = 60;

/// What a reader does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Types a letter: the first page of results, and how many there are.
    Keystroke,
    /// Chooses values: the first page, and all counts of all facets.
    Facets,
    /// Both.
    TextAndFacets,
    /// Looks at the most frequent keywords of what is chosen.
    Cloud,
    /// Types a word with one letter wrong.
    Typo,
    /// Looks at the gap map of what is chosen, themes by audiences.
    Map,
    /// Looks at the timeline of what is chosen, divided by audience.
    Timeline,
    /// Compares what is chosen with the whole catalog.
    Sets,
}

impl Task {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Keystroke,
        Self::Facets,
        Self::TextAndFacets,
        Self::Cloud,
        Self::Typo,
        Self::Map,
        Self::Timeline,
        Self::Sets,
    ];

    /// The states on which it is measured, drawn from the catalog itself; the same each time.
    pub fn states(self, engine: &Engine, most: usize) -> Vec<State> {
        let mut numbers = Numbers::new(self as u64 + 1);
        if engine.is_empty() {
            return Vec::new();
        }
        (0..most)
            .map(|_| {
                let mut state = State::default();
                if matches!(self, Self::Keystroke | Self::TextAndFacets | Self::Typo) {
                    state.query = typed(engine, &mut numbers, self == Self::Typo);
                }
                if !matches!(self, Self::Keystroke | Self::Typo) {
                    choose(engine, &mut numbers, &mut state);
                }
                state
            })
            .collect()
    }

    /// Does it once; how many resources match, so that the compiler keeps the work.
    pub fn run(self, engine: &Engine, state: &State) -> usize {
        if self == Self::Sets {
            return compare_sets(engine, &[set_of(state), String::new()]).sizes[0];
        }
        let query = parse_query(engine, &state.query);
        let hits = text_hits(engine, &query, false);
        if self == Self::Cloud {
            let set = state.filter.admitted(&engine.facets, &hits.set);
            let tags = engine.facet("keyword").map(|facet| most_frequent(&tally(facet, &set).values, MOST_TAGS));
            return tags.map_or(0, |tags| tags.len());
        }
        if self == Self::Map {
            let set = state.filter.admitted(&engine.facets, &hits.set);
            return gap_map(engine, "theme", "audience", &set, false).map_or(0, |map| map.total);
        }
        if self == Self::Timeline {
            return timeline(engine, &hits.set, &state.filter, "audience").total;
        }
        let found = filter_and_rank(engine, &hits, &query, &state.filter, state.sort, PAGE_SIZE);
        let counted = match self {
            Self::Facets | Self::TextAndFacets => counts(engine, &hits, &state.filter).len(),
            _ => 0,
        };
        found.total + counted
    }
}

/// One or two words of a title, the last one cut off or misspelled.
fn typed(engine: &Engine, numbers: &mut Numbers, misspelled: bool) -> String {
    let n = u32::try_from(engine.len()).unwrap_or(u32::MAX);
    let mut words: Vec<String> = Vec::new();
    for _ in 0..=numbers.below(2) {
        let of = crate::text::tokens(engine.store.title(numbers.below(n)));
        let at = numbers.below(u32::try_from(of.len()).unwrap_or(1)) as usize;
        words.extend(of.get(at).cloned());
    }
    if let Some(last) = words.last_mut() {
        let mut letters: Vec<char> = last.chars().collect();
        let at = numbers.below(u32::try_from(letters.len()).unwrap_or(1)) as usize;
        if misspelled {
            letters.insert(at, 'x');
        } else {
            letters.truncate((at + 1).max(2));
        }
        *last = letters.into_iter().collect();
    }
    words.join(" ")
}

/// One or two values that some resource has.
fn choose(engine: &Engine, numbers: &mut Numbers, state: &mut State) {
    let n = u32::try_from(engine.len()).unwrap_or(u32::MAX);
    for key in ["theme", "audience", "level", "type"].into_iter().skip(numbers.below(3) as usize).take(2) {
        let Some(facet) = engine.facet(key) else { continue };
        let values = facet.values_of(numbers.below(n));
        if let Some(value) = values.first() {
            state.filter.choose(key, &facet.values[*value as usize].id);
        }
    }
}

/// The middle of some times, and the time that one in twenty exceeds (nearest rank).
pub fn median_and_p95(mut times: Vec<u32>) -> Option<(u32, u32)> {
    sort_positions(&mut times, &mut |a, b| a.cmp(&b));
    let at = |part: usize| times.get((times.len() * part).div_ceil(100).max(1) - 1).copied();
    Some((at(50)?, at(95)?))
}

#[cfg(test)]
mod tests {
    use super::{Task, median_and_p95};
    use crate::catalog::{Catalog, Head};
    use crate::explore::bench::sample::sample;
    use crate::explore::engine::Engine;

    #[test]
    fn the_states_of_every_task_find_something() {
        let engine = Engine::new(Catalog { head: Head::default(), resources: (0..200).map(sample).collect() });
        for task in Task::ALL {
            let states = task.states(&engine, 20);
            assert_eq!(states, task.states(&engine, 20));
            let n_found = states.iter().filter(|state| task.run(&engine, state) > 0).count();
            assert!(n_found > 10, "{task:?}: {n_found} of 20");
        }
    }

    #[test]
    fn medians_and_percentiles_are_times_that_were_measured() {
        assert_eq!(median_and_p95(Vec::new()), None);
        assert_eq!(median_and_p95(vec![3, 1, 2]), Some((2, 3)));
        assert_eq!(median_and_p95((1..=100).collect()), Some((50, 95)));
    }
}
