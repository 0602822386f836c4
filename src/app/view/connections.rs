//! Connections: which themes occur together, as a matrix and as a list.

use leptos::prelude::*;

use super::drawn::drawn_and;
use super::shape::{asked_for, narrow, scrolled, switch};
use crate::app::browser::Piece;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Breadth, Pair, Together, connected, has_breadth, together as met};
use crate::facet::{Facet, step};

/// What is being drawn.
struct Drawing {
    explorer: Explorer,
    facet: &'static Facet,
    met: Together,
}

/// The view.
pub(super) fn together() -> AnyView {
    let explorer = use_explorer();
    // Whether themes are narrow ones, the pairs a list, the list sorted by lift.
    let settings = RwSignal::new([false; 3]);
    let say = move |into: &mut Piece| {
        let matched = explorer.matched.read();
        if matched.total == 0 {
            return;
        }
        let Some(facet) = connected(explorer.engine) else {
            into.child("p").class("nothing").text(words::NO_THEMES);
            return;
        };
        let settings = settings.get();
        let met = met(facet, &matched.set, if settings[0] { Breadth::Narrow } else { Breadth::Broad });
        Drawing { explorer, facet, met }.all(settings, matched.total, into);
    };
    drawn_and(say, move |act, _| {
        let acts = ["together-narrow", "together-list", "together-lift"];
        let (name, to) = act.split_once(':').unwrap_or((act, ""));
        if let Some(at) = acts.iter().position(|act| *act == name) {
            settings.update(|settings| settings[at] = to == "1");
        }
    })
}

impl Drawing {
    fn all(&self, [narrow, as_list, by_lift]: [bool; 3], n: usize, into: &mut Piece) {
        let section = into.child("section").id("together").class("shape").with("aria-labelledby", "together-title");
        section.child("h3").id("together-title").text(words::TOGETHER_TITLE);
        section.child("p").class("quiet").text(&words::together_sentence(n, self.met.values.len()));
        let controls = section.child("div").class("controls");
        if has_breadth(self.facet) {
            switch("together-narrow", words::WHICH_THEMES, [words::BROAD, words::NARROW], narrow, controls);
        }
        switch("together-list", words::SHOWN_AS, [words::AS_MATRIX, words::PAIRS_AS_LIST], as_list, controls);
        if as_list {
            let orders = [words::MANY_FIRST, words::BEYOND_CHANCE];
            switch("together-lift", words::ORDER_OF_PAIRS, orders, by_lift, controls);
        }
        let pairs = self.met.pairs(by_lift);
        if pairs.is_empty() {
            section.child("p").class("nothing").text(words::NOTHING_TOGETHER);
        } else if as_list {
            let list = section.child("ol").class("met");
            for pair in &pairs {
                self.link("pair", pair, &self.said(pair), list.child("li"));
            }
        } else {
            self.matrix(scrolled(words::CONNECTIONS_TABLE, section).child("table"));
        }
    }

    fn name(&self, at: usize) -> String {
        words::line(self.facet, Some(self.met.values[at].0))
    }

    fn said(&self, pair: &Pair) -> String {
        words::pair_of_themes(&self.name(pair.a), &self.name(pair.b), pair.count, pair.lift)
    }

    fn link(&self, class: &str, pair: &Pair, text: &str, into: &mut Piece) {
        let values = [pair.a, pair.b].map(|at| asked_for(self.facet, Some(self.met.values[at].0)));
        narrow(self.explorer, &values, class, &self.said(pair), into).text(text);
    }

    /// Each theme by each other; columns are numbered as the rows are.
    fn matrix(&self, table: &mut Piece) {
        let n = self.met.values.len();
        let head = table.child("thead").child("tr");
        head.child("td");
        for at in 0..n {
            let (cell, label) = (head.child("th").with("scope", "col"), self.name(at));
            cell.with("title", &label).child("span").with("aria-hidden", "true").text(&(at + 1).to_string());
            cell.child("span").class("hidden").isolated().text(&label);
        }
        head.child("th").with("scope", "col").class("total").text(words::ALL);
        let body = table.child("tbody");
        for a in 0..n {
            let row = body.child("tr");
            let name = row.child("th").with("scope", "row").child("div").child("span");
            name.child("span").class("nth").text(&(a + 1).to_string());
            name.child("bdi").text(&self.name(a));
            (0..n).for_each(|b| self.cell(a, b, row.child("td")));
            row.child("td").class("total").text(&words::number(self.met.values[a].1 as usize));
        }
    }

    fn cell(&self, a: usize, b: usize, cell: &mut Piece) {
        let pair = self.met.pair(a, b);
        let text = words::number(pair.count as usize);
        if a == b {
            cell.class("own").with("aria-hidden", "true");
        } else if pair.count == 0 {
            cell.class("quiet").text(&text);
        } else {
            let shade = step(f64::from(pair.count), 1.0, f64::from(self.met.most().max(2)));
            cell.class(&format!("shade-{shade}")).with("title", &words::lift(pair.lift));
            self.link("cell", &pair, &text, cell);
        }
    }
}
