//! Scenarios: the page has a saved index beside its catalog, and shows what it would show without; whether it fits or not.

use competency_explorer::catalog::{Fingerprint, read};
use competency_explorer::explore::Engine;
use serde_json::Value;

use crate::harness::catalog_facts::Known;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};

/// A word that no record has.
const NO_WORD: &str = "xyzzy";

/// What a reader asks.
const ASKED: [&str; 3] = ["#/?q=competency+credit", "#/?theme=assessment&sort=title", ""];

pub(crate) fn takes_what_fits(session: &Session) -> Vec<String> {
    let expected = shown(session, &Site::built(Form::HostedFolder));
    let known: Value = serde_json::to_value(&Known::read().catalog).unwrap();
    let fitting = [
        ("a fitting index", Site::with_index(|_, index| index)),
        ("an index of another catalog", Site::with_index(|_, _| lying(&known, b"{}"))),
        ("a damaged index", Site::with_index(|_, index| index[..index.len() / 2].to_vec())),
        ("an index that is packed", Site::packed_with(&known, &["--index"])),
    ];
    let mut failures: Vec<String> = Vec::new();
    for (name, site) in &fitting {
        failures.extend(crate::failure_of(name, session, site, |page| {
            assert_eq!(shown(page.session, site), expected);
            finds(page, 0);
            let asked =
                site.server.as_ref().map(|server| server.asked().iter().any(|path| path.contains("catalog.index")));
            assert_ne!(asked, Some(false), "the index was not asked for");
            assert!(session.complaints().is_empty(), "the console says {:#?}", session.complaints());
        }));
    }
    // Only who takes the index finds in it what is in no record.
    let site = Site::with_index(|catalog, _| lying(&known, catalog));
    failures.extend(crate::failure_of("an index that fits is taken", session, &site, |page| finds(page, 1)));
    failures
}

/// The counts and the first titles for each question.
fn shown(session: &Session, site: &Site) -> Vec<(usize, Vec<String>)> {
    let page = Page { session, site };
    let one = |asked: &&str| {
        page.open(asked);
        (page.count(), until("titles", || page.titles(), |titles| !titles.is_empty()))
    };
    ASKED.iter().map(one).collect()
}

fn finds(page: &Page<'_>, n: usize) {
    page.open(&format!("#/?q={NO_WORD}"));
    becomes("the count", n, || page.count());
}

/// The index of the catalog with a word more, which says to be of other bytes.
fn lying(catalog: &Value, bytes: &[u8]) -> Vec<u8> {
    let mut catalog = catalog.clone();
    let title = &mut catalog["resources"][0]["title"];
    *title = format!("{} {NO_WORD}", title.as_str().unwrap()).into();
    let catalog = read(catalog.to_string().as_bytes()).unwrap().0;
    Engine::new(catalog).snapshot(Fingerprint::of(bytes))
}
