//! Texts of the gap map, the timeline and the connections.

use super::facets::facet_names;
use super::{counted, number, resources};
use crate::facet::{Facet, ValueIdx};
use crate::text::isolated;

pub fn rows() -> &'static str {
    "Rows"
}

pub fn swap_axes() -> &'static str {
    "Swap"
}

pub fn swap_hint() -> &'static str {
    "Swap rows and columns"
}

pub fn order_of_rows() -> &'static str {
    "Order of the rows"
}

pub fn order_of_columns() -> &'static str {
    "Order of the columns"
}

pub fn many_first() -> &'static str {
    "Most first"
}

pub fn in_order() -> &'static str {
    "In order"
}

pub fn cells_as() -> &'static str {
    "What cells show"
}

pub fn shading() -> &'static str {
    "Shading"
}

pub fn bubbles() -> &'static str {
    "Bubbles by type"
}

pub fn open_all() -> &'static str {
    "Open all rows"
}

pub fn close_all() -> &'static str {
    "Close all rows"
}

pub fn gap() -> &'static str {
    "gap: none"
}

pub fn gap_legend() -> &'static str {
    "Gap: none yet"
}

pub fn few() -> &'static str {
    "few"
}

pub fn many() -> &'static str {
    "many"
}

pub fn all() -> &'static str {
    "All"
}

pub fn others() -> &'static str {
    "Others"
}

pub fn no_values() -> &'static str {
    "There is nothing to cross: no resource of this catalog states a theme, a type, an audience or the like."
}

pub fn time_title() -> &'static str {
    "Resources by year"
}

pub fn stacked_by() -> &'static str {
    "Divided by"
}

pub fn undivided() -> &'static str {
    "nothing"
}

pub fn first_year() -> &'static str {
    "First year"
}

pub fn last_year() -> &'static str {
    "Last year"
}

pub fn all_years() -> &'static str {
    "All years"
}

pub fn same_as_table() -> &'static str {
    "The same as a table"
}

pub fn year() -> &'static str {
    "Year"
}

pub fn resources_label() -> &'static str {
    "Resources"
}

pub fn several_values() -> &'static str {
    "A resource with several of these stands in each, so a bar can be higher than its number of resources."
}

pub fn no_years() -> &'static str {
    "No resource of this catalog states its year, so there is no timeline."
}

pub fn together_title() -> &'static str {
    "Themes that occur together"
}

pub fn as_matrix() -> &'static str {
    "Matrix"
}

pub fn pairs_as_list() -> &'static str {
    "List"
}

pub fn broad() -> &'static str {
    "Broad themes"
}

pub fn narrow() -> &'static str {
    "Narrow themes"
}

pub fn which_themes() -> &'static str {
    "Which themes"
}

pub fn order_of_pairs() -> &'static str {
    "Order of the pairs"
}

pub fn beyond_chance() -> &'static str {
    "Most beyond chance"
}

pub fn no_themes() -> &'static str {
    "No resource of this catalog states a theme, so nothing can be connected."
}

pub fn nothing_together() -> &'static str {
    "None of these resources has two of these themes. Take a filter away, or look at other themes."
}

pub fn connections_table() -> &'static str {
    "Themes by themes"
}

/// What a line of a picture is called.
pub fn line(facet: &Facet, value: Option<ValueIdx>) -> &str {
    value.map_or(super::not_stated_text(), |value| &facet.values[value as usize].label)
}

/// The name of the table in a picture's part of the page.
pub fn table_of(title: &str) -> String {
    format!("{title}: table")
}

pub fn map_title(rows: &Facet, columns: &Facet) -> String {
    format!("{} × {}", isolated(facet_names(rows).0), isolated(facet_names(columns).0))
}

pub fn map_sentence(n: usize, gaps: usize, cells: usize) -> String {
    let gaps = match gaps {
        0 => "No cell is empty".to_owned(),
        1 => format!("1 of {} cells is a gap", number(cells)),
        gaps => format!("{} of {} cells are gaps", number(gaps), number(cells)),
    };
    format!("{}: each cell counts those that have both values, and leads to them. {gaps}.", resources(n))
}

pub fn left_out(facet: &Facet, n: usize) -> String {
    let (name, n) =
        (facet_names(facet).0, counted(n, "value with fewer resources is", "values with fewer resources are"));
    format!("{}: {n} not shown. A filter or a search brings other values up.", isolated(name))
}

/// "Grading, Teachers: 12 resources", with the types where they are shown.
pub fn cell(row: &str, column: &str, n: u32, kinds: &[(&str, u32)]) -> String {
    let kinds: Vec<String> = kinds.iter().map(|(kind, n)| format!("{kind} {}", number(*n as usize))).collect();
    let kinds = if kinds.is_empty() { String::new() } else { format!("; {}", kinds.join(", ")) };
    format!("{row}, {column}: {}{kinds}", resources(n as usize))
}

pub fn gaps_as_list(n: usize) -> String {
    format!("{} as a list", counted(n, "gap", "gaps"))
}

pub fn gaps_of(row: &str, columns: &[&str]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| isolated(column)).collect();
    format!("{}: none for {}", isolated(row), columns.join(", "))
}

pub fn within(label: &str) -> String {
    format!("Values within {label}")
}

pub fn natural(is_named: bool) -> &'static str {
    if is_named { super::by_name() } else { in_order() }
}

/// A year, or the first and the last of some.
pub fn years(from: i64, to: i64) -> String {
    if from == to { from.to_string() } else { format!("{from} to {to}") }
}

pub fn time_sentence(n: usize, first: i64, last: i64, undated: usize) -> String {
    let undated = if undated > 0 { format!("; {} with no year stated", number(undated)) } else { String::new() };
    format!(
        "{}, in a catalog of {}{undated}. Drag over the bars, or move the two ends, to choose years.",
        resources(n),
        years(first, last)
    )
}

/// "2016 to 2019: 120 resources"
pub fn of_years(from: i64, to: i64, n: u32) -> String {
    format!("{}: {}", years(from, to), resources(n as usize))
}

pub fn without_year(n: u32) -> String {
    format!("{}: {}", super::not_stated_text(), resources(n as usize))
}

pub fn together_sentence(n: usize, values: usize) -> String {
    format!(
        "{}: how many have two of the {} most frequent themes. Each number leads to them.",
        resources(n),
        number(values)
    )
}

/// "Grading and Assessment: 41 resources together, 1.8 times as often as chance"
pub fn pair_of_themes(a: &str, b: &str, n: u32, lift: u64) -> String {
    format!("{} and {}: {} together, {}", isolated(a), isolated(b), resources(n as usize), self::lift(lift))
}

/// How much more often than chance, from tenths.
pub fn lift(tenths: u64) -> String {
    match tenths {
        10 => "as often as chance".to_owned(),
        0 => "far less often than chance".to_owned(),
        tenths => format!("{}.{} times as often as chance", tenths / 10, tenths % 10),
    }
}
