//! What an address asked for that this catalog does not have.
//!
//! Nothing else changes for it: the rest of the address counts.

use super::cloud::clouds;
use super::engine::Engine;
use super::look::CloudLook;
use super::state::{MAX_COMPARED, State};

/// One thing that a state asks for in vain.
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
    /// More resources are picked than can be compared; holds how many.
    TooManyCompared(usize),
}

/// All that a state asks for in vain, in the order of the address.
pub fn hints(engine: &Engine, state: &State) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (key, choice) in state.filter.iter() {
        let Some(facet) = engine.facet(key) else { continue };
        for value in choice.any.iter().chain(&choice.not) {
            if !facet.knows(value) {
                hints.push(Hint::NoSuchValue { key: key.to_owned(), value: value.clone() });
            }
        }
    }
    let gone = state.open.iter().chain(&state.compared).filter(|id| engine.find(id).is_none());
    hints.extend(gone.map(|id| Hint::NoSuchResource(id.clone())));
    let is_theme = |id: &&String| engine.facet("theme").is_some_and(|facet| facet.find(id).is_some());
    hints.extend(state.look.about.iter().filter(|id| !is_theme(id)).map(|id| Hint::NoSuchTheme(id.clone())));
    let of = &state.look.cloud.of;
    if *of != CloudLook::default().of && !clouds(engine).contains(&of.as_str()) {
        hints.push(Hint::NoSuchCloud(of.clone()));
    }
    if state.compared.len() > MAX_COMPARED {
        hints.push(Hint::TooManyCompared(state.compared.len()));
    }
    hints.extend(state.unknown.iter().map(|(key, value)| Hint::Unknown { key: key.clone(), value: value.clone() }));
    hints
}

/// Takes out of a state all that it asks for in vain.
pub fn drop_vain(engine: &Engine, state: &mut State) {
    for hint in hints(engine, state) {
        match hint {
            Hint::Unknown { .. } => state.unknown.clear(),
            Hint::NoSuchValue { key, value } => state.filter.forget(&key, &value),
            Hint::NoSuchResource(id) => {
                state.open = state.open.take().filter(|open| *open != id);
                state.compared.retain(|picked| *picked != id);
            }
            Hint::NoSuchTheme(_) => state.look.about = None,
            Hint::NoSuchCloud(_) => state.look.cloud.of = CloudLook::default().of,
            Hint::TooManyCompared(_) => state.compared.truncate(MAX_COMPARED),
        }
    }
}
