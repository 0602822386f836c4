//! Keeps a replica of the reader's shelf in the browser's storage, together with the other tabs.
//!
//! **Each tab writes one key of its own**, `competency-explorer/changes/TAB/CATALOG`, and reads those of all tabs. So no tab ever
//! overwrites what another one has written, however late it hears of it: browsers show one process what another has stored
//! some milliseconds later, which neither a lock nor a version that is checked again can help. (200 saves in two tabs at
//! once, 5 to 200 ms apart: with one key for all tabs 13 to 100 of them were lost, with a key each none.) It needs no library and works from disk; `IndexedDB`,
//! whose transactions would do as well, takes one, answers later than a click is shown, and is refused to more pages.
//!
//! A tab holds a lock with the name of its key from before its first write on. The key of a tab that is gone, so that its lock is
//! free, goes into that of the next tab that writes ([`Persistence::fold`]): what is stored is one copy for each tab that is
//! open. Where there are no locks, a key counts as left after [`LEFT`]; should its tab still be there, it writes its key again.
//!
//! A catalog is known by its id, or by its title where it has none. What was stored under the title moves to the id once, by
//! the first catalog of that title ([`Former`]).

#![allow(clippy::similar_names, reason = "a shelf is called that, and is not self")]

use std::collections::BTreeMap;

use crate::app::platform;
use crate::catalog::Head;
use crate::explore::Engine;
use crate::shelf::{
    self, Clock, Former, Item, NotStored, OwnKey, Replica, Shelf, Storage, Stored, joined_aside, merged_note,
};

/// What keys of this page begin with.
const START: &str = "competency-explorer/";
/// What a key is about, and what its name goes on with.
const CHANGES: &str = "competency-explorer/changes/";
const UNREAD: &str = "competency-explorer/unread/";
const FORMER: &str = "competency-explorer/former/";
/// What earlier versions stored under the title.
const OLD_SHELF: &str = "competency-explorer/shelf/";
const OLD_UNREAD: &str = "competency-explorer/shelf-unread/";
const OLD_NOTE: &str = "competency-explorer/note/";
/// After how many milliseconds without a change a tab counts as gone where there are no locks.
const LEFT: u64 = 60 * 60 * 1000;

/// What this tab knows of the shelf, and what it has read and written.
pub(crate) struct Persistence {
    engine: &'static Engine,
    /// The name of the catalog among those of its origin.
    catalog: String,
    /// The key that this tab writes.
    key: OwnKey,
    clock: Clock,
    replica: Replica,
    /// The texts that have been read, by their keys.
    read: BTreeMap<String, String>,
    former: Former,
    /// Why what is known is not stored, if it is not.
    refusal: Option<NotStored>,
    /// Whether this tab has written, and been given the keys of those that may be gone.
    is_writer: bool,
}

/// The storage of the browser, and its locks.
struct InBrowser;

impl Storage for InBrowser {
    type Error = NotStored;

    fn stored(&self, key: &str) -> Option<String> {
        platform::stored(key).ok().flatten()
    }

    fn store(&mut self, key: &str, text: &str) -> Result<(), NotStored> {
        platform::store(key, text)
    }

    fn forget(&mut self, key: &str) {
        platform::forget(key);
    }

    fn hold_lock(&mut self, key: &str) {
        platform::hold_lock(key);
    }
}

/// The name of a catalog among those of its origin: one with an id is never one without.
fn name_of(head: &Head) -> String {
    [if head.id.is_some() { "id/" } else { "title/" }, head.storage_id()].concat()
}

impl Persistence {
    /// Reads all that is stored of the shelf of a catalog, and takes over what earlier versions stored.
    pub(crate) fn start(engine: &'static Engine) -> Self {
        let (catalog, tab) = (name_of(&engine.head), platform::random());
        let mut own = Self {
            engine,
            key: OwnKey::new(format!("{CHANGES}{tab:x}/{catalog}")),
            catalog,
            clock: Clock::new(tab),
            replica: Replica::default(),
            read: BTreeMap::new(),
            former: Former::default(),
            refusal: platform::stored(START).err(),
            is_writer: false,
        };
        let damaged = own.read();
        own.take_over();
        for (key, text) in damaged {
            if own.put_aside(&text) && own.write() {
                platform::forget(&key);
            }
        }
        own
    }

    /// The lists.
    pub(crate) fn shelf(&self) -> Shelf {
        self.replica.shelf()
    }

    /// The notes, by the ids of their resources.
    pub(crate) fn notes(&self) -> BTreeMap<String, String> {
        self.replica.notes()
    }

    /// Why what was changed last is not stored, if it is not.
    pub(crate) fn refusal(&self) -> Option<NotStored> {
        self.refusal
    }

    /// Changes the lists as they are in all tabs by now.
    pub(crate) fn change<T>(&mut self, act: impl FnOnce(&mut Shelf) -> T) -> T {
        self.read();
        let before = self.replica.shelf();
        let mut shelf = before.clone();
        let result = act(&mut shelf);
        if shelf != before {
            self.record(&shelf);
            self.write();
        }
        result
    }

    /// Writes a note over one that read `base`: what another tab has written meanwhile stays with it. The note, and whether it
    /// is of both now.
    pub(crate) fn write_note(&mut self, id: &str, base: &str, typed: &str) -> (String, bool) {
        self.read();
        let (text, is_merged) = merged_note(base, &self.replica.note(id), typed);
        self.replica.record_note(id, &text, &mut self.clock, platform::time());
        self.write();
        (text, is_merged)
    }

    /// Writes notes that came with a list, each after what is noted already.
    pub(crate) fn add_notes(&mut self, items: &[Item]) {
        self.read();
        let merged = |item: &Item| merged_note("", &self.replica.note(&item.id), &item.note).0;
        let notes: Vec<String> = items.iter().map(merged).collect();
        let notes = items.iter().zip(&notes).map(|(item, note)| (item.id.as_str(), note.as_str()));
        self.replica.record_notes(notes, &mut self.clock, platform::time());
        self.write();
    }

    /// Whether what is stored under a key is any of this page's business.
    pub(crate) fn follows(key: &str) -> bool {
        key.starts_with(START)
    }

    /// Takes in what another tab has stored under a key, or under any; a tab that was gone for another one is stored again.
    pub(crate) fn follow(&mut self, key: Option<&str>) {
        let Some(key) = key else {
            // Whoever has cleared the storage of the browser wants it empty. What was never stored is only here.
            if self.refusal.is_none() {
                (self.replica, self.former) = (Replica::default(), Former::default());
            }
            self.read.clear();
            self.read();
            return;
        };
        if key.starts_with(CHANGES) {
            self.read();
        } else if [OLD_SHELF, OLD_NOTE].iter().any(|start| key.starts_with(start)) {
            self.take_over();
        }
        // What had no room is stored by the next retry: were it tried here, two tabs without room would call each other for ever.
        if key == self.key.name {
            self.write();
        }
    }

    /// Takes in what happened while the tab was out of sight, and stores what could not be stored before.
    pub(crate) fn catch_up(&mut self) {
        self.read();
        self.take_over();
        let is_gone = self.key.is_locked && platform::stored(&self.key.name).is_ok_and(|text| text.is_none());
        if is_gone || self.refusal.is_some() {
            self.write();
        }
    }

    /// The text that could not be read; empty where there is none.
    pub(crate) fn unread(&self) -> String {
        platform::stored(&self.unread_key()).ok().flatten().unwrap_or_default()
    }

    /// Stores another text in place of the one that could not be read.
    pub(crate) fn set_unread(&self, text: &str) -> Result<(), NotStored> {
        if text.is_empty() {
            platform::forget(&self.unread_key());
            return Ok(());
        }
        platform::store(&self.unread_key(), text)
    }

    fn unread_key(&self) -> String {
        [UNREAD, &self.catalog].concat()
    }

    /// Adds a text to those that could not be read; whether the browser stores it.
    fn put_aside(&self, text: &str) -> bool {
        let before = self.unread();
        let joined = joined_aside(&before, text);
        joined == before || self.set_unread(&joined).is_ok()
    }

    /// Takes over what is stored under the title: what this page kept there before the catalog had an id, and what earlier versions
    /// of the page stored, which one of them may still do in another tab. Another catalog of the title does not take it too.
    fn take_over(&mut self) {
        let title = self.engine.head.title.as_str();
        let (shelf_key, note_start) = ([OLD_SHELF, title].concat(), [OLD_NOTE, title, "/"].concat());
        let stored = |key: &str| platform::stored(key).ok().flatten().unwrap_or_default();
        let known = Former::read(&stored(&self.former_key()));
        if known.at >= self.former.at {
            self.former = known;
        }
        let by_title = ["title/", title].concat();
        let is_free = self.former.to.is_empty() || self.former.to == by_title;
        let is_new = is_free && self.read.is_empty() && self.replica.is_empty();
        if !is_new && !self.former.to.is_empty() && self.former.to != self.catalog {
            return;
        }
        let mut is_changed = false;
        if is_new && self.catalog != by_title {
            self.former.keys = platform::stored_keys(CHANGES).into_iter().filter(|key| is_of(key, &by_title)).collect();
            is_changed = !self.former.keys.is_empty();
            self.read();
        }
        let text = stored(&shelf_key);
        if !text.is_empty() && text != self.former.shelf {
            let (shelf, is_whole) = self.former.take_shelf(&text, &self.replica.shelf());
            self.record(&shelf);
            if !is_whole && self.put_aside(&text) {
                let rescued = shelf::write(&shelf::read(&text).shelf, title);
                if platform::store(&shelf_key, &rescued).is_ok() {
                    self.former.shelf = rescued;
                }
            }
            is_changed = true;
        }
        let shelf = self.replica.shelf();
        for key in platform::stored_keys(&note_start) {
            let (id, text) = (&key[note_start.len()..], stored(&key));
            // Titles and ids may have slashes: what is of no resource may be of another catalog.
            let is_own = self.engine.find(id).is_some() || shelf.lists.iter().any(|list| list.has(id));
            if is_own && self.former.notes.get(id) != Some(&text) {
                let note = self.former.take_note(id, &text, &self.replica.note(id));
                self.replica.record_note(id, &note, &mut self.clock, platform::time());
                is_changed = true;
            }
        }
        let unread = [OLD_UNREAD, title].concat();
        if !stored(&unread).is_empty() && self.put_aside(&stored(&unread)) {
            platform::forget(&unread);
        }
        if is_changed {
            self.former.to.clone_from(&self.catalog);
            self.former.at = platform::time();
            self.write();
        } else if self.former.is_old(platform::time()) {
            self.forget_old(&shelf_key, &note_start);
        }
    }

    /// Deletes what was taken over where it was stored, unless it has changed since.
    fn forget_old(&mut self, shelf_key: &str, note_start: &str) {
        let Former { shelf, notes, .. } = self.former.clone();
        (self.former.shelf, self.former.notes) = (String::new(), BTreeMap::new());
        if platform::store(&self.former_key(), &self.former.write()).is_err() {
            return;
        }
        let notes = notes.into_iter().map(|(id, note)| ([note_start, &id].concat(), note));
        for (key, text) in notes.chain([(shelf_key.to_owned(), shelf)]) {
            if platform::stored(&key).is_ok_and(|now| now == Some(text)) {
                platform::forget(&key);
            }
        }
    }

    fn former_key(&self) -> String {
        [FORMER, &self.engine.head.title].concat()
    }

    fn record(&mut self, shelf: &Shelf) {
        self.replica.record(shelf, &mut self.clock, platform::time());
    }

    /// The keys of other tabs, of this catalog and of those that it has taken over.
    fn others(&self) -> Vec<String> {
        let mut keys = platform::stored_keys(CHANGES);
        keys.retain(|key| *key != self.key.name && (is_of(key, &self.catalog) || self.former.keys.contains(key)));
        keys
    }

    /// Takes in what other tabs have stored; the keys and texts that are damaged.
    fn read(&mut self) -> Vec<(String, String)> {
        let mut damaged = Vec::new();
        for key in self.others() {
            let Ok(Some(text)) = platform::stored(&key) else { continue };
            if self.read.get(&key) == Some(&text) {
                continue;
            }
            let stored = Stored::read(&text);
            self.replica.merge(&stored.replica);
            if !stored.is_whole {
                damaged.push((key.clone(), text.clone()));
            }
            self.read.insert(key, text);
        }
        damaged
    }

    /// Stores what is known; whether the browser does.
    pub(crate) fn write(&mut self) -> bool {
        self.replica.compact();
        let changes = self.replica.write(&self.engine.head.title);
        let key = self.former_key();
        let is_own = self.former.at > 0 && self.former.to == self.catalog;
        let is_new = is_own && !self.former.is_stored(&InBrowser.stored(&key).unwrap_or_default());
        let former = is_new.then(|| self.former.write());
        let former = former.as_deref().map(|text| (key.as_str(), text));
        self.refusal = self.key.write(&mut InBrowser, &changes, former).err();
        self.refusal.is_none()
    }

    /// The keys of other tabs once this one has written for the first time.
    pub(crate) fn begins_to_write(&mut self) -> Vec<String> {
        let has_written = self.refusal.is_none() && platform::stored(&self.key.name).is_ok_and(|text| text.is_some());
        if self.is_writer || !has_written {
            return Vec::new();
        }
        self.is_writer = true;
        self.others()
    }

    /// Takes what a tab that is gone has stored into what this one stores, and then deletes it there. Where that is not known for
    /// sure, a tab is gone that has stored nothing for long.
    pub(crate) fn fold(&mut self, key: &str, is_gone: bool) {
        let stored = Stored::read(&platform::stored(key).ok().flatten().unwrap_or_default());
        self.replica.merge(&stored.replica);
        if !is_gone && platform::time().saturating_sub(stored.replica.latest().time) < LEFT {
            return;
        }
        if stored.is_whole && stored.is_known && self.write() {
            platform::forget(key);
        }
    }
}

/// Whether a key is a tab's for a catalog.
fn is_of(key: &str, catalog: &str) -> bool {
    let name = key.strip_prefix(CHANGES).and_then(|name| name.split_once('/'));
    name.is_some_and(|(_, name)| name == catalog)
}
