//! Readers of what comes from outside, given anything: none panics, and what was read is written and read again as it was.
//!
//! The long run is `INPUTS=10000000 cargo test --locked --release --test engine any_input -- --ignored --nocapture`; without `INPUTS` it is 100,000 of
//! each kind.

use competency_explorer::catalog::{read, read_with_spellings};
use competency_explorer::explore::{Engine, State, View, fragment, hints, parse_query};
use competency_explorer::i18n;
use competency_explorer::shelf;

use crate::util::SHIPPED;

/// Inputs of each kind in a run that is not told how many.
const INPUTS: u64 = 100_000;

/// Texts that are made into longer ones: signs of each grammar, and what is odd in any.
const PARTS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "\\u",
    "d800",
    "\n",
    "\r",
    "\t",
    " ",
    "\u{0}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{feff}",
    "\u{202e}",
    "\u{301}",
    "é",
    "学習",
    "👩‍👩‍👧",
    "%",
    "%2",
    "%FF",
    "&",
    "=",
    "#",
    "?",
    "/",
    "+",
    "-",
    "*",
    "(",
    ")",
    "OR",
    "NOT",
    "AND",
    "theme",
    "theme=",
    "theme:",
    "year=",
    "year:2016..",
    "-place=",
    "open=",
    "compare=",
    "item=",
    "show=",
    "view=",
    "sets",
    "a=",
    "q=",
    "all=",
    "only=words",
    "page=",
    "400",
    "999999999999999999999",
    "1e999",
    "NaN",
    "-1",
    "null",
    "true",
    "\"id\":",
    "\"title\":",
    "\"a\"",
    "\"resources\":[",
    "{\"id\":\"a\",\"title\":\"A\"",
    "\"keywords\":[",
    "\"authors\":[",
    "\"published\":\"2019",
    "\"url\":",
    "\"https://a.b\\\\@c\"",
    "\"vocabulary\":{\"themes\":[",
    "\"parent\":\"a\"",
    "\"synonyms\":[[",
    "\"fields\":[",
    "\"extra\":{",
    "\"name\":",
    "\"note\":",
    "\"lists\":[",
    "\"format\":\"competency-explorer-shelf\"",
    "<script type=\"application/json\">",
    "</script",
    "lorem",
];

/// A generator of numbers: the same ones in every run (`SplitMix64`: Steele, Lea and Flood, OOPSLA 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % n as u64).unwrap()
    }

    fn text(&mut self, begin: &str) -> String {
        let mut text = begin.to_owned();
        for _ in 0..self.below(24) {
            text.push_str(PARTS[self.below(PARTS.len())]);
        }
        text
    }
}

/// Gives each reader so many inputs.
fn run(n: u64) {
    let engine = &*SHIPPED;
    let mut numbers = Numbers(n);
    for _ in 0..n {
        let begin = if numbers.below(8) == 0 { "?" } else { "#/?" };
        let address = numbers.text(begin);
        let state = fragment::read(&address, &engine.facets);
        let written = fragment::write(&state);
        assert_eq!(fragment::read(&written, &engine.facets), state, "{address:?}");

        let query = numbers.text("");
        let _ = parse_query(engine, &query);

        let text = numbers.text("");
        let kept = shelf::read(&text).shelf;
        assert_eq!(shelf::read(&shelf::write(&kept, "C")).shelf, kept, "{text:?}");

        let begin = if numbers.below(4) == 0 { "" } else { "{\"resources\":[{\"id\":\"a\",\"title\":\"A\"" };
        let text = numbers.text(begin);
        if let Ok((catalog, findings, _)) = read_with_spellings(text.as_bytes()) {
            let n_words: usize = findings.iter().map(|finding| i18n::finding(finding).len()).sum();
            assert!(n_words < 2_000 * (1 + findings.len()), "{text:?}");
            let again = serde_json::to_vec(&catalog).unwrap();
            assert_eq!(read(&again).unwrap().0, catalog, "{text:?}");
        }
    }
}

#[test]
fn any_input_is_read() {
    run(300);
}

#[test]
#[ignore = "minutes: see the head of this file"]
fn any_of_many_inputs_is_read() {
    run(std::env::var("INPUTS").ok().and_then(|n| n.parse().ok()).unwrap_or(INPUTS));
}

/// Whatever signs an id has, the address that a state is written as opens its record.
#[test]
fn every_id_opens_by_its_address() {
    let odd = [
        "\u{feff}", "\u{85}", "=", "&", "%", "%41", "+", "#", "?", "/", " ", "\u{a0}", "\u{1b}", "\u{0}", "\u{202e}",
        "é", "-", ";", "\\", "\"",
    ];
    let mut ids: Vec<String> =
        odd.iter().flat_map(|sign| [format!("{sign}a"), format!("a{sign}b"), format!("a{sign}")]).collect();
    ids.extend(odd.iter().flat_map(|one| odd.iter().map(move |other| format!("{one}x{other}{one}y"))));
    let record = |id: &String| serde_json::json!({"id": id, "title": "T"});
    let text = serde_json::json!({"resources": ids.iter().map(record).collect::<Vec<_>>()}).to_string();
    let engine = Engine::new(read(text.as_bytes()).unwrap().0);
    assert!(engine.len() > 400, "{} of {} ids differ", engine.len(), ids.len());
    for at in 0..engine.len() {
        let id = engine.store.id(u32::try_from(at).unwrap()).to_owned();
        let state = State { view: View::List, compared: vec![id.clone()], ..State::default() }.opened(&id);
        let state =
            State { shared: competency_explorer::explore::Shared { name: id.clone(), ids: vec![id.clone()] }, ..state };
        let again = fragment::read(&fragment::write(&state), &engine.facets);
        assert_eq!(again, state);
        assert!(engine.find(again.open.as_deref().unwrap()).is_some_and(|idx| engine.store.id(idx) == id), "{id:?}");
        assert!(hints(&engine, &again).is_empty(), "{id:?}");
    }
}
