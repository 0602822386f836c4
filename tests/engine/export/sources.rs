//! What stands behind the title: containers, publishers, dates and addresses, in citations and in CSL-JSON.

use competency_explorer::catalog::{Head, Resource};
use competency_explorer::export::citation::{Style, cite};
use competency_explorer::export::{Format, export};
use serde_json::Value;

fn resource(kind: &str, authors: &[&str], publishers: &[&str]) -> Resource {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Resource {
        id: "a".to_owned(),
        title: "On Grading".to_owned(),
        authors: authors.iter().map(|author| (*author).into()).collect(),
        publishers: texts(publishers),
        published: Some("2019-05-04".parse().unwrap()),
        r#type: Some(kind.to_owned()),
        url: Some("https://example.org/a".to_owned()),
        ..Resource::default()
    }
}

fn plain(style: Style, resource: &Resource) -> String {
    cite(style, resource, &Head::default(), None).plain()
}

fn csl(resource: &Resource) -> Value {
    let text = export(Format::CslJson, &Head::default(), [resource.clone()]);
    serde_json::from_str::<Value>(&text).unwrap()[0].take()
}

#[test]
fn chicago_puts_the_periodical_in_the_place_of_who_signs_no_article() {
    let article = resource("article", &[], &["Education Week"]);
    let expected = "Education Week. 2019. “On Grading.” May 4, 2019. https://example.org/a.";
    assert_eq!(plain(Style::Chicago, &article), expected);
    // Section 15.49 is about newspapers and magazines, not about blogs.
    let post = resource("blog-post", &[], &["Education Week"]);
    let expected = "“On Grading.” 2019. Education Week (blog), May 4, 2019. https://example.org/a.";
    assert_eq!(plain(Style::Chicago, &post), expected);
}

#[test]
fn chicago_does_not_call_a_blog_one_that_says_so_itself() {
    let post = resource("blog-post", &["Ann Lee"], &["The Grading Blog"]);
    let expected = "Lee, Ann. 2019. “On Grading.” The Grading Blog, May 4, 2019. https://example.org/a.";
    assert_eq!(plain(Style::Chicago, &post), expected);
}

#[test]
fn mla_dates_a_book_by_its_year_alone() {
    assert!(plain(Style::Mla, &resource("book", &["Ann Lee"], &["Corwin"])).contains(" Corwin, 2019, "));
    assert!(plain(Style::Mla, &resource("report", &["Ann Lee"], &["Corwin"])).contains(" Corwin, 4 May 2019, "));
}

#[test]
fn mla_has_no_comma_between_two_bodies() {
    let report = resource("report", &["Aspen Institute", "Great Schools Partnership"], &["Corwin"]);
    assert!(plain(Style::Mla, &report).starts_with("Aspen Institute and Great Schools Partnership. "));
}

#[test]
fn a_doi_is_cited_with_the_address_of_its_resolver() {
    let report =
        Resource { url: Some("http://dx.doi.org/10.1000/xyz126".to_owned()), ..resource("report", &["Ann Lee"], &[]) };
    for style in Style::ALL {
        let entry = plain(style, &report);
        assert!(entry.trim_end_matches('.').ends_with(" https://doi.org/10.1000/xyz126"), "{entry}");
    }
}

#[test]
fn csl_json_names_a_blog_once() {
    let item = csl(&resource("blog-post", &["Ann Lee"], &["Some Blog"]));
    assert_eq!(item["container-title"], "Some Blog");
    assert_eq!(item["publisher"], Value::Null);
}

#[test]
fn csl_json_has_no_genre_and_a_medium_only_of_recordings() {
    for (kind, medium) in [
        ("report", Value::Null),
        ("toolkit", Value::Null),
        ("podcast", "Audio podcast episode".into()),
        ("webinar", "Webinar".into()),
    ] {
        let item = csl(&resource(kind, &["Ann Lee"], &["WestEd"]));
        assert_eq!((&item["genre"], &item["medium"]), (&Value::Null, &medium), "{kind}");
    }
}

#[test]
fn csl_json_has_the_body_that_published_an_unsigned_work_as_author() {
    let item = csl(&resource("report", &[], &["WestEd"]));
    assert_eq!(item["author"][0]["literal"], "WestEd");
    assert_eq!(item["publisher"], Value::Null);
    // A periodical signs nothing.
    assert_eq!(csl(&resource("article", &[], &["Education Week"]))["author"], Value::Null);
}

#[test]
fn csl_json_has_titles_in_sentence_case() {
    assert_eq!(csl(&resource("report", &[], &["WestEd"]))["title"], "On grading");
    let french = Resource { language: Some("fr".to_owned()), ..resource("report", &[], &["WestEd"]) };
    assert_eq!(csl(&french)["title"], "On Grading");
}
