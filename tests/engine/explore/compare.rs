//! Resources and sets side by side, against what is written out from the definitions: for any catalog and any state.

use std::collections::BTreeSet;

use crate::util::naive::{naive_set, naive_values};
use crate::util::{SHIPPED, any_catalog, any_state};
use arbtest::arbitrary::Unstructured;
use competency_explorer::catalog::{Catalog, Resource, ResourceIdx, read};
use competency_explorer::explore::{
    Attribute, Engine, MAX_COMPARED, MAX_SETS, MOST_NAMED, Paired, Row, SMALL_SET, SharedValue, State, columns,
    compare, compare_sets, compare_value, compare_with_alternative, compared_attributes, complement, conditions,
    differing, fragment, in_common, matrix, overlaps, picked, sample, set_examples, set_of, sets_of, shown_columns,
};
use competency_explorer::text::tokens;

/// Ids of resources, some of which no catalog has, some twice.
fn any_ids(u: &mut Unstructured<'_>) -> arbtest::arbitrary::Result<Vec<String>> {
    (0..u.int_in_range(0..=9)?).map(|_| Ok(format!("r{}", u.int_in_range(0..=40)?))).collect()
}

#[test]
fn the_first_known_resources_are_compared_each_once() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let ids = any_ids(u)?;
        let engine = Engine::new(catalog.clone());
        let mut expected: Vec<String> = Vec::new();
        for id in ids.iter().filter(|id| catalog.resources.iter().any(|resource| resource.id == **id)) {
            if !expected.contains(id) {
                expected.push(id.clone());
            }
        }
        expected.truncate(MAX_COMPARED);
        let comparison = compare(&engine, &ids);
        assert!(comparison.resources.iter().map(|idx| engine.store.id(*idx)).eq(expected.iter()));
        for row in &comparison.rows {
            assert_eq!(row.complete, row.cells.iter().all(|cell| !cell.is_empty()));
            assert!(row.cells.iter().any(|cell| !cell.is_empty()), "nobody states {:?}", row.attribute);
            let texts = |cell: &[(competency_explorer::explore::Entry, bool)]| -> BTreeSet<String> {
                cell.iter().map(|(entry, _)| entry.text.clone()).collect()
            };
            let all: Vec<_> = row.cells.iter().map(|cell| texts(cell)).collect();
            assert_eq!(row.same, all.len() > 1 && all.iter().all(|one| *one == all[0]), "{:?}", row.attribute);
            for (entry, shared) in row.cells.iter().flatten() {
                assert_eq!(*shared, all.len() > 1 && all.iter().all(|one| one.contains(&entry.text)));
            }
        }
        Ok(())
    });
}

#[test]
fn each_attribute_has_a_word_of_its_own() {
    let attributes = compared_attributes(&SHIPPED);
    let words: BTreeSet<&str> = attributes.iter().map(Attribute::word).collect();
    assert_eq!(words.len(), attributes.len(), "a word stands for two attributes");
}

/// Whether a resource has a value, read from its row in the comparison.
fn has(row: &Row, at: usize, text: &str) -> bool {
    row.cells[at].iter().any(|(entry, _)| entry.text == text)
}

#[test]
fn a_value_of_two_or_more_is_lined_up_once_and_every_other_stands_with_its_resource() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let comparison = compare(&engine, &any_ids(u)?);
        let matrix = matrix(&comparison);
        let lined_up = |row: &&Row| ["theme", "audience", "level", "place"].contains(&row.attribute.word());
        for row in comparison.rows.iter().filter(lined_up) {
            let texts: BTreeSet<&str> = row.cells.iter().flatten().map(|(entry, _)| entry.text.as_str()).collect();
            for text in texts {
                let having: Vec<bool> = (0..row.cells.len()).map(|at| has(row, at, text)).collect();
                let n = having.iter().filter(|has| **has).count();
                let shared: Vec<_> = matrix
                    .shared
                    .iter()
                    .filter(|value| value.attribute == row.attribute && value.entry.text == text)
                    .collect();
                let own = matrix.own.iter().filter(|own| own.attribute == row.attribute);
                let n_own = own.flat_map(|own| own.cells.iter().flatten()).filter(|entry| entry.text == text).count();
                assert_eq!(shared.len() + n_own, 1, "{text}");
                assert_eq!(shared.len(), usize::from(n > 1), "{text}");
                assert!(shared.iter().all(|value| value.has == having && value.complete == row.complete));
            }
        }
        for own in &matrix.own {
            let row = comparison.rows.iter().find(|row| row.attribute == own.attribute);
            assert_eq!(row.map(|row| row.complete), Some(own.complete));
        }
        let n_lined_up = comparison.rows.iter().filter(lined_up).count();
        assert_eq!(matrix.rows.len() + n_lined_up, comparison.rows.len());
        for of_one in matrix.shared.chunk_by(|a, b| a.attribute == b.attribute) {
            let count = |value: &SharedValue| value.has.iter().filter(|has| **has).count();
            assert!(of_one.is_sorted_by(|a, b| count(a) >= count(b)), "those of the most resources come first");
        }
        Ok(())
    });
}

#[test]
fn what_all_have_in_common_is_told_from_what_some_have() {
    let record = |id: &str, themes: &str, access: &str| {
        format!(r#"{{"id": "{id}", "title": "T", "themes": [{themes}], "access": "{access}", "type": "report"}}"#)
    };
    let records =
        [record("a", r#""x", "y""#, "free"), record("b", r#""x", "y""#, "free"), record("c", r#""x", "z""#, "unknown")];
    let file = format!(r#"{{"title": "T", "resources": [{}]}}"#, records.join(","));
    let engine = Engine::new(read(file.as_bytes()).unwrap().0);
    let ids = ["a", "b", "c"].map(str::to_owned);
    let texts = |n: usize| {
        in_common(&compare(&engine, &ids[..n]))
            .map(|entries| entries.into_iter().map(|entry| entry.text).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(texts(3), ["x report", "y free"].map(str::to_owned));
    assert_eq!(texts(2), ["x y report free", ""].map(str::to_owned));
    assert_eq!(texts(1), ["", ""].map(str::to_owned));
}

#[test]
fn what_two_share_is_the_intersection_of_their_themes() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let engine = Engine::new(catalog.clone());
        let picked = picked(&engine, &any_ids(u)?);
        let overlaps = overlaps(&engine, &picked);
        assert_eq!(overlaps.len(), picked.len() * picked.len().saturating_sub(1) / 2);
        assert!(overlaps.windows(2).all(|two| two[0].percent() >= two[1].percent()));
        let themes =
            |at: usize| -> BTreeSet<&String> { catalog.resources[picked[at] as usize].themes.iter().collect() };
        let facet = engine.facet("theme").unwrap();
        for overlap in overlaps {
            let [a, b] = overlap.pair.map(themes);
            let shared: BTreeSet<&String> =
                overlap.shared.iter().map(|value| &facet.values[*value as usize].id).collect();
            assert_eq!(shared, a.intersection(&b).copied().collect());
            assert_eq!(overlap.n_either, a.union(&b).count());
        }
        Ok(())
    });
}

#[test]
fn the_complement_adds_the_most_and_is_the_newest_of_those() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let engine = Engine::new(catalog.clone());
        let picked = picked(&engine, &any_ids(u)?);
        let values = |idx: ResourceIdx| naive_values(&catalog, &catalog.resources[idx as usize], "theme");
        let covered: BTreeSet<String> = picked.iter().flat_map(|idx| values(*idx)).collect();
        let parent = |id: &str| match id {
            "a1" => Some("a"),
            "a11" => Some("a1"),
            _ => None,
        };
        // A broader theme that follows from a narrower one adds nothing of its own.
        let adds = |idx: ResourceIdx| -> BTreeSet<String> {
            let all = values(idx);
            let implied: Vec<&str> = all.iter().filter_map(|id| parent(id)).collect();
            all.iter().filter(|id| !covered.contains(*id) && !implied.contains(&id.as_str())).cloned().collect()
        };
        let all = 0..u32::try_from(catalog.resources.len()).unwrap();
        let most = if picked.is_empty() { 0 } else { all.clone().map(|idx| adds(idx).len()).max().unwrap_or(0) };
        let found = complement(&engine, &picked);
        assert_eq!(found.is_some(), most > 0);
        let Some(found) = found else { return Ok(()) };
        let facet = engine.facet("theme").unwrap();
        let added: BTreeSet<String> =
            found.adds.iter().flat_map(|(_, values)| values).map(|at| facet.values[*at as usize].id.clone()).collect();
        assert_eq!(added, adds(found.idx));
        assert_eq!(added.len(), most);
        let date = |idx: ResourceIdx| catalog.resources[idx as usize].date();
        assert!(all.filter(|idx| adds(*idx).len() == most).all(|idx| date(idx) <= date(found.idx)));
        Ok(())
    });
}

#[test]
fn two_sets_are_what_their_states_show() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let engine = Engine::new(catalog.clone());
        let literal = |state: State| State { only_words: true, ..state };
        let states = [literal(any_state(u)?), literal(any_state(u)?)];
        let [a, b] = states.each_ref().map(fragment::write);
        let compared = compare_sets(&engine, &[a.clone(), b.clone()]);
        let sets = states.each_ref().map(|state| naive_set(&catalog, state, None));
        assert_eq!(compared.sizes, sets.each_ref().map(BTreeSet::len));
        assert_eq!(compared.shared.0, sets[0].intersection(&sets[1]).count());
        assert_eq!(compared.alone[0].0, sets[0].difference(&sets[1]).count());
        assert_eq!(compared.alone[1].0, sets[1].difference(&sets[0]).count());
        assert!(compared.alone[0].1.iter().all(|idx| sets[0].contains(idx) && !sets[1].contains(idx)));
        let has = |idx: &ResourceIdx, key: &str, id: &str| {
            naive_values(&catalog, &catalog.resources[*idx as usize], key).contains(id)
        };
        for (key, paired) in [("theme", &compared.themes), ("year", &compared.years)] {
            let facet = engine.facet(key).unwrap();
            for paired in paired {
                let id = &facet.values[paired.value as usize].id;
                let counts = sets.each_ref().map(|set| set.iter().filter(|idx| has(idx, key, id)).count());
                assert_eq!(paired.counts.map(|count| count as usize), [counts[0], counts[1], 0, 0], "{key} {id}");
                assert_ne!(counts, [0, 0]);
            }
            let met = |id: &&String| sets.iter().flatten().any(|idx| has(idx, key, id));
            let n_met = facet.values.iter().map(|value| &value.id).filter(met).count();
            assert_eq!(paired.len(), n_met, "{key}");
        }
        let spread = |paired: &Paired| paired.spread(&compared.sizes);
        assert!(compared.themes.iter().rev().map(spread).is_sorted(), "differences come before likenesses");
        let swapped = compare_sets(&engine, &[b, a]);
        assert_eq!(swapped.alone[0], compared.alone[1]);
        Ok(())
    });
}

/// In how many resources of a set a word stands in title, summary or keywords.
fn n_having(catalog: &Catalog, set: &BTreeSet<ResourceIdx>, word: &str) -> u32 {
    let has = |idx: &&ResourceIdx| {
        let resource = &catalog.resources[**idx as usize];
        let texts = [Some(&resource.title), resource.summary.as_ref()];
        texts.into_iter().flatten().chain(&resource.keywords).any(|text| tokens(text).iter().any(|of| of == word))
    };
    u32::try_from(set.iter().filter(has).count()).unwrap()
}

#[test]
fn up_to_four_sets_are_compared_each_with_all_others() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let engine = Engine::new(catalog.clone());
        let mut states = Vec::new();
        for _ in 0..u.int_in_range(0..=MAX_SETS)? {
            states.push(State { only_words: true, ..any_state(u)? });
        }
        let addresses: Vec<String> = states.iter().map(fragment::write).collect();
        let compared = compare_sets(&engine, &addresses);
        let sets: Vec<_> = states.iter().map(|state| naive_set(&catalog, state, None)).collect();
        let n_having = |idx: &ResourceIdx| sets.iter().filter(|set| set.contains(idx)).count();
        let all: BTreeSet<ResourceIdx> = sets.iter().flatten().copied().collect();
        assert_eq!(compared.shared.0, all.iter().filter(|idx| n_having(idx) > 1).count());
        let alone = |set: &BTreeSet<ResourceIdx>| set.iter().filter(|idx| n_having(idx) == 1).count();
        assert_eq!(
            compared.alone.iter().map(|of| of.0).collect::<Vec<_>>(),
            sets.iter().map(alone).collect::<Vec<_>>()
        );
        assert_eq!(compared.words.len(), sets.len());
        Ok(())
    });
}

#[test]
fn small_sets_have_all_their_resources_named_and_no_distinctive_words() {
    let resource = |n: usize| Resource {
        id: format!("r{n}"),
        title: if n < 7 { "Seat time in Maine" } else { "Mastery" }.to_owned(),
        places: vec![if n < 7 { "Maine" } else { "Ohio" }.to_owned()],
        ..Resource::default()
    };
    let of = |n: usize| Engine::new(Catalog { resources: (0..n).map(resource).collect(), ..Catalog::default() });
    let sets = ["#/?place=Maine", "#/?place=Ohio"].map(str::to_owned);
    let small = compare_sets(&of(7 + SMALL_SET), &sets);
    assert!(small.is_small() && small.alone.iter().all(|(n, named)| *n == named.len()), "{small:?}");
    let large = compare_sets(&of(8 + SMALL_SET), &sets);
    assert!(!large.is_small() && large.alone[1].1.len() == MOST_NAMED && large.alone[1].0 == SMALL_SET + 1);
    assert!(large.words.iter().all(Vec::is_empty), "seven resources are too few for words");
}

#[test]
fn examples_of_sets_are_made_of_the_catalog_and_have_resources() {
    let examples = set_examples(&SHIPPED);
    assert_eq!(examples.len(), 4, "{examples:?}");
    for example in &examples {
        let addresses = example.sets.each_ref().map(set_of);
        let compared = compare_sets(&SHIPPED, &addresses);
        assert!(compared.sizes.iter().all(|size| *size > 0), "{example:?}");
        assert_ne!(addresses[0], addresses[1]);
        let is_named = example.names.iter().all(|name| !name.is_empty());
        assert!(is_named || example.since > 1900 && compared.shared.0 == 0, "{example:?}");
    }
    assert_eq!(set_examples(&Engine::new(Catalog::default())), []);
}

#[test]
fn one_set_leaves_the_other_to_be_chosen() {
    let read = |address: &str| fragment::read(address, &SHIPPED.facets);
    let sets = |address: &str| sets_of(&read(address));
    assert_eq!(sets("#/?view=sets"), [] as [&str; 0]);
    assert_eq!(sets("#/?type=report&sort=title&view=sets"), ["#/?type=report"]);
    assert_eq!(sets("#/?type=report&view=sets&a=type%3Dguide"), ["type=guide"]);
    assert_eq!(sets("#/?view=sets&b=type%3Dguide"), ["", "type=guide"]);
    let place = compare_value(&read("#/?q=grading&compare=a"), "place", "Maine");
    assert_eq!(fragment::write(&place), "#/?view=sets&a=%23%2F%3Fplace%3DMaine&compare=a");
}

#[test]
fn distinctive_words_stand_more_often_in_their_set() {
    let resources = (0..600).map(sample).collect();
    let catalog = Catalog { resources, ..Catalog::default() };
    let engine = Engine::new(catalog.clone());
    let addresses = ["#/?theme=theme-1&only=words", "#/?q=pocom&only=words"].map(str::to_owned);
    let compared = compare_sets(&engine, &addresses);
    let sets: Vec<_> = compared.states.iter().map(|state| naive_set(&catalog, state, None)).collect();
    assert!(compared.words.iter().any(|words| !words.is_empty()));
    assert!(compared.words[1].iter().all(|word| word.word != "pocom"), "a word that was asked for says nothing new");
    for (side, words) in compared.words.iter().enumerate() {
        for word in words {
            let counts = [side, 1 - side].map(|side| n_having(&catalog, &sets[side], &word.word));
            assert_eq!(word.counts, counts, "{}", word.word);
            let larger = u64::from(counts[0]) * sets[1 - side].len() as u64;
            assert!(larger > u64::from(counts[1]) * sets[side].len() as u64, "{}", word.word);
        }
    }
}

#[test]
fn words_distinctive_of_a_place_are_none_of_its_own_name() {
    let compared = compare_sets(&SHIPPED, &["#/?place=Maine", "#/?place=New+Hampshire"].map(str::to_owned));
    let words: Vec<&str> = compared.words.iter().flatten().map(|word| word.word.as_str()).collect();
    assert!(!words.is_empty(), "{:?}", compared.sizes);
    assert!(["maine", "new", "hampshire"].iter().all(|name| !words.contains(name)), "{words:?}");
}

#[test]
fn a_chip_is_compared_with_the_next_value() {
    let check = |address: &str, at: usize, a: &str, b: &str| {
        let state = fragment::read(address, &SHIPPED.facets);
        let condition = conditions(&SHIPPED, &state)[at].clone();
        let sets = compare_with_alternative(&SHIPPED, &state, &condition).look.sets;
        assert_eq!(sets, [a.to_owned(), b.to_owned()], "{address}");
    };
    check("#/?year=2012..2015", 0, "#/?year=2012..2015", "#/?year=2016..2019");
    check("#/?year=2018..&type=report", 1, "#/?type=report&year=2018..", "#/?type=report&year=..2017");
    check("#/?-place=Maine", 0, "#/?-place=Maine", "#/?place=Maine");
    check("#/?q=grading+rubric", 0, "#/?q=grading+rubric", "#/?q=rubric");
}

#[test]
fn what_a_value_is_compared_with_is_another_and_has_results() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let state = any_state(u)?;
        for condition in conditions(&engine, &state) {
            let sets = compare_with_alternative(&engine, &state, &condition).look.sets;
            assert_ne!(sets[0], sets[1], "{condition:?}");
            let both = compare_sets(&engine, &sets);
            assert!(differing(&engine, &both.states[0], &both.states[1]).is_some() || !state.query.is_empty());
        }
        Ok(())
    });
}

#[test]
fn the_columns_of_the_table_are_those_picked_or_the_usual_ones() {
    let words = |picked: &[&str]| {
        let picked: Vec<String> = picked.iter().map(|word| (*word).to_owned()).collect();
        let shown = shown_columns(&SHIPPED, &picked);
        shown.iter().map(|attribute| attribute.word().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(words(&[]), ["type", "publisher", "published", "theme"]);
    assert_eq!(words(&["gone"]), words(&[]));
    assert_eq!(words(&["pages", "author", "gone"]), ["author", "pages"]);
    let all = columns(&SHIPPED);
    assert!(all.iter().all(|column| words(&[column.word()]) == [column.word()]), "{all:?}");
}

#[test]
fn a_row_in_which_a_term_means_not_stated_is_not_complete() {
    let json = r#"{"title": "T", "vocabulary": {"access": [{"id": "free", "label": "Free"}, {"id": "unknown", "label": "Not stated"}],
        "levels": [{"id": "k", "label": "K-12"}, {"id": "x", "label": "Not Stated"}]},
        "resources": [{"id": "a", "title": "A", "access": "free", "levels": ["k"]},
                      {"id": "b", "title": "B", "access": "unknown", "levels": ["x"]},
                      {"id": "c", "title": "C", "access": "free", "levels": ["x", "k"]}]}"#;
    let engine = Engine::new(read(json.as_bytes()).unwrap().0);
    let complete = |ids: &[&str]| -> Vec<(String, bool)> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        let rows = compare(&engine, &ids).rows;
        rows.iter().map(|row| (row.attribute.word().to_owned(), row.complete)).collect()
    };
    let row = |name: &str, is_complete: bool| (name.to_owned(), is_complete);
    assert_eq!(complete(&["a", "b"]), [row("level", false), row("access", false)]);
    assert_eq!(complete(&["a", "c"]), [row("level", true), row("access", true)]);
}
