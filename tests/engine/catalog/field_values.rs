//! What comes in: values as spreadsheets, programs and people write them. What can mean one thing only is read, what can mean two
//! is left out; either is said with record, field, value and what to do.

use crate::util::reading::check_file;
use competency_explorer::catalog::{FindingKind, PartialDate, Resource, href, read};
use competency_explorer::export::citation::{Style, cite};
use competency_explorer::export::{Format, export, meta};
use competency_explorer::i18n;

/// The resource with one more member, and the findings in words without the place that they share.
#[track_caller]
pub(super) fn one(member: &str) -> (Resource, Vec<String>) {
    let file = format!("{{\"resources\": [\n{{\"id\": \"a\", \"title\": \"A\", {member}}}]}}");
    let (mut catalog, findings) = read(file.as_bytes()).unwrap();
    let place = "line 2, record 1 “a”, ";
    let words = findings.iter().map(|finding| i18n::finding(finding).strip_prefix(place).unwrap().to_owned());
    let words = words.collect();
    assert_eq!(catalog.resources.len(), 1, "{member}: {words:?}");
    (catalog.resources.remove(0), words)
}

#[test]
fn a_number_in_a_list_of_texts_is_its_text_and_check_says_so() {
    let (resource, findings) = one(r#""levels": [9, 10], "keywords": [2019]"#);
    assert_eq!((resource.levels, resource.keywords), (vec!["9".into(), "10".into()], vec!["2019".to_owned()]));
    assert_eq!(
        findings,
        [
            "levels: “[9,10]” was read as a list of texts; write it as one, such as [\"one\", \"two\"]",
            "keywords: “[2019]” was read as a list of texts; write it as one, such as [\"one\", \"two\"]"
        ]
    );
    for (value, expected) in [
        ("[9.0, 1.5, true, \"x\", null]", &["9", "1.5", "true", "x"][..]),
        ("2019", &["2019"]),
        ("false", &["false"]),
        ("\"one\"", &["one"]),
        ("[\" \", \"\"]", &[]),
    ] {
        assert_eq!(one(&format!("\"keywords\": {value}")).0.keywords, expected, "{value}");
    }
    let (resource, findings) = one(r#""type": ["report"], "confidence": 3"#);
    assert_eq!((resource.r#type.as_deref(), resource.confidence.as_deref()), (Some("report"), Some("3")));
    assert_eq!(findings.len(), 2);
}

#[test]
fn signs_of_html_are_found_in_every_text_with_what_to_write() {
    let finding = |field: &str, text: &str, plain: &str| {
        format!("{field}: “{text}” has signs of HTML, which show as they stand; write “{plain}”")
    };
    let file = r#"{"resources": [{"id": "a", "title": "Q&amp;A on <i>E. coli</i>", "summary": "Why&#8230; <b>now</b>?",
        "publishers": ["R&amp;D Alliance"], "keywords": ["Q&A", "x < y"], "authors": ["Mu&ntilde;oz, Ana", "AT&T"]}]}"#;
    let (_, findings) = read(file.as_bytes()).unwrap();
    let said: Vec<String> = findings.iter().map(i18n::finding).collect();
    let place = "line 1, record 1 “a”, ";
    let said: Vec<&str> = said.iter().filter_map(|said| said.strip_prefix(place)).collect();
    assert_eq!(
        said,
        [
            finding("title", "Q&amp;A on <i>E. coli</i>", "Q&A on E. coli"),
            finding("summary", "Why&#8230; <b>now</b>?", "Why… now?"),
            finding("publishers", "R&amp;D Alliance", "R&D Alliance"),
            finding("authors", "Mu&ntilde;oz, Ana", "Muñoz, Ana"),
        ]
    );
}

#[test]
fn what_is_no_text_in_a_list_is_left_out_alone() {
    let (resource, findings) = one(r#""keywords": ["one", {"name": "two"}, ["three"]]"#);
    assert_eq!(resource.keywords, ["one"]);
    assert_eq!(
        findings,
        ["keywords: “{\"name\":\"two\"}” stands where a text should be: it was left out; write it as a text in quotes"]
    );
    let (resource, findings) = one(r#""keywords": {"a": 1}"#);
    assert_eq!(resource.keywords, [""; 0]);
    assert_eq!(
        findings,
        [
            "keywords: “{\"a\":1}” is not a list of texts: the field was left out; write it as one, such as [\"one\", \"two\"]"
        ]
    );
}

#[test]
fn numbers_as_data_frames_write_them_are_whole_numbers() {
    let (resource, findings) = one(r#""pages": 32.0, "minutes": 45.00, "published": 2019.0"#);
    assert_eq!((resource.pages, resource.minutes), (Some(32), Some(45)));
    assert_eq!(resource.date().map(|date| date.to_string()).as_deref(), Some("2019"));
    assert_eq!(findings, [""; 0], "a whole number may have zeros behind its point: JSON Schema, \"integer\"");
    for (value, pages) in [
        ("\"32\"", Some(32)),
        ("\"32.0\"", Some(32)),
        ("\"1,200\"", Some(1_200)),
        ("\"1 200 pages\"", Some(1_200)),
        ("\"32 pp.\"", Some(32)),
        ("[32]", Some(32)),
        ("\"1.200\"", None),
        ("\"1,2\"", None),
        ("32.5", None),
        ("-1", None),
        ("99999999999", None),
        ("\"45 minutes\"", None),
        ("true", None),
    ] {
        let (resource, findings) = one(&format!("\"pages\": {value}"));
        assert_eq!(resource.pages, pages, "{value}");
        let shown = value.trim_matches('"');
        let said = match pages {
            Some(pages) => format!("pages: “{shown}” was read as {pages}; write it as a whole number without quotes"),
            None => format!(
                "pages: “{shown}” is not a whole number: the field was left out; write it as one without quotes, such as 12"
            ),
        };
        assert_eq!(findings, [said]);
    }
    assert_eq!(one("\"minutes\": \"45 min\"").0.minutes, Some(45));
    for text in ["12-15", "pp. 12–15"] {
        let (resource, findings) = one(&format!("\"pages\": \"{text}\""));
        assert_eq!((resource.pages, resource.page_range.as_deref()), (None, Some(text)));
        assert_eq!(
            findings,
            [format!("pages: “{text}” is a range of pages and was read as “page_range”; write it there")]
        );
    }
    // Nothing that is stated is lost for it.
    let (resource, findings) = one(r#""pages": "12-15", "page_range": "1-2""#);
    assert_eq!((resource.page_range.as_deref(), findings.len()), (Some("1-2"), 1));
}

#[test]
fn a_misspelt_key_is_kept_and_said_once_with_the_key_that_it_means() {
    let pairs = "author authors, Authors authors, tags keywords, date published, Publication-Date published, Theme themes, \
                 puplished published, sumary summary, link url, keyword keywords, langauge language";
    for (key, meant) in pairs.split(", ").map(|pair| pair.split_once(' ').unwrap()) {
        let file = format!(
            r#"{{"resources": [{{"id": "a", "title": "A", "{key}": "x"}}, {{"id": "b", "title": "B", "{key}": "x"}}]}}"#
        );
        let (catalog, findings) = read(file.as_bytes()).unwrap();
        assert_eq!(catalog.resources[1].other[key], "x");
        let findings: Vec<&FindingKind> = findings.iter().map(|finding| &finding.kind).collect();
        assert_eq!(findings, [&FindingKind::Misspelt(key.to_owned(), meant, 2)]);
    }
    let (_, findings) = one(r#""author": "Ann Lee""#);
    assert_eq!(findings, ["author: unknown key “author”: its value is kept, but not used; write “authors”"]);
    // What is near to none, or stands beside the key that it seems to mean, is an own key.
    for quiet in [
        r#""isbn": 1, "time": "9:00", "notes": "x", "rating": 5, "translations": {}, "title_sentence": "A""#,
        r#""published": "2019", "date": "2019-05""#,
    ] {
        assert_eq!(one(quiet).1, Vec::<String>::new());
    }
}

#[test]
fn a_slip_of_a_key_is_found_wherever_a_catalog_has_keys() {
    for (file, field, key, meant) in [
        (r#"{"titel": "T", "resources": []}"#, "titel", "titel", "title"),
        (r##"{"colors": {"accent": "#123456"}, "resources": []}"##, "colors", "colors", "colours"),
        (r#"{"vocabluary": {}, "resources": []}"#, "vocabluary", "vocabluary", "vocabulary"),
        (r#"{"Title": "T", "resources": []}"#, "Title", "Title", "title"),
        (r#"{"vocabulary": {"theems": []}, "resources": []}"#, "theems", "theems", "themes"),
        (r#"{"vocabulary": {"themes": [{"id": "a", "lable": "A"}]}, "resources": []}"#, "lable", "lable", "label"),
        (r#"{"fields": [{"id": "a", "fliter": true}], "resources": []}"#, "fields", "fliter", "filter"),
        (r#"{"home": {"promse": "A"}, "resources": []}"#, "home", "promse", "promise"),
        (
            r#"{"resources": [{"id": "a", "title": "A", "authors": [{"famly": "Lee", "given": "Ann"}]}]}"#,
            "authors",
            "famly",
            "family",
        ),
        (
            r#"{"resources": [{"id": "a", "title": "A", "date": "2018", "published": "2018"}, {"id": "b", "title": "B", "date": "2019"}]}"#,
            "date",
            "date",
            "published",
        ),
    ] {
        let findings = read(file.as_bytes()).unwrap().1;
        let found: Vec<&FindingKind> = findings.iter().map(|finding| &finding.kind).collect();
        assert_eq!(found, [&FindingKind::Misspelt(key.to_owned(), meant, 1)], "{file}");
        assert_eq!(findings[0].place.field.as_deref(), Some(field), "{file}");
    }
    // Written right it would stand there twice.
    let beside = read(br#"{"resources": [{"id": "a", "title": "A", "titel": "B"}]}"#).unwrap().1;
    assert_eq!(beside.len(), 1);
    assert_eq!(beside[0].kind, FindingKind::Beside("titel".to_owned(), "title"));
    for quiet in [
        r#"{"name": "T", "version": 2, "x-title": "T", "labels": {}, "resources": []}"#,
        r#"{"vocabulary": {"themes": [{"id": "a", "labels": {}, "definitions": {}, "color": "red"}]}, "resources": []}"#,
        r#"{"resources": [{"id": "a", "title": "A", "authors": [{"name": "Lee", "orcid": "0", "role": "editor"}]}]}"#,
    ] {
        assert_eq!(read(quiet.as_bytes()).unwrap().1, [], "{quiet}");
    }
}

#[test]
fn a_doi_is_kept_as_it_is_written_and_one_that_is_none_is_a_finding() {
    for (text, is_doi) in [
        ("10.1000/182", true),
        ("doi:10.1000/182", true),
        ("DOI: 10.1000/182", true),
        ("https://doi.org/10.1000/182", true),
        ("http://dx.doi.org/10.1000/ABC(1)", true),
        ("HTTPS://DOI.ORG/10.1000/182", true),
        ("11.1000/182", false),
        ("10.1000", false),
        ("10.1000/a b", false),
        ("https://example.org/10.1000/182", false),
        ("n/a", false),
    ] {
        let (resource, findings) = one(&format!("\"doi\": {}", serde_json::Value::from(text)));
        assert_eq!(resource.doi.as_deref(), Some(text));
        let said = format!(
            "doi: “{text}” is not a DOI: it is kept, but exports leave it out; write it as 10.1234/abc, 10. and digits before the slash"
        );
        assert_eq!(findings, if is_doi { vec![] } else { vec![said] }, "{text}");
    }
    let (resource, findings) = one(r#""doi": [" 10.1000/182 "]"#);
    assert_eq!((resource.doi.as_deref(), findings.len()), (Some("10.1000/182"), 1), "{findings:?}");
    assert_eq!(one(r#""doi": null"#), one(r#""doi": """#));
}

#[test]
fn a_record_without_title_says_which_key_may_be_meant() {
    let findings = read(br#"{"resources": [{"id": "a", "titel": "A"}]}"#).unwrap().1;
    let findings: Vec<FindingKind> = findings.into_iter().map(|finding| finding.kind).collect();
    assert_eq!(findings, [FindingKind::NoTitle, FindingKind::Misspelt("titel".to_owned(), "title", 1)]);
}

#[test]
fn several_values_in_one_text_are_said_with_what_to_write() {
    let (resource, findings) =
        one(r#""keywords": ["grading; pacing", "equity", "a, b, c"], "places": ["Portland, Maine"]"#);
    assert_eq!(resource.keywords.len(), 3);
    assert_eq!(
        findings,
        [
            "keywords: “grading; pacing” is one value as it stands: write each as a text of its own, [\"grading\", \"pacing\"]",
            "keywords: “a, b, c” is one value as it stands: write each as a text of its own, [\"a\", \"b\", \"c\"]",
        ]
    );
    let (_, findings) = one(r#""themes": "x | y""#);
    assert!(findings[1].contains("[\"x\", \"y\"]"), "{findings:?}");
}

#[test]
fn a_missing_number_of_a_data_frame_costs_no_record() {
    let (resource, findings) = one("\"pages\": NaN, \"summary\": \"not NaN\", \"extra\": {\"cost\": -Infinity}");
    assert_eq!((resource.pages, resource.summary.as_deref()), (None, Some("not NaN")));
    assert_eq!(findings, ["pages: NaN or Infinity is not JSON: read as not stated; write null"]);
}

/// Checks an address: as it is read, or why it is no link.
#[track_caller]
fn link(text: &str, expected: Result<&str, &str>) {
    let (resource, findings) = one(&format!("\"url\": {}", serde_json::to_string(text).unwrap()));
    match expected {
        Ok(address) => {
            assert_eq!(resource.url.as_deref(), Some(address), "{text}: {findings:?}");
            assert!(href(address).is_some(), "{address}");
            let said: Vec<bool> = findings.iter().map(|finding| finding.contains("was read as")).collect();
            assert_eq!(said, if text.trim() == address { vec![] } else { vec![true] }, "{text}: {findings:?}");
        }
        Err(reason) => {
            assert_eq!((resource.url, findings.len()), (None, 1), "{text}: {findings:?}");
            assert!(findings[0].contains(reason), "{text}: {}", findings[0]);
        }
    }
}

#[test]
fn a_duration_that_can_mean_one_thing_is_read_as_minutes() {
    for (value, minutes) in [
        ("45 min", Some(45)),
        ("45 minutes.", Some(45)),
        ("1h 30m", Some(90)),
        ("1 hour", Some(60)),
        ("2 hrs., 5 mins.", Some(125)),
        ("1 hour and 20 minutes", Some(80)),
        ("PT1H30M", Some(90)),
        ("0:00:10", None),
        ("1:75:00", None),
        ("+1:30:00", None),
        ("PT12M40S", Some(13)),
        ("01:30:00", Some(90)),
        ("0:12:29", Some(12)),
        ("12:30", None),
        ("1.5 hours", None),
        ("10 sec", None),
        ("half an hour", None),
        ("PT", None),
        ("h", None),
        ("99999 h", None),
    ] {
        let (resource, findings) = one(&format!("\"minutes\": \"{value}\""));
        assert_eq!(resource.minutes, minutes, "{value}");
        assert_eq!(findings.len(), 1, "{value}: {findings:?}");
        let is_said = |minutes: u32| findings[0].contains(&format!("“{value}” was read as {minutes}"));
        assert!(minutes.is_none_or(is_said), "{value}: {findings:?}");
    }
}

#[test]
fn an_address_with_blanks_is_kept_percent_encoded() {
    link("https://example.org/a b", Ok("https://example.org/a%20b"));
    link("  https://example.org/a  ", Ok("https://example.org/a"));
    link("https://example.org/a\u{a0}b?c d#e f", Ok("https://example.org/a%C2%A0b?c%20d#e%20f"));
    link("https://example.org/a\nb\tc", Ok("https://example.org/abc"));
    link("https://example.org/<a>\"{b}\"", Ok("https://example.org/%3Ca%3E%22%7Bb%7D%22"));
    link("https://example.org/?q={a}|`^", Ok("https://example.org/?q={a}|`^"));
    link("https://example.org/é?q=学#%C3", Ok("https://example.org/é?q=学#%C3"));
    link("https://example.org/\u{202e}a\u{200b}b", Ok("https://example.org/%E2%80%AEa%E2%80%8Bb"));
    link("https://example.org/100%", Ok("https://example.org/100%"));
    link("mailto: a@b.org", Ok("mailto:a@b.org"));
    link("DOI: 10.1000/182", Ok("doi:10.1000/182"));
    link("10.1000/182", Ok("doi:10.1000/182"));
    link("doi.org/10.1000/182", Ok("https://doi.org/10.1000/182"));
}

#[test]
fn an_address_copied_with_brackets_signs_of_html_or_invisible_ones_is_read_without_them() {
    link("<https://example.org/a>", Ok("https://example.org/a"));
    link(" < www.example.org/a > ", Ok("https://www.example.org/a"));
    link("https://example.org/?a=1&amp;b=2&amp;c=3", Ok("https://example.org/?a=1&b=2&c=3"));
    link("\u{feff}https://example.org/a\u{200b}", Ok("https://example.org/a"));
}

#[test]
fn an_address_leads_where_the_browser_will_go() {
    link("https://evil.example\\@good.example/", Ok("https://evil.example/@good.example/"));
    link("https:\\\\example.org\\a", Ok("https://example.org/a"));
    link("https://good.example@evil.example/a@b", Ok("https://evil.example/a@b"));
    link("https://user:secret@example.org", Ok("https://example.org"));
    link("https:///example.org", Ok("https://example.org"));
    link("//example.org/a", Ok("https://example.org/a"));
    link("www.example.org/x", Ok("https://www.example.org/x"));
    link("HTTP://Example.org:8080/x", Ok("HTTP://Example.org:8080/x"));
    link("https://[2001:db8::1]/", Ok("https://[2001:db8::1]/"));
    link("https://münchen.example/", Ok("https://münchen.example/"));
}

#[test]
fn an_address_that_is_no_link_says_the_true_reason() {
    let scheme = "addresses are never made links";
    link("javascript:alert(1)", Err(&format!("javascript: {scheme}")));
    link("java\nscript:alert(1)", Err(&format!("javascript: {scheme}")));
    link(" \u{1}JavaScript:alert(1)", Err(&format!("JavaScript: {scheme}")));
    link("data:text/html,x", Err(&format!("data: {scheme}")));
    link("file:///etc/passwd", Err(&format!("file: {scheme}")));
    link("C:\\reports\\a.pdf", Err(&format!("C: {scheme}")));
    link("example.org/x", Err("has no http:// or https:// in front"));
    link("a report", Err("has no http:// or https:// in front"));
    link("https:example.org", Err("has no // behind https:"));
    link("https://", Err("names no host"));
    link("https:///?q", Err("names no host"));
    link("https://user@/x", Err("names no host"));
    link("https://exa mple.org/", Err("“exa mple.org” can’t be a host"));
    link("https://example.org:99999/", Err("“example.org:99999” can’t be a host"));
    link("https://good.example∕x.evil.example/", Err("can’t be a host"));
    for host in
        ["ｅvil.example", "ⓔvil.example", "evil².example", "ﬁn.example", "𝐞vil.example", "ℯvil.example", "０x7f.1"]
    {
        link(&format!("https://{host}/"), Err("can’t be a host"));
    }
    for host in ["0x7f.1", "2130706433", "1.2.3", "1.2.3.256", "01.2.3.4", "1.2.3.4.5", "a.0x1", "a.1"] {
        link(&format!("https://{host}/"), Err("can’t be a host"));
    }
    for address in ["https://127.0.0.1:8080/", "https://1.example/", "https://a1/", "https://xn--e1afmkfd.example/"] {
        link(address, Ok(address));
    }
    link("https://good.example%2F.evil.example/", Err("can’t be a host"));
    link("https://example.org https://example.com", Err("holds two addresses"));
    link("mailto:nobody", Err("has no @"));
    link("doi:abc", Err("a DOI begins with 10."));
}

#[test]
fn no_link_leads_to_another_host_than_it_shows() {
    arbtest::arbtest(|u| {
        const PARTS: [&str; 18] = [
            "https:",
            "//",
            "/",
            "\\",
            "good.example",
            "evil.example",
            "@",
            ":",
            "80",
            "?",
            "#",
            " ",
            "\t",
            "%2F",
            "é",
            "[",
            "]",
            "www.",
        ];
        let mut text = String::new();
        for _ in 0..u.int_in_range(1..=9)? {
            text.push_str(u.choose(&PARTS)?);
        }
        let file = serde_json::json!({"resources": [{"id": "a", "title": "A", "url": text}]}).to_string();
        let (catalog, findings) = read(file.as_bytes()).unwrap();
        let Some(url) = &catalog.resources[0].url else {
            assert!(!findings.is_empty() || text.trim().is_empty(), "{text:?}");
            return Ok(());
        };
        // Nothing that another reader of addresses could take for the end or the middle of the host.
        let rest = url.split_once("//").unwrap().1;
        let authority = rest.split(['/', '?', '#']).next().unwrap();
        assert!(!authority.is_empty() && !authority.contains(['\\', '@', ' ', '%', '\t']), "{text:?} {url}");
        assert_eq!(href(url).as_ref(), Some(url));
        Ok(())
    });
}

#[test]
fn a_finding_shows_its_value_shortened_and_escaped() {
    let long = format!("\"published\": \"soon\\n\\u001b[31m{}\"", "x".repeat(5_000));
    let (_, findings) = one(&long);
    let shown =
        format!("published: “soon\\n\\u{{1b}}[31m{}…” is not a date", "x".repeat(80 - "soon\n\u{1b}[31m".len()));
    assert!(findings[0].starts_with(&shown), "{}", findings[0]);
    let file = "{\"resources\": [{\"id\": \"a\\u001b[2J\\n\\u202eb\", \"title\": \"A\", \"pages\": \"many\"}]}";
    let (_, findings) = read(file.as_bytes()).unwrap();
    assert!(
        i18n::finding(&findings[0]).starts_with("line 1, record 1 “a\\u{1b}[2J\\n\\u{202e}b”, pages: “many” is not")
    );
}

#[test]
fn every_finding_on_a_value_names_record_field_value_and_remedy() {
    for (member, value) in [
        ("\"levels\": [9, 10]", "[9,10]"),
        ("\"keywords\": [2019]", "[2019]"),
        ("\"keywords\": {\"a\": 1}", "{\"a\":1}"),
        ("\"pages\": \"many\"", "many"),
        ("\"published\": \"10/11/2019\"", "10/11/2019"),
        ("\"published\": \"October 2019\"", "October 2019"),
        ("\"published\": [1]", "[1]"),
        ("\"url\": \"https://example.org/a b\"", "https://example.org/a b"),
        ("\"url\": \"javascript:x\"", "javascript:x"),
        ("\"summary\": {\"a\": 1}", "{\"a\":1}"),
        ("\"summary\": 7", "7"),
        ("\"extra\": []", "[]"),
    ] {
        let (_, findings) = one(member);
        let field = member.split('"').nth(1).unwrap();
        assert_eq!(findings.len(), 1, "{member}: {findings:?}");
        assert!(findings[0].starts_with(&format!("{field}: “{value}”")), "{}", findings[0]);
        assert!(findings[0].contains("write"), "no remedy: {}", findings[0]);
    }
}

#[test]
fn an_own_date_is_read_as_the_date_of_publication_is() {
    let fields = r#""fields": [{"id": "due", "kind": "date", "filter": true}]"#;
    let file = |value: &str| {
        format!(
            "{{{fields}, \"resources\": [\n{{\"id\": \"a\", \"title\": \"A\", \"extra\": {{\"due\": \"{value}\"}}}}]}}"
        )
    };
    check_file(file("October 2019"), &["a"], &[]);
    let said = "line 2, record 1 “a”, due: “10/11/2019” is not a date: it is not filtered by; write YYYY, YYYY-MM or YYYY-MM-DD";
    check_file(file("10/11/2019"), &["a"], &[said]);
}

#[test]
fn volume_issue_and_pages_are_texts_or_numbers_and_what_an_article_appeared_in_goes_by_many_names() {
    let (resource, findings) = one(r#""container": "Journal", "volume": 12, "issue": "3-4", "page_range": "e12""#);
    assert_eq!((resource.volume.as_deref(), resource.issue.as_deref()), (Some("12"), Some("3-4")));
    assert_eq!((resource.container.as_deref(), resource.page_range.as_deref()), (Some("Journal"), Some("e12")));
    assert_eq!(findings, [""; 0]);
    assert_eq!(one(r#""volume": " ", "issue": null"#), one("\"issue\": \"\""));
    for (key, meant) in
        [("journal", "container"), ("container-title", "container"), ("vol", "volume"), ("pagination", "page_range")]
    {
        let (resource, findings) = one(&format!("\"{key}\": \"x\""));
        assert_eq!(resource.other[key], "x");
        assert!(findings[0].ends_with(&format!("write “{meant}”")), "{findings:?}");
    }
}

#[test]
fn control_characters_in_ids_titles_and_values_are_findings_and_reach_no_export() {
    let file = "{\"resources\": [{\"id\": \"a\\u0000b\", \"title\": \"A\\u001bB\", \"keywords\": [\"k\u{7f}\", \"l\\u0085m\"], \
                \"authors\": [\"Ann\\u0001 Lee\"], \"publishers\": [\"P\\u0002Q\"], \"summary\": \"One\\ntwo\\u0003\"}]}";
    let (catalog, findings) = read(file.as_bytes()).unwrap();
    let remedy = "has control characters, which exports leave out: write it without them";
    let said: Vec<String> = findings.iter().map(i18n::finding).collect();
    let place = "line 1, record 1 “a\\u{0}b”";
    assert_eq!(
        said,
        [
            format!("{place}, id: “a\\u{{0}}b” {remedy}"),
            format!("{place}, title: “A\\u{{1b}}B” {remedy}"),
            format!("{place}, publishers: “P\\u{{2}}Q” {remedy}"),
            format!("{place}, keywords: “k\\u{{7f}}” {remedy}"),
            format!("{place}, keywords: “l\\u{{85}}m” {remedy}"),
        ]
    );
    let is_raw = |c: char| c.is_control() && !"\n\r".contains(c);
    for format in Format::ALL {
        let text = export(format, &catalog.head, catalog.resources.clone());
        assert!(!text.contains(is_raw), "{format:?}: {text:?}");
    }
    for style in Style::ALL {
        let entry = cite(style, &catalog.resources[0], &catalog.head, None);
        assert!(!entry.plain().contains(char::is_control) && !entry.html().contains(char::is_control), "{style:?}");
    }
    for (name, content) in meta(&catalog.resources[0], &catalog.head) {
        assert!(!content.contains(char::is_control), "{name}: {content:?}");
    }
    // The catalog itself comes back as it was.
    let again = read(export(Format::Json, &catalog.head, catalog.resources.clone()).as_bytes()).unwrap().0;
    assert_eq!(again.resources, catalog.resources);
}

#[test]
fn a_year_before_printing_or_years_after_the_catalog_was_updated_is_a_finding() {
    for (updated, year, is_found) in [
        ("2026-05", 2026, false),
        ("2026-05", 2031, false),
        ("2026-05", 2032, true),
        ("2026-05", 1450, false),
        ("2026-05", 1019, true),
        ("", 2099, false),
        ("", 1449, true),
    ] {
        let file =
            format!(r#"{{"updated": "{updated}", "resources": [{{"id": "a", "title": "A", "published": {year}}}]}}"#);
        let (catalog, findings) = read(file.as_bytes()).unwrap();
        assert_eq!(catalog.resources[0].date().map(PartialDate::year), Some(year));
        let said = format!(
            "line 1, record 1 “a”, published: {year} is a year in which it can hardly have been published; if it is a slip, write the right one"
        );
        let findings: Vec<String> = findings.iter().map(i18n::finding).collect();
        assert_eq!(findings, if is_found { vec![said] } else { vec![] }, "{updated} {year}");
    }
}
