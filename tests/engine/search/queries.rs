//! What a search finds, by the kinds of things that people type: whole questions, numbers, acronyms, addresses, dates, names
//! of types and of own columns. Small catalogs of decisive parts, never the number of records of the shipped one.

use crate::util::SHIPPED;
use competency_explorer::catalog::read;
use competency_explorer::explore::fragment::read as read_address;
use competency_explorer::explore::{Engine, State, Suggested, explore, recognize, suggest};
use serde_json::{Value, json};

/// The engine of a catalog that is written as its resources, with a vocabulary and own fields.
fn engine_of(head: &Value, resources: &Value) -> Engine {
    let mut catalog = json!({"title": "T", "resources": resources});
    if let (Value::Object(catalog), Value::Object(head)) = (&mut catalog, head) {
        catalog.extend(head.clone());
    }
    Engine::new(read(catalog.to_string().as_bytes()).unwrap().0)
}

/// An engine of resources that have these titles; their ids are `r0`, `r1` and so on.
fn titled(titles: &[&str]) -> Engine {
    let resource = |(n, title): (usize, &&str)| json!({"id": format!("r{n}"), "title": title});
    engine_of(&json!({}), &titles.iter().enumerate().map(resource).collect())
}

/// The ids of what a query finds, the best first.
fn found(engine: &Engine, query: &str) -> Vec<String> {
    let state = State { query: query.to_owned(), ..State::default() };
    explore(engine, &state).0.first.into_iter().map(|idx| engine.store.id(idx).to_owned()).collect()
}

/// The titles of what a query finds, the best first.
fn titles<'a>(engine: &'a Engine, query: &str) -> Vec<&'a str> {
    let state = State { query: query.to_owned(), ..State::default() };
    explore(engine, &state).0.first.into_iter().map(|idx| engine.store.title(idx)).collect()
}

/// The same in the order of the alphabet, for what matters as a set.
fn titles_sorted<'a>(engine: &'a Engine, query: &str) -> Vec<&'a str> {
    let mut titles = titles(engine, query);
    titles.sort_unstable();
    titles
}

#[test]
fn a_compound_with_a_hyphen_is_found_as_one_word_and_comes_first() {
    let engine = titled(&[
        "Portfolio reviews",
        "Portfolios",
        "Using e-portfolios well",
        "The e-portfolio",
        "An ePortfolio guide",
        "Portfolios, and portfolio defenses",
    ]);
    let compounds = ["An ePortfolio guide", "The e-portfolio", "Using e-portfolios well"];
    for query in ["eportfolio", "eportfolio ", "ePortfolio ", "e-portfolio ", "eportfolios "] {
        let mut first: Vec<&str> = titles(&engine, query).into_iter().take(3).collect();
        first.sort_unstable();
        assert_eq!(first, compounds, "{query}");
    }
}

#[test]
fn an_acronym_and_a_short_word_that_the_catalog_has_find_nothing_near_them() {
    let engine =
        titled(&["The NGLS pilot", "Essays on grading", "Plans under ESSA", "NCLB in review", "NCLP notes", "Songs"]);
    for (query, found) in [
        ("NGSS", &[][..]),
        ("NGSS ", &[]),
        ("ESSA", &["Plans under ESSA"]),
        ("ESSA ", &["Plans under ESSA"]),
        ("NCLB ", &["NCLB in review"]),
        ("nclb ", &["NCLB in review"]),
        ("songz ", &["Songs"]),
    ] {
        assert_eq!(titles(&engine, query), found, "{query}");
    }
}

#[test]
fn a_number_finds_no_other_number() {
    let engine = titled(&["Report 2000", "Report 2001", "Report 2011", "Version 3.10", "Grade 9 math", "K-12 basics"]);
    assert_eq!(titles(&engine, "2001"), ["Report 2001"]);
    assert_eq!(titles(&engine, "2001 "), ["Report 2001"]);
    assert_eq!(titles(&engine, "2002"), Vec::<&str>::new());
    assert_eq!(titles(&engine, "report 20011 "), Vec::<&str>::new());
    assert_eq!(titles_sorted(&engine, "report 200"), ["Report 2000", "Report 2001"], "a number is being typed");
    assert_eq!(titles(&engine, "grade 8 "), Vec::<&str>::new());
    assert_eq!(titles(&engine, "K12 "), ["K-12 basics"], "letters and digits written as one");
    let engine = titled(&["From 20 to 01", "Room 20-01", "Covid19 plans", "2024 report", "20242 units"]);
    assert_eq!(titles(&engine, "2001 "), Vec::<&str>::new(), "a number is not cut in two");
    assert_eq!(titles(&engine, "20 24 "), Vec::<&str>::new(), "two numbers are not one");
    assert_eq!(titles(&engine, "covid18 "), Vec::<&str>::new());
    assert_eq!(titles(&engine, "2024"), ["2024 report"], "a year is complete");
}

#[test]
fn function_words_are_optional_outside_quotes() {
    let engine = titled(&["Start small", "Grading on no curve: grade for learning", "New Hampshire moves", "The Who"]);
    assert_eq!(titles(&engine, "how do I start"), ["Start small"]);
    assert_eq!(titles(&engine, "how do I grade without a curve"), ["Grading on no curve: grade for learning"]);
    assert_eq!(titles(&engine, "what has New Hampshire done"), ["New Hampshire moves"]);
    assert_eq!(titles(&engine, "WHAT HAS NEW HAMPSHIRE DONE"), ["New Hampshire moves"]);
    assert_eq!(titles(&engine, "start-of-the-small"), ["Start small"]);
    assert_eq!(titles(&engine, "start in"), ["Start small"], "also where it is being typed");
    assert_eq!(titles(&engine, "\"how do I start\""), Vec::<&str>::new(), "in quotes they count");
    assert_eq!(titles(&engine, "the who"), ["The Who"], "a query of nothing else is searched as it stands");
    assert_eq!(titles(&engine, "small -the "), ["Start small"]);
    assert_eq!(titles(&engine, "who -start "), ["The Who"]);
}

#[test]
fn function_words_are_not_marked_and_make_no_condition() {
    use competency_explorer::explore::{conditions, parse_query, text_hits};
    let query = "how do I grade without a curve";
    let marks = text_hits(&SHIPPED, &parse_query(&SHIPPED, query), false).marks;
    let is_marked = |word: &str| marks.iter().flatten().any(|mark| mark.answers(word));
    assert!(is_marked("grade") && is_marked("curve"));
    assert!(["how", "do", "i", "without", "a"].into_iter().all(|word| !is_marked(word)), "{marks:?}");
    let state = State { query: query.to_owned(), ..State::default() };
    assert_eq!(conditions(&SHIPPED, &state).len(), 2);
}

#[test]
fn acronyms_are_found_with_and_without_their_dots() {
    let engine =
        titled(&["Schools of the U.S.A.", "The U.S. view", "A Ph.D. in teaching", "K.S.A. 72-1163", "USA now"]);
    assert_eq!(titles_sorted(&engine, "USA "), ["Schools of the U.S.A.", "USA now"]);
    assert_eq!(titles_sorted(&engine, "U.S.A."), ["Schools of the U.S.A.", "USA now"]);
    assert_eq!(titles(&engine, "US view"), ["The U.S. view"]);
    assert_eq!(titles(&engine, "US "), ["The U.S. view"]);
    assert_eq!(titles(&engine, "u.s. view"), ["The U.S. view"]);
    assert_eq!(titles(&engine, "phd"), ["A Ph.D. in teaching"]);
    assert_eq!(titles(&engine, "Ph.D. "), ["A Ph.D. in teaching"]);
    assert_eq!(titles(&engine, "ksa "), ["K.S.A. 72-1163"]);
    assert_eq!(titles(&engine, "\"the u.s. view\""), ["The U.S. view"]);
    let engine = titled(&["It ended.So it began", "Versions 1.2.3", "See example.org"]);
    assert_eq!(titles(&engine, "ended so"), ["It ended.So it began"], "a missing space makes no acronym");
    assert_eq!(titles(&engine, "example"), ["See example.org"]);
    assert_eq!(titles(&engine, "\"1 2 3\""), ["Versions 1.2.3"]);
}

#[test]
fn names_of_signs_and_letters_are_found_as_they_are_typed() {
    let titles_of = ["C for everyone", "C++ for everyone", "C# for everyone", ".NET at school", "The net at school"];
    let engine = titled(&titles_of);
    for query in ["C++", "C++ ", "c++ everyone", "\"C++\"", "\"C++ for\"", "title:C++"] {
        assert_eq!(titles(&engine, query), ["C++ for everyone"], "{query}");
    }
    assert_eq!(titles(&engine, "C# "), ["C# for everyone"]);
    assert_eq!(titles(&engine, "F# "), [""; 0], "nothing is called so");
    assert_eq!(titles(&engine, "C ")[0], "C for everyone");
    assert_eq!(titles(&engine, ".NET")[0], ".NET at school");
    assert_eq!(titles(&engine, "net ")[0], "The net at school");
    let engine = titled(&["R and D: research, development", "R&D in schools", "D without R", "Q&A with teachers"]);
    assert_eq!(titles(&engine, "R&D ")[0], "R&D in schools");
    assert_eq!(titles(&engine, "R & D schools"), ["R&D in schools"]);
    assert_eq!(titles(&titled(&["R & D in schools"]), "R&D "), ["R & D in schools"]);
    assert_eq!(titles(&engine, "Q&A"), ["Q&A with teachers"]);
    assert_eq!(titles(&engine, "\"Q&A with\""), ["Q&A with teachers"]);
}

#[test]
fn the_exact_spelling_comes_first() {
    let mut resources: Vec<Value> =
        (0..6).map(|n| json!({"id": format!("plain{n}"), "title": "A resume for you", "published": "2001"})).collect();
    resources.push(json!({"id": "accented", "title": "A résumé for you", "published": "2020"}));
    let engine = engine_of(&json!({}), &resources.into());
    for query in ["resume", "resume ", "Resume"] {
        let found = found(&engine, query);
        assert_eq!((found.len(), found.last().map(String::as_str)), (7, Some("accented")), "{query}");
    }
    for query in ["résumé", "résumé ", "RÉSUMÉ"] {
        assert_eq!(found(&engine, query)[0], "accented", "{query}");
    }
}

#[test]
fn letters_and_digits_of_full_width_are_those_of_half_width() {
    let engine = titled(&["ＣＢＥ in ２０２４", "CBE in 2024", "Other"]);
    for query in ["CBE", "cbe ", "ＣＢＥ", "２０２４", "2024 "] {
        assert_eq!(titles(&engine, query).len(), 2, "{query}");
    }
}

#[test]
fn numbers_are_found_with_and_without_commas_between_their_thousands() {
    let engine = titled(&["All 1,234 schools", "All 1234 schools", "Page 1, 234 schools"]);
    for query in ["1234", "1,234", "1,234 schools", "\"1234 schools\""] {
        assert_eq!(titles_sorted(&engine, query), ["All 1,234 schools", "All 1234 schools"], "{query}");
    }
    assert_eq!(titles(&engine, "234 "), ["Page 1, 234 schools"]);
}

#[test]
fn an_acronym_in_capitals_comes_before_the_word() {
    let mut all = vec!["Help us grade"; 6];
    all.push("Grading in the US today");
    all.push("Grading in the U.S. today");
    let engine = titled(&all);
    for query in ["US", "US ", "U.S."] {
        let found = titles(&engine, query);
        assert!(found.len() == 8 && found[..2].iter().all(|title| title.starts_with("Grading")), "{query} {found:?}");
    }
    let engine = titled(&["The act of grading", "Take the ACT"]);
    assert_eq!(titles(&engine, "ACT ")[0], "Take the ACT");
    assert_eq!(titles(&engine, "act ")[0], "The act of grading");
}

#[test]
fn a_slip_in_its_first_letter_is_not_looked_for_in_a_word_that_is_being_typed() {
    let engine = titled(&["A survey of teachers", "Grading on curves"]);
    assert_eq!(titles(&engine, "curve"), ["Grading on curves"]);
    let engine = titled(&["A survey of teachers"]);
    assert_eq!(titles(&engine, "curve"), Vec::<&str>::new());
    assert_eq!(titles(&engine, "survay"), ["A survey of teachers"]);
}

#[test]
fn a_plural_ends_no_word_that_is_whole() {
    let engine = titled(&["Grading on curves", "Curved lines", "The curve"]);
    let suggestions = suggest(&engine, &State::default(), "grade without a curve");
    let words: Vec<&Suggested> = suggestions.iter().map(|suggestion| &suggestion.what).collect();
    assert!(!words.contains(&&Suggested::Word("curves".to_owned())), "{words:?}");
    let suggestions = suggest(&engine, &State::default(), "curv");
    let words: Vec<&Suggested> = suggestions.iter().map(|suggestion| &suggestion.what).collect();
    assert!(words.contains(&&Suggested::Word("curves".to_owned())), "{words:?}");
}

#[test]
fn a_month_and_a_year_in_words_are_offered_as_a_month() {
    let resource = |date: &&str| json!({"id": date, "title": "x", "published": date});
    let engine = engine_of(&json!({}), &["2024", "2024-06-15", "2024-07", "2023-06"].iter().map(resource).collect());
    for query in ["June 2024", "june 2024 ", "2024 June", "Jun 2024", "x June 2024"] {
        let named = recognize(&engine, &State::default(), query).unwrap();
        assert_eq!(named.count, 1, "{query}");
        let after = named.chosen(&engine, &State::default());
        let found: Vec<&str> = explore(&engine, &after).0.first.iter().map(|idx| engine.store.id(*idx)).collect();
        assert_eq!(found, ["2024-06-15"], "{query}");
    }
}

#[test]
fn a_month_in_an_address_is_a_month() {
    let resource = |date: &&str| json!({"id": date, "title": "x", "published": date});
    let engine = engine_of(&json!({}), &["2024", "2024-06-15", "2024-07", "2023-06"].iter().map(resource).collect());
    let found = |address: &str| {
        let state = read_address(address, &engine.facets);
        let mut found: Vec<&str> = explore(&engine, &state).0.first.iter().map(|idx| engine.store.id(*idx)).collect();
        found.sort_unstable();
        (state.query, found)
    };
    assert_eq!(found("#/?year=2024-06"), ("year:2024-06".to_owned(), vec!["2024-06-15"]));
    assert_eq!(found("#/?year=2024-06&q=x").0, "x year:2024-06");
    assert_eq!(found("#/?q=x OR y&year=2024-06"), ("(x OR y) year:2024-06".to_owned(), vec!["2024-06-15"]));
    assert_eq!(found("#/?-year=2024-06").1, ["2023-06", "2024", "2024-07"]);
    assert_eq!(found("#/?year=2024").1, ["2024", "2024-06-15", "2024-07"]);
}

#[test]
fn a_month_is_a_month() {
    let dates = ["2024", "2024-01", "2024-06", "2024-06-15", "2024-07-01", "2023-06-30", "2025"];
    let resource = |date: &&str| json!({"id": date, "title": "x", "published": date});
    let engine = engine_of(&json!({}), &dates.iter().map(resource).collect());
    let check = |query: &str, expected: &[&str]| {
        let mut found = found(&engine, query);
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    };
    check("year:2024-06", &["2024-06", "2024-06-15"]);
    check("year:2024-06-15", &["2024-06-15"]);
    check("year:2024-06-16 ", &[]);
    check("year:\"2024-06\"", &["2024-06", "2024-06-15"]);
    check("year:2024-01..2024-06", &["2024-01", "2024-06", "2024-06-15"]);
    check("year:2024-06..2024-01", &["2024-01", "2024-06", "2024-06-15"]);
    check("year:2023..2024-06 ", &["2023-06-30", "2024-01", "2024-06", "2024-06-15"]);
    check("year:2023-06..2025 ", &["2023-06-30", "2024", "2024-01", "2024-06", "2024-06-15", "2024-07-01", "2025"]);
    check("year:>2024-06", &["2024-07-01", "2025"]);
    check("year:>=2024-06-15", &["2024-06-15", "2024-07-01", "2025"]);
    check("year:<2024-06", &["2023-06-30", "2024-01"]);
    check("year:<=2024-06", &["2023-06-30", "2024-01", "2024-06", "2024-06-15"]);
    check("year:2024", &["2024", "2024-01", "2024-06", "2024-06-15", "2024-07-01"]);
    check("year:2024-13", &[]);
    check("-year:2024 -year:2025 ", &["2023-06-30"]);
}

#[test]
fn months_of_an_own_date_are_months() {
    let head = json!({"fields": [{"id": "checked", "label": "Checked", "kind": "date", "filter": true}]});
    let resource = |date: &str| json!({"id": date, "title": "x", "extra": {"checked": date}});
    let engine = engine_of(&head, &["2024", "2024-05-03", "2024-06"].map(resource).into());
    assert_eq!(found(&engine, "checked:2024-05"), ["2024-05-03"]);
    assert_eq!(found(&engine, "checked:2024").len(), 3);
}

#[test]
fn a_pasted_address_finds_its_record() {
    let engine = engine_of(
        &json!({}),
        &json!([
            {"id": "R-0042", "title": "One", "url": "https://www.example.org/Reports/a-b_(2)/"},
            {"id": "two", "title": "Two", "url": "http://example.org/list?id=7"},
            {"id": "three", "title": "Three", "url": "https://doi.org/10.1000/XYZ.126"},
            {"id": "seven", "title": "Seven", "url": "https://example.org/seven", "doi": "10.1000/seven.7"},
            {"id": "four", "title": "Four example org reports"},
            {"id": "five", "title": "Five", "url": "https://example.org/list?id=8#part"},
            {"id": "six", "title": "Six", "url": "https://example.org/a%20report.pdf"},
        ]),
    );
    let one = [
        "https://www.example.org/Reports/a-b_(2)/",
        "http://example.org/Reports/a-b_(2)",
        "HTTPS://WWW.Example.org/Reports/a-b_(2)/",
        "example.org/Reports/a-b_(2)",
        "www.example.org/Reports/a-b_(2)/?utm_source=mail&utm_medium=x&fbclid=1",
        " <https://example.org/Reports/a-b_(2)#top> ",
    ];
    for address in one {
        assert_eq!(found(&engine, address)[0], "R-0042", "{address}");
    }
    assert_eq!(found(&engine, "https://example.org/list?id=7&utm_campaign=c"), ["two"]);
    assert_eq!(found(&engine, "https://example.org/list?id=8"), ["five"]);
    assert_eq!(found(&engine, "https://example.org/a report.pdf"), ["six"]);
    for doi in [
        "10.1000/xyz.126",
        "doi:10.1000/xyz.126",
        "DOI: 10.1000/xyz.126",
        "https://doi.org/10.1000/xyz.126",
        "http://dx.doi.org/10.1000/XYZ.126",
        "www.doi.org/10.1000/xyz.126",
    ] {
        assert_eq!(found(&engine, doi), ["three"], "{doi}");
        let of_field = doi.to_lowercase().replace("xyz.126", "SEVEN.7");
        assert_eq!(found(&engine, &of_field), ["seven"], "{of_field}");
    }
    assert_eq!(found(&engine, "R-0042"), ["R-0042"], "an id");
    assert_eq!(found(&engine, "https://host.example/sub/#/?q=x&view=table&open=two"), ["two"], "this page's address");
    assert_eq!(found(&engine, "https://host.example/nowhere"), Vec::<String>::new());
}

#[test]
fn a_pasted_address_never_finds_another_record() {
    let engine = engine_of(
        &json!({}),
        &json!([
            {"id": "video", "title": "Video", "url": "https://youtu.be/AbCdEfGhIjK"},
            {"id": "site", "title": "Site", "url": "https://example.org/"},
            {"id": "watch", "title": "Watch", "url": "https://www.youtube.com/watch"},
            {"id": "post", "title": "Post", "url": "https://e.org/?p=12"},
        ]),
    );
    for other in [
        "https://youtu.be/aBcDeFgHiJk",
        "https://example.org/?p=123",
        "youtube.com/watch?v=zzz",
        "https://e.org/?p=123",
        "https://e.org/",
        "https://example.org:8443/",
    ] {
        assert_eq!(found(&engine, other), Vec::<String>::new(), "{other}");
    }
    assert_eq!(found(&engine, "http://YouTu.be/AbCdEfGhIjK?si=shared"), ["video"]);
    assert_eq!(found(&engine, "https://example.org/?gclid=1&utm_source=x"), ["site"]);
}

#[test]
fn a_pasted_address_is_found_with_its_port_its_encoding_and_brackets_around() {
    let engine = engine_of(
        &json!({}),
        &json!([
            {"id": "port", "title": "Port", "url": "https://e.org:8443/x"},
            {"id": "plain", "title": "Plain", "url": "https://f.org/caf%C3%A9%20b"},
            {"id": "doi", "title": "Doi", "url": "https://doi.org/10.1000/a(1)"},
            {"id": "wiki", "title": "Wiki", "url": "https://g.org/Mastery_(learning)"},
        ]),
    );
    for (address, id) in [
        ("https://e.org:8443/x", "port"),
        ("https://f.org:443/café b", "plain"),
        ("http://f.org:80/caf%c3%a9%20b", "plain"),
        ("(https://f.org/caf%C3%A9%20b)", "plain"),
        ("(https://f.org/caf%C3%A9%20b).", "plain"),
        ("10.1000/a(1)", "doi"),
        ("(doi:10.1000/a(1))", "doi"),
        ("<https://doi.org/10.1000%2Fa%281%29>", "doi"),
        ("https://g.org/Mastery_(learning)", "wiki"),
        ("(https://g.org/Mastery_(learning)),", "wiki"),
        ("https://g.org/Mastery_%28learning%29", "wiki"),
    ] {
        assert_eq!(found(&engine, address), [id], "{address}");
    }
}

#[test]
fn own_columns_and_names_of_types_audiences_levels_and_access_are_searched() {
    let head = json!({
        "vocabulary": {
            "types": [{"id": "p", "label": "Podcast"}],
            "audiences": [{"id": "s", "label": "School boards"}],
            "levels": [{"id": "s", "label": "Secondary"}],
            "access": [{"id": "s", "label": "Members only"}],
        },
        "fields": [
            {"id": "note", "label": "Remarks of the board", "kind": "text"},
            {"id": "tags", "label": "Tags", "kind": "terms", "filter": true},
            {"id": "cost", "label": "Cost", "kind": "number"},
        ],
    });
    let engine = engine_of(
        &head,
        &json!([
            {"id": "a", "title": "x", "type": "p"},
            {"id": "b", "title": "x", "audiences": ["s"], "extra": {"note": "Teachers like it"}},
            {"id": "c", "title": "x", "levels": ["s"], "extra": {"note": "Trustees like it", "tags": ["Winter", "Summer days"]}},
            {"id": "d", "title": "x", "access": "s", "extra": {"note": ["first line", "second thing"], "cost": 12}},
            {"id": "e", "title": "Podcast"},
        ]),
    );
    assert_eq!(found(&engine, "podcast"), ["e", "a"], "the title counts more");
    assert_eq!(found(&engine, "boards"), ["b"]);
    assert_eq!(found(&engine, "secondary"), ["c"]);
    assert_eq!(found(&engine, "members"), ["d"]);
    assert_eq!(found(&engine, "trustees"), ["c"]);
    assert_eq!(found(&engine, "summer"), ["c"]);
    assert_eq!(found(&engine, "\"like it\"").len(), 2);
    assert_eq!(found(&engine, "\"line second\""), Vec::<String>::new(), "two texts are two");
    assert_eq!(found(&engine, "note:like").len(), 2);
    assert_eq!(found(&engine, "remarks-of-the-board:like").len(), 2, "a column by its label");
    assert_eq!(found(&engine, "note:trust"), ["c"], "being typed");
    assert_eq!(found(&engine, "note:\"like it\" -note:teachers "), ["c"]);
    assert_eq!(found(&engine, "note:x"), Vec::<String>::new(), "the title is another text");
    assert_eq!(found(&engine, "tags:summer"), ["c"]);
    assert_eq!(found(&engine, "cost:12"), ["d"]);
    assert_eq!(found(&engine, "cost:>=10"), ["d"]);
    assert_eq!(found(&engine, "cost:<10"), Vec::<String>::new());
}

#[test]
fn podcast_finds_every_podcast_of_the_shipped_catalog() {
    let n = (0..).take(SHIPPED.len()).filter(|idx| SHIPPED.resource(*idx).r#type.as_deref() == Some("podcast")).count();
    let found = found(&SHIPPED, "podcast");
    let of_type = found
        .iter()
        .filter(|id| SHIPPED.find(id).is_some_and(|idx| SHIPPED.resource(idx).r#type.as_deref() == Some("podcast")));
    assert_eq!(of_type.count(), n);
    assert!(n > 0);
}

#[test]
fn the_beginning_of_a_phrase_has_its_synonyms() {
    use competency_explorer::explore::{parse_query, text_hits};
    let also = |query: &str| text_hits(&SHIPPED, &parse_query(&SHIPPED, query), false).also.synonyms;
    for query in ["mastery-based", "mastery-based ", "Vermont mastery-based", "student-centered"] {
        assert!(!also(query).is_empty(), "{query}");
    }
    assert!(also("mastery-based").contains(&"proficiency-based learning".to_owned()));
    for query in ["mastery", "mastery-based grading", "every student", "personalized"] {
        assert_eq!(also(query), Vec::<String>::new(), "{query}");
    }
    assert!(!also("profile of a graduate").is_empty(), "function words in a synonym");
}

#[test]
fn where_nothing_has_all_of_several_words_what_has_most_of_them_is_found_and_said() {
    use competency_explorer::explore::{parse_query, text_hits};
    let engine = titled(&["Seat time in Maine", "Seat time credits", "Maine", "Credits", "Seats in Maine for credits"]);
    let also = |query: &str| text_hits(&engine, &parse_query(&engine, query), false).also.partly;
    assert_eq!(titles_sorted(&engine, "seat time maine grading"), ["Seat time in Maine"]);
    assert_eq!(titles_sorted(&engine, "how is seat time counted in Maine"), ["Seat time in Maine"]);
    assert!(also("seat time maine grading"));
    assert_eq!(titles(&engine, "seat xyzzy"), Vec::<&str>::new(), "of two words both are needed");
    assert_eq!(titles(&engine, "seat xyzzy plugh"), Vec::<&str>::new());
    assert_eq!(titles(&engine, "seat time -maine xyzzy"), Vec::<&str>::new(), "what is left out is");
    assert_eq!(titles(&engine, "\"seat time\" maine xyzzy"), Vec::<&str>::new());
    assert!(!also("seat time maine"));
    let numbered = titled(&["Version 2.0 of seat time", "Seat time 2016 in Maine"]);
    assert_eq!(titles(&numbered, "version 3.0 seat time "), Vec::<&str>::new(), "another number is another thing");
    assert_eq!(titles(&numbered, "seat time maine 2017 "), Vec::<&str>::new());
    assert_eq!(titles(&numbered, "seat time 2016 grading "), ["Seat time 2016 in Maine"]);
    let only = State { query: "seat time maine grading".to_owned(), only_words: true, ..State::default() };
    assert_eq!(explore(&engine, &only).0.total, 0);
}

#[test]
fn an_abbreviation_says_no_more_than_what_it_stands_for() {
    let head = json!({"vocabulary": {"synonyms": [["competency-based education", "cbe"]]}});
    let mut resources: Vec<Value> = (0..20)
        .map(|n| json!({"id": format!("r{n}"), "title": "Competency-based education", "summary": "Schools and more"}))
        .collect();
    resources.push(json!({"id": "definition", "title": "A definition of competency-based education"}));
    resources.push(json!({"id": "starter", "title": "CBE starter", "summary": "It has a definition and more"}));
    let engine = engine_of(&head, &resources.into());
    assert_eq!(found(&engine, "cbe definition")[0], "definition");
}
