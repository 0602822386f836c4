//! Editing a catalog: the laws of its history, and what each command changes.

use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::import::{Draft, Edit, LOGO_BYTES, RawCatalog, Refusal, SavedDraft};
use serde_json::{Value, json};

use crate::util::any_catalog;

const LISTS: [&str; 7] = ["themes", "audiences", "type", "keywords", "places", "own", "access"];
const TAGS: [&str; 9] = ["a", "a1", "a11", "b", "c", "d", "new", "State", "Seat time"];
const VALUES: [&str; 4] = ["", "x", "Seat time", "a1"];

fn word(u: &mut Unstructured<'_>, of: &[&str]) -> Result<String> {
    Ok((*u.choose(of)?).to_owned())
}

/// Any command, of which some are refused.
fn any_edit(u: &mut Unstructured<'_>, n: usize) -> Result<Edit> {
    let record = u.int_in_range(0..=n)?;
    let value: Value = match u.int_in_range(0..=3)? {
        0 => Value::Null,
        1 => json!(word(u, &VALUES)?),
        2 => json!([word(u, &VALUES)?, word(u, &TAGS)?]),
        _ => json!({"x": 1.5}),
    };
    Ok(match u.int_in_range(0..=13)? {
        13 => Edit::All { edits: vec![any_edit(u, n)?, any_edit(u, n)?] },
        0 => Edit::SetValue {
            record,
            key: word(u, &["id", "title", "themes", "keywords", "url", "odd", "extra"])?,
            value,
        },
        1 => Edit::SetOwnValue { record, field: word(u, &["own", "other"])?, value },
        2 => {
            let object =
                json!({"title": word(u, &VALUES)?, "themes": ["a", "b"], "keywords": ["Seat time", "SEAT time"]});
            Edit::AddRecord { at: record, record: object.as_object().cloned().unwrap_or_default() }
        }
        3 => Edit::DeleteRecord { record },
        4 => Edit::DuplicateRecord { record },
        5 | 6 => Edit::MergeTags {
            list: word(u, &LISTS)?,
            from: vec![word(u, &TAGS)?, word(u, &TAGS)?],
            into: word(u, &TAGS)?,
        },
        7 => Edit::RenameTag { list: word(u, &LISTS)?, tag: word(u, &TAGS)?, label: word(u, &VALUES)? },
        8 => Edit::DeleteTag { list: word(u, &LISTS)?, tag: word(u, &TAGS)? },
        9 => Edit::DefineTag { list: word(u, &LISTS)?, tag: word(u, &TAGS)?, definition: Some(word(u, &VALUES)?) },
        10 => Edit::PlaceTag { tag: word(u, &TAGS)?, under: Some(word(u, &TAGS)?).filter(|tag| tag != "b") },
        11 => Edit::SetHead { key: word(u, &["title", "home", "colours", "logo", "fields", "vocabulary"])?, value },
        _ => Edit::ShowFacet { facet: word(u, &["theme", "own", "type"])?, is_shown: u.arbitrary()? },
    })
}

/// A draft of any catalog, after some edits that were not refused.
fn any_draft(u: &mut Unstructured<'_>) -> Result<Draft> {
    let mut draft = Draft::new(RawCatalog::of(&any_catalog(u)?));
    for _ in 0..u.int_in_range(0..=8)? {
        let edit = any_edit(u, draft.catalog().resources.len())?;
        let _ = draft.apply(edit);
    }
    Ok(draft)
}

#[test]
fn undo_gives_the_file_before_and_redo_the_one_after() {
    arbtest::arbtest(|u| {
        let mut draft = any_draft(u)?;
        let before = draft.catalog().to_json();
        let edit = any_edit(u, draft.catalog().resources.len())?;
        let result = draft.apply(edit.clone());
        let after = draft.catalog().to_json();
        if result != Ok(true) {
            assert_eq!(after, before, "{edit:?} {result:?}");
            return Ok(());
        }
        assert!(after != before || matches!(edit, Edit::All { .. }), "{edit:?}");
        assert_eq!(draft.undo(), Some(&edit));
        assert_eq!(draft.catalog().to_json(), before, "{edit:?}");
        assert_eq!(draft.redo(), Some(&edit));
        assert_eq!(draft.catalog().to_json(), after, "{edit:?}");
        Ok(())
    })
    .budget_ms(3_000);
}

#[test]
fn a_stored_history_gives_the_same_draft_again() {
    arbtest::arbtest(|u| {
        let mut draft = any_draft(u)?;
        for _ in 0..u.int_in_range(0..=4)? {
            draft.undo();
        }
        let stored = serde_json::to_string(&draft.saved()).unwrap();
        let saved: SavedDraft = serde_json::from_str(&stored).unwrap();
        let (mut again, rest) = Draft::restored(saved);
        assert_eq!(rest, []);
        assert_eq!(again.catalog().to_json(), draft.catalog().to_json());
        assert_eq!((again.edits(), again.n_undone()), (draft.edits(), draft.n_undone()));
        while draft.redo().is_some() {
            again.redo();
            assert_eq!(again.catalog().to_json(), draft.catalog().to_json());
        }
        while draft.undo().is_some() {
            again.undo();
        }
        assert_eq!(again.catalog().to_json(), draft.catalog().to_json());
        Ok(())
    })
    .budget_ms(2_000);
}

/// The ids of the records that have one of some tags.
fn with_tag(catalog: &RawCatalog, list: &str, tags: &[String]) -> Vec<String> {
    // Keywords that differ by capitals alone are one.
    let is_one = |value: &Value| value.as_str().is_some_and(|tag| tags.iter().any(|t| t.eq_ignore_ascii_case(tag)));
    let has = |value: &Value| match value {
        Value::Array(values) => values.iter().any(is_one),
        value => is_one(value),
    };
    let records = catalog.resources.iter().filter(|record| record.get(list).is_some_and(has));
    records.map(|record| record["id"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_merge_of_tags_loses_no_resource() {
    arbtest::arbtest(|u| {
        let mut draft = any_draft(u)?;
        let (list, into) = (word(u, &LISTS[..5])?, word(u, &TAGS)?);
        let from = vec![word(u, &TAGS)?, word(u, &TAGS)?];
        let all: Vec<String> = from.iter().chain([&into]).cloned().collect();
        let before = with_tag(draft.catalog(), &list, &all);
        let n = draft.catalog().resources.len();
        draft.apply(Edit::MergeTags { list: list.clone(), from: from.clone(), into: into.clone() }).unwrap();
        assert_eq!(draft.catalog().resources.len(), n);
        assert_eq!(with_tag(draft.catalog(), &list, std::slice::from_ref(&into)), before, "{list}: {from:?} -> {into}");
        let left: Vec<String> = from.into_iter().filter(|tag| *tag != into).collect();
        assert_eq!(with_tag(draft.catalog(), &list, &left), Vec::<String>::new());
        Ok(())
    })
    .budget_ms(2_000);
}

fn draft(json: &Value) -> Draft {
    Draft::new(RawCatalog::read(json.to_string().as_bytes()).unwrap().0)
}

fn tagged() -> Draft {
    draft(&json!({
        "title": "T", "ours": {"kept": true},
        "vocabulary": {"themes": [
            {"id": "a", "label": "A"},
            {"id": "b", "label": "B", "parent": "a", "definition": "What B is.", "color": 3},
            {"id": "c", "label": "C", "parent": "b"}], "notes": 1},
        "fields": [{"id": "own", "label": "Own", "kind": "terms", "filter": true}],
        "resources": [
            {"id": "x", "title": "X", "themes": ["b", "a"], "keywords": ["Seat time", "seat TIME", "k"], "z": null},
            {"id": "y", "title": "Y", "themes": ["b"], "extra": {"own": ["p", "q"]}}]
    }))
}

#[test]
fn tags_are_merged_renamed_defined_and_placed() {
    let mut draft = tagged();
    let apply = |draft: &mut Draft, edit| draft.apply(edit).unwrap();
    let text = |text: &str| text.to_owned();
    assert!(apply(&mut draft, Edit::MergeTags { list: text("themes"), from: vec![text("b")], into: text("new") }));
    let catalog = draft.catalog();
    assert_eq!(catalog.resources[0]["themes"], json!(["new", "a"]));
    assert_eq!(
        catalog.head["vocabulary"],
        json!({"themes": [
            {"id": "a", "label": "A"},
            {"id": "new", "label": "new", "parent": "a", "definition": "What B is.", "color": 3},
            {"id": "c", "label": "C", "parent": "new"}], "notes": 1})
    );
    assert_eq!(catalog.head["ours"], json!({"kept": true}));
    apply(&mut draft, Edit::RenameTag { list: text("themes"), tag: text("new"), label: text(" New name ") });
    apply(&mut draft, Edit::DefineTag { list: text("themes"), tag: text("new"), definition: None });
    apply(&mut draft, Edit::PlaceTag { tag: text("new"), under: None });
    assert_eq!(draft.catalog().head["vocabulary"]["themes"][1], json!({"id": "new", "label": "New name", "color": 3}));
    let place = |tag: &str, under: &str| Edit::PlaceTag { tag: tag.to_owned(), under: Some(under.to_owned()) };
    assert_eq!(draft.apply(place("new", "c")), Err(Refusal::Ring));
    apply(&mut draft, Edit::RenameTag { list: text("keywords"), tag: text("SEAT TIME"), label: text("Seat Time") });
    assert_eq!(draft.catalog().resources[0]["keywords"], json!(["Seat Time", "k"]));
    apply(&mut draft, Edit::MergeTags { list: text("own"), from: vec![text("p")], into: text("q") });
    assert_eq!(draft.catalog().resources[1]["extra"], json!({"own": ["q"]}));
    apply(&mut draft, Edit::DeleteTag { list: text("themes"), tag: text("new") });
    assert_eq!(draft.catalog().resources[1].get("themes"), None);
    assert_eq!(draft.catalog().head["vocabulary"]["themes"][1], json!({"id": "c", "label": "C"}));
    let n = draft.edits().len();
    assert_eq!(draft.apply(Edit::DeleteTag { list: text("places"), tag: text("none") }), Ok(false));
    assert_eq!(draft.edits().len(), n, "what changes nothing is no part of the history");
}

#[test]
fn records_have_ids_of_their_own_and_a_title() {
    let mut draft = tagged();
    let set = |key: &str, value: Value| Edit::SetValue { record: 0, key: key.to_owned(), value };
    assert_eq!(draft.apply(set("id", json!("y"))), Err(Refusal::IdTaken));
    assert_eq!(draft.apply(set("title", json!(" "))), Err(Refusal::Required));
    assert_eq!(draft.apply(Edit::DeleteRecord { record: 2 }), Err(Refusal::NoSuchRecord));
    draft.apply(Edit::DuplicateRecord { record: 0 }).unwrap();
    let record = json!({"title": "Été!"}).as_object().cloned().unwrap();
    draft.apply(Edit::AddRecord { at: 99, record: record.clone() }).unwrap();
    draft.apply(Edit::AddRecord { at: 99, record }).unwrap();
    let ids: Vec<&Value> = draft.catalog().resources.iter().map(|record| &record["id"]).collect();
    assert_eq!(ids, ["x", "x-2", "y", "ete", "ete-2"]);
    assert_eq!(draft.catalog().resources[1]["z"], Value::Null, "unknown keys are kept");
}

#[test]
fn the_head_is_edited_and_facets_are_hidden_and_ordered() {
    let mut draft = tagged();
    let head = |key: &str, value: Value| Edit::SetHead { key: key.to_owned(), value };
    let logo = format!("data:image/png;base64,{}", "A".repeat(LOGO_BYTES));
    assert_eq!(draft.apply(head("logo", json!(logo))), Err(Refusal::Logo));
    assert_eq!(draft.apply(head("logo", json!("https://example.org/logo.png"))), Err(Refusal::Logo));
    assert_eq!(draft.apply(head("logo", json!(logo[..LOGO_BYTES]))), Ok(true));
    assert_eq!(draft.apply(head("resources", json!([]))), Err(Refusal::NotInHead));
    assert_eq!(draft.apply(head("home", json!({"promise": "Find it."}))), Ok(true));
    let show = |facet: &str, is_shown| Edit::ShowFacet { facet: facet.to_owned(), is_shown };
    assert_eq!(draft.apply(show("theme", true)), Ok(false));
    draft.apply(show("theme", false)).unwrap();
    draft.apply(show("own", false)).unwrap();
    draft.apply(Edit::OrderFacets { order: vec!["type".to_owned(), "theme".to_owned()] }).unwrap();
    assert_eq!(draft.catalog().head["facets"], json!({"hidden": ["theme"], "order": ["type", "theme"]}));
    assert_eq!(draft.catalog().head["fields"], json!([{"id": "own", "label": "Own", "kind": "terms"}]));
    draft.apply(show("theme", true)).unwrap();
    assert_eq!(draft.catalog().head["facets"], json!({"order": ["type", "theme"]}));
}

#[test]
fn several_commands_are_one_step_or_none() {
    let mut draft = tagged();
    let set = |record, key: &str| Edit::SetValue { record, key: key.to_owned(), value: json!("new") };
    let before = draft.catalog().to_json();
    assert_eq!(draft.apply(Edit::All { edits: vec![set(0, "title"), set(9, "title")] }), Err(Refusal::NoSuchRecord));
    assert_eq!(draft.catalog().to_json(), before);
    // Each finds what the one before it left.
    let edits = vec![Edit::DeleteRecord { record: 0 }, set(0, "title"), set(0, "id")];
    assert_eq!(draft.apply(Edit::All { edits }), Ok(true));
    assert_eq!((draft.catalog().resources.len(), &draft.catalog().resources[0]["id"]), (1, &json!("new")));
    draft.undo();
    assert_eq!(draft.catalog().to_json(), before);
}
