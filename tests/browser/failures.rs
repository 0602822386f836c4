//! Scenarios: something is broken, missing or switched off, and the reader still gets the catalog or a plain word.

use serde_json::json;

use crate::damaged_catalogs::{self, Expected};
use crate::harness::browsers::{Ability, Browser};
use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};

/// Every way in which a whole catalog can be broken.
pub(crate) fn bears_broken_catalogs(session: &Session) -> Vec<String> {
    let outcomes = damaged_catalogs::WHOLE.iter().map(|damage| {
        let bytes = (damage.break_it)(&Known::read());
        let site = Site::with_catalog(bytes.as_deref());
        crate::failure_of(damage.name, session, &site, |page| {
            page.load("");
            match damage.expected {
                Expected::Everything => shows_everything(page),
                Expected::Failure => {
                    shows_the_failure(page);
                    assert!(page.texts("#failure button").concat().contains("Try again"), "nothing to press");
                }
                Expected::Word(words) => says(page, words),
            }
        })
    });
    outcomes.flatten().collect()
}

/// A catalog of which only a half comes: a reader need not wait for the rest.
pub(crate) fn can_be_used_before_all_is_there(session: &Session) -> Vec<String> {
    let known = Known::read();
    let site = Site::stuck(known.catalog.to_string().as_bytes());
    let failure = crate::failure_of("a part of a catalog can be used", session, &site, |page| {
        page.load("");
        until("the bar", || page.attributes("#loading progress", "value"), |values| values.iter().any(|n| n != "0"));
        until(
            "resources that came",
            || page.texts("#loading .quiet"),
            |texts| texts.iter().any(|text| !text.is_empty()),
        );
        session.click("#stop-loading");
        becomes("the page's state", "ready".to_owned(), || page.state());
        let n = until("the count", || page.count(), |n| (1..known.n_resources()).contains(n));
        until("a word that this is a part", || page.texts("#part"), |texts| texts.len() == 1);
        page.search("credit");
        until("fewer", || page.count(), |found| (1..n).contains(found));
    });
    failure.into_iter().collect()
}

/// The module traps, as `WebKit`'s own faults make it: once, at every load, or after the page was ready. From disk `WebKit` keeps back
/// what the error is, so both forms are tried.
pub(crate) fn starts_anew_after_a_trap(session: &Session) -> Vec<String> {
    let cases = [Form::HostedFolder, Form::SingleFile].into_iter().flat_map(|form| {
        let site = |script: &str| match form {
            Form::HostedFolder => Site::with_script(script),
            Form::SingleFile => Site::packed_with_script(script),
        };
        let case = |name: &str, script: &str, check: fn(&Page<'_>)| {
            crate::failure_of(&format!("{form}: {name}"), session, &site(script), |page| {
                page.load("#q=credit");
                check(page);
            })
        };
        [
            case("a trap at the first load", &trap_if("!sessionStorage.getItem('seen')"), starts_anew),
            case("a trap at every load", &trap_if("true"), |page| {
                shows_the_failure(page);
                assert_eq!(page.text_of("sessionStorage.getItem('seen')"), "2", "traps");
            }),
            case(
                "a trap when the page is ready",
                &format!("addEventListener('keydown', () => {{ {TRAP} }});"),
                |page| {
                    becomes("the state", "ready".to_owned(), || page.state());
                    page.session.press("x");
                    shows_the_failure(page);
                    page.session.click("#failure button");
                    becomes("the state after another load", "ready".to_owned(), || page.state());
                    assert_eq!(page.text_of("location.hash"), "#q=credit", "the address");
                },
            ),
        ]
    });
    cases.flatten().collect()
}

fn starts_anew(page: &Page<'_>) {
    becomes("the state", "ready".to_owned(), || page.state());
    assert_eq!(page.text_of("location.hash"), "#q=credit", "the address");
    assert_eq!(page.text_of("sessionStorage.getItem('seen')"), "1", "traps");
    let kind = "performance.getEntriesByType('navigation')[0].type";
    assert_eq!(page.text_of(kind), "reload", "how it was loaded");
}

/// Calls a module that does nothing but trap: `(module (func (export "f") unreachable))`.
const TRAP: &str = "
    const bytes = Uint8Array.from(atob('AGFzbQEAAAABBAFgAAADAgEABwUBAWYAAAoFAQMAAAs='), byte => byte.charCodeAt(0));
    setTimeout(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.f)";

/// A script that traps while the page loads, under a condition, and counts how often; nothing goes on then.
fn trap_if(condition: &str) -> String {
    let count = "sessionStorage.setItem('seen', 1 + Number(sessionStorage.getItem('seen')))";
    format!(
        "if ({condition}) {{ {count}; fetch = () => new Promise(() => {{}}); addEventListener('load', () => {{ {TRAP} }}); }}"
    )
}

/// A panic of the module as it is shipped: the browser refuses it elements, which it relies on getting.
pub(crate) fn ends_at_a_panic(session: &Session) -> Vec<String> {
    let failure = crate::failure_of("a panic", session, &Site::with_script(REFUSE_ELEMENTS), |page| {
        page.open("#/?view=list&q=credit");
        page.session.click("#results [aria-pressed=false]");
        until("something saved", || page.text_of(STORED), |stored| stored.contains("\\\"added\\\""));
        let stored = page.text_of(STORED);
        page.session.run("document.documentElement.dataset.refuse = ''", &[]);
        page.session.click("#results h3 a");
        shows_the_failure(page);
        until("a word", || page.session.text("#failure"), |text| text.contains("has stopped"));
        let address = page.text_of("location.hash");
        assert!(address.contains("q=credit"), "{address}");
        // What happens afterwards does not reach the module.
        page.session.run(
            "for (const name of ['popstate', 'hashchange', 'storage', 'focus', 'resize']) dispatchEvent(new Event(name));
             document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))",
            &[],
        );
        assert_eq!(page.text_of("document.documentElement.dataset.traps"), "1", "traps");
        assert_eq!(page.text_of(STORED), stored, "what is saved");
        page.session.click("#failure button");
        becomes("the state after another load", "ready".to_owned(), || page.state());
        // A link whose handler panicked may have been followed by the browser itself.
        let address = page.text_of("location.hash");
        assert!(address.contains("q=credit"), "{address}");
        assert_eq!(page.text_of(STORED), stored, "what is saved");
    });
    failure.into_iter().collect()
}

/// Refuses the module every element while the root says so: until it traps for that.
const REFUSE_ELEMENTS: &str = "{
    const said = document.documentElement.dataset;
    addEventListener('error', ({ error }) => {
        if (!(error instanceof WebAssembly.RuntimeError)) return;
        delete said.refuse;
        said.traps = Number(said.traps ?? 0) + 1;
    }, true);
    for (const [of, name] of [[Document.prototype, 'createElement'], [Node.prototype, 'cloneNode']]) {
        const usual = of[name];
        of[name] = function (...rest) {
            if ('refuse' in said && new Error().stack.includes('wasm')) throw new TypeError('refused');
            return usual.apply(this, rest);
        };
    }
}";

/// All that the page has stored, but for its marks of when.
const STORED: &str = "JSON.stringify(Object.entries(localStorage).sort())";

/// One catalog in which many records are broken, each in another way.
pub(crate) fn keeps_the_good_records(session: &Session) -> Vec<String> {
    let (catalog, n_good) = damaged_catalogs::with_broken_records(&Known::read());
    let site = Site::with_catalog(Some(catalog.to_string().as_bytes()));
    let failure = crate::failure_of("broken records cost no others", session, &site, |page| {
        page.open("");
        until("the count", || page.count(), |count| (n_good..=Known::read().n_resources()).contains(count));
        until("findings", || page.n_shown("#findings li"), |n| damaged_catalogs::N_UNUSABLE <= *n);
        assert!(!page.is("'owned' in document.documentElement.dataset"), "a record's text ran as a script");
        assert!(page.attributes("a[href^='javascript']", "href").is_empty(), "a record's script is a link");
    });
    failure.into_iter().collect()
}

/// A catalog whose words look like markup, inside the single file.
pub(crate) fn shows_markup_as_text(session: &Session) -> Vec<String> {
    let site = Site::packed(&damaged_catalogs::full_of_markup());
    let failure = crate::failure_of("markup in a record stays text", session, &site, |page| {
        page.open("");
        becomes("the count", 3, || page.count());
        becomes("the titles", damaged_catalogs::MARKUP.map(str::to_owned).to_vec(), || page.titles());
        assert!(!page.is("'owned' in document.documentElement.dataset"), "a record's text ran as a script");
    });
    failure.into_iter().collect()
}

pub(crate) fn says_that_it_needs_web_assembly(browser: Browser) -> Vec<String> {
    let session = Session::start(browser, Ability::NoWebAssembly);
    if browser == Browser::Chromium {
        let script = json!({ "source": "delete globalThis.WebAssembly" });
        session.devtools("Page.addScriptToEvaluateOnNewDocument", &script);
    }
    let both = [Form::SingleFile, Form::HostedFolder].into_iter().filter_map(|form| {
        crate::failure_of(&format!("without WebAssembly, {form}"), &session, &Site::built(form), |page| {
            page.load("");
            assert_eq!(page.text_of("typeof WebAssembly"), "undefined", "the browser still has it");
            shows_the_failure(page);
        })
    });
    both.collect()
}

pub(crate) fn lists_everything_without_scripts(browser: Browser) -> Vec<String> {
    let session = Session::start(browser, Ability::NoScripts);
    if browser == Browser::Chromium {
        session.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    }
    let both = [Form::SingleFile, Form::HostedFolder].into_iter().filter_map(|form| {
        let site = Site::built(form);
        crate::failure_of(&format!("without scripts, {form}"), &session, &site, |_| {
            session.visit(&site.address);
            assert_eq!(session.elements("#plain li a").len(), Known::read().n_resources(), "links in the plain list");
            becomes("the plain list shows", true, || session.shows("#plain li a"));
            assert!(session.elements("#results article").is_empty(), "the scripts run after all");
        })
    });
    both.collect()
}

fn shows_everything(page: &Page<'_>) {
    becomes("the state", "ready".to_owned(), || page.state());
    becomes("the count", Known::read().n_resources(), || page.count());
    assert!(!page.session.shows("#failure"), "a failure is told: {}", page.session.text("#failure"));
}

/// The failure in words, and all titles as plain links.
fn shows_the_failure(page: &Page<'_>) {
    becomes("the state", "failed".to_owned(), || page.state());
    becomes("the message shows", true, || page.session.shows("#failure"));
    until("the message", || page.session.text("#failure"), |text| 20 < text.len());
    becomes("the plain list shows", true, || page.session.shows("#plain li a"));
    assert_eq!(page.n_shown("#plain li a"), Known::read().n_resources(), "links in the plain list");
}

/// Whether it works or not, the page says what is wrong.
fn says(page: &Page<'_>, words: &str) {
    until("the state", || page.state(), |state| state != "loading");
    let texts = || page.texts("#failure, #part, #findings, .nothing").concat();
    until(&format!("a message with “{words}”"), texts, |text| text.contains(words));
}
