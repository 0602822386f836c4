//! Figures of a theme: how many resources by year, and by the values of a facet; each is a link to those resources.

use super::drawn::leads_to;
use super::theme::Drawing;
use crate::app::browser::Piece;
use crate::app::words;
use crate::explore::Counted;
use crate::text::css::percent;

/// Years without any resource are shown too, as long as all of them are no more than these.
const MOST_YEARS: i64 = 30;

/// A number in ten-thousandths, as values of years have it, for one.
const ONE: i64 = 10_000;

/// The values of a facet, each with a bar; nothing where there are none.
pub(super) fn bars(theme: &Drawing<'_>, into: &mut Piece, key: &str, title: &str, counts: &[Counted]) {
    let Some(facet) = theme.explorer.engine.facet(key) else { return };
    let Some(most) = counts.iter().map(|(_, n)| *n).max() else { return };
    let section = into.child("section").class("bars-of");
    section.child("h3").text(title);
    let list = section.child("ul");
    for (value, n) in counts {
        let value = &facet.values[*value as usize];
        let href = if key == "theme" {
            leads_to(theme.explorer, |state| state.about(&value.id))
        } else {
            theme.on_theme(key, &value.id)
        };
        let item = list.child("li");
        item.child("a").isolated().with("href", &href).text(&value.label);
        item.text(" ").child("span").class("count").text(&words::number(*n as usize));
        let length = item.child("span").class("length").with("aria-hidden", "true");
        length.child("span").style("inline-size", &percent(*n, most));
    }
}

/// The years as columns; nothing where none is stated.
pub(super) fn years(theme: &Drawing<'_>, into: &mut Piece) {
    let Some(facet) = theme.explorer.engine.facet("year") else { return };
    let years = &theme.page.years;
    let Some(most) = years.iter().map(|(_, n)| *n).max() else { return };
    let number = |at: u32| facet.values[at as usize].number.unwrap_or(0) / ONE;
    let id = |value: u32| facet.values[value as usize].id.as_str();
    let (first, last) = (years[0].0, years[years.len() - 1].0);
    let is_whole = number(last) - number(first) < MOST_YEARS;
    let section = into.child("section").class("years");
    section.child("h3").text(words::WHEN);
    // More than a row of columns has room for are rows.
    let columns = section.child("ol").class(if is_whole { "columns-of" } else { "rows-of" });
    let mut next = number(first);
    for (value, n) in years {
        while is_whole && next < number(*value) {
            columns.child("li").with("aria-hidden", "true");
            next += 1;
        }
        next = number(*value) + 1;
        let name = words::in_year(id(*value), *n as usize);
        let link = columns.child("li").child("a").with("href", &theme.on_theme("year", id(*value)));
        link.with("aria-label", &name).with("title", &name);
        link.child("span").class("year").text(id(*value));
        link.child("span").class("length").style("--length", &percent(*n, most));
    }
    if let Some(text) = words::undated(theme.page.undated as usize) {
        let undated = section.child("p").class("quiet").child("a");
        undated.with("href", &theme.on_theme("year", "")).text(&text);
    }
}
