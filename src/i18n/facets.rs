//! Words for facets, for what is chosen of them, and for the sentence that the chips make.

use super::functions::{
    and, any_filter, any_or_all_of, chosen_value, facet_name, filters_label, find_in_facet, label_within, lead_not,
    lead_of_facet, lead_of_field, lead_with, lead_without, left_out_chip, left_out_value, not_stated_within, or, range,
    range_from, range_to, what_you_typed, with_count,
};
use super::{date, quoted};
use crate::explore::{Condition, Engine};
use crate::facet::{Facet, NOT_STATED, Origin};
use crate::text::isolated;

/// The name of a facet's values, many and one: that of the catalog, for a field that it names.
pub fn facet_names(facet: &Facet) -> (&str, &str) {
    if let Origin::Field { label, .. } = &facet.definition.origin {
        return (label, label);
    }
    let key = facet.definition.key.as_str();
    facet_name(key).unwrap_or((key, key))
}

/// The name of one value of a facet within a sentence: "place"; a catalog's own label as the catalog writes it.
pub fn facet_within(facet: &Facet) -> String {
    let (_, one) = facet_names(facet);
    if matches!(facet.definition.origin, Origin::Field { .. }) { isolated(one) } else { label_within(one) }
}

pub fn facet(facet: &Facet) -> &str {
    facet_names(facet).0
}

/// What a choice of a facet says: "Theme: Grading", "Not place: Maine".
fn choice(facet: &Facet, value: &str, left_out: bool) -> String {
    let (_, one) = facet_names(facet);
    let value = value_label(facet, value);
    if left_out { left_out_value(&facet_within(facet), &value) } else { chosen_value(&isolated(one), &value) }
}

/// What a condition says: "“mastery”", "Theme: Grading", "Not place: Maine".
pub fn condition(engine: &Engine, condition: &Condition) -> String {
    let name = |key: &str| engine.facet(key).map_or_else(|| key.to_owned(), |facet| self::facet(facet).to_owned());
    match condition {
        Condition::Part(part) => match part.date() {
            Some(of) => date(of),
            None => quoted(part.text.trim_matches(['"', '“', '”'])),
        },
        Condition::Value(key, value) => engine.facet(key).map_or_else(String::new, |facet| choice(facet, value, false)),
        Condition::LeftOut(key, value) => {
            engine.facet(key).map_or_else(String::new, |facet| choice(facet, value, true))
        }
        Condition::Broader([key, above], _) => {
            engine.facet(key).map_or_else(String::new, |facet| choice(facet, above, false))
        }
        Condition::Facet(key) => name(key),
        Condition::Filter => any_filter().to_owned(),
        Condition::Query => what_you_typed().to_owned(),
    }
}

/// What a condition says where the words before it say the rest: "“mastery”", "Grading", "Maine".
pub fn short(engine: &Engine, condition: &Condition) -> String {
    match condition {
        Condition::Value(key, value) | Condition::LeftOut(key, value) | Condition::Broader([key, value], _) => {
            engine.facet(key).map_or_else(String::new, |facet| value_label(facet, value))
        }
        _ => self::condition(engine, condition),
    }
}

/// What stands before the conditions of one kind: "about" Grading, "not from" Maine.
pub fn lead(engine: &Engine, condition: &Condition) -> String {
    let of_field = |key: &str| {
        let facet = engine.facet(key);
        facet.map_or_else(String::new, |facet| lead_of_field(&isolated(facet_names(facet).1)))
    };
    let of = |key: &str| lead_of_facet(key).map_or_else(|| of_field(key), ToOwned::to_owned);
    match condition {
        Condition::Value(key, _) => of(key),
        Condition::LeftOut(key, _) => lead_not(&of(key)),
        Condition::Part(part) if part.date().is_some() && part.negated => lead_not(&of("year")),
        Condition::Part(part) if part.date().is_some() => of("year"),
        Condition::Part(part) if part.negated => lead_without().to_owned(),
        _ => lead_with().to_owned(),
    }
}

/// What stands between conditions of one kind, all or any of which must be met.
pub fn joint(all: bool) -> &'static str {
    if all { and() } else { or() }
}

pub fn any_or_all(facet: &Facet) -> String {
    any_or_all_of(self::facet(facet))
}

pub fn find_in(facet: &Facet) -> String {
    find_in_facet(self::facet(facet))
}

/// What a value of a facet is called, by its id; a range by its ends.
pub fn value_label(facet: &Facet, value: &str) -> String {
    if value == NOT_STATED {
        return not_stated_within().to_owned();
    }
    match value.split_once("..") {
        Some((from, "")) => range_from(from),
        Some(("", to)) => range_to(to),
        Some((from, to)) if facet.find(value).is_none() => range(from, to),
        _ => isolated(facet.find(value).map_or(value, |idx| &facet.values[idx as usize].label)),
    }
}

/// The button that opens the filters on a phone, with how many are chosen.
pub fn open_filters(n: usize) -> String {
    if n > 0 { with_count(filters_label(), n) } else { filters_label().to_owned() }
}

/// The text of a chip: "Grading", "Not Maine"; with the facet where the value alone says too little: "Year: from 2016".
pub fn chip(engine: &Engine, condition: &Condition) -> String {
    match condition {
        Condition::Value(key, value) | Condition::LeftOut(key, value) if value == NOT_STATED || key == "year" => {
            self::condition(engine, condition)
        }
        Condition::LeftOut(..) => left_out_chip(&short(engine, condition)),
        _ => short(engine, condition),
    }
}
