//! Words for the gap map, the timeline and the connections.

use super::facets::facet_names;
use super::functions::{
    by_name, chosen_value, fewer_than_expected, in_catalog_of_years, in_order, map_cell, none_for, not_stated_text,
    pair_leads, pair_together, range, resources, time_leads, time_title, values_left_out, without_date,
    would_be_expected,
};
use super::{commas, decimal, number};
use crate::explore::Timeline;
use crate::facet::{Facet, ValueIdx};
use crate::text::isolated;

/// What a line of a picture is called.
pub fn line(facet: &Facet, value: Option<ValueIdx>) -> &str {
    value.map_or(not_stated_text(), |value| &facet.values[value as usize].label)
}

pub fn map_title(rows: &Facet, columns: &Facet) -> String {
    format!("{} × {}", isolated(facet_names(rows).0), isolated(facet_names(columns).0))
}

pub fn left_out(facet: &Facet, n: usize) -> String {
    values_left_out(&isolated(facet_names(facet).0), n)
}

/// "Grading, Teachers: 12 resources", with the types where they are shown.
pub fn cell(row: &str, column: &str, n: u32, types: &[(&str, u32)]) -> String {
    let types: Vec<String> = types.iter().map(|(name, n)| format!("{name} {}", number(*n as usize))).collect();
    map_cell(row, column, n as usize, &commas(&types))
}

/// "Grading and Policymakers: 2, where 11 are expected"
pub fn crossed_gap(row: &str, column: &str, here: u32, expected: f64) -> String {
    fewer_than_expected(&isolated(row), &isolated(column), here as usize, &decimal(expected, 0))
}

/// "180 would be expected"
pub fn expected_here(expected: f64) -> String {
    would_be_expected(&decimal(expected, 0))
}

pub fn gaps_of(row: &str, columns: &[&str]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| isolated(column)).collect();
    none_for(&isolated(row), &commas(&columns))
}

pub fn natural(is_named: bool) -> &'static str {
    if is_named { by_name() } else { in_order() }
}

/// A year, or the first and the last of some.
pub fn years(from: i64, to: i64) -> String {
    if from == to { from.to_string() } else { range(&from.to_string(), &to.to_string()) }
}

pub fn time_sentence(n: usize, first: i64, last: i64, undated: usize) -> String {
    in_catalog_of_years(n, &years(first, last), undated)
}

/// The sentence above the timeline: "2018: 74 resources" of the years that are chosen, or else "Most in 2017: 82 of 667 resources with
/// a year"; its title where none has a year.
pub fn time_says(line: &Timeline) -> String {
    let chosen = line.chosen.and_then(|(first, last)| line.slots.get(first..=last));
    if let Some([first, .., last] | [first @ last]) = chosen {
        return of_years(first.from, last.to, chosen.into_iter().flatten().map(|slot| slot.bar.total).sum());
    }
    let Some((most, _)) = line.summary() else { return time_title().to_owned() };
    let dated = line.slots.iter().map(|slot| slot.bar.total as usize).sum();
    time_leads(&years(most.from, most.to), most.bar.total as usize, dated)
}

/// "2016 to 2019: 120 resources"
pub fn of_years(from: i64, to: i64, n: u32) -> String {
    chosen_value(&years(from, to), &resources(n as usize))
}

pub fn without_year(n: u32) -> String {
    without_date(n as usize)
}

/// "“Grading” and “Assessment” share the most resources: 41 of 120 resources"
pub fn leading_pair(a: &str, b: &str, n: u32, total: usize) -> String {
    pair_leads(&isolated(a), &isolated(b), n as usize, total)
}

/// "Grading and Assessment: 41 resources together, 1.8 times as often as chance"
pub fn pair_of_themes(a: &str, b: &str, n: u32, lift: u64) -> String {
    pair_together(&isolated(a), &isolated(b), n as usize, &super::lift(lift))
}
