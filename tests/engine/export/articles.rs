//! Articles with the volume, the issue and the pages of what they appeared in, in every citation and format.

use biblatex::{Bibliography, ChunksExt};
use competency_explorer::catalog::{Head, Resource, read};
use competency_explorer::export::citation::{Citation, Style, cite};
use competency_explorer::export::{Format, coins, export, json_ld, meta};
use serde_json::{Value, json};

fn article(container: &str, [volume, issue, pages]: [&str; 3], published: &str) -> Resource {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Resource {
        id: "a".to_owned(),
        title: "On grading".to_owned(),
        authors: vec!["Ann Lee".into()],
        publishers: vec!["Wiley".to_owned()],
        r#type: Some("article".to_owned()),
        container: some(container),
        volume: some(volume),
        issue: some(issue),
        page_range: some(pages),
        published: published.parse().ok(),
        ..Resource::default()
    }
}

/// The text, what is in italics between two `_`.
fn with_italics(citation: &Citation) -> String {
    let mark = |text: &str, italic: bool| if italic { format!("_{text}_") } else { text.to_owned() };
    citation.spans.iter().map(|span| mark(&span.text, span.italic)).collect()
}

#[test]
fn an_article_is_cited_with_its_place_in_a_journal_as_each_manual_has_it() {
    let journal = "Journal of Learning";
    for (resource, apa, chicago, mla) in [
        // APA 7 section 9.25, Chicago 17 section 15.48, MLA 9 chapter 5, “Number” and “Location”.
        (
            article(journal, ["12", "3", "345-67"], "2019-05"),
            "Lee, A. (2019). On grading. _Journal of Learning, 12_(3), 345–367.",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (3): 345–67.",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, no. 3, May 2019, pp. 345–67.",
        ),
        (
            article(journal, ["12", "", "45-67"], "2019-05"),
            "Lee, A. (2019). On grading. _Journal of Learning, 12_, 45–67.",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (May): 45–67.",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, May 2019, pp. 45–67.",
        ),
        (
            article(journal, ["", "3", "45"], "2019"),
            "Lee, A. (2019). On grading. _Journal of Learning_, (3), 45.",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_, no. 3: 45.",
            "Lee, Ann. “On Grading.” _Journal of Learning_, no. 3, 2019, p. 45.",
        ),
        (
            article(journal, ["12", "3", "e0123"], "2019"),
            "Lee, A. (2019). On grading. _Journal of Learning, 12_(3), e0123.",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (3): e0123.",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, no. 3, 2019, p. e0123.",
        ),
        // A magazine is cited by its day (Chicago 17 section 15.49).
        (
            article("Time Magazine", ["12", "3", "45-67"], "2019-05-04"),
            "Lee, A. (2019, May 4). On grading. _Time Magazine, 12_(3), 45–67.",
            "Lee, Ann. 2019. “On Grading.” _Time Magazine_, May 4, 2019, 45–67.",
            "Lee, Ann. “On Grading.” _Time Magazine_, vol. 12, no. 3, 4 May 2019, pp. 45–67.",
        ),
        // Volume and issue make a journal of what is called neither.
        (
            article("Horizons", ["7", "", ""], "2019-05-04"),
            "Lee, A. (2019). On grading. _Horizons, 7_.",
            "Lee, Ann. 2019. “On Grading.” _Horizons_ 7 (May).",
            "Lee, Ann. “On Grading.” _Horizons_, vol. 7, May 2019.",
        ),
    ] {
        let all = [Style::Apa, Style::Chicago, Style::Mla]
            .map(|style| with_italics(&cite(style, &resource, &Head::default(), None)));
        assert_eq!(all, [apa, chicago, mla]);
    }
}

#[test]
fn what_a_recording_or_a_page_appeared_in_is_named_with_its_publisher() {
    let podcast = Resource { r#type: Some("podcast".to_owned()), ..article("The Show", ["", "", ""], "2019-05-04") };
    let all = [Style::Apa, Style::Chicago, Style::Mla]
        .map(|style| with_italics(&cite(style, &podcast, &Head::default(), None)));
    assert_eq!(
        all,
        [
            "Lee, A. (2019, May 4). _On grading_ [Audio podcast episode]. In _The Show_. Wiley.",
            "Lee, Ann. 2019. “On Grading.” _The Show_. Wiley. May 4, 2019. Podcast.",
            "Lee, Ann. “On Grading.” _The Show_, Wiley, 4 May 2019.",
        ]
    );
    let page = Resource { r#type: Some("website".to_owned()), ..article("The Site", ["", "", ""], "2019-05-04") };
    let all =
        [Style::Apa, Style::Chicago, Style::Mla].map(|style| with_italics(&cite(style, &page, &Head::default(), None)));
    assert_eq!(
        all,
        [
            "Lee, A. (2019, May 4). _On grading_. The Site. Wiley.",
            "Lee, Ann. 2019. “On Grading.” The Site. Wiley. May 4, 2019.",
            "Lee, Ann. “On Grading.” _The Site_, Wiley, 4 May 2019.",
        ]
    );
}

#[test]
fn every_format_has_volume_issue_pages_and_the_publisher_beside_the_journal() {
    let resource = article("Journal of Learning", ["12", "3", "345-67"], "2019-05");
    let text = |format| export(format, &Head::default(), [resource.clone()]);
    let item: Value = serde_json::from_str(&text(Format::CslJson)).unwrap();
    for (key, value) in [
        ("type", "article-journal"),
        ("container-title", "Journal of Learning"),
        ("volume", "12"),
        ("issue", "3"),
        ("page", "345-367"),
        ("publisher", "Wiley"),
    ] {
        assert_eq!(item[0][key], value, "{key}");
    }
    let ris = text(Format::Ris);
    for line in
        ["TY  - JOUR", "T2  - Journal of Learning", "VL  - 12", "IS  - 3", "SP  - 345", "EP  - 367", "PB  - Wiley"]
    {
        assert!(ris.lines().any(|other| other == line), "{line}: {ris}");
    }
    let entry = Bibliography::parse(&text(Format::Bibtex)).unwrap().into_vec().remove(0);
    for (key, value) in [
        ("journal", "Journal of Learning"),
        ("volume", "12"),
        ("number", "3"),
        ("pages", "345–367"),
        ("publisher", "Wiley"),
    ] {
        let stated = entry.get(key).or(entry.get("journaltitle")).unwrap().format_verbatim();
        assert_eq!(stated, value, "{key}");
    }
    let document: Value = serde_json::from_str(&json_ld(&resource, &Head::default())).unwrap();
    let work = &document["@graph"][1];
    assert_eq!(
        work["isPartOf"],
        json!({"@type": "PublicationIssue", "issueNumber": "3", "isPartOf": {"@type": "PublicationVolume", "volumeNumber": "12", "isPartOf": {"@type": "Periodical", "name": "Journal of Learning"}}})
    );
    assert_eq!((&work["pagination"], &work["publisher"][0]["name"]), (&json!("345-67"), &json!("Wiley")));
    let csv = text(Format::Csv);
    let [columns, cells] = [0, 1].map(|line| csv.lines().nth(line).unwrap().split(',').collect::<Vec<_>>());
    for (column, value) in
        [("container", "Journal of Learning"), ("volume", "12"), ("issue", "3"), ("page_range", "345-67")]
    {
        assert_eq!(cells[columns.iter().position(|other| *other == column).unwrap()], value, "{column}");
    }
    assert_eq!(read(text(Format::Json).as_bytes()).unwrap().0.resources, std::slice::from_ref(&resource));
    let pairs = meta(&resource, &Head::default());
    for (name, content) in [
        ("citation_journal_title", "Journal of Learning"),
        ("citation_volume", "12"),
        ("citation_issue", "3"),
        ("citation_firstpage", "345"),
        ("citation_lastpage", "367"),
    ] {
        assert!(pairs.contains(&(name, content.to_owned())), "{name}: {pairs:?}");
    }
    let coins = coins(&resource, &Head::default());
    assert!(coins.contains("&rft.volume=12&rft.issue=3&rft.pages=345-67"), "{coins}");
}

#[test]
fn a_second_publisher_stays_beside_a_blog_in_every_format() {
    let post = Resource {
        r#type: Some("blog-post".to_owned()),
        publishers: vec!["Getting Smart".to_owned(), "ISTE".to_owned()],
        ..article("", ["", "", ""], "2019")
    };
    let text = |format| export(format, &Head::default(), [post.clone()]);
    assert!(text(Format::Ris).contains("\r\nT2  - Getting Smart\r\nPB  - ISTE\r\n"));
    let item: Value = serde_json::from_str(&text(Format::CslJson)).unwrap();
    // As a note: processors print a publisher beside a blog, whose entry has none (Chicago 17 section 14.208).
    assert_eq!(
        (&item[0]["container-title"], &item[0]["note"]),
        (&json!("Getting Smart"), &json!("Also published by ISTE"))
    );
    let bibtex = text(Format::Bibtex);
    assert!(bibtex.contains("howpublished = {Getting Smart},\n  publisher = {ISTE}"), "{bibtex}");
    let jsonld = text(Format::JsonLd);
    assert!(jsonld.contains("\"name\":\"Getting Smart\"") && jsonld.contains("\"name\":\"ISTE\""), "{jsonld}");
}

#[test]
fn json_ld_says_that_there_are_authors_whom_the_record_does_not_name() {
    let of = |authors: &[&str]| {
        let resource =
            Resource { authors: authors.iter().map(|name| (*name).into()).collect(), ..article("", ["", "", ""], "") };
        let document: Value = serde_json::from_str(&json_ld(&resource, &Head::default())).unwrap();
        document["@graph"][1]["creditText"].clone()
    };
    assert_eq!(of(&["Jane Doe et al."]), "Jane Doe, et al.");
    assert_eq!(of(&["Jane Doe", "et al."]), "Jane Doe, et al.");
    assert_eq!(of(&["Jane Doe", "John Smith"]), Value::Null);
}
