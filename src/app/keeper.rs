//! Keeps a reader's shelf on this device, and says where that fails.
//!
//! Each change is made to what is stored at that moment, not to what this tab saw last: what another tab did meanwhile stays.
//! A text that can't be read is put aside as it is before anything is written in its place.

use leptos::prelude::*;

use super::{browser, words};
use crate::catalog::ResourceIdx;
use crate::explore::Engine;
use crate::shelf::{self, Item, Removed, Shelf};

/// Something that was taken away and can come back.
#[derive(Clone)]
enum Undo {
    /// From the shelf.
    Shelf(Removed),
    /// A text that could not be read, and had been put aside.
    Aside(String),
}

/// A reader's shelf.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    engine: &'static Engine,
    shelf: RwSignal<Shelf>,
    /// Why the browser does not keep it.
    refusal: RwSignal<Option<browser::NotKept>>,
    /// Whether a text that could not be read is kept aside.
    has_aside: RwSignal<bool>,
    undo: RwSignal<Vec<Undo>>,
    said: RwSignal<String>,
}

impl Keeper {
    /// Takes the shelf from the browser, and follows what other tabs do to it.
    pub(super) fn start(engine: &'static Engine) -> Self {
        let keeper = Self {
            engine,
            shelf: RwSignal::default(),
            refusal: RwSignal::new(None),
            has_aside: RwSignal::new(false),
            undo: RwSignal::default(),
            said: RwSignal::default(),
        };
        keeper.take_in();
        // It serves as long as the page does.
        std::mem::forget(browser::on_stored(move || keeper.take_in()));
        keeper
    }

    /// Reads the shelf.
    pub(super) fn with<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with(read)
    }

    /// Reads the shelf, and does not follow it.
    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with_untracked(read)
    }

    /// Why the browser does not keep the shelf, if it doesn't.
    pub(super) fn refusal(self) -> Option<browser::NotKept> {
        self.refusal.get()
    }

    /// The text that could not be read, if there is one.
    pub(super) fn aside(self) -> Option<String> {
        self.has_aside.get().then(|| browser::stored(&self.aside_key()).unwrap_or_default())
    }

    /// Puts the text away that could not be read.
    pub(super) fn drop_aside(self) {
        if let Some(text) = untrack(|| self.aside()) {
            // What can't be kept is no loss here: there is nothing.
            _ = browser::store(&self.aside_key(), "");
            self.has_aside.set(false);
            self.undo.update(|undo| undo.push(Undo::Aside(text)));
            self.said.set(words::ASIDE_GONE.to_owned());
        }
    }

    /// What there is to say of the last act, and whether something can be brought back.
    pub(super) fn said(self) -> (String, bool) {
        (self.said.get(), self.undo.with(|undo| !undo.is_empty()))
    }

    /// Says something.
    pub(super) fn say(self, text: String) {
        self.said.set(text);
    }

    /// Says no more, and brings nothing back; nothing stands for that.
    pub(super) fn dismiss(self) -> Option<String> {
        self.said.set(String::new());
        self.undo.update(Vec::clear);
        None
    }

    /// Changes the shelf as it is stored now.
    pub(super) fn change<T>(self, act: impl FnOnce(&mut Shelf) -> T) -> T {
        let mut now = self.fetched();
        let came = act(&mut now);
        self.keep(&now);
        self.shelf.set(now);
        came
    }

    /// Takes something away, so that it can come back.
    pub(super) fn remove(self, act: impl FnOnce(&mut Shelf) -> Option<Removed>) {
        let Some(removed) = self.change(act) else { return };
        self.say(words::removed(&removed));
        self.undo.update(|undo| undo.push(Undo::Shelf(removed)));
    }

    /// Brings back what was taken away last; the id of the element that stands for it then.
    pub(super) fn undo(self) -> Option<String> {
        match self.undo.try_update(Vec::pop).flatten()? {
            Undo::Shelf(removed) => {
                self.say(words::restored(&removed));
                let id = match &removed {
                    Removed::Item { item, .. } => format!("hit-{}", item.id),
                    Removed::List { list, .. } => format!("list:{}", list.name),
                };
                self.change(|shelf| shelf.restore(removed));
                Some(id)
            }
            Undo::Aside(text) => {
                _ = browser::store(&self.aside_key(), &text);
                self.has_aside.set(true);
                self.say(String::new());
                Some("aside-save".to_owned())
            }
        }
    }

    /// Keeps a resource in the list that is looked at, or takes it out.
    pub(super) fn toggle(self, idx: ResourceIdx) {
        let (id, title) = (self.engine.store.id(idx), self.engine.store.title(idx));
        let list =
            self.with_untracked(|shelf| shelf.current().filter(|list| list.has(id)).map(|list| list.name.clone()));
        if let Some(list) = list {
            self.remove(|shelf| shelf.remove(&list, id));
            return;
        }
        let list = self.change(|shelf| shelf.keep(Item::new(id, title), words::FIRST_LIST));
        self.say(words::kept(&list, self.refusal.get_untracked()));
    }

    fn key(self) -> String {
        format!("competency-explorer/shelf/{}", self.engine.head.title)
    }

    fn aside_key(self) -> String {
        format!("competency-explorer/shelf-unread/{}", self.engine.head.title)
    }

    /// The shelf as it is stored now, with what another tab stored beside the memory of this one.
    fn fetched(self) -> Shelf {
        let key = self.key();
        let mut mine = shelf::read(&browser::stored(&key).unwrap_or_default()).shelf;
        if let Some(theirs) = browser::stored_since(&key) {
            mine.merge(shelf::read(&theirs).shelf);
        }
        mine
    }

    fn keep(self, now: &Shelf) {
        let text = shelf::write(now, &self.engine.head.title);
        let text = if now.lists.is_empty() { "" } else { &text };
        self.refusal.set(browser::store(&self.key(), text).err());
    }

    /// Takes in what is stored; what can't be read is put aside first.
    fn take_in(self) {
        let stored = browser::stored(&self.key());
        self.refusal.update(|refusal| *refusal = stored.as_ref().err().copied().or(*refusal));
        let text = stored.unwrap_or_default();
        let reading = shelf::read(&text);
        if !reading.is_whole {
            let before = browser::stored(&self.aside_key()).unwrap_or_default();
            let aside = if before.is_empty() || before == text { text } else { [before, text].join("\n") };
            let saved = shelf::write(&reading.shelf, &self.engine.head.title);
            match browser::store(&self.aside_key(), &aside) {
                Ok(()) => _ = browser::store(&self.key(), &saved),
                // The text stays where it is.
                Err(error) => {
                    browser::hold(&self.key(), &saved);
                    self.refusal.set(Some(error));
                }
            }
        }
        self.has_aside.set(browser::stored(&self.aside_key()).is_ok_and(|text| !text.is_empty()));
        let now = self.fetched();
        if self.shelf.with_untracked(|before| *before != now) {
            self.shelf.set(now);
        }
    }
}
