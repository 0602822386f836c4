//! The engine against a brute-force oracle: for any catalog and any state, every hit and every count is the naive one.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod util;

use std::collections::BTreeSet;

use competency_explorer::catalog::{Catalog, Resource, ResourceIdx};
use competency_explorer::explore::{Engine, Sort, State, explore};
use competency_explorer::facet::{Choice, tags};
use competency_explorer::search::parse;
use competency_explorer::text::tokens;
use util::{SHIPPED, any_catalog, any_state};

/// The values of a record for a facet, with all themes above its own.
fn naive_values(catalog: &Catalog, resource: &Resource, key: &str) -> BTreeSet<String> {
    let themes = &catalog.head.vocabulary.themes;
    // The themes "c" and "d" name each other as parents: both stand at the top.
    let parent = |id: &str| {
        themes.iter().find(|theme| theme.id == id && !["c", "d"].contains(&id)).and_then(|theme| theme.parent.clone())
    };
    match key {
        "theme" => {
            let mut all: BTreeSet<String> = resource.themes.iter().cloned().collect();
            while let Some(above) = all.iter().find_map(|id| parent(id).filter(|above| !all.contains(above))) {
                all.insert(above);
            }
            all
        }
        "type" => resource.r#type.iter().cloned().collect(),
        "place" => resource.places.iter().cloned().collect(),
        "year" => resource.published.iter().map(|date| date.year().to_string()).collect(),
        "publisher" => resource.publishers.iter().cloned().collect(),
        "author" => resource.authors.iter().cloned().collect(),
        "keyword" => resource.keywords.iter().cloned().collect(),
        "grade" => resource.extra_values("grade").into_iter().collect(),
        _ => BTreeSet::new(),
    }
}

fn naive_names(key: &str, choice: &str, values: &BTreeSet<String>) -> bool {
    if choice.is_empty() {
        return values.is_empty();
    }
    if !["year", "grade"].contains(&key) {
        return values.contains(choice);
    }
    let (from, to) = choice.split_once("..").unwrap_or((choice, choice));
    let (from, to) = (from.parse().unwrap_or(0), to.parse().unwrap_or(9999));
    values.iter().any(|value| (from..=to).contains(&value.parse::<i32>().unwrap()))
}

fn naive_admits(catalog: &Catalog, resource: &Resource, key: &str, choice: &Choice, own: bool) -> bool {
    let real = |choice: &&String| {
        !["no-such-theme", "Atlantis", "soon"].contains(&choice.as_str()) && in_catalog(catalog, key, choice)
    };
    let values = naive_values(catalog, resource, key);
    let any: Vec<_> = choice.any.iter().filter(real).collect();
    let met = |choice: &&String| naive_names(key, choice, &values);
    let chosen = !own || any.is_empty() || if choice.all { any.iter().all(met) } else { any.iter().any(met) };
    chosen && !choice.not.iter().filter(real).any(|choice| naive_names(key, choice, &values))
}

/// Whether a choice names a value that the catalog has in its vocabulary or in any record; ranges always count.
fn in_catalog(catalog: &Catalog, key: &str, choice: &str) -> bool {
    choice.is_empty()
        || ["year", "grade"].contains(&key)
        || catalog.head.vocabulary.themes.iter().any(|theme| key == "theme" && theme.id == choice)
        || catalog.resources.iter().any(|resource| naive_values(catalog, resource, key).contains(choice))
}

fn naive_answers(catalog: &Catalog, resource: &Resource, query: &str) -> bool {
    let label = |id: &String| {
        catalog.head.vocabulary.themes.iter().find(|t| t.id == *id).map_or(id.clone(), |t| t.label.clone())
    };
    let mut texts = vec![resource.title.clone(), resource.summary.clone().unwrap_or_default()];
    texts.extend(resource.themes.iter().map(label));
    for list in [&resource.authors, &resource.publishers, &resource.places, &resource.keywords] {
        texts.extend(list.iter().cloned());
    }
    let text = tokens(&texts.join(" | "));
    parse(query).words.iter().all(|word| text.iter().any(|token| word.answers(token)))
}

/// Whether a record matches a state, with the choice of one facet aside.
fn naive_matches(catalog: &Catalog, resource: &Resource, state: &State, aside: Option<&str>) -> bool {
    naive_answers(catalog, resource, &state.query)
        && state.filter.iter().all(|(key, choice)| naive_admits(catalog, resource, key, choice, aside != Some(key)))
}

#[test]
fn hits_and_counts_are_those_of_a_naive_search() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let state = any_state(u)?;
        let engine = Engine::new(catalog.clone());
        let (matched, counts) = explore(&engine, &state);
        let expected: BTreeSet<ResourceIdx> = naive_set(&catalog, &state, None);
        assert_eq!(matched.order.iter().copied().collect::<BTreeSet<_>>(), expected);
        assert_eq!((matched.order.len(), matched.set.len()), (expected.len(), expected.len()));
        for (facet, counts) in engine.facets.iter().zip(&counts) {
            let key = facet.definition.key.as_str();
            // Where all chosen values must be had, nothing is set aside.
            let aside = Some(key).filter(|key| state.filter.of(key).is_none_or(|choice| !choice.all));
            let left: Vec<BTreeSet<String>> = naive_set(&catalog, &state, aside)
                .iter()
                .map(|idx| naive_values(&catalog, &catalog.resources[*idx as usize], key))
                .collect();
            for (value, count) in facet.values.iter().zip(&counts.values) {
                let expected = left.iter().filter(|values| values.contains(&value.id)).count();
                assert_eq!(*count as usize, expected, "{key}={}", value.id);
            }
            assert_eq!(
                counts.not_stated as usize,
                left.iter().filter(|values| values.is_empty()).count(),
                "{key} not stated"
            );
        }
        Ok(())
    });
}

fn naive_set(catalog: &Catalog, state: &State, aside: Option<&str>) -> BTreeSet<ResourceIdx> {
    (0..).zip(&catalog.resources).filter(|(_, r)| naive_matches(catalog, r, state, aside)).map(|(idx, _)| idx).collect()
}

#[test]
fn a_first_choice_gives_the_count_that_was_shown() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let state = any_state(u)?;
        let (_, counts) = explore(&engine, &state);
        for (facet, counts) in engine.facets.iter().zip(&counts) {
            let key = &facet.definition.key;
            for (value, count) in facet.values.iter().zip(&counts.values) {
                if state.filter.of(key).is_some_and(|choice| choice.not.contains(&value.id)) {
                    continue;
                }
                let mut chosen = state.clone();
                let choice = chosen.filter.of(key).cloned().unwrap_or_default();
                // Another of all narrows; of any it would widen.
                choice.any.iter().filter(|_| !choice.all).for_each(|old| chosen.filter.forget(key, old));
                chosen.filter.choose(key, &value.id);
                assert_eq!(explore(&engine, &chosen).0.order.len(), *count as usize, "{key}={}", value.id);
            }
        }
        Ok(())
    });
}

#[test]
fn every_order_is_total_and_as_named() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_state(u)?;
        let date = |idx: &ResourceIdx| engine.resource(*idx).published;
        state.sort = Sort::Newest;
        let newest = explore(&engine, &state).0.order;
        assert!(newest.is_sorted_by(|a, b| date(a) >= date(b)));
        state.sort = Sort::Oldest;
        let oldest = explore(&engine, &state).0.order;
        assert!(oldest.is_sorted_by(|a, b| date(b).is_none() || date(a).is_some() && date(a) <= date(b)));
        state.sort = Sort::Title;
        assert_eq!(explore(&engine, &state).0.order.len(), newest.len());
        state.query.clear();
        state.sort = Sort::Relevance;
        let unasked = explore(&engine, &state).0.order;
        state.sort = Sort::Newest;
        assert_eq!(unasked, explore(&engine, &state).0.order, "without a query the newest come first");
        Ok(())
    });
}

#[test]
fn tags_of_a_cloud_have_the_counts_of_the_results() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let state = any_state(u)?;
        let engine = Engine::new(catalog.clone());
        let facet = engine.facet("theme").unwrap();
        let results = explore(&engine, &state).0;
        let tags = tags(facet, &results.set);
        for (idx, value) in (0..).zip(&facet.values) {
            let count = results
                .order
                .iter()
                .filter(|r| naive_values(&catalog, &catalog.resources[**r as usize], "theme").contains(&value.id))
                .count();
            let tag = tags.iter().find(|tag| tag.value == idx);
            assert_eq!(tag.map_or(0, |tag| tag.count as usize), count, "{}", value.id);
            assert!(tag.is_none_or(|tag| (1..=6).contains(&tag.step)));
        }
        assert!(
            tags.iter().all(|a| tags.iter().all(|b| a.count < b.count || a.step >= b.step)),
            "larger counts, larger steps"
        );
        Ok(())
    });
}

/// The ids of the first hits for a query over the shipped catalog.
fn first(query: &str, n: usize) -> Vec<&'static str> {
    let state = State { query: query.to_owned(), ..State::default() };
    explore(&SHIPPED, &state).0.order.into_iter().take(n).map(|idx| SHIPPED.resource(idx).id.as_str()).collect()
}

#[test]
fn the_founding_resources_are_found_by_the_start_of_their_titles() {
    let founding = [
        ("Fit for Purpose: Taking", "fit-for-purpose-taking-the-long-view"),
        ("Rethinking State Accountability to", "rethinking-state-accountability-personalized-cbe"),
        ("Golden Ticket", "golden-ticket"),
        ("A Year Of Love", "a-year-of-love-and-struggle-in-a-new-high-school"),
        ("CoSN Empowered Superintendents Resources", "cosn-empowered-superintendents-resources"),
        ("Guide for Creating Trusted", "guide-for-creating-trusted-learning-environments"),
        ("The Massachusetts Personalized Learning", "massachusetts-personalized-learning-edtech-consortium-maple"),
        ("The State Innovator’s Toolkit", "the-state-innovators-toolkit-managing-innovation-under-essa"),
        ("2017 State of the", "2017-state-of-the-states-connectivity"),
        ("Personalized Learning for All", "personalized-learning-for-all-actions-for-states"),
        ("Competency-Based Education: Staying Shallow", "competency-based-education-staying-shallow-or-going-deep"),
        ("State Policy & K-12", "state-policy-and-k-12-competency-based-education"),
    ];
    for (n, (typed, id)) in (0..).zip(founding) {
        assert_eq!(SHIPPED.resource(n).id, id);
        assert!(first(typed, 3).contains(&id), "{typed}: {:?}", first(typed, 3));
    }
}

#[test]
fn a_prefix_finds_longer_words_and_accents_do_not_count() {
    assert!(first("superintend", 398).len() > 1);
    assert_eq!(first("COMPETENCY educat", 398), first("compétency ÉDUCAT", 398));
    assert_eq!(first("xyzzy", 398), Vec::<&str>::new());
    assert_eq!(first("", 398).len(), 398);
}

#[test]
fn a_theme_includes_the_themes_below_it() {
    let mut state = State::default();
    state.filter.choose("theme", "assessment");
    let below =
        ["assessment", "performance-assessment", "formative-assessment", "assessment-systems", "assessment-literacy"];
    let expected =
        SHIPPED.catalog.resources.iter().filter(|r| r.themes.iter().any(|t| below.contains(&t.as_str()))).count();
    assert_eq!(explore(&SHIPPED, &state).0.order.len(), expected);
    assert!(expected > 0);
}
