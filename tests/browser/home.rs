//! Scenarios: the first page leads to queries, themes, states and lists, and a bare address leads to it.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("the first page leads on", the_first_page_leads_on),
    ("the first page is at the bare address", the_first_page_is_at_the_bare_address),
    ("the first page fits a narrow phone", the_first_page_fits_a_narrow_phone),
];

const HOME: &str = "#/";

fn shows_home(page: &Page<'_>) -> bool {
    page.session.shows(".home .promise h2")
}

fn the_first_page_leads_on(page: &Page<'_>) {
    for (link, ends) in [
        (".home .examples a", "#results article"),
        (".home .doors a", "#results article"),
        (".home .tile a", "#theme-title"),
        (".home .square a", "#theme-title"),
        (".home .starts a", "#results-title"),
        (".home .gaps a", "#theme-title"),
        (".home .newest a", "#record-title"),
        (".home a.primary", "#results article"),
    ] {
        page.open(HOME);
        becomes("the first page", true, || shows_home(page));
        page.session.click(link);
        until(
            &format!("{link} leads to {ends}"),
            || (shows_home(page), page.session.shows(ends)),
            |now| *now == (false, true),
        );
        page.session.back();
        becomes("the first page after going back", true, || shows_home(page));
    }
}

fn the_first_page_is_at_the_bare_address(page: &Page<'_>) {
    page.open("#/?type=report");
    becomes("no first page", false, || shows_home(page));
    page.session.click("header.top h1 a");
    becomes("the first page", true, || shows_home(page));
    becomes("the address", "/".to_owned(), || page.fragment());
    page.search("rubric");
    becomes("the first page while typing", false, || shows_home(page));
    until("results", || page.n_shown("#results article"), |n| *n > 0);
}

fn the_first_page_fits_a_narrow_phone(page: &Page<'_>) {
    page.session.be_phone();
    page.open(HOME);
    becomes("the first page", true, || shows_home(page));
    let too_wide = page.number("document.documentElement.scrollWidth - innerWidth");
    assert!(too_wide <= 0.0, "{too_wide} px too wide");
    // A column of single letters is a text that is not read.
    let narrow = "[...document.querySelectorAll('.home h4, .home li > b, .home p, .home h3')]
        .filter((text) => text.textContent && text.offsetWidth && text.offsetWidth < 4 * 16).map((text) => text.textContent).join()";
    assert_eq!(page.text_of(narrow), "");
}
