//! Which resources a citation, an export or a print job is of.

use super::print_job::PrintJob;
use super::store::Explorer;
use crate::app::platform;
use crate::catalog::{PartialDate, Resource, ResourceIdx};
use crate::explore::{Shared, State, View, fragment, picked};
use crate::export::citation::{Citation, Style, reference_list};
use crate::export::{Layout, Selection as Of};

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
        self.first_of(of, usize::MAX)
    }

    /// The first resources, in their order: at most so many of the results, and all of what is chosen by hand.
    pub(crate) fn first_of(self, of: Of, most: usize) -> Vec<ResourceIdx> {
        match of {
            Of::Results => self.first_results(most.min(self.engine.len())),
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

    /// Returns what the browser's own print command prints; `None` where it prints the page as it is shown.
    pub(crate) fn usual_print_job(self) -> Option<PrintJob> {
        let (view, is_open) =
            self.with_untracked(|state| (state.view, state.open.is_some() || state.look.about.is_some()));
        let (of, layout) = match view {
            View::List => (Of::Results, Layout::default()),
            View::Table => (Of::Results, Layout::Table),
            View::Shelf if self.with_untracked(|state| state.shared.ids.is_empty()) => (Of::List, Layout::default()),
            _ => return None,
        };
        (!is_open).then_some(PrintJob { of, layout, style: Style::default(), has_notes: false, is_all: false })
    }

    /// The citations of resources as a list of works, each with its place in what came.
    pub(crate) fn cited(self, style: Style, resources: impl Iterator<Item = Resource>) -> Vec<(usize, Citation)> {
        let accessed: Option<PartialDate> = platform::today().parse().ok();
        let resources: Vec<Resource> = resources.collect();
        reference_list(style, &resources, self.context(), accessed)
    }

    /// The address of the current list, for others.
    pub(crate) fn list_link(self) -> String {
        let shared = self.shelf.with(|shelf| {
            let list = shelf.current().cloned().unwrap_or_default();
            Shared {
                name: list.name,
                for_whom: list.for_whom,
                ids: list.items.into_iter().map(|item| item.id).collect(),
            }
        });
        platform::page_address() + &fragment::write(&State { view: View::Shelf, shared, ..State::default() })
    }
}
