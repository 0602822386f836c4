//! The first page: what the catalog says of it, and what is made of any catalog that says nothing.

use std::sync::Arc;

use crate::util::{SHIPPED, any_catalog};
use competency_explorer::catalog::{Catalog, ResourceSet, read};
use competency_explorer::explore::fragment;
use competency_explorer::explore::{
    Engine, HomePage, LineOrder, ShownMap, State, View, explore, gap_map, home_page, is_start,
};
use serde_json::json;

/// Checks what holds of every first page: its links lead to states that find something, its numbers are those of the states.
fn check(engine: &Engine, page: &HomePage) {
    let found = |address: &str| explore(engine, &fragment::read(address, &engine.facets)).0.total;
    for entry in page.doors.iter().chain(&page.starts) {
        assert!(!entry.label.is_empty(), "{entry:?}");
        assert!(found(&entry.address) > 0, "{entry:?}");
    }
    let facet = engine.facet("theme").unwrap();
    for tile in &page.themes {
        let state = State::default().only("theme", &facet.values[tile.theme as usize].id);
        assert_eq!(found(&fragment::write(&state)), tile.n as usize);
        assert!(tile.years.iter().sum::<u32>() <= tile.n);
    }
    for query in &page.examples {
        assert!(found(&fragment::write(&State::default().with_query(query))) > 0, "{query}");
    }
    let all = ResourceSet::all(engine.len());
    for gap in &page.gaps {
        let key = &engine.facets[gap.facet].definition.key;
        let map = gap_map(engine, "theme", key, &all, false).unwrap();
        let place = |value, lines: &[competency_explorer::explore::Line]| {
            lines.iter().position(|line| line.value == Some(value))
        };
        let cell = (place(gap.theme, &map.rows.lines).unwrap(), place(gap.value, &map.columns.lines).unwrap());
        assert_eq!(map.count(cell.0, cell.1), gap.here);
        let shown = ShownMap::new(engine, Arc::new(map), [LineOrder::Natural; 2], [&[]; 2]);
        let is_shown = |(row, columns): &(usize, Vec<usize>)| *row == cell.0 && columns.contains(&cell.1);
        assert!(shown.gaps().iter().any(is_shown), "the gap map shows no such gap: {gap:?}");
    }
    let themes: Vec<_> = page.gaps.iter().map(|gap| gap.theme).collect();
    assert!(themes.len() <= 3 && (0..themes.len()).all(|at| !themes[..at].contains(&themes[at])));
    assert!(page.newest.is_sorted_by_key(|idx| std::cmp::Reverse(engine.store.published(*idx))));
}

#[test]
fn the_shipped_catalog_has_a_first_page_with_every_part() {
    let page = home_page(&SHIPPED, "en");
    check(&SHIPPED, &page);
    assert!(page.promise.as_ref().is_some_and(|promise| promise.contains("{count}")));
    assert!(page.examples.len() >= 5 && page.doors.len() == 4 && page.starts.len() == 6);
    assert_eq!(page.themes.len(), SHIPPED.head.vocabulary.themes.iter().filter(|theme| theme.parent.is_none()).count());
    assert_eq!(page.numbers.resources, SHIPPED.len());
    let states = page.states.unwrap();
    let n_found = states.states.iter().filter(|state| state.n > 0).count();
    assert_eq!((states.states.len(), n_found > 20), (51, true));
    let maine = states.states.iter().find(|state| state.name == "Maine").unwrap();
    assert!(maine.n > 0 && maine.n <= states.most);
    assert!(!page.gaps.is_empty() && !page.newest.is_empty());
}

#[test]
fn a_catalog_that_says_nothing_of_its_first_page_has_one_of_its_counts() {
    let Catalog { mut head, resources } = read(&std::fs::read("public/catalog.json").unwrap()).unwrap().0;
    head.home = None;
    let engine = Engine::new(Catalog { head, resources });
    let page = home_page(&engine, "en");
    check(&engine, &page);
    assert_eq!((page.promise, page.doors.len(), page.starts.len()), (None, 4, 6));
    assert_eq!(page.examples.len(), 6);
}

#[test]
fn any_catalog_has_a_first_page() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        check(&engine, &home_page(&engine, "es"));
        Ok(())
    });
    let empty = home_page(&Engine::new(Catalog::default()), "");
    assert!(empty.themes.is_empty() && empty.states.is_none() && empty.gaps.is_empty());
}

#[test]
fn states_are_mapped_where_most_places_are_states() {
    let map = |places: &[&str]| {
        let records: Vec<String> = (0..)
            .zip(places)
            .map(|(nth, place)| format!(r#"{{"id": "{nth}", "title": "A", "places": ["{place}"]}}"#))
            .collect();
        let file = format!(r#"{{"title": "T", "resources": [{}]}}"#, records.join(","));
        home_page(&Engine::new(read(file.as_bytes()).unwrap().0), "en").states
    };
    let five = ["Maine", "utah", "Ohio", "Texas", "Iowa"];
    assert_eq!(map(&five).unwrap().states.iter().filter(|state| state.n > 0).count(), 5);
    assert!(map(&five[..4]).is_none());
    assert!(map(&[&five[..], &["Chile"; 5]].concat()).is_none());
    assert!(map(&[&five[..], &["Chile"; 4]].concat()).is_some());
}

#[test]
fn a_bare_address_is_the_first_page_and_every_other_one_is_not() {
    let view = |address: &str| fragment::read(address, &SHIPPED.facets).view;
    for address in ["", "#", "#/", "#/?", "#/?view=home"] {
        assert_eq!(view(address), View::Home, "{address}");
    }
    for address in ["#/?view=list", "#/?q=", "#/?theme=grading", "#/?colour=red", "#/?sort=newest"] {
        assert_eq!(view(address), View::List, "{address}");
    }
}

#[test]
fn a_list_to_which_the_first_page_leads_is_no_list_of_somebody() {
    let start = "#/?view=shelf&list=Begin&item=a&item=b";
    let link = json!({"label": "Begin", "address": start});
    let text = json!({"home": {"starts": [link]}, "resources": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]});
    let engine = Engine::new(read(text.to_string().as_bytes()).unwrap().0);
    let of = |address: &str| is_start(&engine, &fragment::read(address, &engine.facets).shared);
    assert!(of(start));
    assert!(!of("#/?view=shelf&list=Begin&item=a"), "other resources");
    assert!(!of("#/?view=shelf"), "no list");
}
