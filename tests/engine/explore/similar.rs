//! What is most like a resource: by rare themes, keywords and authors before frequent ones, each with what both share.

use crate::util::{SHIPPED, any_catalog};
use competency_explorer::catalog::read;
use competency_explorer::explore::{Engine, Related, nearest, related};

/// Checks what holds of every answer.
fn check(engine: &Engine, idx: u32, related: &Related) {
    assert!(related.similar.len() <= 4 && related.of_publisher.len() <= 3);
    let near = related.similar.iter().map(|similar| similar.resource);
    let all: Vec<u32> = near.chain(related.of_publisher.iter().copied()).collect();
    assert!(all.iter().enumerate().all(|(at, other)| *other != idx && !all[..at].contains(other)), "{all:?}");
    for similar in &related.similar {
        for (key, values) in [("theme", &similar.themes), ("keyword", &similar.keywords), ("author", &similar.authors)]
        {
            let facet = engine.facet(key).unwrap();
            let has = |of: u32| values.iter().all(|value| facet.values_of(of).contains(value));
            assert!(has(idx) && has(similar.resource), "{key}: {similar:?}");
        }
        assert!(similar.themes.len() + similar.keywords.len() > 1 || !similar.authors.is_empty(), "{similar:?}");
    }
}

/// An engine of records with these themes, keywords and authors, each a text of one-word values.
fn engine(records: &[[&str; 3]]) -> Engine {
    let list = |words: &str| words.split_whitespace().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(",");
    let record = |(nth, [themes, keywords, authors]): (usize, &[&str; 3])| {
        let [themes, keywords, authors] = [themes, keywords, authors].map(|words| list(words));
        format!(
            r#"{{"id": "{nth}", "title": "T", "themes": [{themes}], "keywords": [{keywords}], "authors": [{authors}], "publishers": ["P"]}}"#
        )
    };
    let records: Vec<String> = records.iter().enumerate().map(record).collect();
    let file = format!(
        r#"{{"title": "T", "vocabulary": {{"themes": [{{"id": "wide"}}, {{"id": "narrow", "parent": "wide"}}]}}, "resources": [{}]}}"#,
        records.join(",")
    );
    Engine::new(read(file.as_bytes()).unwrap().0)
}

fn ids(engine: &Engine, related: &Related) -> Vec<String> {
    related.similar.iter().map(|similar| engine.store.id(similar.resource).to_owned()).collect()
}

#[test]
fn rare_values_count_more_than_frequent_ones() {
    let mut records = vec![["a b", "x y", ""], ["a b", "", ""], ["", "x y", ""], ["z", "", ""]];
    records.extend([["a b", "", ""]; 6]);
    let engine = engine(&records);
    let related = related(&engine, 0);
    check(&engine, 0, &related);
    assert_eq!(ids(&engine, &related)[0], "2");
    assert!(!ids(&engine, &related).contains(&"3".to_owned()));
}

#[test]
fn what_is_about_everything_is_not_like_everything() {
    let engine = engine(&[["a b", "", ""], ["a b c d e f", "g h", ""], ["a b", "", ""], ["i", "", ""], ["j", "", ""]]);
    assert_eq!(ids(&engine, &related(&engine, 0)), ["2", "1"]);
}

#[test]
fn one_value_alone_is_not_enough_unless_it_is_an_author() {
    let engine = engine(&[["a", "x", "Ann"], ["a", "", ""], ["", "x", ""], ["", "", "Ann"], ["q", "", ""]]);
    let related = related(&engine, 0);
    assert_eq!(ids(&engine, &related), ["3"]);
    assert_eq!((related.similar[0].authors.len(), related.of_publisher.len()), (1, 3));
}

#[test]
fn a_theme_above_another_one_is_no_second_reason() {
    let engine = engine(&[["narrow", "", ""], ["narrow", "", ""], ["z", "", ""]]);
    assert!(ids(&engine, &related(&engine, 0)).is_empty());
}

#[test]
fn any_resource_of_any_catalog_has_an_answer() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        for idx in (0..).take(engine.len()) {
            check(&engine, idx, &related(&engine, idx));
        }
        Ok(())
    });
    let all: Vec<Related> = (0..).take(SHIPPED.len()).map(|idx| related(&SHIPPED, idx)).collect();
    (0..).zip(&all).for_each(|(idx, related)| check(&SHIPPED, idx, related));
    // Nearly every resource of a catalog that is described well has some.
    assert!(all.iter().filter(|related| related.similar.is_empty()).count() * 20 < SHIPPED.len());
}

#[test]
fn what_is_like_all_of_several_comes_before_what_is_like_one() {
    let engine = engine(&[
        ["a b", "", ""],
        ["c d", "", ""],
        ["a b", "", ""],
        ["a b c d", "", ""],
        ["e", "", ""],
        ["f", "", ""],
        ["g", "", ""],
    ]);
    let near: Vec<u32> = nearest(&engine, &[0, 1]).iter().map(|similar| similar.resource).collect();
    assert_eq!(near, [3, 2]);
    assert!(nearest(&engine, &[]).is_empty());
}

#[test]
fn the_nearest_to_one_are_its_similar_resources() {
    for idx in (0..u32::try_from(SHIPPED.len()).unwrap()).step_by(97) {
        assert_eq!(nearest(&SHIPPED, &[idx]), related(&SHIPPED, idx).similar);
    }
}
