//! Scenarios: what a reader prints is all on paper, as what it is.

use serde_json::json;

use crate::Scenario;
use crate::harness::browsers::Browser;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::shelf::{SHELF, THREE, kept, open_with, owned, push, set, stored};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("three to six compared resources are all on the paper", compared_resources_are_all_on_the_paper),
    ("three compared resources are on one page", three_compared_resources_are_on_one_page),
    ("a shared list has whole addresses on paper", a_shared_list_has_whole_addresses_on_paper),
    ("the printed table has all results, a row each, and says what they are", the_printed_table_has_all_results),
    ("a list is printed with boxes to tick, and with notes where they are wanted", a_list_is_printed_to_tick),
    ("paper has a code of the link where there is one", paper_has_a_code_of_the_link),
    ("layouts for narrow windows are for screens", layouts_for_widths_are_for_screens),
];

/// Letter and A4 upright, in CSS pixels, without the margins of `print.css`.
const PAPERS: [u32; 2] = [702, 680];

fn compared_resources_are_all_on_the_paper(page: &Page<'_>) {
    let known = Known::read();
    let ids: Vec<&str> = known.resources().iter().take(6).filter_map(|resource| resource["id"].as_str()).collect();
    for n in 3..=6 {
        let compared: Vec<String> = ids[..n].iter().map(|id| format!("&compare={id}")).collect();
        page.open(&format!("#/?view=compare{}", compared.concat()));
        becomes("columns", n, || page.n_shown("#comparison thead th"));
        for width in PAPERS {
            if !page.session.be_paper(Some(width)) {
                return;
            }
            let outside = page.text_of(
                "[...document.querySelectorAll('#comparison :is(th, td)')].filter(cell => cell.getClientRects().length).filter(cell => {
                    const box = cell.getBoundingClientRect();
                    return box.left < -1 || innerWidth + 1 < box.right || box.width < 40;
                }).length",
            );
            let in_a_row = page.text_of(
                "new Set([...document.querySelectorAll('#comparison thead th')]
                    .map(cell => Math.round(cell.getBoundingClientRect().top))).size",
            );
            page.session.be_paper(None);
            assert_eq!((outside.as_str(), in_a_row.as_str()), ("0", "1"), "{n} on paper of {width} px");
        }
    }
}

/// Counted in the file that the driver of Chromium prints: Letter upright and across. The code of the link is on it.
fn three_compared_resources_are_on_one_page(page: &Page<'_>) {
    if page.session.browser != Browser::Chromium {
        return;
    }
    let ids = ["moving-toward-mastery", "fit-for-purpose-taking-the-long-view", "levers-and-logic-models"];
    page.open(&format!("#/?view=compare{}", ids.map(|id| format!("&compare={id}")).concat()));
    becomes("columns", 3, || page.n_shown("#comparison thead th"));
    for (width, height) in [(21.59, 27.94), (27.94, 21.59)] {
        let pdf = page.session.post("print", &json!({ "page": { "width": width, "height": height } }));
        let n_pages = "return (atob(arguments[0]).match(/\\/Type\\s*\\/Page[^s]/g) || []).length";
        assert_eq!(page.session.run(n_pages, &[pdf]), 1, "{width} cm wide");
    }
}

fn a_shared_list_has_whole_addresses_on_paper(page: &Page<'_>) {
    page.open(&format!("#/?view=shelf&list=Begin{}", THREE.map(|id| format!("&item={id}")).concat()));
    becomes("resources", 3, || page.n_shown(".arrived .card"));
    if !page.session.be_paper(Some(PAPERS[0])) {
        return;
    }
    let printed = page.text_of(
        "[...document.querySelectorAll('.arrived .source')].map(link => {
            const box = link.getBoundingClientRect();
            return getComputedStyle(link, '::after').content + (box.left < 0 || innerWidth < box.right ? ' is cut' : '');
        }).join(' ')",
    );
    page.session.be_paper(None);
    assert!(
        (printed.matches("attr(href)").count() == 3 || printed.matches("http").count() == 3)
            && !printed.contains("cut"),
        "{printed}"
    );
}

fn a_list_is_printed_to_tick(page: &Page<'_>) {
    open_with(page, SHELF, &stored("Board", &THREE));
    becomes("the list", owned(&THREE), || kept(page));
    push(page, &format!("add-note:{}", THREE[0]));
    until("a field", || page.n_shown("#kept textarea"), |n| *n == 1);
    let write = "const box = document.querySelector('#kept textarea'); box.value = 'Ask Maine';
        box.dispatchEvent(new Event('input', { bubbles: true })); box.dispatchEvent(new Event('change', { bubbles: true }))";
    page.session.run(write, &[]);
    set(page, "list-for", "Teachers");
    push(page, "shelf-paper");
    set(page, "shelf-layout", "checklist");
    // The page has what is printed only while the browser takes it.
    page.session.run(
        "window.print = () => { dispatchEvent(new Event('beforeprint')); window.paper = document.querySelector('#sheet').innerHTML; \
        window.ticks = [...document.querySelectorAll('#sheet .checklist > li')].map(item => item.textContent); \
        dispatchEvent(new Event('afterprint')) }",
        &[],
    );
    push(page, "shelf-print");
    becomes("boxes", 3.0, || page.number("window.ticks?.length ?? -1"));
    let paper = page.text_of("window.paper");
    assert!(paper.contains("For whom: Teachers") && !paper.contains("Ask Maine"), "{paper}");
    for part in ["Golden Ticket", "New Profit", "http://goldenticketlawrence.newprofit.org"] {
        assert!(page.text_of("window.ticks[0]").contains(part), "{part} is not on the paper");
    }
    push(page, "shelf-paper-notes");
    push(page, "shelf-print");
    becomes("the note", true, || page.text_of("window.ticks[0]").contains("Ask Maine"));
    assert!(!page.text_of("window.ticks[1]").contains("Ask Maine"));
}

fn paper_has_a_code_of_the_link(page: &Page<'_>) {
    let print = "dispatchEvent(new Event('beforeprint'))";
    page.open("#/?type=report");
    page.session.run(print, &[]);
    becomes("a head", 1, || page.n_shown("#sheet .sheet-head"));
    becomes("a code", 1, || page.n_shown("#sheet svg.code path"));
    assert!(page.texts("#sheet .address").concat().contains("type=report"));
}

fn the_printed_table_has_all_results(page: &Page<'_>) {
    let print = "dispatchEvent(new Event('beforeprint'))";
    page.open("#/?view=table");
    let all = page.count();
    becomes("rows on the screen", 25, || page.n_shown("#table tbody tr"));
    page.session.run(print, &[]);
    becomes("rows on paper", all, || page.n_shown("#sheet table tbody tr"));
    let head = page.texts("#sheet .sheet-head").concat();
    assert!(head.contains("resources") && !head.contains("whole catalog"), "{head}");
    assert_eq!(page.texts("#sheet thead th"), page.texts("#table thead th")[..page.n_shown("#sheet thead th")]);
    page.session.run("dispatchEvent(new Event('afterprint'))", &[]);
    becomes("nothing of it stays", 0, || page.n_shown("#sheet table"));
    page.open("#/?view=table&q=grading&type=report&-place=Maine");
    let n = until("fewer", || page.count(), |n| (1..all).contains(n));
    page.session.run(print, &[]);
    becomes("rows of what was asked", n, || page.n_shown("#sheet table tbody tr"));
    let head = page.texts("#sheet .sheet-head").concat();
    for said in ["grading", "Report", "Maine", &format!("{n} resource")] {
        assert!(head.contains(said), "{said} is not said: {head}");
    }
    if page.session.be_paper(Some(PAPERS[0])) {
        let displays = page.text_of("getComputedStyle(document.querySelector('#sheet tbody tr')).display");
        let is_hidden = page.text_of("getComputedStyle(document.querySelector('main')).display");
        page.session.be_paper(None);
        assert_eq!((displays.as_str(), is_hidden.as_str()), ("table-row", "none"));
    }
}

/// The rules that stand under a condition on the width alone hold on paper too, whose width is that of a phone.
fn layouts_for_widths_are_for_screens(page: &Page<'_>) {
    page.open("");
    let rules = page.session.run(
        "const conditions = rules => [...rules].flatMap(rule => [
            ...(rule instanceof CSSMediaRule ? [rule.media.mediaText] : []),
            ...(rule.cssRules ? conditions(rule.cssRules) : []),
        ]);
        return [...document.styleSheets].flatMap(sheet => conditions(sheet.cssRules)).filter(text => /width/.test(text))",
        &[],
    );
    let rules: Vec<&str> = rules.as_array().into_iter().flatten().filter_map(|rule| rule.as_str()).collect();
    assert!(rules.len() > 5, "{rules:?}");
    let meant: Vec<&&str> = rules.iter().filter(|rule| !rule.contains("screen") && !rule.contains("print")).collect();
    assert!(meant.is_empty(), "for which media? {meant:?}");
}
