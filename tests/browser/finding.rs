//! Scenarios: groups of suggestions, spans of years, what is taken away and brought back, what filters offer, the way to the
//! first result.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("suggestions stand in named groups", suggestions_stand_in_named_groups),
    ("keys go to the ends of the list of suggestions", keys_go_to_the_ends_of_the_list),
    ("a misspelled word is offered as it may be meant", a_misspelled_word_is_offered_as_it_may_be_meant),
    ("a span of years in a query is offered as a choice", a_span_of_years_is_offered_as_a_choice),
    ("what is taken away is brought back", what_is_taken_away_is_brought_back),
    ("a search that was cleared is brought back", a_cleared_search_is_brought_back),
    ("the way back is offered until something else is asked", the_way_back_is_offered_until_something_else_is_asked),
    ("a dead end has one way out an effect", a_dead_end_has_one_way_out_an_effect),
    ("a narrow theme is broadened from its chip", a_narrow_theme_is_broadened),
    ("chosen values come first, the others by their counts", chosen_values_come_first),
    ("values stand by their counts once a query has settled", values_stand_by_their_counts),
    ("a value that all results have is left out of its facet", a_value_of_all_is_left_out),
    ("the key that leads to the search box is switched off and on", the_key_is_switched_off),
    ("the skip link leads to the first result", the_skip_link_leads_to_the_first_result),
];

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const TAB: &str = "\u{e004}";

fn focused(page: &Page<'_>) -> String {
    page.text_of("document.activeElement.id")
}

/// The id of the chosen suggestion.
fn active(page: &Page<'_>) -> String {
    page.attributes("#search", "aria-activedescendant").concat()
}

/// Types, and waits for the suggestions for all of it.
#[track_caller]
fn search(page: &Page<'_>, text: &str) {
    page.search(text);
    becomes("what is suggested for", text.to_owned(), || page.attributes("#suggestions", "data-typed").concat());
    becomes("the list", true, || page.session.shows("#suggestions [role=option]"));
}

fn numbers(texts: &[String]) -> Vec<usize> {
    let digits = |text: &String| text.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok();
    texts.iter().filter_map(digits).collect()
}

fn values_stand_by_their_counts(page: &Page<'_>) {
    page.open("#/?view=list");
    let counts = || numbers(&page.texts("[data-facet='theme'] li .count"));
    let before = until("counts", counts, |counts| 2 < counts.len());
    page.search("gradi");
    until("others", counts, |counts| *counts != before && counts.is_sorted_by(|a, b| a >= b));
}

fn suggestions_stand_in_named_groups(page: &Page<'_>) {
    page.open("");
    search(page, "grad");
    let groups = page.attributes("#suggestions > [role=group]", "aria-label");
    assert_eq!(groups.first().map(String::as_str), Some("Search"), "{groups:?}");
    assert!(groups.contains(&"Themes".to_owned()), "{groups:?}");
    let mut once = groups.clone();
    once.dedup();
    assert_eq!(once, groups, "a group stands there twice");
    let n_options = page.n_shown("#suggestions [role=option]");
    assert_eq!(page.n_shown("#suggestions > [role=group] > [role=option]"), n_options, "an option outside of a group");
    assert!(n_options > groups.len(), "{n_options} options in {groups:?}");
    becomes("the number that is announced", vec![n_options], || numbers(&page.texts("#suggestions-status")));
    page.session.press(ESCAPE);
    becomes("nothing is announced of a closed list", String::new(), || page.texts("#suggestions-status").concat());
}

fn keys_go_to_the_ends_of_the_list(page: &Page<'_>) {
    page.open("");
    search(page, "grad");
    let last = format!("suggestion-{}", page.n_shown("#suggestions [role=option]") - 1);
    page.session.press(HOME);
    becomes("nothing is chosen by a key of the box", String::new(), || active(page));
    page.session.press(DOWN);
    becomes("the first", "suggestion-0".to_owned(), || active(page));
    page.session.press(END);
    becomes("the last", last.clone(), || active(page));
    page.session.press(HOME);
    becomes("the first again", "suggestion-0".to_owned(), || active(page));
    page.session.press(UP);
    becomes("the box", String::new(), || active(page));
    page.session.press(UP);
    becomes("the last from the box", last, || active(page));
    becomes("one is marked", 1, || page.n_shown("#suggestions [aria-selected=true]"));
    page.session.press(HOME);
    page.session.press(ENTER);
    becomes("the query that was typed", "/?q=grad".to_owned(), || page.fragment());
    becomes("the list is closed", "false".to_owned(), || page.attributes("#search", "aria-expanded").concat());
}

fn a_misspelled_word_is_offered_as_it_may_be_meant(page: &Page<'_>) {
    page.open("");
    search(page, "gradnig");
    let offered = page.texts("#suggestions [data-kind=spelled]").concat();
    assert!(offered.contains("grading"), "{offered:?}");
    let said = numbers(&[offered]);
    page.session.click("#suggestions [data-kind=spelled]");
    becomes("the query", "/?q=grading".to_owned(), || page.fragment());
    becomes("the count that was said", said, || vec![page.count()]);
}

fn a_span_of_years_is_offered_as_a_choice(page: &Page<'_>) {
    page.open("#/?q=grading+between+2015+and+2020");
    let offered = until("the choice", || page.texts("#recognized button").concat(), |text| text.contains("2015"));
    let said = offered.rsplit(':').next().map(str::to_owned).unwrap_or_default();
    page.session.click("#recognized button");
    until("the address", || page.fragment(), |fragment| fragment == "/?q=grading&year=2015..2020");
    becomes("the count that was said", numbers(&[said]), || vec![page.count()]);
    becomes("nothing more is offered", 0, || page.texts("#recognized").len());
}

fn what_is_taken_away_is_brought_back(page: &Page<'_>) {
    const TWO: &str = "/?theme=assessment&type=report";
    const THREE: &str = "/?theme=assessment&type=report&type=guide";
    for (remove, from, left) in [("#chip-0", TWO, 1), ("#clear-all", TWO, 0), ("[data-facet=type] .clear", THREE, 1)] {
        page.open(&format!("#{from}"));
        let n = page.count();
        page.session.click(remove);
        becomes("the chips that are left", left, || page.n_shown("#chips button.chip"));
        until("what was done", || page.texts("#removed p").concat(), |text| !text.is_empty());
        page.session.click("#undo-removal");
        becomes("the address", from.to_owned(), || page.fragment());
        becomes("the count", n, || page.count());
        becomes("the message is gone", String::new(), || page.texts("#removed p").concat());
        becomes("the focus", "results-title".to_owned(), || focused(page));
    }
}

fn a_cleared_search_is_brought_back(page: &Page<'_>) {
    page.open("#/?q=grading&type=report");
    page.session.click("#clear-search");
    becomes("the address", "/?type=report".to_owned(), || page.fragment());
    page.session.click("#undo-removal");
    becomes("the address before", "/?q=grading&type=report".to_owned(), || page.fragment());
    becomes("the box", "grading".to_owned(), || page.text_of("document.querySelector('#search').value"));
}

fn the_way_back_is_offered_until_something_else_is_asked(page: &Page<'_>) {
    page.open("#/?theme=assessment&type=report");
    page.session.click("#chip-0");
    becomes("the way back", true, || page.session.shows("#undo-removal"));
    page.choose("access", "free");
    becomes("another question has no way back", false, || page.session.shows("#undo-removal"));
    assert_eq!(page.texts("#removed p").concat(), "");
}

fn a_dead_end_has_one_way_out_an_effect(page: &Page<'_>) {
    page.open("#/?q=grading&type=video&place=Maine&year=1990");
    becomes("the count", 0, || page.count());
    let n = until("ways out", || page.n_shown(".nothing button"), |n| *n > 0);
    let mut found = Vec::new();
    for at in 0..n {
        page.open("#/?q=grading&type=video&place=Maine&year=1990");
        let way = format!(".nothing .relaxations li:nth-child({}) button", at + 1);
        let said = page.attributes(&way, "data-count").concat();
        page.session.click(&way);
        becomes("the count that was said", said, || page.count().to_string());
        assert_ne!(page.count(), 0, "a way out to nothing");
        let result = (page.count(), page.titles());
        assert!(!found.contains(&result), "two ways to the same: {result:?}");
        found.push(result);
    }
}

fn a_narrow_theme_is_broadened(page: &Page<'_>) {
    page.open("#/?theme=grading");
    let n = page.count();
    page.session.click("#chip-menu-0");
    page.session.click("#chips .broaden");
    until("more results", || page.count(), |now| n < *now && *now < usize::MAX);
    becomes("one chip", 1, || page.n_shown("#chips button.chip"));
    assert!(!page.fragment().contains("theme=grading"), "{}", page.fragment());
}

fn chosen_values_come_first(page: &Page<'_>) {
    page.open("#/?place=Maine&type=podcast");
    let labels = || page.attributes("[data-facet=type] li input", "value");
    becomes("the chosen one is first", Some("podcast".to_owned()), || labels().into_iter().next());
    let counts = || numbers(&page.texts("[data-facet=type] li:not(.not-stated) .count"));
    let others = until("the counts of the others", || counts().split_off(1), |counts| counts.len() > 1);
    assert!(others.is_sorted_by(|a, b| a >= b), "by what there is now: {others:?}");
    let before = labels();
    page.session.click(&format!("[data-facet=type] input[value='{}']", before[1]));
    until("the address", || page.fragment(), |fragment| fragment.contains(&before[1]));
    assert_eq!(labels()[..2], before[..2], "a value that is chosen moves under the hand");
}

fn a_value_of_all_is_left_out(page: &Page<'_>) {
    page.open("#/?q=type%3Areport&view=list");
    becomes("a facet that narrows", true, || page.session.shows("[data-facet=audience] summary"));
    becomes("a facet of one value, which all have", false, || page.session.shows("[data-facet=type] summary"));
    page.open("#/?type=report&view=list");
    becomes("a facet of which a value is chosen", true, || page.session.shows("[data-facet=type] summary"));
    becomes("other values, which widen", true, || page.n_shown("[data-facet=type] li input") > 1);
}

fn the_key_is_switched_off(page: &Page<'_>) {
    page.open("");
    let press_slash = || {
        page.session.click("#results-title");
        becomes("the focus is away from the box", "results-title".to_owned(), || focused(page));
        page.session.press("/");
    };
    let set = |is_on: bool| {
        page.session.click("#open-tips");
        page.session.click("#slash-key");
        becomes("the box is ticked", is_on, || page.is("document.querySelector('#slash-key').checked"));
        page.session.press(ESCAPE);
        let named = || page.attributes("#search", "aria-keyshortcuts").concat();
        becomes("the name of the key", if is_on { "/" } else { "" }.to_owned(), named);
        becomes("the focus is where the tips were opened", "open-tips".to_owned(), || focused(page));
    };
    press_slash();
    becomes("the focus", "search".to_owned(), || focused(page));
    set(false);
    press_slash();
    assert_eq!(focused(page), "results-title", "the key still leads to the box");
    page.open("");
    press_slash();
    assert_eq!(focused(page), "results-title", "the choice is forgotten");
    set(true);
    press_slash();
    becomes("the focus again", "search".to_owned(), || focused(page));
}

fn the_skip_link_leads_to_the_first_result(page: &Page<'_>) {
    page.open("#/?q=golden+ticket&view=list");
    page.session.run("document.querySelector('.skip').focus()", &[]);
    page.session.press(ENTER);
    let first = page.attributes("#results h3 a", "id").swap_remove(0);
    becomes("the focus", first, || focused(page));
    page.open("#/?open=golden-ticket");
    page.session.run("document.querySelector('.skip').focus()", &[]);
    page.session.press(ENTER);
    becomes("the focus in a record", "record-title".to_owned(), || focused(page));
    let on = || {
        page.session.press(TAB);
        focused(page)
    };
    until("on from there", on, |id| id != "record-title");
}
