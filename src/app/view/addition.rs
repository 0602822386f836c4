//! One more column: a box that finds titles, and what it found.

use super::card::kind;
use super::compare::Drawing;
use crate::app::browser::Piece;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{MAX_COMPARED, addable};

/// How many resources are offered.
const MOST: usize = 6;

impl Drawing<'_> {
    /// The resources that answer what was typed.
    pub(super) fn found(&self) -> Vec<ResourceIdx> {
        addable(self.explorer.engine, &self.table.resources, self.typed, MOST)
    }

    /// The box, or that there is no room.
    pub(super) fn addition(&self, into: &mut Piece) {
        if self.table.resources.len() >= MAX_COMPARED {
            into.child("p").class("quiet").text(&words::full(MAX_COMPARED));
            return;
        }
        let addition = into.child("div").class("addition");
        addition.child("label").with("for", "add-title").text(words::ADD_ONE);
        let field = addition.child("input").id("add-title").with("type", "search").with("autocomplete", "off");
        field.with("spellcheck", "false").with("placeholder", words::ADD_EXAMPLE).with("value", self.typed);
        field.with("data-typed", "add");
        if self.typed.trim().is_empty() {
            return;
        }
        let list = addition.child("ul").class("offered");
        let found = self.found();
        if found.is_empty() {
            list.child("li").class("quiet").text(words::NOTHING_TO_ADD);
        }
        let store = &self.explorer.engine.store;
        for idx in found {
            let (id, title) = (store.id(idx), store.title(idx));
            let offer = list.child("li").child("button").with("type", "button");
            offer.with("data-act", &format!("add:{id}")).with("aria-label", &words::add_this(title));
            offer.child("span").class("title").isolated().text(title);
            kind(self.explorer, idx, offer.child("span").class("quiet"));
        }
    }
}
