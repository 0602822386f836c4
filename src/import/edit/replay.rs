//! Edits of a list that is read anew: each is applied to the record that has the id of the one that it was made of.

use super::draft::{Draft, SavedDraft};
use super::edit::Edit;
use crate::import::raw_catalog::{RawCatalog, text};

/// A draft whose edits were applied to a catalog that was read anew.
#[derive(Debug, Default)]
pub struct Replayed {
    /// The draft of the new catalog, with the edits that could be applied; those that were undone can be redone.
    pub draft: Draft,
    /// How many of the edits that were in force could not be applied.
    pub n_lost: usize,
    /// The draft as it was, where it has edits that the new one lacks: it is replayed at the next reading in place of the new one, so
    /// that a wrong mapping of a column costs no edit.
    pub complete: Option<SavedDraft>,
}

/// Applies the edits of a draft to a catalog that was read anew.
#[must_use]
pub fn replay(saved: SavedDraft, catalog: RawCatalog) -> Replayed {
    let (mut then, mut now) = (Draft::new(saved.original.clone()), Draft::new(catalog));
    let (mut n_lost, mut n_in_force) = (0, 0);
    for (at, edit) in saved.edits.iter().enumerate() {
        let is_applied = moved(edit, &then, &now).is_some_and(|edit| now.apply(edit).is_ok());
        if at < saved.n_in_force {
            n_lost += usize::from(!is_applied);
            n_in_force = now.edits().len();
        }
        let _ = then.apply(edit.clone());
    }
    while now.edits().len() > n_in_force && now.undo().is_some() {}
    let is_complete = now.history().0.len() == saved.edits.len();
    Replayed { draft: now, n_lost, complete: (!is_complete).then_some(saved) }
}

/// An edit of one catalog as one of another; `None` where that has no such record.
fn moved(edit: &Edit, then: &Draft, now: &Draft) -> Option<Edit> {
    let mut moved_edit = edit.clone();
    match &mut moved_edit {
        Edit::SetValue { record, .. }
        | Edit::SetOwnValue { record, .. }
        | Edit::DeleteRecord { record }
        | Edit::DuplicateRecord { record } => {
            let id = then.catalog().resources.get(*record).and_then(|object| text(object, "id"))?;
            *record = now.catalog().position(id)?;
        }
        Edit::All { edits } => {
            // Each is moved where those before it are applied.
            let (mut then, mut now) = (Draft::new(then.catalog().clone()), Draft::new(now.catalog().clone()));
            let mut all = Vec::with_capacity(edits.len());
            for edit in edits.iter() {
                let one = moved(edit, &then, &now)?;
                then.apply(edit.clone()).ok()?;
                now.apply(one.clone()).ok()?;
                all.push(one);
            }
            *edits = all;
        }
        _ => {}
    }
    Some(moved_edit)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Replayed, replay};
    use crate::import::{Draft, Edit, RawCatalog};

    fn catalog(ids: &[&str]) -> RawCatalog {
        let records: Vec<String> = ids.iter().map(|id| format!("{{\"id\":\"{id}\",\"title\":\"{id}\"}}")).collect();
        RawCatalog::read(format!("{{\"title\":\"T\",\"resources\":[{}]}}", records.join(",")).as_bytes()).unwrap().0
    }

    fn set(record: usize, value: &str) -> Edit {
        Edit::SetValue { record, key: "summary".to_owned(), value: value.into() }
    }

    #[test]
    fn edits_follow_their_records_to_where_they_stand_now() {
        let mut draft = Draft::new(catalog(&["a", "b", "c"]));
        let all = Edit::All { edits: vec![Edit::DeleteRecord { record: 0 }, set(0, "of b"), set(1, "of c")] };
        for edit in [all, set(1, "again of c"), Edit::SetHead { key: "title".to_owned(), value: "New".into() }] {
            draft.apply(edit).unwrap();
        }
        let replayed = replay(draft.saved(), catalog(&["x", "c", "a", "b"]));
        let now = replayed.draft;
        assert_eq!((replayed.n_lost, replayed.complete, now.edits().len()), (0, None, 3));
        let texts: Vec<_> = now
            .catalog()
            .resources
            .iter()
            .map(|record| (record["id"].as_str().unwrap(), record.get("summary").and_then(|text| text.as_str())))
            .collect();
        assert_eq!(texts, [("x", None), ("c", Some("again of c")), ("b", Some("of b"))]);
        assert_eq!(now.catalog().head["title"], "New");
    }

    #[test]
    fn what_has_no_record_any_more_is_counted() {
        let mut draft = Draft::new(catalog(&["a", "b"]));
        for edit in [set(0, "x"), set(1, "y")] {
            draft.apply(edit).unwrap();
        }
        draft.undo();
        let Replayed { draft: now, n_lost, .. } = replay(draft.saved(), catalog(&["b"]));
        assert_eq!((n_lost, now.edits().len(), now.catalog().resources[0].get("summary")), (1, 0, None));
    }

    #[test]
    fn edits_that_one_reading_has_no_record_for_are_there_at_the_next() {
        let mut draft = Draft::new(catalog(&["a", "b"]));
        for edit in [set(0, "x"), Edit::SetHead { key: "title".to_owned(), value: "New".into() }, set(1, "y")] {
            draft.apply(edit).unwrap();
        }
        draft.undo();
        let before = draft.saved();
        let wrong = replay(before.clone(), catalog(&["p", "q"]));
        assert_eq!((wrong.n_lost, wrong.draft.edits().len()), (1, 1));
        let again = replay(wrong.complete.unwrap_or_else(|| wrong.draft.saved()), catalog(&["a", "b"]));
        assert_eq!((again.n_lost, again.complete), (0, None));
        assert_eq!(again.draft.saved(), before);
    }

    #[test]
    fn what_was_undone_can_be_redone_after_a_reading() {
        let mut draft = Draft::new(catalog(&["a", "b"]));
        for edit in [set(0, "x"), set(1, "y")] {
            draft.apply(edit).unwrap();
        }
        draft.undo();
        draft.undo();
        let mut now = replay(draft.saved(), catalog(&["b", "a"])).draft;
        assert_eq!((now.edits().len(), now.n_undone()), (0, 2));
        now.redo();
        now.redo();
        assert_eq!(now.catalog().resources[0]["summary"], "y");
        assert_eq!(now.catalog().resources[1]["summary"], "x");
    }
}
