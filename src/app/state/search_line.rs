//! What was searched, as a sentence that goes with what a reader takes away.

use super::store::Explorer;
use crate::app::platform;
use crate::export::{Search, search_citation};
use crate::i18n;

impl Explorer {
    /// Returns one line that says what was searched where, and how much was found.
    pub(crate) fn search_line(self) -> String {
        let engine = self.engine;
        self.with_untracked(|state| {
            search_citation(&Search {
                catalog: i18n::catalog_title(engine),
                updated: engine.head.updated.as_deref(),
                query: &state.query,
                filters: &i18n::filters(engine, state),
                matched: self.matched.with_untracked(|matched| matched.total),
                total: engine.len(),
                link: &self.opened.shared_address(state),
                searched: platform::today().parse().ok(),
            })
        })
    }
}
