//! The page while it loads: what stands still is said, what goes on is not, and what is missing or damaged fails with a word.

use std::thread::sleep;
use std::time::Duration;

use crate::damaged_catalogs;
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::session::Session;
use crate::harness::site::Site;

/// Notes down whether the page ever said that it stands still.
const NOTE_STALLS: &str = "new MutationObserver(() => {
    if (document.getElementById('stalled')) sessionStorage.setItem('stalled', '1');
}).observe(document, { childList: true, subtree: true });";

/// Has whatever the page would do after seconds never come.
const ENDLESS: &str =
    "{ const later = setTimeout; setTimeout = (act, time, ...rest) => time < 5000 ? later(act, time, ...rest) : 0; }";

/// What the address asks for.
const ASKED: &str = "#/?view=list&sort=title";

pub(crate) fn says_what_does_not_come(session: &Session) -> Vec<String> {
    let catalog = Known::read().catalog.to_string();
    let case = |name: &str, site: Site, check: fn(&Page<'_>)| {
        crate::failure_of(name, session, &site, |page| {
            page.load(ASKED);
            until("the page", || page.text_of("location.hash"), |hash| hash == ASKED);
            check(page);
            assert_eq!(page.text_of("location.hash"), ASKED, "the address");
        })
    };
    let cases = [
        case("a module that never comes is said", Site::slow(".wasm").quick(), stalls),
        // At the pace of the page: the first script of the page gives up at the same time, unless the one that starts it has come.
        case("a module that never comes is said, however long it takes", Site::slow(".wasm"), |page| {
            becomes("a word", 1, || page.n_shown("#stalled button"));
            sleep(Duration::from_secs(1));
            assert_eq!((page.state(), page.n_shown("#stalled button")), ("loading".to_owned(), 1));
        }),
        case("a script of the module that never comes is said", Site::slow(&Site::module_script()).quick(), stalls),
        case("a catalog that never comes is said", Site::slow("catalog.json").quick(), stalls),
        case("a catalog that stops in the middle is said", Site::stuck(catalog.as_bytes()).quick(), |page| {
            stalls(page);
            page.session.click("#stop-loading");
            becomes("the state", "ready".to_owned(), || page.state());
        }),
        case("style sheets that never come do not hold the page up in silence", Site::slow(".css").quick(), |page| {
            // Firefox runs no script behind a sheet that is on its way, whatever becomes of its link.
            let is_said = || page.texts("#stalled").concat().contains("Try again");
            until("the page or a word", || page.state() == "ready" || is_said(), |is_so| *is_so);
            assert!(!page.session.shows("#no-scripts"), "it says that scripts are switched off, which they are not");
        }),
        case(
            "a catalog that comes in drips is whole",
            Site::dripped(catalog.as_bytes()).so_quick(3).and_script(NOTE_STALLS),
            |page| {
                is_ready(page);
                assert_eq!(page.text_of("sessionStorage.getItem('stalled')"), "", "it was said to stand still");
            },
        ),
        case("a saved index that never comes is not waited for", Site::with_slow_index().quick(), is_ready),
        case("a reader need not wait for a saved index", Site::with_slow_index().and_script(ENDLESS), |page| {
            page.session.click("#stop-loading");
            is_ready(page);
        }),
        case("a module that is missing is said", Site::without(".wasm"), fails),
        case("a script of the module that is missing is said", Site::without(&Site::module_script()), fails),
        case("a module of which half is there is said", Site::halved(".wasm"), fails),
    ];
    cases.into_iter().flatten().chain(lists_some_findings(session)).collect()
}

/// The page loads, and says that it has stood still; loading it anew is one press.
fn stalls(page: &Page<'_>) {
    let said = until("a word", || page.texts("#stalled").concat(), |text| text.contains("Try again"));
    assert!(said.len() > 40, "{said}");
    assert_eq!(page.state(), "loading");
    page.session.click("#stalled button");
    let kind = || page.text_of("performance.getEntriesByType('navigation')[0]?.type");
    becomes("how it was loaded", "reload".to_owned(), kind);
    until("a word after another load", || page.texts("#stalled").concat(), |text| text.contains("Try again"));
}

fn is_ready(page: &Page<'_>) {
    becomes("the state", "ready".to_owned(), || page.state());
    becomes("the count", Known::read().n_resources(), || page.count());
    assert!(!page.session.shows("#stalled"), "it is said to stand still");
}

fn fails(page: &Page<'_>) {
    becomes("the state", "failed".to_owned(), || page.state());
    until("a word", || page.texts("#failure").concat(), |text| text.contains("Try again"));
    becomes("the plain list shows", true, || page.session.shows("#plain li a"));
    assert!(!page.session.shows("#stalled"), "it is said to stand still");
}

/// As a damaged transfer leaves it: thousands of findings, of which a part is listed.
fn lists_some_findings(session: &Session) -> Option<String> {
    const N: usize = 3_000;
    let site = Site::with_catalog(Some(damaged_catalogs::with_findings(N).as_bytes()));
    crate::failure_of("of many findings some are listed and all are counted", session, &site, |page| {
        page.open("");
        becomes("what is listed", competency_explorer::limits::FINDINGS_SHOWN + 1, || page.n_shown("#findings li"));
        let last = page.texts("#findings li:last-child").concat();
        assert!(last.contains("2,900"), "{last}");
        assert!(page.texts("#findings summary").concat().contains("3,000"));
    })
}
