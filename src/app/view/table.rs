//! All results as a table, a page at a time, with columns that a reader picks.

use leptos::prelude::*;

use super::card::{IN_LIST, compare_tick, in_language};
use super::drawn::{drawn_and, leads_to, marked};
use super::results::{more, show_more};
use super::shape::{checkbox, scrolled};
use crate::app::browser::Piece;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{Attribute, Sort, columns, entries, shown_columns};
use crate::search::Query;

/// How many values of a resource a cell names.
const MOST_VALUES: usize = 3;
/// With more columns than these the table is set narrower.
const MANY: usize = 7;

/// What the header of the titles asks for.
const SORT_BY_TITLE: &str = "sort-title";

/// The table.
pub(super) fn table() -> AnyView {
    let explorer = use_explorer();
    let say = move |into: &mut Piece| {
        let matched = explorer.matched.read();
        if matched.total > 0 {
            let whole = into.child("div").id("table");
            all(explorer, &matched.first, whole);
            more(matched.total - matched.first.len(), whole);
        }
    };
    let act = move |act: &str, _: &str| match act.split_once(':') {
        Some(("column", word)) => explorer.toggle_column(word),
        None if act == "more" => show_more(explorer),
        None if act == SORT_BY_TITLE => explorer.sort(Sort::Title),
        None if act == sorts_by(&Attribute::Published) => {
            let is_newest = current(explorer) == Sort::Newest;
            explorer.sort(if is_newest { Sort::Oldest } else { Sort::Newest });
        }
        Some(_) | None => {}
    };
    drawn_and(say, act)
}

/// The order of the results. Without a query there is no best match: the newest come first.
fn current(explorer: Explorer) -> Sort {
    let sort = explorer.with(|state| state.sort);
    if sort == Sort::Relevance && explorer.query.with(Query::is_empty) { Sort::Newest } else { sort }
}

fn all(explorer: Explorer, shown: &[ResourceIdx], into: &mut Piece) {
    let engine = explorer.engine;
    let attributes = explorer.look.with(|look| shown_columns(engine, &look.shown));
    let details = into.child("details").class("columns");
    details
        .child("summary")
        .text(words::COLUMNS)
        .text(" ")
        .child("span")
        .class("badge")
        .text(&words::number(attributes.len()));
    let fields = details.child("fieldset");
    fields.child("legend").class("hidden").text(words::COLUMNS);
    for attribute in columns(engine) {
        let is_shown = attributes.contains(&attribute);
        let act = format!("column:{}", attribute.word());
        checkbox(&act, "column", &words::attribute(engine, &attribute), is_shown, fields);
    }
    let n_columns = attributes.len() + 2;
    let table = scrolled(words::RESULT_TABLE, into).child("table");
    table.class(if n_columns > MANY { "results many" } else { "results" });
    let head_row = table.child("thead").child("tr");
    head(explorer, None, head_row);
    for attribute in &attributes {
        head(explorer, Some(attribute), head_row);
    }
    head_row.child("th").with("scope", "col").class("pick").text(words::COMPARE);
    let body = table.child("tbody");
    for idx in shown {
        line(explorer, *idx, &attributes, body);
    }
}

/// Some results as a table on paper: the columns that are shown, and nothing to press.
pub(super) fn on_paper(explorer: Explorer, shown: &[ResourceIdx], into: &mut Piece) {
    let engine = explorer.engine;
    let attributes = explorer.look.with(|look| shown_columns(engine, &look.shown));
    let table = into.child("table").class("results");
    let head = table.child("thead").child("tr");
    head.child("th").with("scope", "col").text(words::TITLE);
    for attribute in &attributes {
        head.child("th").with("scope", "col").isolated().text(&words::attribute(engine, attribute));
    }
    let body = table.child("tbody");
    for idx in shown {
        let row = body.child("tr");
        let title = row.child("th").with("scope", "row");
        in_language(explorer, *idx, title);
        title.text(engine.store.title(*idx));
        for attribute in &attributes {
            cell(explorer, *idx, attribute, usize::MAX, row.child("td"));
        }
    }
}

/// The header of a column, that of the titles without an attribute; a button where the results can be sorted by it.
fn head(explorer: Explorer, attribute: Option<&Attribute>, into: &mut Piece) {
    let text = attribute.map_or(words::TITLE.to_owned(), |of| words::attribute(explorer.engine, of));
    let sorts: &[Sort] = match attribute {
        None => &[Sort::Title],
        Some(Attribute::Published) => &[Sort::Newest, Sort::Oldest],
        Some(_) => &[],
    };
    let cell = into.child("th").with("scope", "col");
    if sorts.is_empty() {
        cell.isolated().text(&text);
        return;
    }
    let current = current(explorer);
    let direction = match current {
        Sort::Newest if sorts.contains(&current) => "descending",
        _ if sorts.contains(&current) => "ascending",
        _ => "none",
    };
    let act = attribute.map_or_else(|| SORT_BY_TITLE.to_owned(), sorts_by);
    let button = cell.with("aria-sort", direction).child("button").with("type", "button").class("sorts");
    button.id(&act).with("data-act", &act).text(&text).child("span").class("arrow").with("aria-hidden", "true");
}

/// What the header of a column asks for.
fn sorts_by(attribute: &Attribute) -> String {
    format!("sort-{}", attribute.word())
}

/// One result.
fn line(explorer: Explorer, idx: ResourceIdx, attributes: &[Attribute], into: &mut Piece) {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let row = into.child("tr").with("data-id", id);
    let title = row.child("th").with("scope", "row");
    in_language(explorer, idx, title);
    let href = leads_to(explorer, |state| state.opened(id));
    marked(explorer, store.title(idx), title.child("a").id(&format!("hit-{id}")).with("href", &href));
    for attribute in attributes {
        cell(explorer, idx, attribute, MOST_VALUES, row.child("td"));
    }
    compare_tick(explorer, idx, IN_LIST, row.child("td").class("pick"));
}

/// The first values of an attribute, `most` of them.
fn cell(explorer: Explorer, idx: ResourceIdx, attribute: &Attribute, most: usize, into: &mut Piece) {
    let engine = explorer.engine;
    let entries = entries(engine, idx, attribute);
    let left = entries.len().saturating_sub(most);
    let text = |text: String| match attribute {
        Attribute::Published => text.parse().map_or(text, words::date),
        Attribute::Confidence => words::confidence_level(&text),
        _ => text,
    };
    let class = match attribute {
        _ if entries.is_empty() => "none",
        Attribute::Summary => "long",
        Attribute::Pages | Attribute::Minutes => "count",
        _ => "",
    };
    // On a phone the name of the column stands before the value.
    into.class(class).with("data-name", &words::attribute(engine, attribute));
    for (at, entry) in entries.into_iter().take(most).enumerate() {
        if at > 0 {
            into.text(", ");
        }
        into.child("bdi").text(&text(entry.text));
    }
    if left > 0 {
        into.child("span").class("quiet").text(" ").text(&words::and_more(left));
    }
}
