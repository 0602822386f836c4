//! Our exports, imported again: every field that a format can hold is the same.

use competency_explorer::catalog::{Catalog, Head, List, Published, Resource, doi_address, href, stated_doi};
use competency_explorer::export::{Format, export};
use competency_explorer::import::{Kind, Options, read};

use crate::util::{SHIPPED, any_catalog};

/// Every so manieth record of the shipped catalog: an export of all takes the most of a minute.
const STEP: usize = 4;

/// Resources as they come back from a format.
fn back(format: Format, head: &Head, resources: &[Resource]) -> Catalog {
    let text = export(format, head, resources.to_vec());
    let import = read("catalog", text.as_bytes(), &Options::default()).unwrap();
    let left_out: Vec<String> = import.report.of(Kind::LeftOut).map(ToString::to_string).collect();
    assert_eq!(left_out, Vec::<String>::new(), "{format:?}");
    assert_eq!(import.catalog.resources.len(), resources.len(), "{format:?}");
    import.catalog
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is stated of the date of publication: formats have one word for all that is not certain.
fn stated(resource: &Resource) -> impl PartialEq + std::fmt::Debug {
    let date = resource.published.as_ref().map(Published::statement).unwrap_or_default();
    (date.date, date.end, date.season, date.is_uncertain(), date.status)
}

fn labels(resource: &Resource, head: &Head, list: List) -> Vec<String> {
    let label = |id: &str| {
        let term = head.vocabulary.terms(list).iter().find(|term| term.id == id);
        term.map_or(id, |term| &term.label).to_lowercase()
    };
    resource.list(list).iter().map(|id| label(id)).collect()
}

/// What is the same whatever the format: title, summary, address, DOI, date, pages and language.
#[track_caller]
fn check_common(format: Format, a: &Resource, b: &Resource, head: &Head) {
    let id = format!("{format:?} {}", a.id);
    // BibTeX has one apostrophe and the quotation marks of its language, and CSL wants titles in sentence case.
    // Programs write a quotation mark with a backslash, which is read as one.
    let unescaped = |text: &str| {
        let mut text = text.to_owned();
        for mark in ['\'', '‘', '’', '“', '”', '"'] {
            while text.contains(&format!("\\{mark}")) {
                text = text.replace(&format!("\\{mark}"), &mark.to_string());
            }
        }
        text
    };
    let quotes = |text: &str| unescaped(text).replace(['\'', '‘', '’', '“', '”', '"'], "'");
    let title = |resource: &Resource| match format {
        Format::Bibtex => quotes(&line(&resource.title)),
        Format::CslJson => quotes(&line(&resource.title)).to_lowercase(),
        _ => unescaped(&line(&resource.title)),
    };
    assert_eq!(title(b), title(a), "{id}");
    let summary = |resource: &Resource| {
        resource.summary.as_deref().map(line).map(|text| unescaped(&text)).filter(|text| !text.is_empty())
    };
    assert_eq!(summary(b), summary(a), "{id}");
    let address = |resource: &Resource| resource.url.as_deref().and_then(href);
    let or_doi = |resource| address(resource).or_else(|| stated_doi(resource).map(|doi| doi_address(&doi)));
    assert_eq!(or_doi(b), or_doi(a), "{id}");
    assert_eq!(stated_doi(b), stated_doi(a), "{id}");
    assert_eq!((stated(b), b.pages), (stated(a), a.pages), "{id}");
    let language = |resource: &Resource| resource.language.clone().or(head.language.clone());
    if format != Format::Bibtex {
        assert_eq!(language(b), language(a), "{id}");
    }
}

/// Who signs, and who published: in references who published what nobody signs signs it, and a periodical stands alone.
#[track_caller]
fn check_names(format: Format, a: &Resource, b: &Resource) {
    let id = format!("{format:?} {}", a.id);
    // A comma would part the name of a body in RIS.
    let joint = if format == Format::Ris { " – " } else { ", " };
    let plain = |names: Vec<String>| {
        names.iter().map(|name| line(name).replace(", ", joint).replace(". ", ".")).collect::<Vec<String>>()
    };
    let signed_by_publishers = a.authors.is_empty() && !b.authors.is_empty();
    if signed_by_publishers {
        assert_eq!(plain(b.author_names()), plain(a.publishers.clone()), "{id}");
        return;
    }
    assert_eq!(plain(b.author_names()), plain(a.author_names()), "{id}");
    // A periodical among the publishers is what the work appeared in.
    let mut sources = b.publishers.clone();
    sources.extend(b.container.clone().filter(|container| a.container.as_ref() != Some(container)));
    let [mut before, mut after] = [a.publishers.clone(), sources].map(plain);
    if format == Format::CslJson && b.container.is_some() {
        // A periodical stands alone: its publisher is not named.
        assert!(after.iter().all(|name| before.contains(name)), "{id}: {after:?} {before:?}");
        return;
    }
    before.sort();
    after.sort();
    assert_eq!(after, before, "{id}");
}

#[test]
fn a_catalog_as_json_comes_back_as_it_was() {
    let resources: Vec<Resource> = (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect();
    let catalog = back(Format::Json, &SHIPPED.head, &resources);
    assert_eq!(catalog.resources, resources);
    assert_eq!(catalog.head, SHIPPED.head);
}

#[test]
fn references_and_tables_come_back_with_all_that_they_hold() {
    let resources: Vec<Resource> = (0..).take(SHIPPED.len()).step_by(STEP).map(|idx| SHIPPED.resource(idx)).collect();
    let head = &SHIPPED.head;
    for format in [Format::Csv, Format::Ris, Format::Bibtex, Format::CslJson] {
        let catalog = back(format, head, &resources);
        for (a, b) in resources.iter().zip(&catalog.resources) {
            let id = format!("{format:?} {}", a.id);
            check_common(format, a, b, head);
            check_names(format, a, b);
            let [themes, keywords] = [List::Themes, List::Keywords].map(|list| labels(a, head, list));
            let of = |list| labels(b, &catalog.head, list);
            match format {
                Format::Csv => {
                    assert_eq!((of(List::Themes), of(List::Keywords)), (themes, keywords), "{id}");
                    for list in
                        [List::Type, List::Audiences, List::Levels, List::Places, List::Access, List::Publishers]
                    {
                        assert_eq!(of(list), labels(a, head, list), "{id}");
                    }
                    assert_eq!(b.minutes, a.minutes, "{id}");
                }
                Format::Bibtex => assert_eq!(of(List::Keywords), keywords, "{id}"),
                _ => {
                    let subjects = of(List::Keywords);
                    assert!(themes.iter().chain(&keywords).all(|word| subjects.contains(word)), "{id}: {subjects:?}");
                }
            }
            if format == Format::Ris {
                assert_eq!(of(List::Type), labels(a, head, List::Type), "{id}");
            }
            if format != Format::Bibtex {
                assert_eq!(b.id, a.id);
            }
        }
    }
}

#[test]
fn signs_of_the_formats_come_back_as_signs() {
    const UNITS: [&str; 22] = [
        "a", "B", "{", "}", "\\", "%", "$", "&", "#", "_", "~", "^", "\"", "--", "é", ",", ";", " and ", "@book{",
        "TY  - ", "1 ", ":",
    ];
    arbtest::arbtest(|u| {
        let mut catalog = any_catalog(u)?;
        catalog.resources.truncate(3);
        for resource in &mut catalog.resources {
            let n = u.int_in_range(1..=6)?;
            let odd = (0..n).map(|_| u.choose(&UNITS).copied()).collect::<arbtest::arbitrary::Result<String>>()?;
            resource.title = format!("x{odd}x");
            resource.summary = Some(format!("{odd}. y"));
            resource.authors = Vec::new();
            resource.publishers = Vec::new();
        }
        for format in [Format::Csv, Format::Ris, Format::Bibtex, Format::CslJson] {
            if catalog.resources.is_empty() {
                continue;
            }
            let read = back(format, &catalog.head, &catalog.resources);
            for (a, b) in catalog.resources.iter().zip(&read.resources) {
                check_common(format, a, b, &catalog.head);
            }
        }
        Ok(())
    })
    .budget_ms(2_000);
}

/// Volume, issue and pages; in a series a volume alone is the number there.
fn locators(resource: &Resource) -> [Option<String>; 3] {
    let Resource { volume, issue, page_range, container, .. } = resource;
    let pages = page_range.as_ref().map(|pages| pages.replace('–', "-"));
    let is_series = container.as_ref().is_some_and(|name| SERIES.contains(&name.as_str()));
    if is_series && issue.is_none() {
        return [None, volume.clone(), pages];
    }
    [volume.clone(), issue.clone(), pages]
}

/// Names of series of reports or books.
const SERIES: [&str; 2] = ["NBER Working Paper", "Studies in Education"];

#[test]
fn editions_numbers_of_reports_and_places_in_periodicals_and_series_come_back() {
    const ENDS: [&str; 9] = [
        "",
        " (2nd ed.)",
        " (11th ed.)",
        " (Second Edition)",
        " (Report No. RR-322)",
        " (Issue Brief No. 4)",
        " (Research Report No. R&D-7)",
        " (NCES 2020-144)",
        " (Season 2, Ep 7)",
    ];
    // Of a podcast in a container of its own, and of a report with pages, formats of references have no more than a part.
    const PLACES: [(&str, &str); 8] = [
        ("report", ""),
        ("report", SERIES[0]),
        ("issue-brief", SERIES[0]),
        ("book", SERIES[1]),
        ("article", "Journal of Learning"),
        ("chapter", "Handbook of Time"),
        ("podcast", ""),
        ("blog-post", ""),
    ];
    let mut resources = Vec::new();
    for end in ENDS {
        for (of_type, container) in PLACES {
            for stated in 0..8u8 {
                let text = |bit: u8, text: &str| (stated & bit != 0).then(|| text.to_owned());
                resources.push(Resource {
                    id: format!("r{}", resources.len()),
                    title: format!("Reading {} of the year{end}", resources.len()),
                    authors: vec!["Lee, Ann".into()],
                    publishers: vec!["Corwin".to_owned()],
                    r#type: Some(of_type.to_owned()),
                    container: (!container.is_empty()).then(|| container.to_owned()),
                    volume: text(1, "12"),
                    issue: text(2, "3"),
                    page_range: text(4, "45-67"),
                    ..Resource::default()
                });
            }
        }
    }
    for format in [Format::Csv, Format::Ris, Format::Bibtex, Format::CslJson] {
        let read = back(format, &Head::default(), &resources);
        for (a, b) in resources.iter().zip(&read.resources) {
            check_common(format, a, b, &Head::default());
            assert_eq!(locators(b), locators(a), "{format:?} {a:?}");
        }
    }
}
