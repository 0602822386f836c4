//! Scenarios: what a reader does costs the calls of the engine that it needs, and no others.

use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a letter in the search box runs one search and one count", a_letter_runs_one_search),
    ("a letter of a note computes nothing", a_letter_of_a_note_computes_nothing),
    ("a record is opened and closed without a search", a_record_searches_nothing),
    ("a value that is chosen is counted once and searches nothing", a_chosen_value_searches_nothing),
];

/// How often the engine was called: searches, counts, comparisons, complements. The order is that of `explore::Call`.
type Calls = [u64; 4];

fn calls(page: &Page<'_>) -> Calls {
    difference([0; 4], &page.session.run("return [...wasm_bindgen.engineCalls()]", &[]))
}

/// The calls since `before`.
fn since(before: Calls, page: &Page<'_>) -> Calls {
    let now = calls(page);
    [0, 1, 2, 3].map(|at| now[at] - before[at])
}

fn difference(before: Calls, now: &Value) -> Calls {
    [0, 1, 2, 3].map(|at| now[at].as_u64().unwrap() - before[at])
}

/// What the page has called when it stands still: links that wait for a pause are written by then.
fn at_rest(page: &Page<'_>) -> Calls {
    let mut last = calls(page);
    until(
        "no more calls",
        || {
            let before = last;
            page.session.run_until_called("setTimeout(arguments[0], 400)", &[]);
            last = calls(page);
            last == before
        },
        |is_still| *is_still,
    );
    last
}

/// Types a letter behind what is in a field, and returns the calls once all that follows at once is done: before suggestions are
/// looked for, which waits.
const TYPE: &str = "
    const [selector, letter, done] = arguments, field = document.querySelector(selector), channel = new MessageChannel();
    channel.port1.onmessage = () => done([...wasm_bindgen.engineCalls()]);
    field.value += letter;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
    channel.port2.postMessage(0);";

fn a_letter_runs_one_search(page: &Page<'_>) {
    let compared = "compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view";
    for view in ["view=list", "view=table", "view=cloud", "view=map", "view=time", "view=together"] {
        page.open(&format!("#/?q=learnin&theme=assessment&type=report&-type=video&{view}&{compared}"));
        let before = at_rest(page);
        let calls = difference(before, &page.session.run_until_called(TYPE, &[json!("#search"), json!("g")]));
        assert!(calls[0] == 1 && calls[1] <= 1 && calls[2..] == [0, 0], "{view}: {calls:?}");
    }
}

fn a_letter_of_a_note_computes_nothing(page: &Page<'_>) {
    page.open("#/?view=compare&compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view");
    until("notes", || page.n_shown("#comparison textarea"), |n| *n > 0);
    let before = at_rest(page);
    page.session.run_until_called(TYPE, &[json!("#note-golden-ticket"), json!("x")]);
    becomes("the note", "x".to_owned(), || page.text_of("document.querySelector('#note-golden-ticket').value"));
    at_rest(page);
    assert_eq!(since(before, page), [0; 4]);
}

fn a_record_searches_nothing(page: &Page<'_>) {
    page.open("#/?q=learning&theme=assessment&view=list");
    let before = at_rest(page);
    page.session.click("#results h3 a");
    until("a record", || page.open_record(), |id| !id.is_empty());
    page.session.click("#back");
    becomes("no record", String::new(), || page.open_record());
    at_rest(page);
    assert_eq!(since(before, page), [0; 4]);
}

fn a_chosen_value_searches_nothing(page: &Page<'_>) {
    page.open("#/?q=learning&view=list");
    let before = at_rest(page);
    let n = page.choose("type", "report");
    becomes("the count", n, || page.count());
    at_rest(page);
    let calls = since(before, page);
    assert!(calls[0] == 0 && calls[1] == 1 && calls[2..] == [0, 0], "{calls:?}");
}
