//! The filters that readers want most often, each one press: free, of the last years, practical.

use super::engine::Engine;
use super::state::State;
use crate::facet::{Facet, Filter};

/// How many years before the latest one of the catalog still count as new.
const YEARS: i64 = 5;
/// The ids of access that costs nothing.
const FREE: [&str; 2] = ["free", "open"];
/// The ids of types that are made to be used.
const PRACTICAL: [&str; 8] = ["guide", "toolkit", "tool", "video", "template", "rubric", "lesson", "course"];

/// What a quick filter asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quick {
    /// What costs nothing.
    Free,
    /// What is of a year or later.
    Since(i64),
    /// What is made to be used.
    Practical,
}

/// A choice of values of one facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickFilter {
    /// What it asks for.
    pub quick: Quick,
    key: &'static str,
    values: Vec<String>,
}

impl QuickFilter {
    /// Whether a filter has it.
    pub fn is_on(&self, filter: &Filter) -> bool {
        self.values.iter().all(|value| filter.has(self.key, value))
    }

    /// Whether to add it to a filter only narrows that: nothing of its facet is chosen. What finds nothing finds nothing with it then.
    pub fn only_narrows(&self, filter: &Filter) -> bool {
        filter.of(self.key).is_none_or(|choice| choice.any.is_empty())
    }

    /// Returns the state with it, or without it where it has it. A range of years takes the place of another one.
    #[must_use]
    pub fn toggled(&self, state: &State) -> State {
        let is_on = self.is_on(&state.filter);
        state.with(|state| {
            if matches!(self.quick, Quick::Since(_)) {
                let ranges = state.filter.of(self.key).map(|choice| choice.any.clone()).unwrap_or_default();
                ranges.iter().filter(|range| !range.is_empty()).for_each(|range| state.filter.forget(self.key, range));
            }
            for value in &self.values {
                if is_on {
                    state.filter.forget(self.key, value);
                } else {
                    state.filter.choose(self.key, value);
                }
            }
        })
    }
}

/// Returns the quick filters that tell the resources of a catalog apart.
pub fn quick_filters(engine: &Engine) -> Vec<QuickFilter> {
    let of_ids = |quick: Quick, key: &'static str, ids: &[&str]| {
        let facet = engine.facet(key)?;
        let is_used = |id: &&&str| facet.find(id).is_some_and(|value| 0 < total(engine, facet, value));
        let values: Vec<String> = ids.iter().filter(is_used).map(|id| (*id).to_owned()).collect();
        (!values.is_empty()).then_some(QuickFilter { quick, key, values })
    };
    let filters = [of_ids(Quick::Free, "access", &FREE), since(engine), of_ids(Quick::Practical, "type", &PRACTICAL)];
    filters.into_iter().flatten().collect()
}

/// How many resources of the catalog have a value.
fn total(engine: &Engine, facet: &Facet, value: u32) -> u32 {
    let at = engine.facets.iter().position(|other| other.definition.key == facet.definition.key);
    at.and_then(|at| engine.totals()[at].values.get(value as usize).copied()).unwrap_or_default()
}

/// The last years; none where the catalog has no earlier ones.
fn since(engine: &Engine) -> Option<QuickFilter> {
    let years = engine.facet("year")?.values.iter().filter_map(|value| value.id.parse::<i64>().ok());
    let (first, last) = years.fold(None, |ends: Option<(i64, i64)>, year| {
        let (first, last) = ends.unwrap_or((year, year));
        Some((first.min(year), last.max(year)))
    })?;
    let from = last - YEARS;
    (first < from).then(|| QuickFilter { quick: Quick::Since(from), key: "year", values: vec![format!("{from}..")] })
}

#[cfg(test)]
mod tests {
    use super::{Quick, quick_filters};
    use crate::catalog;
    use crate::explore::{Engine, State, explore};

    fn engine(json: &str) -> Engine {
        Engine::new(catalog::read(json.as_bytes()).unwrap_or_else(|e| panic!("{e}")).0)
    }

    const CATALOG: &str = r#"{ "title": "T", "vocabulary": {
        "types": [{ "id": "guide", "label": "Guide" }, { "id": "report", "label": "Report" }, { "id": "video", "label": "Video" }],
        "access": [{ "id": "free", "label": "Free" }, { "id": "paid", "label": "Paid" }] },
        "resources": [
            { "id": "a", "title": "A", "type": "guide", "access": "free", "published": "2012" },
            { "id": "b", "title": "B", "type": "report", "access": "paid", "published": "2020-04" },
            { "id": "c", "title": "C", "type": "guide", "published": "2025" } ] }"#;

    #[test]
    fn a_quick_filter_leaves_what_it_asks_for_and_is_taken_back() {
        let engine = engine(CATALOG);
        let filters = quick_filters(&engine);
        let quicks: Vec<Quick> = filters.iter().map(|filter| filter.quick).collect();
        assert_eq!(quicks, [Quick::Free, Quick::Since(2020), Quick::Practical]);
        for (filter, n) in filters.iter().zip([1, 2, 2]) {
            let on = filter.toggled(&State::default());
            assert!(filter.is_on(&on.filter) && !filter.is_on(&State::default().filter));
            assert_eq!(explore(&engine, &on).0.total, n, "{:?}", filter.quick);
            assert_eq!(filter.toggled(&on), State::default());
        }
    }

    #[test]
    fn the_last_years_take_the_place_of_another_range() {
        let engine = engine(CATALOG);
        let filters = quick_filters(&engine);
        let before = State::default().with(|state| state.filter.choose("year", "2012..2015"));
        let after = filters[1].toggled(&before);
        assert_eq!(after.filter.of("year").map(|choice| choice.any.clone()), Some(vec!["2020..".to_owned()]));
    }

    #[test]
    fn what_finds_nothing_finds_nothing_with_a_filter_that_only_narrows() {
        let engine = engine(CATALOG);
        let total = |state: &State| explore(&engine, state).0.total;
        let none = State::default().with_query("zzzz");
        let paid = State::default()
            .with(|state| state.filter.choose("access", "paid"))
            .with(|state| state.filter.choose("type", "guide"));
        for filter in quick_filters(&engine) {
            assert!(filter.only_narrows(&none.filter) && total(&filter.toggled(&none)) == 0, "{:?}", filter.quick);
            assert!(!filter.only_narrows(&filter.toggled(&none).filter), "{:?}", filter.quick);
        }
        let free = &quick_filters(&engine)[0];
        assert_eq!((total(&paid), total(&free.toggled(&paid)), free.only_narrows(&paid.filter)), (0, 1, false));
    }

    #[test]
    fn what_a_catalog_does_not_have_is_not_offered() {
        let one = r#"{ "title": "T", "resources": [{ "id": "a", "title": "A", "published": "2020" }] }"#;
        assert_eq!(quick_filters(&engine(one)), []);
    }
}
