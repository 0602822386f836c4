//! The views of the page, a row each: what addresses call them, and where they can stand.

/// How the results are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// One below the other.
    #[default]
    List,
    /// The first page: what the catalog holds, and ways into it.
    Home,
    /// One a row, with columns that a reader picks.
    Table,
    /// The values of a facet among the results, sized by how many resources have them.
    Cloud,
    /// Two facets crossed.
    Map,
    /// By year.
    Time,
    /// Which themes occur together.
    Together,
    /// The broad themes, each with those below it.
    Themes,
    /// The picked resources side by side.
    Compare,
    /// Two sets of resources side by side.
    Sets,
    /// The lists that a reader keeps, or one that somebody shares.
    Shelf,
    /// How an organization puts the page on its website.
    Embed,
    /// How fast the engine is on this device.
    Bench,
}

/// What is to be known of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewInfo {
    /// The view.
    pub view: View,
    /// The word for it, in addresses and in ids.
    pub word: &'static str,
    /// Whether it has a tab.
    pub is_tab: bool,
    /// Whether an embed can begin with it.
    pub is_embeddable: bool,
    /// Whether it shows something else than the results, and so without filters.
    pub is_whole: bool,
}

const fn row(view: View, word: &'static str, [is_tab, is_embeddable, is_whole]: [bool; 3]) -> ViewInfo {
    ViewInfo { view, word, is_tab, is_embeddable, is_whole }
}

/// All views, in the order of their tabs. In brackets: whether a view has a tab, can begin an embed, and takes the whole page.
pub const VIEWS: [ViewInfo; 13] = [
    row(View::List, "list", [true, true, false]),
    row(View::Home, "home", [false, false, true]),
    row(View::Table, "table", [true, true, false]),
    row(View::Cloud, "cloud", [true, true, false]),
    row(View::Map, "map", [true, true, false]),
    row(View::Time, "time", [true, true, false]),
    row(View::Together, "together", [true, true, false]),
    row(View::Themes, "themes", [false, false, true]),
    row(View::Compare, "compare", [false, false, true]),
    row(View::Shelf, "shelf", [false, false, true]),
    row(View::Sets, "sets", [false, false, true]),
    row(View::Embed, "embed", [false, false, true]),
    row(View::Bench, "bench", [false, false, true]),
];

impl View {
    /// The row of this view.
    #[must_use]
    pub fn info(self) -> ViewInfo {
        VIEWS.into_iter().find(|info| info.view == self).unwrap_or(VIEWS[0])
    }

    /// Whether it shows something else than the results, and so without filters.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.info().is_whole
    }

    /// The view that a word names.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        VIEWS.into_iter().find(|info| info.word == word).map(|info| info.view)
    }
}

#[cfg(test)]
mod tests {
    use super::{VIEWS, View};

    #[test]
    fn every_view_has_one_row_and_one_word() {
        for (at, info) in VIEWS.iter().enumerate() {
            assert_eq!(info.view.info(), *info);
            assert_eq!(View::of(info.word), Some(info.view));
            assert!(VIEWS[..at].iter().all(|other| other.view != info.view && other.word != info.word), "{info:?}");
            assert!(!(info.is_embeddable && info.is_whole), "{info:?}");
        }
        assert_eq!(View::of("none"), None);
        assert_eq!(View::default().info().word, "list");
    }
}
