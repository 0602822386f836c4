//! Storing what one tab knows: what is written first, and what is undone where there is no room for all of it.
//!
//! The browser stores one text at a time, and may have room for one and none for the next. What must stand together is
//! stored or left out together here, over any [`Storage`].

/// Texts under keys, which all tabs of an origin share, and locks with the names of keys.
pub trait Storage {
    /// Why a text is not stored.
    type Error;

    /// The text under a key, if there is one.
    fn stored(&self, key: &str) -> Option<String>;

    /// Stores a text under a key; where that fails, what was there before stays.
    fn store(&mut self, key: &str, text: &str) -> Result<(), Self::Error>;

    /// Deletes what is stored under a key.
    fn forget(&mut self, key: &str);

    /// Holds the lock of a key until the tab is gone.
    fn hold_lock(&mut self, key: &str);
}

/// Why a browser does not store a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotStored {
    /// It stores nothing of this page: a private window, a sandboxed frame.
    Refused,
    /// It has no room left.
    Full,
}

/// The key that one tab writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKey {
    /// Its name.
    pub name: String,
    /// Whether the tab has written, or tried to, and holds the lock of the key.
    pub is_locked: bool,
}

impl OwnKey {
    /// The key of a tab that has not written yet.
    pub fn new(name: String) -> Self {
        Self { name, is_locked: false }
    }

    /// Stores the changes that the tab knows, and with them what was taken over ([`super::Former`]: its key and text), if that
    /// is given: both or neither. Changes without it would let what the reader has removed since come back, since it still stands
    /// where it was taken from; it without the changes would lose what was taken. The changes come first: should the tab end
    /// between the two, the same is taken over again.
    pub fn write<S: Storage>(
        &mut self,
        storage: &mut S,
        changes: &str,
        former: Option<(&str, &str)>,
    ) -> Result<(), S::Error> {
        if !self.is_locked {
            // Without it another tab would hold this one for gone as soon as it sees the key.
            self.is_locked = true;
            storage.hold_lock(&self.name);
        }
        let before = former.and_then(|_| storage.stored(&self.name));
        storage.store(&self.name, changes)?;
        let Some((key, text)) = former else { return Ok(()) };
        storage.store(key, text).inspect_err(|_| match before {
            // There was room for it before.
            Some(before) => drop(storage.store(&self.name, &before)),
            None => storage.forget(&self.name),
        })
    }
}

/// The text that could not be read with another one added to it, each only once.
pub fn joined_aside(before: &str, text: &str) -> String {
    if before.contains(text) {
        before.to_owned()
    } else if text.contains(before) {
        text.to_owned()
    } else {
        [before, text].join("\n")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::former::Former;
    use super::super::lists::{Item, Shelf};
    use super::super::replica::Replica;
    use super::super::stamp::Clock;
    use super::super::{Stored, write};
    use super::{OwnKey, Storage, joined_aside};

    /// A storage with room for so many bytes.
    struct Fake {
        texts: BTreeMap<String, String>,
        room: usize,
        /// What was done, in order.
        log: Vec<String>,
    }

    impl Fake {
        fn new(room: usize) -> Self {
            Self { texts: BTreeMap::new(), room, log: Vec::new() }
        }
    }

    impl Storage for Fake {
        type Error = ();

        fn stored(&self, key: &str) -> Option<String> {
            self.texts.get(key).cloned()
        }

        fn store(&mut self, key: &str, text: &str) -> Result<(), ()> {
            self.log.push(format!("store {key}"));
            let others = self.texts.iter().filter(|(other, _)| *other != key);
            if others.map(|(_, text)| text.len()).sum::<usize>() + text.len() > self.room {
                return Err(());
            }
            self.texts.insert(key.to_owned(), text.to_owned());
            Ok(())
        }

        fn forget(&mut self, key: &str) {
            self.log.push(format!("forget {key}"));
            self.texts.remove(key);
        }

        fn hold_lock(&mut self, key: &str) {
            self.log.push(format!("lock {key}"));
        }
    }

    #[test]
    fn a_text_that_was_put_aside_is_not_put_aside_again() {
        assert_eq!(joined_aside("", "a"), "a");
        assert_eq!(joined_aside("a", "b"), "a\nb");
        assert_eq!(joined_aside("a\nb", "b"), "a\nb");
        assert_eq!(joined_aside("b", "a\nb"), "a\nb");
        arbtest::arbtest(|u| {
            let letters = |u: &mut arbtest::arbitrary::Unstructured<'_>| -> arbtest::arbitrary::Result<String> {
                let n = u.int_in_range(0..=4)?;
                (0..n).map(|_| u.choose(&['a', 'b', '\n']).copied()).collect()
            };
            let (before, text) = (letters(u)?, letters(u)?);
            let once = joined_aside(&before, &text);
            assert!(once.contains(&before) && once.contains(&text), "{before:?} {text:?}: nothing is lost");
            assert_eq!(joined_aside(&once, &text), once, "{before:?} {text:?}");
            assert_eq!(joined_aside(&once, &before), once, "{before:?} {text:?}");
            Ok(())
        });
    }

    #[test]
    fn the_lock_is_held_before_the_first_text_is_stored_and_only_once() {
        let (mut storage, mut own) = (Fake::new(100), OwnKey::new("own".to_owned()));
        for text in ["one", "two"] {
            assert_eq!(own.write(&mut storage, text, None), Ok(()));
        }
        assert_eq!(storage.log, ["lock own", "store own", "store own"]);
        assert!(own.is_locked);
    }

    #[test]
    fn changes_and_what_was_taken_over_are_stored_both_or_neither() {
        for room in 0..=12 {
            for before in [None, Some("old")] {
                let (mut storage, mut own) = (Fake::new(room), OwnKey::new("own".to_owned()));
                if let Some(before) = before {
                    storage.texts.insert("own".to_owned(), before.to_owned());
                }
                let result = own.write(&mut storage, "change", Some(("former", "text")));
                let now = (storage.stored("own"), storage.stored("former"));
                let both = (Some("change".to_owned()), Some("text".to_owned()));
                let expected = if room >= 10 { (Ok(()), both) } else { (Err(()), (before.map(str::to_owned), None)) };
                assert_eq!((result, now), expected, "room for {room}, {before:?} before");
            }
        }
    }

    /// A tab starts, takes over, removes what the reader does not want, and stores; the ids that it shows then.
    fn visit(storage: &mut Fake, tab: u32, remove: &str) -> Vec<String> {
        let (mut clock, mut replica) = (Clock::new(tab), Replica::default());
        let (mut former, old) = (Former::read(&storage.texts["former"]), storage.texts["old"].clone());
        for (key, text) in &storage.texts {
            if key.starts_with("own") {
                replica.merge(&Stored::read(text).replica);
            }
        }
        clock.see(replica.latest());
        if former.shelf != old {
            let (shelf, _) = former.take_shelf(&old, &replica.shelf());
            replica.record(&shelf, &mut clock, u64::from(tab));
        }
        let mut shelf = replica.shelf();
        shelf.remove("Board", remove);
        replica.record(&shelf, &mut clock, u64::from(tab));
        let ids = replica.shelf().lists[0].items.iter().map(|item| item.id.clone()).collect();
        _ = OwnKey::new(format!("own{tab}")).write(
            storage,
            &replica.write("Catalog"),
            Some(("former", &former.write())),
        );
        ids
    }

    #[test]
    fn what_was_removed_and_stored_does_not_come_back_however_little_room_there_is() {
        let mut old = Shelf::default();
        let name = old.create("Board");
        old.add(&name, ["a", "b"].map(|id| Item::new(id, "T")));
        let mut was_stored = [false, false];
        for room in (0..3_000).step_by(7) {
            let mut storage = Fake::new(room);
            storage.texts.insert("old".to_owned(), write(&old, "Catalog"));
            storage.texts.insert("former".to_owned(), String::new());
            assert_eq!(visit(&mut storage, 1, "a"), ["b"]);
            let is_stored = storage.stored("own1").is_some();
            was_stored[usize::from(is_stored)] = true;
            let expected: &[&str] = if is_stored { &["b"] } else { &["a", "b"] };
            assert_eq!(visit(&mut storage, 2, "none"), expected, "room for {room}");
        }
        assert_eq!(was_stored, [true, true]);
    }
}
