//! Values that are silently odd: each is found, with its record, its key, the value and what to write, in the line of its key.

use crate::util::reading::{A, B, check, check_file};
use competency_explorer::catalog::read_with_spellings;
use competency_explorer::i18n;

#[test]
fn what_is_no_record_is_named_and_counted_one_by_one_and_no_comma_is_at_fault() {
    let not = |line: u32, record: u32, value: &str| {
        format!(
            "line {line}, record {record}: “{value}” is not a record in braces: left out; write it as {{\"id\": …, \"title\": …}}"
        )
    };
    let all = [not(4, 2, "text"), not(5, 3, "null"), not(6, 4, "7"), not(7, 5, "[]"), not(8, 6, "[1,2]")];
    check(
        &format!("{A},\n\"text\",\nnull,\n7,\n[],\n[1, 2],\n{B}"),
        &["a", "b"],
        &all.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    check(&format!("{A},\nnull,\n[]"), &["a"], &[&not(4, 2, "null"), &not(5, 3, "[]")]);
    // A list around records is a bracket too many.
    check_file(
        format!("{{\"resources\": [[{A}], {B}]}}"),
        &["a", "b"],
        &["line 1: a bracket or word too many here: read as if it were not there; remove it"; 2],
    );
}

#[test]
fn a_comment_between_records_is_said_to_be_one() {
    let comment = |line: u32, text: &str| {
        format!("line {line}: “{text}” is a comment, which JSON does not have: passed over; remove it")
    };
    check(&format!("{A}, // the first\n{B}"), &["a", "b"], &[&comment(3, "// the first")]);
    check(
        &format!("{A} /* one\ntwo */,\n{B} // end\n"),
        &["a", "b"],
        &[&comment(3, "/* one\\ntwo */"), &comment(5, "// end")],
    );
}

#[test]
fn a_record_that_is_no_json_says_what_to_write() {
    for (record, reason, remedy) in [
        (r#"{"id": "x" "title": "X"}"#, "expected `,` or `}`", "write the comma that is missing behind a value"),
        (r#"{"id": "x", "title": "X",}"#, "trailing comma", "remove the comma behind the last value"),
        (r#"{"id": "x", title: "X"}"#, "key must be a string", "write each key in quotes"),
    ] {
        let said = format!("line 4, record 2 “x”: not valid JSON ({reason}): the record was left out; {remedy}");
        check(&format!("{A},\n{record},\n{B}"), &["a", "b"], &[&said]);
    }
}

/// The findings of a file, and what a curator is asked, in words.
fn said(file: &str) -> (Vec<String>, Vec<String>) {
    let (_, findings, asked) = read_with_spellings(file.as_bytes()).unwrap();
    (findings.iter().map(i18n::finding).collect(), asked.iter().map(i18n::finding).collect())
}

#[test]
fn every_odd_value_of_a_record_is_found_in_its_line() {
    let file = |members: &str| format!("{{\n\"resources\": [\n{{\"id\": \"a\",\n \"title\": \"A\",\n {members}}}]}}");
    let place = "line 5, record 1 “a”";
    for (members, finding) in [
        (r#""keywords": ["x", null]"#, "keywords: “null” is an empty entry of the list: left out; remove it"),
        (
            r#""authors": [{"name": "Ada Lee", "role": "boss"}]"#,
            "authors: “boss” is no role: none is read; write author, editor or translator",
        ),
        (
            r#""authors": [{"given": "Jo"}]"#,
            "authors: “Jo” has no family name beside it: it is cited as the whole name; add \"family\", or write {\"name\": …}",
        ),
        (r#""Title": "B""#, "Title: unknown key “Title” beside “title”: its value is kept, but not used; remove it"),
        (r#""author": ["Ada Lee"]"#, "author: unknown key “author”: its value is kept, but not used; write “authors”"),
    ] {
        assert_eq!(said(&file(members)), (vec![format!("{place}, {finding}")], Vec::new()), "{members}");
    }
    for (members, asked) in [
        (
            r#""foo": 1"#,
            "foo: “foo” is no key of the format: its value is kept, but not shown; a column of your own stands in “extra”",
        ),
        (
            r#""extra": {"nope": 1}"#,
            "nope: “nope” is no own field: its values are kept, but not shown; add it to “fields”",
        ),
        (
            r#""authors": ["Plato"]"#,
            "authors: “Plato” is one word and is cited as a body: say so with {\"name\": …, \"kind\": \"organization\"} or \"person\"",
        ),
    ] {
        assert_eq!(said(&file(members)), (Vec::new(), vec![format!("{place}, {asked}")]), "{members}");
    }
    for members in [
        r#""authors": ["WestEd", "RAND", {"name": "Plato", "kind": "person"}]"#,
        r#""publishers": ["Edutopia"], "authors": ["Edutopia"]"#,
        r#""x-own": 1, "_y": 2"#,
        r#""keywords": [], "authors": null"#,
    ] {
        assert_eq!(said(&file(members)), (Vec::new(), Vec::new()), "{members}");
    }
}

#[test]
fn values_that_readers_take_and_nobody_means_are_found_with_what_to_write() {
    let file = |members: &str| format!("{{\n\"resources\": [\n{{\"id\": \"a\",\n \"title\": \"A\",\n {members}}}]}}");
    let place = "line 5, record 1 “a”";
    let local = "leads to a machine or a network of one’s own, which readers do not reach: write the public address, or remove it";
    let language = "is no tag of a language (BCP 47): write one, such as en, es or zh-Hant";
    let long = format!(r#""summary": "{}""#, "a ".repeat(2_501) + "b");
    let url = |host: &str| format!("\"url\": \"https://{host}/x\"");
    for (members, finding) in [
        (r#""language": "Englsh""#, format!("language: “Englsh” {language}")),
        (r#""language": "en_US""#, format!("language: “en_US” {language}")),
        (
            r#""confidence": "sure""#,
            "confidence: “sure” is no confidence that the format has: it is kept, but means nothing; write high, medium or low"
                .to_owned(),
        ),
        (
            r#""page_range": "120-98""#,
            "page_range: “120-98” ends before it begins: write the first page and the last one in full, such as 120-198"
                .to_owned(),
        ),
        (r#""page_range": "8-8""#, "page_range: “8-8” is one page: write its number alone".to_owned()),
        (
            &url("exаmple.org"),
            "url: “https://exаmple.org/x” has “а” (U+0430) in its host, which looks like a Latin letter and is none: it \
            leads to another host than it seems to; write the host in letters of one script"
                .to_owned(),
        ),
        (&url("localhost:80"), format!("url: “https://localhost:80/x” {local}")),
        (&url("127.0.0.1"), format!("url: “https://127.0.0.1/x” {local}")),
        (&url("10.0.0.7"), format!("url: “https://10.0.0.7/x” {local}")),
        (&url("192.168.1.1"), format!("url: “https://192.168.1.1/x” {local}")),
        (r#""sources": ["http://localhost/a"]"#, format!("sources: “http://localhost/a” {local}")),
        (
            &url("good.example@evil.example"),
            "url: “https://good.example@evil.example/x” leads to “evil.example”, not to what stands before the @: it was \
            read as “https://evil.example/x”; if “evil.example” is the host that is meant, take away what stands before \
            the @, or else write the right address"
                .to_owned(),
        ),
        (
            &long,
            "summary: the summary has 5,003 characters, and should have a few sentences: write it in at most 5,000".to_owned(),
        ),
        (
            r#""authors": ["et al."]"#,
            "authors: “et al.” names no author beside the others: write who signs first, or remove it".to_owned(),
        ),
        (
            r#""authors": ["Ada Lee", ""]"#,
            "authors: “\"\"” is an empty entry of the list: left out; remove it".to_owned(),
        ),
    ] {
        assert_eq!(said(&file(members)), (vec![format!("{place}, {finding}")], Vec::new()), "{members}");
    }
    let (findings, _) = said(&file(r#""authors": ["et al.", ""]"#));
    assert_eq!(findings.len(), 2, "{findings:?}");
    for members in [
        r#""language": "es-419", "confidence": "low", "page_range": "120-8, 130", "authors": ["Ada Lee", "et al."]"#,
        r#""url": "https://пример.рф/", "sources": ["A letter to 10.0.0.1", "https://8.8.8.8/"]"#,
        r#""page_range": "e0123", "url": "mailto:a@localhost""#,
    ] {
        assert_eq!(said(&file(members)), (Vec::new(), Vec::new()), "{members}");
    }
}

#[test]
fn every_odd_value_of_the_head_is_found_in_its_line() {
    for (members, finding) in [
        (
            "\"fields\": [{\"id\": \"title\", \"label\": \"T\"}]",
            "line 2, fields: “title” is a field that every record has, which is searched and filtered by; give this one another id",
        ),
        (
            "\"colours\": {\"accent\": \"red\", \"text\": \"#102030\"}",
            "line 2, colours: “red” is no colour: the page’s own is used; write it as #rrggbb",
        ),
        (
            "\"home\": {\"promise\": \"{cuont} of {count}\"}",
            "line 2, home: “{cuont}” stands for nothing and is shown as it is; write {count} for the number of resources",
        ),
    ] {
        let file = format!("{{\"title\": \"T\",\n{members},\n\"resources\": [{A}]}}");
        assert_eq!(said(&file).0, [finding], "{members}");
    }
    let file = format!("{{\"vocabulary\": {{\n\"themes\": [{{\"id\": \"c\"}}]}},\n\"resources\": [{A}]}}");
    let asked = "line 2, themes: “c” has no label of its own: its id is shown; give it one";
    assert_eq!(said(&file), (Vec::new(), vec![asked.to_owned()]));
}
