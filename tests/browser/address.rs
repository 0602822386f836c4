//! Scenarios: the address says what is shown, and the browser's own buttons work.

use crate::Scenario;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("an address brings back everything it says", an_address_brings_back_everything),
    ("a changed fragment changes what is shown", a_changed_fragment_changes_what_is_shown),
    ("a query string is read like a fragment", a_query_string_is_read_like_a_fragment),
    ("nonsense in an address does no harm", nonsense_in_an_address_does_no_harm),
    ("back takes away one choice after another", back_takes_away_one_choice_after_another),
    ("back returns to the same place in the list", back_returns_to_the_same_place),
    ("back returns to a query that was entered", back_returns_to_an_entered_query),
    ("back returns to a query that was left standing", back_returns_to_a_standing_query),
    ("typing makes one entry of the history", typing_makes_one_entry),
    ("the title of the tab says every condition", the_title_says_every_condition),
];

fn an_address_brings_back_everything(page: &Page<'_>) {
    let fragment = "/?q=learning&theme=assessment&type=report&sort=newest";
    page.open(&format!("#{fragment}"));
    let shows_all = || {
        becomes("the query", "learning".to_owned(), || page.text_of("document.querySelector('#search')?.value"));
        becomes("the theme", true, || page.is_chosen("theme", "assessment"));
        becomes("the type", true, || page.is_chosen("type", "report"));
        becomes("the order", "newest".to_owned(), || page.text_of("document.querySelector('#sort')?.value"));
        assert_eq!(page.fragment(), fragment, "the address");
        (page.count(), page.titles())
    };
    let before = shows_all();
    assert!((1..Known::read().n_with_theme("assessment")).contains(&before.0), "the count is {}", before.0);
    page.session.reload();
    becomes("the state after a reload", "ready".to_owned(), || page.state());
    assert_eq!(shows_all(), before, "what is shown after a reload");
    page.open(&format!("#{fragment}&view=cloud"));
    becomes("the cloud", true, || page.session.shows("#cloud button[aria-pressed]"));
    becomes("the count in the cloud", before.0, || page.count());
}

fn a_changed_fragment_changes_what_is_shown(page: &Page<'_>) {
    page.open("#/?theme=assessment");
    let known = Known::read();
    becomes("the count", known.n_with_theme("assessment"), || page.count());
    page.session.visit(&format!("{}#/?theme=equity", page.site.address));
    becomes("the count after the change", known.n_with_theme("equity"), || page.count());
    assert!(!page.is_chosen("theme", "assessment"), "the theme of before is still ticked");
}

fn a_query_string_is_read_like_a_fragment(page: &Page<'_>) {
    // A host passes `?` on; for a file on disk no browser promises anything.
    if page.site.server.is_some() {
        page.open("?theme=assessment");
        becomes("the count", Known::read().n_with_theme("assessment"), || page.count());
    }
}

fn nonsense_in_an_address_does_no_harm(page: &Page<'_>) {
    page.open("#/?theme=no-such-theme&sort=sideways&open=nobody&year=soon&%E0%A4%A=%&view=");
    page.open("#nowhere");
    becomes("the count", Known::read().n_resources(), || page.count());
}

fn back_takes_away_one_choice_after_another(page: &Page<'_>) {
    page.open("");
    let all = page.count();
    let n_reports = page.choose("type", "report");
    becomes("the count of reports", n_reports, || page.count());
    let n_on_theme = page.choose("theme", "mastery");
    becomes("the count on the theme", n_on_theme, || page.count());
    page.session.back();
    becomes("the count after one step back", n_reports, || page.count());
    assert!(page.is_chosen("type", "report") && !page.is_chosen("theme", "mastery"), "the boxes do not follow");
    page.session.back();
    becomes("the count after two steps back", all, || page.count());
    page.session.forward();
    becomes("the count after a step forward", n_reports, || page.count());
}

fn back_returns_to_the_same_place(page: &Page<'_>) {
    page.open("#/?type=report");
    let count = page.count();
    let (id, link) = result_link(page, 12);
    page.session
        .run("document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })", &[link.clone().into()]);
    let scrolled = || page.number("Math.round(scrollY)");
    let before = until("the list is scrolled", scrolled, |top| 300.0 < *top);
    page.session.click(&link);
    becomes("the open record", id.clone(), || page.open_record());
    until("the address", || page.fragment(), |fragment| fragment.contains(&format!("open={id}")));
    page.session.back();
    becomes("the record is closed", String::new(), || page.open_record());
    becomes("the count after going back", count, || page.count());
    until(&format!("the place in the list, {before} px from the top"), scrolled, |top| (top - before).abs() <= 2.0);
    let focused = || page.text_of("document.activeElement.closest('#results article')?.dataset.id");
    becomes("the focus is on the record", id.clone(), focused);
    page.session.forward();
    becomes("the record after going forward", id, || page.open_record());
}

const ENTER: &str = "\u{e007}";

fn back_returns_to_an_entered_query(page: &Page<'_>) {
    page.open("#/?view=list");
    let typed = || page.text_of("document.querySelector('#search').value");
    let all = page.count();
    for query in ["education", "environment"] {
        page.search(&format!("{query}{ENTER}"));
        becomes("the box", query.to_owned(), typed);
    }
    until("the address", || page.fragment(), |at| at.contains("q=environment"));
    page.session.back_by_script();
    becomes("the box after going back", "education".to_owned(), typed);
    until("the results of that", || page.count(), |n| (1..all).contains(n));
    page.session.back_by_script();
    becomes("the box before anything was typed", String::new(), typed);
    page.session.forward_by_script();
    becomes("the box after one step forward", "education".to_owned(), typed);
    page.session.forward_by_script();
    becomes("the box after going forward", "environment".to_owned(), typed);
}

fn back_returns_to_a_standing_query(page: &Page<'_>) {
    page.open("#/?view=list");
    page.search("education");
    until("the address", || page.fragment(), |at| at.contains("q=education"));
    // As long as the page takes for a query to stand, and some more.
    std::thread::sleep(std::time::Duration::from_millis(2600));
    page.search("environment");
    until("the address", || page.fragment(), |at| at.contains("q=environment"));
    page.session.back_by_script();
    becomes("the box after going back", "education".to_owned(), || {
        page.text_of("document.querySelector('#search').value")
    });
}

fn typing_makes_one_entry(page: &Page<'_>) {
    page.open("#/?view=list");
    let before = page.number("history.length");
    for letters in ["com", "pet", "en", "cy"] {
        page.session.write("#search", letters);
        until("the address", || page.fragment(), |at| at.ends_with(letters));
    }
    let after = page.number("history.length");
    assert!(after <= before + 1.0, "{before} entries, then {after}");
}

fn the_title_says_every_condition(page: &Page<'_>) {
    page.open("#/?q=learning&type=report&-place=Maine&year=2016..2019&-audience=");
    let title = || page.text_of("document.title");
    let said = until("the title", title, |title| title.contains("learning"));
    for part in ["“learning”", "Report", "not Maine", "2016 to 2019", "not stated"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
}

/// The id of the nth result, and a selector of its link.
fn result_link(page: &Page<'_>, nth: usize) -> (String, String) {
    let id = page.attributes("#results > li article", "data-id").swap_remove(nth);
    let link = format!("#results article[data-id='{id}'] h3 a");
    (id, link)
}
