//! The catalog that the page shows, how it came, and how the page is set up.

use crate::app::platform;
use crate::catalog::Finding;
use crate::embed::{LockedFilter, Setup};
use crate::explore::{Condition, Engine, State, fragment};
use crate::i18n::{self, Language};

/// A catalog that can be used; it lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct LoadedCatalog {
    /// All that is known of it.
    pub(crate) engine: &'static Engine,
    /// What was found when it was read.
    pub(crate) findings: &'static [Finding],
    /// How much of it was read.
    pub(crate) extent: Extent,
    /// How the page is set up by its address.
    pub(crate) setup: &'static Setup,
    /// What bounds the engine, if something does.
    pub(crate) bounds: Option<&'static Bounds>,
}

/// How far the loading is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Resources that are there.
    pub(crate) resources: usize,
    /// Bytes that are there.
    pub(crate) bytes: usize,
    /// Bytes that there will be, where that is known.
    pub(crate) all_bytes: Option<usize>,
}

/// How much of the catalog was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// What had come when the reader had enough.
    Stopped,
    /// What had come when the connection broke.
    Interrupted,
    /// All that there is of a file that ends in the middle.
    Truncated,
}

/// The locked filter of an embedded page, with the words for it.
#[derive(Clone)]
pub(crate) struct Bounds {
    pub(crate) locked: LockedFilter,
    /// Each of its conditions with the words for it, as the whole catalog has them: what leads to it, and its value.
    pub(crate) locked_conditions: Vec<(Condition, String, String)>,
}

impl LoadedCatalog {
    /// Makes the page speak the language that a state asks for; where there is none of that, the setup, the catalog or the
    /// browser.
    pub(crate) fn speak(self, state: &State) {
        let language = self.language(state);
        i18n::set_current(language);
        platform::set_language(language.tag, language.is_rtl);
    }

    fn language(self, state: &State) -> &'static Language {
        let browser = platform::languages();
        let of_catalog = state.language.iter().chain(&self.setup.language).chain(&self.engine.head.language);
        i18n::language_for(of_catalog.chain(&browser).map(String::as_str))
    }

    /// What the address of the page asks for.
    pub(crate) fn arrived(self) -> State {
        let address = platform::current();
        if address.starts_with('?') {
            self.setup.preset(self.engine)
        } else {
            fragment::read(&address, &self.engine.facets)
        }
    }

    /// Returns the address of a state in the explorer outside of any embed, with the locked filters of this embed as plain ones.
    pub(crate) fn full_address(self, state: &State) -> String {
        let state = self.bounds.map_or_else(|| state.clone(), |bounds| bounds.locked.added_to(state));
        platform::page_address() + &fragment::write(&state)
    }

    /// The address of a state for others to open.
    pub(crate) fn shared_address(self, state: &State) -> String {
        if self.setup.is_embedded { self.full_address(state) } else { platform::whole_address() }
    }
}
