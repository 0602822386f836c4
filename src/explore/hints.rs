//! What an address asked for that this catalog does not have.
//!
//! Nothing else changes for it: the rest of the address counts.

use super::state::{CloudLook, MAX_COMPARED, State, View, url};
use crate::catalog::HashSet;
use crate::explore::compare::{columns, picked};
use crate::explore::engine::Engine;
use crate::explore::results::set_of;
use crate::explore::views::{clouds, subject};
use crate::facet::Filter;
use crate::limits::{SHOWN_CHARS, UNKNOWN_PAIRS, work};
use crate::text::shortened;

/// Keys beside those of facets of which an address may have many.
const REPEATED: [&str; 3] = ["compare", "item", "show"];

/// One thing that a state names and this catalog does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// A key that means nothing here, or a value that it can't have.
    Unknown {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
    /// A value that a facet of this catalog does not have.
    NoSuchValue {
        /// The facet's key.
        key: String,
        /// The value.
        value: String,
    },
    /// A resource that this catalog does not have.
    NoSuchResource(String),
    /// A theme to be looked at on its own that this catalog does not have.
    NoSuchTheme(String),
    /// Something to be shown as a cloud that this catalog does not have, or that is no tag; its themes are shown.
    NoSuchCloud(String),
    /// An address has more of a key than is read: what is chosen of a facet.
    TooMany {
        /// The key, with the minus of what is left out.
        key: String,
    },
    /// An address has more keys that mean nothing here than are kept. Holds the first.
    ManyUnknown(String),
    /// More resources of this catalog are picked than can be compared; holds how many.
    TooManyCompared(usize),
}

impl Hint {
    /// This hint as a message shows it: with texts of others shortened.
    #[must_use]
    pub fn shortened(&self) -> Self {
        let short = |text: &String| shortened(text, SHOWN_CHARS).into_owned();
        match self {
            Self::Unknown { key, value } => Self::Unknown { key: short(key), value: short(value) },
            Self::NoSuchValue { key, value } => Self::NoSuchValue { key: short(key), value: short(value) },
            Self::TooMany { key } => Self::TooMany { key: short(key) },
            Self::ManyUnknown(key) => Self::ManyUnknown(short(key)),
            Self::NoSuchResource(id) => Self::NoSuchResource(short(id)),
            Self::NoSuchTheme(id) => Self::NoSuchTheme(short(id)),
            Self::NoSuchCloud(key) => Self::NoSuchCloud(short(key)),
            Self::TooManyCompared(n) => Self::TooManyCompared(*n),
        }
    }
}

/// All that a state names and this catalog does not have, in the order of the address.
pub fn hints(engine: &Engine, state: &State) -> Vec<Hint> {
    let mut hints = Vec::new();
    let sides = sides(engine, state);
    let mut met = HashSet::default();
    for filter in [&state.filter].into_iter().chain(sides.iter().map(|side| &side.filter)) {
        unknown_values(engine, filter, &mut met, &mut hints);
    }
    let columns = columns(engine);
    let is_column = |word: &String| columns.iter().any(|column| column.word() == word);
    let vain = state.look.shown.iter().filter(|word| !is_column(word));
    hints.extend(vain.map(|word| Hint::Unknown { key: "show".to_owned(), value: word.clone() }));
    let gone = state.open.iter().chain(&state.compared).filter(|id| engine.find(id).is_none());
    hints.extend(gone.map(|id| Hint::NoSuchResource(id.clone())));
    let is_known = |about: &&String| subject(engine, about).is_some();
    hints.extend(state.look.about.iter().filter(|about| !is_known(about)).map(|id| Hint::NoSuchTheme(id.clone())));
    let of = &state.look.cloud.of;
    if *of != CloudLook::default().of && !clouds(engine).contains(&of.as_str()) {
        hints.push(Hint::NoSuchCloud(of.clone()));
    }
    let n_known = state.compared.iter().filter(|id| engine.find(id).is_some()).count();
    if n_known > MAX_COMPARED {
        hints.push(Hint::TooManyCompared(n_known));
    }
    unknown(engine, state, &mut hints);
    hints
}

/// What of an address is not read. Of a key of which too much is chosen, one hint.
fn unknown(engine: &Engine, state: &State, hints: &mut Vec<Hint>) {
    let is_facet = |key: &str| engine.facet(key.strip_prefix('-').unwrap_or(key)).is_some();
    for (key, value) in &state.unknown {
        let is_full = state.unknown.len() == UNKNOWN_PAIRS;
        let hint = if is_facet(key) || REPEATED.contains(&key.as_str()) {
            Hint::TooMany { key: key.clone() }
        } else if is_full {
            Hint::ManyUnknown(key.clone())
        } else {
            Hint::Unknown { key: key.clone(), value: value.clone() }
        };
        if !hints.contains(&hint) {
            hints.push(hint);
        }
        if is_full {
            return;
        }
    }
}

/// What the sets ask for, where sets are compared.
fn sides(engine: &Engine, state: &State) -> Vec<State> {
    let sets = state.look.sets.iter().filter(|_| state.view == View::Sets);
    sets.map(|address| url::read(address, &engine.facets)).collect()
}

/// Adds the values that a filter asks for and no facet has, unless they were met before.
fn unknown_values<'a>(
    engine: &Engine,
    filter: &'a Filter,
    met: &mut HashSet<(&'a str, &'a str)>,
    hints: &mut Vec<Hint>,
) {
    for (key, choice) in filter.iter() {
        let Some(facet) = engine.facet(key) else { continue };
        for value in choice.any.iter().chain(&choice.not).filter(|value| !facet.contains_value(value)) {
            work::count(1);
            if met.insert((key, value.as_str())) {
                hints.push(Hint::NoSuchValue { key: key.to_owned(), value: value.clone() });
            }
        }
    }
}

/// Removes from a state all that this catalog does not have.
pub fn remove_unknown(engine: &Engine, state: &mut State) {
    let (mut has_unknown_values, mut has_unknown_resources) = (false, false);
    for hint in hints(engine, state) {
        match hint {
            Hint::Unknown { key, value } => {
                state.unknown.clear();
                state.look.shown.retain(|word| key != "show" || *word != value);
            }
            Hint::NoSuchValue { .. } => has_unknown_values = true,
            Hint::NoSuchResource(_) => has_unknown_resources = true,
            Hint::TooMany { .. } | Hint::ManyUnknown(_) => state.unknown.clear(),
            Hint::NoSuchTheme(_) => state.look.about = None,
            Hint::NoSuchCloud(_) => state.look.cloud.of = CloudLook::default().of,
            Hint::TooManyCompared(_) => {
                let ids = picked(engine, &state.compared).into_iter().map(|idx| engine.store.id(idx).to_owned());
                state.compared = ids.collect();
            }
        }
    }
    // All of them at once: an address may have thousands.
    if has_unknown_values {
        let is_known = |key: &str, value: &str| engine.facet(key).is_none_or(|facet| facet.contains_value(value));
        state.filter.retain(&is_known);
        for (at, mut side) in sides(engine, state).into_iter().enumerate() {
            side.filter.retain(&is_known);
            state.look.sets[at] = set_of(&side);
        }
    }
    if has_unknown_resources {
        let is_known = |id: &String| engine.find(id).is_some();
        state.open = state.open.take().filter(is_known);
        state.compared.retain(is_known);
    }
}
