//! Scenarios: resources side by side, sets side by side, the table of results, and addresses that name what is not there.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a comparison is changed by keyboard", a_comparison_is_changed_by_keyboard),
    ("three resources fit a desk with their summaries and all they share", three_resources_fit_a_desk),
    ("what gives a comparison away stands in its bar", what_gives_a_comparison_away),
    ("what all say alike opens on demand", what_all_say_alike_opens),
    ("a note on a resource stays", a_note_on_a_resource_stays),
    ("two sets are made in two clicks", two_sets_are_made_in_two_clicks),
    ("sets begin with a choice and examples", sets_begin_with_a_choice_and_examples),
    ("a place is compared with another", a_place_is_compared_with_another),
    ("the table is sorted and its columns are picked", the_table_is_sorted),
    ("what an address names in vain is said in one line", what_an_address_names_in_vain),
];

const ENTER: &str = "\u{e007}";
const COMPARED: &str =
    "#/?view=compare&compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view&q=competency";

fn heads(page: &Page<'_>) -> Vec<String> {
    page.texts("#comparison thead th > a")
}

fn a_comparison_is_changed_by_keyboard(page: &Page<'_>) {
    page.open(COMPARED);
    let before = until("two columns", || heads(page), |heads| heads.len() == 2);
    page.session.run("document.querySelector('.step.right').focus()", &[]);
    page.session.press(ENTER);
    becomes("moved", vec![before[1].clone(), before[0].clone()], || heads(page));
    let focused = "document.activeElement.matches('.step') && document.activeElement.closest('th').cellIndex === 2";
    becomes("the focus moves along", true, || page.is(focused));
    let rows = || page.n_shown("#comparison tbody:not(.notes) tr:not(.group)");
    let all = rows();
    page.session.click("#differences");
    let different = until("fewer rows", rows, |n| *n < all);
    page.session.click("#complete");
    until("still fewer", rows, |n| *n < different);
    until("the address", || page.fragment(), |at| at.contains("compare=fit-for-purpose"));
    page.session.click("#comparison .remove");
    becomes("one column", 1, || heads(page).len());
    page.session.write("#add-title", "mastery");
    until("offers", || page.n_shown("#comparison .offered button"), |n| 0 < *n);
    page.session.write("#add-title", ENTER);
    becomes("two columns again", 2, || heads(page).len());
}

const THREE: &str = "#/?view=compare&compare=moving-toward-mastery&compare=fit-for-purpose-taking-the-long-view\
    &compare=levers-and-logic-models";

/// The window of a desk is 900 pixels high in Chromium; the others lose some of it to their own bars.
fn three_resources_fit_a_desk(page: &Page<'_>) {
    page.open(THREE);
    until("what they share", || page.n_shown("#comparison .dots"), |n| 2 < *n);
    let end = page.number("document.querySelector('#comparison .matrix').getBoundingClientRect().bottom");
    assert!(end <= 900.0, "what they share ends at {end}");
    assert!(page.is("document.querySelector('#comparison tbody td .long') !== null"), "the summaries come first");
    let said = page.texts("#comparison .lead").concat();
    let shared = page.texts("#comparison .dots.all th").concat();
    assert!(said.starts_with("All 3") && said.contains(&shared), "{said} {shared}");
    // A dot for each resource that has the value, which is named for who can't see it.
    let dots = page.number("document.querySelectorAll('#comparison .dots.all .has').length");
    let rows = page.number("document.querySelectorAll('#comparison .dots.all').length");
    assert!((dots - 3.0 * rows).abs() < 0.5, "{dots} dots in {rows} rows");
    assert_eq!(page.texts("#comparison .dots.all .has")[0], page.texts("#comparison .dots.all th")[0]);
}

fn what_gives_a_comparison_away(page: &Page<'_>) {
    page.open(THREE);
    until("the buttons", || page.n_shown(".bar .take-buttons button"), |n| 3 <= *n);
    assert!(page.is("document.querySelector('#picked-link').getBoundingClientRect().bottom < 112"));
    page.session.click("#picked-open");
    becomes("its formats", true, || page.session.shows(".bar #picked-form"));
    becomes("the table as a file", true, || page.session.shows(".bar #save-csv"));
    page.session.press("\u{e00c}");
    becomes("closed by Escape", false, || page.session.shows("#picked-form"));
    becomes("the focus is back", true, || page.is("document.activeElement.id === 'picked-open'"));
}

fn what_all_say_alike_opens(page: &Page<'_>) {
    page.open(THREE);
    until("the line", || page.texts("#same-rows").concat(), |text| text.starts_with("Same for all 3"));
    assert!(!page.session.shows("#comparison tr.same"), "rows that say the same show");
    page.session.click("#same-rows");
    becomes("its rows show", true, || page.session.shows("#comparison tr.same"));
    becomes("said", "true".to_owned(), || page.attributes("#same-rows", "aria-expanded").concat());
}

fn a_note_on_a_resource_stays(page: &Page<'_>) {
    page.open(COMPARED);
    page.session.empty("#note-golden-ticket");
    page.session.write("#note-golden-ticket", "Ask Maine");
    let note = || page.text_of("document.querySelector('#note-golden-ticket')?.value");
    becomes("typed", "Ask Maine".to_owned(), note);
    page.open(COMPARED);
    becomes("kept", "Ask Maine".to_owned(), note);
    page.session.empty("#note-golden-ticket");
    becomes("gone", String::new(), note);
}

fn two_sets_are_made_in_two_clicks(page: &Page<'_>) {
    page.open("#/?type=report");
    let n = page.count();
    page.session.click("#chip-menu-0");
    page.session.click("#chips .versus");
    becomes("two sets", 2, || page.n_shown("#sets .side"));
    until("the size of A", || page.texts("#sets .side-0 .size").concat(), |text| text.contains(&n.to_string()));
    page.session.run(
        "const box = document.getElementById('value:1');
        box.value = '=guide'; box.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    until("the address", || page.fragment(), |at| at.contains("b=") && at.contains("guide"));
    until("the themes", || page.n_shown("#sets .pairs li"), |n| 5 < *n);
    let titles = || page.texts("#sets .side h3");
    until("their names", titles, |now| now[0].contains("Report") && now[1].contains("Guide"));
    page.session.click("[id='sets-table:1']");
    until("as tables", || page.n_shown("#sets table.twin"), |n| 3 <= *n);
    page.session.click("#add-set");
    becomes("room for a third", 3, || page.n_shown("#sets .side"));
    choose(page, "value:2", "whole");
    until("of three", || page.texts("#sets .short").concat(), |text| text.contains("more than one"));
    becomes("the column of each", 4, || {
        page.n_shown("#sets .twin thead tr:first-child > *") / page.n_shown("#sets .twin")
    });
    page.session.click("[id='remove-set:0']");
    until("one less", titles, |now| now.len() == 2 && now[0].contains("Guide"));
}

/// Chooses an option of a form control by its value.
fn choose(page: &Page<'_>, id: &str, value: &str) {
    let script = format!(
        "const box = document.getElementById('{id}');
        box.value = '{value}'; box.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    page.session.run(&script, &[]);
}

fn sets_begin_with_a_choice_and_examples(page: &Page<'_>) {
    page.open("#/?view=sets");
    becomes("two to choose", 2, || page.n_shown("#sets .side"));
    becomes("nothing compared yet", 0, || page.n_shown("#sets .pairs"));
    choose(page, "facet:0", "type");
    choose(page, "value:0", "=report");
    until("the address of the first", || page.fragment(), |at| at.contains("a=") && !at.contains("b="));
    becomes("the other is of types too", "type".to_owned(), || {
        page.text_of("document.getElementById('facet:1')?.value")
    });
    choose(page, "value:1", "=guide");
    until("compared", || page.n_shown("#sets .pairs li"), |n| 5 < *n);
    page.open("#/?view=sets");
    until("examples", || page.n_shown("#sets .examples a"), |n| 2 < *n);
    page.session.click("#sets .examples a");
    until("compared", || page.n_shown("#sets .pairs li"), |n| 3 < *n);
    until("in the address", || page.fragment(), |at| at.contains("a=") && at.contains("b="));
}

fn a_place_is_compared_with_another(page: &Page<'_>) {
    page.open("#/?about=place%3AMaine");
    page.session.click("#compare-place");
    until("one side", || page.texts("#sets .side h3").concat(), |text| text.contains("Maine"));
    choose(page, "value:1", "=Vermont");
    until("two", || page.texts("#sets .short").concat(), |text| text.contains("Maine") && text.contains("Vermont"));
    page.open("#/");
    page.session.click("#compare-states");
    becomes("by place", "place".to_owned(), || page.text_of("document.getElementById('facet:0')?.value"));
}

fn the_table_is_sorted(page: &Page<'_>) {
    page.open("#/?view=table");
    let titles = || page.texts("#table tbody th");
    until("lines", titles, |titles| 10 < titles.len());
    page.session.click("#sort-title");
    until("the address", || page.fragment(), |at| at.contains("sort=title"));
    becomes("said of the column", "ascending".to_owned(), || {
        page.attributes("#table th[aria-sort]", "aria-sort")[0].clone()
    });
    let columns = || page.n_shown("#table thead th");
    let n = columns();
    page.session.click("#table .columns summary");
    page.session.click("#table .columns input:not(:checked)");
    becomes("one more column", n + 1, columns);
    becomes("the picker stays open", true, || page.session.shows("#table .columns fieldset"));
    until("the address", || page.fragment(), |at| at.contains("show="));
    page.open("#/?view=table&show=type");
    until("lines", titles, |titles| 10 < titles.len());
    let n = columns();
    page.session.click("#table .columns summary");
    page.session.click("[id='column:type']");
    becomes("its box says that the last column stays", "true".to_owned(), || {
        page.text_of("String(document.getElementById('column:type').checked)")
    });
    becomes("the last column stays", n, columns);
}

fn what_an_address_names_in_vain(page: &Page<'_>) {
    let ids = ["a-gone", "b-gone", "golden-ticket"].map(|id| format!("&compare={id}")).concat();
    page.open(&format!("#/?view=map&theme=gone&open=gone&about=gone&type=report{ids}&nonsense=1"));
    becomes("the map", true, || page.session.shows("#map tbody td a"));
    becomes("one line", 1, || page.n_shown("#hints"));
    let said = page.texts("#hints").concat();
    assert!(said.matches("gone").count() >= 3, "{said}");
    let n = page.count();
    page.session.click("#hints button");
    becomes("no line", 0, || page.n_shown("#hints"));
    becomes("nothing else changes", n, || page.count());
    until("the address", || page.fragment(), |at| !at.contains("gone") && at.contains("golden-ticket"));
}
