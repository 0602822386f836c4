//! The broad themes, each with how many resources are on it and when they were published.

use crate::explore::engine::Engine;
use crate::facet::{FacetValue, ValueIdx, tally};

/// How many years a spark line has.
const YEARS: i64 = 20;
/// Decimals of catalogs count in ten-thousandths.
const ONE: i64 = 10_000;

/// A broad theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeTile {
    /// Which theme.
    pub theme: ValueIdx,
    /// How many resources are on it, or on themes below it.
    pub n: u32,
    /// How many were published in each of the last twenty years that the catalog has, the first year first.
    pub years: Vec<u32>,
    /// The themes right below it that any resource is on.
    pub children: Vec<ValueIdx>,
}

/// Returns the broad themes that any resource is on, in the order of the vocabulary.
pub(super) fn theme_tiles(engine: &Engine) -> Vec<ThemeTile> {
    let Some(at) = engine.facets.iter().position(|facet| facet.definition.key == "theme") else { return Vec::new() };
    let (themes, totals) = (&engine.facets[at], &engine.totals()[at].values);
    let years = engine.facet("year");
    let last = years.and_then(|years| years.values.last()?.number).unwrap_or_default();
    let by_year = |theme: ValueIdx| {
        let mut counts = vec![0; usize::try_from(YEARS).unwrap_or_default()];
        let Some(years) = years else { return Vec::new() };
        let found = tally(years, &themes.with_any(&[theme])).values;
        for (value, n) in years.values.iter().zip(found) {
            let before = (last - value.number.unwrap_or(i64::MIN / 2)) / ONE;
            if let Ok(place) = usize::try_from(YEARS - 1 - before) {
                counts[place] += n;
            }
        }
        counts
    };
    let broad = (0..).zip(&themes.values).zip(totals).filter(|((_, value), n)| value.parent.is_none() && **n > 0);
    let used = |value: &FacetValue| {
        let children = value.children.iter().copied();
        children.filter(|child| totals.get(*child as usize).is_some_and(|n| *n > 0)).collect()
    };
    broad.map(|((theme, value), n)| ThemeTile { theme, n: *n, years: by_year(theme), children: used(value) }).collect()
}

#[cfg(test)]
mod tests {
    use super::ONE;
    use crate::catalog::decimal;

    #[test]
    fn a_year_is_one_of_so_many_parts() {
        assert_eq!(decimal("1"), Some(ONE));
    }
}
