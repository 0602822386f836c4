//! Readers of what comes from outside, given anything: none panics, and what was read is written and read again as it was.
//!
//! Most inputs are of some words; some are of kilobytes, in which parts are repeated, numbered or nested. The long run is
//! `INPUTS=10000000 CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true cargo test --locked --release --test engine any_input -- --ignored
//! --nocapture`; without `INPUTS` it is 100,000 of each kind.

use competency_explorer::catalog::{read, read_with_spellings};
use competency_explorer::explore::{Engine, Shared, State, View, fragment, hints, parse_query};
use competency_explorer::i18n;
use competency_explorer::limits::{beginning, work::steps};
use competency_explorer::shelf;

use crate::util::SHIPPED;

/// Inputs of each kind in a run that is not told how many.
const INPUTS: u64 = 100_000;

/// Of how many inputs one is long.
const LONG: u64 = 20_000;
/// Bytes that the longest of them have.
const LONGEST: usize = 200_000;

/// Texts that are made into longer ones: signs of each grammar, and what is odd in any.
const PARTS: &[&str] = &[
    "&amp;",
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

impl Numbers {
    /// Parts again and again, of some to so many bytes: as they are, or numbered, so that none is as another; or each in the one before.
    fn long_text(&mut self, begin: &str, most: usize) -> String {
        let size = most / 20 + self.below(most - most / 20);
        let parts: Vec<&str> = (0..=self.below(5)).map(|_| PARTS[self.below(PARTS.len())]).collect();
        let (is_numbered, is_mixed, is_nested) = (self.below(2) == 0, self.below(4) == 0, self.below(4) == 0);
        let (mut text, mut n) = (begin.to_owned(), 0);
        while text.len() < size {
            n += 1;
            text.push_str(&parts.concat());
            if is_numbered {
                text.push_str(&n.to_string());
            }
            if is_mixed && self.below(50) == 0 {
                text.push_str(PARTS[self.below(PARTS.len())]);
            }
        }
        if is_nested {
            let closing: String = parts.iter().rev().flat_map(|part| part.chars().rev()).filter_map(closing).collect();
            text.push_str(&closing.repeat(n));
        }
        text
    }
}

fn closing(c: char) -> Option<char> {
    match c {
        '{' => Some('}'),
        '[' => Some(']'),
        '(' => Some(')'),
        '"' => Some('"'),
        _ => None,
    }
}

/// Steps that a reader may count for an input of no bytes, and for each byte of a longer one.
const STEPS: (u64, u64) = (64, 8);

/// What the inputs to one reader came to.
struct Tally {
    inputs: u64,
    bytes: u64,
    steps: u64,
    /// Steps and bytes of the input with most steps.
    most: (u64, usize),
}

impl Tally {
    const NONE: Self = Self { inputs: 0, bytes: 0, steps: 0, most: (0, 0) };

    /// Reads an input, and counts its steps against what one of its size may take. Steps are counted where assertions of debugging are on.
    fn read<T>(&mut self, input: &str, reader: impl FnOnce(&str) -> T) -> T {
        let before = steps();
        let read = reader(input);
        let n = steps() - before;
        let (fixed, a_byte) = STEPS;
        assert!(
            n <= fixed + a_byte * input.len() as u64,
            "{n} steps for {} bytes: {:?}",
            input.len(),
            beginning(input, 500)
        );
        self.inputs += 1;
        self.bytes += input.len() as u64;
        self.steps += n;
        self.most = self.most.max((n, input.len()));
        read
    }
}

/// Gives each reader so many inputs of some words, and so many of up to so many bytes; returns what they came to, by reader.
fn run(n_short: u64, n_long: u64, longest: usize) -> [(&'static str, Tally); 4] {
    let engine = &*SHIPPED;
    let mut numbers = Numbers(n_short);
    let [mut addresses, mut queries, mut lists, mut catalogs] = [const { Tally::NONE }; 4];
    for at in 0..n_short + n_long {
        let text_of = |numbers: &mut Numbers, begin: &str| {
            if at < n_short { numbers.text(begin) } else { numbers.long_text(begin, longest) }
        };
        let begin = if numbers.below(8) == 0 { "?" } else { "#/?" };
        let address = text_of(&mut numbers, begin);
        let state = addresses.read(&address, |address| fragment::read(address, &engine.facets));
        let written = fragment::write(&state);
        assert_eq!(fragment::read(&written, &engine.facets), state, "{address:?}");

        let query = text_of(&mut numbers, "");
        queries.read(&query, |query| parse_query(engine, query));

        let text = text_of(&mut numbers, "");
        let kept = lists.read(&text, |text| shelf::read(text).shelf);
        assert_eq!(shelf::read(&shelf::write(&kept, "C")).shelf, kept, "{text:?}");

        let begin = if numbers.below(4) == 0 { "" } else { "{\"resources\":[{\"id\":\"a\",\"title\":\"A\"" };
        let text = text_of(&mut numbers, begin);
        if let Ok((catalog, findings, _)) = catalogs.read(&text, |text| read_with_spellings(text.as_bytes())) {
            let n_words: usize = findings.iter().map(|finding| i18n::finding(finding).len()).sum();
            assert!(n_words < 2_000 * (1 + findings.len()), "{text:?}");
            let again = serde_json::to_vec(&catalog).unwrap();
            assert_eq!(read(&again).unwrap().0, catalog, "{text:?}");
        }
    }
    [("addresses", addresses), ("queries", queries), ("files of lists", lists), ("catalogs", catalogs)]
}

#[test]
fn any_input_is_read_within_its_steps() {
    for (name, tally) in run(300, 24, LONGEST / 10) {
        assert!(!cfg!(debug_assertions) || tally.steps > 0, "no step was counted of {name}");
    }
}

#[test]
#[ignore = "minutes: see the head of this file"]
#[allow(clippy::print_stderr, reason = "the figures are what a reader of the test runs it for")]
fn any_of_many_inputs_is_read_within_its_steps() {
    let n = std::env::var("INPUTS").ok().and_then(|n| n.parse().ok()).unwrap_or(INPUTS);
    for (name, tally) in run(n, n.div_ceil(LONG).max(200), LONGEST) {
        let Tally { inputs, bytes, steps, most: (most, of) } = tally;
        eprintln!("{name}: {inputs} inputs, {bytes} bytes, {steps} steps; at most {most} steps, for {of} bytes");
    }
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
        let state = State { shared: Shared { name: id.clone(), for_whom: id.clone(), ids: vec![id.clone()] }, ..state };
        let again = fragment::read(&fragment::write(&state), &engine.facets);
        assert_eq!(again, state);
        assert!(engine.find(again.open.as_deref().unwrap()).is_some_and(|idx| engine.store.id(idx) == id), "{id:?}");
        assert!(hints(&engine, &again).is_empty(), "{id:?}");
    }
}
