//! The work of reading a catalog grows with its size, whatever is in it: counted steps, not time, at one size and at four times that.

use competency_explorer::catalog::read;
use competency_explorer::explore::Engine;
use competency_explorer::i18n;

use crate::util::growth::grown;

/// A text for each number below `n`, joined.
fn each(n: usize, joint: &str, text: impl Fn(usize) -> String) -> String {
    (0..n).map(text).collect::<Vec<_>>().join(joint)
}

/// A catalog of one record with a list under a key.
fn listed(key: &str, n: usize, value: impl Fn(usize) -> String) -> String {
    catalog("{}", &format!(r#"{{"id": "a", "title": "A", "{key}": [{}]}}"#, each(n, ",", value)))
}

fn catalog(vocabulary: &str, records: &str) -> String {
    format!(r#"{{"title": "T", "vocabulary": {vocabulary}, "resources": [{records}]}}"#)
}

fn theme(n: usize, parent: usize) -> String {
    format!(r#"{{"id": "t{n}", "parent": "t{parent}"}}"#)
}

/// A catalog that never ends, of so many beginnings of records.
fn unended(n: usize, joint: &str, begun: &str) -> String {
    let record = |n: usize| format!(r#"{{"id": "a{n}", {begun}"#);
    format!(r#"{{"title": "T", "resources": [{}"#, each(n, joint, record))
}

type Input = fn(usize) -> String;

/// Catalogs by what is many in them, each with the smaller of the two sizes.
const INPUTS: &[(&str, usize, Input)] = &[
    ("keywords of one record", 1_000, |n| listed("keywords", n, |k| format!("\"k{k}\""))),
    ("keywords of one record that needs care", 1_000, |n| {
        let keywords = each(n, ",", |k| format!("\"k{k}\""));
        catalog("{}", &format!(r#"{{"id": "a", "title": "A", "pages": "7", "keywords": [{keywords}]}}"#))
    }),
    ("sources of one record", 1_000, |n| listed("sources", n, |k| format!("\"https://a.b/{k}\""))),
    ("authors that are numbers behind a long text", 1_000, |n| {
        let text = "x".repeat(n);
        let authors = each(n, ",", |k| k.to_string());
        catalog("{}", &format!(r#"{{"id": "a", "title": "A", "summary": "{text}", "authors": [{authors}]}}"#))
    }),
    ("unknown keys of one record", 1_000, |n| {
        catalog("{}", &format!(r#"{{"id": "a", "title": "A"{}}}"#, each(n, "", |k| format!(r#", "x{k}": 1"#))))
    }),
    ("themes each below the next", 1_000, |n| {
        let themes = each(n, ",", |k| theme(k, k + 1));
        catalog(
            &format!(r#"{{"themes": [{themes}, {{"id": "t{n}"}}]}}"#),
            r#"{"id": "a", "title": "A", "themes": ["t0"]}"#,
        )
    }),
    ("records each below the next theme", 1_000, |n| {
        let themes = each(n, ",", |k| theme(k, k + 1));
        let record = |k| format!(r#"{{"id": "a{k}", "title": "A", "themes": ["t{k}"]}}"#);
        catalog(&format!(r#"{{"themes": [{themes}, {{"id": "t{n}"}}]}}"#), &each(n, ",", record))
    }),
    ("themes in a ring", 2_000, |n| {
        catalog(&format!(r#"{{"themes": [{}]}}"#, each(n, ",", |k| theme(k, (k + 1) % n))), "")
    }),
    ("records without a closing quote, a line each", 1_000, |n| unended(n, ",\n", r#""title": "A}"#)),
    ("records without a closing quote, on one line", 1_000, |n| unended(n, ",", r#""title": "A}"#)),
    ("records with lists that are never closed", 1_000, |n| unended(n, "", r#""title": "A", "themes": [[[[["#)),
    ("records with objects that are never closed", 1_000, |n| unended(n, ",", r#""title": "A", "x": {"y": 1"#)),
    ("records that all close at the end", 1_000, |n| {
        unended(n, ",", r#""title": "A", "x": {"y": [1"#) + &"]}}".repeat(n) + "]}"
    }),
    ("brackets that are never closed", 5_000, |n| format!(r#"{{"resources": [{}"#, "[".repeat(n))),
    ("braces that are never closed", 5_000, |n| format!(r#"{{"resources": [{}"#, "{".repeat(n))),
    ("words without quotes", 5_000, |n| format!(r#"{{"resources": [{}"#, "lorem ipsum ".repeat(n))),
    ("records without quotes", 1_000, |n| {
        format!(r#"{{"resources": [{}"#, each(n, "", |k| format!("{{id: a{k}, title: Some text}},")))
    }),
    ("a text that is never closed", 100_000, |n| unended(1, "", &format!(r#""title": "{}"#, "x".repeat(n)))),
];

#[test]
fn the_work_of_reading_a_catalog_grows_with_its_size() {
    let faster = INPUTS.iter().filter_map(|(name, n, input)| {
        grown(name, *n, |n| {
            let text = input(n);
            move || {
                if let Ok((catalog, findings)) = read(text.as_bytes()) {
                    let mut words = String::new();
                    for finding in &findings {
                        words += &i18n::finding(finding);
                    }
                    drop(Engine::new(catalog));
                }
            }
        })
    });
    let faster: Vec<String> = faster.collect();
    assert!(faster.is_empty(), "{}", faster.join("\n"));
}
