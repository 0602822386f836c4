//! Themes that are suggested, of records that have some.

use competency_explorer::catalog::{Catalog, Head, Resource, read};
use competency_explorer::import::{ThemeSuggester, suggest_themes};

fn record(id: &str, title: &str, themes: &[&str]) -> Resource {
    let themes = themes.iter().map(|theme| (*theme).to_owned()).collect();
    Resource { id: id.to_owned(), title: title.to_owned(), themes, ..Resource::default() }
}

#[test]
fn a_record_without_themes_gets_those_of_the_records_like_it_and_none_is_set() {
    let resources = vec![
        record("a", "Grading by standards", &["grading"]),
        record("b", "A guide to grading", &["grading", "guides"]),
        record("c", "Seat time waivers", &["time"]),
        record("d", "How grades are given", &[]),
        record("e", "学習", &[]),
    ];
    let catalog = Catalog { head: Head::default(), resources };
    let suggested = suggest_themes(&catalog, 0.0);
    assert_eq!(suggested.len(), 1, "nothing is like the last one: {suggested:?}");
    let (at, suggestions) = &suggested[0];
    let themes: Vec<&str> = suggestions.iter().map(|suggestion| suggestion.theme.as_str()).collect();
    assert_eq!((*at, themes), (3, vec!["grading", "guides"]));
    assert!(suggestions[0].confidence > 0.99 && suggestions[1].confidence < 0.6, "{suggestions:?}");
    assert_eq!(suggest_themes(&catalog, 0.9)[0].1.len(), 1);
    assert_eq!(suggest_themes(&Catalog::default(), 0.0), []);
    // A record's own themes do not count for it.
    assert!(ThemeSuggester::new(&catalog).suggest(2).iter().all(|suggestion| suggestion.theme != "time"));
}

#[test]
#[ignore = "prints figures for the documentation of `import::suggest`"]
#[allow(clippy::print_stdout, reason = "a measurement")]
fn suggestions_are_measured_on_the_shipped_catalog() {
    let catalog = read(&std::fs::read("public/catalog.json").unwrap()).unwrap().0;
    let index = ThemeSuggester::new(&catalog);
    let (mut n, mut n_first, mut n_three, mut n_base) = (0, 0, 0, 0);
    let count =
        |theme: &str| catalog.resources.iter().filter(|resource| resource.themes.iter().any(|t| t == theme)).count();
    let all: Vec<&String> = catalog.resources.iter().flat_map(|resource| &resource.themes).collect();
    let most = all.iter().max_by_key(|theme| count(theme)).unwrap();
    for (at, resource) in catalog.resources.iter().enumerate().filter(|(_, resource)| !resource.themes.is_empty()) {
        let suggested = index.suggest(at);
        let hits: Vec<bool> = suggested.iter().take(3).map(|of| resource.themes.contains(&of.theme)).collect();
        n += 1;
        n_first += usize::from(hits.first() == Some(&true));
        n_three += hits.iter().filter(|hit| **hit).count();
        n_base += usize::from(resource.themes.contains(most));
    }
    let percent = |hits: usize, of: usize| format!("{}.{} %", hits * 100 / of, hits * 1000 / of % 10);
    println!(
        "{n} records: precision at 1 {}, at 3 {}; the most frequent theme {}",
        percent(n_first, n),
        percent(n_three, 3 * n),
        percent(n_base, n)
    );
}
