//! The engine against a brute-force oracle: for any catalog and any state, every hit and every count is the naive one.

use std::collections::BTreeSet;

use crate::util::naive::{naive_set, naive_values};
use crate::util::{SHIPPED, any_catalog, any_state};
use competency_explorer::catalog::{Catalog, ResourceIdx};
use competency_explorer::explore::{
    Engine, Results, Sort, State, counts, explore, filter_and_rank, parse_query, sample, text_hits,
};
use competency_explorer::facet::Counts;
use competency_explorer::text::{fold, tokens};

/// What a state shows when words are matched as they are spelled.
fn literal(engine: &Engine, state: &State) -> (Results, Vec<Counts>) {
    let query = parse_query(engine, &state.query);
    let hits = text_hits(engine, &query, true);
    let matched = filter_and_rank(engine, &hits, &query, &state.filter, state.sort, engine.len());
    (matched, counts(engine, &hits, &state.filter))
}

#[test]
fn hits_and_counts_are_those_of_a_naive_search() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let state = any_state(u)?;
        let engine = Engine::new(catalog.clone());
        let (matched, counts) = literal(&engine, &state);
        let expected: BTreeSet<ResourceIdx> = naive_set(&catalog, &state, None);
        assert_eq!(
            matched.first.iter().copied().collect::<BTreeSet<_>>(),
            expected,
            "{} of {}",
            state.query,
            catalog.resources.len()
        );
        assert_eq!((matched.first.len(), matched.set.len()), (expected.len(), expected.len()));
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
                assert_eq!(explore(&engine, &chosen).0.first.len(), *count as usize, "{key}={}", value.id);
            }
        }
        Ok(())
    });
}

/// How a title is looked up: folded, without an article or a quote in front.
fn title_key(title: &str) -> String {
    let folded = fold(title);
    let start = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let article = ["the ", "a ", "an "].into_iter().find(|article| start.starts_with(article));
    start[article.map_or(0, str::len)..].to_owned()
}

#[test]
fn nothing_is_lost_between_the_steps_in_which_an_engine_is_made() {
    let engine = Engine::new(Catalog { resources: (0..10_000).map(sample).collect(), ..Catalog::default() });
    let all = || (0..).take(engine.len());
    let state = State { sort: Sort::Title, ..State::default() };
    let mut plain: Vec<ResourceIdx> = all().collect();
    plain.sort_by_key(|idx| (title_key(engine.store.title(*idx)), *idx));
    assert_eq!(explore(&engine, &state).0.first, plain);
    let words: Vec<String> =
        tokens(engine.store.title(0)).into_iter().chain(tokens(engine.store.title(9_999))).collect();
    for word in &words {
        let query = parse_query(&engine, &format!("title:{word} "));
        let found: Vec<ResourceIdx> = text_hits(&engine, &query, true).set.iter().collect();
        let holds = |idx: &ResourceIdx| tokens(engine.store.title(*idx)).contains(word);
        assert_eq!(found, all().filter(holds).collect::<Vec<_>>(), "{word}");
    }
}

#[test]
fn every_order_is_total_and_as_named() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_state(u)?;
        let date = |idx: &ResourceIdx| engine.resource(*idx).date();
        state.sort = Sort::Newest;
        let newest = explore(&engine, &state).0.first;
        assert!(newest.is_sorted_by(|a, b| date(a) >= date(b)));
        state.sort = Sort::Oldest;
        let oldest = explore(&engine, &state).0.first;
        assert!(oldest.is_sorted_by(|a, b| date(b).is_none() || date(a).is_some() && date(a) <= date(b)));
        state.sort = Sort::Title;
        let by_title = explore(&engine, &state).0.first;
        let mut plain = newest.clone();
        plain.sort_by_key(|idx| (title_key(engine.store.title(*idx)), *idx));
        assert_eq!(by_title, plain);
        state.query.clear();
        state.sort = Sort::Relevance;
        let unasked = explore(&engine, &state).0.first;
        state.sort = Sort::Newest;
        assert_eq!(unasked, explore(&engine, &state).0.first, "without a query the newest come first");
        Ok(())
    });
}

#[test]
fn the_best_few_are_the_first_of_all() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let state = any_state(u)?;
        let query = parse_query(&engine, &state.query);
        let hits = text_hits(&engine, &query, u.arbitrary()?);
        let all = hits.best(&engine.index, &hits.set, engine.len());
        let few = u.int_in_range(0..=engine.len())?;
        assert_eq!(all.len(), hits.set.len());
        assert_eq!(hits.best(&engine.index, &hits.set, few), all[..few.min(all.len())]);
        Ok(())
    });
}

/// The ids of the first hits for a query over the shipped catalog.
fn first(query: &str, n: usize) -> Vec<&'static str> {
    let state = State { query: query.to_owned(), ..State::default() };
    explore(&SHIPPED, &state).0.first.into_iter().take(n).map(|idx| SHIPPED.store.id(idx)).collect()
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
    assert!(first("superintend", SHIPPED.len()).len() > 1);
    let all = |query: &str| BTreeSet::from_iter(first(query, SHIPPED.len()));
    assert!(all("COMPETENCY educat") == all("compétency ÉDUCAT"));
    assert_eq!(first("xyzzy", SHIPPED.len()), Vec::<&str>::new());
    assert_eq!(first("", SHIPPED.len()).len(), SHIPPED.len());
}

#[test]
fn a_theme_includes_the_themes_below_it() {
    let mut state = State::default();
    state.filter.choose("theme", "assessment");
    let below =
        ["assessment", "performance-assessment", "formative-assessment", "assessment-systems", "assessment-literacy"];
    let expected = (0..)
        .take(SHIPPED.len())
        .filter(|idx| SHIPPED.resource(*idx).themes.iter().any(|t| below.contains(&t.as_str())))
        .count();
    assert_eq!(explore(&SHIPPED, &state).0.first.len(), expected);
    assert!(expected > 0);
}

#[test]
fn what_is_left_out_raises_nobody() {
    let first = |query: &str| {
        let (query, state) = (parse_query(&SHIPPED, query), State { query: query.to_owned(), ..State::default() });
        let hits = text_hits(&SHIPPED, &query, true);
        let scores = hits.best(&SHIPPED.index, &hits.set, SHIPPED.len());
        (explore(&SHIPPED, &state).0.total, scores)
    };
    for (all, less) in [
        ("competency", "-\"seat time\" competency"),
        ("mastery", "-(student learning) mastery"),
        ("competency", "-title:\"competency\" competency"),
    ] {
        let ((n_all, all), (n_less, less)) = (first(all), first(less));
        assert!(0 < n_less && n_less < n_all, "{n_less} of {n_all}");
        assert!(less.iter().all(|hit| all.contains(hit)), "the same scores");
    }
}
