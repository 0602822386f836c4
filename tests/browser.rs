//! The page in Chromium, Firefox and `WebKit`, as `make build` leaves it in `dist/`: used as readers use it, and broken in
//! the ways in which the world breaks it.
//!
//! Each test has a browser of its own for many scenarios. They all run, whatever happens to one, and each has to leave the
//! console without a warning or an error. `scripts/setup.sh test` installs what this needs.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so and ends")]

#[path = "browser/browsers.rs"]
mod browsers;
#[path = "browser/console.rs"]
mod console;
#[path = "browser/poll.rs"]
mod poll;
#[path = "browser/process.rs"]
mod process;
#[path = "browser/server.rs"]
mod server;
#[path = "browser/session.rs"]
mod session;
#[path = "browser/site.rs"]
mod site;
#[path = "browser/tools.rs"]
mod tools;
#[path = "browser/window.rs"]
mod window;

#[path = "browser/known.rs"]
mod known;
#[path = "browser/page.rs"]
mod page;

#[path = "browser/access.rs"]
mod access;
#[path = "browser/address.rs"]
mod address;
#[path = "browser/asking.rs"]
mod asking;
#[path = "browser/calls.rs"]
mod calls;
#[path = "browser/comparing.rs"]
mod comparing;
#[path = "browser/damage.rs"]
mod damage;
#[path = "browser/embedding.rs"]
mod embedding;
#[path = "browser/exploring.rs"]
mod exploring;
#[path = "browser/failing.rs"]
mod failing;
#[path = "browser/first_page.rs"]
mod first_page;
#[path = "browser/focus.rs"]
mod focus;
#[path = "browser/hosting.rs"]
mod hosting;
#[path = "browser/keeping.rs"]
mod keeping;
#[path = "browser/odd_texts.rs"]
mod odd_texts;
#[path = "browser/printing.rs"]
mod printing;
#[path = "browser/proof.rs"]
mod proof;
#[path = "browser/reading.rs"]
mod reading;
#[path = "browser/record.rs"]
mod record;
#[path = "browser/saved.rs"]
mod saved;
#[path = "browser/settling.rs"]
mod settling;
#[path = "browser/shelf.rs"]
mod shelf;
#[path = "browser/stored.rs"]
mod stored;
#[path = "browser/tabs.rs"]
mod tabs;
#[path = "browser/taking.rs"]
mod taking;
#[path = "browser/views.rs"]
mod views;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;

use browsers::{Ability, Browser};
use page::Page;
use session::Session;
use site::{Form, Site};

/// What somebody does with the page, and its name as a sentence.
type Scenario = (&'static str, fn(&Page<'_>));

macro_rules! in_each_browser {
    ($($module:ident: $browser:expr;)*) => {$(
        mod $module {
            use super::*;

            #[test]
            fn notices_what_is_wrong() {
                in_turn(|| {
                    let session = Session::start($browser, Ability::Full);
                    let mut failures = proof::notices_what_is_wrong(&session);
                    failures.extend(proof::leaves_alone_what_is_right(&session));
                    failures
                });
            }

            #[test]
            fn reads_the_single_file() {
                in_turn(|| reads($browser, Form::SingleFile));
            }

            #[test]
            fn reads_the_hosted_folder() {
                in_turn(|| reads($browser, Form::HostedFolder));
            }

            #[test]
            fn helps_to_ask() {
in_turn(|| run(&Session::start($browser, Ability::Full), Form::SingleFile, asking::SCENARIOS));
            }

            #[test]
            fn shows_the_shape_of_the_catalog() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::SingleFile, exploring::SCENARIOS));
            }

            #[test]
            fn compares() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::HostedFolder, comparing::SCENARIOS));
            }

            #[test]
            fn gives_away() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::SingleFile, taking::SCENARIOS));
            }

            #[test]
            fn prints() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::HostedFolder, printing::SCENARIOS));
            }

            #[test]
            fn shows_texts_of_any_kind() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::SingleFile, odd_texts::SCENARIOS));
            }

            #[test]
            fn stands_before_the_app() {
                in_turn(|| first_page::stands_before_the_app(&Session::start($browser, Ability::Full)));
            }

            #[test]
            fn keeps_a_shelf() {
                in_turn(|| {
                    let session = Session::start($browser, Ability::Full);
                    run(&session, Form::HostedFolder, &[shelf::SCENARIOS, keeping::SCENARIOS, stored::SCENARIOS, tabs::SCENARIOS].concat())
                });
            }

            #[test]
            fn stands_on_other_websites() {
                in_turn(|| {
                    let session = Session::start($browser, Ability::Full);
                    run(&session, Form::HostedFolder, &[embedding::SCENARIOS, settling::SCENARIOS].concat())
                });
            }

            #[test]
            fn is_accessible() {
                in_turn(|| run(&Session::start($browser, Ability::Full), Form::HostedFolder, access::SCENARIOS));
            }

            #[test]
            fn bears_broken_catalogs() {
                in_turn(|| {
                    let session = Session::start($browser, Ability::Full);
                    let mut failures = failing::bears_broken_catalogs(&session);
                    failures.extend(failing::keeps_the_good_records(&session));
                    failures.extend(failing::can_be_used_before_all_is_there(&session));
                    failures.extend(failing::shows_markup_as_text(&session));
                    failures.extend(failing::starts_anew_after_a_trap(&session));
                    failures
                });
            }

            #[test]
            fn says_that_it_needs_web_assembly() {
                in_turn(|| failing::says_that_it_needs_web_assembly($browser));
            }
        }
    )*};
}

in_each_browser! {
    chromium: Browser::Chromium;
    firefox: Browser::Firefox;
    webkit: Browser::WebKit;
}

/// Scripts of tests see the module in Chromium alone; what the engine is called for depends on no browser.
#[test]
fn chromium_calls_the_engine_for_what_is_needed() {
    in_turn(|| run(&Session::start(Browser::Chromium, Ability::Full), Form::SingleFile, calls::SCENARIOS));
}

#[test]
fn chromium_takes_a_saved_index() {
    in_turn(|| saved::takes_what_fits(&Session::start(Browser::Chromium, Ability::Full)));
}

#[test]
fn chromium_lists_everything_without_scripts() {
    in_turn(|| failing::lists_everything_without_scripts(Browser::Chromium));
}

#[test]
fn firefox_lists_everything_without_scripts() {
    in_turn(|| failing::lists_everything_without_scripts(Browser::Firefox));
}

/// All of it in the single file; in the hosted folder what depends on where the page stands: its addresses and its searches.
fn reads(browser: Browser, form: Form) -> Vec<String> {
    let session = Session::start(browser, Ability::Full);
    let everywhere = [reading::SCENARIOS, address::SCENARIOS].concat();
    let once = [record::SCENARIOS, focus::SCENARIOS, views::SCENARIOS].concat();
    match form {
        Form::SingleFile => run(&session, form, &[everywhere, once].concat()),
        Form::HostedFolder => run(&session, form, &everywhere),
    }
}

/// Runs all scenarios and tells what failed.
fn run(session: &Session, form: Form, scenarios: &[Scenario]) -> Vec<String> {
    let site = Site::built(form);
    let failures = scenarios.iter().filter_map(|(name, scenario)| {
        failure_of(&format!("{form}: {name}"), session, &site, |page| {
            scenario(page);
            let complaints = session.complaints();
            assert!(complaints.is_empty(), "the console says {complaints:#?}");
        })
    });
    failures.collect()
}

/// What went wrong in a scenario, if anything did, with what the console has to say about it.
fn failure_of(name: &str, session: &Session, site: &Site, scenario: impl FnOnce(&Page<'_>)) -> Option<String> {
    let start = Instant::now();
    let failure = catch_unwind(AssertUnwindSafe(|| {
        session.visit("about:blank");
        session.be_desk();
        session.forget();
        scenario(&Page { session, site });
    }));
    #[allow(clippy::print_stdout, reason = "where the time goes, for who asks with --nocapture")]
    let () = println!("{:6.1} s  {:?}, {name}", start.elapsed().as_secs_f64(), session.browser);
    let failure = failure.err()?;
    let text = failure.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| failure.downcast_ref::<&str>().copied()).unwrap_or("no reason given");
    let complaints = catch_unwind(AssertUnwindSafe(|| session.complaints())).unwrap_or_default();
    Some(format!("{:?}, {name}: {text}\n    console: {complaints:#?}", session.browser))
}

/// How many browsers run at once: while one waits for its page the other has the processor.
const MOST_AT_ONCE: usize = 2;

/// Runs a test in its turn, and fails with all that failed in it.
fn in_turn(test: impl FnOnce() -> Vec<String>) {
    static RUNNING: Mutex<usize> = Mutex::new(0);
    static ENDED: Condvar = Condvar::new();
    let lock = || RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut running =
        ENDED.wait_while(lock(), |running| *running >= MOST_AT_ONCE).unwrap_or_else(PoisonError::into_inner);
    *running += 1;
    drop(running);
    let result = catch_unwind(AssertUnwindSafe(test));
    *lock() -= 1;
    ENDED.notify_one();
    let failures = result.unwrap_or_else(|panic| resume_unwind(panic));
    assert!(failures.is_empty(), "{} scenarios failed:\n\n{}", failures.len(), failures.join("\n\n"));
}
