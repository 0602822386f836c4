//! Words for the first page, and for what is like a resource.

use super::functions::{also_by, both_on, catalog_in_numbers, gap_on_theme, promise_of};
use super::{current, number};
use crate::explore::{Engine, Gap, Numbers, Similar};
use crate::facet::ValueIdx;
use crate::text::isolated;

/// How many names a reason has at most.
const MOST_NAMES: usize = 2;

/// What a reader finds here, as the catalog says it or else in numbers.
pub fn promise(stated: Option<&str>, numbers: &Numbers) -> String {
    let made = |promise: &str| promise.replace("{count}", &number(numbers.resources));
    stated.map_or_else(|| promise_of(numbers.resources), made)
}

/// "398 resources by 120 publishers, about 73 places, 1994 to 2026."
pub fn in_numbers(numbers: &Numbers) -> String {
    catalog_in_numbers(numbers.resources, numbers.publishers, numbers.places, numbers.years)
}

/// What there is little of, in a sentence.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number of resources to be expected is neither large nor negative"
)]
pub fn gap_sentence(engine: &Engine, gap: &Gap) -> String {
    let facet = &engine.facets[gap.facet];
    let theme = label(engine, "theme", gap.theme);
    let value = isolated(&facet.values[gap.value as usize].label);
    gap_on_theme(&facet.definition.key, &value, &theme, gap.here as usize, gap.expected.round() as usize)
}

/// What a resource has in common with another one: "Both on Grading and Pacing".
pub fn similar_reason(engine: &Engine, similar: &Similar) -> String {
    let names = |key: &str, values: &[ValueIdx]| {
        current()
            .locale
            .list(&values.iter().take(MOST_NAMES).map(|value| label(engine, key, *value)).collect::<Vec<_>>())
    };
    match (similar.themes.is_empty(), similar.authors.is_empty()) {
        (_, false) => also_by(&names("author", &similar.authors)),
        (false, true) => both_on(&names("theme", &similar.themes)),
        (true, true) => both_on(&names("keyword", &similar.keywords)),
    }
}

/// The label of a value of a facet, isolated from the text around it.
fn label(engine: &Engine, key: &str, value: ValueIdx) -> String {
    let value = engine.facet(key).and_then(|facet| facet.values.get(value as usize));
    value.map(|value| isolated(&value.label)).unwrap_or_default()
}
