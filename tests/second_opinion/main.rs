//! A second opinion on citations: the CSL-JSON of the shipped catalog through citation processors of others, with the styles
//! of the Citation Style Language project, against the entries that we write.
//!
//! Blanks and the shape of quotation marks are no difference. Every other one fails, unless `rules.txt` has a rule for
//! it; and a rule that nothing needs fails too.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod processors;
mod rules;
#[path = "../util/mod.rs"]
mod util;

use std::collections::{BTreeSet, HashMap};
use std::io::Write as _;
use std::sync::LazyLock;
use std::thread;

use competency_explorer::catalog::{Resource, read};
use competency_explorer::export::citation::{Span, Style, cite, reference_list};
use competency_explorer::export::{Format, export};
use processors::Entries;
use rules::{Change, Rule, rules};
use serde_json::{Value, json};
use util::{SHIPPED, any_catalog};

/// A citation processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Hayagriva,
    Citeproc,
}

/// What is formatted: the shipped records, then one for each title of the table of titles and each author of the table of
/// names, and some that have editors and translators.
static RECORDS: LazyLock<Vec<Resource>> = LazyLock::new(|| {
    let mut records: Vec<Resource> = (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect();
    let lines = include_str!("../engine/export/titles.txt")
        .lines()
        .filter(|line| line.contains(" | ") && !line.starts_with('#'));
    for line in lines {
        let [title, language] = line.splitn(3, " | ").take(2).collect::<Vec<_>>()[..] else { panic!("{line}") };
        let language = language.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or("en", |(code, _)| code);
        records.push(record(&format!("title {title}"), json!({"title": title, "language": language})));
    }
    let lines = include_str!("../engine/export/names.txt")
        .lines()
        .filter(|line| line.contains(" | ") && !line.starts_with('#'));
    for author in lines.filter_map(|line| line.split(" | ").next()) {
        let value = if author.starts_with('{') { serde_json::from_str(author).unwrap() } else { json!(author) };
        records.push(record(&format!("name {author}"), json!({"title": "On grading", "authors": [value]})));
    }
    let roles = ["Jane Doe (Ed.)", "John Smith (Ed.)", "Bo Ek (Trans.)"];
    records.push(record("edited", json!({"title": "On grading", "authors": ["Ann Lee", roles[0]]})));
    records.push(record("edited by two", json!({"title": "On grading", "authors": ["Ann Lee", roles[0], roles[1]]})));
    records.push(record("translated", json!({"title": "On grading", "authors": ["Ann Lee", roles[2]]})));
    records.push(record(
        "edited and translated",
        json!({"title": "On grading", "authors": ["Ann Lee", roles[0], roles[2]]}),
    ));
    records
});

/// A report of 2019 with these fields, as a catalog has it.
fn record(id: &str, mut fields: Value) -> Resource {
    fields["id"] = json!(id);
    fields["type"] = json!("report");
    fields["published"] = json!("2019");
    let catalog = json!({"title": "A catalog", "resources": [fields]});
    read(catalog.to_string().as_bytes()).unwrap().0.resources.remove(0)
}

/// The records as CSL-JSON.
fn exported() -> Vec<Value> {
    serde_json::from_str(&export(Format::CslJson, &SHIPPED.head, RECORDS.clone())).unwrap()
}

/// Blanks and quotation marks in one shape each.
fn normalized(entry: &str) -> String {
    let shape = |c| match c {
        '\u{a0}' => ' ',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        c => c,
    };
    entry.chars().map(shape).collect()
}

/// Our entry, what is in italics between two `_`.
fn ours(style: Style, resource: &Resource) -> String {
    let spans = cite(style, resource, &SHIPPED.head, None).spans;
    let marked = spans.iter().map(|span| if span.italic { format!("_{}_", span.text) } else { span.text.clone() });
    normalized(&marked.collect::<String>())
}

/// The items of the catalog as a style wants them; a rule that changed one is noted.
fn items(rules: &[&Rule], style: Style, used: &mut Used) -> Vec<Value> {
    let mut items = exported();
    for item in &mut items {
        for rule in rules {
            if let Change::Item(change) = &rule.change {
                let before = item.clone();
                change(item);
                if *item != before {
                    used.insert((style.name(), rule.name));
                }
            }
        }
    }
    items
}

/// Rules that were needed, with their style.
type Used = BTreeSet<(&'static str, &'static str)>;

/// What differs in a style after the rules: id, our entry, the processor's.
fn differences(rules: &[&Rule], style: Style, items: &[Value], entries: &Entries, used: &mut Used) -> Vec<String> {
    assert_eq!(entries.len(), RECORDS.len());
    let mut differences = Vec::new();
    for ((resource, item), entry) in RECORDS.iter().zip(items).zip(entries) {
        let (mut ours, mut theirs) = (ours(style, resource), normalized(entry));
        for rule in rules {
            if theirs == ours {
                break;
            }
            let changed = match &rule.change {
                Change::Entry(change) | Change::Both(change) => change(item, &theirs),
                Change::Record { id, theirs: from, ours: to } if *id == resource.id => theirs.replacen(from, to, 1),
                Change::Item(_) | Change::Record { .. } => continue,
            };
            if changed != theirs {
                used.insert((style.name(), rule.name));
                theirs = changed;
            }
            if let Change::Both(change) = &rule.change {
                ours = change(item, &ours);
            }
        }
        if theirs != ours {
            differences.push(format!("{} in {}\n  ours   {ours}\n  theirs {theirs}", resource.id, style.name()));
        }
    }
    differences
}

/// Fails on a difference that no rule explains, and on a rule that explains none.
fn agrees(voice: Voice, entries: impl Fn(&[(Style, Vec<Value>)]) -> HashMap<Style, Entries>) {
    let (rules, mut used) = (rules(), Used::new());
    let rules = |style: Style| -> Vec<&Rule> {
        rules.iter().filter(|rule| rule.voices.contains(&voice) && rule.styles.contains(&style)).collect()
    };
    let items = Style::ALL.map(|style| (style, items(&rules(style), style, &mut used)));
    let entries = entries(&items);
    let mut wrong = Vec::new();
    for (style, items) in &items {
        wrong.extend(differences(&rules(*style), *style, items, &entries[style], &mut used));
    }
    let n = wrong.len();
    assert!(wrong.is_empty(), "{n} entries differ:\n{}", wrong.join("\n"));
    for style in Style::ALL {
        let stale: Vec<&str> =
            rules(style).iter().map(|rule| rule.name).filter(|name| !used.contains(&(style.name(), name))).collect();
        assert!(stale.is_empty(), "nothing in {} needs: {}", style.name(), stale.join(", "));
    }
}

#[test]
fn hayagriva_writes_every_entry_as_we_do() {
    agrees(Voice::Hayagriva, |items| {
        thread::scope(|scope| {
            let runs: Vec<_> = (items.iter())
                .map(|(style, items)| (*style, scope.spawn(|| processors::hayagriva(*style, items))))
                .collect();
            runs.into_iter().map(|(style, run)| (style, run.join().unwrap())).collect()
        })
    });
}

#[test]
fn citeproc_js_writes_every_entry_as_we_do() {
    if !processors::has_citeproc() {
        // Straight to the terminal: what a test that passes prints is not shown.
        let said = "not tried: no citeproc-js here; `scripts/setup.sh test` installs it, scripts/env.sh says where";
        writeln!(std::io::stderr(), "{said}").unwrap();
        return;
    }
    agrees(Voice::Citeproc, processors::citeproc);
}

/// Works of which some have the same author and year, as a catalog has them.
fn works() -> Vec<Resource> {
    let work = |id: &str, author: &str, year: &str, title: &str| {
        let mut work = record(id, json!({"title": title, "authors": [author]}));
        work.published = year.parse().ok();
        work
    };
    vec![
        work("a", "Ann Lee", "2019", "Pacing"),
        work("b", "Ann Lee", "2019", "Grading"),
        work("c", "Ann Lee", "", "Rubrics"),
        work("d", "Ann Lee", "", "Portfolios"),
        work("e", "Ann Lee", "", "Badges"),
        work("f", "Ann Lee", "2018", "Exams"),
        work("g", "Bo Ek", "2019", "Credits"),
        work("h", "Aspen Institute", "2019", "Diplomas"),
        work("i", "Aspen Institute", "2019", "Badges"),
    ]
}

/// The entries of a list with what we write in place of its dashes for authors that are those of the entry before: three hyphens in MLA
/// (9, section 5.126), the names in Chicago (18, section 13.72).
fn with_names(style: Style, entries: &[String]) -> Vec<String> {
    let mut names = String::new();
    let mut whole = |entry: &String| {
        let entry = normalized(entry);
        let Some(rest) = entry.strip_prefix("———") else {
            entry.split(". ").next().unwrap_or_default().clone_into(&mut names);
            return entry;
        };
        if style == Style::Mla { format!("---{rest}") } else { format!("{names}{rest}") }
    };
    entries.iter().map(&mut whole).collect()
}

#[test]
fn a_whole_list_has_the_order_and_the_letters_of_a_processor() {
    let works = works();
    let items: Vec<Value> = serde_json::from_str(&export(Format::CslJson, &SHIPPED.head, works.clone())).unwrap();
    let mut wrong = Vec::new();
    for style in Style::ALL {
        let list = reference_list(style, &works, &SHIPPED.head, None);
        let marked = |span: &Span| if span.italic { format!("_{}_", span.text) } else { span.text.clone() };
        let ours: Vec<String> =
            list.iter().map(|(_, entry)| normalized(&entry.spans.iter().map(marked).collect::<String>())).collect();
        let in_turn: Vec<Value> = list.iter().map(|(at, _)| items[*at].clone()).collect();
        let theirs = processors::hayagriva_lists(style, std::iter::once(&in_turn[..])).remove(0);
        let theirs = with_names(style, &theirs);
        if ours != theirs {
            wrong.push(format!("{}\n  ours   {ours:?}\n  theirs {theirs:?}", style.name()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a value is what `csl-data.json` (CSL 1.0.2) has for a variable.
fn is_allowed(variable: &str, value: &Value) -> bool {
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    match variable {
        "author" | "editor" | "translator" | "illustrator" | "guest" => {
            value.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(is_name))
        }
        "issued" => {
            let parts =
                value["date-parts"][0].as_array().map(|parts| parts.iter().map(Value::as_i64).collect::<Vec<_>>());
            match parts.as_deref() {
                Some([Some(_)]) => true,
                Some([Some(_), Some(month)]) => (1..=12).contains(month),
                Some([Some(_), Some(month), Some(day)]) => (1..=12).contains(month) && (1..=31).contains(day),
                _ => false,
            }
        }
        "number-of-pages" => value.is_number() || is_text(value),
        _ => is_text(value),
    }
}

/// Whether a value is a name: parts of a person, or a text that is not to be taken apart.
fn is_name(name: &Value) -> bool {
    const PARTS: [&str; 6] =
        ["family", "given", "suffix", "dropping-particle", "non-dropping-particle", "static-ordering"];
    let parts = name.as_object().unwrap();
    let is_true = |(key, value): (&String, &Value)| key == "static-ordering" && value == true;
    let is_text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    parts.iter().all(|part| is_true(part) || is_text(part.1))
        && if parts.contains_key("literal") {
            parts.len() == 1
        } else {
            parts.contains_key("family") && parts.keys().all(|key| PARTS.contains(&key.as_str()))
        }
}

#[test]
fn any_record_becomes_an_item_that_a_processor_formats() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let text = export(Format::CslJson, &catalog.head, catalog.resources.iter().take(9).cloned());
        let items: Vec<Value> = serde_json::from_str(&text).unwrap();
        for item in &items {
            for (variable, value) in item.as_object().unwrap() {
                assert!(is_allowed(variable, value), "{variable}: {value}");
            }
        }
        for (entry, resource) in processors::hayagriva(Style::Apa, &items).iter().zip(&catalog.resources) {
            let status = resource.published.as_ref().and_then(|published| published.statement().status);
            let year = resource.date().map(|date| date.year().to_string());
            let dated = status.map(|status| status.words().to_owned()).or(year).unwrap_or_else(|| "n.d.".to_owned());
            assert!(entry.contains(&dated), "{entry}");
        }
        Ok(())
    });
}

#[test]
fn every_shipped_record_is_an_item_of_csl() {
    let items = exported();
    for (variable, value) in items.iter().filter_map(Value::as_object).flatten() {
        assert!(is_allowed(variable, value), "{variable}: {value}");
    }
}
