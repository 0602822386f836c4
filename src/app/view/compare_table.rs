//! The table of the comparison: a column for each resource, rows in groups.

use super::card::in_language;
use super::compare::Drawing;
use super::drawn::leads_to;
use super::record::{outside, value};
use super::shape::scrolled;
use crate::app::browser::Piece;
use crate::app::words;
use crate::catalog::{ResourceIdx, host, href};
use crate::explore::{Attribute, Entry, Row};

impl Drawing<'_> {
    /// The table; its rows can be cut down to those that differ and to those that all state.
    pub(super) fn table(&self, into: &mut Piece) {
        let resources = &self.table.resources;
        let n = resources.len();
        let table = scrolled(words::COMPARISON_TABLE, into).child("table");
        table.class(&format!("columns-{n}")).with("role", "table");
        let head = table.child("thead").with("role", "rowgroup").child("tr").with("role", "row");
        head.child("td").with("role", "cell");
        resources.iter().enumerate().for_each(|(at, idx)| self.column(*idx, at, head));
        for rows in self.table.rows.chunk_by(|a, b| a.group == b.group) {
            let rows: Vec<&Row> = rows.iter().filter(|row| !self.is_hidden(row)).collect();
            let Some(first) = rows.first() else { continue };
            let body = table.child("tbody").with("role", "rowgroup");
            let title = body.child("tr").class("group").with("role", "row").child("th").with("scope", "rowgroup");
            title.with("colspan", &(n + 1).to_string()).with("role", "rowheader");
            title.child("span").text(words::group(first.group));
            for row in &rows {
                self.row(row, body);
            }
        }
        let has_notes = resources.iter().any(|idx| !self.notes.read(self.explorer, *idx).is_empty());
        let notes = table
            .child("tbody")
            .class(if has_notes { "notes" } else { "notes empty" })
            .with("role", "rowgroup")
            .child("tr")
            .with("role", "row");
        notes.child("th").with("scope", "row").with("role", "rowheader").text(words::MY_NOTE);
        for idx in resources {
            self.note(*idx, notes.child("td").with("role", "cell"));
        }
        if self.table.rows.iter().all(|row| self.is_hidden(row)) {
            into.child("p").class("quiet").text(words::NO_ROWS);
        }
        into.child("p").class("quiet small").text(words::NOTES_HERE);
    }

    fn is_hidden(&self, row: &Row) -> bool {
        row.same && self.look.only_differences || !row.complete && self.look.only_complete
    }

    /// The header of a column: the title, and what can be done with it.
    fn column(&self, idx: ResourceIdx, at: usize, into: &mut Piece) {
        let store = &self.explorer.engine.store;
        let (id, title, of) = (store.id(idx), store.title(idx), self.table.resources.len());
        let head = into.child("th").with("scope", "col").with("role", "columnheader");
        let handles = head.child("span").class("handles");
        let ends = [("left", at == 0), ("right", at + 1 == of)];
        for (name, is_end) in ends.into_iter().filter(|_| of > 1) {
            let act = format!("{name}:{id}");
            let step = handles.child("button").with("type", "button").class(&format!("step {name}"));
            step.id(&format!("{name}-{id}")).with("data-act", &act);
            step.with("aria-label", &words::move_to(title, name == "left"));
            step.with("aria-disabled", if is_end { "true" } else { "false" });
            step.child("span").class("arrow").with("aria-hidden", "true");
        }
        let remove = handles.child("button").with("type", "button").class("remove");
        remove.with("data-act", &format!("remove:{id}")).with("aria-label", &words::remove(title));
        remove.child("span").class("cross").with("aria-hidden", "true");
        let address = leads_to(self.explorer, |state| state.opened(id));
        let name = head.child("a").id(&format!("column-{id}")).with("href", &address).text(title);
        in_language(self.explorer, idx, name);
    }

    fn row(&self, row: &Row, into: &mut Piece) {
        let line = into.child("tr").class(if row.same { "same" } else { "" }).with("role", "row");
        let name = words::attribute(self.explorer.engine, &row.attribute);
        line.child("th").with("scope", "row").with("role", "rowheader").isolated().text(&name);
        for cell in &row.cells {
            let into = line.child("td").with("role", "cell");
            if cell.is_empty() {
                into.child("span").class("quiet").text(words::NOT_STATED_TEXT);
                continue;
            }
            let list = into.child("ul").class(if row.attribute == Attribute::Summary { "long" } else { "" });
            for (entry, is_shared) in cell {
                let item = list.child("li").class(if *is_shared { "shared" } else { "" });
                self.value(&row.attribute, entry, item);
                if *is_shared {
                    item.child("span").class("hidden").text(" (").text(words::SHARED).text(")");
                }
            }
        }
    }

    /// A value; an address as the name of its host.
    fn value(&self, attribute: &Attribute, entry: &Entry, into: &mut Piece) {
        let is_link = matches!(attribute, Attribute::Link | Attribute::Sources);
        match is_link.then(|| href(&entry.text)).flatten() {
            Some(link) => _ = outside(&link, host(&link).unwrap_or(&link), into).with("title", &link),
            None if *attribute == Attribute::Confidence => _ = into.text(&words::confidence_level(&entry.text)),
            None => value(self.explorer, attribute, entry, into),
        }
    }
}
