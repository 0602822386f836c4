//! Scenarios: a long list is read beside the page, which is shown a part of it at a time.

use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::own::{LIST, N, choose, has_read, open, summary};
use crate::own_edit::{catalog, edit, unfold};

/// What the page does with a list of many rows.
pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a long list stays in the worker, and is shown a part at a time", a_long_list_is_shown_in_parts),
    ("a reading is ended, and the work from before goes on", |page| {
        open(page);
        a_reading_is_ended(page);
    }),
    ("where no worker runs, a list is read in parts and can be ended", a_list_is_read_in_parts),
    ("a list of several parts is kept, and taken up again", a_list_of_several_parts_is_kept),
];

/// Rows of the list: about 18 MB.
const ROWS: usize = 20_000;
/// Characters that an answer of the worker may have, and a request to it.
const ANSWER: f64 = 60_000.0;
const REQUEST: f64 = 2_000.0;

/// Chooses a list of so many rows, which the page makes.
#[track_caller]
fn choose_rows(page: &Page<'_>, n: usize) {
    let script = "const words = 'lantern atlas grain rain harbor garden salt road bell letter '.repeat(14), rows = ['Title,Written by,Published,Topics,Summary'];
        for (let n = 0; n < arguments[0]; n++) rows.push(`Lantern ${n},Ana Rivera ${n % 97},${1990 + n % 30},Topic ${n % 40}; Other ${n % 7},${words}${n}`);
        const transfer = new window.DataTransfer(), input = document.querySelector('#own-file');
        transfer.items.add(new window.File([rows.join('\\n')], 'long.csv'));
        input.files = transfer.files;
        input.dispatchEvent(new window.Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(n)]);
}

/// Notes what the page and its worker say to each other.
#[track_caller]
fn listen(page: &Page<'_>) {
    let script = "const Of = window.Worker;
        window.requests = []; window.answers = []; window.shares = []; window.parts = [];
        window.Worker = function (address) {
            const worker = new Of(address), post = worker.postMessage.bind(worker);
            worker.addEventListener('message', ({ data }) => {
                if (data.share === undefined) window.answers.push(JSON.stringify(data).length);
                else window.shares.push(data.share);
            });
            worker.postMessage = (data, transferred) => {
                const part = data.asked?.part;
                if (part) window.parts.push(transferred?.[0] === part.buffer ? part.length : 0);
                else if (data.act) window.requests.push([data.act + ' ' + (data.asked?.text ?? ''), JSON.stringify(data).length]);
                post(data, transferred);
            };
            return worker;
        }";
    page.session.run(script, &[]);
}

fn a_long_list_is_shown_in_parts(page: &Page<'_>) {
    open(page);
    listen(page);
    choose_rows(page, ROWS);
    until("that it is read", || page.number("window.shares.length"), |n| *n > 2.0);
    becomes("a bar that fills", true, || page.is("(document.querySelector('#own progress')?.value ?? 1) > 0"));
    until("what was read", || summary(page), |summary| summary.starts_with("20,000 resource"));
    // Of the records none are asked for until somebody looks at them.
    let asked = || page.number("window.requests.filter(([text]) => text.includes('Records')).length");
    assert!(asked() < 1.0, "{}", page.text_of("window.requests.map(([text]) => text).join()"));
    assert!(page.number("window.shares.length") >= 20.0, "{} steps", page.number("window.shares.length"));
    assert!(
        page.is("window.shares.every((share, at) => share >= 0 && share <= 1 && !(share < window.shares[at - 1]))")
    );
    assert!(
        page.is("window.parts.length > 2 && window.parts.every(length => length > 0 && length <= 4 << 20)"),
        "parts go without a copy"
    );
    unfold(page, "#own-records", "#own-v-0-title");
    assert_eq!(page.n_shown(".own-records tbody tr"), 25);
    page.session.write("#own-find", "19999");
    becomes("the one that has the word", 1, || page.n_shown(".own-records tbody tr"));
    edit(page, "#own-v-19999-title", "The last lantern");
    becomes("one edit to undo", "Undo (1)".to_owned(), || page.session.text("#own-undo"));
    for part in ["#own-tags", "#own-first-page"] {
        page.session.click(part);
    }
    becomes("the tags", true, || page.session.shows(".own-tag-table"));
    let most = |list: &str| page.number(&format!("Math.max(...window.{list})"));
    assert!(most("answers") < ANSWER, "an answer has {} characters", most("answers"));
    let largest = page.number("Math.max(...window.requests.map(([, length]) => length))");
    assert!(largest < REQUEST, "a request has {largest} characters");
}

fn a_list_is_read_in_parts(page: &Page<'_>) {
    open(page);
    // What the page shows of the reading whenever it is free to act.
    let script = "window.Worker = function () { throw new Error('forbidden') }; window.shown = new Set();
        (function look() { const bar = document.querySelector('#own progress'); if (bar) window.shown.add(bar.value); setTimeout(look); })()";
    page.session.run(script, &[]);
    choose_rows(page, ROWS);
    until("what was read", || summary(page), |summary| summary.starts_with("20,000 resource"));
    assert!(page.number("window.shown.size") > 3.0, "{} steps", page.number("window.shown.size"));
    page.session.click(".own-files button");
    a_reading_is_ended(page);
}

fn a_reading_is_ended(page: &Page<'_>) {
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    unfold(page, "#own-records", "#own-v-0-title");
    edit(page, "#own-v-0-title", "Atlas of Lanterns");
    until("that it is kept", || page.session.text("#own-kept"), |said| said.contains("kept on this device"));
    choose_rows(page, ROWS);
    let stop = "const button = document.querySelector('.own-progress button'); button?.click(); return !!button";
    becomes("the way to end it", json!(true), || page.session.run(stop, &[]));
    let status = || page.text_of("document.querySelector('#own [role=status]')?.textContent");
    until("that it was ended", status, |status| status.starts_with("Stopped"));
    becomes("nothing is read any more", false, || page.is("!!document.querySelector('#own progress')"));
    assert_eq!(page.texts(".own-files bdi"), ["list.csv"]);
    becomes("the edit", "Atlas of Lanterns".to_owned(), || page.session.text("#own-v-0-title"));
    let saved = catalog(page);
    assert_eq!(
        (saved["resources"].as_array().unwrap().len(), &saved["resources"][0]["title"]),
        (N, &json!("Atlas of Lanterns"))
    );
    page.session.click("#own-undo");
    becomes("what it was before", "Lantern Atlas".to_owned(), || page.session.text("#own-v-0-title"));
}

fn a_list_of_several_parts_is_kept(page: &Page<'_>) {
    open(page);
    choose_rows(page, ROWS);
    until("what was read", || summary(page), |summary| summary.starts_with("20,000 resource"));
    until("that it is kept", || page.session.text("#own-kept"), |said| said.contains("kept on this device"));
    let parts = "const done = arguments[arguments.length - 1], opening = indexedDB.open('competency-explorer/own');
        opening.onsuccess = () => { const database = opening.result, get = database.transaction('draft').objectStore('draft').getAllKeys();
            get.onsuccess = () => { database.close(); done(get.result.filter(key => key.startsWith('part ')).length) } }";
    let n = page.session.run_until_called(parts, &[]);
    assert!(n.as_u64().unwrap_or_default() > 2, "{n} parts");
    page.load("#/own");
    page.session.click(".own-draft .primary");
    until("what was read", || summary(page), |summary| summary.starts_with("20,000 resource"));
    // Another list in its place leaves none of its parts.
    page.session.click(".own-files button");
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    becomes("the one part", json!(1), || page.session.run_until_called(parts, &[]));
    page.session.run("indexedDB.deleteDatabase('competency-explorer/own')", &[]);
}
