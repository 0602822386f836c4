//! Texts of the comparison of resources, of the comparison of sets, and of the table of results.

use super::facets::value_label;
use super::{condition, number, resources};
use crate::explore::{Complement, Engine, Group, Overlap, State, conditions};
use crate::facet::{Facet, ValueIdx};
use crate::text::isolated;

pub fn only_differences() -> &'static str {
    "Only differences"
}

pub fn only_complete() -> &'static str {
    "Only complete rows"
}

pub fn no_rows() -> &'static str {
    "No row is left: take one of the two restrictions away."
}

pub fn my_note() -> &'static str {
    "My note"
}

pub fn note_example() -> &'static str {
    "Only for you"
}

pub fn notes_here() -> &'static str {
    "Notes stay in this browser on this device; nobody else sees them, and a link does not carry them."
}

pub fn notes_not_kept() -> &'static str {
    "This browser does not let the page keep notes: they are gone when you close it. Copy or download the table to keep them."
}

pub fn note_merged() -> &'static str {
    "Another tab had changed this note too: both texts are here now."
}

pub fn add_one() -> &'static str {
    "Add a resource"
}

pub fn add_example() -> &'static str {
    "Find a title …"
}

pub fn nothing_to_add() -> &'static str {
    "No other resource answers this."
}

pub fn sets_instead() -> &'static str {
    "Compare two sets of resources instead"
}

pub fn how_alike() -> &'static str {
    "How alike they are"
}

pub fn how_alike_help() -> &'static str {
    "Themes that both have, of all themes that either has."
}

pub fn all_miss() -> &'static str {
    "What all of these miss"
}

pub fn add() -> &'static str {
    "Add"
}

pub fn copy_markdown() -> &'static str {
    "Copy as Markdown"
}

pub fn save_markdown() -> &'static str {
    "Markdown file"
}

pub fn save_csv() -> &'static str {
    "Spreadsheet (CSV)"
}

pub fn copied() -> &'static str {
    "Copied."
}

pub fn not_copied() -> &'static str {
    "This browser does not let the page copy: take the Markdown file."
}

pub fn not_saved() -> &'static str {
    "This browser does not let the page make a file: copy the table instead."
}

pub fn title() -> &'static str {
    "Title"
}

pub fn result_table() -> &'static str {
    "Table of the results"
}

pub fn columns() -> &'static str {
    "Columns"
}

pub fn compare_with_label() -> &'static str {
    "compare with …"
}

pub fn both_sets() -> &'static str {
    "Both"
}

/// The name of a set, by its side.
pub fn set_name(side: usize) -> &'static str {
    ["A", "B"][side]
}

pub fn swap() -> &'static str {
    "Swap A and B"
}

pub fn as_bars() -> &'static str {
    "Bars"
}

pub fn as_table() -> &'static str {
    "Table"
}

pub fn any_value() -> &'static str {
    "Any"
}

pub fn distinctive() -> &'static str {
    "Words distinctive of each"
}

pub fn distinctive_help() -> &'static str {
    "Words of titles, keywords and summaries that stand in one set far more often than chance would have it."
}

pub fn no_words() -> &'static str {
    "No word stands out."
}

pub fn years_label() -> &'static str {
    "Years"
}

pub fn share_of_each() -> &'static str {
    "Share of the resources of each set"
}

pub fn same_sets() -> &'static str {
    "A and B ask for the same. Choose another value on one side, or narrow the results and come back."
}

pub fn nothing_to_show() -> &'static str {
    "Neither set states any."
}

pub fn full(most: usize) -> String {
    format!("{} are compared, and that is the most. Remove one to add another.", number(most))
}

pub fn start_with_first(n: usize) -> String {
    if n == 1 { "Compare the first result".to_owned() } else { format!("Compare the first {} results", number(n)) }
}

pub fn group(group: Group) -> &'static str {
    match group {
        Group::About => "About",
        Group::ForWhom => "For whom",
        Group::Topics => "Topics",
        Group::Access => "Access",
        Group::Evidence => "Evidence",
        Group::Own => "More",
    }
}

pub fn confidence_level(level: &str) -> String {
    let mut letters = level.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub fn move_to(title: &str, left: bool) -> String {
    format!("Move “{title}” to the {}", if left { "left" } else { "right" })
}

pub fn note_on(title: &str) -> String {
    format!("My note on “{title}”")
}

pub fn add_this(title: &str) -> String {
    format!("Add “{title}”")
}

fn labels(facet: &Facet, values: &[ValueIdx]) -> String {
    let labels: Vec<String> = values.iter().map(|value| isolated(&facet.values[*value as usize].label)).collect();
    labels.join(", ")
}

/// "share 3 of 7 themes: Grading, Pacing, Equity"
pub fn overlap(engine: &Engine, overlap: &Overlap) -> String {
    let Some(facet) = engine.facet("theme") else { return String::new() };
    match (overlap.shared.len(), overlap.n_either) {
        (_, 0) => "neither states a theme".to_owned(),
        (0, n) => format!("share none of {n} themes"),
        (shared, n) => format!("share {shared} of {n} themes: {}", labels(facet, &overlap.shared)),
    }
}

/// The start of a title, where that is enough to tell it from another.
pub fn shortened(title: &str) -> String {
    const MOST: usize = 42;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(MOST).collect();
    let whole_words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{} …", whole_words.trim_end_matches([',', ':', '-', '–']))
}

pub fn percent(n: usize) -> String {
    format!("{n}%")
}

/// "This one adds: themes Equity, Pacing; audience Parents."
pub fn adds(engine: &Engine, complement: &Complement) -> String {
    let part = |(at, values): &(usize, Vec<ValueIdx>)| {
        let facet = &engine.facets[*at];
        format!("{}: {}", isolated(super::facet(facet)), labels(facet, values))
    };
    let parts: Vec<String> = complement.adds.iter().map(part).collect();
    format!("This one adds {}.", parts.join("; "))
}

pub fn file_name(of: &str, ending: &str) -> String {
    format!("{of}.{ending}")
}

pub fn comparison_file() -> &'static str {
    "comparison"
}

/// What a set asks for: "Place: Maine, Type: Report", or all.
pub fn set(engine: &Engine, state: &State) -> String {
    let all: Vec<String> = conditions(engine, state).iter().map(|one| condition(engine, one)).collect();
    if all.is_empty() { "The whole catalog".to_owned() } else { all.join(", ") }
}

pub fn compare_with(condition: &str) -> String {
    format!("{condition}: {}", compare_with_label())
}

pub fn show_set(n: usize) -> String {
    format!("Show {}", if n == 1 { "it".to_owned() } else { format!("these {}", number(n)) })
}

pub fn use_results(side: usize, n: usize) -> String {
    format!("Use the current results as {} ({})", set_name(side), number(n))
}

pub fn value_of(facet: &Facet, side: usize) -> String {
    format!("{} of {}", super::facet(facet), set_name(side))
}

pub fn value_name(facet: &Facet, value: &str) -> String {
    value_label(facet, value)
}

pub fn only_in(side: usize) -> String {
    format!("Only in {}", set_name(side))
}

/// "12 of 30 (40%)"
pub fn part_of(n: usize, of: usize) -> String {
    format!("{} ({})", number(n), percent((n * 200 + of).checked_div(of * 2).unwrap_or(0)))
}

pub fn set_column(side: usize, n: usize) -> String {
    format!("{} ({})", set_name(side), number(n))
}

/// "Maine has 12 resources, New Hampshire 9; 3 are in both."
pub fn sets_in_short(sizes: [usize; 2], shared: usize) -> String {
    format!(
        "A has {}, B has {}; {} in both.",
        resources(sizes[0]),
        number(sizes[1]),
        match shared {
            0 => "none is".to_owned(),
            1 => "1 is".to_owned(),
            n => format!("{} are", number(n)),
        }
    )
}

pub fn and_more(n: usize) -> String {
    format!("and {} more", number(n))
}

pub fn word_counts(counts: [u32; 2]) -> String {
    format!("in {} of A, {} of B", number(counts[0] as usize), number(counts[1] as usize))
}

pub fn year_of_both(year: &str, counts: [u32; 2]) -> String {
    format!("{year}: A {}, B {}", number(counts[0] as usize), number(counts[1] as usize))
}
