//! A replica as text: one change a line, so that damage costs the lines that it hits and no others.
//!
//! ```text
//! ["competency-explorer-changes","1","Competency Education Explorer"]
//! ["made","19c3f0a4e10.0.5e1f2a","first","","My list"]
//! ["added","19c3f0a4e10.1.5e1f2a","first","golden-ticket","Golden Ticket"]
//! ["noted","19c3f0a5b00.0.5e1f2a","","golden-ticket","Ask Maine"]
//! ["end","3"]
//! ```
//!
//! A line is a JSON array of texts: the kind of the change, its stamp, the key of the list (of a note: the stamps of the versions
//! that it was written in sight of), the id of the resource, the text. Empty texts at the end of a line may be missing.

use super::replica::{Change, Kind, Replica, Version};
use super::stamp::Stamp;

/// What the first line begins with.
const FORMAT: &str = "competency-explorer-changes";
/// The version that is written.
const VERSION: &str = "1";
/// What the last line begins with; behind it the number of changes.
const END: &str = "end";
/// The word for a version of a note.
const NOTED: &str = "noted";
/// The words for the kinds of changes.
const WORDS: [(&str, Kind); 7] = [
    ("current", Kind::Current),
    ("made", Kind::Made),
    ("named", Kind::Named),
    ("deleted", Kind::Deleted),
    ("added", Kind::Added),
    ("removed", Kind::Removed),
    ("moved", Kind::Moved),
];

/// What a stored text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stored {
    /// The changes that could be read.
    pub replica: Replica,
    /// Whether those are all: the text is sound, or of a later version of this format, which has kinds that are not known here.
    pub is_whole: bool,
    /// Whether it is of a version that is known here: only then all of it is in `replica`, and it can be given up for that.
    pub is_known: bool,
}

impl Replica {
    /// The changes as text, for the catalog of a title.
    pub fn write(&self, catalog: &str) -> String {
        let mut out = String::new();
        let mut n = 0;
        line(&[FORMAT, VERSION, catalog], &mut out);
        for ((key, id, kind), change) in &self.registers {
            let word = WORDS.iter().find(|(_, known)| known == kind).map_or("", |(word, _)| word);
            line(&[word, &change.stamp.to_string(), key, id, &change.text], &mut out);
            n += 1;
        }
        for (id, version) in
            self.notes.iter().flat_map(|(id, versions)| versions.iter().map(move |version| (id, version)))
        {
            let seen: Vec<String> = version.seen.iter().map(Stamp::to_string).collect();
            line(&[NOTED, &version.stamp.to_string(), &seen.join(" "), id, &version.text], &mut out);
            n += 1;
        }
        line(&[END, &n.to_string()], &mut out);
        out
    }
}

impl Stored {
    /// The changes in a text, as far as it can be read. An empty text holds none, and is whole.
    pub fn read(text: &str) -> Self {
        let mut stored = Self::default();
        if text.is_empty() {
            return Self { is_whole: true, is_known: true, ..stored };
        }
        let (mut n, mut is_sound, mut is_later, mut end) = (0_usize, true, false, None);
        for (at, text) in text.lines().enumerate() {
            let parts: Vec<String> = serde_json::from_str(text).unwrap_or_default();
            let part = |at: usize| parts.get(at).map_or("", String::as_str);
            match part(0) {
                FORMAT if at == 0 => {
                    stored.is_known = part(1) == VERSION;
                    is_later = !stored.is_known;
                }
                END => end = part(1).parse().ok(),
                word => {
                    n += 1;
                    is_sound &= at > 0 && stored.take([word, part(1), part(2), part(3), part(4)]);
                }
            }
        }
        stored.is_whole = is_sound && stored.is_known && end == Some(n) || is_later;
        stored
    }

    /// Takes in one change; whether it is one.
    fn take(&mut self, [word, stamp, key, id, text]: [&str; 5]) -> bool {
        let Ok(stamp) = stamp.parse() else { return false };
        let text = text.to_owned();
        if word == NOTED {
            let seen = key.split(' ').filter_map(|stamp| stamp.parse().ok()).collect();
            self.replica.put_version(id, &Version { stamp, text, seen });
            return !id.is_empty();
        }
        let Some((_, kind)) = WORDS.iter().find(|(known, _)| *known == word) else { return false };
        self.replica.put(&(key.to_owned(), id.to_owned(), *kind), &Change { stamp, text });
        true
    }
}

fn line(parts: &[&str], out: &mut String) {
    // Texts are always written.
    out.push_str(&serde_json::to_string(parts).unwrap_or_default());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::lists::{Item, Shelf};
    use super::super::stamp::Clock;
    use super::{Replica, Stored};

    fn example() -> Replica {
        let (mut replica, mut clock) = (Replica::default(), Clock::new(77));
        let mut shelf = Shelf::default();
        shelf.keep(Item::new("a", "Seat \"time\":\na <history>"), "My list");
        shelf.create("Board: May");
        for id in ["b", "ç", "id with, [\"signs\"]"] {
            shelf.add("Board: May", [Item::new(id, "日本")]);
            replica.record(&shelf, &mut clock, 1_700_000_000_000);
        }
        shelf.move_to("Board: May", "ç", 0);
        shelf.remove("Board: May", "b");
        shelf.rename("My list", "Grant");
        replica.record(&shelf, &mut clock, 1_700_000_000_001);
        for (tab, text) in [(77, "two\nlines"), (78, "\"theirs\"")] {
            let mut other = Replica::default();
            other.record_note("a", text, &mut Clock::new(tab), 5);
            replica.merge(&other);
        }
        replica
    }

    #[test]
    fn what_is_written_is_read() {
        for replica in [Replica::default(), example()] {
            let stored = Stored::read(&replica.write("Catalog"));
            assert_eq!(stored, Stored { replica, is_whole: true, is_known: true });
        }
        assert!(Stored::read("").is_whole);
    }

    /// As a tab leaves it that ends while it writes: nothing is gone but what stands behind the cut.
    #[test]
    fn a_text_that_was_cut_off_has_all_changes_before_the_cut() {
        let text = example().write("Catalog");
        for cut in (1..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            let stored = Stored::read(&text[..cut]);
            let n = stored.replica.registers.len() + stored.replica.notes.values().map(Vec::len).sum::<usize>();
            let n_lines = text.lines().zip(text[..cut].lines()).filter(|(whole, line)| whole == line).count();
            let n_others = 1 + usize::from(n_lines == text.lines().count());
            assert_eq!(n, n_lines.saturating_sub(n_others), "{}", &text[..cut]);
            assert_eq!(stored.is_whole, cut + 1 == text.len(), "{}", &text[..cut]);
        }
    }

    #[test]
    fn damage_costs_the_lines_that_it_hits() {
        arbtest::arbtest(|u| {
            let whole = example();
            let mut lines: Vec<String> = whole.write("Catalog").lines().map(str::to_owned).collect();
            let at = u.int_in_range(1..=lines.len() - 2)?;
            lines[at] = (*u.choose(&[
                "",
                "[",
                "[\"added\",\"x\"]",
                "[\"added\",\"1.0.1\",5]",
                "[\"gone\",\"1.0.1\"]",
                "null",
            ])?)
            .to_owned();
            let stored = Stored::read(&lines.join("\n"));
            assert!(!stored.is_whole);
            let mut again = stored.replica.clone();
            assert!(again.merge(&whole), "one is missing");
            assert_eq!(again, whole);
            Ok(())
        });
    }

    #[test]
    fn a_later_version_is_read_as_far_as_it_is_known_and_left_alone() {
        let text = example().write("Catalog").replace("changes\",\"1\"", "changes\",\"2\"")
            + "[\"coloured\",\"1.0.1\",\"first\"]\n";
        let stored = Stored::read(&text);
        assert!(stored.is_whole && !stored.is_known);
        assert_eq!(stored.replica, example());
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        arbtest::arbtest(|u| {
            const PARTS: [&str; 12] = [
                "[\"added\",",
                "\"1.0.1\",",
                "\"moved\"",
                "\"-99999999999999999999\"",
                "[",
                "]",
                "\n",
                ",",
                "\"end\"",
                "é",
                "\\",
                "\"a\",",
            ];
            let n = u.int_in_range(0..=20)?;
            let text = (0..n).map(|_| u.choose(&PARTS).copied()).collect::<Result<String, _>>()?;
            let _ = Stored::read(&text).replica.shelf();
            Ok(())
        });
    }
}
