//! How the page is set up by its address: what it shows first, what is locked, which parts it has, how it looks.
//!
//! A setup is the query part: `?theme=policy&lock=theme&view=cloud&hide=header&accent=12595e&embed`. Words of the address
//! grammar say what an untouched page shows; `lock` keeps readers from changing some of them; the rest is listed at [`Setup`].

use super::skin::ThemeOverrides;
use crate::catalog::ResourceSet;
use crate::explore::{self, Engine, State, View, fragment};

/// The word that stands for the query where something is locked.
const QUERY: &str = "q";

/// A part of the page that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name, and the choice of light or dark.
    Header,
    /// The search box.
    Search,
    /// The filters.
    Facets,
    /// The ways to show the results.
    Views,
    /// Citing, exporting, printing, keeping and comparing.
    Tools,
}

impl Part {
    /// All parts.
    pub const ALL: [Self; 5] = [Self::Header, Self::Search, Self::Facets, Self::Views, Self::Tools];

    /// The part that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Search => "search",
            Self::Facets => "facets",
            Self::Views => "views",
            Self::Tools => "tools",
        }
    }
}

/// Whether the page is light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the reader's device is.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Scheme {
    /// All schemes.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The scheme that a word names; [`Scheme::Auto`] where it names none.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|scheme| scheme.word() == word).unwrap_or_default()
    }

    /// The scheme after this one, for a button that goes through all.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// Whether it is dark; `None` where the device decides.
    pub fn is_dark(self) -> Option<bool> {
        (self != Self::Auto).then_some(self == Self::Dark)
    }

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a page is set up to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setup {
    /// The query part that it was read from.
    address: String,
    /// The keys of facets, or `q`, whose choices a reader can’t change (`lock`).
    pub locked: Vec<String>,
    /// The parts that it does without (`hide`).
    pub hidden: Vec<Part>,
    /// Whether it stands on somebody's page (`embed`).
    pub is_embedded: bool,
    /// Whether it takes little room (`compact`): no description, filters folded up.
    pub is_compact: bool,
    /// Light or dark (`scheme`).
    pub scheme: Scheme,
    /// Its colours, font and corners (`accent`, `background`, `text`, `font`, `radius`).
    pub skin: ThemeOverrides,
    /// Where its catalog is, if not where the page says (`catalog`).
    pub catalog: Option<String>,
    /// The language that is wanted for the interface (`lang`, BCP 47).
    pub language: Option<String>,
}

impl Setup {
    /// The best reading of a query part (`?…`).
    pub fn read(address: &str) -> Self {
        let mut setup = Self { address: address.to_owned(), ..Self::default() };
        for (key, value) in fragment::pairs(address) {
            let said = || (!value.is_empty()).then(|| value.clone());
            match key.as_str() {
                "lock" => setup.locked.extend(words(&value).map(str::to_owned)),
                "hide" => setup.hidden.extend(words(&value).filter_map(Part::of)),
                "embed" => setup.is_embedded = true,
                "compact" => setup.is_compact = true,
                "scheme" => setup.scheme = Scheme::of(&value),
                "catalog" => setup.catalog = said(),
                "lang" => setup.language = said(),
                _ => _ = setup.skin.take(&key, &value),
            }
        }
        setup
    }

    /// Whether a part is left out.
    pub fn hides(&self, part: Part) -> bool {
        self.hidden.contains(&part)
    }

    /// The locked query and choices, read with the facets of the whole catalog; none where nothing is locked.
    pub fn locked_filter(&self, engine: &Engine) -> Option<LockedFilter> {
        let all = fragment::read(&self.address, &engine.facets);
        let mut state = State::default();
        if self.is_locked(QUERY) {
            state.query.clone_from(&all.query);
        }
        for (key, choice) in all.filter.iter().filter(|(key, _)| self.is_locked(key)) {
            choice.any.iter().for_each(|value| state.filter.choose(key, value));
            choice.not.iter().for_each(|value| state.filter.leave_out(key, value));
            state.filter.set_all(key, choice.all);
        }
        let is_locked = !state.query.is_empty() || !state.filter.is_empty();
        is_locked.then_some(LockedFilter { state })
    }

    /// What an untouched page shows, without what is locked anyway.
    pub fn preset(&self, engine: &Engine) -> State {
        let mut state = fragment::read(&self.address, &engine.facets);
        if self.is_locked(QUERY) {
            state.query.clear();
        }
        self.locked.iter().for_each(|key| state.filter.forget_all(key));
        // The setup has it, and it would stand in every address.
        state.language = None;
        // What only says how the page looks leads to the first page, but on others' pages: these have their own.
        let says_view = || fragment::pairs(&self.address).iter().any(|(key, _)| key == "view");
        if !self.is_embedded && state == State::default() && !says_view() {
            state.view = View::Home;
        }
        state
    }

    fn is_locked(&self, key: &str) -> bool {
        self.locked.iter().any(|locked| locked == key)
    }
}

/// The words of a value that may hold several.
fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split([' ', ',', '|']).filter(|word| !word.is_empty())
}

/// The query and the choices that a reader of an embedded page can’t change: they bound every count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockedFilter {
    /// Its query and its choices; nothing else is set.
    pub state: State,
}

impl LockedFilter {
    /// The resources that there are within these bounds.
    pub fn set(&self, engine: &Engine) -> ResourceSet {
        let query = explore::parse_query(engine, &self.state.query);
        let hits = explore::text_hits(engine, &query, false);
        self.state.filter.admitted(&engine.facets, &hits.set)
    }

    /// Another state together with these bounds, for a page that has none.
    #[must_use]
    pub fn added_to(&self, state: &State) -> State {
        let mut state = state.clone();
        if !self.state.query.is_empty() {
            let whole = format!("{} {}", self.state.query, state.query);
            whole.trim().clone_into(&mut state.query);
        }
        for (key, choice) in self.state.filter.iter() {
            // Chosen besides what is locked, a value narrows; in a page without bounds all of them say that.
            let narrows = state.filter.of(key).is_some_and(|choice| !choice.any.is_empty());
            choice.any.iter().for_each(|value| state.filter.choose(key, value));
            choice.not.iter().for_each(|value| state.filter.leave_out(key, value));
            state.filter.set_all(key, choice.all || narrows);
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Scheme, Setup};
    use crate::catalog::Catalog;
    use crate::colour::Colour;
    use crate::explore::View;
    use crate::explore::{Engine, State, sample};

    #[test]
    fn a_setup_is_read_in_the_words_of_an_address() {
        let setup = Setup::read(
            "?theme=policy&lock=theme,q&hide=header+search&hide=facets&embed&compact&scheme=dark&accent=%23a00\
             &catalog=a.json&lang=de&utm_source=mail",
        );
        assert_eq!(setup.locked, ["theme", "q"]);
        assert!([Part::Header, Part::Search, Part::Facets].iter().all(|part| setup.hides(*part)));
        assert!(!setup.hides(Part::Views) && setup.is_embedded && setup.is_compact);
        assert_eq!((setup.scheme, setup.skin.accent), (Scheme::Dark, Some(Colour([0xaa, 0, 0]))));
        assert_eq!((setup.catalog.as_deref(), setup.language.as_deref()), (Some("a.json"), Some("de")));
        assert_eq!(Setup::read("").locked, [""; 0]);
    }

    #[test]
    fn what_is_held_fast_is_no_part_of_what_is_shown_first() {
        let engine = Engine::new(Catalog { resources: (0..200).map(sample).collect(), ..Catalog::default() });
        let key = engine.facets[0].definition.key.clone();
        let (value, other) = (engine.facets[0].values[0].id.clone(), engine.facets[0].values[1].id.clone());
        let setup = Setup::read(&format!("?{key}={value}&lock={key}&view=cloud"));
        let preset = setup.preset(&engine);
        assert!(preset.filter.is_empty() && preset.view == View::Cloud);
        assert_eq!(Setup::read("?lang=es&embed").preset(&engine), State::default());
        let locked = setup.locked_filter(&engine).filter(|locked| locked.state.filter.has(&key, &value));
        let set = locked.as_ref().map(|locked| locked.set(&engine));
        let n = engine.totals()[0].values[0] as usize;
        assert_eq!(set.map(|set| set.len()), Some(n));
        // Outside these bounds it takes both values to say what a second one says within them.
        let chosen = preset.with(|state| state.filter.choose(&key, &other));
        let whole = locked.map(|locked| locked.added_to(&chosen));
        assert_eq!(whole.and_then(|whole| whole.filter.of(&key).map(|c| (c.any.len(), c.all))), Some((2, true)));
        assert_eq!(Setup::read("?lock=theme").locked_filter(&engine), None);
    }
}
