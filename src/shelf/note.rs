//! A reader's note, which two tabs may have open at once.

/// What stands between two versions of a note that were written at the same time.
const BETWEEN: &str = "\n\n";

/// The note to keep: `mine` was written over `base`, while `stored` came there since, perhaps by another tab. Whether both
/// had changed, so that the note has both now; then nothing of either is lost.
pub fn merged_note(base: &str, stored: &str, mine: &str) -> (String, bool) {
    if stored == base || mine.contains(stored) {
        (mine.to_owned(), false)
    } else if mine == base || stored.contains(mine) {
        (stored.to_owned(), false)
    } else {
        ([stored, mine].join(BETWEEN), true)
    }
}

#[cfg(test)]
mod tests {
    use super::merged_note;

    #[track_caller]
    fn check(base: &str, stored: &str, mine: &str, expected: (&str, bool)) {
        assert_eq!(merged_note(base, stored, mine), (expected.0.to_owned(), expected.1));
    }

    #[test]
    fn what_two_tabs_write_is_kept() {
        check("", "", "mine", ("mine", false));
        check("old", "old", "", ("", false));
        check("old", "theirs", "old", ("theirs", false));
        check("old", "theirs", "mine", ("theirs\n\nmine", true));
        check("old", "theirs", "theirs and more", ("theirs and more", false));
        check("old", "", "old and more", ("old and more", false));
    }
}
