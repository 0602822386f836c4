//! The page in Chromium, Firefox and `WebKit`, as `make build` leaves it in `dist/`: used as readers use it, and broken in
//! the ways in which the world breaks it.
//!
//! Each test has a browser of its own for many scenarios. They all run, whatever happens to one, and each has to leave the
//! console without a warning or an error. `make test` installs what this needs; where it is missing, the
//! tests say so and are not tried.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so and ends")]

mod accessibility;
mod address;
mod charts;
mod compare;
mod damaged_catalogs;
mod embedding;
mod embedding_host;
mod engine_calls;
mod export;
mod failures;
mod finding;
mod first_page;
mod focus;
mod harness;
mod home;
mod hostile_texts;
mod loading;
mod odd_texts;
mod own;
mod own_bad;
mod own_edit;
mod own_long;
mod own_merge;
mod picture_files;
mod prebuilt_index;
mod print;
mod record;
mod results;
mod screenshots;
mod search;
mod self_test;
mod shelf;
mod storage;
mod storage_tabs;
mod storage_versions;
mod styles;
mod views;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Instant;
use std::{env, io};

use harness::browsers::{Ability, Browser};
use harness::page::Page;
use harness::session::{NO_ANSWER, Session};
use harness::site::{self, Form, Site};

/// What somebody does with the page, and its name as a sentence.
type Scenario = (&'static str, fn(&Page<'_>));

macro_rules! in_each_browser {
    ($($module:ident: $browser:expr;)*) => {$(
        mod $module {
            use super::*;

            #[test]
            fn notices_what_is_wrong() {
                in_turn($browser, || {
                    let session = Session::start($browser, Ability::Full);
                    let mut failures = self_test::notices_what_is_wrong(&session);
                    failures.extend(self_test::leaves_alone_what_is_right(&session));
                    failures
                });
            }

            #[test]
            fn reads_the_single_file() {
                in_turn($browser, || reads($browser, Form::SingleFile));
            }

            #[test]
            fn reads_the_hosted_folder() {
                in_turn($browser, || reads($browser, Form::HostedFolder));
            }

            #[test]
            fn helps_to_ask() {
in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::SingleFile, &[search::SCENARIOS, finding::SCENARIOS].concat()));
            }

            #[test]
            fn shows_the_shape_of_the_catalog() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::SingleFile, &[charts::SCENARIOS, picture_files::SCENARIOS].concat()));
            }

            #[test]
            fn compares() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, compare::SCENARIOS));
            }

            #[test]
            fn gives_away() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::SingleFile, export::SCENARIOS));
            }

            #[test]
            fn makes_catalogs() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, own::SCENARIOS));
            }

            #[test]
            fn edits_catalogs() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, &[own_edit::SCENARIOS, own_merge::SCENARIOS].concat()));
            }

            #[test]
            fn survives_bad_files_and_long_lists() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, &[own_bad::SCENARIOS, own_long::SCENARIOS].concat()));
            }

            #[test]
            fn prints() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, print::SCENARIOS));
            }

            #[test]
            fn shows_texts_of_any_kind() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::SingleFile, odd_texts::SCENARIOS));
            }

            #[test]
            fn holds_hostile_texts() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::SingleFile, hostile_texts::SCENARIOS));
            }

            #[test]
            fn stands_before_the_app() {
                in_turn($browser, || first_page::stands_before_the_app(&Session::start($browser, Ability::Full)));
            }

            #[test]
            fn says_what_does_not_come() {
                in_turn($browser, || loading::says_what_does_not_come(&Session::start($browser, Ability::Impatient)));
            }

            #[test]
            fn keeps_a_shelf() {
                in_turn($browser, || {
                    let session = Session::start($browser, Ability::Full);
                    run(&session, Form::HostedFolder, &[shelf::SCENARIOS, storage::SCENARIOS, storage_versions::SCENARIOS, storage_tabs::SCENARIOS].concat())
                });
            }

            #[test]
            fn stands_on_other_websites() {
                in_turn($browser, || {
                    let session = Session::start($browser, Ability::Full);
                    run(&session, Form::HostedFolder, &[embedding::SCENARIOS, embedding_host::SCENARIOS].concat())
                });
            }

            #[test]
            fn is_accessible() {
                in_turn($browser, || run(&Session::start($browser, Ability::Full), Form::HostedFolder, accessibility::SCENARIOS));
            }

            #[test]
            fn bears_broken_catalogs() {
                in_turn($browser, || {
                    let session = Session::start($browser, Ability::Full);
                    let mut failures = failures::bears_broken_catalogs(&session);
                    failures.extend(failures::keeps_the_good_records(&session));
                    failures.extend(failures::can_be_used_before_all_is_there(&session));
                    failures.extend(failures::shows_markup_as_text(&session));
                    failures.extend(failures::starts_anew_after_a_trap(&session));
                    failures.extend(failures::ends_at_a_panic(&session));
                    failures
                });
            }

            #[test]
            fn says_that_it_needs_web_assembly() {
                in_turn($browser, || failures::says_that_it_needs_web_assembly($browser));
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
    in_turn(Browser::Chromium, || {
        run(&Session::start(Browser::Chromium, Ability::Full), Form::SingleFile, engine_calls::SCENARIOS)
    });
}

#[test]
fn chromium_shows_what_is_in_the_pictures() {
    in_turn(Browser::Chromium, || {
        screenshots::look_as_in_the_pictures(&Session::start(Browser::Chromium, Ability::Full))
    });
}

#[test]
fn chromium_takes_a_saved_index() {
    in_turn(Browser::Chromium, || prebuilt_index::takes_what_fits(&Session::start(Browser::Chromium, Ability::Full)));
}

#[test]
fn chromium_lists_everything_without_scripts() {
    in_turn(Browser::Chromium, || failures::lists_everything_without_scripts(Browser::Chromium));
}

#[test]
fn firefox_lists_everything_without_scripts() {
    in_turn(Browser::Firefox, || failures::lists_everything_without_scripts(Browser::Firefox));
}

/// All of it in the single file; in the hosted folder what depends on where the page stands: its addresses and its searches.
fn reads(browser: Browser, form: Form) -> Vec<String> {
    let session = Session::start(browser, Ability::Full);
    // The sheet is the same file for all.
    let styles = if browser == Browser::Chromium { styles::SCENARIOS } else { &[] };
    let everywhere = [results::SCENARIOS, address::SCENARIOS, styles].concat();
    let once = [home::SCENARIOS, record::SCENARIOS, focus::SCENARIOS, views::SCENARIOS].concat();
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

/// How many scenarios of a whole run may fail once and hold the second time. Drivers lose a key or an answer now and then on a
/// busy machine (about one scenario in a thousand, of 2,600); a page that fails by itself fails both times or too often.
const MOST_SECOND_TRIES: usize = 10;

/// What went wrong in a scenario, if anything did, with what the console has to say about it. One that fails is tried a second
/// time in a browser that has just started, and that is printed.
fn failure_of(name: &str, session: &Session, site: &Site, scenario: impl Fn(&Page<'_>)) -> Option<String> {
    static SECOND_TRIES: AtomicUsize = AtomicUsize::new(0);
    let failure = failure_of_one_try(name, session, site, &scenario)?;
    if MOST_SECOND_TRIES <= SECOND_TRIES.fetch_add(1, Ordering::Relaxed) {
        return Some(failure);
    }
    // Straight to the terminal: what a test that passes prints is not shown.
    let _ = writeln!(io::stderr(), "tried a second time, in another browser, for: {failure}");
    session.start_anew();
    failure_of_one_try(name, session, site, &scenario)
}

fn failure_of_one_try(name: &str, session: &Session, site: &Site, scenario: impl Fn(&Page<'_>)) -> Option<String> {
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
    // A browser that gave no answer is not asked again.
    let ask = || if text.contains(NO_ANSWER) { Vec::new() } else { session.complaints() };
    let complaints = catch_unwind(AssertUnwindSafe(ask)).unwrap_or_default();
    Some(format!("{:?}, {name}: {text}\n    console: {complaints:#?}", session.browser))
}

/// How many browsers run at once: while one waits for its page the other has the processor.
const MOST_AT_ONCE: usize = 2;

/// Runs a test in its turn, and fails with all that failed in it. Where the built page or the browser is missing it says so and tries
/// nothing, so that `cargo test` is of use on a fresh clone; with `EXPLORER_REQUIRE_TOOLS`, as `make test` sets it, nothing may be
/// missing.
fn in_turn(browser: Browser, test: impl FnOnce() -> Vec<String>) {
    static RUNNING: Mutex<usize> = Mutex::new(0);
    static ENDED: Condvar = Condvar::new();
    static SAID: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let missing = site::missing().or_else(|| browser.missing());
    if let Some(missing) = missing.filter(|_| env::var_os("EXPLORER_REQUIRE_TOOLS").is_none()) {
        if SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(missing.clone()) {
            // Straight to the terminal: what a test that passes prints is not shown.
            let remedy = "`make test` installs and builds what is missing, and runs them";
            let line = format!("browser tests are not tried: {missing}; {remedy}\n");
            let _ = io::stderr().write_all(line.as_bytes());
        }
        return;
    }
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
