//! Formats of one record agree: who signs it, who published it, what it appeared in.

use competency_explorer::catalog::{Head, Record, Resource, Store, Term, Vocabulary};
use competency_explorer::export::citation::{Style, cite};
use competency_explorer::export::{Context, Export, Format, Known, coins, export, meta};
use serde_json::{Value, json};

use crate::util::SHIPPED;

/// What the formats state of one record.
struct Stated {
    bibtex: String,
    ris: String,
    csl: Value,
    json_ld: Value,
}

impl Stated {
    fn of(resource: &Resource) -> Self {
        Self::all(&Head::default(), std::slice::from_ref(resource)).remove(0)
    }

    /// Of each record of a catalog.
    fn all(head: &Head, resources: &[Resource]) -> Vec<Self> {
        let text = |format| export(format, head, resources.to_vec());
        let json = |format| serde_json::from_str::<Value>(&text(format)).unwrap();
        let (mut csl, mut json_ld) = (json(Format::CslJson), json(Format::JsonLd));
        let (bibtex, ris) = (text(Format::Bibtex), text(Format::Ris));
        let records = bibtex.split_terminator("\n\n").zip(ris.split_terminator("ER  - \r\n\r\n")).enumerate();
        let stated = records.map(|(at, (bibtex, ris))| Self {
            bibtex: bibtex.to_owned(),
            ris: ris.to_owned(),
            csl: csl[at].take(),
            json_ld: json_ld["@graph"][1]["itemListElement"][at]["item"].take(),
        });
        let stated: Vec<Self> = stated.collect();
        assert_eq!(stated.len(), resources.len());
        stated
    }

    /// The value of a field of BibTeX; empty where it is not there.
    fn field(&self, name: &str) -> &str {
        let start = format!("  {name} = {{");
        let line = self.bibtex.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default();
        line.trim_end_matches(',').strip_suffix('}').unwrap_or_default()
    }

    fn entry_type(&self) -> &str {
        self.bibtex[1..].split('{').next().unwrap()
    }

    /// The values of a tag of RIS.
    fn tags(&self, tag: &str) -> Vec<&str> {
        let start = format!("{tag}  - ");
        self.ris.lines().filter_map(|line| line.strip_prefix(&start)).collect()
    }

    fn tag(&self, tag: &str) -> &str {
        self.tags(tag).first().copied().unwrap_or_default()
    }

    fn names(&self) -> Vec<&str> {
        self.json_ld["author"].as_array().into_iter().flatten().map(|name| name["name"].as_str().unwrap()).collect()
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn made(id: &str, publishers: &[&str], authors: &[&str]) -> Resource {
    Resource {
        id: "a".to_owned(),
        title: "The Art of Grading".to_owned(),
        r#type: Some(id.to_owned()),
        publishers: publishers.iter().map(|name| (*name).to_owned()).collect(),
        authors: authors.iter().map(|name| (*name).into()).collect(),
        published: "2018-05-04".parse().ok(),
        ..Resource::default()
    }
}

#[test]
fn what_a_periodical_printed_is_its_article_in_every_format() {
    let journal = ["article", "JOUR", "article-journal", "ScholarlyArticle"];
    let magazine = ["article", "MGZN", "article-magazine", "Article"];
    let newspaper = ["article", "NEWS", "article-newspaper", "NewsArticle"];
    let report = ["techreport", "RPRT", "report", "Report"];
    let blog = ["misc", "BLOG", "post-weblog", "BlogPosting"];
    for (id, publishers, kind, container) in [
        ("article", &["Educational Leadership"][..], journal, "Educational Leadership"),
        ("article", &["ASCD", "Educational Leadership"], journal, "Educational Leadership"),
        ("research-study", &["Review of Educational Research"], journal, "Review of Educational Research"),
        ("report", &["University of Nowhere", "Phi Delta Kappan"], journal, "Phi Delta Kappan"),
        ("article", &["THE Journal"], magazine, "THE Journal"),
        ("article", &["Education Week"], newspaper, "Education Week"),
        ("article", &["The New York Times"], newspaper, "The New York Times"),
        ("article", &["The Washington Post"], newspaper, "The Washington Post"),
        ("article", &["Science"], journal, "Science"),
        ("article", &["Nature"], journal, "Nature"),
        ("blog-post", &["Education Week"], blog, "Education Week"),
        ("report", &["Education Review Office"], report, ""),
        ("research-study", &["Public Agenda"], report, ""),
    ] {
        let resource = made(id, publishers, &["Ann Lee"]);
        let stated = Stated::of(&resource);
        let schema = stated.json_ld["@type"][0].as_str().unwrap();
        assert_eq!(
            [stated.entry_type(), stated.tag("TY"), text(&stated.csl, "type"), schema],
            kind,
            "{id} {publishers:?}"
        );
        let journal = if kind[0] == "article" { container } else { "" };
        assert_eq!(
            [stated.field("journal"), stated.tag("T2"), text(&stated.csl, "container-title")],
            [journal, container, container]
        );
        let is_periodical = kind[0] == "article";
        let of = if kind == newspaper { "Newspaper" } else { "Periodical" };
        let part_of = if is_periodical { json!({"@type": of, "name": container}) } else { Value::Null };
        assert_eq!(stated.json_ld["isPartOf"], part_of, "{id} {publishers:?}");
        let bodies: Vec<&str> =
            stated.json_ld["publisher"].as_array().into_iter().flatten().map(|body| text(body, "name")).collect();
        assert_eq!(bodies.contains(&container), !container.is_empty() && !is_periodical, "{id} {publishers:?}");
        assert_eq!(coins(&resource, &Head::default()).contains("fmt%3Akev%3Amtx%3Ajournal"), kind[0] == "article");
        for style in Style::ALL {
            let spans = cite(style, &resource, &Head::default(), None).spans;
            // Chicago leaves out the article before a periodical (17, section 14.194).
            let named =
                if style == Style::Chicago && is_periodical { container.trim_start_matches("The ") } else { container };
            let is_set = spans.iter().any(|span| span.italic && span.text == named);
            assert_eq!(is_set, !container.is_empty(), "{id} {publishers:?} {}", style.name());
        }
    }
}

#[test]
fn an_article_of_no_periodical_is_a_page_of_the_site_of_who_published_it_in_every_format() {
    for publisher in ["ETS", "KnowledgeWorks", "Chalkbeat", "Kentucky Department of Education"] {
        let signed = made("article", &[publisher], &["Ann Lee"]);
        let stated = Stated::of(&signed);
        let schema = stated.json_ld["@type"][0].as_str().unwrap();
        let kind = [stated.entry_type(), stated.tag("TY"), text(&stated.csl, "type"), schema];
        assert_eq!(kind, ["misc", "ELEC", "webpage", "Article"], "{publisher}");
        let site = [stated.field("howpublished"), stated.tag("T2"), text(&stated.csl, "container-title")];
        assert_eq!(site, [publisher; 3]);
        let entry = |resource: &Resource, style| cite(style, resource, &Head::default(), None).plain();
        // APA 7 section 10.16, MLA 9 sections 5.31 to 5.37, Chicago 17 sections 14.206 and 15.50.
        assert_eq!(entry(&signed, Style::Apa), format!("Lee, A. (2018, May 4). The art of grading. {publisher}."));
        assert_eq!(entry(&signed, Style::Mla), format!("Lee, Ann. “The Art of Grading.” {publisher}, 4 May 2018."));
        let chicago = format!("Lee, Ann. 2018. “The Art of Grading.” {publisher}. May 4, 2018.");
        assert_eq!(entry(&signed, Style::Chicago), chicago);
        let of = |style| cite(style, &signed, &Head::default(), None).spans.into_iter().filter(|span| span.italic);
        assert_eq!(of(Style::Apa).map(|span| span.text).collect::<Vec<_>>(), ["The art of grading"]);
        assert_eq!(of(Style::Mla).map(|span| span.text).collect::<Vec<_>>(), [publisher]);
        assert_eq!(of(Style::Chicago).count(), 0);
        // Its own page the body signs, once.
        for authors in [&[][..], &[publisher]] {
            let own = entry(&made("article", &[publisher], authors), Style::Apa);
            assert_eq!(own, format!("{publisher}. (2018, May 4). The art of grading."));
        }
    }
}

#[test]
fn bibtex_has_no_report_without_an_institution_and_no_book_without_a_publisher() {
    for (id, publishers, authors, entry_type) in [
        ("report", &["WestEd"][..], &["Ann Lee"][..], "techreport"),
        ("report", &["WestEd"], &[], "misc"),
        ("guide", &[], &["Ann Lee"], "misc"),
        ("book", &["Corwin"], &["Ann Lee"], "book"),
        ("book", &["Corwin"], &["Corwin"], "booklet"),
        ("book", &[], &["Ann Lee"], "booklet"),
    ] {
        assert_eq!(
            Stated::of(&made(id, publishers, authors)).entry_type(),
            entry_type,
            "{id} {publishers:?} {authors:?}"
        );
    }
    let resources: Vec<Resource> = (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect();
    for stated in Stated::all(&SHIPPED.head, &resources) {
        let needed = match stated.entry_type() {
            "techreport" => "institution",
            "book" => "publisher",
            "article" => "journal",
            _ => "title",
        };
        assert!(!stated.field(needed).is_empty(), "{} {}", stated.entry_type(), stated.tag("ID"));
    }
}

#[test]
fn an_article_of_a_journal_has_the_date_that_each_manual_gives_it() {
    let resource = made("article", &["Educational Leadership"], &["Ann Lee"]);
    let entry = |style| cite(style, &resource, &Head::default(), None).plain();
    assert_eq!(entry(Style::Apa), "Lee, A. (2018). The art of grading. Educational Leadership.");
    assert_eq!(entry(Style::Mla), "Lee, Ann. “The Art of Grading.” Educational Leadership, 4 May 2018.");
    assert_eq!(entry(Style::Chicago), "Lee, Ann. 2018. “The Art of Grading.” Educational Leadership, May 4, 2018.");
    let unsigned = made("article", &["Educational Leadership"], &[]);
    let chicago = cite(Style::Chicago, &unsigned, &Head::default(), None).plain();
    assert_eq!(chicago, "“The Art of Grading.” 2018. Educational Leadership, May 4, 2018.");
}

#[test]
fn a_body_that_published_what_nobody_signs_is_its_author_once_in_every_format() {
    for (id, authors, publishers, names, left) in [
        ("report", &[][..], &["Aurora Institute"][..], &["Aurora Institute"][..], ""),
        ("guide", &[], &["Aurora Institute", "WestEd"], &["Aurora Institute", "WestEd"], ""),
        ("report", &["Ann Lee"], &["Aurora Institute"], &["Ann Lee"], "Aurora Institute"),
        ("report", &["Aurora Institute"], &["Aurora Institute", "WestEd"], &["Aurora Institute"], "WestEd"),
        ("article", &[], &["Chicago Public Schools"], &["Chicago Public Schools"], ""),
        ("article", &[], &["Educational Leadership"], &[], ""),
        ("report", &[], &[], &[], ""),
    ] {
        let stated = Stated::of(&made(id, publishers, authors));
        let what = format!("{id} {authors:?} {publishers:?}");
        assert_eq!(stated.names(), names, "{what}");
        let braced: Vec<String> = names
            .iter()
            .map(|name| if *name == "Ann Lee" { "Lee, Ann".to_owned() } else { format!("{{{name}}}") })
            .collect();
        assert_eq!(stated.field("author"), braced.join(" and "), "{what}");
        assert_eq!(stated.tags("AU").len(), names.len(), "{what}");
        assert_eq!(stated.csl["author"].as_array().map_or(0, Vec::len), names.len(), "{what}");
        let named = [stated.field("institution"), stated.tag("PB"), text(&stated.csl, "publisher")];
        assert_eq!(named, [left; 3], "{what}");
        // Styles of BibTeX sort what nobody signs by its title, without the article.
        assert_eq!(stated.field("key"), if names.is_empty() { "Art of Grading" } else { "" }, "{what}");
    }
}

#[test]
fn every_shipped_record_has_as_many_authors_and_one_source_in_every_format() {
    let resources: Vec<Resource> = (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect();
    for (resource, stated) in resources.iter().zip(Stated::all(&SHIPPED.head, &resources)) {
        let n = stated.names().len();
        let id = &resource.id;
        let has_others = stated.field("author").ends_with(" and others");
        let n_stated = n + usize::from(has_others);
        let in_bibtex = stated.field("author");
        assert_eq!(in_bibtex.is_empty(), n == 0, "{id}");
        assert_eq!(stated.csl["author"].as_array().map_or(0, Vec::len), n_stated, "{id}");
        assert_eq!(stated.tags("AU").len(), n, "{id}");
        assert!(!in_bibtex.is_empty() || !stated.field("key").is_empty(), "{id}: nothing to sort it by");
        assert_eq!(stated.tag("T2"), text(&stated.csl, "container-title"), "{id}");
        assert_eq!(stated.tag("TY") == "JOUR", text(&stated.csl, "type") == "article-journal", "{id}");
        assert_eq!(stated.entry_type() == "article", ["JOUR", "MGZN", "NEWS"].contains(&stated.tag("TY")), "{id}");
    }
}

#[test]
fn a_keyword_that_a_record_spells_in_several_ways_is_exported_once_as_most_records_write_it() {
    let record = |id: &str, keywords: &[&str]| Resource {
        id: id.to_owned(),
        title: "T".to_owned(),
        keywords: keywords.iter().map(|keyword| (*keyword).to_owned()).collect(),
        ..Resource::default()
    };
    let resources = [
        record("a", &["Seat Time", "seat time", "seat\u{a0}time", "équité", "Equity"]),
        record("b", &["seat time", "e\u{301}quite\u{301}"]),
        record("c", &["seat time", "équité", "GRADING"]),
    ];
    let theme = Term { id: "grading".to_owned(), label: "Grading".to_owned(), ..Term::default() };
    let vocabulary = Vocabulary { themes: vec![theme], ..Vocabulary::default() };
    let head = Head { vocabulary, ..Head::default() };
    let mut store = Store::default();
    for resource in &resources {
        store.push(&Record::from(resource));
    }
    let known = Known::new(&store);
    let text = |format, resource: &Resource| {
        let mut out = String::new();
        let mut export = Export::new(format, Context::new(&head, &known));
        export.push(resource, &mut out);
        export.finish(&mut out);
        out
    };
    for (format, stated) in [
        (Format::Bibtex, "keywords = {seat time, équité, Equity}"),
        (Format::Ris, "KW  - seat time\r\nKW  - équité\r\nKW  - Equity\r\n"),
        (Format::CslJson, r#""keyword":"seat time; équité; Equity""#),
        (Format::JsonLd, r#""keywords":["seat time","équité","Equity"]"#),
        (Format::Csv, ",\"seat time; équité; Equity\","),
        // A catalog again is what it was.
        (Format::Json, "\"Seat Time\",\"seat time\",\"seat\u{a0}time\""),
    ] {
        let exported = text(format, &resources[0]);
        assert!(exported.contains(stated), "{format:?}: {exported}");
    }
    // Without the catalog at hand, as the record spells it first.
    let alone = export(Format::Bibtex, &head, [resources[0].clone()]);
    assert!(alone.contains("keywords = {Seat Time, équité, Equity}"), "{alone}");
    // Nor is a keyword said again that is a theme of the record in another spelling.
    let themed = Resource { themes: vec!["grading".to_owned()], ..resources[2].clone() };
    assert!(text(Format::Ris, &themed).contains("KW  - Grading\r\nKW  - seat time\r\nKW  - équité\r\nER  - "));
    let subjects: Vec<String> = meta(&themed, Context::new(&head, &known))
        .into_iter()
        .filter(|(name, _)| *name == "DC.subject")
        .map(|(_, text)| text)
        .collect();
    assert_eq!(subjects, ["Grading", "seat time", "équité"]);
}
