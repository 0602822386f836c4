//! The work of reading addresses, queries and files of lists grows with their size, and no further than a limit allows.

use std::fmt::Write as _;

use competency_explorer::catalog::read;
use competency_explorer::explore::{Engine, Hint, PAGE_SIZE, explore, fragment, hints, remove_unknown};
use competency_explorer::i18n;
use competency_explorer::limits::work::steps;
use competency_explorer::limits::{
    ADDRESS_BYTES, CHOSEN_VALUES, LIST_FILE_ITEMS, LIST_FILE_LISTS, PICKED, QUERY_BYTES, RESULTS_DRAWN, SHOWN_CHARS,
    SHOWN_COLUMNS, UNKNOWN_PAIRS,
};
use competency_explorer::shelf;

use crate::util::SHIPPED;
use crate::util::growth::grown;

type Input = fn(usize) -> String;

/// An address of so many pairs.
fn pairs(n: usize, pair: impl Fn(usize) -> String) -> String {
    format!("#/?{}", (0..n).map(pair).collect::<Vec<_>>().join("&"))
}

/// Addresses by what is many in them, each with the smaller of the two sizes.
const ADDRESSES: &[(&str, usize, Input)] = &[
    ("unknown themes", 1_000, |n| pairs(n, |k| format!("theme=k{k}"))),
    ("unknown keywords", 1_000, |n| pairs(n, |k| format!("keyword=k{k}"))),
    ("keywords left out", 1_000, |n| pairs(n, |k| format!("-keyword=k{k}"))),
    ("keywords that are not stated", 5_000, |n| pairs(n, |_| "keyword=".to_owned())),
    ("years", 2_000, |n| pairs(n, |k| format!("year={}", 1_000 + k))),
    ("months", 2_000, |n| pairs(n, |k| format!("year={}-01", 1_000 + k))),
    ("all", 5_000, |n| pairs(n, |_| "all=theme".to_owned())),
    ("values of a facet again and again", 2_000, |n| pairs(n, |k| format!("theme=k{}", k % (CHOSEN_VALUES - 1)))),
    ("resources to compare again and again", 4_000, |n| pairs(n, |k| format!("compare=c{}", k % (PICKED - 1)))),
    ("columns again and again", 2_000, |n| pairs(n, |k| format!("show=c{}", k % (SHOWN_COLUMNS - 1)))),
    ("months beside a long query", 300, |n| {
        format!("#/?q={}&{}", "a+".repeat(30 * n), pairs(n, |k| format!("year={}-01", 1_000 + k)))
    }),
    ("columns", 1_000, |n| pairs(n, |k| format!("show=c{k}"))),
    ("resources to compare", 2_000, |n| pairs(n, |k| format!("compare=c{k}"))),
    ("resources of a list", 2_000, |n| pairs(n, |k| format!("item=c{k}"))),
    ("unknown keys", 5_000, |n| pairs(n, |k| format!("zz{k}=1"))),
    ("operators", 50_000, |n| format!("#/?q={}", "OR+".repeat(n))),
    ("alternatives", 50_000, |n| format!("#/?q={}", "a+OR+".repeat(n))),
    ("parentheses", 50_000, |n| format!("#/?q={}", "(".repeat(n))),
    ("a name of a list", 100_000, |n| format!("#/?list={}", "x".repeat(n))),
    ("a theme's page", 100_000, |n| format!("#/?about={}", "x".repeat(n))),
    ("a key that means nothing", 100_000, |n| format!("#/?{}=1", "x".repeat(n))),
    ("pages of results", 1_000, |n| format!("#/?view=list&page={n}")),
    ("an id", 300_000, |n| format!("#/?open={}", "x".repeat(n))),
    ("sets", 5_000, |n| format!("#/?view=sets&a={}", "theme%3Dk%26".repeat(n))),
];

/// Files of lists.
const FILES: &[(&str, usize, Input)] = &[
    ("ids", 2_000, |n| file(n, true)),
    ("ids of a file that was cut off", 2_000, |n| file(n, false)),
    ("lists of one name", 1_000, |n| {
        let lists = vec![r#"{"name":"L","items":[]}"#; n].join(",");
        format!(r#"{{"format":"competency-explorer-shelf","version":1,"lists":[{lists}]}}"#)
    }),
    ("lists of one name, cut off", 1_000, |n| r#"{"name":"L","items":[]},"#.repeat(n)),
    ("colons", 20_000, |n| ":".repeat(n)),
    ("notes that are never closed", 500, |n| r#"{"id":"a","note":"#.repeat(n)),
];

fn file(n: usize, is_whole: bool) -> String {
    let ids: Vec<String> = (0..n).map(|k| format!(r#"{{"id":"x{k}","title":"T"}}"#)).collect();
    let end = if is_whole { "]}]}" } else { "" };
    format!(
        r#"{{"format":"competency-explorer-shelf","version":1,"lists":[{{"name":"L","items":[{}{end}"#,
        ids.join(",")
    )
}

/// What a reader's lists and notes cost when a list of a file is taken in.
#[test]
fn the_work_of_taking_in_a_list_grows_with_its_size() {
    let faster = grown("resources with notes", 1_000, |n| {
        let ids: Vec<String> = (0..n).map(|k| format!("x{k}")).collect();
        let mut shelf = shelf::Shelf::default();
        shelf.create("L");
        shelf.add("L", ids.iter().map(|id| shelf::Item::new(id, "T")));
        move || {
            let (mut replica, mut clock) = (shelf::Replica::default(), shelf::Clock::new(1));
            replica.record(&shelf, &mut clock, 1);
            replica.record_notes(ids.iter().map(|id| (id.as_str(), "a note")), &mut clock, 2);
            replica.compact();
            assert_eq!((replica.shelf().len(), replica.notes().len()), (ids.len(), ids.len()));
        }
    });
    assert!(faster.is_none(), "{faster:?}");
}

/// Of a file with too much in it the beginning is read, which is said; what is stored in the browser is read whole.
#[test]
fn a_file_of_lists_is_read_up_to_its_limits_and_says_so() {
    let many = "{\"name\":\"L\",\"items\":[{\"id\":\"a\"}]},".repeat(LIST_FILE_LISTS + 1);
    for (text, n) in [(file(LIST_FILE_ITEMS + 1, true), LIST_FILE_ITEMS), (many, LIST_FILE_LISTS)] {
        let reading = shelf::read_file(&text);
        assert_eq!((reading.is_cut, reading.shelf.len()), (true, n));
        assert_eq!(shelf::read(&text).shelf.len(), n + 1);
    }
    assert!(!shelf::read_file(&file(LIST_FILE_ITEMS, true)).is_cut);
}

#[test]
fn the_work_of_reading_an_address_grows_with_its_size() {
    let engine = &*SHIPPED;
    let faster = ADDRESSES.iter().filter_map(|(name, n, input)| {
        grown(name, *n, |n| {
            let address = input(n);
            move || {
                let state = fragment::read(&address, &engine.facets);
                hints(engine, &state);
                fragment::write(&state);
            }
        })
    });
    let faster: Vec<String> = faster.collect();
    assert!(faster.is_empty(), "{}", faster.join("\n"));
}

/// Values of which a list has hundreds are looked up, not looked for: that a list is full or has a value takes no look at all of it.
#[test]
fn an_address_takes_some_steps_for_each_of_its_bytes() {
    let engine = &*SHIPPED;
    for (name, n, input) in ADDRESSES {
        for n in [*n, 4 * n] {
            let address = input(n);
            let before = steps();
            fragment::read(&address, &engine.facets);
            let n_steps = steps() - before;
            assert!(n_steps <= 8 * address.len() as u64, "{name}: {n_steps} steps for {} bytes", address.len());
        }
    }
}

/// What an address says of a value again in the same way changes nothing; what it says of it last in another way counts.
#[test]
fn an_address_that_repeats_itself_is_read_as_one_that_does_not() {
    let engine = &*SHIPPED;
    for (address, once) in [
        ("theme=a&theme=b&theme=a", "theme=a&theme=b"),
        ("-theme=a&-theme=a", "-theme=a"),
        ("theme=a&-theme=a", "-theme=a"),
        ("-theme=a&theme=a", "theme=a"),
        ("compare=a&compare=b&compare=a&item=a&item=a", "compare=a&compare=b&item=a"),
        ("show=a&show=a&view=table", "show=a&view=table"),
        ("year=2024-06&year=2024-06&q=a", "year=2024-06&q=a"),
        ("q=year:2024-06&year=2024-06", "q=year:2024-06"),
        ("q=a+OR+b&year=2024-06&-year=2023-01", "q=(a+OR+b)+year:2024-06+-year:2023-01"),
    ] {
        let [read, wanted] = [address, once].map(|text| fragment::read(&format!("#/?{text}"), &engine.facets));
        assert_eq!(read, wanted, "{address}");
    }
}

#[test]
fn the_work_of_reading_lists_grows_with_their_size() {
    let faster = FILES.iter().filter_map(|(name, n, input)| {
        grown(name, *n, |n| {
            let text = input(n);
            move || drop(shelf::read(&text))
        })
    });
    let faster: Vec<String> = faster.collect();
    assert!(faster.is_empty(), "{}", faster.join("\n"));
}

/// Of anything that an address has too much of, as much as the limit says is taken; a hint says that there is more; and what was
/// taken stays when it is written and read again.
#[test]
fn an_address_is_read_up_to_its_limits_and_says_so() {
    let engine = &*SHIPPED;
    for (name, _, input) in ADDRESSES {
        let state = fragment::read(&input(CHOSEN_VALUES.max(PICKED) + 100), &engine.facets);
        assert_eq!(fragment::read(&fragment::write(&state), &engine.facets), state, "{name}");
        for (key, choice) in state.filter.iter() {
            assert!(choice.any.len() <= CHOSEN_VALUES && choice.not.len() <= CHOSEN_VALUES, "{name}: {key}");
        }
        assert!(state.compared.len() <= PICKED && state.shared.ids.len() <= PICKED, "{name}");
        assert!(state.query.len() <= QUERY_BYTES && state.look.shown.len() <= SHOWN_COLUMNS, "{name}");
        assert!(state.unknown.len() <= UNKNOWN_PAIRS, "{name}");
        assert!(state.pages * PAGE_SIZE <= RESULTS_DRAWN, "{name}");
        assert!(explore(engine, &state).0.total <= engine.len(), "{name}");
    }
    for (key, address) in [
        ("theme", pairs(CHOSEN_VALUES + 1, |k| format!("theme=k{k}"))),
        ("-theme", pairs(CHOSEN_VALUES + 1, |k| format!("-theme=k{k}"))),
        ("compare", pairs(PICKED + 1, |k| format!("compare=k{k}"))),
    ] {
        let hints = hints(engine, &fragment::read(&address, &engine.facets));
        let n = hints.iter().filter(|hint| **hint == Hint::TooMany { key: key.to_owned() }).count();
        assert_eq!(n, 1, "{key}");
    }
    let unknown = pairs(UNKNOWN_PAIRS + 1, |k| format!("zz{k}="));
    let unknown = hints(engine, &fragment::read(&unknown, &engine.facets));
    assert_eq!(unknown, [Hint::ManyUnknown("zz0".to_owned())]);
    assert_eq!(i18n::address_hint(&unknown[0], "", 0), "“zz0” and other keys in the address mean nothing here.");
    let long = pairs(1, |_| format!("zz={}", "x".repeat(10_000)));
    let mut shown = String::new();
    for hint in hints(engine, &fragment::read(&long, &engine.facets)) {
        _ = write!(shown, "{:?}", hint.shortened());
    }
    assert!(shown.len() < 2 * SHOWN_CHARS, "{shown}");
}

/// What of an address means nothing here is taken out of it at once: in some times the work of finding it, not that work for each.
#[test]
fn the_work_of_dismissing_hints_does_not_grow_with_their_number() {
    let engine = &*SHIPPED;
    let set = |of: &str| {
        let keys = ["theme", "keyword", "place", "author"].iter();
        keys.flat_map(|key| (0..180).map(move |k| format!("{key}%3D{of}{k}"))).collect::<Vec<String>>().join("%26")
    };
    let mut state = fragment::read(&format!("#/?view=sets&a={}&b={}", set("x"), set("y")), &engine.facets);
    let before = steps();
    assert_eq!(hints(engine, &state).len(), 2 * 4 * 180);
    let finding = steps() - before;
    remove_unknown(engine, &mut state);
    let removing = steps() - before - finding;
    assert!(0 < finding && removing < 4 * finding, "{finding} steps to find, {removing} to remove");
    assert!(hints(engine, &state).is_empty() && state.look.sets.len() == 2);
}

/// Of an address that is longer than is read, one sentence says so.
#[test]
fn an_address_that_is_cut_is_known_as_such_and_its_state_is_a_whole_one() {
    let engine = &*SHIPPED;
    for address in [format!("#/?q={}", "x".repeat(600_000)), format!("#/?q=a&type=report&open={}", "x".repeat(600_000))]
    {
        assert!(fragment::is_cut(&address));
        let state = fragment::read(&address, &engine.facets);
        let written = fragment::write(&state);
        assert!(hints(engine, &state).is_empty() && !fragment::is_cut(&written));
        assert_eq!(fragment::read(&written, &engine.facets), state);
    }
}

/// Signs that an address encodes take up to nine bytes where they took one or three: what is read is what is there once it is written.
#[test]
fn an_address_that_is_longer_once_it_is_written_is_cut_before_it_is() {
    let engine = &*SHIPPED;
    for sign in ["[", "\u{e9}", "%", "%FF", "%5b", "{}[]"] {
        let long = sign.repeat(300_000 / sign.len());
        for address in
            ["theme", "zz", "open", "list", "compare"].map(|key| format!("#/?theme=grading&type=report&{key}={long}"))
        {
            let state = fragment::read(&address, &engine.facets);
            let written = fragment::write(&state);
            assert_eq!(fragment::read(&written, &engine.facets), state, "{}", &address[..50]);
            assert!(written.len() <= ADDRESS_BYTES + 100 && !fragment::is_cut(&written), "{}", &address[..50]);
            assert!(state.filter.of("type").is_some(), "{}", &address[..50]);
        }
    }
}

/// What is beyond the limit of an address is left out by whole pairs: half an id would be another one.
#[test]
fn an_address_that_is_too_long_ends_at_a_pair() {
    let address = pairs(200_000, |k| format!("item=resource-number-{k:06}"));
    let state = fragment::read(&address, &SHIPPED.facets);
    assert!(state.shared.ids.iter().all(|id| id.len() == "resource-number-000000".len()));
    assert_eq!(state.shared.ids.len(), PICKED);
}

/// Which values of a tree are chosen, or stand above one that is, takes steps by the choices, not by the values.
#[test]
fn the_values_above_the_chosen_ones_are_found_in_steps_that_grow_with_the_choices() {
    let of = |n: usize| {
        let parent = |k: usize| if k == 0 { String::new() } else { format!(r#", "parent": "t{}""#, k / 3) };
        let theme = |k: usize| format!(r#"{{"id": "t{k}"{}}}"#, parent(k));
        let themes: Vec<String> = (0..n).map(theme).collect();
        let text = format!(r#"{{"title": "T", "vocabulary": {{"themes": [{}]}}, "resources": []}}"#, themes.join(","));
        let engine = Engine::new(read(text.as_bytes()).unwrap().0);
        let themes = engine.facet("theme").unwrap();
        let choices = ["t100", "t101", "t33", "", "nothing"].map(str::to_owned);
        drop(themes.with_those_above(&choices));
        let before = steps();
        let ids: Vec<&str> =
            themes.with_those_above(&choices).iter().map(|value| themes.values[*value as usize].id.as_str()).collect();
        assert_eq!(ids, ["t0", "t1", "t3", "t11", "t33", "t100", "t101"]);
        steps() - before
    };
    let (few, many) = (of(200), of(20_000));
    assert!(few > 0 && many == few, "{few} {many}");
}
