//! Writing changes into a replica, and forgetting what no tab needs any more.

#![allow(clippy::similar_names, reason = "a shelf is called that, and is not self")]

use super::lists::{Item, ReadingList, Shelf};
use super::order::renumbered;
use super::replica::{Change, FOR_WHOM, Kind, ListState, MOST_SEEN, Register, Replica, Version};
use super::stamp::{Clock, Stamp};
use crate::catalog::sorted_positions;

/// How many marks of removed resources are kept.
const MOST_REMOVED: usize = 1_000;
/// How many marks of deleted lists are kept.
const MOST_DELETED: usize = 100;
/// How many marks of emptied notes are kept.
const MOST_EMPTIED: usize = 200;

/// Stamps changes and puts them into a replica.
struct Recorder<'a> {
    replica: &'a mut Replica,
    clock: &'a mut Clock,
    now: u64,
}

impl Recorder<'_> {
    fn put(&mut self, (key, id): (&str, &str), kind: Kind, text: &str) {
        let change = Change { stamp: self.clock.stamp(self.now), text: text.to_owned() };
        self.replica.put(&(key.to_owned(), id.to_owned(), kind), &change);
    }

    /// Records what became of a list but for its name and order; its key.
    fn list(&mut self, before: Option<&ReadingList>, after: &ReadingList) -> String {
        let key = if after.key.is_empty() { self.clock.stamp(self.now).to_string() } else { after.key.clone() };
        // A list that was deleted, and is there for what was added later, is to stay when that is removed.
        let is_emptied = after.items.is_empty() && before.is_some_and(|before| !before.items.is_empty());
        if before.is_none() || is_emptied {
            self.put((&key, ""), Kind::Made, &after.name);
        }
        let (known, wanted) = (before.map(ReadingList::ids).unwrap_or_default(), after.ids());
        for id in known.difference(&wanted) {
            self.put((&key, id), Kind::Removed, "");
        }
        for item in after.items.iter().filter(|item| !known.contains(&item.id)) {
            self.put((&key, &item.id), Kind::Added, &item.title);
        }
        key
    }

    /// Renames the lists that are not stored under the names that are wanted, and sets for whom they are. Of two lists of one name the second is shown with
    /// another one, which is recorded too: else it would change with the name of the first.
    fn rename(&mut self, keys: &[String], after: &Shelf) {
        let mut texts: Vec<(&str, &str, &str)> = Vec::new();
        {
            let states = self.replica.lists();
            for (key, list) in keys.iter().zip(&after.lists) {
                let state = states.iter().find(|state| state.key == key);
                if state.is_none_or(|state| state.name() != list.name) {
                    texts.push((key, "", &list.name));
                }
                if state.map_or("", ListState::for_whom) != list.for_whom {
                    texts.push((key, FOR_WHOM, &list.for_whom));
                }
            }
        }
        for (key, id, text) in texts {
            self.put((key, id), Kind::Named, text);
        }
    }

    /// Moves what does not stand where it is wanted: the lists, and what is in them.
    fn arrange(&mut self, keys: &[String], after: &Shelf) {
        let mut moves: Vec<(&str, &str, i64)> = Vec::new();
        {
            let states = self.replica.lists();
            let place = |key: &String| states.binary_search_by(|state| state.key.cmp(key)).ok().map(|at| &states[at]);
            let found: Vec<_> = keys.iter().filter_map(place).collect();
            let positions: Vec<i64> = found.iter().map(|state| state.position()).collect();
            moves.extend(
                renumbered(&positions).into_iter().filter_map(|(at, to)| Some((keys.get(at)?.as_str(), "", to))),
            );
            for ((key, state), list) in keys.iter().zip(&found).zip(&after.lists) {
                // The map of registers has them in the order of their ids.
                let position = |item: &Item| {
                    let at = state.items.binary_search_by(|known| known.id.cmp(&item.id)).ok()?;
                    Some(state.items[at].position())
                };
                let positions: Vec<i64> = list.items.iter().filter_map(position).collect();
                let changed = renumbered(&positions).into_iter();
                moves.extend(changed.filter_map(|(at, to)| Some((key.as_str(), list.items.get(at)?.id.as_str(), to))));
            }
        }
        for (key, id, to) in moves {
            self.put((key, id), Kind::Moved, &to.to_string());
        }
    }
}

impl Replica {
    /// Makes the changes that lead from [`Self::shelf`] to `after`, at a time of the device in milliseconds since 1970.
    pub fn record(&mut self, after: &Shelf, clock: &mut Clock, now: u64) {
        clock.see(self.latest());
        let before = self.shelf();
        let mut recorder = Recorder { replica: self, clock, now };
        let mut keys: Vec<String> = Vec::with_capacity(after.lists.len());
        for list in &after.lists {
            let known = before.lists.iter().find(|known| known.key == list.key);
            keys.push(recorder.list(known, list));
        }
        for gone in before.lists.iter().filter(|list| !keys.contains(&list.key)) {
            recorder.put((&gone.key, ""), Kind::Deleted, "");
        }
        recorder.rename(&keys, after);
        recorder.arrange(&keys, after);
        if after.current != before.current {
            let current = after.lists.iter().position(|list| list.name == after.current);
            let key = current.map_or("", |at| keys[at].as_str());
            recorder.put(("", ""), Kind::Current, key);
        }
    }

    /// Writes a note in place of all its versions that are known.
    pub fn record_note(&mut self, id: &str, text: &str, clock: &mut Clock, now: u64) {
        self.record_notes([(id, text)], clock, now);
    }

    /// Writes notes, each in place of all its versions that are known: those of a whole list in one go.
    pub fn record_notes<'a>(
        &mut self,
        notes: impl IntoIterator<Item = (&'a str, &'a str)>,
        clock: &mut Clock,
        now: u64,
    ) {
        clock.see(self.latest());
        for (id, text) in notes {
            if !id.is_empty() && self.note(id) != text {
                self.put_note(id, text, clock, now);
            }
        }
    }

    fn put_note(&mut self, id: &str, text: &str, clock: &mut Clock, now: u64) {
        let mut seen: Vec<Stamp> = Vec::new();
        for version in self.notes.get(id).into_iter().flatten() {
            for stamp in version.seen.iter().chain([&version.stamp]).filter(|stamp| stamp.tab != clock.tab()) {
                match seen.iter_mut().find(|latest| latest.tab == stamp.tab) {
                    Some(latest) => *latest = (*latest).max(*stamp),
                    None => seen.push(*stamp),
                }
            }
        }
        for at in oldest(&seen, MOST_SEEN) {
            seen.remove(at);
        }
        let version = Version { stamp: clock.stamp(now), text: text.to_owned(), seen };
        self.put_version(id, &version);
    }

    /// Forgets what the shelf does not show and no tab needs: changes that a later one made void, and the oldest marks of what is
    /// gone. The shelf stays as it is.
    pub fn compact(&mut self) {
        let mut void: Vec<Register> = Vec::new();
        let mut removed: Vec<(Stamp, Register)> = Vec::new();
        let mut deleted: Vec<(Stamp, String)> = Vec::new();
        for list in self.lists() {
            if !list.is_there() {
                deleted.push((list.deleted, list.key.to_owned()));
            }
            for item in &list.items {
                let register = |kind| (list.key.to_owned(), item.id.to_owned(), kind);
                let is_in = item.is_in(list.deleted);
                let gone = item.removed.max(list.deleted);
                let since = item.added.filter(|_| is_in).map_or(gone, |added| added.stamp);
                if !is_in {
                    void.push(register(Kind::Added));
                }
                if item.moved.is_some_and(|moved| moved.stamp < since) {
                    void.push(register(Kind::Moved));
                }
                if is_in || item.removed <= list.deleted {
                    void.push(register(Kind::Removed));
                } else {
                    removed.push((item.removed, register(Kind::Removed)));
                }
            }
        }
        let stamps: Vec<Stamp> = removed.iter().map(|(stamp, _)| *stamp).collect();
        void.extend(oldest(&stamps, MOST_REMOVED).into_iter().map(|at| removed[at].1.clone()));
        for register in void {
            self.registers.remove(&register);
        }
        let stamps: Vec<Stamp> = deleted.iter().map(|(stamp, _)| *stamp).collect();
        for at in oldest(&stamps, MOST_DELETED) {
            self.registers.retain(|(key, ..), _| *key != deleted[at].1);
        }
        let is_empty = |versions: &[Version]| versions.iter().all(|version| version.text.is_empty());
        let emptied: Vec<String> =
            self.notes.iter().filter(|(_, versions)| is_empty(versions)).map(|(id, _)| id.clone()).collect();
        let latest = |id: &String| self.notes[id].iter().map(|version| version.stamp).max().unwrap_or_default();
        let stamps: Vec<Stamp> = emptied.iter().map(latest).collect();
        for at in oldest(&stamps, MOST_EMPTIED) {
            self.notes.remove(&emptied[at]);
        }
    }
}

/// The places of all but the latest so many, the last place first.
fn oldest(stamps: &[Stamp], most: usize) -> Vec<usize> {
    if stamps.len() <= most {
        return Vec::new();
    }
    let order = sorted_positions(stamps.len(), &mut |a, b| stamps[b as usize].cmp(&stamps[a as usize]));
    let mut is_old = vec![false; stamps.len()];
    order.iter().skip(most).for_each(|at| is_old[*at as usize] = true);
    (0..stamps.len()).rev().filter(|at| is_old[*at]).collect()
}

#[cfg(test)]
mod tests {
    use arbtest::arbitrary::{Result, Unstructured};

    use super::super::lines::Stored;
    use super::super::lists::{Item, ReadingList, Shelf};
    use super::super::stamp::Clock;
    use super::{MOST_DELETED, MOST_EMPTIED, MOST_REMOVED, Replica};

    /// A tab: what it knows, its clock, and the texts that it has stored so far.
    struct Tab {
        replica: Replica,
        clock: Clock,
        stored: Vec<String>,
    }

    impl Tab {
        fn new(tab: u32) -> Self {
            Self { replica: Replica::default(), clock: Clock::new(tab), stored: vec![String::new()] }
        }

        fn change(&mut self, now: u64, act: impl FnOnce(&mut Shelf)) {
            let mut shelf = self.replica.shelf();
            act(&mut shelf);
            self.replica.record(&shelf, &mut self.clock, now);
        }

        fn store(&mut self) {
            self.replica.compact();
            self.stored.push(self.replica.write("Catalog"));
        }
    }

    fn tabs(n: u32) -> Vec<Tab> {
        (1..=n).map(Tab::new).collect()
    }

    /// Every tab reads what every tab has stored last.
    fn settle(tabs: &mut [Tab]) {
        let texts: Vec<String> = tabs.iter().filter_map(|tab| tab.stored.last().cloned()).collect();
        for tab in tabs {
            for text in &texts {
                let stored = Stored::read(text);
                assert!(stored.is_whole && stored.is_known, "{text}");
                tab.replica.merge(&stored.replica);
            }
        }
    }

    fn ids(list: &ReadingList) -> Vec<&str> {
        list.items.iter().map(|item| item.id.as_str()).collect()
    }

    /// What a shelf shows, without the keys of its lists.
    fn shown(shelf: &Shelf) -> Vec<(String, Vec<String>)> {
        let lists = shelf.lists.iter();
        let name = |list: &ReadingList| {
            [list.name.as_str(), &list.for_whom].join(" for ").trim_end_matches(" for ").to_owned()
        };
        lists.map(|list| (name(list), ids(list).into_iter().map(str::to_owned).collect())).collect()
    }

    fn any_act(shelf: &mut Shelf, u: &mut Unstructured<'_>) -> Result<()> {
        let name = u.choose_iter(
            shelf.lists.iter().map(|list| list.name.clone()).chain(["A".to_owned()]).collect::<Vec<_>>(),
        )?;
        let id = *u.choose(&["a", "b", "c", "d", "e"])?;
        match u.int_in_range(0..=9)? {
            0 => drop(shelf.create(u.choose(&["A", "B", "New list"])?)),
            1 | 2 => drop(shelf.keep(Item::new(id, id), "My list")),
            3 => _ = shelf.add(&name, [Item::new(id, ""), Item::new("f", ""), Item::new("g", "")]),
            4 => _ = shelf.remove(&name, id),
            5 => shelf.move_to(&name, id, u.int_in_range(0..=6)?),
            6 => shelf.rename(&name, u.choose(&["A", "Z", ""])?),
            7 => shelf.choose(&name),
            8 => shelf.set_for_whom(&name, u.choose(&["a board", "teachers", ""])?),
            _ => {
                let removed = shelf.delete(&name);
                if let Some(removed) = removed.filter(|_| u.arbitrary().unwrap_or_default()) {
                    shelf.restore(removed);
                }
            }
        }
        Ok(())
    }

    /// Lets tabs act by turns. Of what the others have stored a tab sees any earlier state, as browsers show one tab's storage to
    /// another late; and the clock of the device jumps.
    fn act(tabs: &mut [Tab], u: &mut Unstructured<'_>) -> Result<()> {
        for _ in 0..u.int_in_range(0..=16)? {
            let at = u.choose_index(tabs.len())?;
            for other in 0..tabs.len() {
                let text = u.choose(&tabs[other].stored)?.clone();
                tabs[at].replica.merge(&Stored::read(&text).replica);
            }
            let now = u.int_in_range(0..=40)?;
            let tab = &mut tabs[at];
            if u.ratio(1, 4)? {
                let (id, text) = (*u.choose(&["a", "b"])?, *u.choose(&["", "one", "two", "one and more"])?);
                tab.replica.record_note(id, text, &mut tab.clock, now);
                assert_eq!(tab.replica.note(id), text);
            } else {
                let mut shelf = tab.replica.shelf();
                any_act(&mut shelf, u)?;
                tab.replica.record(&shelf, &mut tab.clock, now);
                assert_eq!(shown(&tab.replica.shelf()), shown(&shelf), "a change is made as it was meant");
                let is_current = shelf.lists.is_empty()
                    || shelf.current().is_some_and(|list| tab.replica.shelf().current == list.name);
                assert!(is_current, "{shelf:?}");
            }
            let before = (tab.replica.shelf(), tab.replica.notes());
            tab.store();
            assert_eq!((tab.replica.shelf(), tab.replica.notes()), before, "what is forgotten shows nowhere");
        }
        Ok(())
    }

    #[test]
    fn any_order_of_the_changes_of_three_tabs_gives_the_same_shelf() {
        arbtest::arbtest(|u| {
            let mut tabs = tabs(3);
            act(&mut tabs, u)?;
            settle(&mut tabs);
            let first = (tabs[0].replica.shelf(), tabs[0].replica.notes());
            for tab in &tabs {
                assert_eq!((tab.replica.shelf(), tab.replica.notes()), first);
            }
            Ok(())
        })
        .budget_ms(2_000);
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent() {
        fn merged(a: &Replica, b: &Replica) -> Replica {
            let mut both = a.clone();
            both.merge(b);
            both
        }
        arbtest::arbtest(|u| {
            let mut tabs = tabs(3);
            act(&mut tabs, u)?;
            let [a, b, c] = [0, 1, 2].map(|at| tabs[at].replica.clone());
            assert_eq!(merged(&a, &b), merged(&b, &a));
            assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
            assert_eq!(merged(&merged(&a, &b), &a), merged(&a, &b));
            assert!(!a.clone().merge(&a), "nothing of it is new");
            Ok(())
        })
        .budget_ms(1_000);
    }

    #[test]
    fn nothing_that_two_tabs_save_at_once_is_lost() {
        let mut tabs = tabs(2);
        for n in 0..100 {
            // Neither has seen anything of the other.
            tabs[0].change(n, |shelf| drop(shelf.keep(Item::new(&format!("a{n}"), ""), "My list")));
            tabs[1].change(n, |shelf| drop(shelf.keep(Item::new(&format!("b{n}"), ""), "My list")));
        }
        tabs.iter_mut().for_each(Tab::store);
        settle(&mut tabs);
        for tab in &tabs {
            let shelf = tab.replica.shelf();
            assert_eq!((shelf.lists.len(), shelf.len()), (1, 200), "one list has them all");
        }
    }

    #[test]
    fn what_is_added_last_is_there_whatever_else_happened() {
        arbtest::arbtest(|u| {
            let mut tabs = tabs(3);
            act(&mut tabs, u)?;
            let at = u.choose_index(3)?;
            // In sight of nothing but its own, on a clock that is right.
            tabs[at].change(1_000, |shelf| drop(shelf.keep(Item::new("last", ""), "My list")));
            tabs[at].store();
            settle(&mut tabs);
            for tab in &tabs {
                assert!(tab.replica.shelf().lists.iter().any(|list| list.has("last")));
            }
            Ok(())
        });
    }

    #[test]
    fn two_tabs_that_move_two_resources_both_have_moved_them() {
        let mut tabs = tabs(2);
        tabs[0].change(1, |shelf| {
            shelf.create("L");
            shelf.add("L", ["a", "b", "c", "d"].map(|id| Item::new(id, "")));
        });
        tabs[0].store();
        settle(&mut tabs);
        tabs[0].change(2, |shelf| shelf.move_to("L", "a", 3));
        tabs[1].change(3, |shelf| shelf.move_to("L", "d", 0));
        tabs[1].change(4, |shelf| shelf.rename("L", "Board"));
        tabs.iter_mut().for_each(Tab::store);
        settle(&mut tabs);
        for tab in &tabs {
            assert_eq!(
                shown(&tab.replica.shelf()),
                [("Board".to_owned(), ["d", "b", "c", "a"].map(str::to_owned).to_vec())]
            );
        }
    }

    #[test]
    fn a_list_keeps_the_name_that_is_shown_when_another_of_its_name_gets_another() {
        let mut tabs = tabs(2);
        for tab in &mut tabs {
            tab.change(1, |shelf| drop(shelf.create("A")));
            tab.store();
        }
        settle(&mut tabs);
        let first = ("A (2)".to_owned(), Vec::new());
        assert_eq!(shown(&tabs[0].replica.shelf())[1], first);
        tabs[0].change(2, |shelf| shelf.rename("A", "Z"));
        assert_eq!(shown(&tabs[0].replica.shelf()), [("Z".to_owned(), Vec::new()), first]);
    }

    #[test]
    fn a_list_that_was_deleted_in_one_tab_has_what_another_one_adds_later() {
        let mut tabs = tabs(2);
        tabs[0].change(1, |shelf| drop(shelf.keep(Item::new("a", ""), "My list")));
        tabs[0].store();
        settle(&mut tabs);
        tabs[0].change(2, |shelf| drop(shelf.delete("My list")));
        tabs[1].change(3, |shelf| drop(shelf.keep(Item::new("b", ""), "My list")));
        tabs.iter_mut().for_each(Tab::store);
        settle(&mut tabs);
        for tab in &tabs {
            assert_eq!(shown(&tab.replica.shelf()), [("My list".to_owned(), vec!["b".to_owned()])]);
        }
    }

    #[test]
    fn a_list_that_is_back_for_what_was_added_later_stays_when_that_is_removed() {
        let mut tabs = tabs(2);
        tabs[0].change(1, |shelf| drop(shelf.keep(Item::new("a", ""), "L")));
        tabs[0].store();
        settle(&mut tabs);
        tabs[0].change(2, |shelf| drop(shelf.delete("L")));
        tabs[1].change(3, |shelf| drop(shelf.keep(Item::new("b", ""), "L")));
        tabs.iter_mut().for_each(Tab::store);
        settle(&mut tabs);
        tabs[0].change(4, |shelf| drop(shelf.remove("L", "b")));
        assert_eq!(shown(&tabs[0].replica.shelf()), [("L".to_owned(), Vec::new())]);
    }

    #[test]
    fn what_two_tabs_write_in_one_note_at_once_is_all_there() {
        let mut tabs = tabs(2);
        let write = |tab: &mut Tab, text: &str| {
            tab.replica.record_note("a", text, &mut tab.clock, 5);
            tab.store();
        };
        write(&mut tabs[0], "old");
        settle(&mut tabs);
        for (mine, theirs) in [("o", "t"), ("our", "the"), ("ours", "theirs")] {
            write(&mut tabs[0], mine);
            write(&mut tabs[1], theirs);
        }
        settle(&mut tabs);
        assert_eq!(tabs[0].replica.note("a"), "ours\n\ntheirs");
        // In sight of both, one replaces them.
        write(&mut tabs[1], "");
        settle(&mut tabs);
        assert_eq!(tabs[0].replica.note("a"), "");
        assert!(tabs[0].replica.notes().is_empty());
    }

    #[test]
    fn for_whom_a_list_is_goes_with_the_list_and_comes_back_with_it() {
        let mut tab = Tab::new(1);
        tab.change(1, |shelf| drop(shelf.keep(Item::new("a", ""), "L")));
        tab.change(2, |shelf| shelf.set_for_whom("L", " The\nboard "));
        let with = [("L for The board".to_owned(), vec!["a".to_owned()])];
        assert_eq!(shown(&tab.replica.shelf()), with);
        let mut removed = None;
        tab.change(3, |shelf| removed = shelf.delete("L"));
        // The first list has the same key each time.
        let mut other = Tab::new(2);
        other.replica.merge(&tab.replica);
        other.change(4, |shelf| drop(shelf.keep(Item::new("b", ""), "L")));
        assert_eq!(shown(&other.replica.shelf()), [("L".to_owned(), vec!["b".to_owned()])]);
        tab.change(5, |shelf| removed.take().into_iter().for_each(|removed| shelf.restore(removed)));
        assert_eq!(shown(&tab.replica.shelf()), with);
        tab.store();
        assert_eq!(shown(&Stored::read(&tab.stored[1]).replica.shelf()), with);
    }

    #[test]
    fn a_clock_that_was_wrong_once_does_no_harm() {
        let mut tabs = tabs(2);
        tabs[0].change(9_999_999_999_999, |shelf| drop(shelf.keep(Item::new("a", ""), "L")));
        tabs[0].store();
        settle(&mut tabs);
        tabs[1].change(5, |shelf| drop(shelf.remove("L", "a")));
        tabs[1].change(6, |shelf| drop(shelf.keep(Item::new("b", ""), "L")));
        tabs[1].store();
        settle(&mut tabs);
        assert_eq!(shown(&tabs[0].replica.shelf()), [("L".to_owned(), vec!["b".to_owned()])]);
    }

    #[test]
    fn what_is_stored_does_not_grow_with_what_was_done() {
        let mut tab = Tab::new(1);
        let mut lengths = Vec::new();
        for round in 0..3 {
            for n in 0..125 {
                let name = format!("List {round} {n}");
                tab.change(n, |shelf| {
                    shelf.create(&name);
                    shelf.set_for_whom(&name, "teachers");
                    shelf.add(&name, (0..10).map(|at| Item::new(&format!("r{round}-{n}-{at}"), "T")));
                });
                tab.change(n, |shelf| (0..10).for_each(|at| drop(shelf.remove(&name, &format!("r{round}-{n}-{at}")))));
                tab.replica.record_note(&format!("r{round}-{n}"), "x", &mut tab.clock, n);
                tab.replica.record_note(&format!("r{round}-{n}"), "", &mut tab.clock, n);
                if n % 2 == 0 {
                    tab.change(n, |shelf| drop(shelf.delete(&name)));
                }
                tab.replica.compact();
            }
            tab.change(0, |shelf| shelf.lists.clear());
            tab.replica.compact();
            lengths.push(tab.replica.write("").lines().count());
        }
        // A list has up to four registers: its first name, its name, for whom it is, its end.
        let most = 2 + MOST_REMOVED + 4 * MOST_DELETED + MOST_EMPTIED + 1;
        assert!(lengths.iter().all(|n| *n <= most), "{lengths:?}, at most {most}");
        assert!(tab.replica.shelf().lists.is_empty());
    }
}
