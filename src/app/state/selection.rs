//! What is taken away: which resources a citation, an export or a sheet of paper is of.

use super::store::Explorer;
use crate::catalog::ResourceIdx;
use crate::explore::{View, picked};
use crate::export::citation::Style;

/// How many resources are printed without being asked for, and how many rows of a table.
const MOST_PRINTED: usize = 500;
const MOST_ROWS: usize = 5_000;

/// Some resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// All results, in their order.
    Results,
    /// One.
    One(ResourceIdx),
    /// Those picked for comparison.
    Picked,
    /// Those of the list that is looked at which the catalog has.
    List,
}

/// How resources stand on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Each with its facts, its summary and its address.
    #[default]
    ReadingList,
    /// Each as it is cited, with its summary and the reader's note, in the order of the alphabet.
    Annotated,
    /// Side by side.
    Brief,
    /// A row each, with the columns that the table shows.
    Table,
}

impl Layout {
    /// How many resources are printed so without being asked for.
    pub(crate) fn most(self) -> usize {
        if self == Self::Table { MOST_ROWS } else { MOST_PRINTED }
    }
}

/// What a reader asked to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) of: Of,
    pub(crate) layout: Layout,
    pub(crate) style: Style,
    /// Whether more than [`Layout::most`] are wanted.
    pub(crate) is_all: bool,
}

impl Of {
    /// What ids of its controls begin with: those of results and of an open resource stand in the page at the same time.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Results => "take",
            Self::One(_) => "cite",
            Self::Picked => "picked",
            Self::List => "shelf",
        }
    }
}

impl Explorer {
    /// The resources, in their order.
    pub(crate) fn resources_of(self, of: Of) -> Vec<ResourceIdx> {
        match of {
            Of::Results => self.order(),
            Of::One(idx) => vec![idx],
            Of::Picked => self.with(|state| picked(self.engine, &state.compared)),
            Of::List => self.shelf.with(|shelf| {
                let items = shelf.current().into_iter().flat_map(|list| &list.items);
                items.filter_map(|item| self.engine.find(&item.id)).collect()
            }),
        }
    }

    /// How many there are.
    pub(crate) fn n_of(self, of: Of) -> usize {
        if of == Of::Results { self.n_matched() } else { self.resources_of(of).len() }
    }

    /// What is printed for who just prints the page; nothing where the page itself is what is meant.
    pub(crate) fn usual_sheet(self) -> Option<Sheet> {
        let (view, is_open) =
            self.with_untracked(|state| (state.view, state.open.is_some() || state.look.about.is_some()));
        let (of, layout) = match view {
            View::List => (Of::Results, Layout::default()),
            View::Table => (Of::Results, Layout::Table),
            View::Shelf if self.with_untracked(|state| state.shared.ids.is_empty()) => (Of::List, Layout::default()),
            _ => return None,
        };
        (!is_open).then_some(Sheet { of, layout, style: Style::default(), is_all: false })
    }
}
