//! Everything that a reader can change, as one value.
//!
//! Ids and keys are kept as they came, known or not: a link must survive a catalog that has changed.

use super::look::Look;
use super::view::View;
use crate::facet::Filter;
use crate::limits::{QUERY_BYTES, RESULTS_DRAWN, beginning};

/// How many resources are compared side by side at most.
pub const MAX_COMPARED: usize = 6;

/// How many results a page has.
pub const PAGE_SIZE: usize = 25;

/// How many pages of results are shown at most.
pub const MAX_PAGES: usize = RESULTS_DRAWN / PAGE_SIZE;

/// The order of the results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Best answer to the query first; newest first when there is none.
    #[default]
    Relevance,
    /// Newest first, undated last.
    Newest,
    /// Oldest first, undated last.
    Oldest,
    /// By title, as a reader would look it up.
    Title,
}

/// A list of resources that came with an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Shared {
    /// Its name; may be empty.
    pub name: String,
    /// For whom it is; may be empty.
    pub for_whom: String,
    /// The ids of its resources, in order, none twice.
    pub ids: Vec<String>,
}

/// What a reader has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// What stands in the search box, of [`QUERY_BYTES`] at most.
    pub query: String,
    /// Whether only the typed words are searched: no synonyms, no near spellings.
    pub only_words: bool,
    /// What is chosen of the facets.
    pub filter: Filter,
    /// The order of the results.
    pub sort: Sort,
    /// How the results are shown.
    pub view: View,
    /// How many pages of results are shown, 1 to [`MAX_PAGES`].
    pub pages: usize,
    /// Id of the resource that is open.
    pub open: Option<String>,
    /// How the views show what matches.
    pub look: Look,
    /// Ids of the resources picked for comparison, in the order in which they were picked, none twice.
    pub compared: Vec<String>,
    /// The list that somebody shares, shown on the shelf.
    pub shared: Shared,
    /// The language that is wanted for the page (BCP 47), whether there is one or not; without one the page chooses.
    pub language: Option<String>,
    /// Keys and values of an address that this version does not know.
    pub unknown: Vec<(String, String)>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            query: String::new(),
            only_words: false,
            filter: Filter::default(),
            sort: Sort::default(),
            view: View::default(),
            pages: 1,
            open: None,
            look: Look::default(),
            compared: Vec::new(),
            shared: Shared::default(),
            language: None,
            unknown: Vec::new(),
        }
    }
}

impl State {
    /// This state with one thing changed; any change of what matches goes back to the first page.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut state = self.clone();
        change(&mut state);
        let same = (&state.query, state.only_words, &state.filter, state.sort)
            == (&self.query, self.only_words, &self.filter, self.sort);
        if !same {
            state.pages = 1;
        }
        state
    }

    /// Another query; its answer is the results: an open resource or a comparison would hide it.
    #[must_use]
    pub fn with_query(&self, query: &str) -> Self {
        self.with(|state| {
            beginning(query, QUERY_BYTES).clone_into(&mut state.query);
            state.open = None;
            state.look.about = None;
            state.view = if state.view.is_whole() { View::List } else { state.view };
            state.shared = Shared::default();
        })
    }

    /// The results in a view, with nothing open in front of them.
    #[must_use]
    pub fn shown_as(&self, view: View) -> Self {
        self.with(|state| {
            state.view = view;
            state.open = None;
            state.look.about = None;
            state.shared = Shared::default();
        })
    }

    /// The beginning, with nothing asked; what is picked for comparison and the language stay.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self { compared: self.compared.clone(), language: self.language.clone(), ..Self::default() }
    }

    /// Shows a theme on its own, or what else `about=` can say; what was filtered stays.
    #[must_use]
    pub fn about(&self, theme: &str) -> Self {
        self.with(|state| {
            state.open = None;
            state.look.about = Some(theme.to_owned());
        })
    }

    /// Shows a value of a facet on its own: a theme by its id, another one by the key and the id.
    #[must_use]
    pub fn about_value(&self, key: &str, id: &str) -> Self {
        if key == "theme" { self.about(id) } else { self.about(&format!("{key}:{id}")) }
    }

    /// Leaves the page of a theme: the results that were asked for, or else the first page.
    #[must_use]
    pub fn left(&self) -> Self {
        let state = self.with(|state| state.look.about = None);
        let is_list_of_all = state.query.is_empty() && state.filter.is_empty() && state.view == View::List;
        if is_list_of_all { Self { view: View::Home, ..state } } else { state }
    }

    /// Shows a resource; what was filtered stays, so that its neighbours are the results.
    #[must_use]
    pub fn opened(&self, id: &str) -> Self {
        self.with(|state| state.open = Some(id.to_owned()))
    }

    /// What stands behind an open resource again: a theme, or else the results.
    #[must_use]
    pub fn closed(&self) -> Self {
        self.with(|state| state.open = None)
    }

    /// All resources that have a value, and nothing else asked.
    #[must_use]
    pub fn only(&self, key: &str, value: &str) -> Self {
        let mut state = Self { sort: self.sort, ..self.fresh() };
        state.filter.choose(key, value);
        state
    }
}
