//! Values of facets: one value each, however records write it, in every place where values are counted, chosen or compared.

use crate::util::{any_catalog, any_state};
use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{Fingerprint, Reader, Store, read};
use competency_explorer::explore::fragment::{read as state_of, write};
use competency_explorer::explore::{
    Builder, Engine, Prebuilt, State, Suggested, Tags, View, cloud, compare, explore, parse_query, suggest,
};
use unicode_normalization::UnicodeNormalization;

fn engine(catalog: &str) -> Engine {
    Engine::new(read(catalog.as_bytes()).unwrap().0)
}

/// A catalog whose records have one keyword each.
fn with_keywords(keywords: &[&str]) -> String {
    let record = |(n, keyword): (usize, &&str)| serde_json::json!({"id": format!("r{n}"), "title": format!("T{n}"), "keywords": [keyword]});
    let records: Vec<_> = keywords.iter().enumerate().map(record).collect();
    serde_json::json!({"title": "T", "resources": records}).to_string()
}

/// The values of a facet with how many resources have each.
fn values(engine: &Engine, key: &str) -> Vec<(String, u32)> {
    let at = engine.facets.iter().position(|facet| facet.definition.key == key).unwrap();
    let labels = engine.facets[at].values.iter().map(|value| value.label.clone());
    labels.zip(engine.totals()[at].values.clone()).collect()
}

const SPELLINGS: [&str; 6] = ["open data", "Open Data", "open  data", "open\u{a0}data", "OPEN DATA", "Open Data"];

#[test]
fn spellings_that_differ_in_case_and_white_space_are_one_value_as_most_write_it() {
    let engine = engine(&with_keywords(&SPELLINGS));
    assert_eq!(values(&engine, "keyword"), [("Open Data".to_owned(), 6)]);
}

#[test]
fn of_equally_frequent_spellings_the_first_is_shown() {
    assert_eq!(values(&engine(&with_keywords(&["b C", "B c", "B C"])), "keyword"), [("b C".to_owned(), 3)]);
}

#[test]
fn an_accent_is_one_value_however_it_is_stored() {
    let engine = engine(&with_keywords(&["Cafe\u{301}", "Café", "café", "cafe"]));
    let expected = [("Cafe\u{301}".to_owned(), 3), ("cafe".to_owned(), 1)];
    assert_eq!(values(&engine, "keyword"), expected);
}

#[test]
fn all_facets_of_words_join_spellings() {
    let engine = engine(
        r#"{"fields": [{"id": "genre", "kind": "terms", "filter": true}, {"id": "cost", "kind": "number", "filter": true}],
        "vocabulary": {"types": [{"id": "report", "label": "Report"}], "themes": [{"id": "a", "label": "A"}, {"id": "A", "label": "Other"}]},
        "resources": [
        {"id": "1", "title": "x", "publishers": ["Aurora Institute"], "authors": ["Ann Lee"], "places": ["New Hampshire"], "language": "en_us", "type": "Report", "themes": ["A"], "access": "Free", "extra": {"genre": "Case Study", "cost": "9.0"}},
        {"id": "2", "title": "y", "publishers": ["aurora  institute"], "authors": ["ANN LEE"], "places": ["new hampshire"], "language": "en-US", "type": "report", "themes": ["a"], "access": "free", "extra": {"genre": "case study", "cost": 9}}]}"#,
    );
    for (key, value) in [
        ("publisher", "Aurora Institute"),
        ("author", "Ann Lee"),
        ("place", "New Hampshire"),
        ("language", "en-US"),
        ("type", "Report"),
        ("access", "Free"),
        ("genre", "Case Study"),
        ("cost", "9.0"),
    ] {
        assert_eq!(values(&engine, key), [(value.to_owned(), 2)], "{key}");
    }
    // Two terms of the vocabulary are two, however alike their ids are.
    assert_eq!(values(&engine, "theme"), [("A".to_owned(), 1), ("Other".to_owned(), 1)]);
}

#[test]
fn an_address_finds_a_value_by_any_spelling_and_stays_a_round_trip() {
    let engine = engine(&with_keywords(&SPELLINGS));
    for spelling in SPELLINGS {
        let address = write(&State::default().with(|state| state.filter.choose("keyword", spelling)));
        let state = state_of(&address, &engine.facets);
        assert_eq!(write(&state), "#/?keyword=Open+Data");
        assert_eq!(state_of(&write(&state), &engine.facets), state);
        assert_eq!(explore(&engine, &state).0.total, 6);
        let left_out = State::default().with(|state| state.filter.leave_out("keyword", spelling));
        assert_eq!(explore(&engine, &left_out).0.total, 0, "{spelling}");
        let query = State { query: format!("keyword:\"{spelling}\""), ..State::default() };
        assert_eq!(explore(&engine, &query).0.total, 6, "{spelling}");
    }
}

#[test]
fn a_cloud_and_the_suggestions_have_a_value_once() {
    let engine = engine(&with_keywords(&SPELLINGS));
    let mut state = State { view: View::Cloud, ..State::default() };
    state.look.cloud.of = "keyword".to_owned();
    let matched = explore(&engine, &state).0;
    let found = cloud(&engine, &state, &parse_query(&engine, ""), &matched.set);
    let tags: Vec<(&str, u32)> =
        found.tags.iter().map(|tag| (found.of.label(&engine, tag.at), tag.contrast.here)).collect();
    assert_eq!(tags, [("Open Data", 6)]);
    let suggested: Vec<usize> = suggest(&engine, &State::default(), "open da")
        .into_iter()
        .filter(|suggestion| matches!(suggestion.what, Suggested::Value { .. }))
        .map(|suggestion| suggestion.count)
        .collect();
    assert_eq!(suggested, [6]);
}

#[test]
fn resources_share_a_value_that_they_spell_otherwise_and_show_their_own_spelling() {
    let engine = engine(&with_keywords(&["open data", "Open  Data"]));
    let table = compare(&engine, &["r0".to_owned(), "r1".to_owned()]);
    let row = table.rows.iter().find(|row| row.attribute.word() == "keyword").unwrap();
    let cells: Vec<Vec<(&str, bool)>> =
        row.cells.iter().map(|cell| cell.iter().map(|(entry, same)| (entry.text.as_str(), *same)).collect()).collect();
    assert_eq!((cells, row.same), (vec![vec![("open data", true)], vec![("Open  Data", true)]], true));
    let choices: Vec<_> = row.cells.iter().flatten().map(|(entry, _)| entry.choice.clone().unwrap().1).collect();
    assert_eq!(choices, ["open data", "open data"]);
}

/// A value in another spelling.
fn respelled(u: &mut Unstructured<'_>, text: &str) -> Result<String> {
    Ok(match u.int_in_range(0..=4u8)? {
        0 => text.to_uppercase(),
        1 => text.replace(' ', "\u{a0} "),
        2 => text.nfd().collect(),
        3 => format!("\u{200b}{}", text.to_lowercase()),
        _ => text.to_owned(),
    })
}

#[test]
fn a_catalog_that_spells_in_many_ways_answers_as_one_that_spells_in_one() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let mut other = catalog.clone();
        for resource in &mut other.resources {
            for list in [&mut resource.keywords, &mut resource.places, &mut resource.publishers, &mut resource.themes] {
                for text in list {
                    *text = respelled(u, text)?;
                }
            }
        }
        let (plain, varied) = (Engine::new(catalog), Engine::new(other));
        let names = |engine: &Engine| engine.facets.iter().map(|facet| facet.values.len()).collect::<Vec<_>>();
        assert_eq!(names(&plain), names(&varied));
        assert_eq!(plain.totals(), varied.totals());
        for _ in 0..3 {
            let state = any_state(u)?;
            let ((found, counts), (again, again_counts)) = (explore(&plain, &state), explore(&varied, &state));
            assert_eq!((found.total, found.set, counts), (again.total, again.set, again_counts), "{}", write(&state));
        }
        Ok(())
    });
}

#[test]
fn a_record_keeps_its_own_spelling() {
    let (catalog, _) = read(with_keywords(&SPELLINGS).as_bytes()).unwrap();
    let kept: Vec<&str> = catalog.resources.iter().map(|resource| resource.keywords[0].as_str()).collect();
    assert_eq!(kept, SPELLINGS);
}

#[test]
fn a_term_of_the_vocabulary_is_found_in_any_spelling_and_is_no_finding() {
    let file = r#"{"vocabulary": {"themes": [{"id": "seat-time", "label": "Seat time"}]},
        "resources": [{"id": "1", "title": "x", "themes": ["Seat-Time"]}]}"#;
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    assert_eq!(findings, []);
    let engine = Engine::new(catalog);
    assert_eq!(values(&engine, "theme"), [("Seat time".to_owned(), 1)]);
    // The words of its label are searched.
    assert_eq!(explore(&engine, &State { query: "\"seat time\"".to_owned(), ..State::default() }).0.total, 1);
}

#[test]
fn a_cloud_of_a_catalog_without_themes_is_of_the_first_facet_that_has_values() {
    let engine = engine(&with_keywords(&["one", "two"]));
    let state = state_of("#/?view=cloud", &engine.facets);
    let keyword = engine.facets.iter().position(|facet| facet.definition.key == "keyword").unwrap();
    assert_eq!(Tags::of(&engine, &state), Tags::Facet(keyword));
    let none = self::engine(r#"{"resources": [{"id": "1", "title": "x"}]}"#);
    assert_eq!(Tags::of(&none, &state), Tags::Words);
}

/// The engine of a catalog's bytes with a saved index, which counts if it is of this catalog.
fn with_index(bytes: &[u8], prebuilt: Prebuilt) -> Engine {
    let (mut builder, mut reader) = (Builder::with_prebuilt(prebuilt), Reader::default());
    builder.hash_bytes(bytes);
    reader.read(bytes, &mut |record| builder.push(record)).unwrap();
    let rest = reader.finish(&mut |record| builder.push(record)).unwrap();
    builder.finish(rest.head)
}

#[test]
fn a_saved_index_made_with_other_facets_is_refused() {
    let catalog = |fields: [&str; 2], kind: &str| {
        let [a, b] = fields;
        format!(
            r#"{{"fields": [{{"id": "{a}", "kind": "{kind}", "filter": true}}, {{"id": "{b}", "kind": "terms", "filter": true}}],
            "vocabulary": {{"themes": [{{"id": "t"}}, {{"id": "u", "parent": "t"}}]}},
            "resources": [{{"id": "1", "title": "x", "themes": ["u"], "extra": {{"one": "1", "two": "2"}}}}]}}"#
        )
    };
    let own = catalog(["one", "two"], "terms");
    let built = engine(&own);
    let swapped = catalog(["two", "one"], "terms");
    let of_another_kind = catalog(["one", "two"], "number");
    let with_another_tree = own.replace(r#", "parent": "t""#, "");
    for other in [swapped, of_another_kind, with_another_tree] {
        // An index of the same bytes, as far as it says, by a program that had other facets.
        let index = engine(&other).snapshot(Fingerprint::of(own.as_bytes()));
        let taken = with_index(own.as_bytes(), Prebuilt::read(index.clone()).unwrap());
        for key in ["theme", "one", "two"] {
            assert_eq!(values(&taken, key), values(&built, key), "{key} of {other}");
        }
        assert!(Prebuilt::read(index).unwrap().into_engine_without_records(built.head.clone()).is_none(), "{other}");
    }
}

#[test]
fn a_saved_index_joins_values_as_the_built_one() {
    let catalog = with_keywords(&SPELLINGS);
    let built = engine(&catalog);
    let index = built.snapshot(Fingerprint::of(catalog.as_bytes()));
    let taken = with_index(catalog.as_bytes(), Prebuilt::read(index.clone()).unwrap());
    assert_eq!(values(&taken, "keyword"), [("Open Data".to_owned(), 6)]);
    assert_eq!(taken.snapshot(Fingerprint::of(catalog.as_bytes())), index);
}

#[test]
fn every_id_opens_by_the_address_that_its_card_has() {
    const PARTS: [&str; 24] = [
        "a", "\u{feff}", "\u{85}", "=", "&", "#", "?", "%", "%41", "+", " ", "\u{a0}", "\u{2028}", "\u{1}", "\u{0}",
        "\\", "/", "é", "e\u{301}", "\u{202e}", "學", "😀", "\"", "'",
    ];
    arbtest::arbtest(|u| {
        let mut ids = Vec::new();
        for _ in 0..u.int_in_range(1..=6)? {
            let mut id = String::new();
            for _ in 0..u.int_in_range(1..=4)? {
                id.push_str(u.choose(&PARTS)?);
            }
            ids.push(id);
        }
        let records: Vec<_> = ids.iter().map(|id| serde_json::json!({"id": id, "title": "T"})).collect();
        let bytes = serde_json::to_vec(&serde_json::json!({"resources": records})).unwrap();
        let (mut reader, mut store) = (Reader::default(), Store::default());
        reader.read(&bytes, &mut |record| _ = store.push(record)).unwrap();
        reader.finish(&mut |record| _ = store.push(record)).unwrap();
        let engine = Engine::new(read(&bytes).unwrap().0);
        for idx in (0..).take(store.len()) {
            let opened = State::default().opened(store.id(idx));
            let state = state_of(&write(&opened), &engine.facets);
            assert_eq!(state, opened);
            assert_eq!(state.open.as_deref().and_then(|id| engine.find(id)), Some(idx), "{:?}", store.id(idx));
        }
        // As the file has them, with the blanks around them.
        for id in ids.iter().filter(|id| !id.trim().is_empty()) {
            let state = state_of(&write(&State::default().opened(id)), &engine.facets);
            assert!(state.open.as_deref().is_some_and(|id| engine.find(id).is_some()), "{id:?}");
        }
        Ok(())
    });
}
