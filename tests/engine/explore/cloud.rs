//! The cloud and the page of a theme against brute force: every count, for any catalog and any state.

use std::collections::{BTreeMap, BTreeSet};

use crate::util::naive::{naive_values, query_of};
use crate::util::{SHIPPED, any_catalog, any_state};
use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{Catalog, Resource, ResourceSet};
use competency_explorer::explore::{
    Axis, CLEAR, Cloud, CloudLook, Engine, Hint, LEAST_FOUND, Reason, Results, SUMMARY, State, Tag, Tags, View, cloud,
    clouds, constellation, explore, gap_map, hints, leaders, remove_unknown, subject, theme_page,
};
use competency_explorer::facet::{Filter, STEPS};
use competency_explorer::text::{Stems, is_stop_word, tokens};

/// Any state whose cloud is one that the catalog can have, or the themes.
fn any_cloud_state(u: &mut Unstructured<'_>) -> Result<State> {
    let mut state = any_state(u)?;
    state.look.cloud = CloudLook {
        of: (*u.choose(&["theme", "keyword", "publisher", "place", SUMMARY, SUMMARY, "gone"])?).to_owned(),
        special: u.arbitrary()?,
        by_weight: u.arbitrary()?,
        least: u.int_in_range(1..=4)?,
        most: u.int_in_range(1..=12)?,
    };
    Ok(state)
}

fn cloud_of(engine: &Engine, state: &State) -> (Cloud, Results) {
    let matched = explore(engine, state).0;
    (cloud(engine, state, &query_of(&state.query), &matched.set), matched)
}

/// What a tag stands for in a record: the label of a value, or the stem of a word.
fn naive_tags(catalog: &Catalog, resource: &Resource, of: Tags, key: &str, stems: &Stems) -> BTreeSet<String> {
    let label = |id: String| {
        let mut themes = catalog.head.vocabulary.themes.iter();
        themes.find(|theme| key == "theme" && theme.id == id).map_or(id, |theme| theme.label.clone())
    };
    let words = tokens(resource.summary.as_deref().unwrap_or_default());
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    match of {
        Tags::Facet(_) => naive_values(catalog, resource, key).into_iter().map(label).collect(),
        Tags::Words => words.iter().map(|word| stems.of(word).into_owned()).chain(pairs).collect(),
        Tags::Spellings => words.iter().cloned().chain(pairs).collect(),
    }
}

#[test]
fn counts_of_a_cloud_are_those_of_brute_force() {
    let stems = Stems::default();
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let state = any_cloud_state(u)?;
        let engine = Engine::new(catalog.clone());
        let (cloud, matched) = cloud_of(&engine, &state);
        let look = &state.look.cloud;
        // A catalog without themes has the cloud of its keywords, or whatever it has first.
        let known = clouds(&engine);
        let key = if known.contains(&look.of.as_str()) { look.of.as_str() } else { known[0] };
        let is_words = !matches!(cloud.of, Tags::Facet(_));
        assert_eq!(is_words, key == SUMMARY);
        let (mut here, mut there) = (BTreeMap::new(), BTreeMap::new());
        for (idx, resource) in (0..).zip(&catalog.resources) {
            let counts = if matched.set.contains(idx) { &mut here } else { &mut there };
            for tag in naive_tags(&catalog, resource, cloud.of, key, &stems) {
                *counts.entry(tag).or_insert(0u32) += 1;
            }
        }
        let query = query_of(&state.query);
        let chosen = cloud.of.chosen(&engine, &state, &query);
        let mut shown = BTreeSet::new();
        for tag in &cloud.tags {
            let label = cloud.of.label(&engine, tag.at);
            let is_stem = cloud.of == Tags::Words && !label.contains(' ');
            let name = if is_stem { stems.of(label).into_owned() } else { label.to_owned() };
            let count = |counts: &BTreeMap<String, u32>| counts.get(&name).copied().unwrap_or(0);
            assert_eq!((tag.contrast.here, tag.contrast.there), (count(&here), count(&there)), "{key}: {label}");
            assert_eq!(tag.contrast.of_here as usize, matched.total);
            assert!((1..=STEPS).contains(&tag.step));
            let (more, g2) = (tag.contrast.is_more(), tag.contrast.log_likelihood());
            let is_enough = tag.contrast.here >= look.least || look.special && !more;
            assert!(is_enough && (!look.special || g2 >= CLEAR) || chosen.contains(&tag.at), "{key}: {label}");
            assert!(shown.insert(name), "{label} twice");
        }
        let n_unchosen = cloud.tags.iter().filter(|tag| !chosen.contains(&tag.at)).count();
        assert!(n_unchosen <= look.most);
        if !look.special {
            // What is left out is as rare as what is shown, or rarer.
            let least = cloud.tags.iter().filter(|tag| !chosen.contains(&tag.at)).map(|tag| tag.contrast.here).min();
            let is_word = |name: &str| {
                !name.contains(' ') && name.chars().filter(|c| c.is_alphabetic()).count() > 1 && !is_stop_word(name)
            };
            let admitted = here.iter().filter(|(name, n)| **n >= look.least && (!is_words || is_word(name)));
            for (name, n) in admitted.filter(|(name, _)| !shown.contains(*name)) {
                assert!(cloud.tags.len() >= look.most && *n <= least.unwrap_or(u32::MAX), "{key}: {name} is not shown");
            }
        }
        Ok(())
    });
}

#[test]
fn special_words_are_the_same_when_all_are_weighed() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_cloud_state(u)?;
        (state.look.cloud.of, state.look.cloud.special, state.look.cloud.by_weight) = (SUMMARY.to_owned(), true, true);
        let few = cloud_of(&engine, &state).0;
        state.look.cloud.most = usize::MAX;
        let all = cloud_of(&engine, &state).0;
        for (few, all) in few.tags.iter().zip(&all.tags).take(1) {
            assert_eq!((few.at, few.contrast), (all.at, all.contrast), "the heaviest is weighed in both");
        }
        assert!(few.tags.iter().all(|tag| all.tags.iter().any(|other| other.at == tag.at)));
        Ok(())
    });
}

#[test]
fn a_tag_gives_what_it_says_and_takes_it_back() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_cloud_state(u)?;
        // Near spellings come in where little is found, and another of any values widens.
        state.query = (*u.choose(&["", "summary:time ", "summary:grade summary:seat ", "-summary:the "])?).to_owned();
        state.filter.forget_all("theme");
        state.filter.forget_all("keyword");
        state.filter.forget_all("publisher");
        state.filter.forget_all("place");
        let query = query_of(&state.query);
        let cloud = cloud_of(&engine, &state).0;
        let chosen = cloud.of.chosen(&engine, &state, &query);
        for tag in cloud.tags.iter().filter(|tag| !chosen.contains(&tag.at)) {
            let with = cloud.of.toggled(&engine, &state, &query, tag.at);
            let label = cloud.of.label(&engine, tag.at);
            assert_eq!(explore(&engine, &with).0.total, tag.contrast.here as usize, "{label}");
            let query = query_of(&with.query);
            assert!(cloud.of.chosen(&engine, &with, &query).contains(&tag.at), "{label}");
            let without = cloud.of.toggled(&engine, &with, &query, tag.at);
            assert_eq!(without.filter, state.filter);
            assert_eq!(explore(&engine, &without).0.set, explore(&engine, &state).0.set, "{label}");
        }
        Ok(())
    });
}

#[test]
fn what_is_special_about_maine() {
    let mut state = State::default();
    state.filter.choose("place", "Maine");
    state.look.cloud.special = true;
    state.look.cloud.by_weight = true;
    let cloud = cloud_of(&SHIPPED, &state).0;
    let labels: Vec<&str> = cloud.tags.iter().map(|tag| cloud.of.label(&SHIPPED, tag.at)).collect();
    assert!(labels.iter().take(4).any(|label| label.contains("graduation")), "{labels:?}");
    assert!(cloud.tags.iter().all(|tag| tag.contrast.is_clear()));
    // Of the whole catalog nothing is special.
    state.filter.forget("place", "Maine");
    assert_eq!(cloud_of(&SHIPPED, &state).0.tags, []);
}

#[test]
fn what_a_filter_implies_is_not_distinctive() {
    let themes = SHIPPED.facet("theme").unwrap();
    let mut state = State::default();
    state.look.cloud.special = true;
    state.filter.choose("theme", "grading");
    let cloud = cloud_of(&SHIPPED, &state).0;
    let grading = themes.find("grading").unwrap();
    let implied = [Some(grading), themes.values[grading as usize].parent];
    assert!(!cloud.tags.is_empty());
    assert!(cloud.tags.iter().all(|tag| !implied.contains(&Some(tag.at))), "{:?}", cloud.tags);
}

#[test]
fn what_leads_a_cloud_is_counted_as_by_hand() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let state = any_cloud_state(u)?;
        let engine = Engine::new(catalog.clone());
        let (cloud, matched) = cloud_of(&engine, &state);
        let found = leaders(&engine, &cloud, &matched.set);
        assert!(found.tags.len() <= 3 && found.tags.iter().all(|tag| !cloud.implied.contains(tag)));
        let Tags::Facet(facet) = cloud.of else {
            assert_eq!(found.n, 0);
            return Ok(());
        };
        let facet = &engine.facets[facet];
        let ids: Vec<&String> = found.tags.iter().map(|tag| &facet.values[*tag as usize].id).collect();
        let has_any = |resource: &Resource| {
            let values = naive_values(&catalog, resource, &facet.definition.key);
            ids.iter().any(|id| values.contains(*id))
        };
        let expected = matched.set.iter().filter(|idx| has_any(&catalog.resources[*idx as usize])).count();
        assert_eq!(found.n, expected, "{ids:?}");
        Ok(())
    });
}

#[test]
fn what_a_filter_implies_is_no_larger_than_the_largest_other() {
    let themes = SHIPPED.facet("theme").unwrap();
    let mut state = State::default();
    state.filter.choose("theme", "grading");
    let (cloud, matched) = cloud_of(&SHIPPED, &state);
    let grading = themes.find("grading").unwrap();
    let size = |at: u32| cloud.tags.iter().find(|tag| tag.at == at).unwrap().step;
    let others = cloud.tags.iter().filter(|tag| !cloud.implied.contains(&tag.at));
    assert_eq!(Some(size(grading)), others.map(|tag| tag.step).max());
    let picture = constellation(&SHIPPED, &cloud, 944);
    let stars = picture.families.iter().flat_map(|family| &family.stars);
    let largest = stars.filter(|star| star.at != grading).map(|star| star.size).max();
    assert_eq!(picture.star(grading).map(|star| star.size), largest);
    assert!(!leaders(&SHIPPED, &cloud, &matched.set).tags.contains(&grading));
}

#[test]
fn no_distinctive_tag_leads_to_nothing() {
    let mut state = State::default();
    state.look.cloud.special = true;
    let mut n_rarer = 0;
    for theme in &SHIPPED.facet("theme").unwrap().values {
        state.filter = Filter::default();
        state.filter.choose("theme", &theme.id);
        let cloud = cloud_of(&SHIPPED, &state).0;
        assert!(cloud.tags.iter().all(|tag| tag.contrast.here > 0), "{}: {:?}", theme.id, cloud.tags);
        n_rarer += cloud.tags.iter().filter(|tag| !tag.contrast.is_more()).count();
    }
    assert!(n_rarer > 0);
}

#[test]
fn words_that_every_theme_has_are_not_common_ones_of_a_cloud() {
    let catalog = Catalog {
        head: SHIPPED.head.clone(),
        resources: (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect(),
    };
    let themes = SHIPPED.facet("theme").unwrap();
    let broad: Vec<&str> =
        themes.values.iter().filter(|value| value.parent.is_none()).map(|value| value.id.as_str()).collect();
    let stems = Stems::default();
    let words: Vec<(BTreeSet<String>, BTreeSet<String>)> = catalog
        .resources
        .iter()
        .map(|resource| {
            let words = tokens(resource.summary.as_deref().unwrap_or_default());
            (words.iter().map(|word| stems.of(word).into_owned()).collect(), naive_values(&catalog, resource, "theme"))
        })
        .collect();
    let share = |word: Option<&str>| {
        let has = |words: &BTreeSet<String>| word.is_none_or(|word| words.contains(word));
        let n = |theme: &&str| words.iter().filter(|(words, themes)| has(words) && themes.contains(*theme)).count();
        let counts: Vec<f64> = broad.iter().map(|theme| u32::try_from(n(theme)).unwrap().into()).collect();
        let sum: f64 = counts.iter().sum();
        counts.into_iter().map(|count| count / sum).collect::<Vec<f64>>()
    };
    let of_all = share(None);
    let summary_words = SHIPPED.summary_words(true);
    let mut n_prose = 0;
    for (at, word) in (0..150).map(|at| (at, summary_words.label(&SHIPPED.index, at))) {
        let deviations = share(Some(&*stems.of(word))).into_iter().zip(&of_all).map(|(a, b)| (a - b).abs());
        let dp = deviations.sum::<f64>() / 2.0;
        assert_eq!(SHIPPED.is_prose(true, at), dp < 0.125, "{word}: {dp}");
        n_prose += u32::from(dp < 0.125);
    }
    assert!((1..150).contains(&n_prose));
    let mut state = State::default();
    state.look.cloud.of = SUMMARY.to_owned();
    let cloud = cloud_of(&SHIPPED, &state).0;
    assert!(!cloud.tags.is_empty() && cloud.tags.iter().all(|tag| !SHIPPED.is_prose(true, tag.at)));
    // What is asked for is shown.
    let prose = (0..150).find(|at| SHIPPED.is_prose(true, *at)).unwrap();
    state.query = format!("summary:{} ", summary_words.label(&SHIPPED.index, prose));
    assert!(cloud_of(&SHIPPED, &state).0.tags.iter().any(|tag| tag.at == prose));
}

#[test]
fn what_is_distinctive_is_neither_prose_nor_the_name_of_what_is_chosen() {
    let stems = Stems::default();
    let themes = SHIPPED.facet("theme").unwrap();
    let mut n_named = 0;
    for theme in &themes.values {
        let mut state = State::default();
        (state.look.cloud.of, state.look.cloud.special, state.look.cloud.most) = (SUMMARY.to_owned(), true, 60);
        state.filter.choose("theme", &theme.id);
        let named: Vec<String> = tokens(&theme.label).iter().map(|word| stems.of(word).into_owned()).collect();
        let cloud = cloud_of(&SHIPPED, &state).0;
        for tag in &cloud.tags {
            let label = cloud.of.label(&SHIPPED, tag.at);
            assert!(label.contains(' ') || !SHIPPED.is_prose(true, tag.at), "{label} of {}", theme.id);
            assert!(
                !label.split(' ').all(|word| named.contains(&stems.of(word).into_owned())),
                "{label} of {}",
                theme.id
            );
        }
        // Most common words may be of the name.
        state.look.cloud.special = false;
        let cloud = cloud_of(&SHIPPED, &state).0;
        n_named += cloud
            .tags
            .iter()
            .filter(|tag| named.contains(&stems.of(cloud.of.label(&SHIPPED, tag.at)).into_owned()))
            .count();
    }
    assert!(n_named > 10, "{n_named}");
}

#[test]
fn pairs_of_words_are_tags_that_lead_to_as_many_as_they_say() {
    let mut state = State::default();
    (state.look.cloud.of, state.look.cloud.most) = (SUMMARY.to_owned(), 200);
    let cloud = cloud_of(&SHIPPED, &state).0;
    let is_pair = |tag: &&Tag| cloud.of.label(&SHIPPED, tag.at).contains(' ');
    let pairs: Vec<&Tag> = cloud.tags.iter().filter(is_pair).collect();
    let labels: Vec<&str> = pairs.iter().map(|tag| cloud.of.label(&SHIPPED, tag.at)).collect();
    assert!(!labels.iter().any(|label| label.contains("based")), "{labels:?}");
    assert!(labels.contains(&"personalized learning"), "{labels:?}");
    for (tag, label) in pairs.iter().zip(&labels) {
        let words: Vec<&str> = label.split(' ').collect();
        assert!(words.len() == 2 && !words.iter().any(|word| is_stop_word(word)), "{label}");
        let with = cloud.of.toggled(&SHIPPED, &state, &query_of(""), tag.at);
        assert_eq!(explore(&SHIPPED, &with).0.total, tag.contrast.here as usize, "{label}");
        let query = query_of(&with.query);
        assert_eq!(cloud.of.chosen(&SHIPPED, &with, &query), [tag.at], "{label}");
        assert_eq!(cloud.of.toggled(&SHIPPED, &with, &query, tag.at).query.trim(), "", "{label}");
    }
}

#[test]
fn what_a_catalog_has_no_cloud_and_no_theme_of_is_said_and_dropped() {
    let mut state = State::default();
    state.look.cloud.of = "year".to_owned();
    state.look.about = Some("alchemy".to_owned());
    let vain = [Hint::NoSuchTheme("alchemy".to_owned()), Hint::NoSuchCloud("year".to_owned())];
    assert_eq!(hints(&SHIPPED, &state), vain);
    assert_eq!(cloud_of(&SHIPPED, &state), cloud_of(&SHIPPED, &State::default()));
    remove_unknown(&SHIPPED, &mut state);
    assert_eq!(state, State::default());
    for key in clouds(&SHIPPED) {
        state.look.cloud.of = key.to_owned();
        state.look.about = Some("grading".to_owned());
        assert_eq!(hints(&SHIPPED, &state), [], "{key}");
    }
}

#[test]
fn the_figures_of_a_theme_are_those_of_brute_force() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let engine = Engine::new(catalog.clone());
        let about = *u.choose(&["a", "a1", "b", "c", "e", "gone", "place:Maine", "type:report", "place:gone"])?;
        let (key, id) = about.split_once(':').unwrap_or(("theme", about));
        let themes = engine.facet("theme").unwrap();
        let Some(page) = theme_page(&engine, about) else {
            assert!(engine.facet(key).unwrap().find(id).is_none());
            return Ok(());
        };
        assert_eq!(engine.facets[page.facet].definition.key, key);
        let of_facet = key;
        let has = |resource: &Resource, key: &str, id: &str| naive_values(&catalog, resource, key).contains(id);
        let count = |key: &str, value: &str| {
            let found = catalog.resources.iter().filter(|r| has(r, of_facet, id) && has(r, key, value));
            u32::try_from(found.count()).unwrap()
        };
        let all = |key: &str, value: &str| {
            u32::try_from(catalog.resources.iter().filter(|r| has(r, key, value)).count()).unwrap()
        };
        let n_all = u32::try_from(catalog.resources.len()).unwrap();
        assert_eq!(page.n, count(of_facet, id));
        for (key, counted) in [
            ("publisher", &page.publishers),
            ("year", &page.years),
            ("audience", &page.audiences),
            ("type", &page.types),
            ("place", &page.places),
            ("theme", &page.themes),
        ] {
            let facet = engine.facet(key).unwrap();
            for (value, n) in counted {
                assert_eq!(*n, count(key, &facet.values[*value as usize].id), "{key}");
            }
        }
        assert_eq!(page.undated + page.years.iter().map(|(_, n)| n).sum::<u32>(), page.n);
        for (theme, n) in page.children.iter().chain(&page.parent) {
            assert_eq!(*n, all("theme", &themes.values[*theme as usize].id));
        }
        assert!(page.neighbours.is_sorted_by(|a, b| a.lift >= b.lift), "{:?}", page.neighbours);
        for near in &page.neighbours {
            let other = &themes.values[near.theme as usize].id;
            assert_eq!(near.together, count("theme", other));
            let share = f64::from(all("theme", other)) / f64::from(n_all);
            assert!((near.lift - f64::from(near.together) / f64::from(page.n) / share).abs() < 1e-9);
            assert!(
                f64::from(near.together) >= LEAST_FOUND && near.lift > 1.0 && (key, other.as_str()) != ("theme", id)
            );
        }
        assert_eq!(page.start.len().min(1), usize::from(page.start.iter().any(|start| !start.reasons.is_empty())));
        for start in &page.start {
            assert!(has(&catalog.resources[start.resource as usize], of_facet, id));
        }
        for missing in &page.missing {
            let facet = &engine.facets[missing.facet];
            let (key, value) = (&facet.definition.key, &facet.values[missing.value as usize].id);
            assert_eq!(missing.here, count(key, value));
            let expected = f64::from(all(key, value)) * f64::from(page.n) / f64::from(n_all);
            assert!((missing.expected - expected).abs() < 1e-9 && expected >= LEAST_FOUND);
            assert!(f64::from(missing.here) * 2.0 < expected);
        }
        Ok(())
    });
}

#[test]
fn every_theme_of_the_catalog_says_where_to_begin() {
    for theme in &SHIPPED.facet("theme").unwrap().values {
        let page = theme_page(&SHIPPED, &theme.id).unwrap();
        assert_eq!(page.start.len(), (page.n as usize).min(5), "{}", theme.id);
        assert!(page.neighbours.is_sorted_by(|a, b| a.lift >= b.lift), "{}", theme.id);
        assert!(page.start.iter().all(|start| start.reasons.iter().any(|reason| *reason != Reason::Connects(0))));
    }
    let grading = theme_page(&SHIPPED, "grading").unwrap();
    assert!(!grading.neighbours.is_empty() && grading.publishers.len() == 5);
}

#[test]
fn what_is_missing_on_a_theme_is_a_gap_of_the_map() {
    let mut n_missing = 0;
    for key in ["audience", "type"] {
        let map = gap_map(&SHIPPED, "theme", key, &ResourceSet::all(SHIPPED.len()), false).unwrap();
        let line = |axis: &Axis, value: u32| axis.lines.iter().position(|line| line.value == Some(value));
        let themes = SHIPPED.facet("theme").unwrap();
        for theme in &themes.values {
            let page = theme_page(&SHIPPED, &theme.id).unwrap();
            for missing in page.missing.iter().filter(|missing| missing.facet == map.columns.facet) {
                let cell = line(&map.rows, page.value).zip(line(&map.columns, missing.value));
                let value = &SHIPPED.facets[missing.facet].values[missing.value as usize].id;
                assert!(
                    cell.is_none_or(|(row, column)| map.is_gap(row, column)),
                    "{} and {value}: {missing:?}",
                    theme.id
                );
                n_missing += 1;
            }
        }
    }
    assert!(n_missing > 10, "{n_missing}");
}

#[test]
fn what_is_within_a_theme_stands_the_most_first() {
    let themes = SHIPPED.facet("theme").unwrap();
    for theme in &themes.values {
        let page = theme_page(&SHIPPED, &theme.id).unwrap();
        assert!(page.children.is_sorted_by(|a, b| a.1 >= b.1), "{}: {:?}", theme.id, page.children);
        assert_eq!(page.children.len(), theme.children.len());
    }
}

#[test]
fn what_an_address_is_about_is_a_theme_or_a_value_by_its_facet() {
    let about = |text: &str| {
        let (facet, value) = subject(&SHIPPED, text)?;
        let facet = &SHIPPED.facets[facet];
        Some((facet.definition.key.clone(), facet.values[value as usize].id.clone()))
    };
    let some = |key: &str, id: &str| Some((key.to_owned(), id.to_owned()));
    for (text, expected) in [
        ("grading", some("theme", "grading")),
        ("theme:grading", some("theme", "grading")),
        ("place:Maine", some("place", "Maine")),
        ("place:new hampshire", some("place", "New Hampshire")),
        ("year:2016", None),
        ("place:Atlantis", None),
        ("nothing:Maine", None),
        ("Maine", None),
        ("", None),
    ] {
        assert_eq!(about(text), expected, "{text}");
    }
    let state = State::default();
    assert_eq!(state.about_value("place", "Maine").look.about.as_deref(), Some("place:Maine"));
    assert_eq!(state.about_value("theme", "grading"), state.about("grading"));
    assert_eq!(state.about("grading").left().view, View::Home);
    assert_eq!(state.with_query("x").about("grading").left(), state.with_query("x"));
}

#[test]
fn a_place_has_a_page_with_themes_and_a_theme_one_with_places() {
    let maine = theme_page(&SHIPPED, "place:Maine").unwrap();
    assert!(!maine.themes.is_empty() && maine.places.is_empty() && !maine.types.is_empty() && maine.start.len() == 5);
    let policy = theme_page(&SHIPPED, "policy").unwrap();
    assert!(policy.themes.is_empty() && !policy.places.is_empty() && policy.missing.len() <= 3);
}
