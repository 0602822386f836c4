//! Damaged catalogs: one bad record never costs the others, and nothing is lost without a word.

use crate::util::reading::{A, B, check, check_file};
use competency_explorer::catalog::{n_findings, read};
use competency_explorer::i18n;

#[test]
fn a_bad_record_is_left_out_and_the_others_load() {
    check(
        &format!("{A},\n7,\n{B}"),
        &["a", "b"],
        &["line 4, record 2: “7” is not a record in braces: left out; write it as {\"id\": …, \"title\": …}"],
    );
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
        &["line 4, record 2 “a”, id: an earlier record has this id: this one was left out; give it another id"],
    );
    check(
        &format!("{A},\n{{\"id\": \"x\",\n \"title\" \"x\"}},\n{B}"),
        &["a", "b"],
        &["line 5, record 2 “x”: not valid JSON (expected `:`): the record was left out; check it with a JSON editor"],
    );
}

#[test]
fn a_bad_field_costs_only_itself() {
    let with = |field: &str| format!("{{\"id\": \"a\", \"title\": \"A\",\n{field}}}");
    let place = "line 4, record 1 “a”";
    for (field, finding) in [
        (
            "\"published\": \"2019-02-30\"",
            "published: “2019-02-30” is no day of the calendar: read as 2019-02; write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        ("\"published\": \"May 2019\"", "published: “May 2019” was read as 2019-05; write it so"),
        (
            "\"url\": \"javascript:alert(1)\"",
            "url: “javascript:alert(1)” can’t be a link: javascript: addresses are never made links: it was left out; write a whole address that begins with http://, https://, mailto: or doi:",
        ),
        (
            "\"authors\": \"One\"",
            "authors: “One” was read as a list of texts; write it as one, such as [\"one\", \"two\"]",
        ),
        ("\"authors\": 7", "authors: “7” was read as a list of texts; write it as one, such as [\"one\", \"two\"]"),
        ("\"pages\": \"12\"", "pages: “12” was read as 12; write it as a whole number without quotes"),
        (
            "\"pages\": \"many\"",
            "pages: “many” is not a whole number: the field was left out; write it as one without quotes, such as 12",
        ),
        (
            "\"pages\": -1",
            "pages: “-1” is not a whole number: the field was left out; write it as one without quotes, such as 12",
        ),
        ("\"summary\": {}", "summary: “{}” is not a text: the field was left out; write it in quotes"),
        ("\"summary\": 7", "summary: “7” was read as a text; write it in quotes"),
        (
            "\"extra\": []",
            "extra: “[]” is not an object: the field was left out; write it in braces, such as {\"key\": \"value\"}",
        ),
        ("\"authors\": [\"One\", 7]", "authors: “7” was read as a name; write it in quotes"),
        (
            "\"authors\": [\"One\", [], {\"name\": \"Two\"}]",
            "authors: “[]” is no author: it was left out; write the name, {\"family\": …, \"given\": …} or {\"name\": …, \"kind\": \"organization\"}",
        ),
        (
            "\"authors\": [{\"name\": \"One\", \"kind\": \"team\"}]",
            "authors: “team” is no kind of author: the name is read as it stands; write \"organization\" or \"person\"",
        ),
        (
            "\"authors\": [{\"orcid\": \"1\"}]",
            "authors: “{\"orcid\":\"1\"}” is no author: it was left out; write the name, {\"family\": …, \"given\": …} or {\"name\": …, \"kind\": \"organization\"}",
        ),
    ] {
        check(&with(field), &["a"], &[&format!("{place}, {finding}")]);
    }
    check(&with("\"summary\": null, \"authors\": [], \"published\": 2019"), &["a"], &[]);
}

#[test]
fn a_record_whose_end_is_missing_does_not_swallow_the_next() {
    let broken = |reason: &str| {
        format!("line 5, record 2 “x”: not valid JSON ({reason}): the record was left out; check it with a JSON editor")
    };
    check(
        &format!("{A},\n{{\"id\": \"x\", \"title\": \"X\",\n{B}"),
        &["a", "b"],
        &[
            "line 5, record 2 “x”: not valid JSON (EOF while parsing a value): the record was left out; check it with a JSON editor",
        ],
    );
    check(
        &format!("{A},\n{{\"id\": \"x\", \"title\": \"X}},\n{B}"),
        &["a", "b"],
        &[&broken("control character (\\u0000-\\u001F) found while parsing a string")],
    );
}

#[test]
fn a_bracket_too_many_costs_nothing() {
    let stray = "a bracket or word too many here: read as if it were not there; remove it";
    check(&format!("{A}}},\n{B}"), &["a", "b"], &[&format!("line 3: {stray}")]);
    check(&format!("{A}],\n{B}"), &["a", "b"], &[&format!("line 4: {stray}")]);
    check_file(
        format!("[{A}],\n{B}]"),
        &["a", "b"],
        &[
            &format!("line 1: {stray}"),
            "line 1: a comma is missing or too many here: read as if it were right; write one between two records",
        ],
    );
}

#[test]
fn an_object_in_a_broken_record_is_no_record() {
    check(
        &format!(
            "{{\"id\": \"x\", \"title\" \"X\", \"extra\": {{\"org\": {{\"id\": \"o\", \"title\": \"O\"}}}}}},\n{A},\n{B}"
        ),
        &["a", "b"],
        &["line 3, record 1 “x”: not valid JSON (expected `:`): the record was left out; check it with a JSON editor"],
    );
}

#[test]
fn a_broken_part_beside_the_records_costs_only_itself() {
    let lost = "not valid JSON (expected ident): this part was left out; check it with a JSON editor";
    check_file(format!("{{\n\"title\": trx,\n\"resources\": [{A}]}}"), &["a"], &[&format!("line 2, title: {lost}")]);
    check_file(format!("{{\"resources\": [{A}],\n\"title\": trx}}"), &["a"], &[&format!("line 2, title: {lost}")]);
}

#[test]
fn thousands_of_unclosed_records_are_read_in_one_go() {
    let broken: Vec<String> = (0..20_000).map(|n| format!("{{\"id\": \"{n}\", \"title\": \"T\"")).collect();
    let (catalog, findings) = read(format!("{{\"resources\": [{},{A}]}}", broken.join(",\n")).as_bytes()).unwrap();
    assert_eq!((catalog.resources.len(), n_findings(&findings)), (1, 20_000));
}

#[test]
fn records_that_need_care_are_read_in_one_go_behind_one_that_never_ends() {
    let careful: Vec<String> = (0..60_000).map(|n| format!(r#"{{"id": "{n}", "title": "T", "themes": 7}}"#)).collect();
    let text = format!("{{\"resources\": [{{\"id\": \"x\", \"title\": [[\"T\",\n{},{A}]}}", careful.join(",\n"));
    let (catalog, findings) = read(text.as_bytes()).unwrap();
    assert_eq!((catalog.resources.len(), n_findings(&findings)), (60_001, 60_001));
}

#[test]
fn commas_may_be_missing_or_too_many() {
    let comma = "a comma is missing or too many here: read as if it were right; write one between two records";
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
        &["line 3: the file ends before its brackets are closed; is it complete?"],
    );
}

#[test]
fn damage_to_one_record_costs_no_other() {
    let record = |id: usize| {
        format!("{{\"id\": \"{id}\", \"title\": \"T {id}\", \"authors\": [\"One\"], \"published\": \"2019\"}}")
    };
    arbtest::arbtest(|u| {
        let records: Vec<String> = (0..6).map(record).collect();
        let hurt = u.choose_index(records.len())?;
        let mut bytes = records[hurt].clone().into_bytes();
        let at = u.choose_index(bytes.len())?;
        match u.int_in_range(0..=2)? {
            0 => bytes[at] = *u.choose(b"{}[]\",:\\x")?,
            1 => drop(bytes.remove(at)),
            _ => bytes.insert(at, *u.choose(b"{}[]\",:\\x")?),
        }
        let hurt_text = String::from_utf8(bytes).unwrap();
        let text = |n: usize| if n == hurt { hurt_text.clone() } else { records[n].clone() };
        let file = format!("{{\"resources\": [\n{}\n]}}", (0..6).map(text).collect::<Vec<_>>().join(",\n"));
        let (catalog, _) = read(file.as_bytes()).unwrap();
        for n in (0..6).filter(|n| *n != hurt) {
            let found = catalog.resources.iter().any(|resource| resource.title == format!("T {n}"));
            assert!(found, "record {n} is lost for the sake of record {hurt}: {file}");
        }
        Ok(())
    })
    .budget_ms(400);
}

#[test]
fn any_bytes_read_or_say_why() {
    let file = br#"{"resources":[{"id":"a","title":"A"},{"id":"b","title":"B","published":"2019"}],"title":"T"}"#;
    let whole = read(file).unwrap().0;
    arbtest::arbtest(|u| {
        let mut bytes = file.to_vec();
        for _ in 0..u.int_in_range(1..=6)? {
            let at = u.choose_index(bytes.len())?;
            match u.int_in_range(0..=2)? {
                0 => bytes[at] = u.arbitrary()?,
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, *u.choose(b"{}[]\",:\\\n")?),
            }
        }
        if let Ok((catalog, findings)) = read(&bytes) {
            assert!(findings.iter().all(|finding| finding.place.line > 0), "{findings:?}");
            let is_less = catalog.resources.len() < whole.resources.len();
            // An empty list is a catalog of which nothing is lost.
            let is_empty_list =
                serde_json::from_slice::<Vec<serde_json::Value>>(&bytes).is_ok_and(|list| list.is_empty());
            assert!(
                !is_less || !findings.is_empty() || is_empty_list,
                "lost without a word: {:?}",
                String::from_utf8_lossy(&bytes)
            );
        }
        Ok(())
    });
}

/// The catalog's title, the ids, titles and values of own fields of its records, and the findings.
#[track_caller]
fn twice(file: &str, title: &str, expected: &[&str]) {
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    let findings: Vec<String> = findings.iter().map(i18n::finding).collect();
    assert_eq!(
        (catalog.resources[0].title.as_str(), findings),
        (title, expected.iter().map(|&text| text.to_owned()).collect()),
        "{file}"
    );
}

#[test]
fn a_key_that_stands_twice_is_a_finding_with_both_values_and_the_last_is_read() {
    let last = "the last is read; write it once";
    twice(
        "{\"resources\": [\n{\"id\": \"a\", \"title\": \"A\",\n\"title\": \"B\"}]}",
        "B",
        &[&format!("line 3, record 1 “a”, title: the key “title” stands twice, with “A” and “B”: {last}")],
    );
    twice(
        r#"{"resources": [{"id": "a", "title": "A", "pages": 12, "pages": 14, "isbn": "x", "isbn": ["y"]}]}"#,
        "A",
        &[
            &format!("line 1, record 1 “a”, isbn: the key “isbn” stands twice, with “x” and “[\"y\"]”: {last}"),
            &format!("line 1, record 1 “a”, pages: the key “pages” stands twice, with “12” and “14”: {last}"),
        ],
    );
    // Equal values are found too, and those in an author and in the organization's own fields.
    twice(
        r#"{"resources": [{"id": "a", "title": "A", "title": "A", "extra": {"cost": 1, "cost": 2}}]}"#,
        "A",
        &[
            &format!("line 1, record 1 “a”, extra: the key “cost” stands twice, with “1” and “2”: {last}"),
            &format!("line 1, record 1 “a”, title: the key “title” stands twice, with “A” and “A”: {last}"),
        ],
    );
    twice(
        r#"{"resources": [{"id": "a", "title": "A", "authors": [{"name": "Lee", "name": "Roe"}], "note": {"x": {"y": 1, "y": 2}}}]}"#,
        "A",
        &[
            &format!("line 1, record 1 “a”, authors: the key “name” stands twice, with “Lee” and “Roe”: {last}"),
            &format!("line 1, record 1 “a”, note: the key “y” stands twice, with “1” and “2”: {last}"),
        ],
    );
    // In the head, in a theme, in an own field, in the first page.
    twice(
        "{\"title\": \"T\",\n\"title\": \"U\", \"resources\": [{\"id\": \"a\", \"title\": \"A\"}]}",
        "A",
        &[&format!("line 2, title: the key “title” stands twice, with “T” and “U”: {last}")],
    );
    twice(
        "{\"vocabulary\": {\"themes\": [{\"id\": \"x\", \"label\": \"X\",\n\"label\": \"Y\"}]}, \"resources\": [{\"id\": \"a\", \"title\": \"A\"}]}",
        "A",
        &[&format!("line 2, themes: the key “label” stands twice, with “X” and “Y”: {last}")],
    );
    twice(
        r#"{"fields": [{"id": "x", "id": "y"}], "home": {"promise": "P", "promise": "Q"}, "resources": [{"id": "a", "title": "A"}]}"#,
        "A",
        &[
            &format!("line 1, fields: the key “id” stands twice, with “x” and “y”: {last}"),
            &format!("line 1, home: the key “promise” stands twice, with “P” and “Q”: {last}"),
        ],
    );
    twice(
        "{\"resources\": [{\"id\": \"a\", \"title\": \"A\"}],\n\"resources\": [{\"id\": \"b\", \"title\": \"B\"}]}",
        "A",
        &["line 2, resources: a second list of resources: both are read; write one"],
    );
    // One key in two objects, or in a text, is none.
    let file = r#"{"title": "T", "resources": [{"id": "a", "title": "A", "summary": "\"id\": \"b\"", "authors": [{"name": "Lee"}, {"name": "Roe"}]}]}"#;
    twice(file, "A", &[]);
}
