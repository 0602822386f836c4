//! The timeline as a table: a row a year, each a link to its resources.

use super::drawn::leads_to;
use super::shape::scrolled;
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Bar, Timeline};

/// The table, folded up.
pub(super) fn table(explorer: Explorer, line: &Timeline, into: &mut Piece) {
    let details = into.child("details").class("twin").id("time-table");
    details.child("summary").text(words::SAME_AS_TABLE);
    let table = scrolled(&words::table_of(words::TIME_TITLE), details).child("table");
    let head = table.child("thead").child("tr");
    head.child("th").with("scope", "col").text(words::YEAR);
    head.child("th").with("scope", "col").class("total").text(words::RESOURCES);
    if let Some((at, values)) = &line.stack {
        let named = values.iter().map(|value| words::line(&explorer.engine.facets[*at], Some(*value)));
        for name in named.chain([words::OTHERS, words::NOT_STATED_TEXT].map(str::to_owned)) {
            head.child("th").with("scope", "col").isolated().text(&name);
        }
    }
    let body = table.child("tbody");
    for slot in &line.slots {
        let row = body.child("tr");
        let (head, name) = (row.child("th").with("scope", "row"), words::years(slot.from, slot.to));
        if slot.bar.total == 0 {
            head.text(&name);
        } else {
            let range =
                if slot.from == slot.to { slot.from.to_string() } else { format!("{}..{}", slot.from, slot.to) };
            let href = leads_to(explorer, |state| Explorer::choose_only(state, "year", &range));
            head.child("a").id(&format!("year-{}", slot.from)).with("href", &href).text(&name);
        }
        counts(&slot.bar, row);
    }
    if line.undated.total > 0 {
        let row = body.child("tr");
        row.child("th").with("scope", "row").text(words::NOT_STATED_TEXT);
        counts(&line.undated, row);
    }
}

fn counts(bar: &Bar, row: &mut Piece) {
    row.child("td").class("total").text(&words::number(bar.total as usize));
    bar.parts.iter().for_each(|count| _ = row.child("td").text(&words::number(*count as usize)));
}
