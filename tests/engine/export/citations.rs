//! Citations: entries of the shipped catalog against the rules of the manual, one by one; and what holds for all of them.

use std::collections::BTreeSet;

use crate::util::{SHIPPED, any_catalog};
use competency_explorer::catalog::{Author, Head, Record, Resource, Store};
use competency_explorer::export::citation::{Citation, Name, Style, cite, contributors};
use competency_explorer::export::{Context, Known};

/// Lines of `apa.txt`: the id, the rule, the entry.
fn table() -> Vec<[&'static str; 3]> {
    let lines = include_str!("apa.txt").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.splitn(3, " | ").collect::<Vec<_>>().try_into().unwrap()).collect()
}

fn shipped(id: &str) -> Resource {
    SHIPPED.resource(SHIPPED.find(id).unwrap_or_else(|| panic!("no resource {id}")))
}

/// The text, what is in italics between two `_`.
fn with_italics(citation: &Citation) -> String {
    let mark = |text: &str, italic: bool| if italic { format!("_{text}_") } else { text.to_owned() };
    citation.spans.iter().map(|span| mark(&span.text, span.italic)).collect()
}

#[test]
fn apa_is_as_the_manual_says_for_every_type() {
    let (table, known) = (table(), Known::new(&SHIPPED.store));
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|[id, rule, entry]| {
            let given = with_italics(&cite(Style::Apa, &shipped(id), Context::new(&SHIPPED.head, &known), None));
            (given != *entry).then(|| format!("{id} ({rule})\n  should be {entry}\n  is        {given}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Where the rest of the catalog is not at hand, the record and the common words alone say the same of these.
    for [id, _, entry] in &table {
        assert_eq!(with_italics(&cite(Style::Apa, &shipped(id), &SHIPPED.head, None)), *entry, "{id}");
    }
    let of = |ids: &mut dyn Iterator<Item = String>| ids.collect::<BTreeSet<String>>();
    let covered = of(&mut table.iter().filter_map(|[id, ..]| shipped(id).r#type));
    let types = of(&mut SHIPPED.head.vocabulary.types.iter().map(|term| term.id.clone()));
    assert_eq!(covered, types, "types without an example");
    assert!(table.len() >= 25);
}

fn made(authors: &[&str], published: Option<&str>) -> Resource {
    Resource {
        id: "a".to_owned(),
        title: "On Grading".to_owned(),
        authors: authors.iter().map(|author| Author::from(*author)).collect(),
        published: published.map(|date| date.parse().unwrap()),
        r#type: Some("report".to_owned()),
        ..Resource::default()
    }
}

fn plain(style: Style, resource: &Resource) -> String {
    cite(style, resource, &Head::default(), None).plain()
}

#[test]
fn who_signs_is_written_as_each_style_has_it() {
    let two = made(&["Ana de la Cruz", "Li, Wei"], Some("2019"));
    assert_eq!(plain(Style::Apa, &two), "de la Cruz, A., & Li, W. (2019). On grading.");
    assert_eq!(plain(Style::Mla, &two), "de la Cruz, Ana, and Wei Li. On Grading. 2019.");
    assert_eq!(plain(Style::Chicago, &two), "de la Cruz, Ana, and Wei Li. 2019. On Grading.");
    let many: Vec<String> = (0..22).map(|n| format!("Ada Author{}", char::from(b'a' + n))).collect();
    let many = made(&many.iter().map(String::as_str).collect::<Vec<_>>(), None);
    let apa = plain(Style::Apa, &many);
    // APA 7 section 9.8: of more than twenty the first nineteen, three points, the last.
    assert!(apa.contains("Authors, A., . . . Authorv, A. (n.d.)."), "{apa}");
    assert!(!apa.contains("Authort"), "{apa}");
    assert!(plain(Style::Mla, &many).starts_with("Authora, Ada, et al. "));
    assert_eq!(plain(Style::Apa, &made(&[], Some("2019"))), "On grading. (2019).");
}

#[test]
fn persons_are_told_from_organizations() {
    let mut resource = made(&[], None);
    resource.publishers = vec!["reDesign".to_owned()];
    let mut name = |text: &str| {
        resource.authors = vec![text.into()];
        contributors(&resource, &Head::default()).authors.list.remove(0)
    };
    for body in
        ["Aspen Institute", "NYU Metro Center", "reDesign", "CompetencyWorks", "The Hechinger Report", "KIPP & Co"]
    {
        assert_eq!(name(body), Name::Body(body.to_owned()));
    }
    let mut person = |text: &str| match name(text) {
        Name::Person(person) => [person.full_family(), person.given, person.suffix].join("|"),
        Name::Body(body) => panic!("{body} is taken for an organization"),
    };
    assert_eq!(person("Susan Patrick"), "Patrick|Susan|");
    assert_eq!(person("García Mathewson, Tara"), "García Mathewson|Tara|");
    assert_eq!(person("Ludwig van der Berg Jr."), "van der Berg|Ludwig|Jr.");
}

#[test]
fn a_publisher_of_any_resource_is_an_organization() {
    let mut resource = made(&["Digital Promise"], Some("2019"));
    let publisher = Resource { publishers: vec!["Digital promise".to_owned()], ..made(&[], None) };
    let (head, mut store) = (Head::default(), Store::default());
    store.push(&Record::from(&publisher));
    let known = Known::new(&store);
    let context = Context::new(&head, &known);
    assert_eq!(cite(Style::Apa, &resource, context, None).plain(), "Digital Promise. (2019). On grading.");
    resource.authors = vec!["Jane Doe".into()];
    assert_eq!(cite(Style::Apa, &resource, context, None).plain(), "Doe, J. (2019). On grading.");
}

#[test]
fn any_resource_has_a_citation_that_ends_as_it_should() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        for (resource, style) in catalog.resources.iter().flat_map(|one| Style::ALL.map(|style| (one, style))) {
            let citation = cite(style, resource, &catalog.head, None);
            let text = citation.plain();
            assert!(!text.contains("  ") && !text.contains('\n') && text.trim() == text, "{text:?}");
            assert!(!text.contains(".. ") || text.contains(". . ."), "{text:?}");
            let html = citation.html();
            assert_eq!(html.matches("<i>").count(), html.matches("</i>").count());
        }
        Ok(())
    });
}
