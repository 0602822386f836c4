//! Which resources a query by date finds: `year:2024-06`, `year:2024-01..2024-06`, `year:>2024-06-15`.
//!
//! A date that is less precise than a day is a span of days, in a record as in a query. A resource is found where its whole
//! span lies in the one that is asked for: what is dated 2024 is found in 2024 and not in June 2024, of which nobody knows it.

use std::ops::Bound;

use crate::catalog::{FieldKind, PartialDate, ResourceIdx, ResourceSet, values};
use crate::explore::engine::Engine;
use crate::facet::{Facet, Origin};
use crate::search::FieldValue;

/// The first and the last day of a span, each as year, month and day in one number.
type Span = (u32, u32);

/// The days of one month more than there are, and of a year.
const LAST_DAY: u32 = 31;
const LAST_MONTH: u32 = 12;

/// Whether the values of a facet are the years of dates.
pub(in crate::explore) fn has_dates(facet: &Facet) -> bool {
    match &facet.definition.origin {
        Origin::BuiltIn => facet.definition.key == "year",
        Origin::Field { kind, .. } => *kind == FieldKind::Date,
    }
}

/// The resources of which a date lies in the span that a query asks for; `None` where it asks for no date.
pub(in crate::explore) fn dated(engine: &Engine, facet: &Facet, value: &FieldValue) -> Option<ResourceSet> {
    let (from, to) = span_of(value)?;
    let year = |day: u32| i64::from(day / 10_000) * 10_000;
    let of_years = facet.with_any(&facet.between(year(from), year(to)));
    let mut found = ResourceSet::none(engine.len());
    let is_within = |date: &PartialDate| from <= span(*date).0 && span(*date).1 <= to;
    for idx in of_years.iter().filter(|idx| dates(engine, facet, *idx).iter().any(is_within)) {
        found.insert(idx);
    }
    Some(found)
}

/// The dates of a resource for a facet.
fn dates(engine: &Engine, facet: &Facet, idx: ResourceIdx) -> Vec<PartialDate> {
    match &facet.definition.origin {
        Origin::BuiltIn => engine.store.published(idx).into_iter().collect(),
        Origin::Field { id, .. } => {
            values(&engine.store.extra(idx), id).iter().filter_map(|text| text.parse().ok()).collect()
        }
    }
}

/// The days that a query asks for.
fn span_of(value: &FieldValue) -> Option<Span> {
    let (from, to) = match value {
        FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. } => return read(raw),
        FieldValue::Range { from, to, .. } => (from, to),
    };
    let from = match from {
        Bound::Included(text) => read(text)?,
        Bound::Excluded(text) => after(read(text)?),
        Bound::Unbounded => (0, 0),
    };
    let to = match to {
        Bound::Included(text) => read(text)?,
        Bound::Excluded(text) => before(read(text)?),
        Bound::Unbounded => (u32::MAX, u32::MAX),
    };
    // From the later to the earlier means the same.
    Some((from.0.min(to.0), from.1.max(to.1)))
}

fn after((_, last): Span) -> Span {
    (last + 1, last + 1)
}

fn before((first, _): Span) -> Span {
    (first - 1, first - 1)
}

/// The days of a date as a query writes it; of one that is being typed, those of its year.
fn read(text: &str) -> Option<Span> {
    let text = text.trim().replace('/', "-");
    let mut parts = text.split('-').filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = [Some(year), month, day].into_iter().flatten().map(|part| format!("{part:0>2}"));
    let padded: Vec<String> = padded.filter(|part| part != "00").collect();
    padded.join("-").parse().ok().map(span)
}

fn span(date: PartialDate) -> Span {
    let day = |month: u32, day: u32| u32::from(date.year()) * 10_000 + month * 100 + day;
    let (month, of_month) = (date.month().map(u32::from), date.day().map(u32::from));
    (day(month.unwrap_or(1), of_month.unwrap_or(1)), day(month.unwrap_or(LAST_MONTH), of_month.unwrap_or(LAST_DAY)))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_date_is_a_span_of_days() {
        for (text, span) in [
            ("2024", Some((20_240_101, 20_241_231))),
            ("2024-06", Some((20_240_601, 20_240_631))),
            ("2024/6", Some((20_240_601, 20_240_631))),
            ("2024-06-15", Some((20_240_615, 20_240_615))),
            ("2024-", Some((20_240_101, 20_241_231))),
            ("2024-0", Some((20_240_101, 20_241_231))),
            ("2024-13", None),
            ("2024-02-30", None),
            ("24", None),
            ("June", None),
        ] {
            assert_eq!(read(text), span, "{text}");
        }
    }
}
