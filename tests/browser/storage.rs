//! Scenarios: a reader's lists in two tabs, where the browser does not keep them or lost a part of them, and on paper.

use serde_json::json;

use crate::Scenario;
use crate::harness::browsers::Browser;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::shelf::{SHELF, THREE, in_storage, kept, open_with, owned, push, set, stored, toast};

/// How many results a page prints before it is told to print all.
const MOST_PRINTED: usize = 500;

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("the choice of dark or light stays on the device", the_choice_of_dark_stays),
    ("two tabs keep one shelf", two_tabs_keep_one_shelf),
    ("a full storage is told, and nothing is lost", a_full_storage_is_told),
    ("what was changed without room is stored as soon as there is room, and said", it_is_stored_once_there_is_room),
    ("a refused storage is told, and nothing is lost", a_refused_storage_is_told),
    ("a damaged shelf is rescued and its text kept", a_damaged_shelf_is_rescued),
    ("a rescued text of which no file can be made is said and shown", a_rescued_text_without_a_file_is_shown),
    ("everything is printed, not the first page", everything_is_printed),
];

fn two_tabs_keep_one_shelf(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &[THREE[0]]));
    becomes("one", owned(&[THREE[0]]), || kept(page));
    let first = page.session.window();
    let second = page.session.open_tab();
    page.session.enter(&second);
    page.open(&format!("#/?open={}", THREE[1]));
    push(page, &format!("record-keep-{}", THREE[1]));
    becomes("stored", owned(&[THREE[0], THREE[1]]), || in_storage(page));
    page.session.enter(&first);
    becomes("the first tab follows", owned(&[THREE[0], THREE[1]]), || kept(page));
    push(page, &format!("up-{}", THREE[1]));
    becomes("moved here", owned(&[THREE[1], THREE[0]]), || in_storage(page));
    page.session.enter(&second);
    push(page, &format!("record-keep-{}", THREE[1]));
    becomes("taken off there", owned(&[THREE[0]]), || in_storage(page));
    let complaints = page.session.complaints();
    assert!(complaints.is_empty(), "the second tab says {complaints:#?}");
    page.session.close_tab(&first);
    becomes("gone here", owned(&[THREE[0]]), || kept(page));
}

const NO_ROOM: &str = "window.room = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError') }";

fn it_is_stored_once_there_is_room(page: &Page<'_>) {
    open_with(page, SHELF, &stored("L", &[THREE[0], THREE[1]]));
    page.session.run(NO_ROOM, &[]);
    push(page, &format!("remove-{}", THREE[0]));
    push(page, &format!("add-note:{}", THREE[1]));
    page.session.write(&format!("#note-{}", THREE[1]), "Ask");
    until("that it is not stored", || page.texts("#shelf-refused").concat(), |said| said.contains("no room left"));
    assert_eq!(in_storage(page), owned(&THREE[..2]));
    page.session.run("Storage.prototype.setItem = window.room", &[]);
    // The reader does nothing more.
    becomes("stored", owned(&[THREE[1]]), || in_storage(page));
    until("that it is", || toast(page), |said| said.contains("There is room again"));
    becomes("nothing more to warn of", 0, || page.n_shown("#shelf-refused"));
    page.open(SHELF);
    becomes("the list", owned(&[THREE[1]]), || kept(page));
    let note = format!("document.querySelector('#note-{}')?.value", THREE[1]);
    becomes("the note", "Ask".to_owned(), || page.text_of(&note));
}

fn a_rescued_text_without_a_file_is_shown(page: &Page<'_>) {
    let whole = stored("Board", &THREE);
    let cut = &whole[..whole.len() - 3];
    open_with(page, SHELF, cut);
    page.session.run("URL.createObjectURL = () => { throw new TypeError('no files') }", &[]);
    push(page, "aside-save");
    until(
        "that there is no file",
        || page.texts("#shelf-unread").concat(),
        |said| said.contains("does not let the page make a file"),
    );
    becomes("the text", cut.to_owned(), || page.text_of("document.querySelector('#unread-text')?.value"));
}

fn a_full_storage_is_told(page: &Page<'_>) {
    open_with(page, &format!("#/?open={}", THREE[1]), &stored("L", &[THREE[0]]));
    page.session.run(NO_ROOM, &[]);
    push(page, &format!("record-keep-{}", THREE[1]));
    until("that it is not kept", || toast(page), |said| said.contains("no room left"));
    page.session.run("location.hash = arguments[0]", &[json!(SHELF)]);
    becomes("it is there all the same", owned(&[THREE[0], THREE[1]]), || kept(page));
    until("what to do", || page.texts("#shelf-refused").concat(), |said| said.contains("Share the list as a file"));
    assert_eq!(in_storage(page), owned(&[THREE[0]]));
    // Another tab stores something meanwhile; then there is room again.
    let other = stored("L", &[THREE[0], THREE[2]]);
    let script = "const key = Object.keys(localStorage).find(key => key.startsWith('competency-explorer/shelf/'));
        Storage.prototype.setItem = window.room; localStorage.setItem(key, arguments[0]);
        window.dispatchEvent(new StorageEvent('storage', { key }))";
    page.session.run(script, &[json!(other)]);
    becomes("what both have", owned(&[THREE[0], THREE[1], THREE[2]]), || kept(page));
    push(page, &format!("down-{}", THREE[0]));
    becomes("all is stored", owned(&[THREE[1], THREE[0], THREE[2]]), || in_storage(page));
    becomes("nothing more to say", 0, || page.n_shown("#shelf-refused"));
}

fn a_refused_storage_is_told(page: &Page<'_>) {
    open_with(page, &format!("#/?open={}", THREE[0]), "");
    // WebKit does not let go of the property itself.
    let refused = "const refuse = () => { throw new DOMException('no', 'SecurityError') };
        for (const name of ['getItem', 'setItem', 'removeItem']) Storage.prototype[name] = refuse;
        Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse })";
    page.session.run(refused, &[]);
    push(page, &format!("record-keep-{}", THREE[0]));
    until("that it is not kept", || toast(page), |said| said.contains("keeps nothing"));
    page.session.run("location.hash = arguments[0]", &[json!(SHELF)]);
    becomes("it is there all the same", owned(&[THREE[0]]), || kept(page));
    until("what to do", || page.texts("#shelf-refused").concat(), |said| said.contains("Share a list as a file"));
    push(page, &format!("remove-{}", THREE[0]));
    becomes("gone", 0, || page.n_shown("#kept > li"));
    push(page, "undo");
    becomes("back", owned(&[THREE[0]]), || kept(page));
}

fn a_damaged_shelf_is_rescued(page: &Page<'_>) {
    let whole = stored("Board", &THREE);
    let cut = &whole[..whole.find(&format!("\"{}\"", THREE[2])).unwrap_or(0)];
    open_with(page, SHELF, cut);
    becomes("what could be read", owned(&THREE[..2]), || kept(page));
    until("what happened", || page.texts("#shelf-unread").concat(), |said| said.contains("could not be read"));
    let aside = "Object.entries(localStorage).filter(([key]) => key.startsWith('competency-explorer/unread/'))
        .map(([, text]) => text).join()";
    becomes("the text as it was", cut.to_owned(), || page.text_of(aside));
    page.open(SHELF);
    becomes("still said", 1, || page.n_shown("#shelf-unread"));
    push(page, "aside-drop");
    becomes("deleted", String::new(), || page.text_of(aside));
    push(page, "undo");
    becomes("back", cut.to_owned(), || page.text_of(aside));
    becomes("the list", owned(&THREE[..2]), || in_storage(page));
}

fn everything_is_printed(page: &Page<'_>) {
    open_with(page, "#/?theme=grading&q=mastery", &stored("Board", &THREE));
    let n = page.count();
    // What a browser says before and after it prints; the dialog itself would stop the test.
    let say = |name: &str| page.session.run("window.dispatchEvent(new Event(arguments[0]))", &[json!(name)]);
    say("beforeprint");
    becomes("all results", n, || page.n_shown("#sheet ol > li"));
    let head = page.texts("#sheet .sheet-head").concat();
    assert!(head.contains("mastery") && head.contains("Grading") && head.contains(&format!("{n} resources")), "{head}");
    assert!(page.texts("#sheet .address a").iter().any(|link| link.starts_with("http")));
    say("afterprint");
    becomes("gone", 0, || page.n_shown("#sheet > *"));
    page.open("#/?view=list");
    say("beforeprint");
    becomes("the whole catalog, as far as the limit", page.count().min(MOST_PRINTED), || {
        page.n_shown("#sheet ol > li")
    });
    say("afterprint");
    page.open(SHELF);
    push(page, "shelf-paper");
    set(page, "shelf-layout", "brief");
    // In place of the dialog.
    page.session.run(
        "window.print = () => { for (const name of ['beforeprint', 'afterprint']) {
            window.dispatchEvent(new Event(name)); window.printed ??= document.querySelector('#sheet').textContent } }",
        &[],
    );
    push(page, "shelf-print");
    until(
        "side by side",
        || page.text_of("window.printed"),
        |text| text.contains("For whom") && text.contains("Board"),
    );
    set(page, "shelf-layout", "annotated");
    page.session.run("delete window.printed", &[]);
    push(page, "shelf-print");
    let entries = until("a bibliography", || page.text_of("window.printed"), |text| text.contains("(n.d.)"));
    let places = ["Levers and", "Moving toward mastery"].map(|title| entries.find(title));
    assert!(places.iter().all(Option::is_some), "{entries}");
    if page.session.browser == Browser::Chromium {
        let pdf = page.session.devtools("Page.printToPDF", &json!({}));
        assert!(pdf["data"].as_str().is_some_and(|data| data.len() > 10_000));
    }
}

fn the_choice_of_dark_stays(page: &Page<'_>) {
    page.open("");
    let paper = || page.text_of("getComputedStyle(document.documentElement).backgroundColor");
    let scheme = || page.attributes("#scheme", "data-scheme").concat();
    becomes("at first as the device", "auto".to_owned(), scheme);
    let light = paper();
    page.session.click("#scheme");
    becomes("light", "light".to_owned(), scheme);
    page.session.click("#scheme");
    becomes("dark", "dark".to_owned(), scheme);
    let dark = until("dark paper", paper, |paper| *paper != light);
    page.open("#/?type=report");
    becomes("dark after another start", dark, paper);
    becomes("and the switch shows it", "dark".to_owned(), scheme);
    page.session.click("#scheme");
    becomes("as the device again", light, paper);
    becomes("with nothing left of the choice", String::new(), || {
        page.text_of("document.documentElement.style.colorScheme")
    });
}
