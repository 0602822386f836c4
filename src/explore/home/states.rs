//! The US states as equal squares, each about where it lies: a map on which small states can be seen and pressed.

use crate::explore::engine::Engine;
use crate::facet::ValueIdx;

/// How many columns the map has.
#[cfg(test)]
const COLUMNS: u8 = 11;
/// A map of fewer states shows nothing that their list would not.
const LEAST_STATES: usize = 5;

/// Name, postal abbreviation, column and row, by name.
const STATES: [(&str, &str, u8, u8); 51] = [
    ("Alabama", "AL", 6, 6),
    ("Alaska", "AK", 0, 0),
    ("Arizona", "AZ", 1, 5),
    ("Arkansas", "AR", 4, 5),
    ("California", "CA", 0, 4),
    ("Colorado", "CO", 2, 4),
    ("Connecticut", "CT", 9, 3),
    ("Delaware", "DE", 9, 4),
    ("District of Columbia", "DC", 8, 5),
    ("Florida", "FL", 8, 7),
    ("Georgia", "GA", 7, 6),
    ("Hawaii", "HI", 0, 7),
    ("Idaho", "ID", 1, 2),
    ("Illinois", "IL", 5, 2),
    ("Indiana", "IN", 5, 3),
    ("Iowa", "IA", 4, 3),
    ("Kansas", "KS", 3, 5),
    ("Kentucky", "KY", 5, 4),
    ("Louisiana", "LA", 4, 6),
    ("Maine", "ME", 10, 0),
    ("Maryland", "MD", 8, 4),
    ("Massachusetts", "MA", 9, 2),
    ("Michigan", "MI", 6, 2),
    ("Minnesota", "MN", 4, 2),
    ("Mississippi", "MS", 5, 6),
    ("Missouri", "MO", 4, 4),
    ("Montana", "MT", 2, 2),
    ("Nebraska", "NE", 3, 4),
    ("Nevada", "NV", 1, 3),
    ("New Hampshire", "NH", 10, 1),
    ("New Jersey", "NJ", 8, 3),
    ("New Mexico", "NM", 2, 5),
    ("New York", "NY", 8, 2),
    ("North Carolina", "NC", 6, 5),
    ("North Dakota", "ND", 3, 2),
    ("Ohio", "OH", 6, 3),
    ("Oklahoma", "OK", 3, 6),
    ("Oregon", "OR", 0, 3),
    ("Pennsylvania", "PA", 7, 3),
    ("Rhode Island", "RI", 10, 3),
    ("South Carolina", "SC", 7, 5),
    ("South Dakota", "SD", 3, 3),
    ("Tennessee", "TN", 5, 5),
    ("Texas", "TX", 3, 7),
    ("Utah", "UT", 1, 4),
    ("Vermont", "VT", 9, 1),
    ("Virginia", "VA", 7, 4),
    ("Washington", "WA", 0, 2),
    ("West Virginia", "WV", 6, 4),
    ("Wisconsin", "WI", 5, 1),
    ("Wyoming", "WY", 2, 3),
];

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
pub(super) fn state_map(engine: &Engine) -> Option<StateMap> {
    let at = engine.facets.iter().position(|facet| facet.definition.key == "place")?;
    let (places, totals) = (&engine.facets[at], &engine.totals()[at].values);
    let tile = |(name, abbreviation, column, row): (&'static str, &'static str, u8, u8)| {
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
        for (nth, (name, abbreviation, column, row)) in STATES.iter().enumerate() {
            assert!(*column < COLUMNS && abbreviation.len() == 2, "{name}");
            let is_own =
                |other: &(&str, &str, u8, u8)| other.1 != *abbreviation && (other.2, other.3) != (*column, *row);
            assert!(STATES[..nth].iter().all(is_own), "{name}");
        }
    }
}
