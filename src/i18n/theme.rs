//! Words for the page of a theme.

use super::functions::{gap_on_theme, in_minutes, in_pages, times_as_likely, without_date};
use super::times;
use crate::catalog::ResourceIdx;
use crate::explore::{Engine, Missing, ThemePage};
use crate::facet::ValueIdx;
use crate::text::isolated;

/// "2.4 times as likely to be about"
pub fn likely(lift: f64) -> String {
    times_as_likely(&times(lift))
}

/// What a resource to begin with is: "Guide · 12 pages · Great Schools Partnership".
pub fn pick_line(engine: &Engine, idx: ResourceIdx) -> String {
    let resource = engine.resource(idx);
    let of = |key: &str| {
        let facet = engine.facet(key)?;
        let value = facet.values_of(idx).first()?;
        Some(isolated(&facet.values[*value as usize].label))
    };
    let pages = resource.pages.map(|n| in_pages(n as usize));
    let length = pages.or_else(|| resource.minutes.map(|n| in_minutes(n as usize)));
    let publisher = resource.publishers.first().map(|name| isolated(name));
    let parts: Vec<String> = [of("type"), length, publisher, of("access")].into_iter().flatten().collect();
    parts.join(" · ")
}

/// What is missing, in a sentence.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number of resources to be expected is neither large nor negative"
)]
pub fn missing(engine: &Engine, page: &ThemePage, missing: &Missing) -> String {
    let facet = &engine.facets[missing.facet];
    let label = |facet: usize, value: ValueIdx| isolated(&engine.facets[facet].values[value as usize].label);
    let (value, on) = (label(missing.facet, missing.value), label(page.facet, page.value));
    gap_on_theme(&facet.definition.key, &value, &on, missing.here as usize, missing.expected.round() as usize)
}

pub fn undated(n: usize) -> Option<String> {
    (n > 0).then(|| without_date(n))
}
