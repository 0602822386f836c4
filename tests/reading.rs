//! Reading catalogs: chunks of any size, every kind of damage, and what comes back out.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use competency_explorer::catalog::{Catalog, Finding, FindingKind, ReadError, Reader, read};

fn shipped() -> Vec<u8> {
    std::fs::read("public/catalog.json").unwrap()
}

/// Reads a list of records given as JSON; gives the ids that were read and the findings in words.
#[track_caller]
fn check(records: &str, ids: &[&str], findings: &[&str]) {
    check_file(format!("{{\n\"resources\": [\n{records}\n]}}"), ids, findings);
}

#[track_caller]
fn check_file(file: impl AsRef<[u8]>, ids: &[&str], findings: &[&str]) {
    let (catalog, found) = read(file.as_ref()).unwrap();
    let read: Vec<&str> = catalog.resources.iter().map(|resource| resource.id.as_str()).collect();
    let found: Vec<String> = found.iter().map(Finding::to_string).collect();
    assert_eq!((read.as_slice(), found.iter().map(String::as_str).collect::<Vec<_>>().as_slice()), (ids, findings));
}

#[track_caller]
fn check_error(file: impl AsRef<[u8]>, error: &ReadError) {
    assert_eq!(read(file.as_ref()).unwrap_err(), *error);
}

const A: &str = r#"{"id": "a", "title": "A"}"#;
const B: &str = r#"{"id": "b", "title": "B"}"#;

#[test]
fn the_shipped_catalog_reads_whole_and_without_findings() {
    let (catalog, findings) = read(&shipped()).unwrap();
    assert_eq!(findings, []);
    assert_eq!(catalog.resources.len(), 398);
    assert_eq!(catalog.head.vocabulary.themes.len(), 61);
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
    let file = r#"{"title":"T","grant":7,"vocabulary":{"themes":[],"types":[],"audiences":[],"levels":[],"access":[],
        "synonyms":[],"skos":{"a":1}},"resources":[{"id":"a","title":"A","isbn":["1","2"]}]}"#;
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
            resources.extend(reader.read(chunk).unwrap());
        }
        let rest = reader.finish().unwrap();
        resources.extend(rest.resources);
        assert_eq!((Catalog { head: rest.head, resources }, rest.findings), whole, "chunks of {size} bytes");
    }
}

#[test]
fn a_resource_is_given_as_soon_as_it_is_complete() {
    let mut reader = Reader::default();
    assert_eq!(reader.read(b"{\"resources\": [{\"id\": \"a\", \"title\"").unwrap().len(), 0);
    assert_eq!(reader.read(b": \"A\"}").unwrap().len(), 1);
    assert_eq!(reader.read(b", {\"id\": \"b\", \"title\": \"B\"}, {").unwrap().len(), 1);
}

#[test]
fn a_bad_record_is_left_out_and_the_others_load() {
    check(&format!("{A},\n7,\n{B}"), &["a", "b"], &["line 4, record 2: not a record in braces: left out"]);
    check(
        &format!("{A},\n{{\"title\": \"no id\"}},\n{B}"),
        &["a", "b"],
        &["line 4, record 2, id: no id: the record was left out; give it a short, unique id"],
    );
    check(
        &format!("{A},\n{{\n\"id\": \"x\"}},\n{B}"),
        &["a", "b"],
        &["line 4, record 2 “x”, title: no title: the record was left out; give it a title"],
    );
    check(
        &format!("{A},\n{A},\n{B}"),
        &["a", "b"],
        &["line 4, record 2 “a”: an earlier record has this id: this one was left out; give it another id"],
    );
    check(
        &format!("{A},\n{{\"id\": \"x\",\n \"title\" \"x\"}},\n{B}"),
        &["a", "b"],
        &["line 5, record 2 “x”: not valid JSON (expected `:`): the record was left out"],
    );
}

#[test]
fn a_bad_field_costs_only_itself() {
    let with = |field: &str| format!("{{\"id\": \"a\", \"title\": \"A\",\n{field}}}");
    let place = "line 4, record 1 “a”";
    for (field, finding) in [
        ("\"published\": \"2019-02-30\"", "published: “2019-02-30” is no day of the calendar: the date was left out"),
        ("\"published\": \"May 2019\"", "published: “May 2019” is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        (
            "\"url\": \"javascript:alert(1)\"",
            "url: “javascript:alert(1)” is not a link: it must begin with http://, https://, mailto: or doi:",
        ),
        ("\"authors\": \"One\"", "authors: should be a list of texts: it was read as one"),
        ("\"authors\": 7", "authors: should be a list of texts: the field was left out"),
        ("\"authors\": [\"One\", 7]", "authors: should be a list of texts: the field was left out"),
        ("\"pages\": \"12\"", "pages: should be a whole number: it was read as one"),
        ("\"pages\": \"many\"", "pages: should be a whole number: the field was left out"),
        ("\"pages\": -1", "pages: should be a whole number: the field was left out"),
        ("\"summary\": {}", "summary: should be a text: the field was left out"),
        ("\"summary\": 7", "summary: should be a text: it was read as one"),
        ("\"extra\": []", "extra: should be an object in braces: the field was left out"),
    ] {
        check(&with(field), &["a"], &[&format!("{place}, {finding}")]);
    }
    check(&with("\"summary\": null, \"authors\": [], \"published\": 2019"), &["a"], &[]);
}

#[test]
fn a_record_whose_end_is_missing_does_not_swallow_the_next() {
    let broken = |reason: &str| format!("line 5, record 2 “x”: not valid JSON ({reason}): the record was left out");
    check(
        &format!("{A},\n{{\"id\": \"x\", \"title\": \"X\",\n{B}"),
        &["a", "b"],
        &["line 5, record 2 “x”: not valid JSON (EOF while parsing a value): the record was left out"],
    );
    check(
        &format!("{A},\n{{\"id\": \"x\", \"title\": \"X}},\n{B}"),
        &["a", "b"],
        &[&broken("control character (\\u0000-\\u001F) found while parsing a string")],
    );
}

#[test]
fn commas_may_be_missing_or_too_many() {
    let comma = "a comma is missing or too many here: read as if it were right";
    check(&format!("{A}\n{B}"), &["a", "b"], &[&format!("line 4: {comma}")]);
    check(&format!("{A},,\n{B}"), &["a", "b"], &[&format!("line 3: {comma}")]);
    check(&format!("{A},\n{B},"), &["a", "b"], &[&format!("line 5: {comma}")]);
}

#[test]
fn a_file_that_breaks_off_gives_what_was_whole() {
    check_file(
        format!("{{\"resources\": [\n{A},\n{{\"id\": \"b\", \"ti"),
        &["a"],
        &["line 3, record 2 “b”: the file breaks off inside this record: it was left out; is the file complete?"],
    );
    check_file(
        format!("{{\"resources\": [\n{A},\n{B}"),
        &["a", "b"],
        &["line 1: the file ends before its brackets are closed; is it complete?"],
    );
}

#[test]
fn other_encodings_and_line_ends_read_too() {
    check_file(format!("\u{feff}{{\"resources\": [{A}]}}"), &["a"], &[]);
    check_file(
        format!("{{\r\n\"resources\": [\r\n{A},\r\n7]}}\r\n"),
        &["a"],
        &["line 4, record 2: not a record in braces: left out"],
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
    check_error("{\n\"title\": tru,\n \"resources\": []}", &ReadError::NotJson(2));
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
            "line 1 “t”, themes: the parent “gone” is unknown or goes in a circle: the theme stands at the top",
            "line 1 “u”, themes: the parent “u” is unknown or goes in a circle: the theme stands at the top",
            "line 3, record 1 “a”, themes: “v” is not in the vocabulary: it is shown under this name",
        ],
    );
}

#[test]
fn any_bytes_read_or_say_why() {
    arbtest::arbtest(|u| {
        let mut bytes =
            br#"{"resources":[{"id":"a","title":"A"},{"id":"b","title":"B","published":"2019"}],"title":"T"}"#.to_vec();
        for _ in 0..u.int_in_range(0..=6)? {
            let at = u.choose_index(bytes.len())?;
            match u.int_in_range(0..=2)? {
                0 => bytes[at] = u.arbitrary()?,
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, *u.choose(b"{}[]\",:\\\n")?),
            }
        }
        if let Ok((catalog, findings)) = read(&bytes) {
            assert!(
                catalog.resources.len() == 2 || !findings.is_empty() || bytes.len() < 60,
                "{:?}",
                String::from_utf8_lossy(&bytes)
            );
            assert!(
                findings
                    .iter()
                    .all(|finding| finding.place.line > 0 && finding.kind != FindingKind::BrokenRecord(String::new()))
            );
        }
        Ok(())
    });
}
