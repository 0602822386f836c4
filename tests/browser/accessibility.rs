//! Scenarios: axe-core finds nothing against WCAG 2.2 AA or good practice, whatever the page shows.

use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::browsers::Browser;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::Site;
use crate::harness::tools;
use crate::shelf::{SHELF, THREE, open_with, push, stored};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("axe: the first page", |page| accessible_at(page, "#/")),
    ("axe: the list", |page| accessible_at(page, "")),
    ("axe: a query and a filter", |page| accessible_at(page, "#/?q=competency&theme=assessment")),
    ("axe: suggestions and tips", suggestions_and_tips),
    ("axe: nothing found", |page| accessible_at(page, "#/?q=zzzzzz&type=report")),
    ("axe: a record", |page| accessible_at(page, "#/?open=golden-ticket")),
    ("axe: citations", citations),
    ("axe: the cloud", the_cloud),
    ("axe: the comparison", |page| accessible_at(page, COMPARISON)),
    ("axe: the gap map", |page| accessible_at(page, "#/?view=map")),
    ("axe: the timeline", |page| accessible_at(page, "#/?view=time&stack=audience")),
    ("axe: the connections", |page| accessible_at(page, "#/?view=together")),
    ("axe: the table", |page| accessible_at(page, "#/?view=table")),
    ("axe: two sets", |page| accessible_at(page, "#/?view=sets&a=type%3Dreport&b=type%3Dguide")),
    ("axe: four small sets", |page| {
        accessible_at(page, "#/?view=sets&a=place%3DOhio&b=place%3DIdaho&b=place%3DUtah&b=place%3DIowa");
    }),
    ("axe: sets to choose", |page| accessible_at(page, "#/?view=sets")),
    ("axe: the shelf", the_shelf),
    ("axe: a theme", |page| accessible_at(page, "#/?about=assessment")),
    ("axe: the filters on a phone", the_filters_on_a_phone),
    ("axe: a failure", a_failure),
    ("axe: every view on a phone", every_view_on_a_phone),
    ("axe: every view in the dark", in_the_dark),
];

/// An address of every view, and of the states that have most to read.
const EVERY_VIEW: [&str; 13] = [
    "#/",
    "#/?q=competency&theme=assessment",
    "#/?view=table",
    "#/?open=golden-ticket",
    "#/?about=assessment",
    "#/?view=cloud",
    "#/?view=map",
    "#/?view=time",
    "#/?view=together",
    "#/?view=sets&a=type%3Dreport&b=type%3Dguide",
    "#/?view=shelf",
    "#/?view=embed",
    COMPARISON,
];

const COMPARISON: &str = "#/?view=compare&compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view";

fn accessible_at(page: &Page<'_>, fragment: &str) {
    page.open(fragment);
    finds_nothing(page);
}

/// The picture takes the width at hand a moment after it is there.
fn the_cloud(page: &Page<'_>) {
    page.open("#/?view=cloud");
    let lowest = "Math.min(...[...document.querySelectorAll('#cloud .star button')].map(tag => tag.getBoundingClientRect().height))";
    until("tags as high as a finger needs", || page.number(lowest), |height| 24.0 <= *height);
    finds_nothing(page);
}

fn citations(page: &Page<'_>) {
    page.open("#/?theme=grading");
    page.open_export();
    page.session.click("#take-open");
    becomes("the panel", true, || page.session.shows("#take-entries"));
    finds_nothing(page);
    page.session.click("[id='take-for:3']");
    page.session.run(
        "const box = document.getElementById('take-form'); box.value = 'plan';
        box.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    becomes("the plan", true, || page.session.shows("#take-sitting"));
    finds_nothing(page);
}

/// A list with a note, an item that the catalog lacks, the word on a removal, both panels, a shared list, and a damaged text.
fn the_shelf(page: &Page<'_>) {
    let list = stored("Board", &[THREE[0], THREE[1], "gone-one"]);
    let shared = format!("{SHELF}&list=Shared&item={}", THREE[2]);
    open_with(page, &shared, &list[..list.len() - 1]);
    push(page, &format!("add-note:{}", THREE[0]));
    push(page, &format!("remove-{}", THREE[1]));
    push(page, "shelf-open");
    becomes("the panel", true, || page.session.shows("#shelf-about"));
    // What was pressed was brought into sight, and the header stands over what is above it.
    page.session.run("window.scrollTo(0, 0)", &[]);
    finds_nothing(page);
    push(page, "shelf-paper");
    becomes("the layouts", true, || page.session.shows("#shelf-layout"));
    finds_nothing(page);
    open_with(page, SHELF, "");
    finds_nothing(page);
}

fn suggestions_and_tips(page: &Page<'_>) {
    page.open("#/?theme=grading&theme=pacing&all=theme&-type=video");
    page.session.click("#open-tips");
    page.search("gradi");
    becomes("the suggestions", true, || page.session.shows("#suggestions [role=option]"));
    page.session.press("\u{e015}");
    finds_nothing(page);
}

fn the_filters_on_a_phone(page: &Page<'_>) {
    page.session.be_phone();
    page.open("#/?type=report");
    finds_nothing(page);
    page.open("#/?type=guide");
    page.session.click("#open-filters");
    becomes("the filters show", true, || page.session.shows("#facets [data-facet='type']"));
    finds_nothing(page);
}

fn a_failure(page: &Page<'_>) {
    let site = Site::with_catalog(Some(b"no JSON"));
    let page = Page { session: page.session, site: &site };
    page.load("");
    becomes("the state", "failed".to_owned(), || page.state());
    finds_nothing(&page);
}

/// What is too small or too near for a finger is the same in all browsers.
fn every_view_on_a_phone(page: &Page<'_>) {
    if page.session.browser != Browser::Chromium {
        return;
    }
    page.session.be_phone();
    for fragment in EVERY_VIEW {
        accessible_at(page, fragment);
    }
}

/// Only Chromium can be told in a session to prefer the dark.
fn in_the_dark(page: &Page<'_>) {
    if page.session.browser != Browser::Chromium {
        return;
    }
    let prefer = |value| json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
    page.session.devtools("Emulation.setEmulatedMedia", &prefer("dark"));
    assert!(page.is("matchMedia('(prefers-color-scheme: dark)').matches"), "it is not dark");
    for fragment in EVERY_VIEW {
        accessible_at(page, fragment);
    }
    page.session.be_phone();
    for fragment in EVERY_VIEW {
        accessible_at(page, fragment);
    }
    page.session.devtools("Emulation.setEmulatedMedia", &prefer(""));
}

pub(crate) fn finds_nothing(page: &Page<'_>) {
    let body = format!("{}; {RUN}", tools::axe());
    let result = page.session.run_until_called(&body, &[]);
    assert!(5.0 < result["n_passes"].as_f64().unwrap_or_default(), "axe did not look at the page: {result}");
    let violations: Vec<_> = result["violations"].as_array().into_iter().flatten().map(Value::to_string).collect();
    assert!(violations.is_empty(), "at {}:\n{}", page.fragment(), violations.join("\n"));
}

/// Results out of sight are not laid out yet, and would seem to lie on each other: they are all laid out first.
const RUN: &str = "
    document.querySelectorAll('#results article').forEach(result => { result.style.contentVisibility = 'visible' });
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const brief = node => `${node.target}: ${node.failureSummary.split('\\n').slice(1).join(' ')}`;
    const result = found => ({
        n_passes: found.passes.length,
        violations: found.violations.map(v => ({ rule: v.id, help: v.help, n: v.nodes.length, nodes: v.nodes.slice(0, 4).map(brief) })),
    });
    axe.run(document, { iframes: false, runOnly: { type: 'tag', values: tags } })
        .then(found => done(result(found)), error => done(String(error)));
";
