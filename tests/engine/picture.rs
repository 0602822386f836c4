//! Pictures as files: well-formed whatever a catalog says, and with the numbers that the page shows.

use std::sync::Arc;

use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{Catalog, Head, Resource, ResourceSet, Term, Vocabulary};
use competency_explorer::explore::{
    Engine, LineOrder, ShownMap, State, TreeLevel, co_occurrences, explore, gap_map, parse_query, text_hits, timeline,
};
use competency_explorer::i18n;
use competency_explorer::picture::{self, Frame, Picture};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::util::naive::query_of;
use crate::util::{SHIPPED, any_catalog, any_state};

const FRAME: Frame<'static> = Frame { title: "Most are on Grading", source: "Catalog, searched for all resources" };

/// The texts of a picture; fails where it is not well-formed XML, or has characters that XML has no place for.
fn texts(picture: &Picture) -> Vec<String> {
    let is_character =
        |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(picture.svg.chars().all(is_character), "{}", picture.svg);
    let mut reader = Reader::from_str(&picture.svg);
    let (mut texts, mut text, mut depth) = (Vec::new(), String::new(), 0);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                assert!(tag.attributes().all(|attribute| attribute.is_ok()));
                assert!(depth > 0 || tag.name().as_ref() == b"svg", "one element around all");
                depth += 1;
                text.clear();
            }
            Event::Empty(tag) => assert!(tag.attributes().all(|attribute| attribute.is_ok()) && depth > 0),
            Event::Text(part) => text.push_str(&part.decode().unwrap()),
            Event::GeneralRef(name) => text.push(match &*name.decode().unwrap() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                other => panic!("&{other};"),
            }),
            Event::End(_) => {
                depth -= 1;
                texts.push(std::mem::take(&mut text));
            }
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0);
    texts
}

/// All pictures of a state.
fn pictures(engine: &Engine, state: &State, stack: &str) -> Vec<Picture> {
    let set = explore(engine, state).0.set;
    let cloud = competency_explorer::explore::cloud(engine, state, &query_of(&state.query), &set);
    let mut pictures = vec![picture::cloud(&FRAME, engine, &cloud)];
    let map = gap_map(engine, &state.look.rows, &state.look.columns, &set, false);
    pictures.extend(map.map(|map| {
        let open: Vec<u32> = (0..).take(engine.facets[map.rows.facet].values.len()).collect();
        let shown = ShownMap::new(engine, Arc::new(map), [LineOrder::Count; 2], [&open, &[]]);
        picture::gap_map(&FRAME, engine, &shown)
    }));
    let hits = text_hits(engine, &parse_query(engine, &state.query), true).set;
    pictures.push(picture::timeline(&FRAME, engine, &timeline(engine, &hits, &state.filter, stack)));
    let themes = engine.facet("theme").unwrap();
    let found = co_occurrences(themes, &set, TreeLevel::Narrow);
    let label = |at: usize| i18n::line(themes, Some(found.values[at].0));
    pictures.push(picture::connections(&FRAME, &found.pairs(false), &label, set.len()));
    pictures
}

fn any_case(u: &mut Unstructured<'_>) -> Result<(Engine, State)> {
    Ok((Engine::new(any_catalog(u)?), any_state(u)?))
}

#[test]
fn pictures_of_any_catalog_are_well_formed_and_say_what_they_are() {
    arbtest::arbtest(|u| {
        let (engine, state) = any_case(u)?;
        for picture in pictures(&engine, &state, u.choose(&["", "type", "theme"])?) {
            let texts = texts(&picture);
            assert!(texts.iter().filter(|text| *text == FRAME.title).count() == 2, "as a title, and to be read");
            assert!(texts.iter().any(|text| text == FRAME.source));
            assert!(picture.width >= 1200 && (100..100_000).contains(&picture.height));
        }
        Ok(())
    });
}

#[test]
fn labels_that_are_markup_stay_text_in_pictures() {
    let hostile = "</text><script>alert(1)</script>&amp;\u{0}\u{202e}\"'";
    let term = |id: &str| Term { id: id.to_owned(), label: hostile.to_owned(), ..Term::default() };
    let vocabulary = Vocabulary { themes: vec![term("a"), term("b")], types: vec![term("t")], ..Vocabulary::default() };
    let resource = Resource {
        id: "1".into(),
        title: hostile.into(),
        themes: vec!["a".into(), "b".into()],
        r#type: Some("t".into()),
        published: "2020".parse().ok(),
        ..Resource::default()
    };
    let head = Head { title: hostile.into(), vocabulary, ..Head::default() };
    let engine = Engine::new(Catalog { head, resources: vec![resource] });
    for picture in pictures(&engine, &State::default(), "type") {
        assert!(texts(&picture).iter().any(|text| text.contains("</text>")), "{}", picture.svg);
        assert!(!picture.svg.contains("<script") && !picture.svg.contains('\u{202e}'));
    }
}

#[test]
fn pictures_of_the_shipped_catalog_have_its_numbers() {
    let engine = &*SHIPPED;
    let drawn: Vec<Vec<String>> = pictures(engine, &State::default(), "type").iter().map(texts).collect();
    let has = |nth: usize, text: &str| drawn[nth].iter().any(|drawn| drawn == text);
    let themes = engine.facet("theme").unwrap();
    for value in themes.values.iter().filter(|value| value.children.is_empty() && value.label.len() < 12) {
        assert!(has(0, &value.label), "{}", value.label);
    }
    assert!(has(1, &i18n::number(engine.len())), "the number of all");
    let all = ResourceSet::all(engine.len());
    let line = timeline(engine, &all, &State::default().filter, "");
    assert!(has(2, &i18n::without_year(line.undated.total)));
    let pairs = co_occurrences(themes, &all, TreeLevel::Narrow).pairs(false);
    for pair in &pairs[..20] {
        assert!(has(3, &i18n::tenths(pair.lift)) && has(3, &i18n::number(pair.count as usize)), "{pair:?}");
    }
}

#[test]
fn a_catalog_without_resources_has_pictures_too() {
    let engine = Engine::new(Catalog::default());
    for picture in pictures(&engine, &State::default(), "") {
        texts(&picture);
    }
}
