//! What earlier versions of the page stored under the catalog's title, taken over into a replica.
//!
//! They stored a shelf and the notes as wholes, and such a page may still be open in another tab: it goes on writing them. So
//! what is taken over is remembered as it was. What such a page adds, removes or notes later is the difference to that, and a
//! resource that was removed here since does not come back because it still stands there.

#![allow(clippy::similar_names, reason = "a shelf is called that, and is not self")]

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::file;
use super::lists::{ReadingList, Shelf};
use super::note::merged_note;

/// How long what was taken over stays where it was, in milliseconds: a page of an earlier version that is still open shows it.
const PATIENCE: u64 = 7 * 24 * 60 * 60 * 1000;

/// What was taken over from under one title, and by which catalog.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Former {
    /// The name under which it is kept now; empty while nobody has taken it over. No other catalog of the title takes it then.
    pub to: String,
    /// When it was last taken over, in milliseconds since 1970.
    pub at: u64,
    /// The text of the shelf as it was then.
    pub shelf: String,
    /// The notes as they were then, by the ids of their resources.
    pub notes: BTreeMap<String, String>,
    /// The keys of the tabs that stored changes under the title, before the catalog had an id.
    pub keys: Vec<String>,
}

impl Former {
    /// What a text says that [`Self::write`] wrote; a damaged one says nothing.
    pub fn read(text: &str) -> Self {
        let object: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut notes = BTreeMap::new();
        for (id, note) in object.get("notes").and_then(Value::as_object).into_iter().flatten() {
            notes.insert(id.clone(), text(Some(note)));
        }
        Self {
            to: text(object.get("to")),
            at: object.get("at").and_then(Value::as_u64).unwrap_or_default(),
            shelf: text(object.get("shelf")),
            notes,
            keys: object
                .get("keys")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .map(|key| text(Some(key)))
                .collect(),
        }
    }

    /// It as a text.
    pub fn write(&self) -> String {
        let notes: Map<String, Value> =
            self.notes.iter().map(|(id, text)| (id.clone(), text.as_str().into())).collect();
        let mut object = Map::new();
        object.insert("to".to_owned(), self.to.as_str().into());
        object.insert("at".to_owned(), self.at.into());
        object.insert("shelf".to_owned(), self.shelf.as_str().into());
        object.insert("notes".to_owned(), notes.into());
        object.insert("keys".to_owned(), self.keys.iter().map(String::as_str).collect());
        Value::Object(object).to_string()
    }

    /// Whether a stored text makes it needless to store this: it says the same, or another tab has taken over later.
    pub fn is_stored(&self, text: &str) -> bool {
        let stored = Self::read(text);
        stored == *self || stored.at > self.at
    }

    /// Whether what was taken over can be deleted where it was by now.
    pub fn is_old(&self, now: u64) -> bool {
        self.at > 0 && now.saturating_sub(self.at) > PATIENCE
    }

    /// The shelf with what an earlier version has changed in its own since that was last taken over; whether its text could be
    /// read whole.
    pub fn take_shelf(&mut self, text: &str, shelf: &Shelf) -> (Shelf, bool) {
        let (was, is) = (file::read(&self.shelf).shelf, file::read(text));
        let is_first = self.shelf.is_empty();
        text.clone_into(&mut self.shelf);
        let mut after = shelf.clone();
        let none = ReadingList::default();
        for list in &is.shelf.lists {
            let before = was.list(&list.name).unwrap_or(&none);
            if before == list && !is_first {
                continue;
            }
            let name = own_name(&mut after, &list.name);
            after.add(&name, list.items.iter().filter(|item| !before.has(&item.id)).cloned());
            for gone in before.items.iter().filter(|item| !list.has(&item.id)) {
                after.remove(&name, &gone.id);
            }
        }
        for gone in was.lists.iter().filter(|list| is.shelf.list(&list.name).is_none()) {
            let name = own_name(&mut after, &gone.name);
            for item in &gone.items {
                after.remove(&name, &item.id);
            }
            if after.list(&name).is_some_and(|list| list.items.is_empty()) {
                after.delete(&name);
            }
        }
        after.current.clone_from(&shelf.current);
        if is_first {
            after.choose(&is.shelf.current);
        }
        (after, is.is_whole)
    }

    /// The note on a resource with what an earlier version has written in its own since that was last taken over.
    pub fn take_note(&mut self, id: &str, text: &str, note: &str) -> String {
        let was = self.notes.insert(id.to_owned(), text.to_owned()).unwrap_or_default();
        merged_note(&was, note, text).0
    }
}

/// The name that the list has now which an earlier version knows by a name; it is made where there is none.
fn own_name(shelf: &mut Shelf, name: &str) -> String {
    // Every tab makes the same key of a name, so that two tabs that take it over at once make one list.
    let key = format!("name:{name}");
    let own = shelf.lists.iter().find(|list| list.key == key).or(shelf.list(name));
    if let Some(own) = own {
        return own.name.clone();
    }
    let name = shelf.create(name);
    if let Some(list) = shelf.lists.last_mut() {
        list.key = key;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::super::file::write;
    use super::super::lists::{Item, Shelf};
    use super::super::replica::Replica;
    use super::super::stamp::Clock;
    use super::Former;

    fn shelf(lists: &[(&str, &[&str])]) -> Shelf {
        let mut shelf = Shelf::default();
        for (name, ids) in lists {
            let name = shelf.create(name);
            shelf.add(&name, ids.iter().map(|id| Item::new(id, "T")));
        }
        shelf
    }

    fn shown(replica: &Replica) -> String {
        let lists = replica.shelf().lists;
        let list = lists.iter().map(|list| {
            let ids: Vec<&str> = list.items.iter().map(|item| item.id.as_str()).collect();
            format!("{}: {}", list.name, ids.join(" "))
        });
        list.collect::<Vec<String>>().join("; ")
    }

    /// A tab that takes over what an earlier version stores.
    #[derive(Default)]
    struct Tab {
        former: Former,
        replica: Replica,
        clock: Clock,
    }

    impl Tab {
        fn take(&mut self, stored: &Shelf) -> String {
            let (after, is_whole) = self.former.take_shelf(&write(stored, "Catalog"), &self.replica.shelf());
            assert!(is_whole);
            self.replica.record(&after, &mut self.clock, 5);
            self.former = Former::read(&self.former.write());
            shown(&self.replica)
        }
    }

    #[test]
    fn what_an_earlier_version_stored_is_there_and_in_its_order() {
        let mut tab = Tab::default();
        let mut stored = shelf(&[("Board", &["a", "b"]), ("Empty", &[]), ("Grant", &["c", "a"])]);
        stored.choose("Board");
        assert_eq!(tab.take(&stored), "Board: a b; Empty: ; Grant: c a");
        assert_eq!(tab.replica.shelf().current, "Board");
        assert_eq!(tab.replica.shelf().lists[0].items[0].title, "T");
    }

    #[test]
    fn what_an_earlier_version_does_afterwards_is_taken_over_and_nothing_comes_back() {
        let mut tab = Tab::default();
        tab.take(&shelf(&[("Board", &["a", "b", "c"]), ("Grant", &["x"])]));
        let mut here = tab.replica.shelf();
        here.remove("Board", "a");
        here.rename("Board", "Spring");
        here.add("Spring", [Item::new("d", "")]);
        here.delete("Grant");
        tab.replica.record(&here, &mut tab.clock, 6);
        let again = shelf(&[("Board", &["a", "b", "c"]), ("Grant", &["x"])]);
        for _ in 0..3 {
            assert_eq!(tab.take(&again), "Spring: b c d", "the same is no news");
        }
        let more = shelf(&[("Board", &["a", "c", "e"]), ("Grant", &["x"])]);
        assert_eq!(tab.take(&more), "Spring: c d e", "one added there, one removed");
        assert_eq!(tab.take(&shelf(&[("Board", &["a", "c", "e"]), ("Late", &["y"])])), "Spring: c d e; Late: y");
        assert_eq!(tab.take(&shelf(&[("Late", &["y"])])), "Spring: d; Late: y", "what was saved here stays");
    }

    #[test]
    fn two_tabs_that_take_over_at_once_make_one_shelf() {
        let stored = shelf(&[("Board", &["a", "b"]), ("Grant", &["c"])]);
        let mut tabs = [1, 2].map(|tab| Tab { clock: Clock::new(tab), ..Tab::default() });
        for tab in &mut tabs {
            tab.take(&stored);
        }
        let theirs = tabs[1].replica.clone();
        tabs[0].replica.merge(&theirs);
        assert_eq!(shown(&tabs[0].replica), "Board: a b; Grant: c");
    }

    #[test]
    fn a_note_of_an_earlier_version_and_one_of_this_are_both_kept() {
        let mut former = Former::default();
        assert_eq!(former.take_note("a", "old", ""), "old");
        assert_eq!(former.take_note("a", "old", "new"), "new", "the same is no news");
        assert_eq!(former.take_note("a", "there", "new"), "new\n\nthere");
        assert_eq!(former.take_note("a", "there", "new"), "new");
    }

    #[test]
    fn what_another_tab_has_taken_over_later_is_not_overwritten() {
        let at = |at: u64, shelf: &str| Former { at, shelf: shelf.to_owned(), ..Former::default() };
        let own = at(5, "own");
        for (other, expected) in
            [(at(5, "own"), true), (at(6, "later"), true), (at(4, "own"), false), (at(5, "b"), false)]
        {
            assert_eq!(own.is_stored(&other.write()), expected, "{other:?}");
        }
        assert!(!own.is_stored("") && !own.is_stored("{\"at\": 9"), "damage is not stored");
    }

    #[test]
    fn it_is_read_as_it_is_written_and_damage_is_nothing() {
        let mut former = Former { to: "id/x".to_owned(), at: 5, shelf: "{\"a\": 1}".to_owned(), ..Former::default() };
        former.notes.insert("a".to_owned(), "two\nlines".to_owned());
        former.keys.push("competency-explorer/changes/1/title/x".to_owned());
        assert_eq!(Former::read(&former.write()), former);
        assert_eq!(Former::read("{\"to\":\"id"), Former::default());
        assert!(!former.is_old(6) && former.is_old(u64::MAX));
    }
}
