//! A shelf as changes: what one tab knows of what all tabs have done, each change with its time and tab.
//!
//! Of all changes to one thing (the name of a list, the place of a resource in it …) only the latest counts, so only that one
//! is kept: a map of last-writer-wins registers (Shapiro et al., "A comprehensive study of Convergent and Commutative
//! Replicated Data Types", INRIA 7506, 2011, section 3.2.1). Merging takes the later change of each register. That is
//! commutative, associative and idempotent: in whatever order, and however often, tabs hear of one another's changes, they
//! end with the same shelf, and nothing that was added is missing unless it was removed later.
//!
//! A note is the exception: two tabs that write on the same one at once must not overwrite each other. It keeps a version of
//! each tab, with the versions that it was written in sight of (section 3.2.2, multi-value register); a version that no other
//! has seen stays, and the text of the note is all of them.
//!
//! **Growth.** Only the latest change of a register is kept; what stands under a deleted list goes with it. Removed resources,
//! deleted lists and emptied notes leave a mark each, so that a tab that has not heard of it does not bring them back: the latest
//! thousand, hundred and two hundred of them ([`Replica::compact`]). A tab would have to miss so many to bring one back.

#![allow(clippy::similar_names, reason = "a shelf is called that, and is not self")]

use std::collections::BTreeMap;
use std::mem;

use super::lists::{Item, ReadingList, Shelf};
use super::stamp::Stamp;
use crate::catalog::sorted_positions;
use crate::limits::work;

/// How many versions a version of a note names that it was written in sight of, one for each tab that ever wrote on it. Of that
/// many, it counts as written in sight of all older ones.
pub(super) const MOST_SEEN: usize = 16;
/// How many positions there are for the changes of one millisecond.
const PER_MILLISECOND: i64 = 1 << 10;
/// The largest position, either way: no damaged text leads out of the range of numbers.
const FARTHEST: i64 = 1 << 60;
/// What stands between the versions of a note that were written at the same time.
const BETWEEN: &str = "\n\n";
/// The id under which a list's name is for whom the list is. A version that does not know it keeps it and shows nothing of it,
/// since it knows no resource that was added under this id; a kind of its own would be damage there.
pub(super) const FOR_WHOM: &str = "for whom";
/// The name of a list whose own is lost.
const NAMELESS: &str = "Rescued";

/// What a change is about: with the key of a list and the id of a resource, one register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The list that is looked at; the text is its key.
    Current,
    /// A list was made; the text is its first name.
    Made,
    /// A list was renamed; with the id [`FOR_WHOM`], the text is for whom it is.
    Named,
    /// A list was deleted with all that was in it then.
    Deleted,
    /// A resource was added; the text is its title.
    Added,
    /// A resource was removed.
    Removed,
    /// A list, or with an id a resource in it, was moved; the text is a whole number, its position.
    Moved,
}

/// Names a register: the key of the list, the id of the resource, the kind. The order keeps a list together.
pub(super) type Register = (String, String, Kind);

/// The latest change of a register.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Change {
    pub(super) stamp: Stamp,
    pub(super) text: String,
}

/// What one tab has written in a note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version {
    pub(super) stamp: Stamp,
    pub(super) text: String,
    /// The latest version of each other tab that was in sight.
    pub(super) seen: Vec<Stamp>,
}

/// All that one tab knows of the lists and notes of a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replica {
    pub(super) registers: BTreeMap<Register, Change>,
    /// By the id of the resource.
    pub(super) notes: BTreeMap<String, Vec<Version>>,
}

/// The registers of a list.
#[derive(Default)]
pub(super) struct ListState<'a> {
    pub(super) key: &'a str,
    made: Option<&'a Change>,
    named: Option<&'a Change>,
    for_whom: Option<&'a Change>,
    pub(super) deleted: Stamp,
    moved: Option<&'a Change>,
    pub(super) items: Vec<ItemState<'a>>,
}

/// The registers of a resource in a list.
#[derive(Default)]
pub(super) struct ItemState<'a> {
    pub(super) id: &'a str,
    pub(super) added: Option<&'a Change>,
    pub(super) removed: Stamp,
    pub(super) moved: Option<&'a Change>,
}

impl ItemState<'_> {
    /// Whether it is in its list, of which all was deleted at a time.
    pub(super) fn is_in(&self, deleted: Stamp) -> bool {
        self.added.is_some_and(|added| added.stamp > self.removed.max(deleted))
    }

    /// Where it stands among the others of its list.
    pub(super) fn position(&self) -> i64 {
        position(self.added, self.moved)
    }
}

impl ListState<'_> {
    /// A list is there if it was made, or something was put into it, after it was deleted.
    pub(super) fn is_there(&self) -> bool {
        self.made.is_some_and(|made| made.stamp > self.deleted)
            || self.items.iter().any(|item| item.is_in(self.deleted))
    }

    /// Its name as it was given, which another list may have too.
    pub(super) fn name(&self) -> &str {
        self.named.max(self.made).map_or(NAMELESS, |change| change.text.as_str())
    }

    /// For whom it is, if that was set after it was deleted.
    pub(super) fn for_whom(&self) -> &str {
        self.for_whom.filter(|change| change.stamp > self.deleted).map_or("", |change| change.text.as_str())
    }

    /// Where it stands among the other lists.
    pub(super) fn position(&self) -> i64 {
        position(self.made, self.moved)
    }
}

/// The position of what came with one change and was moved with another: at the end of what was there when it came.
fn position(came: Option<&Change>, moved: Option<&Change>) -> i64 {
    let came = came.map(|change| change.stamp).unwrap_or_default();
    let moved = moved.filter(|moved| moved.stamp > came).and_then(|moved| moved.text.parse().ok());
    let end = i64::try_from(came.time).unwrap_or_default() * PER_MILLISECOND + i64::from(came.count);
    moved.unwrap_or(end).clamp(-FARTHEST, FARTHEST)
}

impl Version {
    /// Whether it was written in sight of another one, by the same tab or not: then it stands in its place.
    fn replaces(&self, other: &Self) -> bool {
        if self.stamp.tab == other.stamp.tab {
            return self.stamp > other.stamp;
        }
        let is_old = self.seen.len() >= MOST_SEEN && self.seen.iter().all(|seen| *seen > other.stamp);
        is_old || self.seen.iter().any(|seen| seen.tab == other.stamp.tab && *seen >= other.stamp)
    }
}

impl Replica {
    /// Whether it knows of no change.
    pub fn is_empty(&self) -> bool {
        self.registers.is_empty() && self.notes.is_empty()
    }

    /// The latest stamp of all changes.
    pub fn latest(&self) -> Stamp {
        work::count(self.registers.len() + self.notes.len());
        let changes = self.registers.values().map(|change| change.stamp);
        changes.chain(self.notes.values().flatten().map(|version| version.stamp)).max().unwrap_or_default()
    }

    /// Takes in what another tab knows; whether anything of it was new.
    pub fn merge(&mut self, other: &Self) -> bool {
        let mut is_new = false;
        for (register, change) in &other.registers {
            is_new |= self.put(register, change);
        }
        for (id, versions) in &other.notes {
            for version in versions {
                is_new |= self.put_version(id, version);
            }
        }
        is_new
    }

    /// Takes in a change, if it is the latest of its register; whether it is.
    pub(super) fn put(&mut self, register: &Register, change: &Change) -> bool {
        match self.registers.get_mut(register) {
            Some(known) if *known >= *change => return false,
            Some(known) => known.clone_from(change),
            None => _ = self.registers.insert(register.clone(), change.clone()),
        }
        true
    }

    /// Takes in a version of a note in place of those that it was written in sight of, unless another one was written in sight of
    /// it; whether it is one of the note's versions now and was not before.
    pub(super) fn put_version(&mut self, id: &str, version: &Version) -> bool {
        let versions = self.notes.entry(id.to_owned()).or_default();
        if versions.iter().any(|known| known == version || known.replaces(version)) {
            return false;
        }
        versions.retain(|known| !version.replaces(known));
        let at = versions.partition_point(|known| known < version);
        versions.insert(at, version.clone());
        true
    }

    /// The lists as they are now: the same in every tab that knows the same changes.
    pub fn shelf(&self) -> Shelf {
        let mut lists: Vec<(i64, ReadingList)> = Vec::new();
        for list in self.lists().iter().filter(|list| list.is_there()) {
            let mut items: Vec<(i64, Stamp, Item)> = Vec::new();
            for item in &list.items {
                if let Some(added) = item.added.filter(|_| item.is_in(list.deleted)) {
                    items.push((item.position(), added.stamp, Item::new(item.id, &added.text)));
                }
            }
            let place = |at: u32| (items[at as usize].0, items[at as usize].1);
            let order = sorted_positions(items.len(), &mut |a, b| place(a).cmp(&place(b)));
            let items = order.iter().map(|at| mem::take(&mut items[*at as usize].2)).collect();
            let (key, name, for_whom) = (list.key.to_owned(), list.name().to_owned(), list.for_whom().to_owned());
            lists.push((list.position(), ReadingList { key, name, for_whom, items }));
        }
        // Lists of one position stay in the order of their keys.
        let place = |at: u32| (lists[at as usize].0, at);
        let order = sorted_positions(lists.len(), &mut |a, b| place(a).cmp(&place(b)));
        let mut shelf = Shelf::default();
        for at in order {
            let list = mem::take(&mut lists[at as usize].1);
            // Two tabs may have given two lists one name.
            let name = shelf.free_name(&list.name);
            shelf.lists.push(ReadingList { name, ..list });
        }
        let current = self.registers.get(&(String::new(), String::new(), Kind::Current));
        let current = current.and_then(|change| shelf.lists.iter().find(|list| list.key == change.text));
        shelf.current = current.or(shelf.lists.first()).map(|list| list.name.clone()).unwrap_or_default();
        shelf
    }

    /// The notes that are not empty, each with the id of its resource. What two tabs wrote at once stands in it one below the other.
    pub fn notes(&self) -> BTreeMap<String, String> {
        let mut notes = BTreeMap::new();
        for id in self.notes.keys() {
            let text = self.note(id);
            if !text.is_empty() {
                notes.insert(id.clone(), text);
            }
        }
        notes
    }

    /// The note on a resource; empty where there is none.
    pub fn note(&self, id: &str) -> String {
        let mut texts: Vec<&str> = Vec::new();
        for version in self.notes.get(id).into_iter().flatten() {
            if !texts.iter().any(|text| text.contains(&version.text)) {
                texts.retain(|text| !version.text.contains(text));
                texts.push(&version.text);
            }
        }
        texts.join(BETWEEN)
    }

    /// The registers of each list, in the order of the lists' keys.
    pub(super) fn lists(&self) -> Vec<ListState<'_>> {
        let mut lists: Vec<ListState<'_>> = Vec::new();
        for ((key, id, kind), change) in self.registers.iter().filter(|((key, ..), _)| !key.is_empty()) {
            if lists.last().is_none_or(|list| list.key != key) {
                lists.push(ListState { key, ..ListState::default() });
            }
            let Some(list) = lists.last_mut() else { continue };
            if *kind == Kind::Named && id == FOR_WHOM {
                list.for_whom = Some(change);
                continue;
            }
            if id.is_empty() {
                match kind {
                    Kind::Made => list.made = Some(change),
                    Kind::Named => list.named = Some(change),
                    Kind::Deleted => list.deleted = change.stamp,
                    Kind::Moved => list.moved = Some(change),
                    Kind::Current | Kind::Added | Kind::Removed => {}
                }
                continue;
            }
            if list.items.last().is_none_or(|item| item.id != id) {
                list.items.push(ItemState { id, ..ItemState::default() });
            }
            let Some(item) = list.items.last_mut() else { continue };
            match kind {
                Kind::Added => item.added = Some(change),
                Kind::Removed => item.removed = change.stamp,
                Kind::Moved => item.moved = Some(change),
                Kind::Current | Kind::Made | Kind::Named | Kind::Deleted => {}
            }
        }
        lists
    }
}
