//! What is said below the comparison: how alike each two are, and what all of them miss.

use super::card::in_language;
use super::compare::Drawing;
use super::drawn::leads_to;
use super::shape::button;
use crate::app::browser::Piece;
use crate::app::words;
use crate::explore::{MAX_COMPARED, complement, overlaps};
use crate::text::css::percent;

impl Drawing<'_> {
    /// How alike each two resources are, the closest first.
    pub(super) fn alike(&self, into: &mut Piece) {
        let engine = self.explorer.engine;
        let section = into.child("section").id("alike").with("aria-labelledby", "alike-title");
        section.child("h3").id("alike-title").text(words::HOW_ALIKE);
        section.child("p").class("quiet").text(words::HOW_ALIKE_HELP);
        let list = section.child("ul");
        for overlap in overlaps(engine, &self.table.resources) {
            let titles = overlap.pair.map(|at| engine.store.title(self.table.resources[at]));
            let item = list.child("li");
            let pair = item.child("span").class("pair");
            pair.child("bdi").text(&words::shortened(titles[0]));
            pair.text(" · ").child("bdi").text(&words::shortened(titles[1]));
            let meter = item.child("span").class("meter");
            let bar = meter.child("span").class("gauge").with("aria-hidden", "true");
            bar.child("span").style("inline-size", &percent(u32::try_from(overlap.percent()).unwrap_or_default(), 100));
            meter.child("span").class("count").text(&words::percent(overlap.percent()));
            item.child("span").class("quiet").text(&words::overlap(engine, &overlap));
        }
    }

    /// The resource that adds the most, and what it adds.
    pub(super) fn missed(&self, into: &mut Piece) {
        let engine = self.explorer.engine;
        let Some(found) = complement(engine, &self.table.resources) else { return };
        let (id, title) = (engine.store.id(found.idx), engine.store.title(found.idx));
        let section = into.child("section").id("missed").with("aria-labelledby", "missed-title");
        section.child("h3").id("missed-title").text(words::ALL_MISS);
        section.child("p").class("quiet").text(&words::adds(engine, &found));
        let name = section.child("p").class("title");
        in_language(self.explorer, found.idx, name);
        let href = leads_to(self.explorer, |state| state.opened(id));
        name.child("a").with("href", &href).text(title);
        if self.table.resources.len() < MAX_COMPARED {
            let add = button("add-missed", words::ADD, section);
            add.with("data-act", &format!("missed:{id}")).with("aria-label", &words::add_this(title));
        }
    }
}
