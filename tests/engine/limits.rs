//! The limits that are stated are those that hold.

use std::fs;

use competency_explorer::catalog::{Catalog, Head, Resource, Term, Vocabulary};
use competency_explorer::explore::{Engine, State, cloud, constellation, explore, home_page, parse_query};
use competency_explorer::export::{Format, export};
use competency_explorer::i18n;
use competency_explorer::limits::{self, TEXT_DRAWN, work};

/// The constants by their names.
macro_rules! constants {
    ($($name:ident)*) => { [$((stringify!($name), limits::$name)),*] };
}

#[test]
fn the_limits_of_the_documentation_are_those_of_the_program() {
    let constants = constants! {
        ADDRESS_BYTES QUERY_BYTES QUERY_WORDS QUERY_DEPTH SPLIT_WORD_TEXTS CHOSEN_VALUES PICKED UNKNOWN_PAIRS SHOWN_COLUMNS FIELD_VALUES UNKNOWN_KEYS OWN_FACETS THEME_DEPTH
        SYNONYM_WORDS GROUP_SYNONYMS SYNONYMS SHOWN_CHARS LABEL_DRAWN FACET_VALUES_DRAWN RESULTS_DRAWN RESULTS_A_FRAME LIST_FILE_BYTES LIST_FILE_ITEMS LIST_FILE_LISTS SHARED_ITEMS_DRAWN
        STEMMED_BYTES NAME_BYTES SUMMARY_CHARS SORTED_BYTES VALUES_DRAWN NAMES_DRAWN ROWS_DRAWN TEXT_DRAWN TILES_DRAWN MAP_ROWS MAP_COLUMNS MAP_VALUE_ROWS MAP_VALUE_COLUMNS MAP_CELLS_DRAWN HINTS_SHOWN FINDINGS_SHOWN FINDINGS_KEPT DOI_CHARS BETWEEN_BYTES RECORDS_AGAIN LINES_AGAIN ALIKE_LETTERS PAIRED_BYTES EVIDENCE_BYTES PRINTED PRINTED_ROWS COPIED SET_VALUES_DRAWN TAGS_PACKED PLAIN_LIST IMPORT_FIELDS IMPORT_CELLS IMPORT_UNPACKED_BYTES OWN_FILE_BYTES OWN_COLUMNS_DRAWN OWN_ROWS OWN_FIRST OWN_PROPOSALS OWN_DIFFERENCES_DRAWN IMPORT_UNCLOSED_QUOTES
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

/// A cloud of tags is drawn of labels of any length: their lines are found in bounded work, and exports have the labels whole.
#[test]
fn a_cloud_of_labels_that_no_page_has_room_for_takes_no_longer() {
    let of = |n: usize| {
        let term =
            |k: usize| Term { id: format!("t{k}"), label: format!("Word{k} {}", "ab ".repeat(n)), ..Term::default() };
        let head = Head {
            vocabulary: Vocabulary { themes: (0..20).map(term).collect(), ..Vocabulary::default() },
            ..Head::default()
        };
        let record = |k: usize| Resource {
            id: k.to_string(),
            title: "A".into(),
            themes: vec![format!("t{}", k % 20)],
            ..Resource::default()
        };
        let engine = Engine::new(Catalog { head, resources: (0..100).map(record).collect() });
        let state = State::default();
        let set = explore(&engine, &state).0.set;
        let before = work::steps();
        let cloud = cloud(&engine, &state, &parse_query(&engine, ""), &set);
        let picture = constellation(&engine, &cloud, 1_000);
        assert_eq!(picture.families.iter().map(|family| family.stars.len()).sum::<usize>(), 20);
        let csv = export(Format::Csv, &engine.head, [engine.resource(0)]);
        assert!(csv.contains(&"ab ".repeat(n - 1)), "exports have all");
        work::steps() - before
    };
    let (short, long) = (of(100), of(2_000));
    assert!(0 < short && long < 2 * short, "{short} {long}");
}
