//! The US states as equal squares, each about where it lies: a map on which small states can be seen and pressed.

use crate::explore::engine::Engine;
use crate::explore::us_states::STATES;
use crate::facet::ValueIdx;

/// How many columns the map has.
#[cfg(test)]
const COLUMNS: u8 = 11;
/// A map of fewer states shows nothing that their list would not.
const LEAST_STATES: usize = 5;

/// A state on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateTile {
    /// Its name.
    pub name: &'static str,
    /// Its postal abbreviation.
    pub abbreviation: &'static str,
    /// Its column and its row, from 0.
    pub at: (u8, u8),
    /// The value of the facet of places; `None` where no resource is about it.
    pub place: Option<ValueIdx>,
    /// How many resources are about it.
    pub n: u32,
}

/// The states, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateMap {
    /// All of them and the District of Columbia.
    pub states: Vec<StateTile>,
    /// The largest number of a state; 1 at least.
    pub most: u32,
}

/// Returns the map where most of what resources are about of all places is a state; `None` elsewhere.
pub fn state_map(engine: &Engine) -> Option<StateMap> {
    let at = engine.facets.iter().position(|facet| facet.definition.key == "place")?;
    let (places, totals) = (&engine.facets[at], &engine.totals()[at].values);
    let tile = |(name, abbreviation, _, column, row): (&'static str, &'static str, &str, u8, u8)| {
        let place = places.find(name).filter(|place| totals[*place as usize] > 0);
        let n = place.map_or(0, |place| totals[place as usize]);
        StateTile { name, abbreviation, at: (column, row), place, n }
    };
    let states: Vec<StateTile> = STATES.into_iter().map(tile).collect();
    let sum = |counts: &mut dyn Iterator<Item = u32>| counts.map(u64::from).sum::<u64>();
    let of_states = sum(&mut states.iter().map(|state| state.n));
    let n_states = states.iter().filter(|state| state.n > 0).count();
    let is_most = 2 * of_states > sum(&mut totals.iter().copied());
    let most = states.iter().map(|state| state.n).max().unwrap_or_default();
    (is_most && n_states >= LEAST_STATES).then_some(StateMap { states, most })
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, STATES};

    #[test]
    fn every_state_has_a_square_of_its_own() {
        assert!(STATES.is_sorted_by(|a, b| a.0 < b.0));
        for (nth, (name, abbreviation, _, column, row)) in STATES.iter().enumerate() {
            assert!(*column < COLUMNS && abbreviation.len() == 2, "{name}");
            let is_own =
                |other: &(&str, &str, &str, u8, u8)| other.1 != *abbreviation && (other.3, other.4) != (*column, *row);
            assert!(STATES[..nth].iter().all(is_own), "{name}");
        }
    }
}
