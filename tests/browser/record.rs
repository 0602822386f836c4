//! Scenarios: one resource, with all that is known about it.

use serde_json::Value;

use crate::Scenario;
use crate::harness::catalog_facts::{Known, texts};
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a record shows every field", a_record_shows_every_field),
    ("next and previous walk along the list", next_and_previous_walk_along_the_list),
    ("a value in a record filters the catalog", a_value_in_a_record_filters),
    ("the way back leads to the list", the_way_back_leads_to_the_list),
];

fn a_record_shows_every_field(page: &Page<'_>) {
    let known = Known::read();
    let has_most = |resource: &&Value| {
        ["authors", "publishers", "places", "keywords"].iter().all(|field| resource.get(field).is_some())
    };
    let full = known.resources().iter().find(has_most).expect("a resource with everything");
    for resource in [&known.resources()[0], full] {
        page.open(&format!("#/?open={}", resource["id"].as_str().unwrap()));
        becomes("the open record", resource["id"].as_str().unwrap().to_owned(), || page.open_record());
        let shown = page.texts("#record").concat();
        for part in parts(&known, resource) {
            assert!(shown.contains(&part), "{part:?} is missing in the record: {shown}");
        }
        assert_eq!(page.attributes("#record a.visit", "href"), [resource["url"].as_str().unwrap()], "the link");
        let sources = page.attributes("#record .sources a", "href");
        assert_eq!(sources, texts(resource, "sources").filter_map(Value::as_str).collect::<Vec<_>>(), "the sources");
    }
}

/// Everything that a reader should see of a resource, each in words.
fn parts(known: &Known, resource: &Value) -> Vec<String> {
    let plain = ["title", "summary", "authors", "publishers", "places", "keywords"];
    let coded = [
        ("themes", "themes"),
        ("type", "types"),
        ("audiences", "audiences"),
        ("levels", "levels"),
        ("access", "access"),
    ];
    let plain = plain.iter().flat_map(|field| texts(resource, field)).map(|text| text.as_str().unwrap());
    let coded = coded.iter().flat_map(|(field, vocabulary)| known.labels(resource, field, vocabulary));
    let year = texts(resource, "published").map(|date| date.as_str().unwrap()[..4].to_owned());
    let one_spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.map(one_spaced).chain(coded).chain(year).collect()
}

fn next_and_previous_walk_along_the_list(page: &Page<'_>) {
    page.open("#/?type=guide");
    let ids = page.attributes("#results > li article", "data-id");
    assert!(3 <= ids.len(), "too few guides for a walk: {ids:?}");
    page.session.click(&format!("#results article[data-id='{}'] h3 a", ids[0]));
    becomes("the first record", ids[0].clone(), || page.open_record());
    page.session.click("#next");
    becomes("the second record", ids[1].clone(), || page.open_record());
    page.session.click("#next");
    becomes("the third record", ids[2].clone(), || page.open_record());
    page.session.click("#previous");
    becomes("the second record again", ids[1].clone(), || page.open_record());
}

fn a_value_in_a_record_filters(page: &Page<'_>) {
    let known = Known::read();
    page.open(&format!("#/?open={}", known.resources()[0]["id"].as_str().unwrap()));
    until("values to filter by", || page.n_shown("#record a[data-filter]"), |n| 5 <= *n);
    // WebKit's driver does not scroll to what is below the window.
    page.session.run("document.querySelector('#record a[data-filter]').scrollIntoView({ block: 'center' })", &[]);
    page.session.click("#record a[data-filter]");
    becomes("the record is closed", String::new(), || page.open_record());
    until("the count", || page.count(), |count| (1..known.n_resources()).contains(count));
    becomes("chips", 1, || page.n_shown("#chips button.chip"));
}

fn the_way_back_leads_to_the_list(page: &Page<'_>) {
    page.open("#/?type=guide");
    let count = page.count();
    page.session.click("#results h3 a");
    becomes("the record shows", true, || page.session.shows("#record"));
    page.session.click("#back");
    becomes("the record is closed", String::new(), || page.open_record());
    becomes("the list shows", true, || page.session.shows("#results h3 a"));
    assert_eq!(page.count(), count, "the count");
}
