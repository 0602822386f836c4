//! A reader's notes on resources, stored on this device: what is typed is stored at once.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;

/// A note as a view last showed it, and what there is to say of it.
struct Shown {
    idx: ResourceIdx,
    text: String,
    message: Option<&'static str>,
}

/// The notes that a view has shown.
#[derive(Clone, Default)]
pub(super) struct Notes(Rc<RefCell<Vec<Shown>>>);

impl Notes {
    /// The note on a resource as it is now.
    pub(super) fn read(&self, explorer: Explorer, idx: ResourceIdx) -> String {
        let text = explorer.shelf.note(explorer.engine.store.id(idx));
        let mut notes = self.0.borrow_mut();
        match notes.iter_mut().find(|shown| shown.idx == idx) {
            Some(shown) => shown.text.clone_from(&text),
            None => notes.push(Shown { idx, text: text.clone(), message: None }),
        }
        text
    }

    /// Stores what was typed; what another tab has stored meanwhile stays with it.
    pub(super) fn keep(&self, explorer: Explorer, idx: ResourceIdx, typed: &str) {
        let base = self.0.borrow().iter().find(|shown| shown.idx == idx).map(|shown| shown.text.clone());
        let Some(base) = base else { return };
        let (text, is_merged) = explorer.shelf.write_note(explorer.engine.store.id(idx), &base, typed);
        let message = is_merged.then_some(words::NOTE_MERGED);
        if let Some(shown) = self.0.borrow_mut().iter_mut().find(|shown| shown.idx == idx) {
            *shown = Shown { idx, text, message };
        }
    }

    /// The field of a note, the same on paper, and what there is to say.
    pub(super) fn field(&self, explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
        let text = self.read(explorer, idx);
        let engine = explorer.engine;
        let field = into.child("textarea").id(&format!("note-{}", engine.store.id(idx))).with("rows", "3").isolated();
        field.with("data-typed", &format!("note:{idx}")).with("aria-label", &words::note_on(engine.store.title(idx)));
        field.with("placeholder", words::NOTE_EXAMPLE).with("value", &text);
        into.child("p").class("paper").isolated().with("aria-hidden", "true").text(&text);
        let message = self.0.borrow().iter().find(|shown| shown.idx == idx).and_then(|shown| shown.message);
        if let Some(message) = explorer.shelf.refusal().map(|_| words::NOTES_NOT_KEPT).or(message) {
            into.child("p").class("said").with("role", "status").text(message);
        }
    }
}
