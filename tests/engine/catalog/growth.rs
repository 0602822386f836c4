//! The work of reading a catalog grows with its size, whatever is in it: counted steps, not time, at one size and at four times that.

use competency_explorer::catalog::{FindingKind, n_findings, read, read_with_spellings};
use competency_explorer::explore::Engine;
use competency_explorer::export::{Context, Format, Known, export};
use competency_explorer::i18n;
use competency_explorer::limits::work::steps;
use competency_explorer::limits::{FINDINGS_KEPT, NAME_BYTES, UNKNOWN_KEYS};

use crate::util::growth::grown;

/// A text for each number below `n`, joined.
fn each(n: usize, joint: &str, text: impl Fn(usize) -> String) -> String {
    (0..n).map(text).collect::<Vec<_>>().join(joint)
}

/// A catalog of one record with a list under a key.
fn listed(key: &str, n: usize, value: impl Fn(usize) -> String) -> String {
    catalog("{}", &format!(r#"{{"id": "a", "title": "A", "{key}": [{}]}}"#, each(n, ",", value)))
}

/// A catalog of one record with a part many times in its summary.
fn summary(part: &str, n: usize) -> String {
    catalog("{}", &format!(r#"{{"id": "a", "title": "A", "summary": "{}>"}}"#, part.repeat(n)))
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
    ("keys that are nearly known ones", 200, |n| {
        let near = |k: usize| {
            let key = ["keywords", "audiences", "publishers", "published", "language", "confidence"][k % 6];
            let (letter, at) = (char::from(b'a' + u8::try_from(k / 6 % 26).unwrap()), 1 + k / 156 % (key.len() - 1));
            format!(r#", "{}{letter}{}": 1"#, &key[..at], &key[at..])
        };
        catalog("{}", &format!(r#"{{"id": "a", "title": "A"{}}}"#, each(n, "", near)))
    }),
    ("authors whose keys stand twice", 500, |n| {
        listed("authors", n, |k| format!(r#"{{"family": "F{k}", "family": "G"}}"#))
    }),
    ("terms whose keys stand twice", 500, |n| {
        let terms = each(n, ",", |k| format!(r#"{{"id": "t{k}", "id": "u{k}"}}"#));
        catalog(&format!(r#"{{"themes": [{terms}]}}"#), "")
    }),
    ("own fields and records that state one each", 300, |n| {
        let fields = each(n, ",", |k| format!(r#"{{"id": "f{k}", "kind": "{}"}}"#, ["number", "text"][k % 2]));
        let record = |k| format!(r#"{{"id": "a{k}", "title": "A", "extra": {{"f{k}": "1"}}}}"#);
        format!(r#"{{"title": "T", "fields": [{fields}], "resources": [{}]}}"#, each(n, ",", record))
    }),
    ("values that are no text, with their keys behind a long one", 1_000, |n| {
        let keys = ["keywords", "places", "publishers", "authors", "sources", "themes"];
        let wrong = keys.map(|key| format!(r#", "{key}": {{}}"#)).concat();
        catalog("{}", &format!(r#"{{"id": "a", "title": "A", "summary": "{}"{wrong}}}"#, "x".repeat(n)))
    }),
    ("a label of many words, and records that have it", 300, |n| {
        let words = each(n, " ", |k| format!("w{k}"));
        let records = each(n, ",", |k| format!(r#"{{"id": "a{k}", "title": "A", "themes": ["t"]}}"#));
        catalog(&format!(r#"{{"themes": [{{"id": "t", "label": "{words}"}}]}}"#), &records)
    }),
    ("synonyms that begin alike, and a text of their words", 100, |n| {
        let word = |k: usize, at: usize| ["aa", "bb"][(k * 2_654_435_761) >> (at + 8) & 1];
        let phrase = |k: usize| format!(r#"["{}", "other{k}"]"#, each(12, " ", |at| word(k, at).to_owned()));
        let summary = each(20 * n, " ", |k| word(k, 3).to_owned());
        catalog(
            &format!(r#"{{"synonyms": [{}]}}"#, each(n, ",", phrase)),
            &format!(r#"{{"id": "a", "title": "A", "summary": "{summary}"}}"#),
        )
    }),
    ("a title in one word", 10_000, |n| catalog("{}", &format!(r#"{{"id": "a", "title": "{}"}}"#, "T".repeat(n)))),
    ("words of a summary", 2_000, |n| {
        catalog("{}", &format!(r#"{{"id": "a", "title": "A", "summary": "{}"}}"#, each(n, " ", |k| format!("w{k}"))))
    }),
    ("broad themes", 1_000, |n| {
        let records = each(n, ",", |k| format!(r#"{{"id": "a{k}", "title": "A", "themes": ["t{k}"]}}"#));
        catalog(&format!(r#"{{"themes": [{}]}}"#, each(n, ",", |k| format!(r#"{{"id": "t{k}"}}"#))), &records)
    }),
    ("own fields that are filters", 300, |n| {
        let fields = each(n, ",", |k| format!(r#"{{"id": "f{k}", "kind": "terms", "filter": true}}"#));
        let record = |k| format!(r#"{{"id": "a{k}", "title": "A", "extra": {{"f{k}": "v{k}"}}}}"#);
        format!(r#"{{"title": "T", "fields": [{fields}], "resources": [{}]}}"#, each(n, ",", record))
    }),
    ("records with a publisher each", 1_000, |n| {
        catalog("{}", &each(n, ",", |k| format!(r#"{{"id": "a{k}", "title": "A", "publishers": ["P{k}"]}}"#)))
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
    ("ampersands in a summary", 5_000, |n| summary("&", n)),
    ("signs that are no tags in a summary", 5_000, |n| summary("<", n)),
    ("tags that do not end in a summary", 5_000, |n| summary("<a ", n)),
    ("attributes of tags that end together in a summary", 5_000, |n| summary("<a b=", n)),
    ("a text that is never closed", 100_000, |n| unended(1, "", &format!(r#""title": "{}"#, "x".repeat(n)))),
];

/// Catalogs whose authors are long texts.
const AUTHORS: &[(&str, usize, Input)] = &[
    ("particles of one author", 250, |n| listed("authors", 1, |_| format!("\"{}\"", "von der ".repeat(n)))),
    ("authors joined by a word", 150, |n| listed("authors", 1, |_| format!("\"{}\"", "Jane Doe and ".repeat(n)))),
    ("initials between commas", 250, |n| listed("authors", 1, |_| format!("\"{}\"", "A. B., ".repeat(n)))),
    ("authors between semicolons", 200, |n| listed("authors", 1, |_| format!("\"{}\"", "Doe, Jane; ".repeat(n)))),
    ("authors in roles", 100, |n| listed("authors", 1, |_| format!("\"{}\"", "Jane Doe (Ed.), ".repeat(n)))),
    ("brackets of one author", 2_000, |n| listed("authors", 1, |_| format!("\"Jane {}\"", "(".repeat(n)))),
];

/// Catalogs whose titles have markup, which exports read.
const TITLES: &[(&str, usize, Input)] = &[
    ("tags that are never closed in a title", 1_000, |n| titled(&"<i>".repeat(n))),
    ("tags that are closed all at the end of a title", 1_000, |n| titled(&("<i>".repeat(n) + &"</i>".repeat(n)))),
    ("ampersands in a title", 1_000, |n| titled(&"&".repeat(n))),
];

/// A catalog of one record with a title.
fn titled(title: &str) -> String {
    catalog("{}", &format!(r#"{{"id": "a", "title": "{title}"}}"#))
}

/// Returns lines on the inputs whose reading takes steps that grow faster than they do.
fn growing(inputs: &[(&str, usize, Input)], read: fn(&str)) -> Vec<String> {
    let one = |(name, n, input): &(&str, usize, Input)| {
        grown(name, *n, |n| {
            let text = input(n);
            move || read(&text)
        })
    };
    inputs.iter().filter_map(one).collect()
}

fn engine_of(text: &str) {
    if let Ok((catalog, findings)) = read(text.as_bytes()) {
        let mut words = String::new();
        for finding in &findings {
            words += &i18n::finding(finding);
        }
        drop(Engine::new(catalog));
    }
}

#[test]
fn the_work_of_reading_a_catalog_grows_with_its_size() {
    assert_eq!(growing(INPUTS, engine_of), [""; 0]);
}

/// Catalogs whose findings are looked for in the file, or name keys of records.
const CHECKED: &[(&str, usize, Input)] = &[
    ("records of one line whose last ones state no number", 1_000, |n| {
        let odd = |k: usize| if k < n / 2 { "" } else { r#", "minutes": "abc""# };
        catalog("{}", &each(n, ",", |k| format!(r#"{{"id": "a{k}", "title": "A"{}}}"#, odd(k))))
    }),
    ("records of a line each that state no number", 1_000, |n| {
        catalog("{}", &each(n, ",\n", |k| format!("{{\"id\": \"a{k}\", \"title\": \"A\",\n\"minutes\": \"abc\"}}")))
    }),
    ("themes without a label before the list of them", 1_000, |n| {
        let themes = each(n, ",\n", |k| format!(r#"{{"id": "t{k}"}}"#));
        format!("{{\"title\": \"T\",\n\"vocabulary\": {{\"themes\": [{themes}]}}, \"resources\": []}}")
    }),
    ("records that are never closed, with a number that is none", 1_000, |n| {
        unended(n, ",\n", "\"title\": \"A\",\n\"minutes\": \"abc\", \"x\": {\"y\": 1")
    }),
    ("own fields and records with a value of none of them", 1_000, |n| {
        let fields = each(n, ",", |k| format!(r#"{{"id": "f{k}", "kind": "text"}}"#));
        let record = |k| format!(r#"{{"id": "a{k}", "title": "A", "extra": {{"g{k}": "1"}}}}"#);
        format!(r#"{{"title": "T", "fields": [{fields}], "resources": [{}]}}"#, each(n, ",", record))
    }),
];

#[test]
fn the_work_of_checking_a_catalog_grows_with_its_size() {
    let faster = growing(CHECKED, |text| {
        if let Ok((_, _, asked)) = read_with_spellings(text.as_bytes()) {
            drop(asked);
        }
    });
    assert_eq!(faster, [""; 0]);
}

/// What a key may mean is asked once, however many records have it, and of no more keys than the limit says.
#[test]
fn keys_that_mean_nothing_are_looked_at_once_and_up_to_their_limit() {
    const N: usize = 10 * UNKNOWN_KEYS;
    let of = |key: fn(usize) -> String| {
        let text = catalog("{}", &each(N, ",\n", |k| format!(r#"{{"id": "a{k}", "title": "A", "{}": 1}}"#, key(k))));
        let before = steps();
        drop(read_with_spellings(text.as_bytes()).unwrap());
        steps() - before
    };
    // As long in the file, and private: these mean nothing of themselves.
    let private = of(|k| format!("_colophon{k:04}"));
    for (name, most, key) in [
        ("one key", 1, (|_| "zcolophon0000".to_owned()) as fn(usize) -> String),
        ("a key each", UNKNOWN_KEYS, |k| format!("zcolophon{k:04}")),
    ] {
        let more = of(key).saturating_sub(private);
        // The letters of each, and those of the line where it stands.
        assert!(more < 100 * most as u64, "{name}: {more} steps more than for {N} private keys");
    }
}

/// Signs that begin a comment look for its end, which may be thousands of bytes away: each stretch is looked through once. Where no record
/// may begin, none is looked for.
#[test]
fn what_is_no_record_takes_some_steps_for_each_of_its_bytes() {
    for part in [
        "// ", "/* ", "/*// ", "//,", "/,", ",", "/**/,", "[],", "[,", "],", "},", "1,", "\"a\",", "a,", " ,", ",\n",
        "//,{",
    ] {
        let text = format!(r#"{{"title": "T", "resources": [{}"#, part.repeat(10_000));
        let before = steps();
        drop(read(text.as_bytes()));
        let n = steps() - before;
        assert!(n < 8 * text.len() as u64, "{part:?}: {n} steps for {} bytes", text.len());
    }
}

fn export_all(text: &str) {
    let (catalog, ..) = read_with_spellings(text.as_bytes()).unwrap();
    for format in Format::ALL {
        drop(export(format, &catalog.head, catalog.resources.clone()));
    }
}

#[test]
fn the_work_of_exporting_titles_grows_with_their_length() {
    assert_eq!(growing(TITLES, export_all), [""; 0]);
}

/// Up to the length that is read for names; beyond it an author is one name, which a finding says.
#[test]
fn the_work_of_checking_and_exporting_authors_grows_with_their_length_up_to_a_limit() {
    let checked = |text: &str| {
        let (catalog, findings, _) = read_with_spellings(text.as_bytes()).unwrap();
        let exported: usize =
            Format::ALL.iter().map(|format| export(*format, &catalog.head, catalog.resources.clone()).len()).sum();
        (exported, findings)
    };
    assert_eq!(growing(AUTHORS, export_all), [""; 0]);
    for (name, _, input) in AUTHORS {
        let long = input(NAME_BYTES);
        let before = steps();
        let (exported, findings) = checked(&long);
        assert!(exported > long.len() && steps() - before < 40 * long.len() as u64, "{name}: {}", steps() - before);
        assert!(
            findings.iter().any(|finding| matches!(finding.kind, FindingKind::LongName(_))),
            "{name}: {findings:?}"
        );
    }
}

/// Of a vocabulary of many terms each record looks up its own, whatever their number.
#[test]
fn the_work_of_exporting_a_catalog_grows_with_its_records_and_terms() {
    let input = |n: usize| {
        let terms = each(n, ",", |k| format!(r#"{{"id": "t{k}", "label": "Theme {k}"}}"#));
        let record = |k: usize| {
            format!(
                r#"{{"id": "a{k}", "title": "A", "authors": ["Ann Smith{k}"], "themes": ["t{}", "t{k}"]}}"#,
                n - 1 - k
            )
        };
        catalog(&format!(r#"{{"themes": [{terms}]}}"#), &each(n, ",", record))
    };
    let faster = grown("records and terms", 200, |n| {
        let engine = Engine::new(read(input(n).as_bytes()).unwrap().0);
        move || {
            let known = Known::new(&engine.store);
            for format in Format::ALL {
                let resources = (0..).take(engine.len()).map(|idx| engine.resource(idx));
                drop(export(format, Context::new(&engine.head, &known), resources));
            }
        }
    });
    assert_eq!(faster, None);
}

/// A file of nothing but commas has as many findings as it has bytes: what is kept of them has a bound, and all are counted.
#[test]
fn findings_are_kept_up_to_their_limit_and_all_counted() {
    let begun = |n: usize| format!(r#"{{"resources": [{}"#, r#"{"id": "a"}, "#.repeat(n));
    for n in [10, FINDINGS_KEPT, 2 * FINDINGS_KEPT] {
        let (_, findings) = read(begun(n).as_bytes()).unwrap();
        assert!(findings.len() <= FINDINGS_KEPT + 2, "{n}: {}", findings.len());
        assert_eq!(n_findings(&findings), n + 1, "{n}: each record has no title, and the file is not closed");
        assert!(findings.iter().any(|finding| matches!(finding.kind, FindingKind::Unclosed | FindingKind::Truncated)));
    }
}
