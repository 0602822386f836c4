//! Scenarios: what has the focus, and what is shown, after something went away.

use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("searching from an open resource shows the results", searching_from_a_resource_shows_the_results),
    ("the sort box says how the results are sorted", the_sort_box_says_how_results_are_sorted),
    ("the focus goes to the next chip when one is taken away", the_focus_goes_to_the_next_chip),
    ("going back with the filters open leaves a page that answers", going_back_with_filters_open_leaves_a_live_page),
    ("the title of a card comes before its other controls", the_title_of_a_card_comes_first),
    ("the compare bar leads to the top of the comparison", the_compare_bar_leads_to_the_top_of_the_comparison),
];

fn focused(page: &Page<'_>) -> String {
    page.text_of("document.activeElement.id")
}

fn searching_from_a_resource_shows_the_results(page: &Page<'_>) {
    page.open("#/?open=golden-ticket");
    becomes("the open record", "golden-ticket".to_owned(), || page.open_record());
    page.search("grading");
    becomes("the record is closed", String::new(), || page.open_record());
    until("the results", || page.titles().len(), |n| *n > 0);
    becomes("the focus stays in the box", "search".to_owned(), || focused(page));
}

fn the_sort_box_says_how_results_are_sorted(page: &Page<'_>) {
    page.open("#/?type=report");
    let sort = |by: &str| {
        // Browsers go back only to what a person did.
        page.session.click("#results-title");
        let script = "const box = document.querySelector('#sort'); box.value = arguments[0];
            box.dispatchEvent(new Event('change', { bubbles: true }))";
        page.session.run(script, &[json!(by)]);
        until("the address", || page.fragment(), |fragment| fragment.contains(&format!("sort={by}")));
    };
    let shown = || page.text_of("document.querySelector('#sort').value");
    sort("title");
    sort("oldest");
    page.session.back();
    until("the address after going back", || page.fragment(), |fragment| fragment.contains("sort=title"));
    becomes("the sort box", "title".to_owned(), shown);
}

fn the_title_of_a_card_comes_first(page: &Page<'_>) {
    page.open("#/?type=report");
    until("cards", || page.n_shown("#results article"), |n| *n > 0);
    let first = "[...document.querySelectorAll('#results article')]
        .every(card => card.querySelector('a[href], button, input').matches('h3 a'))";
    assert!(page.is(first), "something of a card comes before its title");
}

fn the_focus_goes_to_the_next_chip(page: &Page<'_>) {
    page.open("#/?type=report&theme=assessment");
    becomes("chips", 2, || page.n_shown("#chips button.chip"));
    page.session.click("#chip-0");
    becomes("chips after one is taken away", 1, || page.n_shown("#chips button.chip"));
    becomes("the focus", "chip-0".to_owned(), || focused(page));
    page.session.click("#chip-0");
    becomes("chips after both are taken away", 0, || page.n_shown("#chips button.chip"));
    becomes("the focus without chips", "results-title".to_owned(), || focused(page));
}

fn going_back_with_filters_open_leaves_a_live_page(page: &Page<'_>) {
    page.session.be_phone();
    page.open("#/?view=compare&compare=golden-ticket");
    page.session.click("#section-results");
    becomes("the list", true, || page.session.shows("#results h3 a"));
    page.session.click("#open-filters");
    becomes("the header lies under the filters", true, || page.is("document.querySelector('header.top').inert"));
    page.session.back();
    becomes("the comparison", true, || page.session.shows("#comparison table"));
    becomes("the header answers", false, || page.is("document.querySelector('header.top').inert"));
}

fn the_compare_bar_leads_to_the_top_of_the_comparison(page: &Page<'_>) {
    page.open("#/?compare=golden-ticket");
    page.session.run("window.scrollTo(0, 900)", &[]);
    page.session.click("#compare-bar a");
    becomes("the comparison", true, || page.session.shows("#comparison table"));
    becomes("the focus", "results-title".to_owned(), || focused(page));
    until("the top of the page", || page.number("scrollY"), |top| *top < 1.0);
}
