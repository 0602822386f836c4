//! Reading catalogs: chunks of any size, other encodings, what is no catalog, and what comes back out.

use crate::util::reading::{A, B, check, check_error, check_file};
use competency_explorer::catalog::{Catalog, ReadError, Reader, read, write_resource};
use competency_explorer::explore::{self, Engine, State};

fn shipped() -> Vec<u8> {
    std::fs::read("public/catalog.json").unwrap()
}

#[test]
fn the_shipped_catalog_reads_whole_and_without_findings() {
    let (catalog, findings) = read(&shipped()).unwrap();
    assert_eq!(findings, []);
    // The count is that of the JSON itself, which grows.
    let json: serde_json::Value = serde_json::from_slice(&shipped()).unwrap();
    assert_eq!(Some(catalog.resources.len()), json["resources"].as_array().map(Vec::len));
    assert_eq!(Some(catalog.head.vocabulary.themes.len()), json["vocabulary"]["themes"].as_array().map(Vec::len));
    assert!(catalog.resources.len() > 100, "the shipped catalog is a large one");
}

#[test]
fn what_is_written_is_what_was_read() {
    let mut before: serde_json::Value = serde_json::from_slice(&shipped()).unwrap();
    for record in before["resources"].as_array_mut().unwrap() {
        // An empty list says the same as none.
        record.as_object_mut().unwrap().retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    let (catalog, _) = read(&shipped()).unwrap();
    let after = serde_json::to_value(&catalog).unwrap();
    for (before, after) in before["resources"].as_array().into_iter().zip(after["resources"].as_array()) {
        before.iter().zip(after).for_each(|(before, after)| assert_eq!(before, after));
    }
    assert!(before == after, "the heads differ");
}

#[test]
fn unknown_keys_are_kept() {
    let file = r#"{"title":"T","grant":7,"vocabulary":{"themes":[{"id":"t","label":"T","note":"kept"}],"types":[],"audiences":[],"levels":[],"access":[],
        "synonyms":[],"skos":{"a":1}},"fields":[{"id":"f","label":"F","kind":"terms","unit":"kept"}],"resources":[{"id":"a","title":"A","isbn":["1","2"]}]}"#;
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    assert_eq!(findings, []);
    assert_eq!(serde_json::to_value(&catalog).unwrap(), serde_json::from_str::<serde_json::Value>(file).unwrap());
}

#[test]
fn chunks_of_any_size_read_the_same() {
    let file = format!(
        "\u{feff}{{\"title\": \"Ü \\\"x\\\" {{\", \"resources\": [{A}, {{\"id\":\"ü\",\"title\":\"]}}\"}}, 7, {B}]}}"
    );
    let whole = read(file.as_bytes()).unwrap();
    for size in 1..40 {
        let mut reader = Reader::default();
        let mut resources = Vec::new();
        for chunk in file.as_bytes().chunks(size) {
            reader.read(chunk, &mut |record| resources.push(record.to_resource())).unwrap();
        }
        let rest = reader.finish(&mut |record| resources.push(record.to_resource())).unwrap();
        assert_eq!((Catalog { head: rest.head, resources }, rest.findings), whole, "chunks of {size} bytes");
    }
}

#[test]
fn a_resource_is_given_as_soon_as_it_is_complete() {
    let mut reader = Reader::default();
    let mut n_read = |bytes: &[u8]| {
        let mut n = 0;
        reader.read(bytes, &mut |_| n += 1).unwrap();
        n
    };
    assert_eq!(n_read(b"{\"resources\": [{\"id\": \"a\", \"title\""), 0);
    assert_eq!(n_read(b": \"A\"}"), 1);
    assert_eq!(n_read(b", {\"id\": \"b\", \"title\": \"B\"}, {"), 1);
}

#[test]
fn records_and_lines_are_counted_through_a_large_file() {
    let date = |n: usize| if n.is_multiple_of(700) { "soon" } else { "2016-05" };
    // Some records are larger than what is read at a time.
    let summary = |n: usize| "é \\\"x\\\" ".repeat(if n.is_multiple_of(900) { 20_000 } else { n % 50 });
    let record = |n: usize| {
        format!(
            "{{\n\"id\": \"r{n}\",\n\"title\": \"T\",\n\"summary\": \"{}\",\n\"published\": \"{}\"}}",
            summary(n),
            date(n)
        )
    };
    let file = format!("[\n{}]", (0..3_000).map(record).collect::<Vec<_>>().join(",\n"));
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    assert_eq!(catalog.resources.len(), 3_000);
    for (n, resource) in catalog.resources.iter().enumerate() {
        let text = summary(n).replace('\\', "");
        assert_eq!(resource.id, format!("r{n}"));
        assert_eq!(resource.summary.as_deref().unwrap_or_default(), text.trim());
    }
    let places: Vec<_> = findings.iter().map(|finding| (finding.place.record, finding.place.line)).collect();
    assert_eq!(places, [0, 700, 1_400, 2_100, 2_800].map(|n| (Some(n + 1), 2 + 5 * n + 4)));
}

#[test]
fn a_term_that_stands_twice_counts_once() {
    let file = "{\n\"vocabulary\": {\"themes\": [{\"id\": \"x\", \"parent\": \"y\"}, {\"id\": \"y\", \"parent\": \"x\"}, {\"id\": \"x\"}]},\n\"resources\": []}";
    check_file(
        file,
        &[],
        &[
            "line 2, themes: “x” stands here twice: the second was left out; give it another id",
            "line 2 “x”, themes: the parent “y” is unknown or goes in a circle: the theme stands at the top; write the id of another",
            "line 2 “y”, themes: the parent “x” is unknown or goes in a circle: the theme stands at the top; write the id of another",
        ],
    );
}

#[test]
fn a_value_that_is_not_of_its_fields_kind_is_found() {
    let file = "{\"fields\": [{\"id\": \"cost\", \"kind\": \"number\", \"filter\": true}],\"resources\": [\n{\"id\": \"a\", \"title\": \"A\", \"extra\": {\"cost\": \"abc\"}}]}";
    check_file(
        file,
        &["a"],
        &["line 2, record 1 “a”, cost: “abc” is not a number: it is not filtered by; write a number such as 12 or 0.5"],
    );
}

#[test]
fn other_encodings_and_line_ends_read_too() {
    check_file(format!("\u{feff}{{\"resources\": [{A}]}}"), &["a"], &[]);
    check_file(
        format!("{{\r\n\"resources\": [\r\n{A},\r\n7]}}\r\n"),
        &["a"],
        &["line 4, record 2: “7” is not a record in braces: left out; write it as {\"id\": …, \"title\": …}"],
    );
    let latin = b"{\"resources\": [{\"id\": \"a\", \"title\": \"Caf\xe9 \x93x\x94\"}]}";
    check_file(
        latin,
        &["a"],
        &["line 1, record 1 “a”: not UTF-8: read as Windows-1252 (Latin-1); save the file as UTF-8"],
    );
    assert_eq!(read(latin).unwrap().0.resources[0].title, "Café “x”");
    check_file(format!("[{A},{B}]"), &["a", "b"], &[]);
}

#[test]
fn an_empty_list_is_a_catalog() {
    check("", &[], &[]);
}

#[test]
fn what_is_no_catalog_says_why() {
    check_error("", &ReadError::Empty);
    check_error(" \n ", &ReadError::Empty);
    check_error("\u{feff}", &ReadError::Empty);
    check_error("hello", &ReadError::NotJson(1));
    check_error("{\n\n7}", &ReadError::NotJson(3));
    check_error("<!DOCTYPE html>", &ReadError::WebPage);
    check_error([0xff, 0xfe, b'{', 0], &ReadError::Utf16);
    check_error("{\"title\": \"T\"}", &ReadError::NoResources);
    check_error("{\"resources\": {}}", &ReadError::NoResources);
    check_error("{\n\"title\": \"T", &ReadError::Truncated(2));
}

#[test]
fn an_unknown_term_is_found_and_kept() {
    let file = r#"{"vocabulary": {"themes": [{"id": "t", "parent": "gone"}, {"id": "u", "label": "U", "parent": "u"}]},
"resources": [
{"id": "a", "title": "A", "themes": ["t", "v"], "type": "x"}]}"#;
    check_file(
        file,
        &["a"],
        &[
            "line 1 “t”, themes: the parent “gone” is unknown or goes in a circle: the theme stands at the top; write the id of another",
            "line 1 “u”, themes: the parent “u” is unknown or goes in a circle: the theme stands at the top; write the id of another",
            "line 3, record 1 “a”, themes: “v” is not in the vocabulary: it is shown under this name; add it there, or write one of its ids",
        ],
    );
}

#[test]
fn an_author_is_a_text_or_an_object_and_is_written_as_it_was_read() {
    let record = serde_json::json!({ "id": "a", "title": "A", "authors": [
        "Ada Lovelace",
        { "name": "Digital Promise", "kind": "organization", "ror": "https://ror.org/0" },
        { "family": "Ortega y Gasset", "given": "José" },
        { "family": "Smith", "given": "John", "suffix": "III", "orcid": { "id": 7.50 } },
        { "name": "Plato", "kind": "person" },
        { "name": "Jane Doe", "email": null },
    ] });
    let file = format!("{{\"resources\": [{record}]}}");
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    assert_eq!(findings, []);
    let written = serde_json::from_str::<serde_json::Value>(&write_resource(&catalog.resources[0])).unwrap();
    assert_eq!(written, record);
    let names = catalog.resources[0].author_names();
    assert_eq!(
        names,
        ["Ada Lovelace", "Digital Promise", "José Ortega y Gasset", "John Smith III", "Plato", "Jane Doe"]
    );
    // What lists, facets and the search have are these names.
    let mut engine = Engine::new(catalog);
    assert_eq!(engine.resource(0), read(file.as_bytes()).unwrap().0.resources[0]);
    let facet = engine.facet("author").unwrap();
    assert!(names.iter().all(|name| facet.find(name).is_some()));
    engine.head.title.clear();
    let found = explore::explore(&engine, &State { query: "ortega".to_owned(), ..State::default() });
    assert_eq!(found.0.total, 1);
}

#[test]
fn one_bad_author_costs_none_of_the_others() {
    let file = r#"{"resources": [{"id": "a", "title": "A", "authors": ["One", 7, true, {"family": ["x"]}, {"given": "Plato"}, {"name": ""}, "Two"]}]}"#;
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    assert_eq!(catalog.resources[0].author_names(), ["One", "7", "Plato", "Two"]);
    assert_eq!(findings.len(), 5, "{findings:?}");
    assert!(findings.iter().all(|finding| finding.place.record == Some(1)));
    assert!(findings.iter().all(|finding| finding.place.field.as_deref() == Some("authors")));
}
