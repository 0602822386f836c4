//! One year of the timeline by month.

use crate::catalog::ResourceSet;
use crate::explore::engine::Engine;
use crate::facet::Filter;

/// How many resources there are of each month of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Months {
    /// The year.
    pub year: i64,
    /// How many resources each month has, that of January first.
    pub counts: [u32; 12],
    /// How many resources of the year state no month.
    pub undated: u32,
}

impl Months {
    /// The most that a month has; 1 at least.
    pub fn most(&self) -> u32 {
        self.counts.into_iter().max().unwrap_or(0).max(1)
    }
}

/// The months of a year, of what answers the text and meets the filter but for its years; `None` where no resource states its month.
pub fn months(engine: &Engine, text: &ResourceSet, filter: &Filter, year: i64) -> Option<Months> {
    let set = filter.admitted_but(&engine.facets, text, engine.facet("year")?);
    let mut months = Months { year, counts: [0; 12], undated: 0 };
    let dates = set.iter().filter_map(|resource| engine.store.published(resource));
    for date in dates.filter(|date| i64::from(date.year()) == year) {
        match date.month().and_then(|month| months.counts.get_mut(usize::from(month).saturating_sub(1))) {
            Some(count) => *count += 1,
            None => months.undated += 1,
        }
    }
    months.counts.iter().any(|count| *count > 0).then_some(months)
}
