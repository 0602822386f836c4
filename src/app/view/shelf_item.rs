//! A resource on the shelf: its place in the list, what it is, and the reader's note.

use super::card::{byline, in_language, kind};
use super::drawn::leads_to;
use super::note::Notes;
use super::shape::button;
use super::shared_list::missing;
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::shelf::Item;

/// An item that is being drawn.
pub(super) struct Place<'a> {
    pub(super) item: &'a Item,
    pub(super) at: usize,
    /// How many there are.
    pub(super) of: usize,
    /// Whether the field of the note shows, whatever is in it.
    pub(super) is_noted: bool,
}

impl Place<'_> {
    /// Draws the item.
    pub(super) fn draw(&self, explorer: Explorer, notes: &Notes, into: &mut Piece) {
        let id = self.item.id.as_str();
        let idx = explorer.engine.find(id);
        let title = idx.map_or(self.item.title.as_str(), |idx| explorer.engine.store.title(idx));
        let title = if title.is_empty() { id } else { title };
        let line = into.child("li").id(&format!("item-{id}")).class("kept").with("data-id", id);
        self.order(title, line);
        let what = line.child("div").class("what");
        match idx {
            Some(idx) => {
                kind(explorer, idx, what.child("p").class("kind"));
                let head = what.child("h3");
                in_language(explorer, idx, head);
                let href = leads_to(explorer, |state| state.opened(id));
                head.child("a").id(&format!("hit-{id}")).with("href", &href).text(title);
                byline(explorer, idx, what);
                self.note(explorer, idx, notes, what);
            }
            None => missing(self.item, what.child("p")),
        }
        let remove = line.child("button").with("type", "button").class("remove").id(&format!("remove-{id}"));
        remove.with("data-act", &format!("remove:{id}")).with("aria-label", &words::remove(title));
        remove.child("span").class("cross").with("aria-hidden", "true");
    }

    /// The place in the list: dragged, stepped, or typed.
    fn order(&self, title: &str, line: &mut Piece) {
        let id = self.item.id.as_str();
        let order = line.child("div").class("order");
        order.child("span").class("handle").with("aria-hidden", "true");
        let place = order.child("input").with("type", "number").class("place").id(&format!("place-{id}"));
        place.with("min", "1").with("max", &self.of.to_string()).with("value", &(self.at + 1).to_string());
        place.with("data-act", &format!("place:{id}")).with("aria-label", &words::place_of(title));
        for (name, is_end) in [("up", self.at == 0), ("down", self.at + 1 == self.of)] {
            let step = order.child("button").with("type", "button").class(&format!("step {name}"));
            step.id(&format!("{name}-{id}")).with("data-act", &format!("{name}:{id}"));
            step.with("aria-label", &words::move_item(title, name == "up"));
            step.with("aria-disabled", if is_end { "true" } else { "false" });
            step.child("span").class("arrow").with("aria-hidden", "true");
        }
    }

    fn note(&self, explorer: Explorer, idx: u32, notes: &Notes, into: &mut Piece) {
        if self.is_noted || !notes.read(explorer, idx).is_empty() {
            notes.field(explorer, idx, into);
        } else {
            button(&format!("add-note:{}", self.item.id), words::ADD_NOTE, into).class("plain add-note");
        }
    }
}
