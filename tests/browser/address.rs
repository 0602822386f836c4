//! Scenarios: the address says what is shown, and the browser's own buttons work.

use crate::Scenario;
use crate::known::Known;
use crate::page::Page;
use crate::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("an address brings back everything it says", an_address_brings_back_everything),
    ("a changed fragment changes what is shown", a_changed_fragment_changes_what_is_shown),
    ("a query string is read like a fragment", a_query_string_is_read_like_a_fragment),
    ("nonsense in an address does no harm", nonsense_in_an_address_does_no_harm),
    ("back takes away one choice after another", back_takes_away_one_choice_after_another),
    ("back returns to the same place in the list", back_returns_to_the_same_place),
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

/// The id of the nth result, and a selector of its link.
fn result_link(page: &Page<'_>, nth: usize) -> (String, String) {
    let id = page.attributes("#results > li article", "data-id").swap_remove(nth);
    let link = format!("#results article[data-id='{id}'] h3 a");
    (id, link)
}
