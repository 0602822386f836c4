//! Scenarios: a curator makes a catalog of a list, and a page of it that does the same again.

use serde_json::json;

use crate::Scenario;
use crate::accessibility::finds_nothing;
use crate::export::keep_files_here;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::{Form, Site};

/// What the page with all its files does.
pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a list becomes a page, which makes others", a_list_becomes_a_page_which_makes_others),
    ("a column is mapped anew, and its values are separated", a_column_is_mapped_anew),
    ("how a file is read can be stated", how_a_file_is_read_can_be_stated),
    ("a pasted table, the sample and several files are one catalog", several_sources_are_one_catalog),
    ("what is no list leaves the page and the work as they are", what_is_no_list_costs_nothing),
    ("findings and data are saved as files", findings_and_data_are_saved),
    ("work is offered again after the page was closed", work_is_offered_again),
    ("the catalog of a page is edited", the_catalog_of_a_page_is_edited),
    ("the page is opened from the catalog, and left again", the_page_is_opened_and_left),
    ("an ordinary visit fetches nothing of it", an_ordinary_visit_fetches_nothing),
    ("axe: making a catalog, at a desk and on a phone", it_is_accessible),
];

/// A list with a header, a row each, and one whose title is missing.
pub(crate) const LIST: &str = "Title,Written by,Published,Topics,Shelf,Notes
Lantern Atlas,Ana Rivera,2014-03,maps/light,A1,first
Fields of Grain,Kofi Osei,2015,food/fields,A2,
The Long Lesson,Maja Lindqvist,2016-11-02,schools,A1,
Counting Rain,Wei Chen,2017,weather/maps,B1,
Paper Harbors,Samir Haddad,2018,ships/paper,B1,
Quiet Hours,Petra Novak,2019,schools/light,B2,
Seven Gardens,Lucie Moreau,2020,food/fields,C1,
Weights and Words,Chidi Okafor,2021,words,C1,
Salt Roads,Yuki Sato,2022,roads/maps,C2,
First Bells,Ana Rivera,2023,schools,C2,
,Kofi Osei,2024,food,C3,
Last Letters,Maja Lindqvist,sometime,words/paper,C3,
";
/// How many resources that is.
pub(crate) const N: usize = 12;

/// Opens the page without work from before, and waits until it can be used.
#[track_caller]
pub(crate) fn open(page: &Page<'_>) {
    page.load("#/own");
    becomes("the page for making catalogs", true, || page.session.shows("#own-title"));
    let delete = "const done = arguments[arguments.length - 1];
        if (!window.indexedDB) done(true);
        else {
            const request = indexedDB.deleteDatabase('competency-explorer/own');
            request.onsuccess = request.onerror = request.onblocked = () => setTimeout(() => done(true), 100);
            setTimeout(() => done(true), 5000);
        }";
    page.session.run_until_called(delete, &[]);
    if page.n_shown(".own-draft") > 0 {
        page.session.click(".own-draft button:not(.primary)");
    }
}

/// Chooses files by their names and texts, as the control of the browser would give them.
#[track_caller]
pub(crate) fn choose(page: &Page<'_>, files: &[(&str, &str)]) {
    let script = "const transfer = new window.DataTransfer(), input = document.querySelector('#own-file');
        for (const [name, text] of arguments[0]) transfer.items.add(new window.File([text], name));
        input.files = transfer.files;
        input.dispatchEvent(new window.Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(files)]);
}

/// What the page says it has read.
pub(crate) fn summary(page: &Page<'_>) -> String {
    page.text_of("document.querySelector('#own-summary')?.textContent")
}

/// What the alert of the first step says.
fn trouble(page: &Page<'_>) -> String {
    page.text_of("document.querySelector('.own-trouble')?.textContent")
}

#[track_caller]
pub(crate) fn has_read(page: &Page<'_>, n: usize) {
    until("what was read", || summary(page), |summary| summary.starts_with(&format!("{n} resource")));
}

/// Saves the page, and returns it.
#[track_caller]
pub(crate) fn saved_page(page: &Page<'_>) -> String {
    keep_files_here(page);
    page.session.click("#own-save-page");
    until("the saved page", || page.text_of("window.saved"), |html| html.trim_end().ends_with("</html>"))
}

#[track_caller]
pub(crate) fn choose_in(page: &Page<'_>, select: &str, value: &str) {
    let script = "const select = document.querySelector(arguments[0]); select.value = arguments[1];
        select.dispatchEvent(new window.Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(select), json!(value)]);
}

/// What the button of data saves, once it is such as asked for. While files are read the button is off, and a press is lost.
#[track_caller]
pub(crate) fn save_data(page: &Page<'_>, is_right: impl Fn(&str) -> bool) -> String {
    page.session.run("window.saved = ''", &[]);
    let saved = || {
        becomes("it can be saved", false, || page.is("document.querySelector('#own-save-data').disabled"));
        page.session.click("#own-save-data");
        page.text_of("window.saved")
    };
    until("what is saved", saved, |text| is_right(text))
}

/// The selector of a control in the row of a column.
fn control(page: &Page<'_>, kind: &str, column: &str) -> String {
    let at = page.session.run(
        "return [...document.querySelectorAll('#own tbody tr th bdi')].findIndex(name => name.textContent === arguments[0])",
        &[json!(column)],
    );
    format!("#own-{kind}-{at}")
}

/// Dates that could be meant either way, below a line that seems to name the columns, with another sign in cells.
const AMBIGUOUS: &str = "Reading list;made by the library;in May
Title;Published;Topics
Grain, and Rain;04/05/2019;food
Atlas;06/07/2020;maps
";

fn how_a_file_is_read_can_be_stated(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", AMBIGUOUS)]);
    until("what was read", || summary(page), |summary| !summary.is_empty());
    page.session.click("#own-reading summary");
    choose_in(page, "#own-header", "2");
    has_read(page, 2);
    let columns = || page.texts("#own tbody tr th bdi");
    becomes("the columns", ["Title", "Published", "Topics"].map(str::to_owned).to_vec(), columns);
    let order = control(page, "order", "Published");
    let date = || {
        let kept =
            "JSON.parse(window.saved || '{}').resources?.find(resource => resource.title === 'Atlas')?.published";
        keep_files_here(page);
        page.session.click("#own-save-data");
        page.text_of(kept)
    };
    for (word, wanted) in [("day-month", "2020-07-06"), ("month-day", "2020-06-07")] {
        choose_in(page, &order, word);
        becomes("the date", wanted.to_owned(), date);
    }
    choose_in(page, "#own-delimiter", ",");
    until("the whole row is a cell", columns, |columns| columns.len() < 3);
}

fn a_list_becomes_a_page_which_makes_others(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    becomes("the column of titles", "title".to_owned(), || {
        page.text_of(&format!("document.querySelector('{}')?.value", control(page, "role", "Title")))
    });
    page.session.empty("#own-name");
    page.session.write("#own-name", "Our shelf");
    let html = saved_page(page);

    // From disk, where nothing can be fetched.
    let site = Site::of_one_page(Form::SingleFile, &html);
    let saved = Page { session: page.session, site: &site };
    saved.open("#/?view=list");
    assert_eq!((saved.count(), saved.text_of("document.title").as_str()), (N, "Our shelf"));
    assert!(saved.titles().contains(&"Lantern Atlas".to_owned()), "{:?}", saved.titles());
    open(&saved);
    choose(&saved, &[("other.csv", "Title,Year\nOnly One,2001\nAnd Another,2002\n")]);
    has_read(&saved, 2);
    let html = saved_page(&saved);

    let site = Site::of_one_page(Form::SingleFile, &html);
    let again = Page { session: page.session, site: &site };
    again.open("#/?view=list");
    assert_eq!(again.count(), 2);
    becomes("the way to make another", true, || again.session.shows("footer .make-own"));
}

fn a_column_is_mapped_anew(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    choose_in(page, &control(page, "role", "Topics"), "keywords");
    let separator =
        || page.text_of(&format!("document.querySelector('{}')?.value", control(page, "separator", "Topics")));
    becomes("the role", "keywords".to_owned(), || {
        page.text_of(&format!("document.querySelector('{}')?.value", control(page, "role", "Topics")))
    });
    choose_in(page, &control(page, "separator", "Topics"), "/");
    becomes("the separator", "/".to_owned(), separator);
    keep_files_here(page);
    let saved = save_data(page, |text| text.ends_with('}'));
    assert!(saved.contains("\"keywords\":[\"maps\",\"light\"]"), "{saved}");
}

fn several_sources_are_one_catalog(page: &Page<'_>) {
    open(page);
    page.session.click("#own-sample");
    until("the sample", || summary(page), |summary| summary.contains("resources from"));
    choose(page, &[("list.csv", LIST), ("more.ris", "TY  - BOOK\nTI  - One More\nER  - \n")]);
    let n_sample = include_str!("../../public/sample.csv").lines().count() - 1;
    has_read(page, n_sample + N + 1);
    page.session.run("document.querySelector('.own-paste').open = true", &[]);
    page.session.write("#own-text", "Title;Year");
    page.session.run(
        "const text = document.querySelector('#own-text'); text.value = 'Title\\tYear\\nPasted\\t1999';
        text.dispatchEvent(new window.Event('input', { bubbles: true }))",
        &[],
    );
    page.session.click("#own-read-text");
    has_read(page, n_sample + N + 2);
}

fn what_is_no_list_costs_nothing(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    let wide: Vec<String> = (0..10_000).map(|at| format!("c{at}")).collect();
    for (name, text) in [("empty.csv", ""), ("scan.csv", "%PDF-1.7"), ("book.xls", "\u{d0}\u{cf}")] {
        choose(page, &[(name, text)]);
        until(
            "a sentence, or a finding",
            || format!("{}{}", trouble(page), page.session.text("#own-check ~ *")),
            |said| !said.is_empty(),
        );
        becomes("what was read stays", true, || summary(page).contains("resource"));
    }
    choose(page, &[("wide.csv", &format!("{}\n{}\n", wide.join(","), wide.join(",")))]);
    until("the page goes on", || summary(page), |summary| summary.contains("resource"));
}

fn findings_and_data_are_saved(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    keep_files_here(page);
    page.session.click("#own-save-findings");
    let table = until("the findings", || page.text_of("window.saved"), |text| text.lines().count() > 1);
    assert!(table.contains("What to do"), "{table}");
    choose_in(page, "#own-format", "ris");
    save_data(page, |text| text.matches("ER  -").count() == N);
}

fn work_is_offered_again(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    page.session.empty("#own-name");
    page.session.write("#own-name", "Kept name");
    // What is typed is kept once the field is left.
    page.session.click("#own-about");
    until("that it is kept", || page.session.text("#own-kept"), |said| said.contains("kept on this device"));
    let kept = "const done = arguments[arguments.length - 1], opening = indexedDB.open('competency-explorer/own');
        opening.onsuccess = () => { const database = opening.result, get = database.transaction('draft').objectStore('draft').get('decided');
            get.onsuccess = () => { database.close(); done((get.result ?? '').includes('Kept name')) } }";
    becomes("the title is kept", json!(true), || page.session.run_until_called(kept, &[]));
    page.load("#/own");
    until("the offer", || page.n_shown(".own-draft .primary"), |n| *n == 1);
    assert!(!page.session.shows("#own-file"), "another list would take the place of the work that is kept");
    page.session.click(".own-draft .primary");
    has_read(page, N);
    assert!(page.session.shows("#own-file"));
    becomes("its title", "Kept name".to_owned(), || page.text_of("document.querySelector('#own-name')?.value"));
    page.session.run("indexedDB.deleteDatabase('competency-explorer/own')", &[]);
}

fn the_catalog_of_a_page_is_edited(page: &Page<'_>) {
    open(page);
    page.session.click("#own-of-page");
    has_read(page, Known::read().n_resources());
    let title = Known::read().catalog["title"].as_str().unwrap().to_owned();
    becomes("its title", title, || page.text_of("document.querySelector('#own-name')?.value"));
    open(page);
    let html = r#"<html><body><script type="application/json" id="catalog">{"title":"T","resources":[{"id":"a","title":"\u003cA"}]}</script></body></html>"#;
    choose(page, &[("page.html", html)]);
    has_read(page, 1);
    // As pages of large catalogs hold theirs.
    open(page);
    let html = "<html><body><script type=\"text/plain\" id=\"catalog\">H4sIAAAAAAACA6tWKsksyUlVslIKUdJRKkotzi8tSk4tVrKKrlbKTAEKJwKFYUoclWp1oMJJSMJOSrWxtQB6GKcpSQAAAA==</script></body></html>";
    choose(page, &[("large page.html", html)]);
    has_read(page, 2);
}

fn the_page_is_opened_and_left(page: &Page<'_>) {
    page.open("#/?theme=grading");
    let n = page.count();
    page.session.click("#make-own");
    becomes("the page", true, || page.session.shows("#own-title"));
    becomes("the catalog is out of sight", false, || page.session.shows("#results"));
    becomes("the focus", "own-title".to_owned(), || page.text_of("document.activeElement?.id"));
    assert_eq!(page.fragment(), "/own");
    page.session.back_by_script();
    becomes("the results", true, || page.session.shows("#results"));
    assert_eq!((page.count(), page.fragment().as_str()), (n, "/?theme=grading"));
    // Opened first, it starts the catalog when it is left.
    open(page);
    page.session.click(".own-back");
    becomes("the catalog", "ready".to_owned(), || page.state());
    becomes("its first page", true, || page.session.shows(".home"));
}

fn an_ordinary_visit_fetches_nothing(page: &Page<'_>) {
    let Some(server) = &page.site.server else { return };
    let n_before = server.asked().len();
    page.open("#/");
    page.open("#/?q=grading");
    let asked = server.asked();
    let of_own: Vec<&String> = asked[n_before..].iter().filter(|path| path.contains("explorer-own")).collect();
    assert!(of_own.is_empty(), "{of_own:?}");
    page.load("#/own");
    becomes("the page", true, || page.session.shows("#own-title"));
    assert!(
        server.asked()[n_before..].iter().any(|path| path.contains("explorer-own")),
        "the test looks for the wrong name"
    );
}

fn it_is_accessible(page: &Page<'_>) {
    open(page);
    finds_nothing(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    finds_nothing(page);
    page.session.be_phone();
    finds_nothing(page);
    let overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert!(page.number(overflow) <= 0.0, "it is wider than the phone");
}
