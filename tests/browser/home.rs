//! Scenarios: the first page leads to queries, themes, states and lists, and a bare address leads to it.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("the first page leads on", the_first_page_leads_on),
    ("the first page is at the bare address", the_first_page_is_at_the_bare_address),
    ("the sections lead away from the page of a theme", the_sections_lead_away_from_a_theme),
    ("another view or query begins at the top", another_view_begins_at_the_top),
    ("the map of states is one press away from the places", the_map_of_states_is_near_the_places),
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

fn the_map_of_states_is_near_the_places(page: &Page<'_>) {
    for (address, link) in [("#/?place=Maine", "#states-of-places"), ("#/?about=place%3AMaine", "#states-of-place")] {
        page.open(address);
        page.session.click(link);
        becomes("the first page", true, || shows_home(page));
        becomes("the focus", "states-title".to_owned(), || page.text_of("document.activeElement.id"));
        let is_in_window =
            "(({ top }) => String(0 <= top && top < innerHeight))(document.activeElement.getBoundingClientRect())";
        becomes("the map is in the window", "true".to_owned(), || page.text_of(is_in_window));
    }
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

fn the_sections_lead_away_from_a_theme(page: &Page<'_>) {
    for (section, shown) in
        [("#section-themes", "#themes-title"), ("#view-shelf", "#shelf"), ("#section-results", "#results h3")]
    {
        page.open("#/?about=assessment");
        becomes("the theme", true, || page.session.shows("#theme-title"));
        page.session.click(section);
        until(section, || (page.session.shows("#theme-title"), page.session.shows(shown)), |now| *now == (false, true));
    }
}

fn another_view_begins_at_the_top(page: &Page<'_>) {
    page.open("");
    let down = || {
        page.session.run("window.scrollTo(0, 1500)", &[]);
        until("down the page", || page.number("scrollY"), |top| 1000.0 < *top);
    };
    down();
    page.session.click("#view-table");
    until("the top of the table", || page.number("scrollY"), |top| *top < 1.0);
    page.session.click("#view-list");
    until("results", || page.n_shown("#results article"), |n| 20 < *n);
    down();
    page.search("mastery");
    until("the top of the results", || page.number("scrollY"), |top| *top < 1.0);
}
