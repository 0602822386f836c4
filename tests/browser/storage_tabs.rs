//! Scenarios: two tabs that save at the same time, and one that ends while it does.

use std::collections::BTreeSet;

use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::shelf::{SHELF, in_storage, open_with, push};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("of 200 resources that two tabs save at once none is lost", two_tabs_save_at_once),
    ("a tab that is closed while it saves loses nothing but its last click", a_tab_is_closed_while_it_saves),
];

/// How many resources each of two tabs saves.
const EACH: usize = 100;

/// Presses the buttons of resources one after another, 5 to 200 milliseconds apart at random, all within some five seconds. Timers
/// would be slowed down in a tab that is out of sight; messages are not.
const SAVE: &str = "window.nSaved = 0;
    const wait = ms => new Promise(done => {
        const end = performance.now() + ms, channel = new MessageChannel();
        channel.port1.onmessage = () => performance.now() < end ? channel.port2.postMessage(0) : done();
        channel.port2.postMessage(0);
    });
    (async () => {
        for (const [at, id] of arguments[0].entries()) {
            document.getElementById('keep-' + id).click();
            window.nSaved = at + 1;
            await wait([5, 20, 5, 60, 5, 20, 200, 5, 20, 60][at % 10] * (.5 + Math.random()));
        }
    })()";

/// What the first tab shows, and the second: no resource is in both.
const SHOWN: [&str; 2] = ["#/?type=report&sort=title", "#/?-type=report&sort=title"];

/// Opens results and shows so many of them; their ids.
fn show(page: &Page<'_>, fragment: &str, n: usize) -> Vec<String> {
    page.open(fragment);
    let ids = || page.attributes("#results article", "data-id");
    while ids().len() < n {
        let before = ids().len();
        push(page, "more");
        until("more of them", || ids().len(), |now| before < *now);
    }
    ids().into_iter().take(n).collect()
}

/// Lets both tabs save; the ids that the first one does, those of the second, which is driven then, and the handle of the first.
fn save_in_both(page: &Page<'_>) -> (Vec<String>, Vec<String>, String) {
    open_with(page, SHELF, "");
    let firsts = show(page, SHOWN[0], EACH);
    let first = page.session.window();
    let second = page.session.open_window();
    page.session.enter(&second);
    let seconds = show(page, SHOWN[1], EACH);
    page.session.run(SAVE, &[json!(seconds)]);
    page.session.enter(&first);
    page.session.run(SAVE, &[json!(firsts)]);
    page.session.enter(&second);
    (firsts, seconds, first)
}

/// Waits until a tab has pressed all buttons: as long as it goes on.
fn all_are_pressed(page: &Page<'_>) {
    for n in (0..=EACH).step_by(10) {
        until("its clicks", || n_saved(page), |saved| n <= *saved);
    }
}

fn n_saved(page: &Page<'_>) -> usize {
    page.text_of("window.nSaved").parse().unwrap_or_default()
}

fn two_tabs_save_at_once(page: &Page<'_>) {
    let (firsts, seconds, first) = save_in_both(page);
    let second = page.session.window();
    for tab in [&first, &second] {
        page.session.enter(tab);
        all_are_pressed(page);
    }
    let expected: BTreeSet<String> = firsts.into_iter().chain(seconds).collect();
    for tab in [&first, &second] {
        page.session.enter(tab);
        becomes("pressed", EACH, || page.n_shown("#results .keep[aria-pressed='true']"));
        becomes("on the tab of the shelf", format!("Saved ({})", 2 * EACH), || page.texts("#view-shelf").concat());
    }
    becomes("stored", expected, || in_storage(page).into_iter().collect());
    page.session.close_tab(&first);
    page.open(SHELF);
    becomes("one list has them all", "My list (200)".to_owned(), || {
        page.texts(".lists [aria-pressed='true']").concat()
    });
}

fn a_tab_is_closed_while_it_saves(page: &Page<'_>) {
    let (firsts, seconds, first) = save_in_both(page);
    let n = until("in the middle", || n_saved(page), |n| 10 <= *n);
    page.session.close_tab(&first);
    all_are_pressed(page);
    let expected: BTreeSet<String> = firsts.iter().chain(&seconds[..n - 1]).cloned().collect();
    let missing = || {
        let there: BTreeSet<String> = in_storage(page).into_iter().collect();
        expected.difference(&there).cloned().collect::<Vec<String>>()
    };
    becomes("missing", Vec::new(), missing);
    page.open(SHELF);
    becomes("missing after another start", Vec::new(), missing);
    // Firefox reports that it ended the script of the tab that was closed, as it was asked to.
    page.session.forget();
}
