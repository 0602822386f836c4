//! What stands before the app does, and when it or its catalog comes late, in part or not at all.

use serde_json::json;

use crate::harness::browsers::Browser;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};

pub(crate) fn stands_before_the_app(session: &Session) -> Vec<String> {
    let known = Known::read();
    let catalog = known.catalog.to_string();
    let cases = [
        crate::failure_of("title and list are there before the program is", session, &Site::slow(".wasm"), |page| {
            page.load("");
            shows_the_first_page(page, &known);
        }),
        crate::failure_of(
            "title and list are there before the catalog is",
            session,
            &Site::slow("catalog.json"),
            |page| {
                page.load("");
                shows_the_first_page(page, &known);
                until("the progress", || page.n_shown("#loading progress"), |n| *n == 1);
                shows_the_first_page(page, &known);
            },
        ),
        crate::failure_of(
            "a catalog that ends in the middle is said",
            session,
            &Site::with_catalog(Some(&catalog.as_bytes()[..catalog.len() / 2])),
            |page| {
                page.open("");
                let n = page.count();
                let said = until("an open notice", || page.session.text("#part"), |text| text.contains("damaged"));
                assert!(said.contains(&format!("{n} resources")) && said.contains("Try again"), "{said}");
                assert!((1..known.n_resources()).contains(&n), "{n}");
            },
        ),
        crate::failure_of(
            "what came before a connection broke can be used",
            session,
            &Site::cut(catalog.as_bytes()),
            |page| {
                page.open("");
                let n = page.count();
                assert!((known.n_resources() / 3..known.n_resources()).contains(&n), "{n}");
                let said = until("an open notice", || page.session.text("#part"), |text| text.contains("Try again"));
                assert!(said.contains(&format!("{n} resources")), "{said}");
                page.search("grading");
                until("fewer", || page.count(), |found| (1..n).contains(found));
            },
        ),
        crate::failure_of(
            "without the script that starts it, the page says why it is a list",
            session,
            &Site::without("boot.js"),
            |page| {
                page.load("");
                becomes("the plain list", true, || page.session.shows("#plain li a"));
                becomes("a word", true, || page.session.shows("#no-scripts"));
            },
        ),
        crate::failure_of(
            "while the script that starts it does not come, the list is there, and a word follows; when it comes, it starts",
            session,
            &Site::slow("boot.js"),
            |page| bears_a_late_script(page, &known),
        ),
        crate::failure_of("without style sheets there is one list, not two", session, &Site::without(".css"), |page| {
            page.open("");
            becomes("the results", true, || page.session.shows("#results h3 a"));
            assert!(!page.session.shows("#plain") && !page.session.shows("#no-scripts"), "the plain list is there too");
        }),
    ];
    let both = [Form::SingleFile, Form::HostedFolder].into_iter().filter_map(|form| {
        let name = format!("{form}: the app takes its place without a jump");
        crate::failure_of(&name, session, &Site::built(form), takes_its_place)
    });
    cases.into_iter().flatten().chain(both).collect()
}

/// In a window of its own: drivers wait for a page to load whole, and this one does not. `MiniBrowser` opens none, so there it is a frame, where
/// the list is hidden while the page loads.
fn bears_a_late_script(page: &Page<'_>, known: &Known) {
    // An empty page of the same origin.
    page.session.visit(&format!("{}no-such-file", page.site.address));
    let is_frame = page.session.browser == Browser::WebKit;
    let open = "const frame = document.createElement('iframe');
        if (!arguments[1]) return void (window.other = open(arguments[0]));
        frame.src = arguments[0];
        document.body.append(frame);
        window.other = frame.contentWindow";
    page.session.run(open, &[json!(format!("{}#/?view=list", page.site.address)), json!(is_frame)]);
    let shows =
        |selector: &str| page.is(&format!("!!other.document.querySelector('{selector}')?.getClientRects().length"));
    let state = || page.text_of("other.document.documentElement.dataset.state ?? ''");
    becomes("the plain list", true, || page.is("!!other.document.querySelector('#plain li a')"));
    becomes("the plain list shows", !is_frame, || shows("#plain li a"));
    assert_eq!(state(), "loading");
    assert!(!shows("#no-scripts"), "scripts run");
    becomes("a word", true, || shows("#no-scripts"));
    becomes("the list is still there", true, || shows("#plain li a"));
    page.site.let_come("boot.js");
    becomes("the state", "ready".to_owned(), state);
    becomes("the results", true, || shows("#results h3 a"));
    assert!(!shows("#plain") && !shows("#no-scripts"), "the plain list is still there");
    assert_eq!(
        page.text_of("other.document.querySelector('#app h1').textContent"),
        known.catalog["title"].as_str().unwrap_or_default()
    );
    page.session.run("if (other.parent === other) other.close()", &[]);
}

#[track_caller]
fn shows_the_first_page(page: &Page<'_>, known: &Known) {
    becomes("the title", true, || page.session.shows("#plain h1"));
    assert_eq!(page.state(), "loading");
    // On a narrow window the mark stands for it, and it is there to be heard.
    assert_eq!(page.texts("#plain h1"), [known.catalog["title"].as_str().unwrap_or_default()]);
    assert!(page.session.shows("#plain li h3 a"));
    assert!(!page.session.shows("#no-scripts"), "scripts run");
    assert!(page.is("getComputedStyle(document.querySelector('#plain .top-row')).display === 'flex'"), "it is styled");
}

/// Where the title, the number and the first result stand before and after.
fn takes_its_place(page: &Page<'_>) {
    for width in [1280, 390] {
        page.session.be_wide(width);
        page.open("");
        until("results", || page.n_shown("#results h3"), |n| *n > 0);
        #[expect(clippy::cast_possible_truncation, reason = "no page is that large")]
        let number = |expression: &str| page.number(expression).round() as i32;
        let top = |selector: &str| number(&format!("document.querySelector(`{selector}`).getBoundingClientRect().top"));
        let left =
            |selector: &str| number(&format!("document.querySelector(`{selector}`).getBoundingClientRect().left"));
        let places = |of: &str, list: &str| {
            let texts = [format!("{of} h1"), format!("{of} .bar h2"), format!("{list} h3")];
            texts.map(|text| (top(&text), left(&text)))
        };
        let after = places("#app", "#results");
        let titles = page.titles();
        page.session.run(
            "document.querySelector('#app').hidden = true;
             document.querySelector('#plain').hidden = false;
             document.documentElement.dataset.state = 'loading'",
            &[],
        );
        let before = places("#plain", "#plain li");
        let jump = |at: usize| (before[at].0 - after[at].0).abs();
        assert!((0..2).all(|at| jump(at) <= 1), "title, number at {width} px: {before:?}, then {after:?}");
        let jump = jump(2);
        assert!(jump <= 2 && before[2].1 == after[2].1, "the list at {width} px: {before:?}, then {after:?}");
        assert_eq!(page.texts("#plain li h3"), titles, "the same list");
    }
}
