//! The cloud of the results, and what became of the one before.

use crate::app::reactive::Memo;
use crate::app::state::Explorer;
use crate::explore::{self, Changes, CloudLook, Tags};

/// A cloud, and what became of the one before.
#[derive(Clone, PartialEq)]
pub(crate) struct Step {
    look: CloudLook,
    /// The tags.
    pub(crate) cloud: explore::Cloud,
    /// What became of those before.
    pub(crate) changes: Changes,
    /// Those that are asked for.
    pub(crate) chosen: Vec<u32>,
}

/// Returns the cloud of the results, computed once for each change of the query, the filter or the settings.
pub(crate) fn steps(explorer: Explorer) -> Memo<Step> {
    let engine = explorer.engine;
    let of = Memo::new(move |_| explorer.with(|state| Tags::of(engine, state)));
    let look = Memo::new(move |_| explorer.look.with(|look| look.cloud.clone()));
    Memo::new(move |before: Option<&Step>| {
        of.track();
        let (matched, query, look) = (explorer.matched.read(), explorer.query.read(), look.get());
        if let Some(before) = before.filter(|_| matched.total == 0) {
            return before.clone();
        }
        let (cloud, chosen) = explorer.with_search(|state| {
            let cloud = explore::cloud(engine, state, &query, &matched.set);
            let chosen = cloud.of.chosen(engine, state, &query);
            (cloud, chosen)
        });
        // What became of the one before counts only while the settings stay.
        let comparable = before.filter(|before| before.look == look);
        let changes = comparable.map_or_else(Changes::default, |before| explore::changes(&before.cloud, &cloud));
        Step { look, cloud, changes, chosen }
    })
}
