//! Random inputs, ten million when asked for, through the reader of queries and the reader of addresses: none panics, none is slow.

use std::time::{Duration, Instant};

use crate::util::SHIPPED;
use competency_explorer::explore::{State, fragment, parse_query};
use competency_explorer::search::query::{MAX_HINTS, MAX_WORDS, Query, without};

/// Longest time that one input may take.
const LIMIT: Duration = Duration::from_millis(5);

const PIECES: [&str; 56] = [
    " ",
    " ",
    " ",
    "a",
    "seat",
    "K-12",
    "état",
    "e\u{301}",
    "学習",
    "ﬁ",
    "İ",
    "😀",
    "\u{0}",
    "\u{200f}",
    "\u{feff}",
    "\n",
    "AND",
    " OR ",
    "NOT ",
    "-",
    "--",
    "(",
    ")",
    "((((",
    "\"",
    "“",
    "„",
    "»",
    "*",
    "'",
    ":",
    "theme:",
    "TITLE:\"",
    "year:",
    "foo:",
    "2016",
    "..",
    ">=",
    "<",
    "http://",
    "#/?",
    "?",
    "&",
    "=",
    "+",
    "q=",
    "-place=",
    "sort=newest",
    "page=",
    "open=",
    "compare=",
    "%",
    "%2",
    "%ED%A0%80",
    "%F0%9F",
    "%00",
];

/// Xorshift (Marsaglia 2003): the same inputs in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: u32) -> u32 {
        u32::try_from(self.next() >> 32).unwrap_or(0) % n
    }

    fn fill(&mut self, text: &mut String) {
        text.clear();
        for _ in 0..self.below(14) {
            match self.below(12) {
                0 => text.extend(char::from_u32(self.below(0x11_0000))),
                1 => text.extend(char::from_u32(self.below(0x80))),
                _ => text.push_str(PIECES[self.below(56) as usize]),
            }
        }
    }
}

/// What holds of every input.
fn check(text: &str, query: &Query, state: &State) {
    assert!(query.leaves.len() <= MAX_WORDS && query.hints.len() <= MAX_HINTS, "{text:?}");
    if query.leaves.len() > 1 {
        let left = parse_query(&SHIPPED, &without(text, query, 0));
        assert_eq!(left.leaves.len(), query.leaves.len() - 1, "{text:?}");
    }
    assert!(state.pages >= 1, "{text:?}");
}

#[test]
fn random_inputs_are_read_without_harm() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut text = String::new();
    for _ in 0..20_000 {
        random.fill(&mut text);
        let (query, state, _) = timed(&text);
        check(&text, &query, &state);
    }
}

fn timed(text: &str) -> (Query, State, Duration) {
    let began = Instant::now();
    let (query, state) = (parse_query(&SHIPPED, text), fragment::read(text, &SHIPPED.facets));
    (query, state, began.elapsed())
}

/// The one test of the project that asserts a time: one input among ten million that takes long is what it looks for. How
/// many there are says `QUERY_INPUTS`. Run it alone and in release mode:
/// `cargo test --release --test engine random_input -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
#[allow(clippy::print_stdout, reason = "the figures are the result")]
fn ten_million_random_inputs() {
    let n: u64 = std::env::var("QUERY_INPUTS").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000_000);
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let mut text = String::new();
    let (mut longest, mut slowest) = (Duration::ZERO, String::new());
    let (mut n_asked, mut n_hinted) = (0u64, 0u64);
    let start = Instant::now();
    for _ in 0..n {
        random.fill(&mut text);
        let (query, state, mut took) = timed(&text);
        // What interrupted the test is not what took long: only an input that is slow each time counts.
        for _ in 0..3 {
            took = if took > longest { took.min(timed(&text).2) } else { took };
        }
        if took > longest {
            longest = took;
            slowest.clone_from(&text);
        }
        check(&text, &query, &state);
        n_asked += u64::from(!query.is_empty());
        n_hinted += u64::from(!query.hints.is_empty());
    }
    println!("{n} inputs in {:?}; {n_asked} ask something, {n_hinted} have hints", start.elapsed());
    println!("the longest took {longest:?}: {slowest:?}");
    assert!(n_asked > n / 2 && n_hinted > n / 10, "the inputs are too dull");
    assert!(longest < LIMIT, "{longest:?} for {slowest:?}");
}
