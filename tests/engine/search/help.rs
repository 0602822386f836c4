//! What helps a reader to ask: suggestions, ways out of a dead end, where the words stand. Every count is the real one.

use crate::util::{SHIPPED, any_catalog, any_state};
use competency_explorer::catalog::{Catalog, Field, FieldKind, Head, Resource, read};
use competency_explorer::explore::{
    Condition, Engine, MOST_SUGGESTIONS, Relaxation, State, Suggested, Suggestion, SuggestionGroup, broader,
    conditions, examples, explore, matched_in, nearest_field, parse_query, recognize, relax, suggest, text_hits,
};
use competency_explorer::search::TextField;
use competency_explorer::search::query::QueryHint;
use competency_explorer::text::{excerpt_start, highlight};
use serde_json::json;

fn n_found(engine: &Engine, state: &State) -> usize {
    explore(engine, state).0.total
}

#[test]
fn a_way_out_finds_as_many_as_it_says() {
    let mut n_seen = 0;
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let state = any_state(u)?;
        let ways = relax(&engine, &state);
        for way in &ways {
            let without = way.condition.removed_from(&state);
            assert_eq!(n_found(&engine, &without), way.count, "{way:?} of {state:?}");
            assert!(way.count > 0);
        }
        let found = |way: &Relaxation| explore(&engine, &way.condition.removed_from(&state)).0.set;
        let sets: Vec<_> = ways.iter().map(found).collect();
        assert!((1..sets.len()).all(|at| !sets[..at].contains(&sets[at])), "two ways to the same: {ways:?}");
        assert!(ways.len() <= 7);
        let mut helps =
            conditions(&engine, &state).into_iter().filter(|c| n_found(&engine, &c.removed_from(&state)) > 0);
        assert!(helps.next().is_none() || !ways.is_empty(), "something helps, and nothing is said of {state:?}");
        n_seen += ways.len();
        Ok(())
    })
    .size_min(1 << 12);
    assert!(n_seen > 0, "no state had a way out");
}

#[test]
fn a_dead_end_names_each_single_condition() {
    let mut state = State { query: "competency".to_owned(), ..State::default() };
    state.filter.choose("place", "Maine");
    state.filter.choose("type", "video");
    assert_eq!(n_found(&SHIPPED, &state), 0);
    let n_without = |condition: &Condition| n_found(&SHIPPED, &condition.removed_from(&state));
    let ways = relax(&SHIPPED, &state);
    let found = ways.iter().map(|way| (way.count, n_without(&way.condition))).collect::<Vec<_>>();
    assert!(found.iter().all(|(said, real)| said == real), "{ways:?}");
    let singles: Vec<_> = ways.iter().filter(|way| !matches!(way.condition, Condition::Filter)).collect();
    assert!(!singles.is_empty() && singles.is_sorted_by(|a, b| a.count >= b.count), "best first: {ways:?}");
}

#[test]
fn a_value_is_suggested_only_where_choosing_it_means_what_was_typed() {
    let is_value = |suggestion: &Suggestion| matches!(suggestion.what, Suggested::Value { .. });
    let n_values = |typed: &str| suggest(&SHIPPED, &State::default(), typed).iter().filter(|s| is_value(s)).count();
    for plain in ["gradi", "mastery gradi", "mastery AND gradi"] {
        assert!(n_values(plain) > 0, "{plain}");
    }
    for other in ["-gradi", "NOT gradi", "title:gradi", "\"gradi", "(gradi", "mastery OR gradi", "\u{2212}gradi"] {
        assert_eq!(n_values(other), 0, "{other}");
    }
}

#[test]
fn years_are_found_however_they_are_written() {
    let n = |query: &str| n_found(&SHIPPED, &State { query: query.to_owned(), ..State::default() });
    let range = n("year:2016..2019");
    assert!(0 < range && range < SHIPPED.len());
    for other in ["year:2019..2016", "year:2016…2019", "year:2016-01..2019-12-31", "year:2016-2019"] {
        assert_eq!(n(other), range, "{other}");
    }
    assert!(n("year:2016-05..2019-12-31") < range);
    assert_eq!([n("year:2016/05"), n("year:2016-5")], [n("year:2016-05"); 2]);
    let less = n("mastery -video");
    assert!(less < n("mastery "));
    assert_eq!([n("mastery –video"), n("mastery \u{2212}video")], [less, less]);
}

#[test]
fn words_are_found_written_as_one_or_as_two() {
    let found = |query: &str| explore(&SHIPPED, &State { query: query.to_owned(), ..State::default() }).0;
    for (one, two) in [("K12 ", "\"K-12\""), ("microcredentials ", "\"micro credentials\"")] {
        let (joined, phrase) = (found(one), found(two));
        assert!(phrase.total > 0);
        assert!(phrase.set.iter().all(|idx| joined.set.contains(idx)), "{one}");
        assert_eq!(joined.also.spelled, [two.trim_matches('"').replace(' ', "-").to_lowercase()], "{one}");
    }
    let (apart, one) = (found("life long ").set, found("lifelong ").set);
    assert!(
        apart.n_shared(&one) * 10 > one.len() * 9,
        "two words that are one: {} of {}",
        apart.n_shared(&one),
        one.len()
    );
    assert_eq!(explore(&SHIPPED, &State { query: "K12 ".to_owned(), only_words: true, ..State::default() }).0.total, 0);
}

#[test]
fn what_is_left_out_is_left_out_as_it_is_spelled() {
    let n = |query: &str| n_found(&SHIPPED, &State { query: query.to_owned(), ..State::default() });
    for word in ["grading", "learning", "personalized"] {
        let literal = n_found(&SHIPPED, &State { query: format!("{word} "), only_words: true, ..State::default() });
        assert!(0 < literal && literal < n(&format!("{word} ")), "{word} has other forms");
        assert_eq!(n(&format!("-{word}")), SHIPPED.len() - literal, "{word}");
    }
}

#[test]
fn near_spellings_of_every_word_are_said() {
    let state = State { query: "profisiency mastary ".to_owned(), ..State::default() };
    let also = explore(&SHIPPED, &state).0.also.spelled;
    assert!(["proficiency", "mastery"].iter().all(|word| also.iter().any(|said| said == word)), "{also:?}");
}

#[test]
fn where_no_single_condition_helps_the_whole_is_taken_away() {
    let mut state = State { query: "xyzzy plugh".to_owned(), ..State::default() };
    let ways = relax(&SHIPPED, &state);
    assert_eq!(ways.len(), 1);
    assert_eq!((&ways[0].condition, ways[0].count), (&Condition::Query, SHIPPED.len()));
    state.query = "grading".to_owned();
    state.filter.choose("place", "Maine");
    state.filter.choose("type", "video");
    state.filter.choose("year", "1990");
    let ways = relax(&SHIPPED, &state);
    assert_eq!(ways.last().map(|way| &way.condition), Some(&Condition::Filter), "{ways:?}");
}

#[test]
fn a_narrow_theme_is_broadened_to_the_one_above_it() {
    let themes = SHIPPED.facet("theme").unwrap();
    let narrow = themes.values.iter().filter(|value| value.parent.is_some());
    let places = ["Maine", "Utah", "New Hampshire", "Vermont", "Ohio"];
    let ways = narrow.flat_map(|value| places.map(|place| (value, place))).find_map(|(value, place)| {
        let mut state = State::default();
        state.filter.choose("theme", &value.id);
        state.filter.choose("place", place);
        let ways = if n_found(&SHIPPED, &state) == 0 { relax(&SHIPPED, &state) } else { Vec::new() };
        let broader = ways.into_iter().find(|way| matches!(way.condition, Condition::Broader(..)))?;
        Some((state, value, broader))
    });
    let (state, value, way) = ways.unwrap();
    let after = way.condition.removed_from(&state);
    let above = &themes.values[value.parent.unwrap() as usize].id;
    assert!(after.filter.has("theme", above) && !after.filter.has("theme", &value.id));
    assert_eq!(n_found(&SHIPPED, &after), way.count);
    assert_eq!(broader(&SHIPPED, &Condition::Value("theme".to_owned(), above.clone())), None, "nothing is above");
    assert_eq!(broader(&SHIPPED, &Condition::Value("type".to_owned(), "report".to_owned())), None);
}

#[test]
fn a_suggestion_gives_what_it_says() {
    let mut n_seen = 0;
    arbtest::arbtest(|u| {
        // The text first: a large catalog may use up all that is random.
        let typed = *u.choose(&["ti", "theme a t", "sea", "mai", "grad", ""])?;
        let mut state = if u.arbitrary()? { any_state(u)? } else { State::default() };
        state.query += typed;
        let engine = Engine::new(any_catalog(u)?);
        let suggestions = suggest(&engine, &state, &state.query);
        assert!(suggestions.len() <= MOST_SUGGESTIONS);
        for suggestion in &suggestions {
            let after = suggestion.applied(&engine, &state);
            if let Suggested::Title(idx) = &suggestion.what {
                assert_eq!(after.open.as_ref(), Some(&engine.resource(*idx).id));
            } else {
                assert_eq!(n_found(&engine, &after), suggestion.count, "{suggestion:?} of {state:?}");
                assert!(suggestion.count > 0);
            }
        }
        n_seen += suggestions.len();
        Ok(())
    })
    .size_min(1 << 12)
    .budget_ms(1_500);
    assert!(n_seen > 0, "nothing was ever suggested");
}

/// What is suggested for a text in the shipped catalog: the values as `facet=value`, titles as ids, words, each with the query
/// that is left.
fn suggested(text: &str) -> Vec<(String, String)> {
    let state = State { query: text.to_owned(), ..State::default() };
    let value = |(facet, value): &(usize, String)| format!("{}={value}", SHIPPED.facets[*facet].definition.key);
    let name = |what: &Suggested| match what {
        Suggested::Typed => "typed".to_owned(),
        Suggested::Spelled => "spelled".to_owned(),
        Suggested::Value { facet, value: idx } => {
            value(&(*facet, SHIPPED.facets[*facet].values[*idx as usize].id.clone()))
        }
        Suggested::Named(values) => values.iter().map(value).collect::<Vec<_>>().join(" "),
        Suggested::Title(idx) => format!("open {}", SHIPPED.resource(*idx).id),
        Suggested::Word(word) => format!("word {word}"),
    };
    suggest(&SHIPPED, &state, text).iter().map(|s| (name(&s.what), s.query.clone())).collect()
}

#[track_caller]
fn check(text: &str, what: &str, query: &str) {
    let all = suggested(text);
    assert!(all.contains(&(what.to_owned(), query.to_owned())), "{text}: {all:?}");
}

#[test]
fn an_unknown_field_is_said_with_the_known_one_that_may_be_meant() {
    let hints = |text: &str| parse_query(&SHIPPED, text).hints;
    let unknown = |name: &str| vec![QueryHint::UnknownField(name.to_owned())];
    for (text, name, meant) in [
        ("foo:bar", "foo", None),
        ("themen:grading", "themen", Some("theme")),
        ("my-field2:x", "my-field2", None),
        ("yr:2019", "yr", None),
        ("pubisher:\"KnowledgeWorks\"", "pubisher", Some("publisher")),
    ] {
        assert_eq!((hints(text), nearest_field(&SHIPPED, name)), (unknown(name), meant), "{text}");
    }
    for known in ["theme:grading", "Themes:grading", "\"Theme\":grading", "10:30", "ratio: 1", "https://a.example/b"] {
        assert_eq!(hints(known), [], "{known}");
    }
    assert!(n_found(&SHIPPED, &State { query: "grade:curve".to_owned(), ..State::default() }) > 0, "read as words");
}

#[test]
fn values_titles_and_words_are_suggested() {
    check("gradi", "theme=grading", "");
    check("rubrics gradi", "theme=grading", "rubrics");
    check("performance assess", "theme=performance-assessment", "");
    check("guide new hamp", "place=New Hampshire", "guide");
    check("golden tick", "open golden-ticket", "golden tick");
    check("maine compet", "word competency", "maine competency");
    for text in ["", "g", "grading ", "xyzzy", " - "] {
        assert_eq!(suggested(text), [], "{text:?}");
    }
}

#[test]
fn a_longer_word_is_suggested_only_where_something_has_all_words() {
    let titles = ["Credit flexibility", "Credit flexibility", "Lawrence", "Credit flexibility for lawmakers"];
    let resources = titles.iter().enumerate().map(|(nth, title)| json!({"id": nth.to_string(), "title": title}));
    let file = json!({"title": "T", "resources": resources.collect::<Vec<_>>()}).to_string();
    let engine = Engine::new(read(file.as_bytes()).unwrap().0);
    let ends = |text: &str| {
        let words = suggest(&engine, &State::default(), text).into_iter();
        words.filter(|one| matches!(one.what, Suggested::Word(_))).map(|one| one.query).collect::<Vec<_>>()
    };
    assert_eq!(ends("law"), ["lawmakers", "lawrence"]);
    assert_eq!(ends("credit flexibility law"), ["credit flexibility lawmakers"]);
}

#[test]
fn suggestions_stand_in_groups_and_the_query_itself_is_first() {
    let groups = |text: &str| {
        let state = State { query: text.to_owned(), ..State::default() };
        let suggestions = suggest(&SHIPPED, &state, text);
        assert_eq!(suggestions[0].what, Suggested::Typed, "{text}");
        assert_eq!((suggestions[0].query.as_str(), suggestions[0].count), (text, n_found(&SHIPPED, &state)), "{text}");
        let mut groups: Vec<SuggestionGroup> = suggestions.iter().map(|one| one.group(&SHIPPED)).collect();
        groups.dedup();
        groups
    };
    for text in ["gradi", "stan", "main", "re", "video gra", "grading video"] {
        let found = groups(text);
        let rank = |group: &SuggestionGroup| GROUPS.iter().position(|other| other == group);
        assert!(found.is_sorted_by(|a, b| rank(a) < rank(b)), "each group once, in their order: {text}: {found:?}");
    }
    for (text, group) in [
        ("gradi", SuggestionGroup::Theme),
        ("main", SuggestionGroup::Place),
        ("vide", SuggestionGroup::Type),
        ("auro", SuggestionGroup::Filter),
        ("golden tick", SuggestionGroup::Resource),
        ("compet", SuggestionGroup::Word),
    ] {
        assert!(groups(text).contains(&group), "{text}: {:?}", groups(text));
    }
}

const GROUPS: [SuggestionGroup; 7] = [
    SuggestionGroup::Query,
    SuggestionGroup::Theme,
    SuggestionGroup::Place,
    SuggestionGroup::Type,
    SuggestionGroup::Filter,
    SuggestionGroup::Resource,
    SuggestionGroup::Word,
];

#[test]
fn a_word_that_the_catalog_does_not_have_is_respelled_while_it_is_typed() {
    for (typed, meant) in [
        ("gradnig", "grading"),
        ("mastery rubrc", "mastery rubric"),
        ("rubrc for mastery", "rubric for mastery"),
        ("profisiency mastary", "proficiency mastery"),
    ] {
        check(typed, "spelled", meant);
    }
    for known in ["competency", "competenc", "grades", "K12", "microcredentials", "maine", "-gradnig", "zzzzzzz", "the"]
    {
        let all = suggested(known);
        assert!(!all.iter().any(|(what, _)| what == "spelled"), "{known}: {all:?}");
    }
}

#[test]
fn spans_of_years_in_a_query_are_recognized() {
    check("grading since 2015", "year=2015..", "grading");
    check("grading after 2019", "year=2020..", "grading");
    check("grading before 2020", "year=..2019", "grading");
    check("grading 2015-2024", "year=2015..2024", "grading");
    check("grading between 2015 and 2020", "year=2015..2020", "grading");
    check("reports on grading from 2016 to 2021", "year=2016..2021 type=report", "grading");
    let latest = SHIPPED.facet("year").unwrap().values.iter().filter_map(|value| value.id.parse::<u32>().ok()).max();
    check("grading last 5 years", &format!("year={}..", latest.unwrap() - 5), "grading");
    let both = recognize(&SHIPPED, &State::default(), "reports on grading in Maine").unwrap();
    let named: Vec<&str> = both.values.iter().map(|named| named.value.as_str()).collect();
    assert_eq!((named, both.rest.as_str()), (vec!["report", "Maine"], "grading"));
    let found = |text: &str| {
        let found = recognize(&SHIPPED, &State::default(), text);
        found.map(|found| (found.values.len(), found.rest, found.count > 0))
    };
    assert_eq!(found("since 2015"), Some((1, String::new(), true)), "alone, it is a choice too");
    assert_eq!(found("grading since June 2016"), None, "since a month is not in that month");
    assert_eq!(found("grading 1850-1860"), None, "nothing is of these years");
    let mut state = State::default();
    state.filter.choose("year", "2018");
    assert_eq!(recognize(&SHIPPED, &state, "grading since 2015"), None, "a year is chosen already");
}

#[test]
fn names_of_types_audiences_levels_places_and_years_are_recognized() {
    check("grading video", "type=video", "grading");
    check("videos about grading", "type=video", "grading");
    check("guides for teachers grading", "type=guide audience=teachers", "grading");
    check("high school grading in New Hampshire", "level=high-school place=New Hampshire", "grading");
    check("sturgis 2018", "year=2018", "sturgis");
    // Each name of "Law or policy document".
    check("credit laws", "type=policy", "credit");
    check("policy documents on credit", "type=policy", "credit");
    let state = State { query: "grading".to_owned(), ..State::default() };
    for (text, values) in [("Maine high school", 2), ("2018", 1), ("podcast", 0), ("-video grading", 0), ("grading", 0)]
    {
        let found = recognize(&SHIPPED, &state, text);
        assert_eq!(found.map_or(0, |found| found.values.len()), values, "{text}");
    }
    let mut chosen = State::default();
    chosen.filter.choose("type", "report");
    assert_eq!(recognize(&SHIPPED, &chosen, "grading video"), None, "of types something is chosen already");
}

#[test]
fn abbreviations_of_states_are_offered_as_the_places_of_the_catalog() {
    let place = |text: &str| {
        let found = recognize(&SHIPPED, &State::default(), text)?;
        assert!(found.count > 0, "{text}");
        Some((found.values.into_iter().map(|named| named.value).collect::<Vec<_>>(), found.rest))
    };
    let only = |name: &str, rest: &str| Some((vec![name.to_owned()], rest.to_owned()));
    for (text, expected) in [
        ("NH", only("New Hampshire", "")),
        ("nh grading", only("New Hampshire", "grading")),
        ("grading in N.H.", only("New Hampshire", "grading")),
        ("MA", only("Massachusetts", "")),
        ("Wash.", only("Washington", "")),
        ("policy W. Va. ", only("West Virginia", "policy")),
        ("washington state", only("Washington", "")),
        ("credit in New York State", only("New York", "credit")),
        ("state of Maine ", only("Maine", "")),
        ("Wash", None),
        ("New Hampshire", None),
        ("mastery in schools", None),
    ] {
        assert_eq!(place(text), expected, "{text}");
    }
}

#[test]
fn a_month_is_offered_however_it_is_written() {
    let offered = |text: &str| {
        let found = recognize(&SHIPPED, &State::default(), text)?;
        Some((found.values.into_iter().map(|named| named.value).collect::<Vec<_>>(), found.rest))
    };
    let june = |rest: &str| Some((vec!["2018".to_owned()], rest.to_owned()));
    assert_eq!(offered("June 2018"), june("year:2018-06"));
    assert_eq!(offered("2018-06"), june("year:2018-06"));
    assert_eq!(offered("grading 2018/6"), None, "what is no date is words");
    assert_eq!(offered("2018-13"), None);
}

#[test]
fn the_keys_of_the_format_are_read_as_the_fields_that_show_what_they_hold() {
    for (text, same) in [
        ("published:2018", "year:2018"),
        ("Published:2016..2018", "year:2016..2018"),
        ("date:2018-06", "year:2018-06"),
        ("publishers:KnowledgeWorks", "publisher:KnowledgeWorks"),
        ("authors:sturgis", "author:sturgis"),
        ("keywords:grading", "keyword:grading"),
        ("places:Maine", "place:Maine"),
    ] {
        assert_eq!(parse_query(&SHIPPED, text).hints, [], "{text}");
        let n = n_found(&SHIPPED, &State { query: same.to_owned(), ..State::default() });
        assert!(n > 0, "{same}");
        assert_eq!(n_found(&SHIPPED, &State { query: text.to_owned(), ..State::default() }), n, "{text}");
    }
    let own = Field { id: "published".to_owned(), kind: FieldKind::Text, ..Field::default() };
    let resource =
        Resource { id: "r".to_owned(), title: "A".to_owned(), published: "2018".parse().ok(), ..Resource::default() };
    let head = Head { fields: vec![own], ..Head::default() };
    let engine = Engine::new(Catalog { head, resources: vec![resource] });
    assert_eq!(
        n_found(&engine, &State { query: "published:2018".to_owned(), ..State::default() }),
        0,
        "it has its own"
    );
}

#[test]
fn a_resource_that_is_named_by_its_address_is_all_that_is_looked_for() {
    let at = |idx: &u32| SHIPPED.resource(*idx).url;
    let all = 0..u32::try_from(SHIPPED.len()).unwrap();
    let address = all.clone().find_map(|idx| at(&idx)).unwrap();
    let state = State { query: address, ..State::default() };
    assert!(n_found(&SHIPPED, &state) > 0);
    assert_eq!(relax(&SHIPPED, &state), []);
    let elsewhere = State { query: "https://a.example/none".to_owned(), ..State::default() };
    assert!(!relax(&SHIPPED, &elsewhere).is_empty());
    // ERIC numbers its records so.
    let eric = all.filter_map(|idx| Some((idx, at(&idx)?))).find(|(_, url)| url.contains("eric.ed.gov/?id=ED"));
    let (idx, url) = eric.unwrap();
    let id = url.split("id=").nth(1).unwrap();
    let state = State { query: id.to_owned(), ..State::default() };
    assert_eq!(explore(&SHIPPED, &state).0.first.first(), Some(&idx), "{id}");
    assert_eq!(relax(&SHIPPED, &state), []);
}

/// A catalog with rubrics and with videos, and no video on rubrics.
fn without_common_ones() -> Engine {
    let resource = |(n, (title, kind)): (usize, (&str, &str))| Resource {
        id: format!("r{n}"),
        title: title.to_owned(),
        r#type: Some(kind.to_owned()),
        published: "2018".parse().ok(),
        ..Resource::default()
    };
    let all =
        [("A rubric", "guide"), ("Rubrics on film", "guide"), ("Seat time", "video"), ("Credit", "video"), ("x", "x")];
    let resources = all.into_iter().enumerate().map(resource).collect();
    Engine::new(Catalog { resources, ..Catalog::default() })
}

#[test]
fn what_a_query_names_is_counted_where_nothing_has_all_of_it() {
    let engine = without_common_ones();
    let state = State { query: "rubric video".to_owned(), ..State::default() };
    let found = recognize(&engine, &state, "rubric video").unwrap();
    assert_eq!((found.count, found.rest.as_str(), found.rest_count), (0, "rubric", 2));
    assert_eq!(found.values.iter().map(|named| named.count).collect::<Vec<_>>(), [2]);
    assert_eq!(n_found(&engine, &found.chosen(&engine, &state)), 0);
    assert_eq!(n_found(&engine, &found.values[0].alone(&engine, &state)), 2);
    let found = recognize(&engine, &state, "rubrics 2018").unwrap();
    assert_eq!((found.count, found.rest.as_str()), (2, "rubrics"), "a year in a query is a year");
    assert_eq!(n_found(&engine, &State { query: "rubrics 2018".to_owned(), ..State::default() }), 0);
}

#[test]
fn what_is_recognized_is_counted_exactly() {
    let mut n_seen = 0;
    arbtest::arbtest(|u| {
        let typed =
            *u.choose(&["time video", "seat Maine", "grade 2016", "report Utah seat", "the film of time grading"])?;
        let state = if u.arbitrary()? { any_state(u)? } else { State::default() };
        let engine = Engine::new(any_catalog(u)?);
        let Some(found) = recognize(&engine, &state, typed) else { return Ok(()) };
        assert_eq!(n_found(&engine, &found.chosen(&engine, &state)), found.count, "{typed} {state:?}");
        assert_eq!(n_found(&engine, &state.with_query(&found.rest)), found.rest_count, "{typed} {state:?}");
        for named in &found.values {
            assert_eq!(n_found(&engine, &named.alone(&engine, &state)), named.count, "{typed} {state:?}");
        }
        n_seen += 1;
        Ok(())
    })
    .size_min(1 << 12)
    .budget_ms(1_500);
    assert!(n_seen > 0, "nothing was ever recognized");
}

#[test]
fn completions_are_the_commonest_words() {
    let completions = SHIPPED.index.completions("compe", 2);
    assert_eq!(completions[0].0, "competency");
    assert_eq!(completions.len(), 2);
    let n_with = |word: &str| {
        let query = parse_query(&SHIPPED, &format!("{word} {word}"));
        text_hits(&SHIPPED, &query, true).set.len()
    };
    assert!(completions.iter().all(|(word, n)| *n <= n_with(word) && *n > 0), "{completions:?}");
    assert!(completions[0].1 >= completions[1].1);
}

#[test]
fn every_result_says_where_the_words_stand() {
    let state = State { query: "golden ticket".to_owned(), ..State::default() };
    let marks = text_hits(&SHIPPED, &parse_query(&SHIPPED, &state.query), false).marks;
    for idx in explore(&SHIPPED, &state).0.first {
        assert!(!matched_in(&SHIPPED, idx, &marks).is_empty());
    }
    let golden = SHIPPED.find("golden-ticket").unwrap();
    assert_eq!(matched_in(&SHIPPED, golden, &marks).first(), Some(&TextField::Title));
    assert_eq!(matched_in(&SHIPPED, golden, &[]), []);
}

#[test]
fn an_excerpt_shows_what_matched_or_it_is_said_where() {
    // Three lines on a phone.
    const VISIBLE: usize = 120;
    for query in ["portfolio", "curve", "culturally responsive", "rubric", "cbe maine"] {
        let state = State { query: query.to_owned(), ..State::default() };
        let marks = text_hits(&SHIPPED, &parse_query(&SHIPPED, query), false).marks;
        let found = explore(&SHIPPED, &state).0.first;
        assert!(!found.is_empty());
        for idx in found {
            let summary = SHIPPED.store.summary(idx);
            let ranges = highlight(summary, &marks);
            let start = excerpt_start(summary, &ranges, VISIBLE);
            let end = summary[start..].char_indices().nth(VISIBLE).map_or(summary.len(), |(at, _)| start + at);
            let is_seen = ranges.iter().any(|mark| start <= mark.start && mark.end <= end);
            let fields = matched_in(&SHIPPED, idx, &marks);
            assert_eq!(is_seen, fields.contains(&TextField::Summary), "{query}: {summary}");
            assert!(!fields.is_empty(), "{query}: {}", SHIPPED.store.id(idx));
        }
    }
}

#[test]
fn every_example_finds_something() {
    let examples = examples(&SHIPPED);
    assert!(!examples.is_empty());
    for example in examples {
        let state = State { query: example.query.clone(), ..State::default() };
        assert_eq!(n_found(&SHIPPED, &state), example.count, "{}", example.query);
    }
}

#[test]
fn every_query_has_an_answer() {
    let long = "competency -(assess* OR \"seat ".repeat(4000);
    let hostile = [
        long.as_str(),
        "OR OR AND NOT - -- ( ) \" : *",
        "((((((((((",
        "))))))))))",
        "\"\"\"",
        "-",
        "NOT",
        "year:..",
        "year:>=x",
        "theme:",
        "-theme:\"",
        "\u{202e}gnidarg",
        "\u{0}\u{7}grading",
        "\u{fffd}",
        "a*b*c*",
        "*",
        "😀*",
        "學習 OR 学",
        "ß* İ",
    ];
    for text in hostile {
        let state = State { query: text.to_owned(), ..State::default() };
        let (found, counts) = explore(&SHIPPED, &state);
        assert!(found.total <= SHIPPED.len() && counts.len() == SHIPPED.facets.len());
        let ways = relax(&SHIPPED, &state);
        assert!(ways.iter().all(|way| way.count > 0) && conditions(&SHIPPED, &state).len() <= 64);
        assert!(suggest(&SHIPPED, &state, text).len() <= MOST_SUGGESTIONS);
    }
}

#[test]
fn what_was_searched_besides_is_said() {
    let also = |query: &str| explore(&SHIPPED, &State { query: query.to_owned(), ..State::default() }).0.also;
    assert_eq!(also("grading").spelled, Vec::<String>::new());
    assert!(also("competancy gradnig").spelled.contains(&"competency".to_owned()));
    assert!(also("gradnig rubrc").spelled.contains(&"grading".to_owned()));
    assert!(also("cbe maine").synonyms.contains(&"proficiency-based learning".to_owned()));
    assert!(also("\"cbe\" maine").is_empty(), "a quoted word is searched as it stands");
    let only = State { query: "cbe maine".to_owned(), only_words: true, ..State::default() };
    assert!(explore(&SHIPPED, &only).0.also.is_empty());
}
