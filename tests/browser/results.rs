//! Scenarios: the page opens, and a reader finds what the catalog has.

use crate::Scenario;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::server::Server;

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a quick filter is one press, and a facet is cleared at once", a_quick_filter_is_one_press),
    ("opens with the whole catalog", opens_with_the_whole_catalog),
    ("asks nobody else for anything", asks_nobody_else_for_anything),
    ("typing narrows the list and is kept in the address", typing_narrows_the_list),
    ("the number of results is said once, after a pause", the_number_is_said_once),
    ("each founding resource is found by its first words", each_founding_resource_is_found),
    ("a chosen value leaves as many as stood beside it", a_chosen_value_leaves_as_many_as_stood_beside_it),
    ("a theme includes its children", a_theme_includes_its_children),
    ("more results come on demand", more_results_come_on_demand),
    ("many results come a part a frame, and Back leads to where one left them", many_results_come_a_part_a_frame),
    ("a slash goes to the search box", a_slash_goes_to_the_search_box),
];

fn opens_with_the_whole_catalog(page: &Page<'_>) {
    page.open("");
    let n_resources = Known::read().n_resources();
    becomes("the count", n_resources, || page.count());
    until("the status", || page.status(), |status| status.contains(&format!("{n_resources} resources")));
    assert_eq!(page.n_shown("#results > li article[data-id]"), 25, "results on the first page");
    assert!(!page.session.shows("#plain"), "the plain list shows beside the real one");
    assert_eq!(page.n_shown("#plain li a"), n_resources, "links in the plain list");
}

fn asks_nobody_else_for_anything(page: &Page<'_>) {
    page.open("#/?q=credit");
    let own = page.site.server.as_ref().map(Server::address);
    let is_own = |address: &String| own.as_ref().is_some_and(|own| address.starts_with(own));
    let strange: Vec<_> = page.session.requests().into_iter().filter(|address| !is_own(address)).collect();
    assert!(strange.is_empty(), "requests to others: {strange:?}");
    if let Some(server) = &page.site.server {
        let asked = server.asked();
        assert!(asked.iter().any(|path| path.contains(".wasm")), "nobody asked for the program: {asked:?}");
        assert!(!asked.iter().any(|path| path.contains("credit")), "a query left the machine: {asked:?}");
    }
}

fn typing_narrows_the_list(page: &Page<'_>) {
    page.open("");
    page.search("seat time");
    until("the address", || page.fragment(), |fragment| fragment.contains("q=seat+time"));
    let count = until("the count", || page.count(), |count| (1..Known::read().n_resources()).contains(count));
    until("the status", || page.status(), |status| status.contains(&count.to_string()));
    let titles = page.titles();
    assert_eq!(titles.len(), count.min(25), "titles shown for {count} results");
    assert!(titles.iter().all(|title| !title.is_empty()), "a result without a title: {titles:?}");
    page.session.empty("#search");
    becomes("the count without a query", Known::read().n_resources(), || page.count());
    until("the address without a query", || page.fragment(), |fragment| !fragment.contains("q="));
}

/// Holds what the page does after a pause until it is released, so that no machine is too slow or too fast for a test of pauses;
/// and hears the status.
const HOLD: &str = "
    const held = new Map(), { setTimeout, clearTimeout } = window;
    window.setTimeout = (run, delay, ...rest) => {
        // Longer ones are those of drivers: WebKit's ends a script that takes too long.
        const isPause = 300 < delay && delay < 5000, id = setTimeout(isPause ? () => {} : run, delay, ...rest);
        if (isPause) held.set(id, run);
        return id;
    };
    window.clearTimeout = id => {
        held.delete(id);
        clearTimeout(id);
    };
    window.release = () => {
        for (const [id, run] of [...held]) {
            held.delete(id);
            run();
        }
    };
    const status = document.querySelector('#status'), heard = window.heardStatus = [];
    new MutationObserver(() => heard.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });";

fn the_number_is_said_once(page: &Page<'_>) {
    page.open("");
    page.session.run(HOLD, &[]);
    let mut n = Known::read().n_resources();
    for typed in ["grading", " rubric"] {
        page.session.write("#search", typed);
        n = until("fewer", || page.count(), |now| (1..n).contains(now));
    }
    let heard = || page.text_of("heardStatus.join(', ')");
    assert_eq!(heard(), "", "said before the results stand");
    page.session.run("release()", &[]);
    until("the status", || page.status(), |status| status.starts_with(&format!("{n} ")));
    assert_eq!(page.text_of("heardStatus.length"), "1", "it says {}", heard());
}

fn each_founding_resource_is_found(page: &Page<'_>) {
    page.open("");
    let known = Known::read();
    for resource in &known.resources()[..12] {
        let title = resource["title"].as_str().unwrap();
        let words: Vec<_> = title.split_whitespace().take(4).collect();
        page.search(&words.join(" "));
        let first_titles = || page.titles().into_iter().take(3).collect::<Vec<_>>();
        until(&format!("{title:?} is among the first three"), first_titles, |titles| titles.iter().any(|t| t == title));
    }
}

fn a_chosen_value_leaves_as_many_as_stood_beside_it(page: &Page<'_>) {
    page.open("");
    let n_resources = Known::read().n_resources();
    let n_reports = page.choose("type", "report");
    assert!((1..n_resources).contains(&n_reports), "the count beside reports is {n_reports}");
    becomes("the count", n_reports, || page.count());
    until("the address", || page.fragment(), |fragment| fragment.contains("type=report"));
    becomes("chips", 1, || page.n_shown("#chips button.chip"));
    let n_of_theme = page.choose("theme", "assessment");
    assert!((1..n_reports).contains(&n_of_theme), "of {n_reports} reports, {n_of_theme} are said to be on assessment");
    becomes("the count of both", n_of_theme, || page.count());
    page.session.click("#clear-all");
    becomes("the count after all filters are gone", n_resources, || page.count());
    assert!(!page.is_chosen("type", "report"), "the box is still ticked");
}

fn a_theme_includes_its_children(page: &Page<'_>) {
    let known = Known::read();
    for theme in ["assessment", "mastery", "equity"] {
        page.open(&format!("#/?theme={theme}"));
        becomes(theme, known.n_with_theme(theme), || page.count());
        assert_eq!(page.count_beside("theme", theme), page.count(), "the count beside {theme}");
    }
}

fn more_results_come_on_demand(page: &Page<'_>) {
    page.open("");
    page.session.click("#more");
    becomes("results", 50, || page.titles().len());
}

fn many_results_come_a_part_a_frame(page: &Page<'_>) {
    page.open("");
    page.session.run(
        "window.addedAtOnce = [];
        new MutationObserver(changes => {
            const added = changes.flatMap(change => [...change.addedNodes]);
            addedAtOnce.push(added.filter(node => node.matches?.('#results > li')).length);
        }).observe(document.body, { childList: true, subtree: true });
        location.hash = '#/?view=list&page=16'",
        &[],
    );
    let n = page.count().min(400);
    let n_cards = || page.number("document.querySelectorAll('#results > li').length");
    until("all cards", n_cards, |found| (*found - number(n)).abs() < 0.5);
    until("the end", || page.is("document.querySelector('#results').hasAttribute('aria-busy')"), |is_busy| !is_busy);
    let most = page.number("Math.max(...addedAtOnce)");
    assert!((1.0..=50.0).contains(&most), "{most} cards came at once");
    page.session.run("scrollTo(0, document.documentElement.scrollHeight)", &[]);
    let top = page.number("Math.round(scrollY)");
    page.session.run("document.querySelector('#view-cloud').click()", &[]);
    until("no cards", n_cards, |found| *found < 0.5);
    page.session.run("history.back()", &[]);
    until("all cards again", n_cards, |found| (*found - number(n)).abs() < 0.5);
    until("the place that was left", || page.number("scrollY"), |now| (now - top).abs() < 300.0);
}

/// A count as scripts have it.
fn number(n: usize) -> f64 {
    u32::try_from(n).unwrap().into()
}

fn a_slash_goes_to_the_search_box(page: &Page<'_>) {
    page.open("");
    page.session.press("/");
    becomes("the focus", "search".to_owned(), || page.text_of("document.activeElement.id"));
    assert_eq!(page.text_of("document.querySelector('#search').value"), "", "the slash was typed");
}

fn a_quick_filter_is_one_press(page: &Page<'_>) {
    page.open("");
    let all = page.count();
    page.session.click("#facets .quick button");
    let n = until("fewer", || page.count(), |n| (1..all).contains(n));
    becomes("it is pressed", 1, || page.n_shown("#facets .quick [aria-pressed=true]"));
    until("the address", || page.fragment(), |fragment| fragment.contains("access=free"));
    page.choose("type", "report");
    until("fewer still", || page.count(), |found| (1..n).contains(found));
    page.choose("type", "guide");
    page.session.click("[data-facet=type] .clear");
    becomes("only the quick filter is left", n, || page.count());
    becomes("the focus", "facet-type".to_owned(), || page.text_of("document.activeElement.id"));
    page.session.click("#facets .quick button");
    becomes("all", all, || page.count());
}
