//! Scenarios: the cloud and the comparison, and the page on a phone.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::window::{NARROWEST, PHONE, WIDEST_PHONE};
use crate::picture_files::at_rest;

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a word of the cloud filters", a_word_of_the_cloud_filters),
    ("chosen resources stand side by side", chosen_resources_stand_side_by_side),
    ("a phone shows everything without scrolling sideways", a_phone_shows_everything),
    ("on a phone cards are low and show what matched, and nothing is cut or lies over another", a_phone_has_room),
    ("on a phone the filters open and close", on_a_phone_the_filters_open_and_close),
];

fn a_word_of_the_cloud_filters(page: &Page<'_>) {
    page.open("");
    let all = page.count();
    page.session.click("#view-cloud");
    until("words in the cloud", || page.n_shown("#cloud button[aria-pressed]:has(.count)"), |n| 10 <= *n);
    at_rest(page);
    page.session.click("#cloud button[aria-pressed='false']:has(.count)");
    until("the count", || page.count(), |count| (1..all).contains(count));
    becomes("pressed words", 1, || page.n_shown("#cloud button[aria-pressed='true']:has(.count)"));
    at_rest(page);
    page.session.click("#cloud button[aria-pressed='true']:has(.count)");
    becomes("the count without the word", all, || page.count());
    page.session.click("#view-list");
    becomes("the list shows", true, || page.session.shows("#results h3 a"));
}

fn chosen_resources_stand_side_by_side(page: &Page<'_>) {
    page.open("");
    let titles = page.titles();
    for title in &titles[..2] {
        page.session.click("#results input[name=compare]:not(:checked)");
        until(title, || page.n_shown("#results input[name=compare]:checked"), |n| 1 <= *n);
    }
    becomes("chosen resources", 2, || page.n_shown("#results input[name=compare]:checked"));
    page.session.click("#view-compare");
    becomes("the comparison shows", true, || page.session.shows("#comparison table"));
    let table = page.texts("#comparison table").concat();
    for title in &titles[..2] {
        assert!(table.contains(title), "{title:?} is not compared: {table}");
    }
    until("the address", || page.fragment(), |fragment| fragment.matches("compare=").count() == 2);
}

fn a_phone_shows_everything(page: &Page<'_>) {
    page.session.be_phone();
    let views =
        ["", "#/", "#/?q=competency&theme=assessment", "#/?q=zzzzzz", "#/?open=golden-ticket", "#/?about=assessment"];
    let shapes = ["cloud", "map", "time", "together", "table", "sets"].map(|view| format!("#/?view={view}"));
    let comparison = "#/?compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view&view=compare";
    for view in views.into_iter().chain([comparison]).chain(shapes.iter().map(String::as_str)) {
        page.open(view);
        until("the width of a phone", || page.number("innerWidth"), |width| *width <= WIDEST_PHONE);
        let too_wide = page.number("document.documentElement.scrollWidth - innerWidth");
        assert!(too_wide <= 0.0, "{view}: {too_wide} px too wide because of {}", page.text_of(TOO_WIDE));
    }
}

fn a_phone_has_room(page: &Page<'_>) {
    for width in [NARROWEST, PHONE.0] {
        page.session.be_wide(width);
        page.open("#/?q=grading&view=list");
        until("cards", || page.n_shown("#results article"), |n| *n > 10);
        let heights = page
            .number("Math.max(...[...document.querySelectorAll('#results article')].map(card => card.offsetHeight))");
        assert!(heights <= 160.0, "a card is {heights} px high at {width} px");
        assert_eq!(page.text_of(MATCHES_OUT_OF_SIGHT), "", "at {width} px");
        page.open("#/?view=together&theme=grading");
        becomes("the whole name of the view", 0.0, || page.number(CUT_FROM_CHOICE));
        assert!(page.is(BAR_IS_WHOLE), "something of the bar is outside at {width} px");
        page.open(
            "#/?compare=golden-ticket&compare=moving-toward-mastery&compare=levers-and-logic-models&view=compare",
        );
        until("dots", || page.n_shown("#comparison .dots"), |n| *n > 0);
        assert_eq!(page.text_of(HIGHER_THAN_ROWS), "", "at {width} px");
    }
}

/// The cards with a word of the query in the summary of which none is seen.
const MATCHES_OUT_OF_SIGHT: &str = "[...document.querySelectorAll('#results .summary:has(mark)')].filter(summary => {
    const box = summary.getBoundingClientRect();
    return ![...summary.querySelectorAll('mark')].some(mark => mark.getBoundingClientRect().bottom <= box.bottom + 2);
}).map(summary => summary.closest('article').dataset.id).join(' ')";

/// How many pixels of the longest name of a view the choice has no room for.
const CUT_FROM_CHOICE: &str = "(choice => {
    const style = getComputedStyle(choice);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = [style.fontWeight, style.fontSize, style.fontFamily].join(' ');
    const room = choice.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const wanted = Math.max(...[...choice.options].map(option => pen.measureText(option.text).width));
    return Math.max(0, Math.floor(wanted - room));
})(document.querySelector('#view-choice'))";

const BAR_IS_WHOLE: &str =
    "[...document.querySelectorAll('.bar :is(h2, button, select)')].filter(part => part.offsetWidth)
    .every(part => part.getBoundingClientRect().right <= innerWidth && part.scrollWidth <= part.clientWidth + 1)";

/// Cells of dots that are higher than their rows.
const HIGHER_THAN_ROWS: &str = "[...document.querySelectorAll('#comparison .dots > td')]
    .filter(cell => cell.parentElement.offsetHeight + 1 < cell.offsetHeight).map(cell => cell.textContent).join(' ')";

fn on_a_phone_the_filters_open_and_close(page: &Page<'_>) {
    page.session.be_phone();
    page.open("");
    assert!(!page.session.shows("#facets"), "the filters are open from the start");
    page.session.click("#open-filters");
    becomes("the filters show", true, || page.session.shows("#facets [data-facet='type']"));
    let n_reports = page.choose("type", "report");
    becomes("the count", n_reports, || page.count());
    until("the button", || page.texts("#show-results").concat(), |text| text.contains(&n_reports.to_string()));
    assert!(page.is(IN_SIGHT), "the button is out of sight");
    assert!(page.is(NOT_TOO_WIDE), "the open filters scroll sideways");
    page.session.click("#show-results");
    becomes("the filters are closed", false, || page.session.shows("#facets"));
    becomes("the list shows", true, || page.session.shows("#results h3 a"));
}

const NOT_TOO_WIDE: &str = "document.documentElement.scrollWidth <= innerWidth";

const IN_SIGHT: &str = "(box => 0 <= box.top && box.bottom <= innerHeight && 0 < box.height)
    (document.querySelector('#show-results').getBoundingClientRect())";

/// Names the elements that reach beyond the right edge.
const TOO_WIDE: &str = "[...document.querySelectorAll('body *')]
    .filter(element => innerWidth < element.getBoundingClientRect().right)
    .map(element => element.tagName + '.' + element.className + '#' + element.id).slice(0, 8).join(', ')";
