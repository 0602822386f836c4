//! Two catalogs beside each other: what differs, and one added to the other.

use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::import::{Change, Common, RawCatalog, diff, merge};
use serde_json::{Value, json};

use crate::util::any_catalog;

/// A catalog as another person may have left it: records gone, added, moved, changed, with odd and repeated ids.
fn altered(u: &mut Unstructured<'_>, of: &RawCatalog) -> Result<RawCatalog> {
    let mut catalog = of.clone();
    for _ in 0..u.int_in_range(0..=8)? {
        let n = catalog.resources.len();
        let at = u.int_in_range(0..=n.saturating_sub(1))?;
        match u.int_in_range(0..=6)? {
            0 if n > 0 => drop(catalog.resources.remove(at)),
            1 => {
                let id = ["new", "r1", "", "r80"][u.choose_index(4)?];
                let record = json!({"id": id, "title": "Seat time x", "themes": ["a"], "odd": 1.50});
                catalog.resources.insert(at, record.as_object().cloned().unwrap_or_default());
            }
            2 if n > 1 => catalog.resources.swap(0, at),
            3 if n > 0 => drop(catalog.resources[at].insert("summary".to_owned(), Value::Null)),
            4 if n > 0 => drop(catalog.resources[at].insert("id".to_owned(), json!(u.int_in_range(0..=3)?))),
            5 if n > 0 => drop(catalog.resources[at].shift_remove("title")),
            _ => drop(catalog.head.insert("ours".to_owned(), json!([at]))),
        }
    }
    Ok(catalog)
}

#[test]
fn a_catalog_does_not_differ_from_itself_and_all_changes_make_the_other() {
    arbtest::arbtest(|u| {
        let a = RawCatalog::of(&any_catalog(u)?);
        let a = altered(u, &a)?;
        let b = if u.ratio(3, 4)? { altered(u, &a)? } else { RawCatalog::of(&any_catalog(u)?) };
        assert_eq!(diff(&a, &a).changes, []);
        let diff = diff(&a, &b);
        assert_eq!(diff.apply(&a, &|_| true), b);
        assert_eq!(diff.apply(&a, &|_| false), a);
        assert_eq!(diff.changes.is_empty(), a == b);
        assert_eq!(diff.lines(&a).len(), diff.changes.len());
        // Any choice of changes is a catalog with the records that are kept and those that are added.
        let chosen: Vec<bool> = diff.changes.iter().map(|_| u.arbitrary()).collect::<Result<_>>()?;
        let some = diff.apply(&a, &|at| chosen[at]);
        let count = |is: fn(&Change) -> bool| {
            diff.changes.iter().zip(&chosen).filter(|(c, is_chosen)| **is_chosen && is(c)).count()
        };
        let n_added = count(|change| matches!(change, Change::Added { .. }));
        let n_removed = count(|change| matches!(change, Change::Removed { .. }));
        assert_eq!(some.resources.len(), a.resources.len() + n_added - n_removed);
        Ok(())
    })
    .budget_ms(4_000);
}

fn catalog(json: &Value) -> RawCatalog {
    RawCatalog::read(json.to_string().as_bytes()).unwrap().0
}

#[test]
fn records_are_the_same_by_id_identifier_address_or_title_that_nothing_contradicts() {
    let a = catalog(&json!({"title": "T", "resources": [
        {"id": "1", "title": "One", "doi": "10.5555/a"},
        {"id": "2", "title": "Two", "isbn": "0-306-40615-2"},
        {"id": "3", "title": "Three", "url": "https://eric.ed.gov/?id=ED612345"},
        {"id": "4", "title": "Four", "url": "http://www.example.org/four/"},
        {"id": "5", "title": "Five", "published": "2014"},
        {"id": "6", "title": "Six", "published": "2014"},
        {"id": "7", "title": "Seven"}]}));
    let b = catalog(&json!({"title": "T", "resources": [
        {"id": "7", "title": "Another title"},
        {"id": "f", "title": "FIVE!", "published": "2014-03"},
        {"id": "s", "title": "Six", "published": "2015"},
        {"id": "o", "title": "Uno", "url": "https://doi.org/10.5555/A"},
        {"id": "t", "title": "Dos", "extra": {"ISBN": "978-0-306-40615-7"}},
        {"id": "d", "title": "Tres", "url": "https://files.eric.ed.gov/fulltext/ED612345.pdf"},
        {"id": "q", "title": "Cuatro", "url": "https://example.org/four"}]}));
    let pairs: Vec<(usize, usize, Common)> =
        diff(&a, &b).pairs.iter().map(|pair| (pair.before, pair.after, pair.by)).collect();
    assert_eq!(
        pairs,
        [
            (6, 0, Common::Id),
            (4, 1, Common::TitleAndYear),
            (0, 3, Common::Doi),
            (1, 4, Common::Isbn),
            (2, 5, Common::Eric),
            (3, 6, Common::Address)
        ]
    );
}

#[test]
fn a_change_note_is_in_markdown_with_the_titles() {
    let a = catalog(&json!({"title": "T", "resources": [
        {"id": "a", "title": "A *star*", "themes": ["x", "y"]}, {"id": "b", "title": "B"}]}));
    let b = catalog(&json!({"title": "U", "resources": [
        {"id": "c", "title": "C"}, {"id": "a", "title": "A *star*", "themes": ["x"], "published": "2014"}]}));
    let diff = diff(&a, &b);
    assert_eq!(
        diff.note(&a),
        "# Changes\n\n## Added (1)\n\n- C\n\n## Removed (1)\n\n- B\n\n## Changed (1)\n\n- A \\*star\\*\n  - themes: x, y → x\n  - published: now 2014\n\
         \n## The catalog itself (1)\n\n- title: T → U\n"
    );
    assert_eq!(diff.lines(&a).last().map(String::as_str), Some("added: c “C”"));
}

#[test]
fn a_merge_adds_what_is_new_fills_what_is_blank_and_says_what_it_did_not_take() {
    let a = catalog(&json!({"title": "T",
        "vocabulary": {"themes": [{"id": "gr", "label": "Grading"}]},
        "fields": [{"id": "shelf", "label": "Shelf", "kind": "terms"}],
        "resources": [
            {"id": "a", "title": "A", "doi": "10.5555/a", "themes": ["gr"], "summary": " ", "extra": {"shelf": "1"}},
            {"id": "annual-report", "title": "Annual report", "published": "2014"}]}));
    let b = catalog(&json!({"title": "U", "description": "New.",
        "vocabulary": {"themes": [{"id": "grading", "label": "grading"}, {"id": "gr", "label": "Growth", "parent": "grading"}]},
        "fields": [{"id": "f", "label": "shelf", "kind": "terms"}, {"id": "g", "label": "Room", "kind": "terms"}],
        "resources": [
            {"id": "x", "title": "Alpha", "doi": "10.5555/A", "summary": "S.", "published": "2015",
             "themes": ["grading"], "extra": {"f": "2", "g": "r"}},
            {"id": "annual-report", "title": "Annual report", "published": "2015", "themes": ["grading"]}]}));
    let merged = merge(&a, &b, false);
    let records = &merged.catalog.resources;
    assert_eq!(
        Value::from(records[0].clone()),
        json!({"id": "a", "title": "A", "doi": "10.5555/a", "themes": ["gr"], "summary": "S.", "published": "2015",
            "extra": {"shelf": "1", "g": "r"}})
    );
    assert_eq!(
        (records.len(), &records[2]["id"], &records[2]["themes"]),
        (3, &json!("annual-report-2"), &json!(["gr"]))
    );
    assert_eq!((merged.added.as_slice(), merged.met.as_slice()), ([2].as_slice(), [(0, Common::Doi)].as_slice()));
    let not_taken: Vec<(&str, &Value)> = merged.not_taken.iter().map(|of| (of.key.as_str(), &of.offered)).collect();
    assert_eq!(not_taken, [("title", &json!("Alpha")), ("doi", &json!("10.5555/A")), ("extra.shelf", &json!("2"))]);
    assert_eq!((&merged.catalog.head["title"], &merged.catalog.head["description"]), (&json!("T"), &json!("New.")));
    let replaced = merge(&a, &b, true);
    assert_eq!((&replaced.catalog.resources[0]["title"], replaced.not_taken.len()), (&json!("Alpha"), 0));
    assert_eq!(replaced.catalog.resources[0]["id"], json!("a"), "ids stay: they are in people's links");
}

#[test]
fn a_catalog_merged_into_itself_stays_as_it_is() {
    arbtest::arbtest(|u| {
        let a = RawCatalog::of(&any_catalog(u)?);
        let merged = merge(&a, &a, u.arbitrary()?);
        assert_eq!(merged.catalog, a);
        assert_eq!((merged.added.len(), merged.not_taken.len(), merged.filled.len()), (0, 0, 0));
        Ok(())
    })
    .budget_ms(1_000);
}
