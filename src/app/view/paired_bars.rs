//! Counts of two sets as pairs of bars, or as a table that says the same.

use super::compare_sets::Drawing;
use super::shape::button;
use crate::app::browser::Piece;
use crate::app::words;
use crate::explore::Paired;
use crate::facet::Facet;

/// How many values show at first, and how many more are shown at once to spare a click.
const FEW: usize = 12;
const LEEWAY: usize = 4;

/// A whole set, in the unit of shares.
const WHOLE: u64 = 10_000;

/// How much of a set that is, in ten-thousandths.
fn share(count: u32, size: usize) -> u64 {
    (u64::from(count) * WHOLE).checked_div(size as u64).unwrap_or(0)
}

/// The length of a bar, by the longest one.
fn length(share: u64, most: u64) -> String {
    format!("{}%", share * 100 / most.max(1))
}

/// The longest bar of some values.
fn most(values: &[Paired], sizes: [usize; 2]) -> u64 {
    values.iter().flat_map(|paired| [0, 1].map(|side| share(paired.counts[side], sizes[side]))).max().unwrap_or(0)
}

/// The values of a facet; `at` is its place among the facets that are shown.
pub(super) fn pairs(sets: &Drawing<'_>, at: usize, key: &str, values: &[Paired], into: &mut Piece) {
    let Some(facet) = sets.explorer.engine.facet(key) else { return };
    let title = format!("pairs-{key}");
    let section = into.child("section").with("aria-labelledby", &title);
    section.child("h3").id(&title).isolated().text(words::facet(facet));
    if values.is_empty() {
        section.child("p").class("quiet").text(words::NOTHING_TO_SHOW);
        return;
    }
    let is_whole = sets.all[at] || values.len() <= FEW + LEEWAY;
    let some = if is_whole { values } else { &values[..FEW] };
    if sets.as_table {
        table(sets, facet, some, section);
    } else {
        let (list, most) = (section.child("ul").class("pairs"), most(values, sets.compared.sizes));
        for paired in some {
            bars(sets, facet, paired, most, list.child("li"));
        }
    }
    if !is_whole {
        button(&format!("sets-all:{at}"), &words::show_all(values.len(), usize::MAX), section).class("plain");
    }
}

/// A value with a bar for each set, which grows with its share of the set.
fn bars(sets: &Drawing<'_>, facet: &Facet, paired: &Paired, most: u64, into: &mut Piece) {
    into.child("span").class("label").isolated().text(&facet.values[paired.value as usize].label);
    for (side, size) in sets.compared.sizes.into_iter().enumerate() {
        let count = paired.counts[side];
        let line = into.text(" ").child("span").class(&format!("line side-{side}"));
        line.child("span").class("hidden").text(words::SET_NAMES[side]).text(": ");
        let bar = line.child("span").class("gauge").with("aria-hidden", "true");
        bar.child("span").style("inline-size", &length(share(count, size), most));
        line.child("span").class("count").text(&words::part_of(count as usize, size));
    }
}

/// The same as a table.
fn table(sets: &Drawing<'_>, facet: &Facet, values: &[Paired], into: &mut Piece) {
    let table = into.child("table").class("twin");
    let head = table.child("thead").child("tr");
    head.child("td");
    let sizes = sets.compared.sizes;
    for (side, size) in sizes.into_iter().enumerate() {
        head.child("th").with("scope", "col").class("count").text(&words::set_column(side, size));
    }
    let body = table.child("tbody");
    for paired in values {
        let row = body.child("tr");
        row.child("th").with("scope", "row").isolated().text(&facet.values[paired.value as usize].label);
        for (count, size) in paired.counts.into_iter().zip(sizes) {
            row.child("td").class("count").text(&words::part_of(count as usize, size));
        }
    }
}

/// The years of both sets, one over the other: two columns a year, with a place for the years between that neither has.
pub(super) fn years(sets: &Drawing<'_>, into: &mut Piece) {
    let Some(facet) = sets.explorer.engine.facet("year") else { return };
    let (values, sizes) = (&sets.compared.years, sets.compared.sizes);
    let section = into.child("section").class("years").with("aria-labelledby", "years-title");
    section.child("h3").id("years-title").text(words::YEARS);
    let (Some(first), Some(last)) = (values.first(), values.last()) else {
        section.child("p").class("quiet").text(words::NOTHING_TO_SHOW);
        return;
    };
    if sets.as_table {
        return table(sets, facet, values, section);
    }
    let label = |paired: &Paired| facet.values[paired.value as usize].label.as_str();
    let year = |paired: &Paired| label(paired).parse::<usize>().unwrap_or(0);
    let most = most(values, sizes);
    let picture = section.child("div").class("overlay").with("aria-hidden", "true");
    let mut next = year(first);
    for paired in values {
        for _ in next..year(paired) {
            picture.child("span").class("of-year");
        }
        next = year(paired) + 1;
        let place =
            picture.child("span").class("of-year").with("title", &words::year_of_both(label(paired), paired.counts));
        for (side, size) in sizes.into_iter().enumerate() {
            let column = place.child("span").class(&format!("column side-{side}"));
            column.child("span").style("block-size", &length(share(paired.counts[side], size), most));
        }
    }
    let axis = section.child("p").class("axis").with("aria-hidden", "true");
    axis.child("span").text(label(first));
    axis.text(" ").child("span").text(label(last));
    table(sets, facet, values, section.child("div").class("hidden"));
}
