//! The limits that are stated are those that hold.

use std::fs;

use competency_explorer::catalog::{Catalog, Resource};
use competency_explorer::explore::{Engine, State, home_page};
use competency_explorer::i18n;
use competency_explorer::limits::{self, TEXT_DRAWN};

/// The constants by their names.
macro_rules! constants {
    ($($name:ident)*) => { [$((stringify!($name), limits::$name)),*] };
}

#[test]
fn the_limits_of_the_documentation_are_those_of_the_program() {
    let constants = constants! {
        ADDRESS_BYTES QUERY_BYTES CHOSEN_VALUES PICKED UNKNOWN_PAIRS SHOWN_COLUMNS FIELD_VALUES UNKNOWN_KEYS OWN_FACETS THEME_DEPTH
        SYNONYM_WORDS GROUP_SYNONYMS SYNONYMS SHOWN_CHARS FACET_VALUES_DRAWN RESULTS_DRAWN RESULTS_A_FRAME LIST_FILE_BYTES LIST_FILE_ITEMS LIST_FILE_LISTS SHARED_ITEMS_DRAWN
        STEMMED_BYTES VALUES_DRAWN ROWS_DRAWN TEXT_DRAWN TILES_DRAWN MAP_ROWS MAP_COLUMNS MAP_CELLS_DRAWN FINDINGS_SHOWN IMPORT_FIELDS IMPORT_CELLS IMPORT_UNPACKED_BYTES OWN_FILE_BYTES OWN_COLUMNS_DRAWN IMPORT_UNCLOSED_QUOTES
    };
    let documented = fs::read_to_string("docs/limits.md").unwrap();
    let stated: Vec<(String, usize)> = documented
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let name = cells.get(3)?.strip_prefix('`')?.strip_suffix('`')?;
            Some((name.to_owned(), cells[2].replace(',', "").parse().ok()?))
        })
        .collect();
    assert_eq!(stated, constants.map(|(name, number)| (name.to_owned(), number)));
    let source = fs::read_to_string("src/limits/mod.rs").unwrap();
    assert_eq!(source.lines().filter(|line| line.starts_with("pub const ")).count(), constants.len());
}

#[test]
fn a_title_that_no_page_has_room_for_is_shown_from_its_beginning() {
    let title = "é".repeat(TEXT_DRAWN);
    let resource = Resource {
        id: "a".into(),
        title: title.clone(),
        summary: Some("b".into()),
        themes: vec!["t".into()],
        ..Resource::default()
    };
    let engine = Engine::new(Catalog { resources: vec![resource], ..Catalog::default() });
    let shown = engine.shown_title(0);
    let is_beginning = |text: &str| {
        let end = text.find('…').unwrap_or(text.len());
        end <= TEXT_DRAWN + 8 && end > TEXT_DRAWN - 8
    };
    assert!(is_beginning(&shown) && title.starts_with(shown.trim_end_matches('…')));
    assert!(is_beginning(&i18n::page_title(&engine, &State::default().opened("a"))));
    assert!(home_page(&engine, "en").starts.iter().all(|start| is_beginning(&start.label)));
    assert_eq!(engine.store.title(0), title, "exports have all");
}
