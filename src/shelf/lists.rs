//! Named lists of resources, as a view shows and changes them.

use std::collections::BTreeSet;

/// The key of the list that is made by itself for the first resource that is saved: two tabs that do so at once make one list.
const FIRST_KEY: &str = "first";

/// A kept resource.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Its id in the catalog.
    pub id: String,
    /// Its title when it was kept: what is shown should the catalog lose it.
    pub title: String,
    /// A reader's note that came with a file; on the shelf itself notes are kept by resource, not here.
    pub note: String,
}

/// A named list of resources, none twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadingList {
    /// What it is told apart by where lists are stored, whatever its name becomes; empty for a list that is not stored yet.
    pub key: String,
    /// Its name, not empty.
    pub name: String,
    /// For whom it is; may be empty.
    pub for_whom: String,
    /// The resources in the reader's order.
    pub items: Vec<Item>,
}

/// All lists of a reader.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The lists, in the order in which they were made. Names differ.
    pub lists: Vec<ReadingList>,
    /// The name of the list that is looked at, and that resources are kept in.
    pub current: String,
}

/// What was taken away, and where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// An item of a list.
    Item {
        /// The list's name.
        list: String,
        /// Its place.
        at: usize,
        /// The item.
        item: Item,
    },
    /// A list.
    List {
        /// Its place.
        at: usize,
        /// The list.
        list: ReadingList,
    },
}

impl Item {
    /// A resource, without a note.
    pub fn new(id: &str, title: &str) -> Self {
        Self { id: id.to_owned(), title: title.to_owned(), note: String::new() }
    }
}

impl ReadingList {
    /// Whether it has a resource.
    pub fn has(&self, id: &str) -> bool {
        self.items.iter().any(|item| item.id == id)
    }

    /// The ids of its resources. They are put in one by one: to sort them first takes a sort of its own in the module.
    pub(super) fn ids(&self) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        ids.extend(self.items.iter().map(|item| item.id.clone()));
        ids
    }

    /// Puts those at the end that it does not have yet; how many there were.
    pub fn add(&mut self, items: impl IntoIterator<Item = Item>) -> usize {
        let n_before = self.items.len();
        let mut known = self.ids();
        self.items.extend(items.into_iter().filter(|item| !item.id.is_empty() && known.insert(item.id.clone())));
        self.items.len() - n_before
    }
}

impl Shelf {
    /// The list of a name.
    pub fn list(&self, name: &str) -> Option<&ReadingList> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// The list that is looked at: the first one where that is gone.
    pub fn current(&self) -> Option<&ReadingList> {
        self.list(&self.current).or_else(|| self.lists.first())
    }

    /// Whether a resource is in the list that is looked at.
    pub fn has(&self, id: &str) -> bool {
        self.current().is_some_and(|list| list.has(id))
    }

    /// How many resources are in all lists; one in two of them counts twice.
    pub fn len(&self) -> usize {
        self.lists.iter().map(|list| list.items.len()).sum()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks at a list from now on.
    pub fn choose(&mut self, name: &str) {
        if self.list(name).is_some() {
            name.clone_into(&mut self.current);
        }
    }

    /// A list of a name that nobody has yet, and looks at it; the name that it got.
    pub fn create(&mut self, wanted: &str) -> String {
        let name = self.free_name(wanted);
        self.lists.push(ReadingList { name: name.clone(), ..ReadingList::default() });
        self.current.clone_from(&name);
        name
    }

    /// Keeps a resource in the list that is looked at, which is made with a name where there is none; the name of the list.
    pub fn keep(&mut self, item: Item, name_of_first: &str) -> String {
        if self.lists.is_empty() {
            self.create(name_of_first);
            FIRST_KEY.clone_into(&mut self.lists[0].key);
        }
        let name = self.current().map(|list| list.name.clone()).unwrap_or_default();
        self.add(&name, [item]);
        name
    }

    /// Adds to a list what it does not have; how many that were.
    pub fn add(&mut self, name: &str, items: impl IntoIterator<Item = Item>) -> usize {
        self.of(name).map_or(0, |list| list.add(items))
    }

    /// Takes a resource out of a list.
    pub fn remove(&mut self, name: &str, id: &str) -> Option<Removed> {
        let list = self.of(name)?;
        let at = list.items.iter().position(|item| item.id == id)?;
        Some(Removed::Item { list: name.to_owned(), at, item: list.items.remove(at) })
    }

    /// Gives a resource of a list another place; the last one where there are not so many.
    pub fn move_to(&mut self, name: &str, id: &str, place: usize) {
        let Some(list) = self.of(name) else { return };
        if let Some(at) = list.items.iter().position(|item| item.id == id) {
            let item = list.items.remove(at);
            list.items.insert(place.min(list.items.len()), item);
        }
    }

    /// Gives a list another name, made different where another list has it; an empty one changes nothing.
    pub fn rename(&mut self, name: &str, wanted: &str) {
        if one_line(wanted).is_empty() || one_line(wanted) == name {
            return;
        }
        let free = self.free_name(wanted);
        if let Some(list) = self.of(name) {
            list.name.clone_from(&free);
            if self.current == name {
                self.current = free;
            }
        }
    }

    /// Sets for whom a list is; an empty text says nothing.
    pub fn set_for_whom(&mut self, name: &str, text: &str) {
        if let Some(list) = self.of(name) {
            list.for_whom = one_line(text);
        }
    }

    /// Takes a list away, and looks at the one before it.
    pub fn delete(&mut self, name: &str) -> Option<Removed> {
        let at = self.lists.iter().position(|list| list.name == name)?;
        let list = self.lists.remove(at);
        if self.current == name {
            let next = self.lists.get(at.saturating_sub(1));
            self.current = next.map(|list| list.name.clone()).unwrap_or_default();
        }
        Some(Removed::List { at, list })
    }

    /// Brings back what was taken away, into what there is now, and looks at it.
    pub fn restore(&mut self, removed: Removed) {
        match removed {
            Removed::Item { list: name, at, item } => {
                if self.list(&name).is_none() {
                    self.create(&name);
                }
                if let Some(list) = self.of(&name).filter(|list| !list.has(&item.id)) {
                    list.items.insert(at.min(list.items.len()), item);
                }
                self.choose(&name);
            }
            Removed::List { at, mut list } => {
                list.name = self.free_name(&list.name);
                self.current.clone_from(&list.name);
                self.lists.insert(at.min(self.lists.len()), list);
            }
        }
    }

    fn of(&mut self, name: &str) -> Option<&mut ReadingList> {
        self.lists.iter_mut().find(|list| list.name == name)
    }

    /// A name on one line that no list has: "Board (2)".
    pub(super) fn free_name(&self, wanted: &str) -> String {
        let wanted = one_line(wanted);
        let (mut name, mut n) = (wanted.clone(), 1);
        while name.is_empty() || self.list(&name).is_some() {
            n += 1;
            name = numbered(&wanted, n);
        }
        name
    }
}

/// A name with the number that makes it differ from others.
pub(super) fn numbered(name: &str, n: usize) -> String {
    format!("{name} ({n})")
}

/// A text on one line, without blanks at its ends.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use arbtest::arbitrary::Unstructured;

    use super::{Item, Removed, Shelf};

    fn shelf(lists: &[(&str, &[&str])]) -> Shelf {
        let mut shelf = Shelf::default();
        for (name, ids) in lists {
            let name = shelf.create(name);
            shelf.add(&name, ids.iter().map(|id| Item::new(id, "")));
        }
        shelf
    }

    fn ids(shelf: &Shelf, name: &str) -> String {
        let items = shelf.list(name).into_iter().flat_map(|list| &list.items);
        items.map(|item| item.id.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_first_kept_resource_makes_a_list() {
        let mut shelf = Shelf::default();
        assert_eq!(shelf.keep(Item::new("a", "A"), "My list"), "My list");
        assert_eq!(shelf.keep(Item::new("a", "A"), "My list"), "My list");
        assert_eq!(ids(&shelf, "My list"), "a");
        assert!(shelf.has("a"));
    }

    #[test]
    fn names_differ() {
        let mut shelf = shelf(&[("Board", &[]), (" Board ", &["a"]), ("", &[])]);
        let names: Vec<&str> = shelf.lists.iter().map(|list| list.name.as_str()).collect();
        assert_eq!(names, ["Board", "Board (2)", " (2)"]);
        shelf.rename("Board (2)", "Board");
        shelf.rename("Board", " ");
        assert_eq!(shelf.lists[1].name, "Board (3)");
        assert_eq!(shelf.lists[0].name, "Board");
    }

    #[test]
    fn a_resource_takes_the_place_that_it_is_given() {
        let mut shelf = shelf(&[("L", &["a", "b", "c", "d"])]);
        for (id, place, expected) in
            [("a", 2, "b c a d"), ("d", 0, "d b c a"), ("b", 99, "d c a b"), ("x", 0, "d c a b")]
        {
            shelf.move_to("L", id, place);
            assert_eq!(ids(&shelf, "L"), expected);
        }
    }

    #[test]
    fn what_was_deleted_comes_back_beside_what_was_made_since() {
        let mut shelf = shelf(&[("A", &["a", "b", "c"]), ("B", &[])]);
        let item = shelf.remove("A", "b").expect("it is there");
        shelf.add("A", [Item::new("d", "")]);
        let list = shelf.delete("A").expect("it is there");
        assert_eq!(shelf.current, "B");
        shelf.create("A");
        shelf.restore(list);
        assert_eq!(ids(&shelf, "A (2)"), "a c d");
        shelf.restore(item);
        assert_eq!((ids(&shelf, "A").as_str(), shelf.current.as_str()), ("b", "A"));
    }

    /// Does something to a shelf; gives back what was taken away.
    fn act(shelf: &mut Shelf, u: &mut Unstructured<'_>) -> arbtest::arbitrary::Result<Option<Removed>> {
        let name = *u.choose(&["A", "B", "C"])?;
        let id = *u.choose(&["a", "b", "c", "d"])?;
        match u.int_in_range(0..=6)? {
            0 => drop(shelf.create(name)),
            1 => _ = shelf.add(name, [Item::new(id, "")]),
            2 => return Ok(shelf.remove(name, id)),
            3 => shelf.move_to(name, id, u.int_in_range(0..=5)?),
            4 => return Ok(shelf.delete(name)),
            5 => shelf.set_for_whom(name, id),
            _ => shelf.rename(name, u.choose(&["A", "Z", ""])?),
        }
        Ok(None)
    }

    #[test]
    fn every_removal_can_be_undone_at_once() {
        arbtest::arbtest(|u| {
            let mut shelf = Shelf::default();
            for _ in 0..u.int_in_range(0..=12)? {
                let before = shelf.clone();
                if let Some(removed) = act(&mut shelf, u)? {
                    let mut again = shelf.clone();
                    again.restore(removed);
                    assert_eq!(again.lists, before.lists);
                }
                let names: Vec<&String> = shelf.lists.iter().map(|list| &list.name).collect();
                assert!(names.iter().all(|name| names.iter().filter(|other| other == &name).count() == 1));
            }
            Ok(())
        });
    }
}
