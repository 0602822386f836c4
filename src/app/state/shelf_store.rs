//! The reader's shelf in the page: what views read of it, the only ways to change it, and what there is to undo.

#![allow(clippy::similar_names, reason = "a shelf is called that, and is not self")]

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::persistence::Persistence;
use crate::app::platform;
use crate::catalog::ResourceIdx;
use crate::explore::Engine;
use crate::i18n;
use crate::shelf::{Item, NotStored, Removed, Shelf};

/// How long after it had no room the browser is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Something that was taken away and can come back.
#[derive(Clone)]
enum Undo {
    /// From the shelf.
    Shelf(Removed),
    /// A text that could not be read, and had been put aside.
    Unread(String),
}

/// Returns the id of the button that shows a list, by the place of the list.
pub(crate) fn list_id(place: usize) -> String {
    format!("list-{place}")
}

/// A reader's lists and notes.
#[derive(Clone, Copy)]
pub(crate) struct ShelfStore {
    engine: &'static Engine,
    persistence: StoredValue<Persistence, LocalStorage>,
    shelf: RwSignal<Shelf>,
    notes: RwSignal<BTreeMap<String, String>>,
    /// Why the browser does not store it.
    refusal: RwSignal<Option<NotStored>>,
    /// Whether a text that could not be read is put aside.
    has_unread: RwSignal<bool>,
    undo: RwSignal<Vec<Undo>>,
    message: RwSignal<String>,
    is_waiting: StoredValue<bool>,
}

impl ShelfStore {
    /// Reads the shelf from the browser, and follows what other tabs do to it.
    pub(crate) fn start(engine: &'static Engine) -> Self {
        let store = Self {
            engine,
            persistence: StoredValue::new_local(Persistence::start(engine)),
            shelf: RwSignal::default(),
            notes: RwSignal::default(),
            refusal: RwSignal::new(None),
            has_unread: RwSignal::new(false),
            undo: RwSignal::default(),
            message: RwSignal::default(),
            is_waiting: StoredValue::new(false),
        };
        store.refresh();
        platform::on_stored(move |key| {
            if key.is_none_or(Persistence::follows) {
                store.update(|persistence| persistence.follow(key));
            }
        });
        platform::on_return(move || store.update(Persistence::catch_up));
        store
    }

    /// Reads the lists.
    pub(crate) fn with<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with(read)
    }

    /// Reads the lists, and does not follow them.
    pub(crate) fn with_untracked<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with_untracked(read)
    }

    /// The note on a resource; empty where there is none.
    pub(crate) fn note(self, id: &str) -> String {
        self.notes.with(|notes| notes.get(id).cloned().unwrap_or_default())
    }

    /// How many of these resources have notes.
    pub(crate) fn n_notes<'a>(self, ids: impl Iterator<Item = &'a str>) -> usize {
        self.notes.with(|notes| ids.filter(|id| notes.contains_key(*id)).count())
    }

    /// Why the browser does not store the shelf, if it doesn't.
    pub(crate) fn refusal(self) -> Option<NotStored> {
        self.refusal.get()
    }

    /// The text that could not be read, if there is one.
    pub(crate) fn unread(self) -> Option<String> {
        self.has_unread.get().then(|| self.persistence.with_value(Persistence::unread))
    }

    /// Deletes the text that could not be read.
    pub(crate) fn delete_unread(self) {
        if let Some(text) = untrack(|| self.unread()) {
            self.set_unread("");
            self.undo.update(|undo| undo.push(Undo::Unread(text)));
            self.say(i18n::unread_deleted().to_owned());
        }
    }

    fn set_unread(self, text: &str) {
        // What can't be stored is no loss here: it was stored before.
        _ = self.persistence.with_value(|persistence| persistence.set_unread(text));
        self.has_unread.set(!text.is_empty());
    }

    /// The message on the last action, and whether something can be brought back.
    pub(crate) fn message(self) -> (String, bool) {
        (self.message.get(), self.undo.with(|undo| !undo.is_empty()))
    }

    /// Shows a message.
    pub(crate) fn say(self, text: String) {
        self.message.set(text);
    }

    /// Takes the message away, and what there was to undo.
    pub(crate) fn dismiss(self) {
        self.message.set(String::new());
        self.undo.update(Vec::clear);
    }

    /// Changes the lists as they are in all tabs by now.
    pub(crate) fn change<T>(self, act: impl FnOnce(&mut Shelf) -> T) -> T {
        self.update(|persistence| persistence.change(act))
    }

    /// Writes a note over one that read `base`; the note, and whether it has what another tab has written meanwhile too.
    pub(crate) fn write_note(self, id: &str, base: &str, typed: &str) -> (String, bool) {
        self.update(|persistence| persistence.write_note(id, base, typed))
    }

    /// Writes notes that came with a list, each after what is noted already.
    pub(crate) fn add_notes(self, items: &[Item]) {
        self.update(|persistence| persistence.add_notes(items));
    }

    /// Takes something away, so that it can come back.
    pub(crate) fn remove(self, act: impl FnOnce(&mut Shelf) -> Option<Removed>) {
        let Some(removed) = self.change(act) else { return };
        self.say(i18n::removed(&removed));
        self.undo.update(|undo| undo.push(Undo::Shelf(removed)));
    }

    /// Brings back what was taken away last; the id of the element that stands for it then.
    pub(crate) fn undo(self) -> Option<String> {
        match self.undo.try_update(Vec::pop).flatten()? {
            Undo::Shelf(removed) => {
                self.say(i18n::restored(&removed));
                let item = match &removed {
                    Removed::Item { item, .. } => Some(format!("hit-{}", item.id)),
                    Removed::List { .. } => None,
                };
                // A list that comes back is the current one, and may have another name.
                let place = self.change(|shelf| {
                    shelf.restore(removed);
                    shelf.lists.iter().position(|list| list.name == shelf.current)
                });
                Some(item.unwrap_or_else(|| list_id(place.unwrap_or_default())))
            }
            Undo::Unread(text) => {
                self.set_unread(&text);
                self.say(String::new());
                Some("aside-save".to_owned())
            }
        }
    }

    /// Saves a resource in the list that is looked at, or takes it out.
    pub(crate) fn toggle(self, idx: ResourceIdx) {
        let (id, title) = (self.engine.store.id(idx), self.engine.shown_title(idx));
        let list =
            self.with_untracked(|shelf| shelf.current().filter(|list| list.has(id)).map(|list| list.name.clone()));
        if let Some(list) = list {
            self.remove(|shelf| shelf.remove(&list, id));
            return;
        }
        let list = self.change(|shelf| shelf.keep(Item::new(id, &title), i18n::first_list()));
        self.say(i18n::kept(&list, self.refusal.get_untracked()));
    }

    /// Lets the storage be read or written, and shows what came of it.
    fn update<T>(self, act: impl FnOnce(&mut Persistence) -> T) -> T {
        let (result, others) = {
            let mut persistence = self.persistence.write_value();
            (act(&mut persistence), persistence.begins_to_write())
        };
        self.refresh();
        for key in others {
            spawn_local(self.fold(key));
        }
        result
    }

    /// Takes in what a tab has stored, if it is gone.
    async fn fold(self, key: String) {
        let own = key.clone();
        let fold = move |is_gone| self.persistence.update_value(|persistence| persistence.fold(&own, is_gone));
        let locked = fold.clone();
        if !platform::with_free_lock(&key, move || locked(true)).await {
            fold(false);
        }
        self.refresh();
    }

    /// Shows what is known by now, and tries again later where the browser had no room for it.
    fn refresh(self) {
        let (shelf, notes) = self.persistence.with_value(|persistence| (persistence.shelf(), persistence.notes()));
        if self.shelf.with_untracked(|before| *before != shelf) {
            self.shelf.set(shelf);
        }
        if self.notes.with_untracked(|before| *before != notes) {
            self.notes.set(notes);
        }
        let (refusal, before) = (self.persistence.with_value(Persistence::refusal), self.refusal.get_untracked());
        if refusal != before {
            self.refusal.set(refusal);
            if before == Some(NotStored::Full) {
                self.say(i18n::stored_again().to_owned());
            }
        }
        self.has_unread.set(self.persistence.with_value(|persistence| !persistence.unread().is_empty()));
        if refusal == Some(NotStored::Full) && !self.is_waiting.get_value() {
            self.is_waiting.set_value(true);
            let again = move || {
                self.is_waiting.set_value(false);
                self.update(Persistence::catch_up);
            };
            set_timeout(again, RETRY);
        }
    }
}
