//! Scenarios: a reader's lists, in the reader's order, as links and as files.

use std::time::Duration;

use competency_explorer::shelf::{Replica, Shelf, Stored};
use serde_json::{Value, json};

use crate::Scenario;
use crate::export::keep_files_here;
use crate::harness::page::Page;
use crate::harness::poll::{after, becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("what is saved stays, in the reader's order", what_is_saved_stays),
    ("a field shows what is, also where what was typed can't be", a_field_shows_what_is),
    ("the focus stays with what was pressed, or goes to what takes its place", the_focus_stays),
    ("an item is dragged to its place", an_item_is_dragged),
    ("every removal can be undone", every_removal_can_be_undone),
    ("a list comes with a link", a_list_comes_with_a_link),
    ("for whom a list is goes with it", for_whom_a_list_is_goes_with_it),
    ("a shared list has the page to itself where the reader has none", a_shared_list_has_the_page),
    ("a list goes into a file and comes back with its notes", a_list_goes_into_a_file),
    ("a list that is given away has no notes until they are included", notes_are_private),
    ("the list of a link and those of a file each act on their own", a_link_and_a_file_act_on_their_own),
    ("a file without a list is told", a_file_without_a_list),
    ("a message with nothing to undo passes, one with stays", a_message_passes),
    ("a thousand resources stay on a list", a_thousand_stay),
];

const ENTER: &str = "\u{e007}";
pub(crate) const SHELF: &str = "#/?view=shelf";
pub(crate) const THREE: [&str; 3] = ["golden-ticket", "moving-toward-mastery", "levers-and-logic-models"];

/// Opens the page at a fragment with a shelf in its storage.
pub(crate) fn open_with(page: &Page<'_>, fragment: &str, stored: &str) {
    page.open("#/");
    let script = "const title = document.querySelector('header.top h1').textContent;
        localStorage.clear();
        if (arguments[0]) localStorage.setItem('competency-explorer/shelf/' + title, arguments[0]);";
    page.session.run(script, &[json!(stored)]);
    page.open(fragment);
}

/// A shelf of one list, as it is stored.
pub(crate) fn stored(name: &str, ids: &[&str]) -> String {
    let items: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "title": format!("Title of {id}") })).collect();
    let lists = json!([{ "name": name, "items": items }]);
    json!({ "format": "competency-explorer-shelf", "version": 1, "catalog": "", "current": name, "lists": lists })
        .to_string()
}

pub(crate) fn kept(page: &Page<'_>) -> Vec<String> {
    page.attributes("#kept > li", "data-id")
}

fn a_shared_list_has_the_page(page: &Page<'_>) {
    let shared = format!("{SHELF}&list=Board&item={}&item={}", THREE[0], THREE[1]);
    let ids = THREE[..2].iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    open_with(page, &shared, "");
    becomes("its name", vec!["Board".to_owned()], || page.texts("#shelf h2"));
    becomes("its cards", ids.clone(), || page.attributes("#shelf .arrived article", "data-id"));
    assert_eq!(page.n_shown("#new-list"), 0, "the reader's own part shows");
    page.session.click("[id='own:0']");
    becomes("saved", ids, || kept(page));
    assert_eq!(page.n_shown("#shelf .arrived"), 0, "the shared list is still there");
}

/// The ids that the browser has stored, list by list.
pub(crate) fn in_storage(page: &Page<'_>) -> Vec<String> {
    let lists = shelf_in_storage(page).lists.into_iter();
    lists.flat_map(|list| list.items.into_iter().map(|item| item.id)).collect()
}

/// The shelf that the changes which all tabs have stored lead to.
pub(crate) fn shelf_in_storage(page: &Page<'_>) -> Shelf {
    let script = "return Object.entries(localStorage)
        .filter(([key]) => key.startsWith('competency-explorer/changes/')).map(([, text]) => text)";
    let texts = page.session.run(script, &[]);
    let mut replica = Replica::default();
    for text in texts.as_array().into_iter().flatten().filter_map(Value::as_str) {
        let stored = Stored::read(text);
        assert!(stored.is_whole, "{text}");
        replica.merge(&stored.replica);
    }
    replica.shelf()
}

pub(crate) fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

/// Focuses a button and presses it at once, so that nothing that the page does meanwhile moves the focus between the two.
#[track_caller]
pub(crate) fn push(page: &Page<'_>, id: &str) {
    until(id, || page.is(&format!("!!document.getElementById('{id}')")), |there| *there);
    let script = "const button = document.getElementById(arguments[0]); button.focus(); button.click()";
    page.session.run(script, &[json!(id)]);
}

pub(crate) fn toast(page: &Page<'_>) -> String {
    page.texts("#toast p").concat()
}

pub(crate) fn set(page: &Page<'_>, id: &str, value: &str) {
    let script = "const box = document.getElementById(arguments[0]); box.value = arguments[1];
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(id), json!(value)]);
}

fn what_is_saved_stays(page: &Page<'_>) {
    open_with(page, "#/?theme=grading", "");
    let ids: Vec<String> = page.attributes("#results article", "data-id").into_iter().take(3).collect();
    for (n, id) in ids.iter().enumerate() {
        push(page, &format!("keep-{id}"));
        becomes("pressed", n + 1, || page.n_shown("#results .keep[aria-pressed='true']"));
    }
    until("what is said", || toast(page), |said| said.contains("Saved to"));
    page.session.click("#view-shelf");
    becomes("three", ids.clone(), || kept(page));
    becomes("how many, on the tab", "Saved (3)".to_owned(), || page.texts("#view-shelf").concat());
    let down = format!("down-{}", ids[0]);
    until(
        "by key",
        || {
            page.session.run("document.getElementById(arguments[0]).focus()", &[json!(down)]);
            page.text_of("document.activeElement.id")
        },
        |id| *id == down,
    );
    page.session.press(ENTER);
    let order = vec![ids[1].clone(), ids[0].clone(), ids[2].clone()];
    becomes("one down", order, || kept(page));
    becomes("the focus stays", format!("down-{}", ids[0]), || page.text_of("document.activeElement.id"));
    until("where it is", || toast(page), |said| said.contains("2 of 3"));
    set(page, &format!("place-{}", ids[2]), "1");
    let order = vec![ids[2].clone(), ids[1].clone(), ids[0].clone()];
    becomes("first", order.clone(), || kept(page));
    let compares = || page.attributes("#compare-list", "href").concat();
    let ids_of = |ids: &[String]| ids.iter().map(|id| format!("compare={id}")).collect::<Vec<_>>().join("&");
    until("the link compares them in their order", compares, |href| href.contains(&ids_of(&order)));
    push(page, &format!("remove-{}", ids[1]));
    let rest = [ids[2].clone(), ids[0].clone()];
    until("the link compares those that are left", compares, |href| {
        href.contains(&ids_of(&rest)) && !href.contains(&ids[1])
    });
    push(page, "undo");
    becomes("back", order.clone(), || kept(page));
    set(page, "list-name", "Board");
    page.open(SHELF);
    becomes("the same after another start", order, || kept(page));
    becomes("its name", "Board".to_owned(), || page.text_of("document.querySelector('#list-name')?.value"));
}

fn a_field_shows_what_is(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    becomes("three", owned(&THREE), || kept(page));
    let value = |id: &str| page.text_of(&format!("document.getElementById('{id}')?.value"));
    let place = format!("place-{}", THREE[0]);
    for (typed, shown, order) in
        [("99", "3", [1, 2, 0]), ("99", "3", [1, 2, 0]), ("0", "1", [0, 1, 2]), ("", "1", [0, 1, 2])]
    {
        set(page, &place, typed);
        becomes(typed, owned(&order.map(|at| THREE[at])), || kept(page));
        becomes(typed, shown.to_owned(), || value(&place));
    }
    set(page, "list-name", " ");
    becomes("the name stays", "L".to_owned(), || value("list-name"));
}

fn the_focus_stays(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    becomes("three", owned(&THREE), || kept(page));
    let focused = || page.text_of("document.activeElement.id");
    let place = format!("place-{}", THREE[2]);
    page.session.run("const box = document.getElementById(arguments[0]); box.focus(); box.value = ''", &[json!(place)]);
    page.session.press("1");
    page.session.press(ENTER);
    becomes("first", owned(&[THREE[2], THREE[0], THREE[1]]), || kept(page));
    becomes("the focus is on the field that moved", place, focused);
    push(page, "new-list");
    becomes("the focus is on the new list's name", "list-name".to_owned(), focused);
    push(page, "list-0");
    becomes("the first list", 3, || kept(page).len());
    becomes("the focus is on its button", "list-0".to_owned(), focused);
    push(page, "delete-list");
    becomes("the focus is on the title", "results-title".to_owned(), focused);
    push(page, "undo");
    becomes("the first list again", 3, || kept(page).len());
    becomes("the focus is on its button again", "list-0".to_owned(), focused);
    push(page, "shelf-paper");
    becomes("open", "true".to_owned(), || page.attributes("#shelf-paper", "aria-expanded").concat());
    becomes("the focus is on the button that opens", "shelf-paper".to_owned(), focused);
    push(page, &format!("remove-{}", THREE[1]));
    becomes("the focus is on the last", format!("remove-{}", THREE[0]), focused);
}

fn an_item_is_dragged(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    becomes("three", owned(&THREE), || kept(page));
    let script = "const middle = at => { const box = document.querySelectorAll('.handle')[at].getBoundingClientRect();
            return { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 } };
        const [from, to] = [middle(0), middle(2)]; to.clientY += 60;
        const handle = document.querySelector('.handle');
        const say = (name, at) => handle.dispatchEvent(
            new PointerEvent(name, { bubbles: true, cancelable: true, pointerId: 1, button: 0, ...at }));
        say('pointerdown', from);
        for (let step = 1; step <= 10; step++)
            say('pointermove', { clientX: from.clientX, clientY: from.clientY + (to.clientY - from.clientY) * step / 10 });
        const seen = document.querySelectorAll('.kept.dragged').length;
        say('pointerup', to);
        return seen";
    assert_eq!(page.session.run(script, &[]), json!(1), "it is seen to be dragged");
    becomes("last", owned(&[THREE[1], THREE[2], THREE[0]]), || kept(page));
    becomes("stored", owned(&[THREE[1], THREE[2], THREE[0]]), || in_storage(page));
    becomes("let go", 0, || page.n_shown(".kept.dragged, .kept.landing"));
}

fn every_removal_can_be_undone(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    becomes("three", owned(&THREE), || kept(page));
    push(page, &format!("remove-{}", THREE[1]));
    becomes("two", owned(&[THREE[0], THREE[2]]), || kept(page));
    becomes("the focus is on the next", format!("remove-{}", THREE[2]), || page.text_of("document.activeElement.id"));
    push(page, &format!("remove-{}", THREE[0]));
    becomes("one", owned(&[THREE[2]]), || kept(page));
    push(page, "delete-list");
    becomes("no list", 0, || page.n_shown("#kept > li"));
    for n in [1, 2, 3] {
        push(page, "undo");
        becomes("back", n, || kept(page).len());
    }
    becomes("in its order", owned(&THREE), || kept(page));
    becomes("nothing more to undo", 0, || page.n_shown("#undo"));
    becomes("stored", owned(&THREE), || in_storage(page));
}

fn a_list_comes_with_a_link(page: &Page<'_>) {
    let link = format!("#/?view=shelf&list=Board+reading&item={}&item={}&item=gone-one", THREE[0], THREE[1]);
    open_with(page, &link, &stored("Mine", &[THREE[2]]));
    until(
        "whose it is",
        || page.texts(".arrived").concat(),
        |text| text.contains("Board reading") && text.contains("3 resources") && text.contains("one of which"),
    );
    assert_eq!(in_storage(page), owned(&[THREE[2]]), "looking at it keeps nothing");
    push(page, "own:0");
    becomes("a list of my own", owned(&[THREE[0], THREE[1], "gone-one"]), || kept(page));
    becomes("two lists", 2, || page.n_shown(".lists button[aria-pressed]"));
    becomes("the address", "/?view=shelf".to_owned(), || page.fragment());
    page.open(&link);
    push(page, "into:0");
    until("nothing twice", || toast(page), |said| said.contains("had them all"));
    push(page, "list-0");
    becomes("the other", owned(&[THREE[2]]), || kept(page));
}

fn for_whom_a_list_is_goes_with_it(page: &Page<'_>) {
    open_with(page, SHELF, &stored("Board", &THREE));
    becomes("the list", owned(&THREE), || kept(page));
    let field = || page.text_of("document.querySelector('#list-for')?.value");
    assert_eq!(field(), "", "a list that was stored before says nothing");
    set(page, "list-for", " The school\tboard ");
    becomes("on one line", "The school board".to_owned(), field);
    page.open(SHELF);
    becomes("stored", "The school board".to_owned(), field);
    assert_eq!(shelf_in_storage(page).lists[0].for_whom, "The school board");
    keep_files_here(page);
    push(page, "shelf-open");
    push(page, "shelf-save");
    let saved = || page.text_of("window.saved");
    let file = until("the page of the list", saved, |text| text.contains("For whom: The school board"));
    open_with(page, &format!("{SHELF}&list=Board&list-for=Teachers+%26+<b>&item={}", THREE[0]), "");
    becomes("a shared list says it", "For whom: Teachers & <b>".to_owned(), || {
        page.texts(".arrived .for-whom").concat()
    });
    push(page, "own:0");
    becomes("and the copy", "Teachers & <b>".to_owned(), field);
    give_file(page, "list.html", &file);
    becomes("the file too", "For whom: The school board".to_owned(), || page.texts(".arrived .for-whom").concat());
}

/// Gives a text to the page as a file that was chosen.
fn give_file(page: &Page<'_>, name: &str, text: &str) {
    let script = "const box = document.getElementById('open-list'); const files = new DataTransfer();
        files.items.add(new File([arguments[1]], arguments[0])); box.files = files.files;
        box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(name), json!(text)]);
}

fn a_list_goes_into_a_file(page: &Page<'_>) {
    open_with(page, SHELF, &stored("Board", &[THREE[0], "gone-one", THREE[1]]));
    push(page, &format!("add-note:{}", THREE[0]));
    let note = format!("note-{}", THREE[0]);
    becomes("the focus", note.clone(), || page.text_of("document.activeElement.id"));
    page.session.write(&format!("#{note}"), "Ask <Maine> & co");
    push(page, "shelf-open");
    keep_files_here(page);
    push(page, "shelf-notes");
    push(page, "shelf-save");
    let saved = || page.text_of("window.saved");
    let web_page = until("a web page", saved, |text| text.contains("Ask &lt;Maine&gt; &amp; co"));
    push(page, "shelf-for:2");
    set(page, "shelf-form", "list");
    let text = || page.text_of("document.querySelector('#shelf-text')?.value");
    let list =
        until("a file", text, |text| text.starts_with('{') && text.contains("Ask \\u003c") || text.contains("Ask <"));
    for (name, text) in [("list.html", &web_page), ("list.json", &list)] {
        open_with(page, SHELF, "");
        give_file(page, name, text);
        until(
            "the list",
            || page.texts(".arrived").concat(),
            |text| text.contains("Board") && text.contains("Ask <Maine>"),
        );
        push(page, "own:0");
        becomes(name, owned(&[THREE[0], "gone-one", THREE[1]]), || kept(page));
        let noted = format!("document.querySelector('#{note}')?.value");
        becomes("its note", "Ask <Maine> & co".to_owned(), || page.text_of(&noted));
        becomes("the title of the one that is gone", true, || {
            page.texts("#kept .what").concat().contains("Title of gone-one")
        });
    }
}

fn notes_are_private(page: &Page<'_>) {
    open_with(page, SHELF, &stored("Board", &[THREE[0], THREE[1]]));
    for (id, note) in [(THREE[0], "Ask Maine"), (THREE[1], "Ask Ohio")] {
        push(page, &format!("add-note:{id}"));
        page.session.write(&format!("#note-{id}"), note);
    }
    push(page, "shelf-open");
    keep_files_here(page);
    let saved = || {
        push(page, "shelf-save");
        page.text_of("window.saved")
    };
    let noted = || page.texts("#shelf-noted").concat();
    for (purpose, form) in [(3, "page"), (2, "list"), (3, "handout"), (3, "plan"), (3, "slides"), (0, "mla")] {
        push(page, &format!("shelf-for:{purpose}"));
        set(page, "shelf-form", form);
        page.session.run("window.saved = ''", &[]);
        let text = until("the list", saved, |text| text.len() > 100);
        assert!(!text.contains("Ask"), "{text}");
        until("that they are private", noted, |said| said.contains("private"));
    }
    push(page, "shelf-notes");
    page.session.run("window.saved = ''", &[]);
    until("the notes", saved, |text| text.contains("Ask Maine") && text.contains("Ask Ohio"));
    until("how many", noted, |said| said.contains("Includes 2 notes"));
    assert!(page.texts("#shelf").concat().contains("Notes are only for you"));
}

fn a_link_and_a_file_act_on_their_own(page: &Page<'_>) {
    let link = format!("{SHELF}&list=Linked&item={}", THREE[0]);
    let arrived = || page.texts(".arrived > h2");
    let both = vec!["Linked".to_owned(), "Filed".to_owned()];
    for (button, left) in [("not:0", &both[1..]), ("own:0", &both[1..]), ("not:1", &both[..1]), ("own:1", &both[..1])] {
        open_with(page, &link, "");
        becomes("the link's", both[..1].to_vec(), arrived);
        give_file(page, "list.json", &stored("Filed", &[THREE[1]]));
        becomes("both", both.clone(), arrived);
        push(page, button);
        becomes(button, left.to_vec(), arrived);
        let own = if button == "own:0" { vec![THREE[0]] } else { vec![THREE[1]] };
        becomes(button, if button.starts_with("own") { owned(&own) } else { Vec::new() }, || kept(page));
        becomes("the address", left.len() == 1 && left[0] == "Linked", || page.fragment().contains("list=Linked"));
    }
}

fn a_file_without_a_list(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &THREE));
    give_file(page, "budget.json", "{\"rows\": [1, 2");
    until("what to do", || page.texts("#shelf [role=alert]").concat(), |said| said.contains("no list in this file"));
    assert_eq!(kept(page), owned(&THREE));
}

fn a_thousand_stay(page: &Page<'_>) {
    let ids: Vec<String> = (0..1_000).map(|n| format!("other-{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).chain(THREE).collect();
    open_with(page, SHELF, &stored("Many", &ids));
    becomes("the first of them", 50, || kept(page).len());
    set(page, "place-other-0", "1003");
    becomes("the second is first", "other-1".to_owned(), || kept(page)[0].clone());
    let all = in_storage(page);
    assert_eq!((all.len(), all[1_002].as_str()), (1_003, "other-0"));
    push(page, "more");
    becomes("more of them", 100, || kept(page).len());
    page.open(SHELF);
    becomes("how many", "Many (1,003)".to_owned(), || page.texts(".lists [aria-pressed='true']").concat());
}

fn a_message_passes(page: &Page<'_>) {
    open_with(page, "#/?theme=grading", "");
    let passing = Duration::from_secs(12);
    let keep =
        || page.session.run("document.querySelector('#results .keep').click(); document.activeElement.blur()", &[]);
    keep();
    until("that it is saved", || toast(page), |said| said.contains("Saved to"));
    after("it passes", passing, || toast(page), String::is_empty);
    keep();
    until("that it is removed", || toast(page), |said| said.contains("emoved"));
    page.session.run_until_called("setTimeout(arguments[0], 9000)", &[]);
    assert!(page.session.shows("#undo"), "it can be undone no more");
}
