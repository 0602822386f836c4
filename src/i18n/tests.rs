//! Numbers, plural forms, dates and lists in two languages, and that machines are given the same in both.

use super::language::{best_of, set_current};
use super::toy::TOY;
use super::*;
use crate::catalog::{PartialDate, read};
use crate::explore::{Condition, Engine, MAX_COMPARED, Sort, State, conditions, recognize};
use crate::text::css;

const ENGLISH: &Language = LANGUAGES[0];

/// What a function returns in each of the two languages.
fn in_both<T>(function: impl Fn() -> T) -> [T; 2] {
    [ENGLISH, &TOY].map(|language| {
        set_current(language);
        function()
    })
}

#[test]
fn numbers_are_grouped_as_the_language_has_it() {
    for (n, texts) in [
        (0, ["0", "0"]),
        (999, ["999", "999"]),
        (1_000, ["1,000", "1000"]),
        (12_345, ["12,345", "12\u{a0}345"]),
        (1_234_567, ["1,234,567", "1\u{a0}234\u{a0}567"]),
    ] {
        assert_eq!(in_both(|| number(n)), texts);
    }
}

#[test]
fn fractions_have_the_decimal_sign_of_the_language() {
    for (value, digits, texts) in [
        (0.0, 0, ["0", "0"]),
        (0.06, 1, ["0.1", "0,1"]),
        (0.005, 2, ["0.01", "0,01"]),
        (9.96, 1, ["10.0", "10,0"]),
        (12_345.67, 1, ["12,345.7", "12\u{a0}345,7"]),
        (f64::NAN, 1, ["0.0", "0,0"]),
    ] {
        assert_eq!(in_both(|| decimal(value, digits)), texts);
    }
    assert_eq!(in_both(|| milliseconds(12)), ["0.012 ms", "0,012 ms"]);
    assert_eq!(in_both(|| milliseconds(1_249)), ["1.2 ms", "1,2 ms"]);
    assert_eq!(in_both(|| milliseconds(12_600)), ["13 ms", "13 ms"]);
    assert_eq!(in_both(|| times(0.034)), ["0.03", "0,03"]);
    assert_eq!(in_both(|| lift(18))[0], "1.8 times as often as chance");
}

#[test]
fn percentages_have_the_space_of_the_language() {
    assert_eq!(in_both(|| share(46, 100)), ["46%", "46\u{a0}%"]);
    assert_eq!(in_both(|| share(4, 1_000)), ["0.4%", "0,4\u{a0}%"]);
    assert_eq!(in_both(|| share(0, 0)), ["0%", "0\u{a0}%"]);
    assert_eq!(in_both(|| part_of(12, 30)), ["12 (40%)", "12 (40\u{a0}%)"]);
    assert_eq!(in_both(|| part_of(0, 0)), ["0 (0%)", "0 (0\u{a0}%)"]);
}

#[test]
fn a_language_has_as_many_plural_forms_as_it_needs() {
    for (n, texts) in [
        (0, ["0 resources", "0 zasobów"]),
        (1, ["1 resource", "1 zasób"]),
        (2, ["2 resources", "2 zasoby"]),
        (5, ["5 resources", "5 zasobów"]),
        (12, ["12 resources", "12 zasobów"]),
        (21, ["21 resources", "21 zasobów"]),
        (22, ["22 resources", "22 zasoby"]),
        (10_102, ["10,102 resources", "10\u{a0}102 zasoby"]),
    ] {
        assert_eq!(in_both(|| resources(n)), texts);
    }
    set_current(ENGLISH);
    for (n, text) in [(0, "share none of 1 theme"), (1, "share 1 of 1 theme: Grading")] {
        assert_eq!(themes_shared(n, 1, "Grading"), text);
    }
}

#[test]
fn dates_are_no_more_precise_than_stated() {
    for (text, dates) in [
        ("2018", ["2018", "2018"]),
        ("2018-05", ["May 2018", "05.2018"]),
        ("2018-01-04", ["January 4, 2018", "4.01.2018"]),
        ("last spring", ["last spring", "last spring"]),
    ] {
        assert_eq!(in_both(|| date_text(text)), dates);
        if let Ok(partial) = text.parse::<PartialDate>() {
            assert_eq!(in_both(|| date(partial)), dates);
        }
    }
    assert_eq!(in_both(|| updated("2018-05"))[0], "Updated May 2018.");
    for (text, short) in [("2018", "2018"), ("2018-05", "May 2018"), ("2018-09-04", "Sep 2018")] {
        assert_eq!(text.parse().map(month_and_year).as_deref(), Ok(short), "{text}");
    }
}

#[test]
fn lists_end_with_the_conjunction_of_the_language() {
    let list = |items: &[&str]| in_both(|| current().locale.list(items));
    assert_eq!(list(&[]), ["", ""]);
    assert_eq!(list(&["a"]), ["a", "a"]);
    assert_eq!(list(&["a", "b"]), ["a and b", "a i b"]);
    assert_eq!(list(&["a", "b", "c"]), ["a, b and c", "a, b i c"]);
    assert_eq!(in_both(|| commas(&["a", "b"])), ["a, b", "a, b"]);
    assert_eq!(in_both(|| quoted("a")), ["“a”", "„a”"]);
}

#[test]
fn a_language_speaks_its_own_numbers_whichever_the_page_speaks() {
    for language in [ENGLISH, &TOY] {
        set_current(language);
        assert_eq!(ENGLISH.messages.resources(1_234), "1,234 resources");
        assert_eq!(TOY.messages.resources(12_345), "12\u{a0}345 zasobów");
    }
}

#[test]
fn texts_and_sentences_change_with_the_language() {
    assert_eq!(in_both(close), ["Close", "Zamknij"]);
    assert_eq!(in_both(|| only_in_set(set_name(0))), ["Only in A", "Only in Alfa"]);
    assert_eq!(in_both(|| sort(Sort::Newest)), ["Newest first", "Newest first"]);
    assert_eq!(in_both(language), ["en", "pl"]);
}

#[test]
fn machines_are_given_the_same_in_every_language() {
    let machine = || [css::percent(1, 8), css::tenths(1_234.56), css::pixels(1_234.4)];
    let [english, toy] = in_both(machine);
    assert_eq!(english, toy);
    assert_eq!(english, ["12.5%", "1234.6", "1234px"]);
}

#[test]
fn the_language_is_the_first_wish_that_is_there() {
    let languages: [&Language; 2] = [ENGLISH, &TOY];
    let tag = |wishes: &[&'static str]| best_of(&languages, wishes.iter().copied()).tag;
    assert_eq!(tag(&[]), "en");
    assert_eq!(tag(&["de", ""]), "en");
    assert_eq!(tag(&["pl"]), "pl");
    assert_eq!(tag(&["PL-pl", "en"]), "pl");
    assert_eq!(tag(&["de", "pl_PL", "en"]), "pl");
    assert_eq!(tag(&["en-GB", "pl"]), "en");
    assert_eq!(tag(&["polish", "e"]), "en");
}

#[test]
fn counts_in_sentences_have_their_form() {
    set_current(ENGLISH);
    let sentences = [
        (findings(1), "1 problem in this catalog"),
        (findings(2), "2 problems in this catalog"),
        (take(1), "Cite or export this one"),
        (take(1_200), "Cite or export these 1,200"),
        (
            map_sentence(3, 1, 20),
            "3 resources: each cell counts those that have both values, and leads to them. 1 of 20 has less than half of what both values let expect (log-likelihood above 10.83); a line marks what is less clear (above 3.84).",
        ),
        (
            values_left_out("Place", 1),
            "Place: 1 value with fewer resources is not shown. A filter or a search brings other values up.",
        ),
        (shared_with_you(4, 1), "A shared list: 4 resources, one of which this catalog does not have."),
        (
            sets_in_short(&[("Maine".to_owned(), 1), ("Utah".to_owned(), 9)], 1),
            "Maine: 1 resource, Utah: 9 resources; 1 is in both.",
        ),
        (tag_changes(2, 0, 1, 0), "Tags since the last step: 2 new, 1 larger."),
        (tag_changes(0, 0, 0, 0), ""),
        (
            nothing_has(&["a".into(), "b".into(), "c".into()], &["d".into()]),
            "Nothing has all of a, b and c, leaving out d.",
        ),
        (nothing_has(&["a".into(), "b".into()], &[]), "Nothing has both a and b."),
        (nothing_has(&[], &["d".into()]), "There is nothing, leaving out d."),
        (full(MAX_COMPARED), "6 are compared, and that is the most. Remove one to add another."),
        (plural_label("Study"), "Studies"),
        (plural_label("Essay"), "Essays"),
        (plural_label("Brush"), "Brushes"),
        (label_within("Videos"), "videos"),
        (label_within("FAQs"), "FAQs"),
        (capitalized("éa"), "Éa"),
    ];
    for (sentence, expected) in sentences {
        assert_eq!(sentence, expected);
    }
}

#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#[test]
fn a_month_of_a_query_reads_as_readers_write_it() {
    set_current(ENGLISH);
    let text =
        r#"{"resources": [{"id": "a", "title": "A rubric", "published": "2024-06-15"}, {"id": "b", "title": "B"}]}"#;
    let engine = Engine::new(read(text.as_bytes()).unwrap().0);
    let chip = |query: &str| {
        let state = State { query: query.to_owned(), ..State::default() };
        let of = |one: &Condition| [lead(&engine, one), short(&engine, one)].join(" ");
        conditions(&engine, &state).iter().map(of).collect::<Vec<String>>()
    };
    assert_eq!(chip("year:2024-06 "), ["dated June 2024"]);
    assert_eq!(chip("rubric -year:2024-06-15 "), ["with “rubric”", "not dated June 15, 2024"]);
    assert_eq!(chip("year:2016..2019 "), ["with “year:2016..2019”"]);
    let offered = |query: &str| {
        let state = State { query: query.to_owned(), ..State::default() };
        recognize(&engine, &state, query).map(|found| recognized(&engine, &found)).unwrap_or_default()
    };
    assert_eq!(offered("June 2024"), "Only June 2024: 1 resource");
    assert_eq!(offered("rubric June 2024"), "Only rubric June 2024: 1 resource");
}
