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
            "Lee, A. (2019). On grading. _Journal of Learning, 12_(3), Article e0123.",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (3): e0123.",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, no. 3, 2019, p. e0123.",
        ),
        (
            article(journal, ["12", "1-2", ""], "2019"),
            "Lee, A. (2019). On grading. _Journal of Learning, 12_(1–2).",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (1–2).",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, no. 1–2, 2019.",
        ),
        (
            article(journal, ["12", "Special Issue", ""], "2019"),
            "Lee, A. (2019). On grading. _Journal of Learning, 12_(Special Issue).",
            "Lee, Ann. 2019. “On Grading.” _Journal of Learning_ 12 (Special Issue).",
            "Lee, Ann. “On Grading.” _Journal of Learning_, vol. 12, Special Issue, 2019.",
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
            "Lee, Ann. “On Grading.” _Horizons_, vol. 7, 4 May 2019.",
        ),
    ] {
        let all = [Style::Apa, Style::Chicago, Style::Mla]
            .map(|style| with_italics(&cite(style, &resource, &Head::default(), None)));
        assert_eq!(all, [apa, chicago, mla]);
    }
}

/// The entries in APA, MLA and Chicago.
fn entries(resource: &Resource) -> [String; 3] {
    [Style::Apa, Style::Mla, Style::Chicago].map(|style| with_italics(&cite(style, resource, &Head::default(), None)))
}

#[test]
fn a_paper_in_a_numbered_series_is_a_report_with_its_number_in_every_style_and_format() {
    // APA 7 section 10.4, MLA 9 section 5.118, Chicago 17 section 14.123.
    for (container, issue) in [("NBER Working Paper", "24567"), ("NBER Working Paper No. 24567", "")] {
        let paper = Resource { r#type: Some("report".to_owned()), ..article(container, ["", issue, ""], "2019") };
        assert_eq!(
            entries(&paper),
            [
                "Lee, A. (2019). _On grading_ (NBER Working Paper No. 24567). Wiley.",
                "Lee, Ann. _On Grading_. Wiley, 2019. NBER Working Paper 24567.",
                "Lee, Ann. 2019. _On Grading_. NBER Working Paper 24567. Wiley.",
            ]
        );
        let text = |format| export(format, &Head::default(), [paper.clone()]);
        let bibtex = text(Format::Bibtex);
        assert!(bibtex.starts_with("@techreport{"), "{bibtex}");
        for field in ["series = {NBER Working Paper}", "number = {24567}", "institution = {Wiley}"] {
            assert!(bibtex.contains(field), "{field}: {bibtex}");
        }
        let ris = text(Format::Ris);
        for line in ["TY  - RPRT", "T2  - NBER Working Paper", "SN  - 24567", "PB  - Wiley"] {
            assert!(ris.lines().any(|other| other == line), "{line}: {ris}");
        }
        let item: Value = serde_json::from_str(&text(Format::CslJson)).unwrap();
        for (key, value) in [("type", "report"), ("collection-title", "NBER Working Paper"), ("number", "24567")] {
            assert_eq!(item[0][key], value, "{key}");
        }
        assert_eq!(item[0]["container-title"], Value::Null);
    }
}

#[test]
fn a_book_in_a_series_is_no_volume_of_it() {
    let book = Resource { r#type: Some("book".to_owned()), ..article("Studies in Education", ["3", "", ""], "2019") };
    assert_eq!(
        entries(&book),
        [
            "Lee, A. (2019). _On grading_. Wiley.",
            "Lee, Ann. _On Grading_. Wiley, 2019. Studies in Education 3.",
            "Lee, Ann. 2019. _On Grading_. Studies in Education 3. Wiley.",
        ]
    );
    let item: Value = serde_json::from_str(&export(Format::CslJson, &Head::default(), [book])).unwrap();
    assert_eq!((&item[0]["collection-number"], &item[0]["volume"]), (&json!("3"), &Value::Null));
}

#[test]
fn a_press_signs_no_book_that_nobody_signs() {
    // APA 7 sections 9.11 and 9.12: who wrote it signs it, and a press writes nothing.
    let of = |publisher: &str| {
        let book = article("", ["", "", ""], "2019");
        entries(&Resource {
            r#type: Some("book".to_owned()),
            authors: Vec::new(),
            publishers: vec![publisher.to_owned()],
            ..book
        })
    };
    assert_eq!(
        of("Corwin Press"),
        [
            "_On grading_. (2019). Corwin Press.",
            "_On Grading_. Corwin Press, 2019.",
            "_On Grading_. 2019. Corwin Press."
        ]
    );
    assert_eq!(of("RAND Corporation")[0], "RAND Corporation. (2019). _On grading_.");
}

#[test]
fn a_page_stands_on_the_site_of_its_body_and_the_body_is_named_once_in_mla() {
    // MLA 9 chapter 5, “Author” and “Title of Container”.
    let page = Resource {
        authors: vec!["World Health Organization".into()],
        publishers: vec!["World Health Organization".to_owned()],
        url: Some("https://www.who.int/measles".to_owned()),
        ..article("", ["", "", ""], "2019-05-06")
    };
    assert_eq!(entries(&page)[1], "“On Grading.” _World Health Organization_, 6 May 2019, www.who.int/measles.");
    let site = Resource { r#type: Some("website".to_owned()), url: Some("https://www.who.int/".to_owned()), ..page };
    assert_eq!(entries(&site)[1], "_On Grading_. World Health Organization, 6 May 2019, www.who.int/.");
}

#[test]
fn sites_of_recordings_are_in_italics_in_mla_and_episodes_have_numbers() {
    let video = Resource {
        r#type: Some("video".to_owned()),
        publishers: vec!["YouTube".to_owned()],
        ..article("", ["", "", ""], "2019-05-04")
    };
    assert_eq!(entries(&video)[1], "Lee, Ann. “On Grading.” _YouTube_, 4 May 2019.");
    let podcast = Resource {
        r#type: Some("podcast".to_owned()),
        publishers: Vec::new(),
        ..article("The Show", ["2", "42", ""], "2019-05-04")
    };
    // APA 7 section 10.12, MLA 9 chapter 5, “Number”, Chicago 17 section 14.267.
    assert_eq!(
        entries(&podcast),
        [
            "Lee, A. (2019, May 4). On grading (No. 42) [Audio podcast episode]. In _The Show_.",
            "Lee, Ann. “On Grading.” _The Show_, season 2, episode 42, 4 May 2019.",
            "Lee, Ann. 2019. “On Grading.” _The Show_, episode 42. May 4, 2019. Podcast.",
        ]
    );
}

#[test]
fn chicago_leaves_out_the_article_before_a_periodical() {
    // Chicago 17 sections 14.170 and 14.194.
    let [apa, mla, chicago] = entries(&article("The New York Times", ["", "", ""], "2019-05-04"));
    assert_eq!(chicago, "Lee, Ann. 2019. “On Grading.” _New York Times_, May 4, 2019.");
    let unsigned = Resource { authors: Vec::new(), ..article("The New York Times", ["", "", ""], "2019-05-04") };
    assert!(entries(&unsigned)[2].starts_with("_New York Times_. 2019. “On Grading.”"));
    assert!(apa.contains("_The New York Times_") && mla.contains("_The New York Times_"), "{apa} {mla}");
}

#[test]
fn an_acronym_behind_a_body_is_in_no_list_of_works() {
    let name = "National Center for Education Statistics (NCES)";
    let report = Resource {
        r#type: Some("report".to_owned()),
        authors: vec![name.into()],
        publishers: vec![name.to_owned()],
        ..article("", ["", "", ""], "2019")
    };
    assert_eq!(
        entries(&report),
        [
            "National Center for Education Statistics. (2019). _On grading_.",
            "_On Grading_. National Center for Education Statistics, 2019.",
            "National Center for Education Statistics. 2019. _On Grading_. National Center for Education Statistics.",
        ]
    );
}

#[test]
fn what_a_recording_or_a_page_appeared_in_is_named_with_its_publisher() {
    let podcast = Resource { r#type: Some("podcast".to_owned()), ..article("The Show", ["", "", ""], "2019-05-04") };
    let all = [Style::Apa, Style::Chicago, Style::Mla]
        .map(|style| with_italics(&cite(style, &podcast, &Head::default(), None)));
    assert_eq!(
        all,
        [
            "Lee, A. (2019, May 4). On grading [Audio podcast episode]. In _The Show_. Wiley.",
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

#[test]
fn a_chapter_stands_in_its_book_with_the_editors_of_the_book_in_every_style_and_format() {
    // APA 7 section 10.3, MLA 9 chapter 5, “Contributor”, Chicago 17 sections 14.107 and 15.9.
    let handbook = "The Handbook of Grading: From Points to Proficiency";
    let chapter = |kind: &str, editors: &[&str], locators, container| Resource {
        r#type: Some(kind.to_owned()),
        authors: ["Ann Lee"].iter().chain(editors).map(|name| (*name).into()).collect(),
        ..article(container, locators, "2019-05")
    };
    for (resource, apa, mla, chicago) in [
        (
            chapter("article", &["Bo Ek (Ed.)", "Cy Day (Ed.)"], ["2", "", "93-130"], handbook),
            "Lee, A. (2019). On grading. In B. Ek & C. Day (Eds.), _The handbook of grading: From points to proficiency_ (Vol. 2, pp. 93–130). Wiley.",
            "Lee, Ann. “On Grading.” _The Handbook of Grading: From Points to Proficiency_, edited by Bo Ek and Cy Day, vol. 2, Wiley, 2019, pp. 93–130.",
            "Lee, Ann. 2019. “On Grading.” In _The Handbook of Grading: From Points to Proficiency_, vol. 2, edited by Bo Ek and Cy Day, 93–130. Wiley.",
        ),
        (
            chapter("chapter", &["Bo Ek (Ed.)"], ["", "", "9"], "Beyond the test"),
            "Lee, A. (2019). On grading. In B. Ek (Ed.), _Beyond the test_ (p. 9). Wiley.",
            "Lee, Ann. “On Grading.” _Beyond the Test_, edited by Bo Ek, Wiley, 2019, p. 9.",
            "Lee, Ann. 2019. “On Grading.” In _Beyond the Test_, edited by Bo Ek, 9. Wiley.",
        ),
        (
            chapter("article", &[], ["", "", ""], "Encyclopedia of Education"),
            "Lee, A. (2019). On grading. In _Encyclopedia of education_. Wiley.",
            "Lee, Ann. “On Grading.” _Encyclopedia of Education_, Wiley, 2019.",
            "Lee, Ann. 2019. “On Grading.” In _Encyclopedia of Education_. Wiley.",
        ),
    ] {
        assert_eq!(entries(&resource), [apa, mla, chicago]);
    }
    let resource = chapter("article", &["Bo Ek (Ed.)"], ["2", "", "93-130"], handbook);
    let text = |format| export(format, &Head::default(), [resource.clone()]);
    let bibtex = text(Format::Bibtex);
    let entry = Bibliography::parse(&bibtex).unwrap().into_vec().remove(0);
    let field = |name: &str| entry.get(name).map(ChunksExt::format_verbatim).unwrap_or_default();
    assert_eq!(entry.entry_type.to_string(), "incollection");
    assert_eq!(["booktitle", "editor", "publisher", "pages"].map(field), [handbook, "Ek, Bo", "Wiley", "93–130"]);
    let ris = text(Format::Ris);
    for line in ["TY  - CHAP", "AU  - Lee, Ann", "ED  - Ek, Bo", "PB  - Wiley", "VL  - 2", "SP  - 93"] {
        assert!(ris.lines().any(|other| other == line), "{line}: {ris}");
    }
    let item: Value = serde_json::from_str::<Value>(&text(Format::CslJson)).unwrap()[0].clone();
    assert_eq!([&item["type"], &item["container-title"], &item["publisher"]], ["chapter", handbook, "Wiley"]);
    assert_eq!(item["editor"], json!([{"family": "Ek", "given": "Bo"}]));
    let document: Value = serde_json::from_str(&json_ld(&resource, &Head::default())).unwrap();
    let whole = &document["@graph"][1]["isPartOf"]["isPartOf"];
    assert_eq!([&whole["@type"], &whole["name"]], ["Book", handbook]);
    assert!(coins(&resource, &Head::default()).contains("rft.genre=bookitem"));
    assert!(meta(&resource, &Head::default()).iter().any(|(name, _)| *name == "citation_inbook_title"));
    // Papers of a conference, and what is no book: a series, a journal, a guide.
    let paper = chapter("conference-paper", &[], ["", "", "1-9"], "Proceedings of the Annual Meeting on Learning");
    assert!(export(Format::Bibtex, &Head::default(), [paper]).starts_with("@inproceedings{"));
    for (kind, container) in
        [("article", "Proceedings of the National Academy of Sciences"), ("book", "Handbook of Grading")]
    {
        let other = chapter(kind, &[], ["", "", ""], container);
        assert!(!export(Format::Bibtex, &Head::default(), [other]).contains("booktitle"), "{container}");
    }
}

#[test]
fn a_dissertation_names_its_university_as_each_manual_has_it() {
    // APA 7 section 10.6, MLA 9 section 5.119, Chicago 17 section 14.215.
    let work = |kind: &str, publishers: &[&str]| Resource {
        r#type: Some(kind.to_owned()),
        publishers: publishers.iter().map(|name| (*name).to_owned()).collect(),
        ..article("", ["", "", ""], "2019-05")
    };
    assert_eq!(
        entries(&work("phd-dissertation", &["ProQuest", "Harvard University"])),
        [
            "Lee, A. (2019). _On grading_ [Doctoral dissertation, Harvard University]. ProQuest.",
            "Lee, Ann. _On Grading_. 2019. Harvard U, PhD dissertation. ProQuest.",
            "Lee, Ann. 2019. “On Grading.” PhD diss., Harvard University. ProQuest.",
        ]
    );
    assert_eq!(
        entries(&work("masters-thesis", &["Smith College"])),
        [
            "Lee, A. (2019). _On grading_ [Master’s thesis, Smith College].",
            "Lee, Ann. _On Grading_. 2019. Smith College, master’s thesis.",
            "Lee, Ann. 2019. “On Grading.” Master’s thesis, Smith College.",
        ]
    );
    let text = |format| export(format, &Head::default(), [work("doctoral-dissertation", &["Harvard University"])]);
    assert!(
        text(Format::Bibtex).starts_with("@phdthesis{")
            && text(Format::Bibtex).contains("school = {Harvard University}")
    );
    assert!(text(Format::Ris).starts_with("TY  - THES"));
    let item: Value = serde_json::from_str::<Value>(&text(Format::CslJson)).unwrap()[0].clone();
    let parts = [&item["type"], &item["genre"], &item["publisher"]];
    assert_eq!(parts, ["thesis", "Doctoral dissertation", "Harvard University"]);
    // A degree that nobody states is in no format.
    for (kind, bibtex, called) in [
        ("dissertation", "@thesis{", "Dissertation"),
        ("thesis", "@thesis{", "Thesis"),
        ("phd-thesis", "@phdthesis{", "Doctoral dissertation"),
        ("masters-thesis", "@mastersthesis{", "Master’s thesis"),
    ] {
        let text = |format| export(format, &Head::default(), [work(kind, &["Harvard University"])]);
        let entry = text(Format::Bibtex);
        assert!(entry.starts_with(bibtex) && entry.contains("school = {Harvard University}"), "{entry}");
        assert!(text(Format::CslJson).contains(&format!("\"genre\":\"{called}\"")), "{kind}");
        assert!(text(Format::Ris).contains(&format!("M3  - {called}\r\n")), "{}", text(Format::Ris));
    }
}

#[test]
fn a_law_that_names_its_source_stands_under_its_title_which_no_style_changes() {
    // APA 7 sections 11.4 and 11.5.
    let law = |title: &str, publisher: &str, year: &str| Resource {
        title: title.to_owned(),
        authors: Vec::new(),
        publishers: vec![publisher.to_owned()],
        r#type: Some("policy".to_owned()),
        ..article("", ["", "", ""], year)
    };
    for (title, apa) in [
        (
            "Every Student Succeeds Act, Pub. L. No. 114-95, 129 Stat. 1802",
            "Every Student Succeeds Act, Pub. L. No. 114-95, 129 Stat. 1802 (2015).",
        ),
        (
            "Competency-Based Education, Utah Code § 53F-5-501",
            "Competency-Based Education, Utah Code § 53F-5-501 (2015).",
        ),
        ("Brown v. Board of Education, 347 U.S. 483 (2015)", "Brown v. Board of Education, 347 U.S. 483 (2015)."),
    ] {
        let [cited, mla, chicago] = entries(&law(title, "U.S. Congress", "2015-12-10"));
        assert_eq!(cited, apa);
        // MLA 9 chapter 2: the names of laws stand in roman; Chicago 17 section 15.58: as in a note.
        assert!(mla.starts_with(&format!("{title}. U.S. Congress")), "{mla}");
        assert_eq!(chicago, apa.replace('_', ""));
    }
    for title in [
        "A Guide to § 504 Plans",
        "20 U.S.C. § 1400: What Parents Should Know",
        "Understanding Pub. L. 94-142 at Home",
        "Reading 347 U.S. 483 in Class",
    ] {
        let policy = law(title, "Aurora Institute", "2015");
        assert!(entries(&policy)[0].starts_with("Aurora Institute. (2015). _"), "{title}: {:?}", entries(&policy));
        let ris = export(Format::Ris, &Head::default(), [policy]);
        assert!(ris.contains("AU  - Aurora Institute\r\n"), "{ris}");
    }
    for title in ["20 U.S.C. § 1400 et seq.", "Title IX, 20 U.S.C. §§ 1681–1688 (2018)", "Mass. Gen. Laws ch. 71, § 1"]
    {
        assert!(entries(&law(title, "U.S. Congress", "2015"))[0].starts_with(title), "{title}");
    }
    // What only speaks of one is signed by who published it.
    let report =
        Resource { r#type: Some("report".to_owned()), ..law("On 20 U.S.C. § 1400", "Aurora Institute", "2015") };
    assert_eq!(entries(&report)[0], "Aurora Institute. (2015). _On 20 U.S.C. § 1400_.");
}
