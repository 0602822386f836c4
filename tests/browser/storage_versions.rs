//! Scenarios: what earlier versions of the page stored, and what is stored for several catalogs of one origin.

use competency_explorer::shelf::{Item, Shelf, write};
use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::Site;
use crate::shelf::{SHELF, THREE, in_storage, kept, open_with, owned, push, set, stored};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("lists and notes that earlier versions stored are there", what_was_stored_is_there),
    ("an earlier version in another tab goes on, and nothing is lost or comes back", an_earlier_version_goes_on),
    ("a catalog whose title is corrected has its lists and notes", a_title_is_corrected),
    ("two catalogs of one title share no shelf", two_catalogs_of_one_title),
    ("what other pages of the origin store is not read", what_others_store_is_not_read),
    ("a tab that is gone leaves no text of its own", a_tab_that_is_gone_leaves_nothing),
];

/// Puts a text into the storage, as another tab does.
fn store(page: &Page<'_>, key: &str, text: &str) {
    let script = "localStorage.setItem(arguments[0], arguments[1]);
        window.dispatchEvent(new StorageEvent('storage', { key: arguments[0] }))";
    page.session.run(script, &[json!(key), json!(text)]);
}

fn title(page: &Page<'_>) -> String {
    page.text_of("document.querySelector('header.top h1').textContent")
}

fn note(page: &Page<'_>, id: &str) -> String {
    page.text_of(&format!("document.querySelector('#note-{id}')?.value"))
}

fn names(page: &Page<'_>) -> Vec<String> {
    page.texts(".lists button[aria-pressed]")
}

fn what_was_stored_is_there(page: &Page<'_>) {
    let mut shelf = Shelf::default();
    for (name, ids) in [("Board", &THREE[..2]), ("Grant", &THREE[1..]), ("Empty", &[])] {
        shelf.create(name);
        shelf.add(name, ids.iter().map(|id| Item::new(id, "T")));
    }
    shelf.choose("Board");
    open_with(page, "#/", "");
    let title = title(page);
    let text = write(&shelf, &title);
    page.session.run("localStorage.clear()", &[]);
    let set = "localStorage.setItem(arguments[0], arguments[1])";
    page.session.run(set, &[json!(format!("competency-explorer/shelf/{title}")), json!(text)]);
    for (id, text) in [(THREE[0], "Ask Maine"), ("gone/one", "of another catalog")] {
        page.session.run(set, &[json!(format!("competency-explorer/note/{title}/{id}")), json!(text)]);
    }
    let lists = ["Board (2)", "Grant (2)", "Empty (0)"].map(str::to_owned).to_vec();
    for _ in 0..3 {
        page.open(SHELF);
        becomes("the lists", lists.clone(), || names(page));
        becomes("the one that is looked at", owned(&THREE[..2]), || kept(page));
        becomes("its note", "Ask Maine".to_owned(), || note(page, THREE[0]));
    }
    assert_eq!(in_storage(page), owned(&[THREE[0], THREE[1], THREE[1], THREE[2]]));
    push(page, &format!("remove-{}", THREE[0]));
    page.open(SHELF);
    becomes("what was removed stays away", owned(&[THREE[1]]), || kept(page));
}

fn an_earlier_version_goes_on(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &[THREE[0], THREE[1]]));
    let (shelf_key, note_key) = (
        format!("competency-explorer/shelf/{}", title(page)),
        format!("competency-explorer/note/{}/{}", title(page), THREE[1]),
    );
    becomes("two", owned(&THREE[..2]), || kept(page));
    push(page, &format!("remove-{}", THREE[0]));
    becomes("one", owned(&[THREE[1]]), || kept(page));
    // It knows nothing of that, and adds one.
    store(page, &shelf_key, &stored("L", &THREE));
    becomes("what is new", owned(&THREE[1..]), || kept(page));
    store(page, &note_key, "from there");
    becomes("its note", "from there".to_owned(), || note(page, THREE[1]));
    for _ in 0..2 {
        page.open(SHELF);
        becomes("nothing comes back", owned(&THREE[1..]), || kept(page));
    }
    store(page, &shelf_key, &stored("L", &[THREE[0], THREE[2]]));
    becomes("what it removed", owned(&[THREE[2]]), || kept(page));
    store(page, &shelf_key, &stored("Other", &["late"]));
    page.open(SHELF);
    until("what it made", || names(page), |names| names.iter().any(|name| name == "Other (1)"));
}

/// A small catalog with three of the known ids.
fn catalog(id: Option<&str>, title: &str) -> Vec<u8> {
    let resources: Vec<Value> = THREE.iter().map(|id| json!({ "id": id, "title": format!("About {id}") })).collect();
    let mut catalog = json!({ "title": title, "resources": resources });
    if let Some(id) = id {
        catalog["id"] = json!(id);
    }
    catalog.to_string().into_bytes()
}

/// One origin with these catalogs.
fn site_of(catalogs: &[(&str, Option<&str>, &str)]) -> Site {
    let site = Site::with_catalog(Some(&catalog(None, "Unused")));
    for (name, id, title) in catalogs {
        site.add(name, &catalog(*id, title));
    }
    site
}

fn save_and_note(page: &Page<'_>, file: &str, id: &str, text: &str) {
    page.open(&format!("?catalog={file}#/?open={id}"));
    push(page, &format!("record-keep-{id}"));
    becomes("pressed", true, || {
        page.is(&format!("!!document.querySelector('#record #record-keep-{id}[aria-pressed=true]')"))
    });
    page.open(&format!("?catalog={file}{SHELF}"));
    push(page, &format!("add-note:{id}"));
    page.session.write(&format!("#note-{id}"), text);
}

fn has(page: &Page<'_>, file: &str, ids: &[&str], notes: &[&str]) {
    page.open(&format!("?catalog={file}{SHELF}"));
    becomes(file, owned(ids), || kept(page));
    for (id, text) in ids.iter().zip(notes) {
        becomes(file, (*text).to_owned(), || note(page, id));
    }
}

fn a_title_is_corrected(page: &Page<'_>) {
    let site = site_of(&[
        ("first.json", None, "Competency Catalogue"),
        ("second.json", Some("competency"), "Competency Catalogue"),
        ("third.json", Some("competency"), "Competency Catalog"),
    ]);
    let page = &Page { session: page.session, site: &site };
    save_and_note(page, "first.json", THREE[0], "under the title");
    has(page, "second.json", &THREE[..1], &["under the title"]);
    save_and_note(page, "second.json", THREE[1], "under the id");
    has(page, "third.json", &THREE[..2], &["under the title", "under the id"]);
    set(page, "list-name", "Board");
    has(page, "third.json", &THREE[..2], &["under the title", "under the id"]);
    becomes("one list", vec!["Board (2)".to_owned()], || names(page));
}

fn two_catalogs_of_one_title(page: &Page<'_>) {
    let site = site_of(&[
        ("a.json", Some("a"), "Catalog"),
        ("b.json", Some("b"), "Catalog"),
        ("c.json", Some("a/b"), "Catalog"),
    ]);
    let page = &Page { session: page.session, site: &site };
    page.open("?catalog=a.json#/");
    let set = "localStorage.setItem(arguments[0], arguments[1])";
    page.session.run(set, &[json!("competency-explorer/shelf/Catalog"), json!(stored("Old", &[THREE[2]]))]);
    has(page, "a.json", &[THREE[2]], &[]);
    has(page, "b.json", &[], &[]);
    save_and_note(page, "b.json", THREE[1], "b");
    save_and_note(page, "c.json", THREE[0], "c");
    has(page, "a.json", &[THREE[2]], &[]);
    has(page, "b.json", &[THREE[1]], &["b"]);
    has(page, "c.json", &[THREE[0]], &["c"]);
}

fn what_others_store_is_not_read(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    becomes("three", owned(&THREE), || kept(page));
    page.session.run(
        "window.nRead = 0; const get = Storage.prototype.getItem;
        Storage.prototype.getItem = function (key) { window.nRead++; return get.call(this, key) }",
        &[],
    );
    for key in ["theme", "other-app/competency-explorer/shelf/x"] {
        store(page, key, "{}");
    }
    assert!(page.is("window.nRead === 0"), "{}", page.text_of("window.nRead"));
    store(page, &format!("competency-explorer/shelf/{}", title(page)), &stored("L", &THREE[..1]));
    becomes("what an earlier version stores is", owned(&THREE[..1]), || kept(page));
}

fn a_tab_that_is_gone_leaves_nothing(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    let keys = "Object.keys(localStorage).filter(key => key.startsWith('competency-explorer/changes/')).length";
    let has_locks = page.is("!!navigator.locks");
    for n in 0..4 {
        page.open(SHELF);
        push(page, &format!("{}-{}", if n % 2 == 0 { "down" } else { "up" }, THREE[0]));
        until("one text for the open tab", || page.number(keys), |n| *n < 1.5 || !has_locks);
    }
    becomes("and all is there", owned(&THREE), || in_storage(page));
}
