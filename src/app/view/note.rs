//! A reader's notes on resources, kept on this device: what is typed is kept at once.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::browser::{Piece, store, stored};
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::merged_note;

/// The key that the note on a resource of this id is stored under: catalogs of other names have notes of their own.
fn key(explorer: Explorer, id: &str) -> String {
    format!("competency-explorer/note/{}/{id}", explorer.engine.head.title)
}

/// The note on a resource of this id, as it is stored.
pub(super) fn note_on(explorer: Explorer, id: &str) -> String {
    stored(&key(explorer, id)).unwrap_or_default()
}

/// Adds a note that came with a list to what is stored; whether the browser keeps it.
pub(super) fn take_note_in(explorer: Explorer, id: &str, note: &str) -> bool {
    let key = key(explorer, id);
    let (note, _) = merged_note("", &stored(&key).unwrap_or_default(), note);
    store(&key, &note).is_ok()
}

/// A note as this tab last saw it, and what there is to say of it.
struct Seen {
    idx: ResourceIdx,
    text: String,
    said: Option<&'static str>,
}

/// The notes that this tab has seen.
#[derive(Clone, Default)]
pub(super) struct Notes(Rc<RefCell<Vec<Seen>>>);

impl Notes {
    /// The note on a resource as it is stored now.
    pub(super) fn read(&self, explorer: Explorer, idx: ResourceIdx) -> String {
        let there = stored(&key(explorer, explorer.engine.store.id(idx)));
        let mut notes = self.0.borrow_mut();
        if let Some(seen) = notes.iter_mut().find(|seen| seen.idx == idx) {
            if let Ok(there) = there {
                seen.text = there;
            }
            return seen.text.clone();
        }
        let said = there.is_err().then_some(words::NOTES_NOT_KEPT);
        let text = there.unwrap_or_default();
        notes.push(Seen { idx, text: text.clone(), said });
        text
    }

    /// Keeps what was typed; what another tab has stored meanwhile stays with it.
    pub(super) fn keep(&self, explorer: Explorer, idx: ResourceIdx, typed: &str) {
        let key = key(explorer, explorer.engine.store.id(idx));
        let mut notes = self.0.borrow_mut();
        let Some(seen) = notes.iter_mut().find(|seen| seen.idx == idx) else { return };
        let there = stored(&key).unwrap_or_else(|_| seen.text.clone());
        let (note, is_merged) = merged_note(&seen.text, &there, typed);
        let is_kept = store(&key, &note).is_ok();
        let merged = is_merged.then_some(words::NOTE_MERGED);
        *seen = Seen { idx, text: note, said: if is_kept { merged } else { Some(words::NOTES_NOT_KEPT) } };
    }

    /// The field of a note, the same on paper, and what there is to say.
    pub(super) fn field(&self, explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
        let text = self.read(explorer, idx);
        let engine = explorer.engine;
        let field = into.child("textarea").id(&format!("note-{}", engine.store.id(idx))).with("rows", "3");
        field.with("data-typed", &format!("note:{idx}")).with("aria-label", &words::note_on(engine.store.title(idx)));
        field.with("placeholder", words::NOTE_EXAMPLE).with("value", &text);
        into.child("p").class("paper").with("aria-hidden", "true").text(&text);
        let said = self.0.borrow().iter().find(|seen| seen.idx == idx).and_then(|seen| seen.said);
        if let Some(said) = said {
            into.child("p").class("said").with("role", "status").text(said);
        }
    }
}
